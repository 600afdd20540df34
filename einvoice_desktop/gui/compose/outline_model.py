"""The outline of all fields as Qt sees it: a tree, or what a search found; name, name in the file, value."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from einvoice_desktop.app.entry import fold
from einvoice_desktop.domain.fields import parse_path
from einvoice_desktop.domain.node import FieldKind
from einvoice_desktop.gui.compose import outline
from einvoice_desktop.gui.compose.field_names import field_name, table_of
from einvoice_desktop.gui.compose.outline import OutlineNode
from einvoice_desktop.gui.fields.choices import ChoiceTables

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession

Index = QModelIndex | QPersistentModelIndex
NAME, FILE_NAME, VALUE = range(3)
_MOST_FOUND = 300


class OutlineModel(QAbstractItemModel):
    """Holds names only: values are the session's."""

    def __init__(self, session: DraftSession, tables: ChoiceTables, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.tables = tables
        self._tree = outline.root()
        self._found: list[OutlineNode] | None = None
        self._lists: dict[str, OutlineNode] = {}

    # --- shape --------------------------------------------------------------------------------------

    def node(self, index: Index) -> OutlineNode:
        """The node of an index; the document itself for an invalid one."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, OutlineNode) else self._tree

    def _below(self, node: OutlineNode) -> list[OutlineNode]:
        if self._found is not None:
            return self._found if node is self._tree else []
        if node.kind is FieldKind.LIST and not node.is_grown:
            self._lists[node.path] = node
        return node.children(self.session.row_count)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return len(self._below(self.node(parent))) if parent.column() <= 0 else 0

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 3

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own default
        node = self.node(parent)
        if parent.column() > 0 or (self._found is not None and node is not self._tree):
            return False
        if node.kind is FieldKind.LIST and not node.is_grown:
            return node.rows_shown(self.session.row_count) > 0
        return not node.is_leaf and bool(self._below(node))

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own
        below = self._below(self.node(parent))
        if 0 <= row < len(below) and 0 <= column < 3:
            return self.createIndex(row, column, below[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject.parent has no index
        above = self.node(index).parent if self._found is None else None
        if above is None or above is self._tree:
            return QModelIndex()
        return self.createIndex(above.place(), 0, above)

    def index_of(self, path: str) -> QModelIndex:
        """The index of a path in the tree (as far down as the tree goes); ends a search."""
        self.search("", 0)
        index = QModelIndex()
        place = ""
        for part in parse_path(path):
            place = f"{place}[{part}]" if isinstance(part, int) else f"{place}.{part}".lstrip(".")
            row = next(
                (i for i, child in enumerate(self._below(self.node(index))) if child.path == place), None
            )
            if row is None:
                break
            index = self.index(row, VALUE if place == path else NAME, self._first(index))
        return index

    def _first(self, index: QModelIndex) -> QModelIndex:
        return index.siblingAtColumn(NAME) if index.isValid() else index

    # --- content ------------------------------------------------------------------------------------

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        node = self.node(index)
        editable = index.isValid() and index.column() == VALUE and node.is_leaf and not node.is_computed
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return node.path
        if index.column() == NAME:
            return self._name(node)
        if index.column() == FILE_NAME:
            return node.path if self._found is not None else node.name
        return self._value(node)

    def _name(self, node: OutlineNode) -> str:
        if node.row is not None and node.parent is not None and self._found is None:
            is_next = node.row >= self.session.row_count(node.parent.path)
            if is_next:
                return QCoreApplication.translate("Outline", "No. {0} (new)").format(node.row + 1)
            return QCoreApplication.translate("Outline", "No. {0}").format(node.row + 1)
        return self.spoken(node)

    def spoken(self, node: OutlineNode) -> str:
        """What a field is called, with the rows and objects it stands in."""
        parts: list[str] = []
        step: OutlineNode | None = node
        while step is not None and step.name:
            name = str(step.row + 1) if step.row is not None else field_name(step.name)
            parts.insert(0, name)
            step = step.parent if self._found is not None else None
        return " › ".join(parts)

    def _value(self, node: OutlineNode) -> str:
        if node.kind is FieldKind.LIST:
            count = self.session.row_count(node.path)
            return QCoreApplication.translate("Outline", "{0} rows").format(count) if count else ""
        if not node.is_leaf:
            return ""
        value = self.session.value(node.path)
        table = table_of(node.name, node.member)
        if value is not None and node.kind is FieldKind.BOOLEAN:
            return self.tables.label(table, str(value).lower())
        return self.tables.text(table, value) if value is not None and table else self.session.text(node.path)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            QCoreApplication.translate("Outline", "Field"),
            QCoreApplication.translate("Outline", "Name in the file"),
            QCoreApplication.translate("Outline", "Value"),
        )[section]

    # --- searching and changing ---------------------------------------------------------------------

    def search(self, text: str, line: int) -> None:
        """Lists the fields that hold every word of `text`; of the lines only `line`. "" shows the tree."""
        words = fold(text).split()
        if not words and self._found is None:
            return
        self.beginResetModel()
        self._found = self._searched(words, line) if words else None
        self.endResetModel()

    def _searched(self, words: list[str], line: int) -> list[OutlineNode]:
        everything = outline.searchable(outline.root(), self.session.row_count, line)
        found = (node for node in everything if outline.matches(words, node.path, _label(node)))
        return list(islice(found, _MOST_FOUND))

    def rebuild(self) -> None:
        """Another document: the tree is grown anew."""
        self.beginResetModel()
        self._tree = outline.root()
        self._lists.clear()
        self._found = None
        self.endResetModel()

    def sync_rows(self) -> None:
        """Lists that somebody looked into show as many rows as the document has."""
        if self._found is not None:
            return
        for path, node in list(self._lists.items()):
            if path in self._lists:
                self._sync(node)

    def _sync(self, node: OutlineNode) -> None:
        rows, held = node.children(self.session.row_count), node.rows_shown(self.session.row_count)
        if len(rows) == held:
            return
        parent = self.createIndex(node.place(), NAME, node)
        if len(rows) < held:
            self.beginInsertRows(parent, len(rows), held - 1)
            rows.extend(node.row_node(row) for row in range(len(rows), held))
            self.endInsertRows()
        else:
            self.beginRemoveRows(parent, held, len(rows) - 1)
            for gone in rows[held:]:
                self._lists = {
                    path: kept for path, kept in self._lists.items() if not path.startswith(gone.path)
                }
            del rows[held:]
            self.endRemoveRows()


def _label(node: OutlineNode) -> str:
    words, step = [], node.parent
    words.append(field_name(node.name) if node.row is None else "")
    while step is not None and step.name:
        words.append(field_name(step.name) if step.row is None else "")
        step = step.parent
    return " ".join(words)
