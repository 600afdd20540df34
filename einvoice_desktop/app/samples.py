"""The sample documents, published ones and our own, by group; sums here beside those of the file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.domain.money import ZERO

if TYPE_CHECKING:
    from einvoice_desktop.domain.settlement import Summaries
    from einvoice_desktop.domain.totals import SummaryAmounts

Read = Callable[[str], bytes]
"""The bytes of a file under resources/samples."""

OWN_INDEX = "own.json"


class SampleGroup(NamedTuple):
    """What belongs together in the list of samples."""

    key: str
    title_el: str
    title_en: str


PUBLISHED = SampleGroup("published", "Δημοσιευμένα από τον πάροχο", "Published by the provider")


@dataclass(frozen=True, slots=True)
class Sample:
    """A document to begin from. Its bytes are read when they are asked for.

    `shows` says what there is to learn from it. `first` names, by the path of a MARK, the sample that must
    be issued before: the MARK in the file belongs to nobody. `warnings` are the codes of the problems that
    it has all the same.
    """

    name: str
    group: SampleGroup
    type_code: str
    title_el: str
    title_en: str
    file: str
    read: Read = field(repr=False, compare=False)
    shows_el: str = ""
    shows_en: str = ""
    first: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """The file. Blocks: not on the GUI thread."""
        return self.read(self.file)

    @property
    def is_published(self) -> bool:
        """Whether it stands here as the provider published it."""
        return self.group is PUBLISHED


_PUBLISHED = (
    ("3.1-1", "Τίτλος κτήσης (μη υπόχρεος εκδότης)", "Proof of expenditure (non-liable issuer)"),
    ("3.1-2", "Τίτλος κτήσης με κράτηση", "Proof of expenditure with a deduction"),
    (
        "3.1-3",
        "Τίτλος κτήσης με δύο χαρακτηρισμούς εξόδων σε μία γραμμή",
        "Proof of expenditure, two expense classifications on one line",
    ),
    (
        "3.1-4",
        "Τίτλος κτήσης με παρακρατούμενο φόρο και κρατήσεις",
        "Proof of expenditure with withholding and deductions",
    ),
    (
        "3.1-5",
        "Τίτλος κτήσης με κράτηση σε επίπεδο φόρων",
        "Proof of expenditure with a deduction at tax level",
    ),
)


def every_sample(read: Read) -> tuple[Sample, ...]:
    """The five published documents, then our own in the order of their index. Reads the index alone."""
    return (*published_samples(read), *own_samples(read))


def published_samples(read: Read) -> tuple[Sample, ...]:
    """The five published documents."""
    return tuple(
        Sample(name, PUBLISHED, "3.1", el, en, f"published/{name}.json", read) for name, el, en in _PUBLISHED
    )


def own_samples(read: Read) -> Iterator[Sample]:
    """Our own documents, group by group."""
    for found in json.loads(read(OWN_INDEX)):
        group = SampleGroup(found["group"], found["title_el"], found["title_en"])
        for row in found["samples"]:
            yield Sample(
                row["name"],
                group,
                row["type"],
                row["title_el"],
                row["title_en"],
                f"own/{row['name']}.json",
                read,
                row["shows_el"],
                row["shows_en"],
                tuple(row.get("first", {}).items()),
                tuple(row.get("warnings", ())),
            )


@dataclass(frozen=True, slots=True)
class SumCheck:
    """One sum as it is computed here and as it stands in the file; None where the file has none."""

    name: str
    here: Decimal
    published: Decimal | None
    difference: Decimal
    """How far ours lies above the other one."""

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing of it on either side."""
        return not (self.here or self.published)


_SUMS = (
    ("net", "total_net_amount"),
    ("vat", "total_vat_amount"),
    ("withheld", "total_withheld_amount"),
    ("fees", "total_fees_amount"),
    ("stamp_duty", "total_stamp_duty_amount"),
    ("other_taxes", "total_other_taxes_amount"),
    ("deductions", "total_deductions_amount"),
    ("gross", "total_gross_value"),
    ("payable", "total_payable_amount"),
)


def sum_checks(sums: SummaryAmounts, published: Summaries | None) -> tuple[SumCheck, ...]:
    """Net, VAT, the five taxes, gross and payable, in this order.

    What the file does not say counts as zero, but the payable amount as the gross value.
    """
    gross = getattr(published, "total_gross_value", None) or ZERO
    checks = []
    for name, member in _SUMS:
        here: Decimal = getattr(sums, name)
        theirs: Decimal | None = getattr(published, member, None)
        otherwise = gross if name == "payable" else ZERO
        checks.append(SumCheck(name, here, theirs, here - (otherwise if theirs is None else theirs)))
    return tuple(checks)
