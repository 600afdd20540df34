"""A table worked by keyboard: typing edits, Tab and Enter lead on, past the end a new row begins."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from einvoice_desktop.gui.compose.cells import CellDelegate
from einvoice_desktop.gui.compose.columns import Column, Kind
from einvoice_desktop.gui.compose.marked_view import MarkedView
from einvoice_desktop.gui.compose.table_model import TableModel
from einvoice_desktop.gui.fields.code import CodeBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.text import clean

Index = QModelIndex | QPersistentModelIndex
_CELL_PADDING = 10
_LEAST_STRETCH = 10
_LOOKED_AT = 200
_CONTROL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class RowsView(MarkedView):
    """One of the three tables. `hint` stands in it while it has no rows."""

    left = Signal()
    """Escape outside of a cell: the person is done with the table."""

    def __init__(self, model: TableModel, identifier: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.hint = ""
        self._chosen: dict[int, bool] = {}
        self._needed: set[int] = set()
        self._spot: tuple[int, int, int] | None = None
        identify(self, identifier)
        self.setProperty("role", "grid")
        self.setModel(model)
        self._cells = CellDelegate(self, model)
        self.setItemDelegate(self._cells)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        triggers = QTableView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self._set_up_headers()
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        self._look_for_needs(0, model.rowCount() - 1)

    def _set_up_headers(self) -> None:
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(max(self.fontMetrics().height() + 10, 26))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        down.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 3 + 6)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setMinimumSectionSize(28)
        across.setHighlightSections(False)
        self.fit()

    # --- widths -------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Shows the columns that there is room for; the one that stretches takes the rest."""
        digit = self.fontMetrics().horizontalAdvance("0")
        room = self.viewport().width()
        widths = {i: column.width * digit + _CELL_PADDING for i, column in enumerate(self.rows.columns)}
        stretch = next(i for i, column in enumerate(self.rows.columns) if column.stretches)
        least = _LEAST_STRETCH * digit + _CELL_PADDING
        shown = self._fitting(widths, stretch, room)
        for i, width in widths.items():
            self.setColumnHidden(i, i not in shown)
            if i != stretch:
                self.setColumnWidth(i, width)
        self.setColumnWidth(stretch, max(room - sum(widths[i] for i in shown if i != stretch), least))

    def _fitting(self, widths: dict[int, int], stretch: int, room: int) -> set[int]:
        columns = self.rows.columns
        shown = {i for i in widths if self._chosen.get(i, True)}
        optional = [i for i in shown - self._needed if columns[i].optional and i not in self._chosen]
        for i in sorted(optional, key=lambda i: columns[i].optional, reverse=True):
            if sum(widths[j] for j in shown) > room:
                shown.discard(i)
        return shown | {stretch}

    def show_column(self, column: int, shown: bool = True) -> None:
        """Shows or hides a column for good, whatever the room."""
        self._chosen[column] = shown
        self.fit()

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._look_for_needs(first.row(), last.row())

    def _look_for_needs(self, first: int, last: int) -> None:
        """Brings an optional column to light when one of the rows first looked at needs it."""
        for i, column in enumerate(self.rows.columns):
            if column.needed_by is None or i in self._needed:
                continue
            member, value = column.needed_by
            rows = range(first, min(last + 1, first + _LOOKED_AT))
            if any(self.rows.place(row).value(member) == value for row in rows):
                self._needed.add(i)
                self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    # --- rows ---------------------------------------------------------------------------------------

    def add_row(self) -> None:
        """A new row below the present one when the table has the focus, else at the end."""
        row, focus = self.currentIndex().row(), QApplication.focusWidget()
        here = row >= 0 and focus is not None and (focus is self or self.isAncestorOf(focus))
        path, count = self.rows.list_path, self.rows.rowCount()
        if self.rows.session.ready:
            self.go(self.rows.session.insert_row(path, row + 1 if here else count), 0)

    def remove_row(self) -> None:
        """Takes the present row away."""
        row, column = self._here()
        if 0 <= row < self.rows.rowCount():
            self.rows.session.remove_row(self.rows.list_path, row)
            self.go(min(row, self.rows.rowCount() - 1), column)

    def duplicate_row(self) -> None:
        """The present row once more, below itself."""
        row, column = self._here()
        if 0 <= row < self.rows.rowCount():
            self.rows.session.duplicate_row(self.rows.list_path, row)
            self.go(row + 1, column)

    def move_row(self, delta: int) -> None:
        """Moves the present row by `delta` places, within the table."""
        row, column = self._here()
        to = row + delta
        if row >= 0 and 0 <= to < self.rows.rowCount():
            self.rows.session.move_row(self.rows.list_path, row, to)
            self.go(to, column)

    def _here(self) -> tuple[int, int]:
        return self.currentIndex().row(), max(self.currentIndex().column(), 0)

    # --- moving about -------------------------------------------------------------------------------

    def go(self, row: int, column: int) -> None:
        """Makes a cell the present one; a hidden column comes to light."""
        if not (0 <= row < self.rows.rowCount() and 0 <= column < self.rows.columnCount()):
            return
        if self.isColumnHidden(column):
            self.show_column(column)
        index = self.rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def step(self, forward: bool = True) -> bool:
        """To the next (or previous) cell that is filled in by hand; past the last one a new row begins.

        False at the very beginning.
        """
        row, column = self._here()
        stops = list(self._stops(row))
        onward = [i for i in stops if (i > column if forward else i < column)]
        if onward:
            self.go(row, onward[0] if forward else onward[-1])
        elif forward and row + 1 < self.rows.rowCount():
            self.go(row + 1, stops[0])
        elif forward:
            self.go(self.rows.session.insert_row(self.rows.list_path, self.rows.rowCount()), stops[0])
        elif row > 0:
            self.go(row - 1, list(self._stops(row - 1))[-1])
        else:
            return False
        return True

    def _stops(self, row: int) -> Iterator[int]:
        """The same however wide the window is: a column that only some rows need is passed by in the others."""
        for i, column in enumerate(self.rows.columns):
            if not column.computed and not self.isColumnHidden(i) and self._is_needed(column, row):
                yield i

    def _is_needed(self, column: Column, row: int) -> bool:
        if column.needed_by is None or row < 0:
            return True
        member, value = column.needed_by
        return self.rows.place(row).value(member) == value

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        super().closeEditor(editor, hints.NoHint)
        if hint in (hints.EditNextItem, hints.EditPreviousItem):
            self.step(hint is hints.EditNextItem)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Shift+Tab in the first cell leaves the table; everywhere else Tab stays inside."""
        inside = self.rows.rowCount() > 0 and self.step(forward)
        return inside or super(QAbstractItemView, self).focusNextPrevChild(forward)

    # --- keys ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not (self._row_key(event) or self._cell_key(event)):
            super().keyPressEvent(event)

    def _row_key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & (_CONTROL | _ALT | _SHIFT)
        if key == Qt.Key.Key_Insert and held in (Qt.KeyboardModifier.NoModifier, _CONTROL):
            self.add_row()
        elif key == Qt.Key.Key_Delete and held == _CONTROL:
            self.remove_row()
        elif key == Qt.Key.Key_D and held == _CONTROL | _SHIFT:
            self.duplicate_row()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held == _ALT:
            self.move_row(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _cell_key(self, event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & (_CONTROL | _ALT)
        if self.rows.rowCount() == 0:
            return self._first_row(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif held:
            return False
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear_cells()
        elif key == Qt.Key.Key_F4:
            self._open_choices()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            return False
        return True

    def _first_row(self, event: QKeyEvent) -> bool:
        """In an empty table, typing, Enter and F2 begin the first row."""
        starts = event.text().isprintable() and event.text().strip()
        if starts or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.add_row()
            return not starts
        return False

    def _open_choices(self) -> None:
        index = self.currentIndex()
        if self.rows.columns[index.column()].kind is Kind.CODE:
            self.edit(index)
            if isinstance(self._cells.editor, CodeBox):
                self._cells.editor.showPopup()

    def _clear_cells(self) -> None:
        for index in self.selectedIndexes():
            self.rows.session.choose(self.rows.path(index), None)

    # --- clipboard ----------------------------------------------------------------------------------

    def copy(self) -> None:
        """The selected cells as spreadsheets take them: tabs between cells, a line for each row."""
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes()):
            if not self.isColumnHidden(index.column()):
                rows.setdefault(index.row(), []).append(str(index.data() or ""))
        QGuiApplication.clipboard().setText("\n".join("\t".join(cells) for cells in rows.values()))

    def paste(self) -> None:
        """A block of cells from the clipboard, from the present cell on; rows are added as needed.

        One step of undo takes it back.
        """
        if not self.rows.session.ready:
            return
        text = QGuiApplication.clipboard().text()
        row, column = max(self.currentIndex().row(), 0), self._here()[1]
        shown = [i for i in range(column, self.rows.columnCount()) if not self.isColumnHidden(i)]
        with self.rows.session.together():
            for down, line in enumerate(text.rstrip("\r\n").splitlines()):
                if row + down >= self.rows.session.row_count(self.rows.list_path):
                    self.rows.session.insert_row(self.rows.list_path)
                for i, cell in zip(shown, line.split("\t"), strict=False):
                    self._enter_text(row + down, i, clean(cell).strip())

    def _enter_text(self, row: int, column: int, text: str) -> None:
        kind, place = self.rows.columns[column], self.rows.place(row)
        path, table = kind.path_in(place), kind.table_in(place)
        found = self.rows.tables.resolve(table, text) if table and text else None
        if found is None:
            self.rows.session.edit(path, text)
        else:
            self.rows.session.choose(path, int(found.code) if kind.as_number else found.code)

    # --- another document ---------------------------------------------------------------------------

    def _on_about_to_reset(self) -> None:
        row, column = self._here()
        self._spot = (row, column, self.verticalScrollBar().value())

    def _on_reset(self) -> None:
        self._needed.clear()
        self._look_for_needs(0, self.rows.rowCount() - 1)
        self.fit()
        if self._spot is None:
            return
        row, column, scrolled = self._spot
        if row >= 0:
            self.go(min(row, self.rows.rowCount() - 1), column)
        self.verticalScrollBar().setValue(scrolled)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.rows.rowCount() == 0 and self.hint:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.viewport().rect(), int(Qt.AlignmentFlag.AlignCenter), self.hint)
            painter.end()
