"""Spreadsheets that people have, as rows of cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

Cell = str | Decimal | date | bool | None
"""A text, a number, a day, a yes or no, or nothing."""

Row = Sequence[Cell]

MOST_SHEET_ROWS = 50_000
MOST_SHEET_COLUMNS = 200
LARGEST_SHEET = 20_000_000
"""Bytes of the file."""

ENCODINGS = ("utf-8", "cp1253", "iso-8859-7", "utf-16", "cp737", "cp1252")
SEPARATORS = (";", ",", "\t", "|")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table; its rows may be of different lengths. Nothing stands at the end of a row or of the rows."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Workbook:
    """Every sheet that is in sight and holds something. `encoding` and `separator` are those of a file of
    text ("" for any other)."""

    sheets: tuple[Sheet, ...]
    encoding: str = ""
    separator: str = ""


class ReadWorkbook(Protocol):
    """Reads xlsx, xls, ods and csv; what it is, its bytes tell."""

    def __call__(self, data: bytes, encoding: str = "", separator: str = "") -> Workbook:
        """`encoding` and `separator` of a file of text, "" to find them out.

        Raises UserError("sheet_empty" | "sheet_unknown" | "sheet_damaged" | "sheet_protected" |
        "sheet_too_large" | "sheet_too_long" | "sheet_too_wide" | "sheet_encoding", limit=, encoding=).
        """
        ...
