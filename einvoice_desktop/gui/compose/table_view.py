"""A table worked by keyboard: typing edits, Tab and Enter lead on, past the end a new row begins."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QWidget,
)

from einvoice_desktop.gui.compose.cells import CellDelegate
from einvoice_desktop.gui.compose.clipboard import GridClipboard
from einvoice_desktop.gui.compose.columns import Column
from einvoice_desktop.gui.compose.marked_view import MarkedView
from einvoice_desktop.gui.compose.selection_sum import SelectionSum
from einvoice_desktop.gui.compose.table_columns import ColumnRoom
from einvoice_desktop.gui.compose.table_keys import TableKeys
from einvoice_desktop.gui.compose.table_model import TableModel
from einvoice_desktop.gui.fields.identity import identify

Index = QModelIndex | QPersistentModelIndex


class RowsView(MarkedView):
    """One of the three tables. `hint` stands in it while it has no rows."""

    left = Signal()
    """Escape outside of a cell: the person is done with the table."""
    opened = Signal(int)
    """The person asks for everything of a row."""

    def __init__(self, model: TableModel, identifier: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.hint = ""
        self._spot: tuple[int, int, int] | None = None
        self._fresh: object = None
        identify(self, identifier)
        self.setProperty("role", "grid")
        self.setModel(model)
        self.cells = CellDelegate(self, model)
        self.setItemDelegate(self.cells)
        self.setSelectionMode(QTableView.SelectionMode.ContiguousSelection)
        triggers = QTableView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self._set_up_rows()
        self.room = ColumnRoom(self)
        self.clipboard = GridClipboard(self)
        self._keys = TableKeys(self)
        self._sum = SelectionSum(self)
        self._connect()
        self.room.look_again()

    def _set_up_rows(self) -> None:
        down = _RowNumbers(Qt.Orientation.Vertical, self)
        self.setVerticalHeader(down)
        down.setSectionsClickable(True)
        down.setHighlightSections(True)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(max(self.fontMetrics().height() + 10, 26))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        down.setFixedWidth(self.fontMetrics().horizontalAdvance("0") * 3 + 6)

    def _connect(self) -> None:
        model = self.rows
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        model.headerDataChanged.connect(lambda *_which: self.room.fit())
        self.selectionModel().selectionChanged.connect(self._sum.refresh)

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.room.look_for_needs(first.row(), last.row())
        self.room.look_for_filled(first.row(), last.row())
        self.room.look_for_figures(first.row(), last.row())
        if self._sum.isVisible():
            self._sum.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit()
        self._sum.place()

    # --- rows ---------------------------------------------------------------------------------------

    def add_row(self) -> None:
        """A new row below the present one when the table has the focus, else at the end."""
        row, focus = self.currentIndex().row(), QApplication.focusWidget()
        here = row >= 0 and focus is not None and (focus is self or self.isAncestorOf(focus))
        if self.rows.session.ready:
            self._begin_row(row + 1 if here else self.rows.rowCount())

    def _begin_row(self, row: int, column: int = 0) -> None:
        self.go(self.rows.session.insert_row(self.rows.list_path, row), column)
        self._fresh = self._row_value(row)

    def remove_row(self) -> None:
        """Takes the present row away."""
        row, column = self.here()
        if 0 <= row < self.rows.rowCount():
            self.rows.session.remove_row(self.rows.list_path, row)
            self.go(min(row, self.rows.rowCount() - 1), column)

    def duplicate_row(self) -> None:
        """The present row once more, below itself."""
        row, column = self.here()
        if 0 <= row < self.rows.rowCount():
            self.rows.session.duplicate_row(self.rows.list_path, row)
            self.go(row + 1, column)

    def move_row(self, delta: int) -> None:
        """Moves the present row by `delta` places, within the table."""
        row, column = self.here()
        to = row + delta
        if row >= 0 and 0 <= to < self.rows.rowCount():
            self.rows.session.move_row(self.rows.list_path, row, to)
            self.go(to, column)

    def leave(self) -> None:
        """Takes the present row back where it is new and untouched; else the person is done here."""
        row, _ = self.here()
        if self._fresh is not None and row > 0 and self._row_value(row) == self._fresh:
            self._fresh = None
            self.remove_row()
        else:
            self.left.emit()

    def _row_value(self, row: int) -> object:
        return self.rows.session.value(f"{self.rows.list_path}[{row}]")

    def here(self) -> tuple[int, int]:
        """Row and column of the present cell; row -1 where there is none."""
        return self.currentIndex().row(), max(self.currentIndex().column(), 0)

    # --- moving about -------------------------------------------------------------------------------

    def begin(self) -> None:
        """Puts the focus on the first cell of the last row: where lines go on."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.rows.rowCount() == 0:
            self.add_row()
        self.go(self.rows.rowCount() - 1, 0)

    def go(self, row: int, column: int) -> None:
        """Makes a cell the present one; a hidden column comes to light."""
        if not (0 <= row < self.rows.rowCount() and 0 <= column < self.rows.columnCount()):
            return
        if self.isColumnHidden(column):
            self.room.show_column(column)
        index = self.rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def select_along(self, orientation: Qt.Orientation) -> None:
        """Selects the whole present row, or column."""
        flags = QItemSelectionModel.SelectionFlag
        whole = flags.Rows if orientation is Qt.Orientation.Horizontal else flags.Columns
        self.selectionModel().select(self.currentIndex(), flags.ClearAndSelect | whole)

    def step(self, forward: bool = True) -> bool:
        """To the next (or previous) cell that is filled in by hand; past the last one a new row begins.

        False at the very beginning.
        """
        row, column = self.here()
        stops = list(self._stops(row))
        onward = [i for i in stops if (i > column if forward else i < column)]
        if onward:
            self.go(row, onward[0] if forward else onward[-1])
        elif forward and row + 1 < self.rows.rowCount():
            self.go(row + 1, stops[0])
        elif forward:
            self._begin_row(self.rows.rowCount(), stops[0])
        elif row > 0:
            self.go(row - 1, list(self._stops(row - 1))[-1])
        else:
            return False
        return True

    def _stops(self, row: int) -> Iterator[int]:
        """The same however wide the window is; a column that only some rows need is passed by in others."""
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
        if not self._keys.press(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu key and Shift+F10 open the list of columns, as the right button does on their heads."""
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            self.room.choose()
        else:
            super().contextMenuEvent(event)

    # --- another document ---------------------------------------------------------------------------

    def _on_about_to_reset(self) -> None:
        row, column = self.here()
        self._spot = (row, column, self.verticalScrollBar().value())

    def _on_reset(self) -> None:
        self.room.look_again()
        self._sum.refresh()
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


class _RowNumbers(QHeaderView):
    """As wide as it was told: Qt would ask two hundred rows for their width each time one comes or goes."""

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), 0)
