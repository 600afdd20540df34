"""The outbox: sealed submissions, their states and the journal of what happened to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Attempt, SealedDocument, SignIn, Submission


class ConcurrentMove(RuntimeError):
    """Somebody else moved the row first, or it is another desk's to send by now."""


@dataclass(frozen=True, slots=True)
class SealRequest:
    """What is to be sealed. `build` turns a number into the sealed bytes; it runs inside the transaction
    that gives the number and must be pure and quick. `number` is given or None (the series' next one).
    `content_hash` is of the document without its date. `draft_id`: removed in the same transaction,
    unless it is of another `draft_version` (None: any). `once`: where a row of these books that was not
    refused has this content, that row is the answer, whatever its number: for a credit of a whole document.
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
    once: bool = False
    note: Attempt | None = None
    """Written into the journal in the same transaction: which warnings stood when it was sealed."""
    credited: tuple[str, ...] = ()
    check_credits: Callable[[Mapping[str, Sequence[Submission]]], None] | None = None
    """Told in the same transaction, before the number is given, what credits the documents with the MARKs
    of `credited` (Outbox.credits_of); raises where this one would be too much. Must be pure and quick."""


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
    """Sealed submissions, settled ones included. Every method is one transaction, durable when it returns,
    but for those called within `together`."""

    def together(self) -> AbstractContextManager[None]:
        """What this thread calls inside is one transaction, durable when the block ends and undone where it
        raises; ConcurrentMove, caught inside, undoes nothing, as it is raised before anything is written.
        What is moved inside was read inside, or is being sent."""
        ...

    def seal(self, request: SealRequest, now: datetime) -> Submission:
        """Number, bytes and row in ONE transaction.

        The same `content_hash` under the same given number (of a row that is not refused) returns that row.
        Raises NumberTaken. A number refused after a 400 may be sealed again.
        """
        ...

    def get(self, submission_id: int) -> Submission: ...

    def credits_of(self, server: str, mark: str) -> list[Submission]:
        """What credits the document with this MARK in these books, issued or on its way (not refused), in
        the order of sealing, with its bytes."""
        ...

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
