"""Who a document is: the natural key by which the provider and the authority tell it from others."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PREFIXED = re.compile(r"^(?:EL|GR)(?=\d)", re.IGNORECASE)
_AFM_LENGTH = 9


@dataclass(frozen=True, slots=True)
class NaturalKey:
    """(issuer VAT, date, branch, type, series, number): the authority's identity of a document.

    `issuer_vat` has no country prefix; `date` is yyyy-MM-dd in Athens. Latin A and Greek Α in
    `series` are different series (RULES 10).
    """

    issuer_vat: str
    date: str
    branch: int
    type_code: str
    series: str
    number: str


def bare_vat(vat: str | None) -> str:
    """A VAT number without blanks and without a Greek prefix (EL or GR): "EL 123456789" -> "123456789"."""
    return _PREFIXED.sub("", re.sub(r"[\s.\-]", "", vat or "")).upper()


def afm_is_valid(digits: str) -> bool:
    """Check digit of a Greek VAT number (RULES 12): nine digits, not all zero."""
    if len(digits) != _AFM_LENGTH or not digits.isascii() or not digits.isdigit() or set(digits) == {"0"}:
        return False
    weighted = sum(int(d) << (8 - i) for i, d in enumerate(digits[:8]))
    return weighted % 11 % 10 == int(digits[8])
