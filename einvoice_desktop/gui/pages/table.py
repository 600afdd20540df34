"""The table that every list of records is shown in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.records import ColumnModel, FilteredRecords, RecordModel

R = TypeVar("R")
_ROW = 34
_LEAST_SHARE = 110
_ROOM = 20
"""Pixels of padding beside a title or a text."""
_SORTING = 12
"""Pixels of the sign of the sorting."""


class _Cells(QStyledItemDelegate):
    """Rows are chosen whole: no dotted box around the one cell that the keys stand on."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class RowsTable(QTableView, Generic[R]):
    """Rows to choose from, as every list shows them; Enter, Return or a double click opens one."""

    opened = Signal()
    current_changed = Signal()
    title_room = _ROOM

    def __init__(
        self,
        identifier: str,
        records: ColumnModel[R],
        shown: QAbstractItemModel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`shown` stands between the table and `records`, where something does (sorting)."""
        super().__init__(parent)
        self.records = records
        identify(self, identifier)
        self.setProperty("role", "records")
        self.setModel(records if shown is None else shown)
        self.setItemDelegate(_Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self._lay_out_columns()
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.current_changed.emit())
        self.model().modelReset.connect(self.current_changed)
        self.model().rowsRemoved.connect(self.current_changed)

    def _lay_out_columns(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(48)
        for place, column in enumerate(self.records.columns):
            if not column.width:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.fit_titles()

    def fit_titles(self) -> None:
        """Widens columns whose title in the language of now needs it."""
        for place, column in enumerate(self.records.columns):
            if column.width:
                needed = self.fontMetrics().horizontalAdvance(column.title()) + self.title_room
                self.setColumnWidth(place, max(column.width, needed, self.columnWidth(place)))

    def fit_figures(self, rows: Iterable[R]) -> None:
        """Widens columns of figures that `rows` would not fit into: half a number is none."""
        metrics, known = self.fontMetrics(), list(rows)
        for place, column in enumerate(self.records.columns):
            if column.figure and column.width and not self.isColumnHidden(place):
                widest = max((metrics.horizontalAdvance(column.text(row)) for row in known), default=0)
                self.setColumnWidth(place, max(self.columnWidth(place), widest + _ROOM + 8))
        self.share_room()

    def share_room(self) -> None:
        """Columns without a width share what is left; where that is too little, a scroll bar is better."""
        header = self.horizontalHeader()
        sharing = [place for place, column in enumerate(self.records.columns) if not column.width]
        taken = sum(header.sectionSize(p) for p in range(header.count()) if p not in sharing)
        tight = self.viewport().width() - taken < _LEAST_SHARE * len(sharing)
        mode = QHeaderView.ResizeMode.Interactive if tight else QHeaderView.ResizeMode.Stretch
        for place in sharing:
            if header.sectionResizeMode(place) is not mode:
                header.setSectionResizeMode(place, mode)
            if tight:
                header.resizeSection(place, _LEAST_SHARE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.share_room()

    def choose_first(self) -> None:
        """Stands on the first row unless one is chosen already."""
        if self.model().rowCount() and not self.selectionModel().hasSelection():
            here = max(0, self.currentIndex().row())
            self.selectRow(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class RecordTable(RowsTable[R]):
    """A list that is all there: sorted by its titles, filtered by words."""

    title_room = _ROOM + _SORTING

    def __init__(self, identifier: str, model: RecordModel[R], parent: QWidget | None = None) -> None:
        self._records = model
        self.filtered = FilteredRecords()
        self.filtered.setSourceModel(model)
        super().__init__(identifier, model, self.filtered, parent)
        self.filtered.setParent(self)
        self.setSortingEnabled(True)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)

    def current_record(self) -> R | None:
        """The row that the keys stand on."""
        index = self.filtered.mapToSource(self.currentIndex())
        return self._records.rows[index.row()] if index.isValid() else None

    def choose(self, identity: object) -> None:
        """Stands on the row that has this identity, where it is shown."""
        place = self._records.place_of(identity)
        if place is not None:
            self.setCurrentIndex(self.filtered.mapFromSource(self._records.index(place, 0)))


class TableOrHint(QWidget):
    """A table, and in its place a sentence while it has no rows."""

    def __init__(self, table: RowsTable[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.hint = QLabel(self)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setProperty("role", "empty")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(table)
        self._stack.addWidget(self.hint)
        rows = table.model()
        for signal in (rows.modelReset, rows.rowsInserted, rows.rowsRemoved, rows.layoutChanged):
            signal.connect(self._on_rows_changed)
        self._on_rows_changed()

    def _on_rows_changed(self) -> None:
        empty = self._table.model().rowCount() == 0
        self._stack.setCurrentWidget(self.hint if empty else self._table)
