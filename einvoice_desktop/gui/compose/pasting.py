"""A block of foreign cells put into the rows of a table: which column each goes to, what it means there."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.blocks import amount_of, number_form, plainly
from einvoice_desktop.app.drafting import choose, edit_text
from einvoice_desktop.app.entry import Language, fold
from einvoice_desktop.app.html_table import Block, Cell
from einvoice_desktop.app.many_rows import ManyRows
from einvoice_desktop.gui.compose.columns import CONTEXT, Column, Kind, RowPlace
from einvoice_desktop.gui.compose.header_words import HEADER_WORDS
from einvoice_desktop.gui.fields.text import clean

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.domain.codes import CodeTables
    from einvoice_desktop.gui.compose.table_model import TableModel
    from einvoice_desktop.gui.fields.choices import Entry

_RESULTS = ("netTotal", "vatTotal", "total")
"""What follows from the rest of a line: taken only from a block that holds nothing else of it."""


class Pasted(NamedTuple):
    """What became of a block: rows and cells taken, cells that mean nothing, amounts that could mean two
    things, headings of columns that were left out."""

    rows: int = 0
    cells: int = 0
    misread: int = 0
    doubtful: int = 0
    left_out: tuple[str, ...] = ()


class Target(NamedTuple):
    """Where a block goes: its rows without a heading, and for each of its columns ours or None."""

    rows: Block
    columns: Sequence[int | None]
    left_out: tuple[str, ...] = ()


def target_of(block: Block, columns: Sequence[Column], shown: Sequence[int]) -> Target:
    """A first row of our columns' names says where the cells go; without one they go to `shown`, in order."""
    headed = _headed(block[0], columns) if len(block) > 1 else []
    if headed:
        names = tuple(
            cell.text.strip()
            for cell, place in zip(block[0], headed, strict=True)
            if place is None and cell.text.strip()
        )
        return Target(block[1:], _without_results(headed, columns), names)
    width = max(map(len, block))
    places: list[int | None] = [*shown[:width], *[None] * (width - len(shown))]
    return Target(block, _without_results(places, columns))


def _headed(row: Sequence[Cell], columns: Sequence[Column]) -> list[int | None]:
    """The columns that the cells of a first row name; [] where it is no heading."""
    named = _names(columns)
    found: list[int | None] = []
    for cell in row:
        place = named.get(_bare(cell.text))
        found.append(None if place in found else place)
    filled = sum(1 for cell in row if cell.text.strip())
    known = sum(1 for place in found if place is not None)
    return found if known and known * 2 > filled else []


def _names(columns: Sequence[Column]) -> dict[str, int]:
    names: dict[str, int] = {}
    for place, column in enumerate(columns):
        told = (
            QCoreApplication.translate(CONTEXT, column.title),
            QCoreApplication.translate(CONTEXT, column.name),
        )
        for word in (column.title, column.name, *told, *HEADER_WORDS.get(column.title, ())):
            names.setdefault(_bare(word), place)
    return names


def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum() or c == "%")


def _without_results(places: Sequence[int | None], columns: Sequence[Column]) -> Sequence[int | None]:
    held = {i for i in places if i is not None}
    results = {i for i in held if columns[i].path in _RESULTS}
    return places if held == results else [None if i in results else i for i in places]


class _OneRow:
    """The values of a row that stands alone in its draft, as columns ask for them."""

    def __init__(self, rows: ManyRows, index: int) -> None:
        self._rows = rows
        self.index = index
        self.draft = rows.row(index)

    def value(self, path: str) -> object:
        from einvoice_desktop.domain.fields import get_value

        value: object = get_value(self.draft.document, path)
        return value


