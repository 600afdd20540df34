"""What a document adds up to, as the books keep it beside its bytes: sums, net and VAT by category."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from einvoice_desktop.domain.money import ZERO

if TYPE_CHECKING:
    from einvoice_desktop.domain.composition import Composition

SUM_NAMES = (
    "net",
    "vat",
    "gross",
    "withheld",
    "fees",
    "stamp_duty",
    "other_taxes",
    "deductions",
    "payable",
)
"""The sums of a document, in the order in which they are kept."""


@dataclass(frozen=True, slots=True)
class VatPart:
    """Net and VAT of one VAT category and, where it is exempt, one reason; 0 for none."""

    category: int
    exemption: int
    net: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True)
class DocumentSums:
    """All in the currency of the document's plain amounts, to the cent, above zero on credits too."""

    net: Decimal = ZERO
    vat: Decimal = ZERO
    gross: Decimal = ZERO
    withheld: Decimal = ZERO
    fees: Decimal = ZERO
    stamp_duty: Decimal = ZERO
    other_taxes: Decimal = ZERO
    deductions: Decimal = ZERO
    payable: Decimal = ZERO
    by_vat: tuple[VatPart, ...] = ()

    @classmethod
    def of_gross(cls, gross: Decimal) -> DocumentSums:
        """Of a document that tells its total alone, such as a POS receipt."""
        return cls(gross=gross, payable=gross)

    @classmethod
    def of_cents(cls, cents: Sequence[int]) -> DocumentSums:
        """Of whole cents in the order of SUM_NAMES; nothing is known by VAT category."""
        amounts: list[Any] = [Decimal(int(one)).scaleb(-2) if one else ZERO for one in cents]
        return cls(*amounts)


def sums_of(composition: Composition) -> DocumentSums:
    """What a composed document adds up to."""
    from einvoice_desktop.domain.totals import is_summed

    parts: dict[tuple[int, int], tuple[Decimal, Decimal]] = {}
    for line in composition.composed_lines:
        detail, amounts = line.detail, line.amounts
        if is_summed(detail):
            key = (detail.vat_category_code or 0, detail.vat_exemption_category_code or 0)
            net, vat = parts.get(key, (ZERO, ZERO))
            parts[key] = (net + amounts.net, vat + amounts.vat)
    named = {name: getattr(composition.summaries, name) for name in SUM_NAMES}
    by_vat = tuple(VatPart(*key, *amounts) for key, amounts in sorted(parts.items()))
    return DocumentSums(**named, by_vat=by_vat)
