"""The outbox: sealed submissions, what was tried with each, and which is to go next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    or_,
    select,
    update,
)

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import ConcurrentMove, NumberTaken, Scope, SealRequest
from einvoice_desktop.domain.lifecycle import UNSETTLED, State
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Attempt, SealedDocument, Submission
from einvoice_desktop.store import archive, due, earlier, journal, numbering, parties
from einvoice_desktop.store.columns import storable
from einvoice_desktop.store.credits import credit_there, credits_of
from einvoice_desktop.store.database import Database, new_id
from einvoice_desktop.store.desks import SqlPresence
from einvoice_desktop.store.drafts import check_version
from einvoice_desktop.store.due import OURS, WHOLE
from einvoice_desktop.store.on_its_way import on_its_way
from einvoice_desktop.store.prepared import Prepared
from einvoice_desktop.store.rows import (
    LISTED,
    problems_of,
    problems_text,
    receipt_text,
    submission_of,
    submission_values,
)
from einvoice_desktop.store.schema import (
    SERIES,
    drafts,
    in_no_index,
    payloads,
    submissions,
    unsettled,
)
from einvoice_desktop.store.sums import keep_sums

_ROW = submissions.c

# Statements are built once: building one costs more than running it.
_INSERT = insert(submissions)
_INSERT_PAYLOAD = insert(payloads)
_DELETE_DRAFT = delete(drafts).where(drafts.c.id == bindparam("draft"), drafts.c.server == bindparam("books"))

_GET = WHOLE.where(_ROW.id == bindparam("id"))
_LATEST = WHOLE.where(in_no_index(_ROW.server) == bindparam("server")).order_by(_ROW.id.desc()).limit(1)

_LIST = select(*LISTED).order_by(_ROW.id)
_OF_STATES = _ROW.state.in_(bindparam("states", expanding=True))
_LISTS = {
    "all": _LIST,
    "some": _LIST.where(_OF_STATES),
    "open": _LIST.where(_OF_STATES, unsettled(submissions)),
}
_SERVER_LISTS = {which: listed.where(_ROW.server == bindparam("server")) for which, listed in _LISTS.items()}

_TO_RECOVER = (
    select(*LISTED)
    .where(unsettled(submissions), _ROW.state == literal_column(f"'{State.SENDING}'"), OURS)
    .order_by(_ROW.id)
)

# Taken up by another desk meanwhile: the row is locked by the update before, so this is the last word.
_SENDER_OF = select(_ROW.id).where(_ROW.id == bindparam("id"), OURS)

_MOVE = Prepared(
    update(submissions)
    .where(_ROW.id == bindparam("row_id"), _ROW.state == bindparam("from_state"), OURS)
    .values(
        state=bindparam("to_state"),
        changed_at=bindparam("moved_at"),
        next_try_at=bindparam("again_at"),
        attempts=_ROW.attempts + bindparam("more_attempts"),
        may_have_arrived=or_(_ROW.may_have_arrived, bindparam("arrived", type_=_ROW.may_have_arrived.type)),
        number_spent=func.coalesce(bindparam("spent", type_=_ROW.number_spent.type), _ROW.number_spent),
        reason=bindparam("new_reason"),
        message=bindparam("new_message"),
        receipt=func.coalesce(bindparam("new_receipt", type_=_ROW.receipt.type), _ROW.receipt),
        problems=bindparam("new_problems"),
    )
)


class SqlOutbox:
    """app.ports.Outbox on a database. May be called from any thread. Every method raises UserError."""

    def __init__(self, database: Database, folder_id: str, presence: SqlPresence | None = None) -> None:
        self._database = database
        self._folder_id = folder_id
        self._presence = presence
        self._desk = {"desk": None if presence is None else folder_id}

    def together(self) -> AbstractContextManager[None]:
        """The database's own: Database.together."""
        return self._database.together()

    def seal(self, request: SealRequest, now: datetime) -> Submission:
        """Number, bytes and row in one transaction; whatever stops it leaves nothing behind.

        Raises NumberTaken; UserError("draft_gone") where its draft is there no more; UserError(
        "series_unsure", series=, last=) where a number is wanted of a series whose last one nobody knows
        since the books came back from a copy; ValueError where `build` returns another document than asked
        for.
        """
        place = {name: getattr(request, name) for name in SERIES}
        with self._database.writing() as connection:
            self._database.backend.lock_series(connection, place)
            if self._presence is not None:
                self._presence.renew_in(connection)
            if request.draft_id is not None:
                if request.draft_version is not None:
                    check_version(connection, request.draft_id, request.draft_version)
                gone = connection.execute(_DELETE_DRAFT, {"draft": request.draft_id, "books": request.server})
                # Another window has issued it: sealing it here would issue the same invoice twice.
                if gone.rowcount != 1:
                    raise UserError("draft_gone")
            there = credit_there(connection, request) if request.once else None
            if there is not None:
                return there
            if request.number is not None:
                holder = numbering.holder(connection, place, request.number)
                if holder is not None:
                    return _same_content(holder, request)
            self._check_credits(connection, request)
            number = request.number
            if number is None:
                number = numbering.number_to_give(connection, place)
            sealed = request.build(number)
            _check_built(sealed, request, number)
            submission = self._insert(connection, _new_row(request, sealed, now))
            numbering.remember(connection, place, number)
            if request.note is not None:
                journal.append(connection, submission.id, sealed.payload, request.note)
            return submission

    def _check_credits(self, connection: Connection, request: SealRequest) -> None:
        """Whoever seals another credit of one of these documents waits until this transaction has ended."""
        if request.check_credits is None:
            return
        backend = self._database.backend
        found = {}
        for mark in sorted(request.credited):
            backend.lock_series(connection, {"server": request.server, "credited": mark})
            found[mark] = credits_of(connection, request.server, mark, backend.question_of)
        request.check_credits(found)

    def credits_of(self, server: str, mark: str) -> list[Submission]:
        """Found by the archive's index of words."""
        with self._database.reading() as connection:
            return credits_of(connection, server, mark, self._database.backend.question_of)

    def get(self, submission_id: int) -> Submission:
        """One row, with its bytes. Raises KeyError where there is none."""
        with self._database.reading() as connection:
            return _get(connection, submission_id)

    def rows(self, server: str | None = None, *, states: frozenset[State] | None = None) -> list[Submission]:
        """In the order of sealing, for lists: every `payload` is b"". `get` and `due` give the bytes."""
        which = "all" if states is None else "open" if states <= UNSETTLED else "some"
        wanted = {"server": server, "states": [state.value for state in states or ()]}
        statement = (_LISTS if server is None else _SERVER_LISTS)[which]
        with self._database.reading() as connection:
            return [submission_of(row) for row in connection.execute(statement, wanted).all()]

    def without_mark(self, server: str | None = None) -> list[Submission]:
        """Found by the index of the few that there are."""
        with self._database.reading() as connection:
            return due.without_mark(connection, server)

    def latest(self, server: str) -> Submission | None:
        """The one sealed last, with its bytes."""
        with self._database.reading() as connection:
            row = connection.execute(_LATEST, {"server": server}).first()
        return None if row is None else submission_of(row)

    def on_its_way(self, server: str, since: datetime) -> list[Submission]:
        """What is unsettled, was issued after `since`, or was refused and not put right; newest first."""
        with self._database.reading() as connection:
            return on_its_way(connection, server, since)

    def latest_of_parties(self, server: str, most: int) -> Iterator[bytes]:
        """The bytes of the latest document for each counterparty, the most recent first."""
        with self._database.reading() as connection:
            yield from parties.latest_of_each(connection, server, most)

    def due(self, scope: Scope, now: datetime) -> Submission | None:
        """The oldest row that may be sent now, with its bytes."""
        with self._database.reading() as connection:
            return due.first_due(connection, scope, self._desk, now)

    def next_due_at(self, scope: Scope) -> datetime | None:
        """A row that has no time set has been due since its last change."""
        with self._database.reading() as connection:
            return due.next_due_at(connection, scope, self._desk)

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
        """The row as it stands afterwards, with its bytes.

        Reason, message, problems and next try are those of this move; a receipt stays unless another one is
        given. Raises ConcurrentMove.
        """
        changes = {
            "row_id": submission.id,
            "from_state": submission.state.value,
            "to_state": to.value,
            "moved_at": now,
            "again_at": next_try_at,
            "more_attempts": int(count_attempt),
            "arrived": bool(may_have_arrived),
            "spent": number_spent,
            "new_reason": reason,
            "new_message": message,
            "new_receipt": None if receipt is None else receipt_text(receipt),
            "new_problems": problems_text(problems),
        }
        with self._database.writing() as connection:
            if to is State.SENDING and self._presence is not None:
                # Whoever would take its rows up waits for this, or has taken them, which the move finds out.
                self._presence.renew_in(connection)
            if _MOVE.run(connection, changes | self._desk).rowcount != 1:
                raise ConcurrentMove(f"submission {submission.id} is no longer {submission.state}")
            if submission.sealed.payload and (submission.state is State.SENDING or self._database.is_joined):
                # Nobody else alters a row while it is being sent, nor after it was read in this transaction.
                moved = _moved(submission, to, changes, receipt)
            else:
                moved = _get(connection, submission.id)
            for one in (attempt, also):
                if one is not None:
                    journal.append(connection, moved.id, moved.sealed.payload, one)
            if to is not State.SENDING:
                # All that is on its way is found by the same words.
                archive.index_again(connection, moved)
            return moved

    def note(self, sent: Submission, attempt: Attempt) -> None:
        """The row stays as it stands; `sent` is as it was sent, with its bytes."""
        with self._database.writing() as connection:
            journal.append(connection, sent.id, sent.sealed.payload, attempt)

    def to_recover(self) -> list[Submission]:
        """In the order of sealing; only this desk's, where several share the books."""
        with self._database.reading() as connection:
            return [submission_of(row) for row in connection.execute(_TO_RECOVER, self._desk).all()]

    def seal_again(
        self,
        submission: Submission,
        sealed: SealedDocument,
        now: datetime,
        *,
        note: Attempt,
        attempt: Attempt | None = None,
    ) -> Submission:
        """Raises ConcurrentMove; ValueError where more than date and bytes are another."""
        with self._database.writing() as connection:
            held = _get(connection, submission.id)
            if held.state is not submission.state:
                raise ConcurrentMove(f"submission {submission.id} is no longer {submission.state}")
            earlier.put_in_place(connection, held, sealed, now, note=note, attempt=attempt)
            if connection.execute(_SENDER_OF, {"id": held.id} | self._desk).first() is None:
                raise ConcurrentMove(f"submission {held.id} is another desk's")
            again = _get(connection, held.id)
            archive.index_again(connection, again)
            return again

    def next_number(self, submission: Submission) -> str:
        """As `seal` would give it now; nothing is taken."""
        key = submission.sealed.key
        place = {"server": submission.server, **{name: getattr(key, name) for name in SERIES[1:]}}
        with self._database.reading() as connection:
            return numbering.next_number(connection, place)

    def earlier_seals(self, submission_id: int) -> list[bytes]:
        """The bytes that were sealed before those that stand now, oldest first."""
        with self._database.reading() as connection:
            return earlier.bytes_before(connection, submission_id)

    def try_now(self, scope: Scope, now: datetime) -> int:
        """Held-back rows are among them and stay held back."""
        with self._database.writing() as connection:
            return due.try_now(connection, scope, self._desk, now)

    def journal(self, submission_id: int) -> list[Attempt]:
        """Every attempt, oldest first."""
        with self._database.reading() as connection:
            return journal.of_submission(connection, submission_id)

    def first_broken_attempt(self) -> int | None:
        """Checks the journal of the whole store: None where nothing was altered (journal.first_broken)."""
        with self._database.reading(one_moment=True) as connection:
            return journal.first_broken(connection)

    def _insert(self, connection: Connection, submission: Submission) -> Submission:
        id_ = new_id(connection.execute(_INSERT, submission_values(submission, self._folder_id)))
        connection.execute(_INSERT_PAYLOAD, {"submission_id": id_, "payload": submission.sealed.payload})
        keep_sums(connection, id_, submission.sealed)
        inserted = replace(submission, id=id_)
        archive.index(connection, inserted)
        return inserted