class Writer:
    """Puts cells into the rows of a table's list, each as if a person had typed it."""

    def __init__(self, model: TableModel, draft: Draft, codes: CodeTables) -> None:
        self._model = model
        self._codes = codes
        self._language: Language = model.session.language
        self._found: dict[tuple[str, str], Entry | None] = {}
        self.rows = ManyRows(draft, model.list_path)
        self.told = Pasted()

    def paste(self, target: Target, first: int) -> Draft:
        """The whole draft with a block put in from row `first` on."""
        form = number_form(self._amounts(target), self._language)
        for down, cells in enumerate(target.rows):
            index, fresh = first + down, False
            if index >= len(self.rows):
                index, fresh = self.rows.append(), True
            fresh = fresh or self.rows.is_blank(index)
            row = _OneRow(self.rows, index)
            for cell, place in zip(cells, target.columns, strict=False):
                # An empty cell leaves alone what a new row carries on from the one above.
                if place is not None and (cell.text.strip() or cell.code or not fresh):
                    self._enter(row, self._model.columns[place], cell, form)
            self.rows.put(index, row.draft)
        self.told = self.told._replace(rows=len(target.rows), left_out=target.left_out)
        return self.rows.draft(self._codes)

    def _amounts(self, target: Target) -> list[str]:
        columns = self._model.columns
        amounts = [
            i for i, c in enumerate(target.columns) if c is not None and columns[c].kind is Kind.AMOUNT
        ]
        return [row[i].text for row in target.rows for i in amounts if i < len(row)]

    def fill(self, source: int, rows: Sequence[int], columns: Sequence[int]) -> Draft:
        """The whole draft with the cells of row `source` in other rows too, except what is computed."""
        above = _OneRow(self.rows, source)
        filled = [self._model.columns[i] for i in columns if not self._model.columns[i].computed]
        for index in rows:
            row = _OneRow(self.rows, index)
            for column in filled:
                self._copy(above, row, column)
            self.rows.put(index, row.draft)
        self.told = Pasted(len(rows), len(rows) * len(filled))
        return self.rows.draft(self._codes)

    def _copy(self, above: _OneRow, row: _OneRow, column: Column) -> None:
        source, path = (column.path_in(self._place(one)) for one in (above, row))
        value = above.value(source)
        if source in above.draft.misread | above.draft.held:
            row.draft = edit_text(row.draft, path, above.draft.typed[source], self._language, self._codes)
        elif isinstance(value, Decimal):
            row.draft = edit_text(
                row.draft, path, plainly(value, self._language), self._language, self._codes
            )
        else:
            row.draft = choose(row.draft, path, value, self._codes)

    def _place(self, row: _OneRow) -> RowPlace:
        return RowPlace(row, f"{self._model.list_path}[0]", self._model.side_of)

    def _enter(self, row: _OneRow, column: Column, cell: Cell, form: Language) -> None:
        place = self._place(row)
        path, table = column.path_in(place), column.table_in(place)
        text = clean(" ".join(cell.text.split("\n"))).strip()
        entry = self._entry(table, cell.code or text) if table and (cell.code or text) else None
        doubtful = unknown = False
        if entry is not None:
            value = int(entry.code) if column.as_number and entry.code.isdecimal() else entry.code
            row.draft = choose(row.draft, path, value, self._codes)
        else:
            if column.kind is Kind.AMOUNT:
                text, doubtful = self._amount(path, cell, text, form)
            unknown = bool(table and text)
            row.draft = edit_text(row.draft, path, text, self._language, self._codes)
        self.told = self.told._replace(
            cells=self.told.cells + bool(text or entry),
            misread=self.told.misread + (unknown or path in row.draft.misread),
            doubtful=self.told.doubtful + doubtful,
        )

    def _amount(self, path: str, cell: Cell, text: str, form: Language) -> tuple[str, bool]:
        """The text to enter, an amount so that it can be read in one way only; whether it was doubtful."""
        if path.endswith("percentage"):
            cell = Cell(cell.text.strip().removesuffix("%"), None if "%" in text else cell.number)
        read = amount_of(cell, form)
        return (plainly(read.value, self._language), read.ambiguous) if read.ok else (text, False)

    def _entry(self, table: str, text: str) -> Entry | None:
        if (table, text) not in self._found:
            self._found[table, text] = self._model.tables.resolve(table, text)
        return self._found[table, text]
