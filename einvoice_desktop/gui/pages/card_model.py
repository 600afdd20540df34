"""The cards that a page lists, as its table sees them: thousands, sorted in memory."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt

from einvoice_desktop.gui.cards.held import K
from einvoice_desktop.gui.greek_order import greek_key
from einvoice_desktop.gui.records import NOWHERE, AnyIndex, Column, ColumnModel


class CardModel(ColumnModel[K]):
    """As given, by name or as a search has ranked them, until the person chooses a column."""

    def __init__(self, columns: Sequence[Column[K]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.rows: list[K] = []
        self._given: Sequence[K] = ()
        self._by = (-1, Qt.SortOrder.AscendingOrder)
        # The whole book comes again and again, between searches.
        self._last: tuple[Sequence[K], tuple[int, Qt.SortOrder], list[K]] = ((), self._by, [])

    def show(self, cards: Sequence[K]) -> None:
        """Lists these."""
        self._given = cards
        self.beginResetModel()
        self.rows = self._sorted()
        self.endResetModel()

    def _sorted_anew(self, by: tuple[int, Qt.SortOrder]) -> list[K]:
        column = self.columns[by[0]]
        descending = by[1] is Qt.SortOrder.DescendingOrder
        return sorted(self._given, key=column.sort or greek_key(column.text), reverse=descending)

    def _sorted(self) -> list[K]:
        if self._by[0] < 0:
            return list(self._given)
        given, by, rows = self._last
        if given is not self._given or by != self._by:
            rows = self._sorted_anew(self._by)
            self._last = (self._given, self._by, rows)
        return rows

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column; below 0: as at first."""
        by = (column, order if column >= 0 else Qt.SortOrder.AscendingOrder)
        if by == self._by:
            return
        self._by = by
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self.rows[index.row()].id for index in before]
        self.rows = self._sorted()
        places = {kept.id: place for place, kept in enumerate(self.rows)} if ids else {}
        moved = [self.index(places[id_], old.column()) for id_, old in zip(ids, before, strict=True)]
        self.changePersistentIndexList(before, moved)
        self.layoutChanged.emit()

    def row_at(self, place: int) -> K:
        return self.rows[place]

    def place_of(self, card_id: int) -> int | None:
        """The row of a card."""
        return next((place for place, kept in enumerate(self.rows) if kept.id == card_id), None)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)
