"""Text as it is searched: without accents, case and final sigma, cut into words."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"\d+(?:\.\d+)+|[^\W_]+")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.)+[^\W\d_]?(?![^\W_])")
_ALIKE = ("abehikmnoptxyz", "αβεηικμνορτχυζ")
"""Latin and Greek letters whose capitals look the same."""
_TO_GREEK = str.maketrans(*_ALIKE)
_TO_LATIN = str.maketrans(*reversed(_ALIKE))


def fold(text: str) -> str:
    """Without accents, case and final sigma (NFD, drop marks, casefold, ς -> σ)."""
    if text.isascii():
        return text.lower()
    bare = unicodedata.normalize("NFD", text)
    return "".join(c for c in bare if not unicodedata.combining(c)).casefold().replace("ς", "σ")


def words_of(text: str) -> list[str]:
    """The words of `text`, folded. Initials are one word (Α.Ε. -> αε), and so is a code (11.2)."""
    joined = _INITIALS.sub(lambda initials: initials[0].replace(".", ""), fold(text))
    return _WORD.findall(joined)


def look_alikes(word: str) -> list[str]:
    """A folded word, and how it would be typed with the other alphabet on: Latin a, Greek α."""
    return list(dict.fromkeys((word, word.translate(_TO_GREEK), word.translate(_TO_LATIN))))


def one_alphabet(word: str) -> str:
    """A folded word with one letter for each pair of capitals that look alike: of two words that were typed
    with different alphabets on, or with both in one word, it makes the same."""
    return word.translate(_TO_GREEK)
