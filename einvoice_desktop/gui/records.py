"""One model for every list of records: columns are data, rows are replaced one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QFont, QIcon

from einvoice_desktop.app.entry import fold
from einvoice_desktop.gui.fields.identity import plain_tip, tabular

R = TypeVar("R")
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The native value behind a cell, for sorting."""

AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: `title` gives its heading in the language of now, `text` what a cell shows.

    `sort` is the native value (default: the text); `icon` a picture beside the text; a `figure` stands on
    the right in digits of one width; `width` in pixels, 0 for what is left.
    """

    key: str
    title: Callable[[], str]
    text: Callable[[R], str]
    sort: Callable[[R], Any] | None = None
    icon: Callable[[R], QIcon] | None = None
    figure: bool = False
    width: int = 120


class ColumnModel(QAbstractTableModel, Generic[R]):
    """Rows of type R shown in columns; a subclass says which rows there are."""

    def __init__(self, columns: Sequence[Column[R]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._figures: QFont | None = None

    def row_at(self, place: int) -> R | None:
        """The row at `place`; None while it is not known."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Texts may have changed though rows have not (another language, a minute later)."""
        count = self.rowCount()
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(self.columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def columnCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column, row = self.columns[index.column()], self.row_at(index.row())
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(column.text(row))
            case _ if role == SORT_ROLE:
                return column.sort(row) if column.sort else fold(column.text(row))
            case Qt.ItemDataRole.DecorationRole:
                return column.icon(row) if column.icon else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.figure else _LEFT
            case Qt.ItemDataRole.FontRole:
                return self._figure_font() if column.figure else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.figure else _LEFT
        return None

    def _figure_font(self) -> QFont:
        if self._figures is None:
            self._figures = tabular(QFont())
        return self._figures


class RecordModel(ColumnModel[R]):
    """Rows of type R in the order given. `identity` tells which row is which when they are set anew."""

    def __init__(
        self, columns: Sequence[Column[R]], identity: Callable[[R], object], parent: QObject | None = None
    ) -> None:
        super().__init__(columns, parent)
        self.rows: list[R] = []
        self._folded: dict[int, str] = {}
        self._identity = identity

    def set_rows(self, rows: Sequence[R]) -> None:
        """Shows `rows`. Where only some have changed, only those are drawn again and the selection stays."""
        self._folded.clear()
        old = [self._identity(row) for row in self.rows]
        new = [self._identity(row) for row in rows]
        if old == new:
            for place, row in enumerate(rows):
                if row != self.rows[place]:
                    self._replace(place, row)
        elif new[len(new) - len(old) :] == old and len(new) > len(old):
            # Newest first: what is new stands at the top.
            fresh = len(new) - len(old)
            self.beginInsertRows(QModelIndex(), 0, fresh - 1)
            self.rows[:0] = rows[:fresh]
            self.endInsertRows()
            self.set_rows(rows)
        else:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def folded(self, place: int) -> str:
        """Everything a row shows, for searching; made when it is first asked for."""
        if place not in self._folded:
            row = self.rows[place]
            self._folded[place] = fold(" ".join(column.text(row) for column in self.columns))
        return self._folded[place]

    def _replace(self, place: int, row: R) -> None:
        self.rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))

    def refresh(self) -> None:
        self._folded.clear()
        super().refresh()

    def row_at(self, place: int) -> R:
        return self.rows[place]

    def place_of(self, identity: object) -> int | None:
        """The row that has this identity."""
        return next((n for n, row in enumerate(self.rows) if self._identity(row) == identity), None)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)


class FilteredRecords(QSortFilterProxyModel):
    """Sorts by native values and keeps the rows that have every typed word somewhere, accents aside."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)

    def search(self, text: str) -> None:
        """Shows only rows that hold each word of `text`."""
        self._words = fold(text).split()
        self.invalidate()

    def filterAcceptsRow(self, row: int, _parent: AnyIndex) -> bool:
        if not self._words:
            return True
        source = self.sourceModel()
        assert isinstance(source, RecordModel)
        whole = source.folded(row)
        return all(word in whole for word in self._words)

    def lessThan(self, left: AnyIndex, right: AnyIndex) -> bool:
        return bool(left.data(SORT_ROLE) < right.data(SORT_ROLE))
