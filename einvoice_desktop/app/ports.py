"""What the application needs of the world, as Protocols; bootstrap hands in the real ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple, Protocol

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Attempt, Outcome, SealedDocument, SignIn, Submission


class Clock(Protocol):
    """The time, so that tests can hold it."""

    def now(self) -> datetime:
        """Aware UTC."""
        ...


# --- the provider -----------------------------------------------------------------------------------


class Provider(Protocol):
    """One server, reached in one way. Calls block: never on the GUI thread."""

    def submit(self, sealed: SealedDocument) -> Outcome:
        """Sends the sealed bytes once, signing in with the issuer's VAT as needed.

        Never raises for what a line or a server does.
        """
        ...

    def read_back(self, sealed: SealedDocument, receipt: Receipt) -> Outcome:
        """What the provider's own page (`receipt.url`) of an issued document tells: ISSUED with a MARK, else
        UNKNOWN; `sums` either way. Only at the provider's own addresses, without credentials.

        Never raises for what a line or a server does.
        """
        ...

    def close(self) -> None:
        """Gives the connections back; tokens are forgotten."""
        ...


class Gateway(Protocol):
    """Opens providers; one per (server, sign-in, encryption), so that tokens and connections are shared."""

    def provider(self, server: str, sign_in: SignIn, *, encrypted: bool) -> Provider:
        """Raises UserError where the server or what it needs is not to be had."""
        ...

    def signed_in_until(self, server: str, vat: str) -> datetime | None:
        """Till when an issuer (bare VAT) is signed in on a server; None where it is not. Asks nobody."""
        ...

    def close(self) -> None: ...


class Secrets(Protocol):
    """API keys in the system's keyring. Calls may take seconds: never on the GUI thread."""

    def api_key(self, server: str, vat: str) -> str | None:
        """None where there is none. Raises UserError("keyring_absent" | "keyring_locked")."""
        ...

    def set_api_key(self, server: str, vat: str, key: str) -> None:
        """Raises UserError as `api_key` does."""
        ...


# --- the books --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SealRequest:
    """What is to be sealed. `build` turns a number into the sealed bytes; it runs inside the transaction
    that gives the number and must be pure and quick. `number` is given or None (the series' next one).
    `content_hash` is of the document without its date. `draft_id`: removed in the same transaction,
    unless it is of another `draft_version` (None: any).
    """

    server: str
    sign_in: SignIn
    encrypted: bool
    issuer_vat: str
    branch: int
    type_code: str
    series: str
    number: str | None
    content_hash: str
    build: Callable[[str], SealedDocument]
    source: str = ""
    draft_id: int | None = None
    draft_version: int | None = None


class NumberTaken(Exception):
    """The given number already belongs to `holder`, whose content is another (or whose number is spent)."""

    def __init__(self, holder: Submission) -> None:
        super().__init__(holder.sealed.key)
        self.holder = holder


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows a sender may take: of one server and one issuer (bare VAT), or of all (None)."""

    server: str | None = None
    issuer_vat: str | None = None


class Outbox(Protocol):
    """Sealed submissions, settled ones included. Every method is one transaction, durable when it returns."""

    def seal(self, request: SealRequest, now: datetime) -> Submission:
        """Number, bytes and row in ONE transaction.

        The same `content_hash` under the same given number (of a row that is not refused) returns that row.
        Raises NumberTaken. A number refused after a 400 may be sealed again.
        """
        ...

    def get(self, submission_id: int) -> Submission: ...

    def rows(self, server: str | None = None, *, states: frozenset[State] | None = None) -> list[Submission]:
        """In the order of sealing."""
        ...

    def without_mark(self, server: str | None = None) -> list[Submission]:
        """Issued rows whose MARK is still to be asked for, in the order of sealing, without their bytes."""
        ...

    def latest(self, server: str) -> Submission | None:
        """The one sealed last, with its bytes."""
        ...

    def on_its_way(self, server: str, since: datetime) -> list[Submission]:
        """Unsettled, issued after `since`, or refused unless another document has its number since; newest
        first, without bytes."""
        ...

    def latest_of_parties(self, server: str, most: int) -> Iterator[bytes]:
        """The bytes of the latest document that was not refused, for each of at most so many counterparties,
        the most recent first."""
        ...

    def due(self, scope: Scope, now: datetime) -> Submission | None:
        """The next `waiting` or `unknown` row whose time has come and that no earlier unsettled row of its
        series (server, issuer, branch, type, series) holds back; after those the next `issued` row whose
        MARK is to be asked for; None where nothing is due."""
        ...

    def next_due_at(self, scope: Scope) -> datetime | None:
        """When something becomes due next, held-back rows aside; None where nothing waits."""
        ...

    def move(
        self,
        submission: Submission,
        to: State,
        now: datetime,
        *,
        attempt: Attempt | None = None,
        also: Attempt | None = None,
        receipt: Receipt | None = None,
        problems: Sequence[Problem] = (),
        reason: str = "",
        message: str = "",
        next_try_at: datetime | None = None,
        may_have_arrived: bool | None = None,
        number_spent: bool | None = None,
        count_attempt: bool = False,
    ) -> Submission:
        """Compare and set: raises ConcurrentMove where the row no longer stands in `submission.state`.

        `attempt` and then `also` are appended to the journal in the same transaction; `count_attempt` adds
        one to `attempts`. An issued row with `next_try_at` is one whose MARK is to be asked for.
        """
        ...

    def seal_again(
        self,
        submission: Submission,
        sealed: SealedDocument,
        now: datetime,
        *,
        note: Attempt,
        attempt: Attempt | None = None,
    ) -> Submission:
        """Puts `sealed` (same number and internal id) in the place of the bytes, which are kept beside; the
        row is `waiting`, due at once, and nothing of it has left. One transaction, with `attempt` (at the old
        bytes) and `note` in the journal. Raises ConcurrentMove.
        """
        ...

    def next_number(self, submission: Submission) -> str:
        """The next free number of that row's series, as it would be given now."""
        ...

    def try_now(self, scope: Scope, now: datetime) -> int:
        """Makes due every waiting or unknown row of `scope` and every issued one without a MARK; how many."""
        ...

    def note(self, sent: Submission, attempt: Attempt) -> None:
        """An attempt at `sent` that ended after another desk had taken the row up: for the journal alone."""
        ...

    def to_recover(self) -> list[Submission]:
        """What stands in `sending` and is this desk's to send, without bytes."""
        ...

    def journal(self, submission_id: int) -> list[Attempt]: ...

    def earlier_seals(self, submission_id: int) -> list[bytes]:
        """The bytes that were sealed before those that stand now, oldest first."""
        ...

    def first_broken_attempt(self) -> int | None:
        """Checks the whole journal: None where nothing was altered, else the id of the first attempt that is
        not as it was written, 0 where the last ones are gone."""
        ...


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """What numbers run in."""

    server: str
    issuer_vat: str
    branch: int
    type_code: str
    series: str


