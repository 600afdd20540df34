"""Tables that people open in a spreadsheet, and the files that they are written to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple, Protocol

CellKind = Literal["text", "money", "date", "whole"]
TableCell = str | Decimal | int | None
"""As its column's kind says: a text; an amount; a day (yyyy-MM-dd); a whole number. None for nothing."""

MOST_TABLE_ROWS = 1_048_575
"""What a sheet of xlsx holds below its titles."""


class TableColumn(NamedTuple):
    """One column by its title."""

    title: str
    kind: CellKind = "text"


@dataclass(frozen=True)
class Table:
    """A sheet. `rows` may be made while they are written: they are read once."""

    name: str
    columns: Sequence[TableColumn]
    rows: Iterable[Sequence[TableCell]]


class TableForm(StrEnum):
    """What a file of tables is."""

    XLSX = "xlsx"
    CSV_GREEK = "csv"
    """As a Greek Excel reads it with a double click: semicolons, decimal commas, with a byte order mark."""
    CSV_PLAIN = "csv_plain"
    """For other programs: commas, decimal points, days as yyyy-MM-dd."""


class WriteTables(Protocol):
    """Writes tables so that no text in them is ever taken for a formula."""

    def __call__(self, file: BinaryIO, tables: Sequence[Table], form: TableForm) -> None:
        """Raises UserError("table_too_long", limit=) where a table has more rows than its form holds."""
        ...


class NewFile(Protocol):
    """A file that a person keeps, written piece by piece."""

    def __call__(self, path: Path) -> AbstractContextManager[BinaryIO]:
        """Where the block ends without an error the whole file is there, durably; else `path` is as it was.
        Raises OSError."""
        ...
