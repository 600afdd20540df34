"""The archive's table: many rows can be chosen, copied as a block, and typing goes to the search box."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QWidget

from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.gui.pages.archive_columns import GIVE_WAY
from einvoice_desktop.gui.pages.table import RowsTable

if TYPE_CHECKING:
    from einvoice_desktop.gui.pages.archive_model import ArchiveModel

_ROOM_OF_WORDS = 150
"""Pixels that a column of words must keep where columns give way."""
_AROUND = 30
"""Rows above and below those in sight that are fetched with them."""


class ArchiveTable(RowsTable[Submission]):
    """Newest first, always: no other order is cheap, so none is offered."""

    chosen_changed = Signal()
    """Other rows are chosen; told once for whatever happened together."""
    copy_requested = Signal()
    typed = Signal(str)

    def __init__(self, model: ArchiveModel, parent: QWidget | None = None) -> None:
        self._model = model
        # Of the columns that give way, as they were when they were last in sight.
        self._widths: dict[int, int] = {}
        super().__init__("archive", model, parent=parent)
        self._all_chosen = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.horizontalHeader().setSectionsClickable(False)
        # Painted by the table's own choice, a title asks of every row whether it is chosen.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self._told = QTimer(self, singleShot=True, interval=0)
        self._told.timeout.connect(self.chosen_changed)
        self.selectionModel().selectionChanged.connect(lambda _now, _before: self._told.start())
        model.modelReset.connect(self._told.start)
        model.rowsAboutToBeInserted.connect(self._on_rows_coming)
        model.rowsInserted.connect(self._on_rows_came)

    def chosen_ids(self) -> list[int]:
        """The ids of the chosen rows, in their order."""
        return [id_ for top, bottom in sorted(self._chosen()) for id_ in self._model.ids[top : bottom + 1]]

    def _chosen(self) -> Iterator[tuple[int, int]]:
        """The first and the last row of each range."""
        selection = self.selectionModel().selection()
        for place in range(selection.count()):
            yield selection.at(place).top(), selection.at(place).bottom()

    def current_id(self) -> int | None:
        """The document that the keys stand on."""
        index = self.currentIndex()
        return self._model.ids[index.row()] if index.isValid() else None

    def hide_columns(self, **hidden: bool) -> None:
        """Columns by their key: those that would say nothing."""
        for place, column in enumerate(self._model.columns):
            if column.key in hidden:
                self.setColumnHidden(place, hidden[column.key])

    def share_room(self) -> None:
        """Columns that give way are there only where the others have enough."""
        spare = [place for place, column in enumerate(self._model.columns) if column.key in GIVE_WAY]
        self._widths |= {place: self.columnWidth(place) for place in spare if not self.isColumnHidden(place)}
        needed = sum(
            (self._widths.get(place, self.columnWidth(place)) if column.width else _ROOM_OF_WORDS)
            for place, column in enumerate(self._model.columns)
            if place in spare or not self.isColumnHidden(place)
        )
        tight = needed > self.viewport().width()
        for place in spare:
            # Hiding one lays the table out anew, which asks here again.
            if self.isColumnHidden(place) is not tight:
                self.setColumnHidden(place, tight)
        super().share_room()

    def in_sight(self) -> tuple[int, int]:
        """The first and the last row to be seen, and some around them."""
        height = self.viewport().height()
        first, last = self.rowAt(0), self.rowAt(height - 1)
        last = len(self._model.ids) - 1 if last < 0 else last
        return max(0, first) - _AROUND, last + _AROUND

    def choose_id(self, submission_id: int) -> None:
        """Stands on this document, where it is listed."""
        if submission_id in self._model.ids:
            self.selectRow(self._model.ids.index(submission_id))

    def _on_rows_coming(self, _parent: QModelIndex, first: int, _last: int) -> None:
        chosen = sum(bottom - top + 1 for top, bottom in self._chosen())
        self._all_chosen = chosen > 1 and chosen == first == len(self._model.ids)

    def _on_rows_came(self) -> None:
        """Who has chosen all means what is still coming too."""
        if self._all_chosen:
            self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_requested.emit()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """The archive is searched by the database, not row by row."""
        self.typed.emit(search)
