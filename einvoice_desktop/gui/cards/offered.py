"""Whom the search for a customer offers: a card of the book, a customer of earlier days, or a new one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.app.known_parties import KnownParty
    from einvoice_desktop.gui.session import DraftSession

PARTY = "counterParty"


class Offered(Protocol):
    """One row of the list."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def vat(self) -> str:
        """Its number, "" for none."""
        ...

    def put_into(self, session: DraftSession) -> bool:
        """Whether the document is for it now, in one step of undo."""
        ...


class OfferedCustomer:
    """A card: the document begins as it says."""

    def __init__(self, kept: KeptCustomer) -> None:
        self.kept = kept
        facts = kept.facts
        self.name = facts.name or facts.brand
        if facts.branch:
            # Its seat, and each other branch, has the same name and number.
            told = QCoreApplication.translate("Offered", "{0}  ·  branch {1}").format(self.name, facts.branch)
            self.name = f"{told}, {facts.city}" if facts.city else told
        self.vat = kept.facts.vat

    @property
    def key(self) -> str:
        """As KnownParty.key: one number is one customer, whatever the branch."""
        return self.kept.key.partition("/")[0]

    def put_into(self, session: DraftSession) -> bool:
        """With all that is usual for it."""
        party = self.kept.customer.party
        session.rework(lambda draft, _codes: session.for_customer(draft, party, self.kept))
        return True


class OfferedParty:
    """Somebody that was billed before and has no card."""

    def __init__(self, known: KnownParty) -> None:
        self.known = known
        self.name, self.vat = known.name, known.vat

    def put_into(self, session: DraftSession) -> bool:
        """As in the latest document for it."""
        session.rework(lambda draft, _codes: session.for_customer(draft, self.known.party, None))
        return True


class OfferedNew:
    """Nobody was found: the last row leads to a new card."""

    vat = ""

    def __init__(self, words: str, make: Callable[[], None]) -> None:
        self.name = words
        self._make = make

    def put_into(self, _session: DraftSession) -> bool:
        """Once the card is saved; nothing yet."""
        self._make()
        return False