@dataclass(frozen=True, slots=True)
class SeriesState:
    """`last_number` is None where the series was never used here and nobody has said which was the last."""

    last_number: str | None
    next_number: str


@dataclass(frozen=True, slots=True)
class UsedNumber:
    """One sealed document's number. `holds`: it is taken; `spent`: by somebody else's document."""

    place: SeriesPlace
    number: str
    submission_id: int
    state: State
    holds: bool
    spent: bool


class Numbers(Protocol):
    """The series and their numbers. Every method is one transaction."""

    def state(self, place: SeriesPlace) -> SeriesState: ...

    def set_last(self, place: SeriesPlace, last: str) -> SeriesState:
        """Raises UserError("last_number_malformed" | "last_number_lower", last=)."""
        ...

    def names(self, server: str) -> list[str]:
        """The names of the series of these books."""
        ...

    def used(self, server: str | None) -> Iterator[UsedNumber]:
        """Every number that was given, series by series, in the order of sealing."""
        ...


@dataclass(frozen=True, slots=True)
class ArchiveQuery:
    """Which sealed documents are wanted. Every word of `words` begins a word of the document, in any order,
    accents and case aside; `since` and `until` are document dates (yyyy-MM-dd, both included, "" for none);
    no `type_codes` means all types."""

    words: str = ""
    since: str = ""
    until: str = ""
    type_codes: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset({State.ISSUED})


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """Documents without their bytes, newest first. `after` is the key of the next page, None on the last."""

    rows: tuple[Submission, ...]
    after: int | None


class AmountOf(NamedTuple):
    """What one document adds to a sum."""

    type_code: str
    currency: str
    gross: Decimal


class Archive(Protocol):
    """Sealed submissions by words and filters; newest first is by id."""

    def page(self, server: str, query: ArchiveQuery, after: int | None, limit: int) -> ArchivePage:
        """Up to `limit` documents after the key `after`; None: from the newest on."""
        ...

    def ids(self, server: str, query: ArchiveQuery, after: int | None, limit: int) -> list[int]:
        """The same documents' ids alone; the last one is the next key."""
        ...

    def count(self, server: str, query: ArchiveQuery, most: int) -> int:
        """How many answer `query`; counting ends at `most`."""
        ...

    def rows(self, ids: Sequence[int]) -> list[Submission]:
        """These documents without their bytes, newest first; up to some hundreds."""
        ...

    def amounts(self, ids: Sequence[int]) -> list[AmountOf]:
        """What these documents add to a sum, in no order."""
        ...


class ConcurrentMove(RuntimeError):
    """Somebody else moved the row first, or it is another desk's to send by now."""


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A draft as it is kept: canonical JSON of the document as given, and the text of each field as typed.

    The other fields only describe it in lists. `updated_at` is aware UTC. `version` is the one last read:
    a save over a later one is refused; None saves whatever stands there.
    """

    document: bytes
    typed: Mapping[str, str] = field(default_factory=dict)
    type_code: str = ""
    counterparty_name: str = ""
    gross: Decimal = Decimal("0.00")
    id: int | None = None
    updated_at: datetime | None = None
    version: int | None = field(default=None, compare=False)


class Drafts(Protocol):
    """Documents that are not sealed yet. They have no number of their own."""

    def save(self, server: str, record: DraftRecord, now: datetime) -> int:
        """Inserts (id None) or replaces; the id. Durable when it returns.

        Raises UserError("draft_gone") where the row with this id is there no more, UserError(
        "draft_changed_elsewhere", computer=, when=) where it is of another version than `record`. What is
        saved is of the next version; a new draft is of version 1.
        """
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
