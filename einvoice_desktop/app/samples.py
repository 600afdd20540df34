"""The published sample documents, by name and title."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal


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
