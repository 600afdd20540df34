"""VAT numbers as the provider compares them: the Greek prefix aside."""

from __future__ import annotations

_GREEK_PREFIXES = ("EL", "GR")


def vat_digits(vat: str) -> str:
    """The number without spaces and without the Greek prefix; any other prefix stays a part of it."""
    bare = "".join(vat.split()).upper()
    return bare[2:] if bare.startswith(_GREEK_PREFIXES) else bare


def has_greek_prefix(vat: str) -> bool:
    return "".join(vat.split()).upper().startswith(_GREEK_PREFIXES)


def is_number(digits: str, lengths: tuple[int, ...]) -> bool:
    """Whether `digits` are ASCII digits of one of the given lengths."""
    return digits.isascii() and digits.isdigit() and len(digits) in lengths
