"""How large the sheets in a zipped workbook are, before they are read: one cell far away costs its reader
all the room between, and the whole program where there is not so much."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import MOST_SHEET_COLUMNS, MOST_SHEET_ROWS

_LARGEST_UNPACKED = 300_000_000
_XLSX_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})(\d{1,8})["'][^>]*?(?<!/)>""")
_ODS_PIECE = re.compile(rb"<(/?)table:(table|table-row|table-cell|covered-table-cell)(?![\w-])([^>]*)>")
_REPEATED = re.compile(rb"""table:number-(?:rows|columns)-repeated=["'](\d{1,9})["']""")


def check_zipped(data: bytes) -> str:
    """ "xlsx" or "ods". Raises UserError("sheet_damaged" | "sheet_unknown" | "sheet_too_large" |
    "sheet_too_long" | "sheet_too_wide")."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if sum(info.file_size for info in archive.infolist()) > _LARGEST_UNPACKED:
                raise UserError("sheet_too_large", limit=_LARGEST_UNPACKED // 1_000_000)
            if "content.xml" in names:
                _check_ods(archive.read("content.xml"))
                return "ods"
            sheets = [name for name in names if re.search(r"worksheets/[^/]+\.xml$", name)]
            if not sheets:
                raise UserError("sheet_unknown")
            for name in sheets:
                _check_xlsx(archive.read(name))
            return "xlsx"
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError):
        raise UserError("sheet_damaged") from None
    except RuntimeError:
        # What zipfile says of an entry that needs a password.
        raise UserError("sheet_protected") from None


def _check_xlsx(sheet: bytes) -> None:
    lowest, widest = 0, 0
    for match in _XLSX_CELL.finditer(sheet):
        lowest = max(lowest, int(match[2]))
        widest = max(widest, _column(match[1]))
    _check(lowest, widest)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_ods(content: bytes) -> None:
    for lowest, widest in _ods_sizes(content):
        _check(lowest, widest)


def _ods_sizes(content: bytes) -> Iterator[tuple[int, int]]:
    """Down to which row and across to which column each table holds something."""
    row = column = repeated = lowest = widest = filled = 0
    for match in _ODS_PIECE.finditer(content):
        closing, name, attributes = bool(match[1]), match[2], match[3]
        if name == b"table":
            if closing:
                yield lowest, widest
            row = lowest = widest = 0
        elif name == b"table-row":
            if not closing:
                column, filled, repeated = 0, 0, _times(attributes)
            if closing or attributes.endswith(b"/"):
                row += repeated
                lowest, widest = (row, max(widest, filled)) if filled else (lowest, widest)
        elif not closing:
            column += _times(attributes)
            filled = column if b"value-type=" in attributes else filled


def _times(attributes: bytes) -> int:
    match = _REPEATED.search(attributes)
    return int(match[1]) if match else 1


def _check(lowest: int, widest: int) -> None:
    if lowest > MOST_SHEET_ROWS:
        raise UserError("sheet_too_long", limit=MOST_SHEET_ROWS)
    if widest > MOST_SHEET_COLUMNS:
        raise UserError("sheet_too_wide", limit=MOST_SHEET_COLUMNS)
