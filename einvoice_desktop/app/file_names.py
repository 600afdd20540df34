"""The names that files of documents are given: readable, and allowed on every system."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 120
"""Characters of a name without its ending: with its folder it stays within what Windows takes (260)."""

_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def file_name(words: Iterable[str], ending: str) -> str:
    """ "Τιμολόγιο A-12 Καφεκοπτείο 2026-11-21.pdf" of its words; `ending` is "pdf".

    What Windows refuses in a name is taken out, and so is what nobody sees (direction marks, line ends).
    """
    clean = " ".join(filter(None, (_clean(word) for word in words)))[:LONGEST].strip(" .-")
    if not clean or _RESERVED.fullmatch(clean):
        clean = f"_{clean}"
    return f"{clean}.{ending}"


def _clean(word: str) -> str:
    seen = "".join(char for char in unicodedata.normalize("NFC", word) if _is_seen(char))
    return " ".join(_REFUSED.sub(" ", seen).split())


def _is_seen(char: str) -> bool:
    return char.isspace() or unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn")
