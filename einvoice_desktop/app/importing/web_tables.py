"""Pages with a table in them, which web programs send as spreadsheets."""

from __future__ import annotations

import re

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.html_table import read_html
from einvoice_desktop.app.ports import Cell, Sheet, Workbook

_CHARSET = re.compile(rb"""charset=["']?([\w-]+)""", re.IGNORECASE)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe")


def is_page(data: bytes) -> bool:
    """Whether a file begins as markup does."""
    head = data[:200]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.lstrip().startswith(b"<")


def read_page(data: bytes) -> Workbook:
    """The first table of a page. Raises UserError("sheet_unknown")."""
    rows = [tuple(_cell(cell.number, cell.text) for cell in row) for row in read_html(_text(data))]
    if not rows:
        raise UserError("sheet_unknown")
    return Workbook((Sheet("", tuple(rows)),))


def _cell(number: Cell, text: str) -> Cell:
    return number if number is not None else text.strip() or None


def _text(data: bytes) -> str:
    """As it says itself, else as its bytes can be read."""
    if data.startswith(b"\xff\xfe"):
        return data.decode("utf-16", errors="replace")
    told = _CHARSET.search(data[:5000])
    for encoding in (told[1].decode() if told else "", "utf-8-sig", "cp1253"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode("cp1253", errors="replace")
