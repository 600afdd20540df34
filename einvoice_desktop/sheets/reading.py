"""Reads the spreadsheets that people have; what a file is, its bytes tell and not its name."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import (
    LARGEST_SHEET,
    MOST_SHEET_COLUMNS,
    MOST_SHEET_ROWS,
    Cell,
    Sheet,
    Workbook,
)
from einvoice_desktop.sheets.bounds import check_zipped
from einvoice_desktop.sheets.old_excel import check_old
from einvoice_desktop.sheets.texts import read_text, rows_of, separator_of

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"MZ\x90",
    b"{\\rtf",
    b"PK\x05\x06",
    b"<",
)
_PANIC = "PanicException"
_DIGITS = 15
"""Excel itself keeps no more of a number."""
_WHOLE = 10**15


def read_workbook(data: bytes, encoding: str = "", separator: str = "") -> Workbook:
    """app.ports.sheets.ReadWorkbook."""
    if not data.strip():
        raise UserError("sheet_empty")
    if len(data) > LARGEST_SHEET:
        raise UserError("sheet_too_large", limit=LARGEST_SHEET // 1_000_000)
    if data.startswith(_ZIP):
        check_zipped(data)
        return _filled(_sheets(data))
    if data.startswith(_OLE):
        if _PROTECTED in data:
            raise UserError("sheet_protected")
        check_old(data)
        return _filled(_sheets(data))
    if data.startswith(_OTHERS):
        raise UserError("sheet_unknown")
    return _of_text(data, encoding, separator)


def _filled(sheets: Iterable[Sheet]) -> Workbook:
    found = tuple(sheet for sheet in sheets if sheet.rows)
    if not found:
        raise UserError("sheet_empty")
    return Workbook(found)


# --- text -------------------------------------------------------------------------------------------------


def _of_text(data: bytes, encoding: str, separator: str) -> Workbook:
    text, found = read_text(data, encoding)
    told, text = (separator, text) if separator else separator_of(text)
    rows = _trimmed([cell.strip() or None for cell in row] for row in rows_of(text, told))
    return Workbook(_filled([Sheet("", rows)]).sheets, found, told)


# --- workbooks --------------------------------------------------------------------------------------------


def _sheets(data: bytes) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            return _in_sight(workbook)
    except PasswordError:
        raise UserError("sheet_protected") from None
    except (CalamineError, ValueError, OSError):
        raise UserError("sheet_damaged") from None
    except BaseException as error:
        # A panic of the library over a damaged file; it is no Exception.
        if type(error).__name__ != _PANIC:
            raise
        raise UserError("sheet_damaged") from None


def _in_sight(workbook: CalamineWorkbook) -> list[Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        Sheet(meta.name, _trimmed(map(_cells, workbook.get_sheet_by_name(meta.name).to_python(False))))
        for meta in workbook.sheets_metadata
        if meta.visible == SheetVisibleEnum.Visible and meta.typ == SheetTypeEnum.WorkSheet
    ]


def _cells(row: list[int | float | str | bool | time | date | datetime | timedelta]) -> list[Cell]:
    return [_cell(value) for value in row]


def _cell(value: int | float | str | bool | time | date | datetime | timedelta) -> Cell:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, bool):
        return value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, time | timedelta):
        return str(value)
    return _number(value)


def _number(value: float) -> Decimal | None:
    """The number that a person sees in the cell, not the nearest binary one."""
    if value != value or abs(value) == float("inf"):
        return None
    if value == int(value) and abs(value) < _WHOLE:
        return Decimal(int(value))
    shortest = Decimal(repr(value))
    return shortest if len(shortest.as_tuple().digits) <= _DIGITS else Decimal(f"{value:.{_DIGITS}g}")


# --- both -------------------------------------------------------------------------------------------------


def _trimmed(rows: Iterable[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """Without what is empty at the end of each row and of the rows. Raises UserError("sheet_too_long" |
    "sheet_too_wide", limit=)."""
    kept: list[tuple[Cell, ...]] = []
    for row in rows:
        while row and row[-1] is None:
            row.pop()
        if len(row) > MOST_SHEET_COLUMNS:
            raise UserError("sheet_too_wide", limit=MOST_SHEET_COLUMNS)
        kept.append(tuple(row))
    while kept and not kept[-1]:
        kept.pop()
    if len(kept) > MOST_SHEET_ROWS:
        raise UserError("sheet_too_long", limit=MOST_SHEET_ROWS)
    return tuple(kept)
