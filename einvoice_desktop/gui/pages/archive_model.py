"""The archive's rows: the ids of all that was found, and of the documents those that have been in sight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal

from einvoice_desktop.gui.records import NOWHERE, AnyIndex, Column, ColumnModel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from einvoice_desktop.domain.submission import Submission

MOST_KEPT = 4000
"""Documents that are kept after they have been in sight."""


class ArchiveModel(ColumnModel["Submission"]):
    """A row whose document is not here yet is empty, and says so by `missed`."""

    missed = Signal()

    def __init__(self, columns: Sequence[Column[Submission]], parent: QObject | None = None) -> None:
        super().__init__(columns, parent)
        self.ids: list[int] = []
        self._rows: dict[int, Submission] = {}
        self._has_missed = False

    def row_at(self, place: int) -> Submission | None:
        row = self._rows.get(self.ids[place])
        if row is None and not self._has_missed:
            self._has_missed = True
            self.missed.emit()
        return row

    def row_of(self, submission_id: int) -> Submission | None:
        """The document with this id; None while it is not here."""
        return self._rows.get(submission_id)

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.ids)

    def show(self, rows: Sequence[Submission]) -> None:
        """Another result, which begins with `rows`."""
        self.beginResetModel()
        self.ids = [row.id for row in rows]
        self._rows = {row.id: row for row in rows}
        self._has_missed = False
        self.endResetModel()

    def take_newer(self, rows: Sequence[Submission]) -> bool:
        """The same result, looked at again: what is new goes to the top. False where more has changed."""
        ids = [row.id for row in rows]
        fresh = ids.index(self.ids[0]) if self.ids and self.ids[0] in ids else -1
        if fresh < 0 or ids[fresh:] != self.ids[: len(ids) - fresh]:
            return ids == self.ids
        if fresh:
            self.beginInsertRows(QModelIndex(), 0, fresh - 1)
            self.ids[:0] = ids[:fresh]
            self._rows.update((row.id, row) for row in rows[:fresh])
            self.endInsertRows()
        self.know(rows)
        return True

    def add(self, ids: Sequence[int]) -> None:
        """What was found further down."""
        if ids:
            self.beginInsertRows(QModelIndex(), len(self.ids), len(self.ids) + len(ids) - 1)
            self.ids.extend(ids)
            self.endInsertRows()

    def know(self, rows: Iterable[Submission]) -> None:
        """Documents as they stand now; those in `ids` are drawn anew."""
        self._rows.update((row.id, row) for row in rows)
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1))

    def unknown(self, first: int, last: int) -> list[int]:
        """The ids without a document from place `first` to `last`; what lies far away may be forgotten."""
        near = self.ids[max(0, first) : last + 1]
        if len(self._rows) > MOST_KEPT:
            self._rows = {id_: self._rows[id_] for id_ in near if id_ in self._rows}
        self._has_missed = False
        return [id_ for id_ in near if id_ not in self._rows]

    def has(self, submission_id: int) -> bool:
        """Whether its document has been in sight."""
        return submission_id in self._rows
