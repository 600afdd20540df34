"""Greek in Latin letters by ELOT 743, for the PDF whose built-in font has no Greek."""

from __future__ import annotations

import unicodedata

_LETTERS = {
    **dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)),
    "θ": "th",
    "χ": "ch",
    "ψ": "ps",
}
_PAIRS = {"γγ": "ng", "γξ": "nx", "γχ": "nch", "ου": "ou"}
_VOWELS_WITH_UPSILON = frozenset({"α", "ε", "η"})
_VOICED = frozenset("αεηιουωβγδζλμνρ")
_ACUTE, _DIAERESIS = "\u0301", "\u0308"


def transliterated(text: str) -> str:
    """`text` with its Greek letters in Latin ones; everything else stays."""
    units = _units(text)
    out: list[str] = []
    index = 0
    while index < len(units):
        latin, used = _next(units, index)
        out.append(latin)
        index += used
    return "".join(out)


def _units(text: str) -> list[tuple[str, str]]:
    """Base letters with their accents."""
    units: list[tuple[str, str]] = []
    for char in unicodedata.normalize("NFD", text):
        if unicodedata.combining(char) and units:
            units[-1] = (units[-1][0], units[-1][1] + char)
        else:
            units.append((char, ""))
    return units


def _next(units: list[tuple[str, str]], index: int) -> tuple[str, int]:
    first, accents = units[index]
    base = first.lower()
    if base not in _LETTERS:
        return unicodedata.normalize("NFC", first + accents), 1
    second, second_accents = units[index + 1] if index + 1 < len(units) else ("", "")
    if second and _ACUTE not in accents and _DIAERESIS not in second_accents:
        joined = _joined(units, index, base, second.lower())
        if joined:
            return _cased(joined, first, second), 2
    return _cased(_LETTERS[base], first, second), 1


def _joined(units: list[tuple[str, str]], index: int, base: str, second: str) -> str:
    """Two letters written as one sound: γγ, ου, αυ (av, af), μπ at the start of a word (b)."""
    pair = base + second
    if pair in _PAIRS:
        return _PAIRS[pair]
    after = units[index + 2][0].lower() if index + 2 < len(units) else ""
    if second == "υ" and base in _VOWELS_WITH_UPSILON:
        return _LETTERS[base] + ("v" if after in _VOICED else "f")
    if pair == "μπ":
        starts = index == 0 or units[index - 1][0].lower() not in _LETTERS
        ends = not after or after not in _LETTERS
        return "b" if starts or ends else "mp"
    return ""


def _cased(latin: str, first: str, second: str) -> str:
    """Capitals as in the original: Θ is Th before a small letter and TH among capitals."""
    if not first.isupper():
        return latin
    return latin.upper() if len(latin) == 1 or second.isupper() else latin.capitalize()
