"""Greek words as they sound, so that "kafes", "kafés" and "ΚΑΦΕΣ" find "καφές" on any keyboard."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from einvoice_desktop.domain.folding import fold

_MOST_READINGS = 24
"""Of one word; a word with more doubtful letters is read in the first ones."""

# Longest first. What stands for a sound is one letter, so that the beginning of a word stays its beginning;
# Q is theta.
_GREEK = {
    "αι": "e", "ει": "i", "οι": "i", "υι": "i", "ου": "u", "αυ": "av", "ευ": "ev",
    "μπ": "b", "ντ": "d", "γγ": "g", "γκ": "g", "κσ": "x",
    "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "Q", "ι": "i", "κ": "k",
    "λ": "l", "μ": "m", "ν": "n", "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "i",
    "φ": "f", "χ": "h", "ψ": "ps", "ω": "o",
}  # fmt: skip
_LATIN = {
    "ai": ("e", "ai"), "ei": ("i", "ei"), "oi": ("i", "oi"), "ou": ("u",), "au": ("av",), "ay": ("av",),
    "af": ("af", "av"), "eu": ("ev",), "ef": ("ef", "ev"), "ey": ("ev",), "mp": ("b",), "nt": ("d",),
    "gk": ("g",), "gg": ("g",), "ng": ("g",), "ks": ("x",), "th": ("Q", "ti"), "ph": ("f", "pi"),
    "ch": ("h",), "kh": ("h", "ki"), "b": ("v", "b"), "c": ("k",), "h": ("i", "h"), "j": ("i", "tz"),
    "q": ("k",), "u": ("i", "u"), "w": ("o",), "x": ("h", "x"), "y": ("i",), "3": ("x",), "8": ("Q",),
}  # fmt: skip
_GREEK_PARTS = re.compile("|".join(_GREEK))
_LATIN_PARTS = re.compile("|".join(_LATIN) + "|.", re.DOTALL)
_TWICE = re.compile(r"([a-zQ])\1+")
_WORD = re.compile(r"[a-z][a-z38]*")


def sound(text: str) -> str:
    """A text as it sounds, in Latin letters; what is not Greek in it stays as `fold` has it."""
    return _TWICE.sub(r"\1", _GREEK_PARTS.sub(lambda part: _GREEK[part[0]], fold(text)))


@lru_cache(maxsize=512)
def readings(word: str) -> tuple[str, ...]:
    """How a folded word in Latin letters may sound as Greek; none for any other word."""
    if not _WORD.fullmatch(word):
        return ()
    parts = [_LATIN.get(part, (part,)) for part in _LATIN_PARTS.findall(word)]
    found: dict[str, None] = {}
    for chosen in product(*parts):
        found[_TWICE.sub(r"\1", "".join(chosen))] = None
        if len(found) >= _MOST_READINGS:
            break
    return tuple(found)
