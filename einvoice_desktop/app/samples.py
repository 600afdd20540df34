"""The published sample documents, by name and title, and our sums beside the published ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.domain.money import ZERO

if TYPE_CHECKING:
    from einvoice_desktop.domain.settlement import Summaries
    from einvoice_desktop.domain.totals import SummaryAmounts


@dataclass(frozen=True, slots=True)
class Sample:
    """A published document: its bytes as published and its published gross value."""

    name: str
    title_el: str
    title_en: str
    gross: Decimal
    data: bytes


_PUBLISHED = (
    ("3.1-1", "Τίτλος κτήσης (μη υπόχρεος εκδότης)", "Proof of expenditure (non-liable issuer)", "9000.00"),
    ("3.1-2", "Τίτλος κτήσης με κράτηση", "Proof of expenditure with a deduction", "946.90"),
    (
        "3.1-3",
        "Τίτλος κτήσης με δύο χαρακτηρισμούς εξόδων σε μία γραμμή",
        "Proof of expenditure, two expense classifications on one line",
        "9000.00",
    ),
    (
        "3.1-4",
        "Τίτλος κτήσης με παρακρατούμενο φόρο και κρατήσεις",
        "Proof of expenditure with withholding and deductions",
        "609.06",
    ),
    (
        "3.1-5",
        "Τίτλος κτήσης με κράτηση σε επίπεδο φόρων",
        "Proof of expenditure with a deduction at tax level",
        "946.90",
    ),
)


def published_samples(read: Callable[[str], bytes]) -> tuple[Sample, ...]:
    """The five published documents; `read` gives the bytes of a file under resources/samples."""
    return tuple(
        Sample(name, el, en, Decimal(gross), read(f"published/{name}.json"))
        for name, el, en, gross in _PUBLISHED
    )


@dataclass(frozen=True, slots=True)
class SumCheck:
    """One sum as it is computed here and as it was published; None where nothing was published."""

    name: str
    here: Decimal
    published: Decimal | None
    difference: Decimal
    """How far ours lies above the published one."""


def sum_checks(sums: SummaryAmounts, published: Summaries | None) -> tuple[SumCheck, ...]:
    """Net, VAT, withheld, deductions, gross and payable, in this order.

    What was not published counts as zero, but the payable amount as the gross value.
    """
    gross = getattr(published, "total_gross_value", None) or ZERO
    names = {
        "net": (sums.net, "total_net_amount", ZERO),
        "vat": (sums.vat, "total_vat_amount", ZERO),
        "withheld": (sums.withheld, "total_withheld_amount", ZERO),
        "deductions": (sums.deductions, "total_deductions_amount", ZERO),
        "gross": (sums.gross, "total_gross_value", ZERO),
        "payable": (sums.payable, "total_payable_amount", gross),
    }
    checks = []
    for name, (here, member, otherwise) in names.items():
        theirs: Decimal | None = getattr(published, member, None)
        checks.append(SumCheck(name, here, theirs, here - (otherwise if theirs is None else theirs)))
    return tuple(checks)
