"""The keys of a table outside of its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from einvoice_desktop.gui.compose.columns import Kind
from einvoice_desktop.gui.fields.code import CodeBox

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.table_view import RowsView

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableKeys:
    """What one key press means to `view`."""

    def __init__(self, view: RowsView) -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Whether the key was the table's."""
        return self._of_rows(event) or self._of_cells(event)

    def _of_rows(self, event: QKeyEvent) -> bool:
        view = self._view
        key, held = event.key(), event.modifiers() & (_CONTROL | _ALT | _SHIFT)
        if key == Qt.Key.Key_Insert and held in (_NONE, _CONTROL):
            view.add_row()
        elif key == Qt.Key.Key_Delete and held == _CONTROL:
            view.remove_row()
        elif key == Qt.Key.Key_D and held == _CONTROL | _SHIFT:
            view.duplicate_row()
        elif key == Qt.Key.Key_D and held == _CONTROL:
            view.clipboard.fill_down()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and held == _ALT:
            view.move_row(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER and held == _ALT and view.here()[0] >= 0:
            view.opened.emit(view.here()[0])
        elif key == Qt.Key.Key_Space and held == _SHIFT:
            view.select_along(Qt.Orientation.Horizontal)
        elif key == Qt.Key.Key_Space and held == _CONTROL:
            view.select_along(Qt.Orientation.Vertical)
        else:
            return False
        return True

    def _of_cells(self, event: QKeyEvent) -> bool:
        view, key = self._view, event.key()
        if view.rows.rowCount() == 0 and self._first_row(event):
            return True
        if event.matches(QKeySequence.StandardKey.Copy):
            view.clipboard.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            view.clipboard.cut()
        elif event.matches(QKeySequence.StandardKey.Paste):
            view.clipboard.paste()
        elif event.modifiers() & (_CONTROL | _ALT):
            return False
        elif key in _ENTER:
            view.step(not event.modifiers() & _SHIFT)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            view.clipboard.clear()
        elif key == Qt.Key.Key_F4:
            self._open_choices()
        elif key == Qt.Key.Key_Escape:
            view.leave()
        else:
            return False
        return True

    def _first_row(self, event: QKeyEvent) -> bool:
        """In an empty table, typing, Enter and F2 begin the first row."""
        starts = event.text().isprintable() and event.text().strip()
        if starts or event.key() in (*_ENTER, Qt.Key.Key_F2):
            self._view.add_row()
            return not starts
        return False

    def _open_choices(self) -> None:
        view = self._view
        index = view.currentIndex()
        if index.isValid() and view.rows.columns[index.column()].kind is Kind.CODE:
            view.edit(index)
            if isinstance(view.cells.editor, CodeBox):
                view.cells.editor.showPopup()
