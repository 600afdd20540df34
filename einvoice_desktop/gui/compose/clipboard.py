"""Copy, cut, paste and fill down in a table, each one step of undo; what became of a block is told."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from einvoice_desktop.gui.compose.columns import Kind

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelectionRange

    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.html_table import Block, Cell
    from einvoice_desktop.domain.codes import CodeTables
    from einvoice_desktop.gui.compose.pasting import Pasted
    from einvoice_desktop.gui.compose.table_view import RowsView

_SINGLE = 1


class GridClipboard(QObject):
    """The clipboard of one table."""

    told = Signal(str, str)
    """(sentence, tone): what became of a block."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._view = view

    # --- out ----------------------------------------------------------------------------------------

    def copy(self) -> bool:
        """The selected cells as text and as a table, for spreadsheets; whether there were any."""
        from einvoice_desktop.app.blocks import write_tsv
        from einvoice_desktop.app.html_table import write_html

        block = self._selected()
        if not block:
            return False
        data = QMimeData()
        data.setText(write_tsv(block))
        data.setHtml(write_html(block))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def cut(self) -> None:
        """Copies the selected cells and empties them."""
        if self.copy():
            self.clear()

    def clear(self) -> None:
        """Empties the selected cells."""
        session, model = self._view.rows.session, self._view.rows
        with session.together():
            for path in [model.path(index) for index in self._view.selectedIndexes()]:
                session.choose(path, None)

    def _selected(self) -> Block:
        selection = self._view.selectionModel().selection()
        parts = list(selection)  # type: ignore[call-overload]  # it can be iterated
        cells = {(row, i) for p in parts for row in _rows(p) for i in range(p.left(), p.right() + 1)}
        rows: dict[int, list[Cell]] = {}
        for row, column in sorted(cells):
            if not self._view.isColumnHidden(column):
                rows.setdefault(row, []).append(self._cell(row, column))
        return list(rows.values())

    def _cell(self, row: int, column: int) -> Cell:
        from einvoice_desktop.app.html_table import Cell

        model = self._view.rows
        value = model.session.value(model.columns[column].path_in(model.place(row)))
        kind = model.columns[column].kind
        return Cell(
            model.shown(row, column),
            value if kind is Kind.AMOUNT and isinstance(value, Decimal) else None,
            str(value) if kind is Kind.CODE and value is not None else "",
        )

    # --- in -----------------------------------------------------------------------------------------

    def paste(self) -> None:
        """A block from the clipboard, from the present cell on; rows are added as needed.

        One cell for several selected ones goes to each of them.
        """
        from einvoice_desktop.app.blocks import read_block
        from einvoice_desktop.gui.compose.pasting import Pasted, Writer, target_of

        session, model = self._view.rows.session, self._view.rows
        block = read_block(*_held())
        if not block or not session.ready or session.is_sealing:
            return
        first, left, down, across = self._room()
        if len(block) == _SINGLE and len(block[0]) == _SINGLE:
            block = [[block[0][0]] * across for _ in range(down)]
        shown = [i for i in range(left, model.columnCount()) if not self._view.isColumnHidden(i)]
        target = target_of(block, model.columns, shown)
        told = Pasted()

        def edit(draft: Draft, codes: CodeTables) -> Draft:
            nonlocal told
            writer = Writer(model, draft, codes)
            changed = writer.paste(target, first)
            told = writer.told
            return changed

        session.rework(edit)
        self._select(first, len(target.rows), [i for i in target.columns if i is not None])
        self._tell(told)

    def fill_down(self) -> None:
        """The first selected row's cells in the other selected rows too; into a single row, the one above."""
        from einvoice_desktop.gui.compose.pasting import Writer

        session, model = self._view.rows.session, self._view.rows
        first, left, down, _across = self._room()
        columns = sorted({i.column() for i in self._view.selectedIndexes()} or {left})
        columns = [i for i in columns if not self._view.isColumnHidden(i)]
        source = first if down > _SINGLE else first - 1
        rows = range(source + 1, first + down)
        if source < 0 or not rows or rows[-1] >= model.rowCount() or not session.ready or session.is_sealing:
            return
        session.rework(lambda draft, codes: Writer(model, draft, codes).fill(source, rows, columns))
        self._select(first, down, columns)

    def _room(self) -> tuple[int, int, int, int]:
        """The selected cells, or the present one: first row, first column, rows, shown columns."""
        chosen = self._view.selectedIndexes() or [self._view.currentIndex()]
        rows = [max(index.row(), 0) for index in chosen]
        columns = {max(index.column(), 0) for index in chosen}
        shown = [i for i in columns if not self._view.isColumnHidden(i)] or [min(columns)]
        return min(rows), min(shown), max(rows) - min(rows) + 1, len(shown)

    def _select(self, first: int, rows: int, columns: list[int]) -> None:
        model = self._view.rows
        if not columns or not rows:
            return
        top = model.index(first, min(columns))
        foot = model.index(min(first + rows, model.rowCount()) - 1, max(columns))
        flags = QItemSelectionModel.SelectionFlag
        self._view.selectionModel().setCurrentIndex(top, flags.NoUpdate)
        self._view.selectionModel().select(QItemSelection(top, foot), flags.ClearAndSelect)
        self._view.scrollTo(top)

    # --- what is told -------------------------------------------------------------------------------

    def _tell(self, pasted: Pasted) -> None:
        if pasted.cells <= _SINGLE and not (pasted.misread or pasted.doubtful):
            return
        parts = [self.tr("Pasted. Lines: {0}, cells: {1}.").format(pasted.rows, pasted.cells)]
        if pasted.doubtful:
            parts.append(self.tr("{0} amounts like 1.234 were read as thousands.").format(pasted.doubtful))
        if pasted.left_out:
            parts.append(self.tr("Without: {0}.").format(", ".join(pasted.left_out)))
        if pasted.misread:
            parts.append(self.tr("Not understood and marked: {0}.").format(pasted.misread))
        doubt = pasted.misread or pasted.doubtful or pasted.left_out
        self.told.emit(" ".join(parts), "warning" if doubt else "success")


def _rows(part: QItemSelectionRange) -> range:
    return range(part.top(), part.bottom() + 1)


def _held() -> tuple[str, str]:
    """The clipboard's text and table; "" for what it does not have."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    if data is None:
        return "", ""
    return data.text() if data.hasText() else "", data.html() if data.hasHtml() else ""
