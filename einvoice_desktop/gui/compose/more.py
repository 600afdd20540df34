"""The tab of all fields: an outline with a search, every value editable, every list growing and shrinking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.domain.node import FieldKind
from einvoice_desktop.gui.compose.field_names import define_tables
from einvoice_desktop.gui.compose.outline import OutlineNode
from einvoice_desktop.gui.compose.outline_cells import OutlineDelegate
from einvoice_desktop.gui.compose.outline_model import FILE_NAME, NAME, VALUE, OutlineModel
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.gui.change import Change
    from einvoice_desktop.gui.session import DraftSession


class OutlineView(QTreeView):
    """The tree. Enter edits; Insert adds a row to the list at hand, Ctrl+Delete takes one away."""

    def __init__(self, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        identify(self, "fields")
        self.fields = model
        self.setModel(model)
        self.setItemDelegate(OutlineDelegate(self, model))
        self.setUniformRowHeights(True)
        triggers = QTreeView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        digit = self.fontMetrics().horizontalAdvance("0")
        header.resizeSection(NAME, 38 * digit)
        header.resizeSection(FILE_NAME, 26 * digit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self._open_or_edit()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_row()
        elif event.key() == Qt.Key.Key_Delete and held:
            self.remove_row()
        elif event.key() == Qt.Key.Key_Delete:
            self._clear()
        else:
            super().keyPressEvent(event)

    def _open_or_edit(self) -> None:
        index = self.currentIndex().siblingAtColumn(VALUE)
        if self.fields.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.go(index)
            self.edit(index)
        else:
            first = index.siblingAtColumn(NAME)
            self.setExpanded(first, not self.isExpanded(first))

    def _clear(self) -> None:
        node = self.fields.node(self.currentIndex())
        if node.is_leaf and not node.is_computed and node.path:
            self.fields.session.choose(node.path, None)

    def the_list(self) -> OutlineNode | None:
        """The list that is at hand: the present node or the nearest above it; computed ones have no say."""
        node: OutlineNode | None = self.fields.node(self.currentIndex())
        while node is not None and node.kind is not FieldKind.LIST:
            node = node.parent
        return None if node is None or node.is_computed else node

    def the_row(self) -> OutlineNode | None:
        """The row of a list that is at hand."""
        node: OutlineNode | None = self.fields.node(self.currentIndex())
        while node is not None and node.row is None:
            node = node.parent
        return None if node is None or node.is_computed else node

    def add_row(self) -> None:
        """One more row in the list at hand: made at once, or by typing into the next one."""
        node = self.the_list()
        if node is None:
            return
        session = self.fields.session
        row = session.row_count(node.path) if node.has_next_row else session.insert_row(node.path)
        self.reveal(f"{node.path}[{row}]")

    def remove_row(self) -> None:
        """Without the row at hand."""
        node, session = self.the_row(), self.fields.session
        if node is None or node.parent is None or node.row is None:
            return
        if node.row < session.row_count(node.parent.path):
            session.remove_row(node.parent.path, node.row)

    def reveal(self, path: str) -> None:
        """Opens the tree down to `path` and makes it the present field."""
        index = self.fields.index_of(path)
        above = index.parent()
        while above.isValid():
            self.setExpanded(above.siblingAtColumn(NAME), True)
            above = above.parent()
        if self.fields.hasChildren(index.siblingAtColumn(NAME)):
            self.setExpanded(index.siblingAtColumn(NAME), True)
        self.go(index)

    def go(self, index: QModelIndex) -> None:
        """Makes `index` the present one."""
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)


class MoreTab(QWidget):
    """Search, outline, and the buttons for rows of lists."""

    def __init__(self, session: DraftSession, tables: ChoiceTables, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tables = tables
        define_tables(tables)
        self._model = OutlineModel(session, tables, self)
        self.line = 0
        self._search = QLineEdit(self)
        identify(self._search, "fields.search")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search_changed)
        self.view = OutlineView(self._model, self)
        self._add, self._remove = QPushButton(self), QPushButton(self)
        for button, slot in ((self._add, self.view.add_row), (self._remove, self.view.remove_row)):
            button.setProperty("role", "quiet")
            button.clicked.connect(slot)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._lay_out()
        self.retranslate()
        self._on_current_changed()
        self.setFocusProxy(self._search)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._add)
        top.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)

    def search_for(self, text: str) -> None:
        """Searches, as if typed."""
        self._search.setText(text)

    def reveal(self, path: str) -> None:
        """Makes the field at `path` the present one."""
        self._search.clear()
        self.view.reveal(path)
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def apply(self, change: Change) -> None:
        """Shows what an edit changed."""
        if change.scope == "all":
            present = self._model.node(self.view.currentIndex()).path
            self._model.rebuild()
            if self._search.text():
                self._on_search_changed(self._search.text())
            elif present:
                self.view.reveal(present)
        else:
            self._model.sync_rows()
            self.view.viewport().update()

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        define_tables(self._tables)
        self._search.setPlaceholderText(self.tr("Find a field by its name…"))
        self._search.setAccessibleName(self.tr("Find a field"))
        self.view.setAccessibleName(self.tr("All fields"))
        self._add.setText(self.tr("Add a row  Insert"))
        self._remove.setText(self.tr("Remove the row  Ctrl+Delete"))
        self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, NAME, VALUE)
        self.view.viewport().update()

    def _on_search_changed(self, text: str) -> None:
        self._model.search(text, self.line)
        if text.strip() and self._model.rowCount():
            self.view.go(self._model.index(0, VALUE))

    def _on_current_changed(self) -> None:
        self._add.setEnabled(self.view.the_list() is not None)
        self._remove.setEnabled(self.view.the_row() is not None)
