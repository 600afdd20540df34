"""Edits the values of the outline with the same fields as everywhere."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from einvoice_desktop.domain.node import FieldKind
from einvoice_desktop.gui.compose.field_names import DATES, table_of
from einvoice_desktop.gui.compose.form import BOOLEANS
from einvoice_desktop.gui.compose.outline import OutlineNode
from einvoice_desktop.gui.compose.outline_model import OutlineModel
from einvoice_desktop.gui.fields.amount import AmountField
from einvoice_desktop.gui.fields.choices import Entry
from einvoice_desktop.gui.fields.code import CodeBox
from einvoice_desktop.gui.fields.date import DateField
from einvoice_desktop.gui.fields.text import TextField

Index = QModelIndex | QPersistentModelIndex


class YesNoBox(CodeBox):
    """A truth value as a list of yes and no, so that "not said" stays possible."""

    def value_of(self, entry: Entry) -> object:
        return entry.code == "true"

    def code_of(self, value: object) -> str:
        return str(value).lower()


class OutlineDelegate(QStyledItemDelegate):
    """Enter and Tab: done. Escape: as it was before."""

    def __init__(self, view: QTreeView, model: OutlineModel) -> None:
        super().__init__(view)
        self._fields = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        size.setHeight(max(size.height(), option.fontMetrics.height() + 10))
        return size

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        node = self._fields.node(index)
        editor = self._editor(node, parent)
        editor.setAccessibleName(self._fields.spoken(node))
        editor.refresh()
        editor.begin()
        return editor

    def _editor(self, node: OutlineNode, parent: QWidget) -> TextField | CodeBox:
        session, tables = self._fields.session, self._fields.tables
        table = table_of(node.name, node.member)
        if table == BOOLEANS:
            return YesNoBox(session, node.path, tables, table, closed=True, parent=parent)
        if table:
            listed = node.kind is FieldKind.ENUMERATION
            by_number = node.member is not None and listed and node.member.by_number
            return CodeBox(
                session,
                node.path,
                tables,
                table,
                as_number=by_number or node.kind is FieldKind.INTEGER,
                closed=listed,
                parent=parent,
            )
        if node.kind is FieldKind.DECIMAL:
            return AmountField(session, node.path, parent)
        if node.name in DATES:
            return DateField(session, node.path, parent)
        return TextField(session, node.path, parent)

    def setEditorData(self, editor: QWidget, _index: Index) -> None:
        if isinstance(editor, TextField | CodeBox):
            editor.refresh()

    def setModelData(self, editor: QWidget, _model: object, _index: Index) -> None:
        if isinstance(editor, TextField | CodeBox):
            editor.commit()

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and isinstance(editor, TextField | CodeBox)
        ):
            hints = QAbstractItemDelegate.EndEditHint
            if event.key() == Qt.Key.Key_Escape:
                editor.revert()
                self.closeEditor.emit(editor, hints.RevertModelCache)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, hints.NoHint)
                return True
        return super().eventFilter(editor, event)
