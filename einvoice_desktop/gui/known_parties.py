"""Whom a document can be for, found while somebody types: the book first, then those billed before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.gui.cards.held import MOST_OFFERED
from einvoice_desktop.gui.cards.offered import Offered, OfferedCustomer, OfferedNew, OfferedParty

if TYPE_CHECKING:
    from einvoice_desktop.app.known_parties import KnownParty, PartyIndex
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.cards.held import HeldBooks
    from einvoice_desktop.gui.office import Office


class KnownParties(QObject):
    """Finds nothing until the books have been read, which happens off the GUI thread."""

    new_wanted = Signal(str)
    """A new customer, of what was typed."""

    def __init__(self, office: Office, books: HeldBooks) -> None:
        super().__init__(office.session)
        self._office = office
        self._books = books
        self._index: PartyIndex | None = None
        self._new: list[KnownParty] = []
        office.session.ready_changed.connect(self._read)

    @property
    def is_read(self) -> bool:
        """Whether the books have been read."""
        return self._index is not None and self._books.customers.is_read

    def find(self, typed: str) -> Sequence[Offered]:
        """The best hits for what is typed: cards, then whom the office has billed without having a card."""
        cards = [OfferedCustomer(kept) for kept in self._books.customers.find(typed, MOST_OFFERED)]
        billed = () if self._index is None else self._index.find(typed)
        kept = {card.key for card in cards}
        others = [OfferedParty(known) for known in billed if not self._has_card(known, kept)]
        found: list[Offered] = [*cards, *others]
        return found[:MOST_OFFERED]

    def find_or_new(self, typed: str) -> Sequence[Offered]:
        """The same, and where nobody is found the way to a new card."""
        found = self.find(typed)
        if found or not self.is_read:
            return found
        words = self.tr("New customer: {0}").format(typed.strip())
        return [OfferedNew(words, partial(self.new_wanted.emit, typed.strip()))]

    def _has_card(self, known: KnownParty, among: set[str]) -> bool:
        return known.key in among or self._books.customers.of_key(known.key) is not None

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
            self._index.put(known)


def _reading(payloads: Callable[[], Sequence[bytes]]) -> Callable[[], Sequence[KnownParty]]:
    def read() -> Sequence[KnownParty]:
        from einvoice_desktop.app.known_parties import known_parties

        return known_parties(payloads())

    return read
