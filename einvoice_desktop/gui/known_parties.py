"""The customers of earlier days, in memory while the window is open; each new one as it is billed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from einvoice_desktop.app.known_parties import KnownParty, PartyIndex
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.office import Office


class KnownParties(QObject):
    """Finds nothing until the books have been read, which happens off the GUI thread."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.session)
        self._office = office
        self._index: PartyIndex | None = None
        self._new: list[KnownParty] = []
        office.session.ready_changed.connect(self._read)

    @property
    def is_read(self) -> bool:
        """Whether the books have been read."""
        return self._index is not None

    def find(self, typed: str) -> Sequence[KnownParty]:
        """The best hits for what is typed."""
        return () if self._index is None else self._index.find(typed)

    def learn(self, submission: Submission) -> None:
        """A document has been sealed: whom it bills comes first from now on."""
        payload = submission.sealed.payload
        self._office.tasks.run(_reading(lambda: (payload,)), self._on_new, self._office.on_failed)

    def _read(self) -> None:
        desk = self._office.the_desk

        def read() -> PartyIndex:
            from einvoice_desktop.app.known_parties import PartyIndex

            return PartyIndex(desk.known_parties())

        self._office.tasks.run(read, self._on_read, self._office.on_failed)

    def _on_read(self, index: PartyIndex) -> None:
        self._index = index
        new, self._new = self._new, []
        self._on_new(new)

    def _on_new(self, parties: Sequence[KnownParty]) -> None:
        if self._index is None:
            self._new += parties
            return
        for known in parties:
            self._index.put_first(known)


def _reading(payloads: Callable[[], Sequence[bytes]]) -> Callable[[], Sequence[KnownParty]]:
    def read() -> Sequence[KnownParty]:
        from einvoice_desktop.app.known_parties import known_parties

        return known_parties(payloads())

    return read
