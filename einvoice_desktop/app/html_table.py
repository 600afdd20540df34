"""Cells in tables of HTML, as spreadsheets and browsers put them on the clipboard."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from html import escape
from html.parser import HTMLParser

MOST_ROWS = 20_000
_MOST_SPAN = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: the text as shown there, and where the other program tells it, its number or our own code."""

    text: str
    number: Decimal | None = None
    code: str = ""


Block = Sequence[Sequence[Cell]]


def read_html(html: str) -> list[list[Cell]]:
    """The rows of the first table; merged cells stand in their first place, hidden rows are left out."""
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return without_empty_end(reader.rows)


def write_html(block: Block) -> str:
    """A table with the numbers beside their texts, so that a spreadsheet of any language reads them."""
    rows = "".join(f"<tr>{''.join(map(_td, row))}</tr>" for row in block)
    return f'<html><head><meta charset="utf-8"></head><body><table>{rows}</table></body></html>'


def _td(cell: Cell) -> str:
    told = f' data-code="{escape(cell.code)}"' if cell.code else ""
    if cell.number is not None:
        told += f' sdval="{cell.number}" x:num="{cell.number}"'
    return f"<td{told}>{escape(cell.text)}</td>"


class _TableReader(HTMLParser):
    """Collects the cells of the first table that closes; tables inside its cells are part of their text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[Cell]] = []
        self._depth = 0
        self._done = False
        self._skipped = ""
        self._hidden = False
        self._cell: dict[str, str] | None = None
        self._text: list[str] = []
        # Places of the row that cells from above reach down into: column -> rows still to come.
        self._from_above: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag in ("style", "script", "head", "title") and not self._skipped:
            self._skipped = tag
        elif tag == "table":
            self._depth += 1
        elif self._depth != 1 or self._done:
            if tag == "br":
                self._text.append("\n")
        elif tag == "tr":
            self._end_cell()
            self._begin_row(told)
        elif tag in ("td", "th"):
            self._end_cell()
            self._cell, self._text = told, []
        elif tag == "br":
            self._text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skipped:
            self._skipped = ""
        elif tag == "table":
            if self._depth == 1 and self.rows:
                self._end_cell()
                self._done = True
            self._depth = max(self._depth - 1, 0)
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        if self._cell is not None and not self._skipped:
            # Line ends of the source are blanks; those of the text are <br>.
            self._text.append(re.sub(r"[ \t\r\n]+", " ", data))

    def _begin_row(self, told: dict[str, str]) -> None:
        self._hidden = _is_hidden(told)
        if len(self.rows) <= MOST_ROWS:
            self.rows.append([])
        if self._hidden:
            self.rows.pop()
        self._fill_from_above()

    def _fill_from_above(self) -> None:
        row = self.rows[-1] if self.rows and not self._hidden else None
        while row is not None and self._from_above.get(len(row), 0) > 0:
            self._from_above[len(row)] -= 1
            row.append(Cell(""))

    def _end_cell(self) -> None:
        told, self._cell = self._cell, None
        if told is None or self._hidden or self._done or _is_hidden(told):
            return
        if not self.rows:
            self.rows.append([])
        row = self.rows[-1]
        across, down = _span(told.get("colspan")), _span(told.get("rowspan"))
        cells = [_cell(_tidy("".join(self._text)), told), *(Cell("") for _ in range(across - 1))]
        for cell in cells:
            if down > 1:
                self._from_above[len(row)] = down - 1
            row.append(cell)
        self._fill_from_above()


def _cell(text: str, told: dict[str, str]) -> Cell:
    given = told.get("sdval") or told.get("x:num") or ""
    try:
        number = Decimal(given) if given else None
    except InvalidOperation:
        number = None
    return Cell(text, number if number is None or number.is_finite() else None, told.get("data-code", ""))


def _tidy(text: str) -> str:
    lines = (re.sub(r"[ \u00a0]+", " ", line).strip() for line in text.split("\n"))
    return "\n".join(lines).strip()


def _span(text: str | None) -> int:
    digits = (text or "").strip()[:4]
    return min(max(int(digits), 1), _MOST_SPAN) if digits.isascii() and digits.isdigit() else 1


def _is_hidden(told: dict[str, str]) -> bool:
    return "display:none" in told.get("style", "").replace(" ", "").lower()


def without_empty_end(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Without the rows at the end in which nothing stands."""
    while rows and not any(cell.text.strip() for cell in rows[-1]):
        rows.pop()
    return rows
