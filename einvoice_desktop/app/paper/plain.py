"""Text from a document made safe for paper: no controls, nothing that turns the writing round, no towers."""

from __future__ import annotations

import re
import unicodedata

_DIRECTION = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Marks that reorder or hide what stands beside them, and invisible ones."""
_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_BLANKS = re.compile("[^\\S\n]+")
_UNPRINTABLE = frozenset({"Cc", "Cs", "Co", "Cn"})
_SUBSTITUTE = "\ufffd"
_TYPEWRITER = str.maketrans({"\N{MINUS SIGN}": "-"})
"""What the paper's font does not draw."""
MOST_MARKS = 3
"""Accents on one letter; more is a tower that grows into the neighbouring lines."""


def plain(text: str | None) -> str:
    """`text` as it may stand on paper; line breaks stay, blanks become one, its edges go."""
    if not text:
        return ""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    broken = _BREAKS.sub("\n", text.translate(_TYPEWRITER))
    visible = "".join(_printable(_DIRECTION.sub("", broken)))
    rows = (row.strip() for row in _BLANKS.sub(" ", unicodedata.normalize("NFC", visible)).split("\n"))
    return "\n".join(rows).strip()


def flat(text: str | None) -> str:
    """As `plain`, in one row."""
    return " ".join(plain(text).split())


def _printable(text: str) -> list[str]:
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        if category in ("Mn", "Me"):
            marks += 1
            if marks > MOST_MARKS:
                continue
        else:
            marks = 0
        if character in "\n\t":
            kept.append(character)
        elif category == "Cc":
            kept.append(" ")
        else:
            kept.append(_SUBSTITUTE if category in _UNPRINTABLE else character)
    return kept
