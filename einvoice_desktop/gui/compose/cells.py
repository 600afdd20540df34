"""Draws and edits one cell: the same fields as everywhere, and the keys that lead from cell to cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from einvoice_desktop.gui.compose.columns import Kind
from einvoice_desktop.gui.compose.marked_view import MarkedView, draw_sign
from einvoice_desktop.gui.compose.table_model import TableModel
from einvoice_desktop.gui.fields.amount import AmountField
from einvoice_desktop.gui.fields.code import CodeBox
from einvoice_desktop.gui.fields.identity import tabular
from einvoice_desktop.gui.fields.text import TextField

Index = QModelIndex | QPersistentModelIndex
Editor = TextField | CodeBox
_SIGN = 11
_PADDING = 5


class LateAmountField(AmountField):
    """An amount that usually follows from others: a look inside must not fix it, so it is sent when left."""

    def send(self, text: str) -> None:  # noqa: ARG002 - every field's
        """Nothing yet: see `commit`."""
        self.show_back()

    def commit(self) -> None:
        if self._changed:
            self._changed = False
            super().send(self.text())
        super().commit()

    def refresh(self) -> None:
        if not self._changed:
            super().refresh()

    def revert(self) -> None:
        self._changed = False
        self.commit()


class CellDelegate(QStyledItemDelegate):
    """Tab and Enter: next cell. Shift+Tab: back. Escape: as it was. Up and Down: the row above or below."""

    def __init__(self, view: MarkedView, model: TableModel) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._fonts: tuple[QFont, QFont] | None = None
        self.editor: Editor | None = None
        self.attend: Callable[[TextField, int], None] | None = None
        """Told of each text that begins to be edited, and its row."""

    # --- drawing ------------------------------------------------------------------------------------

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.font = self._tabular(option.font)
        severity = self._model.severity_at(index)
        if severity:
            option.backgroundBrush = QBrush(self._view.tint(severity))

    def _tabular(self, font: QFont) -> QFont:
        """Made once for each font, not for each cell."""
        if self._fonts is None or self._fonts[0] != font:
            self._fonts = QFont(font), tabular(font)
        return self._fonts[1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(option.palette.color(QPalette.ColorRole.Highlight))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        severity = self._model.severity_at(index)
        if severity:
            draw_sign(
                painter,
                _sign_place(option.rect, self._model.columns[index.column()].kind),
                severity,
                self._view.colour(severity),
                self._view.tint(severity),
            )

    # --- editing ------------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        self.editor = editor = self._editor(parent, index)
        editor.setAccessibleName(
            str(
                self._model.headerData(index.column(), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            )
        )
        editor.refresh()
        editor.begin()
        if self.attend is not None and isinstance(editor, TextField):
            self.attend(editor, index.row())
        return editor

    def _editor(self, parent: QWidget, index: Index) -> Editor:
        column, place = self._model.columns[index.column()], self._model.place(index.row())
        path, session = column.path_in(place), self._model.session
        if column.kind is Kind.CODE and (table := column.table_in(place)):
            return CodeBox(
                session, path, self._model.tables, table, as_number=column.as_number, parent=parent
            )
        if column.kind is Kind.AMOUNT:
            return (LateAmountField if column.computed else AmountField)(session, path, parent)
        return TextField(session, path, parent)

    def setEditorData(self, editor: QWidget, _index: Index) -> None:
        # The row changes with every key: the field itself knows what not to touch.
        if isinstance(editor, TextField | CodeBox):
            editor.refresh()

    def setModelData(self, editor: QWidget, _model: object, _index: Index) -> None:
        if isinstance(editor, TextField | CodeBox):
            editor.commit()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        rect = QRect(option.rect)
        if isinstance(editor, CodeBox):
            # A label needs more room than the rate or the code that the cell shows.
            rect.setWidth(max(rect.width(), 150))
            rect.moveRight(min(rect.right(), self._view.viewport().width() - 1))
        editor.setGeometry(rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and isinstance(editor, TextField | CodeBox)
            and self._left(editor, event)
        ):
            return True
        return super().eventFilter(editor, event)

    def _left(self, editor: Editor, event: QKeyEvent) -> bool:
        hints = QAbstractItemDelegate.EndEditHint
        key = event.key()
        if key == Qt.Key.Key_Escape:
            editor.revert()
            self.closeEditor.emit(editor, hints.RevertModelCache)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not _held(event):
            if isinstance(editor, CodeBox) and key != Qt.Key.Key_Tab:
                editor.accept()
            self._close(editor, hints.EditNextItem)
        elif key == Qt.Key.Key_Backtab:
            self._close(editor, hints.EditPreviousItem)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and isinstance(editor, TextField):
            self._close(editor, hints.SubmitModelCache)
            self._view.keyPressEvent(event)
        else:
            return False
        return True

    def _close(self, editor: Editor, hint: QAbstractItemDelegate.EndEditHint) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, hint)


def _held(event: QKeyEvent) -> bool:
    """Whether Ctrl or Alt makes the key another command (Ctrl+Enter issues)."""
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))


def _sign_place(cell: QRect, kind: Kind) -> QRectF:
    """The end of the cell that its text leaves free."""
    left = cell.left() + _PADDING if kind is Kind.AMOUNT else cell.right() - _PADDING - _SIGN
    return QRectF(left, cell.center().y() - _SIGN / 2, _SIGN, _SIGN)
