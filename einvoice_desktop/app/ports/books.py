"""The books as a whole: drafts, news of changes, the desks that share them, who may send."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Protocol

from einvoice_desktop.app.ports.archive import Archive
from einvoice_desktop.app.ports.cards import Cards, Templates
from einvoice_desktop.app.ports.figures import FiguresStore
from einvoice_desktop.app.ports.kept import KeptFiles
from einvoice_desktop.app.ports.numbers import Numbers
from einvoice_desktop.app.ports.outbox import Outbox


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A draft as it is kept: canonical JSON of the document as given, and the text of each field as typed.

    The other fields only describe it in lists. `updated_at` is aware UTC. `version` is the one last read:
    a save over a later one is refused; None saves whatever stands there. `copied_at`: when the copy was made
    with which it came back; None for one that never did, and in lists.
    """

    document: bytes
    typed: Mapping[str, str] = field(default_factory=dict)
    type_code: str = ""
    counterparty_name: str = ""
    gross: Decimal = Decimal("0.00")
    id: int | None = None
    updated_at: datetime | None = None
    version: int | None = field(default=None, compare=False)
    copied_at: datetime | None = field(default=None, compare=False)


class Drafts(Protocol):
    """Documents that are not sealed yet. They have no number of their own."""

    def save(self, server: str, record: DraftRecord, now: datetime) -> int:
        """Inserts (id None) or replaces; the id. Durable when it returns.

        Raises UserError("draft_gone") where the row with this id is there no more, UserError(
        "draft_changed_elsewhere", computer=, when=) where it is of another version than `record`. What is
        saved is of the next version; a new draft is of version 1.
        """
        ...

    def save_all(self, server: str, records: Sequence[DraftRecord], now: datetime) -> list[int]:
        """New ones, all of them or none; their ids in their order."""
        ...

    def delete_unchanged(self, draft_ids: Sequence[int]) -> list[int]:
        """Deletes those that are as they were first saved, in one transaction; the ids of the others that
        still stand."""
        ...

    def get(self, draft_id: int) -> DraftRecord | None: ...

    def rows(self, server: str) -> list[DraftRecord]:
        """Newest first; `document` and `typed` left empty."""
        ...

    def delete(self, draft_id: int) -> None: ...


class Changes(Protocol):
    """News of what is committed to the books, by this process or another. `wait` belongs to one thread."""

    def wait(self, seconds: float) -> bool:
        """Whether something changed since the last call, waiting that long for it. Raises UserError."""
        ...

    def close(self) -> None:
        """Ends a wait; from any thread."""
        ...


class Presence(Protocol):
    """This desk among those that share the books; it lives while it renews its lease."""

    renew_seconds: float

    def renew(self) -> None:
        """Raises UserError."""
        ...

    def take_up(self) -> int:
        """Makes the unsettled rows of dead desks this desk's own; how many. Raises UserError."""
        ...


class Store(Protocol):
    """One data folder's books, its own or shared with other desks."""

    @property
    def outbox(self) -> Outbox: ...

    @property
    def drafts(self) -> Drafts: ...

    @property
    def numbers(self) -> Numbers: ...

    @property
    def archive(self) -> Archive: ...

    @property
    def figures(self) -> FiguresStore: ...

    @property
    def kept(self) -> KeptFiles: ...

    @property
    def customers(self) -> Cards: ...

    @property
    def items(self) -> Cards: ...

    @property
    def templates(self) -> Templates: ...

    @property
    def presence(self) -> Presence | None:
        """None where no other desk can have these books."""
        ...

    def changes(self) -> Changes:
        """To be closed by whoever asked for them."""
        ...

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class LockHolder:
    """A process that sends, and the name of its computer."""

    process: int
    computer: str


class SenderLock(Protocol):
    """One process at a time sends for a data folder; the lock dies with its process."""

    def hold(self) -> AbstractContextManager[bool]:
        """True inside where this process may send; False where another one does."""
        ...

    def holder(self) -> LockHolder | None:
        """Who holds it; None where nobody does or knows."""
        ...
