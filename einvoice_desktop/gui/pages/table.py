"""The table that every list of records is shown in."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
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
from einvoice_desktop.gui.records import FilteredRecords, RecordModel

R = TypeVar("R")
_ROW = 34
_TITLE_ROOM = 32
"""Pixels beside a title: its padding and the sign of the sorting."""


class _Cells(QStyledItemDelegate):
    """Rows are chosen whole: no dotted box around the one cell that the keys stand on."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class RecordTable(QTableView, Generic[R]):
    """Rows to choose from. Enter, Return or a double click opens the current one."""

    opened = Signal()
    current_changed = Signal()

    def __init__(self, identifier: str, model: RecordModel[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = model
        self.filtered = FilteredRecords(self)
        self.filtered.setSourceModel(model)
        identify(self, identifier)
        self.setProperty("role", "records")
        self.setModel(self.filtered)
        self.setItemDelegate(_Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSortingEnabled(True)
        self._lay_out_columns()
        self.doubleClicked.connect(lambda _index: self.opened.emit())
        self.selectionModel().currentRowChanged.connect(lambda _now, _before: self.current_changed.emit())
        self.filtered.modelReset.connect(self.current_changed)
        self.filtered.rowsRemoved.connect(self.current_changed)

    def _lay_out_columns(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
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
                needed = self.fontMetrics().horizontalAdvance(column.title()) + _TITLE_ROOM
                self.setColumnWidth(place, max(column.width, needed, self.columnWidth(place)))

    def current_record(self) -> R | None:
        """The row that the keys stand on."""
        index = self.filtered.mapToSource(self.currentIndex())
        return self.records.rows[index.row()] if index.isValid() else None

    def choose_first(self) -> None:
        """Stands on the first row unless one is chosen already."""
        if self.filtered.rowCount() and not self.selectionModel().hasSelection():
            here = max(0, self.currentIndex().row())
            self.selectRow(here)

    def choose(self, identity: object) -> None:
        """Stands on the row that has this identity, where it is shown."""
        place = self.records.place_of(identity)
        if place is not None:
            self.setCurrentIndex(self.filtered.mapFromSource(self.records.index(place, 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)


class TableOrHint(QWidget):
    """A table, and in its place a sentence while it has no rows."""

    def __init__(self, table: RecordTable[R], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self.hint = QLabel(self)
        self.hint.setProperty("role", "empty")
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint.setWordWrap(True)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(table)
        self._stack.addWidget(self.hint)
        for signal in (table.filtered.modelReset, table.filtered.rowsInserted, table.filtered.rowsRemoved):
            signal.connect(self._on_rows_changed)
        table.filtered.layoutChanged.connect(self._on_rows_changed)
        self._on_rows_changed()

    def _on_rows_changed(self) -> None:
        empty = self._table.filtered.rowCount() == 0
        self._stack.setCurrentWidget(self.hint if empty else self._table)
