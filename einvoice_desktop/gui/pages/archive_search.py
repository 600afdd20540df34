"""Asks the archive off the GUI thread: of several questions in quick succession the last one is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.app.archive import MOST_LISTED

if TYPE_CHECKING:
    from einvoice_desktop.app.archive import ArchivePage, ArchiveQuery
    from einvoice_desktop.gui.office import Office

FIRST = 100
"""Documents of the first page: more than any window shows at once."""
AT_ONCE = 5000
"""Ids that are fetched in one go: a few milliseconds, so that a new question never waits long."""


class ArchiveSearch(QObject):
    """First the first page, then the ids of the rest in pieces; one question is under way at a time."""

    found = Signal(object, object)
    """The query, and its first page."""
    found_more = Signal(object)
    """Ids that follow those told so far."""
    ended = Signal()
    """Everything has been told, up to MOST_LISTED."""
    counted = Signal(int)
    """Of more than that how many there are."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._asked: ArchiveQuery | None = None
        self._busy = False
        self._round = 0
        self._told = 0

    def ask(self, query: ArchiveQuery) -> None:
        """Answers by `found`, once what is under way has been answered."""
        self._asked = query
        if not self._busy:
            self._ask_next()

    def _ask_next(self) -> None:
        query, self._asked = self._asked, None
        if query is None:
            return
        self._busy = True
        desk = self._office.the_desk
        self._office.tasks.run(
            lambda: desk.archive.page(query, limit=FIRST),
            lambda page: self._on_page(query, page),
            self._on_failed,
        )

    def _on_page(self, query: ArchiveQuery, page: ArchivePage) -> None:
        self._busy = False
        if self._asked is None:
            self.found.emit(query, page)
        else:
            self._ask_next()

    def follow_up(self, query: ArchiveQuery, page: ArchivePage) -> None:
        """Tells of what follows the first page of a result; what followed another one is dropped."""
        self._round += 1
        self._told = len(page.rows)
        self._go_on(query, page.after, self._round)

    def _go_on(self, query: ArchiveQuery, after: int | None, turn: int) -> None:
        if after is None or self._told >= MOST_LISTED:
            self.ended.emit()
            if after is not None:
                self._count(query, turn)
            return
        desk, most = self._office.the_desk, min(AT_ONCE, MOST_LISTED - self._told)
        self._office.tasks.run(
            lambda: desk.archive.ids(query, after, most),
            lambda ids: self._on_ids(query, ids, most, turn),
            self._office.on_failed,
        )

    def _on_ids(self, query: ArchiveQuery, ids: list[int], most: int, turn: int) -> None:
        if turn == self._round:
            self._told += len(ids)
            self.found_more.emit(ids)
            self._go_on(query, ids[-1] if len(ids) == most else None, turn)

    def _count(self, query: ArchiveQuery, turn: int) -> None:
        desk = self._office.the_desk

        def told(count: int) -> None:
            if turn == self._round:
                self.counted.emit(count)

        self._office.tasks.run(lambda: desk.archive.count(query), told, self._office.on_failed)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._ask_next()
        self._office.on_failed(error)
