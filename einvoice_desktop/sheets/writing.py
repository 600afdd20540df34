"""Writes tables as xlsx and csv: numbers as numbers, days as days, and every text as the text that it is."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from io import TextIOWrapper
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import MOST_TABLE_ROWS, CellKind, Table, TableCell, TableForm

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONGEST_TEXT = 32_000
"""Characters of a cell: Excel takes 32,767."""
_LOOKED_AT = 200
"""Rows that tell how wide a column is."""
_NARROWEST, _WIDEST = 9, 48
_FIRST_DAY = date(1900, 1, 1)
"""Of a spreadsheet's calendar."""
_BEGINS_FORMULA = frozenset("=+-@|\t\r\n＝＋－＠")
_FIGURES: dict[CellKind, str] = {"money": "#,##0.00", "date": "dd/mm/yyyy", "whole": "0"}
_BYTE_ORDER_MARK = "\ufeff"


def write_tables(file: BinaryIO, tables: Sequence[Table], form: TableForm) -> None:
    """As app.ports.WriteTables."""
    if form is TableForm.XLSX:
        _write_xlsx(file, tables)
    else:
        _write_csv(file, tables, greek=form is TableForm.CSV_GREEK)


# --- xlsx -------------------------------------------------------------------------------------------


def _write_xlsx(file: BinaryIO, tables: Sequence[Table]) -> None:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    # Row by row to a file of its own: memory stays flat. A text stays a text, whatever it looks like.
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    book = Workbook(file, options)
    styles = {kind: book.add_format({"num_format": shape}) for kind, shape in _FIGURES.items()}
    head = book.add_format({"bold": True, "bottom": 1})
    try:
        try:
            for name, table in zip(_sheet_names(tables), tables, strict=True):
                _write_sheet(book, name, table, head, styles)
        finally:
            book.close()
    except FileCreateError as error:
        # The library's own wrapping of what the disk said.
        cause = error.args[0] if error.args else None
        raise (cause if isinstance(cause, OSError) else OSError(str(error))) from None


def _write_sheet(
    book: Workbook, name: str, table: Table, head: Format, styles: dict[CellKind, Format]
) -> None:
    sheet = book.add_worksheet(name)
    rows = iter(table.rows)
    first = list(islice(rows, _LOOKED_AT))
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, _width(column.title, [row[place] for row in first], column.kind))
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, _clean(column.title), head)
    writers = [_writer(sheet, column.kind, styles) for column in table.columns]
    last = 0
    for last, row in enumerate(_both(first, rows), 1):
        if last > MOST_TABLE_ROWS:
            raise UserError("table_too_long", limit=f"{MOST_TABLE_ROWS}")
        for place, cell in enumerate(row):
            if cell is not None and cell != "":
                writers[place](last, place, cell)
    if last:
        sheet.autofilter(0, 0, last, len(table.columns) - 1)


def _writer(
    sheet: Worksheet, kind: CellKind, styles: dict[CellKind, Format]
) -> Callable[[int, int, TableCell], object]:
    def text(row: int, place: int, cell: TableCell) -> object:
        plain = _clean(str(cell))
        # What looks like its own marking of fonts the library would write unescaped.
        return sheet.write_string(row, place, f"{plain} " if plain.startswith("<r>") else plain)

    def number(row: int, place: int, cell: TableCell) -> object:
        # Its digits as they are: it is written as text of the file, never as a binary number.
        return sheet.write_number(row, place, cell, styles[kind])

    def day(row: int, place: int, cell: TableCell) -> object:
        known = _day(str(cell))
        if known is None or known < _FIRST_DAY:
            return text(row, place, cell)
        return sheet.write_datetime(row, place, known, styles[kind])

    return {"text": text, "money": number, "whole": number, "date": day}[kind]


def _width(title: str, cells: Sequence[TableCell], kind: CellKind) -> int:
    shown = [_spelled(cell, kind, greek=True) for cell in cells]
    longest = max((len(text) for text in (title, *shown)), default=0)
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _sheet_names(tables: Sequence[Table]) -> Iterator[str]:
    """Names that Excel takes: 31 characters, none of its own signs, each once."""
    taken: set[str] = set()
    for place, table in enumerate(tables, 1):
        plain = "".join(" " if char in "[]:*?/\\" else char for char in _clean(table.name)).strip(" '")
        name = plain[:31].strip() or str(place)
        if name.casefold() in taken:
            name = f"{name[:27]} {place}"
        taken.add(name.casefold())
        yield name


def _both(
    first: Sequence[Sequence[TableCell]], rest: Iterator[Sequence[TableCell]]
) -> Iterator[Sequence[TableCell]]:
    yield from first
    yield from rest


# --- csv --------------------------------------------------------------------------------------------


def _write_csv(file: BinaryIO, tables: Sequence[Table], *, greek: bool) -> None:
    """Several tables stand under each other, each under its name."""
    text = TextIOWrapper(file, encoding="utf-8", newline="", write_through=False)
    try:
        if greek:
            text.write(_BYTE_ORDER_MARK)
        writer = csv.writer(text, delimiter=";" if greek else ",", lineterminator="\r\n")
        for place, table in enumerate(tables):
            if len(tables) > 1:
                writer.writerows([[], [_guarded(table.name)]] if place else [[_guarded(table.name)]])
            writer.writerow([_guarded(column.title) for column in table.columns])
            kinds = [column.kind for column in table.columns]
            for row in table.rows:
                cells = zip(row, kinds, strict=True)
                writer.writerow([_written(cell, kind, greek=greek) for cell, kind in cells])
    finally:
        text.flush()
        # The file is the caller's to close.
        text.detach()


def _written(cell: TableCell, kind: CellKind, *, greek: bool) -> str:
    spelled = _spelled(cell, kind, greek=greek)
    is_figure = isinstance(cell, (Decimal, int)) or (kind == "date" and _day(spelled) is not None)
    return spelled if is_figure else _guarded(spelled)


def _spelled(cell: TableCell, kind: CellKind, *, greek: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        plain = format(cell, "f")
        return plain.replace(".", ",") if greek else plain
    known = _day(str(cell)) if kind == "date" else None
    if known is not None:
        return f"{known:%d/%m/%Y}" if greek else known.isoformat()
    return str(cell)


def _guarded(text: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe, which makes it plain text; what
    nobody sees before it (blanks, marks of direction) hides no formula."""
    clean = _clean(text)
    seen = next((char for char in clean if not _is_unseen(char)), "")
    return f"'{clean}" if seen in _BEGINS_FORMULA and seen else clean


def _is_unseen(char: str) -> bool:
    if char in "\t\r\n":
        return False
    return char.isspace() or unicodedata.category(char) in ("Cf", "Cc", "Zs")


def _clean(text: str) -> str:
    """What can be written at all, and no longer than a cell is."""
    return text[:_LONGEST_TEXT].replace("\0", "").encode("utf-8", "replace").decode()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
