"""What the application needs of the world, as Protocols; bootstrap hands in the real ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Protocol

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

    def close(self) -> None:
        """Gives the connections back; tokens are forgotten."""
        ...


class Gateway(Protocol):
    """Opens providers; one per (server, sign-in, encryption), so that tokens and connections are shared."""

    def provider(self, server: str, sign_in: SignIn, *, encrypted: bool) -> Provider:
        """Raises UserError where the server or what it needs is not to be had."""
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
    `content_hash` is of the document without its date. `draft_id`: removed in the same transaction.
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

    def latest(self, server: str) -> Submission | None:
        """The one sealed last, with its bytes."""
        ...

    def due(self, scope: Scope, now: datetime) -> Submission | None:
        """The next `waiting` or `unknown` row whose time has come and that no earlier unsettled row of its
        series (server, issuer, branch, type, series) holds back; None where nothing is due."""
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

        `attempt` is appended to the journal in the same transaction; `count_attempt` adds one to `attempts`.
        """
        ...

    def try_now(self, scope: Scope, now: datetime) -> int:
        """Makes every waiting or unknown row of `scope` due; how many."""
        ...

    def journal(self, submission_id: int) -> list[Attempt]: ...


class ConcurrentMove(RuntimeError):
    """Somebody else moved the row first."""


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A draft as it is kept: canonical JSON of the document as given, and the text of each field as typed.

    The other fields only describe it in lists. `updated_at` is aware UTC.
    """

    document: bytes
    typed: Mapping[str, str] = field(default_factory=dict)
    type_code: str = ""
    counterparty_name: str = ""
    gross: Decimal = Decimal("0.00")
    id: int | None = None
    updated_at: datetime | None = None


class Drafts(Protocol):
    """Documents that are not sealed yet. They have no number of their own."""

    def save(self, server: str, record: DraftRecord, now: datetime) -> int:
        """Inserts (id None) or replaces; the id. Durable when it returns.

        Raises UserError("draft_gone") where the row with this id is there no more.
        """
        ...

    def get(self, draft_id: int) -> DraftRecord | None: ...

    def rows(self, server: str) -> list[DraftRecord]:
        """Newest first; `document` and `typed` left empty."""
        ...

    def delete(self, draft_id: int) -> None: ...


class Store(Protocol):
    """One data folder's books."""

    @property
    def outbox(self) -> Outbox: ...

    @property
    def drafts(self) -> Drafts: ...

    def close(self) -> None: ...


class SenderLock(Protocol):
    """One process at a time sends for a data folder; the lock dies with its process."""

    def hold(self) -> AbstractContextManager[bool]:
        """True inside where this process may send; False where another one does."""
        ...

    def holder(self) -> str:
        """Who holds it, for people ("process 4711 on DESK-2"); "" where nobody does or knows."""
        ...