def _get(connection: Connection, submission_id: int) -> Submission:
    row = connection.execute(_GET, {"id": submission_id}).first()
    if row is None:
        raise KeyError(submission_id)
    return submission_of(row)


def _moved(
    submission: Submission, to: State, changes: Mapping[str, Any], receipt: Receipt | None
) -> Submission:
    """What _MOVE made of a row, as it would be read again."""
    spent = changes["spent"]
    return replace(
        submission,
        state=to,
        changed_at=changes["moved_at"],
        next_try_at=changes["again_at"],
        attempts=submission.attempts + changes["more_attempts"],
        may_have_arrived=submission.may_have_arrived or changes["arrived"],
        number_spent=submission.number_spent if spent is None else spent,
        reason=storable(changes["new_reason"]),
        message=storable(changes["new_message"]),
        receipt=receipt or submission.receipt,
        problems=problems_of(changes["new_problems"]),
    )


def _same_content(holder: Submission, request: SealRequest) -> Submission:
    """`holder`, where it is what is to be sealed. Raises NumberTaken."""
    if holder.state is State.REFUSED or holder.sealed.content_hash != request.content_hash:
        raise NumberTaken(holder)
    return holder


def _check_built(sealed: SealedDocument, request: SealRequest, number: str) -> None:
    key = sealed.key
    built = (key.issuer_vat, key.branch, key.type_code, key.series, key.number, sealed.content_hash)
    asked = (
        request.issuer_vat,
        request.branch,
        request.type_code,
        request.series,
        number,
        request.content_hash,
    )
    if built != asked:
        raise ValueError(f"asked for {asked}, built {built}")


def _new_row(request: SealRequest, sealed: SealedDocument, now: datetime) -> Submission:
    return Submission(
        id=0,
        server=request.server,
        sign_in=request.sign_in,
        encrypted=request.encrypted,
        state=State.WAITING,
        sealed=sealed,
        source=storable(request.source),
        sealed_at=now,
        changed_at=now,
        next_try_at=None,
        attempts=0,
        may_have_arrived=False,
        number_spent=False,
        reason="",
        message="",
        receipt=None,
        problems=(),
    )
