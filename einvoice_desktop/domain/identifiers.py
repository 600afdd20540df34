"""Numbers that check themselves: IBAN, CPV, the business registry's number, VAT numbers of the Union."""

from __future__ import annotations

import re
from functools import cache

_CPV_WEIGHTS = (3, 7, 1, 3, 7, 1, 3, 7)
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}", re.ASCII)
_GREEK_IBAN_LENGTH = 27
REGISTRY_DIGITS = 12
"""GEMI: seven of the serial, two of the office, three of the branch (RULES 12)."""


def iban_is_valid(text: str) -> bool:
    """Its first four characters moved to the end and letters made numbers, it leaves 1 by 97 (RULES 12)."""
    plain = re.sub(r"\s", "", text).upper()
    if not _IBAN.fullmatch(plain) or (plain.startswith("GR") and len(plain) != _GREEK_IBAN_LENGTH):
        return False
    number = "".join(str(int(c, 36)) for c in plain[4:] + plain[:4])
    return int(number) % 97 == 1


def cpv_check_digit(digits: str) -> int:
    """Of the eight digits of a CPV code. Checked against the published codes: 03000000-1, 45233120-6,
    33600000-6."""
    return sum(int(d) * weight for d, weight in zip(digits, _CPV_WEIGHTS, strict=True)) % 10


def cpv_fault(text: str) -> str:
    """What is wrong with a CPV code: "cpv_shape", "cpv_check_digit", or "" for nothing."""
    code = text.strip()
    if not code:
        return ""
    match = re.fullmatch(r"(\d{8})-?(\d)", code, re.ASCII)
    if match is None:
        return "cpv_shape"
    return "" if cpv_check_digit(match[1]) == int(match[2]) else "cpv_check_digit"


def registry_number_is_valid(text: str) -> bool:
    """Whether it has the digits of a GEMI number."""
    return re.fullmatch(rf"\d{{{REGISTRY_DIGITS}}}", text.strip(), re.ASCII) is not None


def union_vat_is_valid(vat: str, prefix: str, pattern: str) -> bool:
    """Whether a VAT number has its state's form, with its prefix or without. Form only: VIES knows more."""
    return _compiled(pattern).fullmatch(whole_vat(vat, prefix)) is not None


def whole_vat(vat: str, prefix: str) -> str:
    """A VAT number without blanks, dots and dashes, behind its state's prefix."""
    plain = re.sub(r"[\s.\-]", "", vat).upper()
    return plain if plain.startswith(prefix) else prefix + plain


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.ASCII)
