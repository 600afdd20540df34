"""What the authority holds against a document, and money in whole cents, as it compares it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Objection:
    """`code` is a number of the authority's error list, 101 to 407 here."""

    code: int
    message: str


def at_line(label: str, code: int, message: str) -> Objection:
    """An objection to one line; the authority names it by its number (seen with 229)."""
    return Objection(code, f"invoice line: {label}: {message}")


def cents(amount: Decimal) -> Decimal:
    """The amount as the authority's two-decimal type holds it."""
    return amount.quantize(_CENT, ROUND_HALF_UP)


def share(base: Decimal, rate: Decimal) -> Decimal:
    """`rate` percent of `base`, in cents."""
    return cents(base * rate / 100)


def too_long(path: str, text: str, limit: int) -> Iterator[Objection]:
    """An objection to a text beyond the length that the authority's schema gives it."""
    if len(text) > limit:
        yield Objection(262, f"{path} is longer than {limit} characters")
