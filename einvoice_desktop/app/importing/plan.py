"""What an import would do, row by row, before it does anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from einvoice_desktop.app.importing.cells import Note
from einvoice_desktop.app.importing.targets import Subject


class Verdict(Enum):
    """What becomes of a row. LEFT: there is one already and it is to stay as it is; TOTALS: it only says what
    others come to, and is left out."""

    NEW = "new"
    CHANGES = "changes"
    SAME = "same"
    LEFT = "left"
    FAULTY = "faulty"
    TOTALS = "totals"


@dataclass(frozen=True, slots=True)
class Wish:
    """How a sheet is to be read. `header`: the place of the row that heads it; `columns`: by column the path
    of what it means, "" for nothing; `update`: what is there already takes over what the file says."""

    subject: Subject
    header: int | None
    columns: tuple[str, ...]
    update: bool = True


@dataclass(frozen=True, slots=True)
class RowPlan:
    """`row` as the spreadsheet numbers it, from 1 (of a file that is one document, its place among the
    files); `name`: whom or what it is about; `group`: of the rows of one document its number, from 1."""

    row: int
    verdict: Verdict
    name: str = ""
    notes: tuple[Note, ...] = ()
    group: int = 0

    @property
    def faulty_paths(self) -> frozenset[str]:
        """Whose cells keep the row out."""
        return frozenset(note.path for note in self.notes if note.is_fault)


@dataclass(frozen=True, slots=True)
class Plan:
    """The rows in their order. `counts` are of customers, items or documents, not of their rows."""

    subject: Subject
    rows: tuple[RowPlan, ...]
    counts: Mapping[Verdict, int]

    @property
    def takes(self) -> int:
        """How many would be written."""
        return self.counts.get(Verdict.NEW, 0) + self.counts.get(Verdict.CHANGES, 0)


def counted(rows: Sequence[RowPlan]) -> Mapping[Verdict, int]:
    """How many rows, or documents of several, have each verdict."""
    found: Counter[Verdict] = Counter()
    groups: set[int] = set()
    for row in rows:
        if not row.group or row.group not in groups:
            found[row.verdict] += 1
            groups.add(row.group)
    return found


def verdict_of(notes: Sequence[Note], otherwise: Verdict) -> Verdict:
    """FAULTY where a note is a fault."""
    return Verdict.FAULTY if any(note.is_fault for note in notes) else otherwise
