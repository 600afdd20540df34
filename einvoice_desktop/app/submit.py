"""Sends sealed documents and says what each attempt means; the only place that moves a submission."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from einvoice_desktop.app.cancelling import ASKED, as_cancelling, is_being_cancelled
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Clock, ConcurrentMove, Gateway, Outbox, Provider, Scope
from einvoice_desktop.app.resealing import is_delayed, lost_connection, note_of, sealed_again
from einvoice_desktop.app.ruling import (
    DOUBT,
    Ruling,
    rule,
    rule_on_cancelling,
    rule_on_comparison,
    rule_on_mark,
    with_page,
)
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.lifecycle import State, check_move
from einvoice_desktop.domain.submission import Attempt, Outcome, OutcomeKind, Submission

WAITS_FOR_A_PERSON = frozenset(
    {
        "unauthorised",
        "key_refused",
        "forbidden",
        "api_key_missing",
        "api_key_unusable",
        "keyring_absent",
        "keyring_locked",
        "server_unknown",
        "server_not_https",
        "encryption_absent",
        "encryption_failed",
        "pgp_key_missing",
        "pgp_key_unreadable",
        "pgp_key_private",
        "pgp_key_several",
        "pgp_key_revoked",
        "pgp_key_expired",
        "pgp_key_cannot_encrypt",
        "pgp_key_replaced",
        "pgp_fingerprint_missing",
        "pgp_fingerprint_short",
        "pgp_fingerprint_differs",
        "no_encrypted_way",
    }
)
"""Reasons for which trying again helps nobody until a person has acted."""

_PAGES_BETWEEN_BYTES = 4
"""A MARK that is not there yet is asked for by the page; every so many times by the same bytes again."""
_CLOCKS_APART = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class RetryPolicy:
    """How long to wait before another try, in seconds.

    What the provider asks for is kept to, unless `override` replaces every wait. Else the wait doubles from
    `first` to `longest`, times a jitter of 0.8 to 1.2.
    """

    first: float = 5.0
    longest: float = 600.0
    for_a_person: float = 300.0
    override: float | None = None

    def wait(self, attempts: int, asked: float | None, jitter: float) -> float:
        """Seconds until the next try; `attempts` made so far, `jitter` from 0 to 1."""
        if self.override is not None:
            return self.override
        if asked is not None:
            return asked
        doubled = min(self.first * 2.0 ** min(max(attempts - 1, 0), 20), self.longest)
        return doubled * (0.8 + 0.4 * jitter)


class Submitter:
    """Takes due submissions out of the outbox one by one and settles what it can.

    `jitter` gives a number from 0 to 1. One submitter a data folder at a time (SenderLock).
    """

    def __init__(
        self,
        outbox: Outbox,
        gateway: Gateway,
        clock: Clock,
        jitter: Callable[[], float],
        policy: RetryPolicy = RetryPolicy(),
    ) -> None:
        self._outbox = outbox
        self._gateway = gateway
        self._clock = clock
        self._jitter = jitter
        self._policy = policy

    def recover(self) -> list[Submission]:
        """What a crash left in `sending` is `unknown`: it may have arrived. For the lock's holder only.

        The journal gets the attempt that was cut off, from when it began until now.
        """
        return [self._interrupted(row) for row in self._outbox.to_recover()]

    def _interrupted(self, row: Submission) -> Submission:
        outcome = Outcome(OutcomeKind.UNKNOWN, "interrupted")
        cut_off = Attempt(row.changed_at, max(row.changed_at, self._clock.now()), outcome)
        return self._move(row, State.UNKNOWN, reason="interrupted", may_have_arrived=True, attempt=cut_off)

    def step(
        self,
        scopes: Sequence[Scope],
        on_change: Callable[[Submission], None],
        go_on: Callable[[], bool] = lambda: False,
    ) -> Submission | None:
        """Works the next due submission of the first scope that has one; None where nothing is due.

        While `go_on` says so, whatever is to be sent next follows at once: that it is being sent is written
        down together with the end of the one before, in one transaction. The last one worked is given.
        `on_change` hears of every move.
        """
        now = self._clock.now()
        due = self._due(scopes, now)
        if due is None:
            return None
        try:
            row = self._begun(due, now)
        except ConcurrentMove:
            # It is another desk's by now, and so may the next ones be.
            return None
        on_change(row)
        following: Submission | None = row if row.state is State.SENDING else None
        while following is not None:
            row, following = self._sent(following, scopes, go_on)
            on_change(row)
            if following is not None:
                on_change(following)
        return row

    def _due(self, scopes: Sequence[Scope], now: datetime) -> Submission | None:
        return next((row for scope in scopes if (row := self._outbox.due(scope, now)) is not None), None)

    def _begun(self, due: Submission, now: datetime) -> Submission:
        if due.state is State.ISSUED:
            return self._ask_for_mark(due)
        if self._is_of_another_day(due, now):
            return self.seal_again(due, delayed=lost_connection(self._journal(due), due.sealed.key.date))
        return self._move(due, State.SENDING, count_attempt=True)

    def _next(self, scopes: Sequence[Scope]) -> Submission | None:
        """The next one to be sent, in `sending`; None where there is none, or something else comes first."""
        now = self._clock.now()
        due = self._due(scopes, now)
        if due is None or due.state is State.ISSUED or self._is_of_another_day(due, now):
            return None
        try:
            return self._move(due, State.SENDING, count_attempt=True)
        except ConcurrentMove:
            return None

    def seal_again(self, submission: Submission, *, delayed: bool) -> Submission:
        """Puts other bytes in the place of those of a document that has not left: with today's date, or,
        `delayed`, with its own and the loss of connection declared."""
        return self._seal_again(submission, self._clock.now(), delayed=delayed)

    def compare(self, submission: Submission) -> Submission:
        """Reads the page of an issued document once more and holds it against what was sent; the row as it
        stands then. Raises ConcurrentMove."""
        receipt = submission.receipt
        assert receipt is not None
        attempt = self._asked(submission, lambda it: it.read_back(submission.sealed, receipt))
        return self._ruled(submission, rule_on_comparison(submission, attempt.outcome), attempt)

    def cancel_note(self, submission: Submission) -> Submission:
        """Orders an issued delivery note to be cancelled; the row as it stands then. That its outcome is open
        is written down before anything leaves. Raises ConcurrentMove."""
        receipt = submission.receipt
        assert receipt is not None
        doubted = is_being_cancelled(submission)
        asked = self._move(submission, State.ISSUED, reason=ASKED, problems=submission.problems)
        attempt = self._asked(asked, lambda it: it.cancel_note(asked.sealed, receipt))
        ruling = rule_on_cancelling(asked, attempt.outcome, doubted=doubted)
        return self._ruled(asked, ruling, as_cancelling(attempt))

    def _is_of_another_day(self, submission: Submission, now: datetime) -> bool:
        """Nothing of it has left, and the provider would refuse its date (238)."""
        if submission.state is not State.WAITING or submission.may_have_arrived:
            return False
        return submission.sealed.key.date < athens_day(now) and not is_delayed(submission.sealed)

    def _journal(self, submission: Submission) -> list[Attempt]:
        return self._outbox.journal(submission.id)

    def _sent(
        self, sending: Submission, scopes: Sequence[Scope], go_on: Callable[[], bool]
    ) -> tuple[Submission, Submission | None]:
        """As it ended, and the next one in `sending`. Where the row is another desk's by now, that one
        settles it: the provider knows the bytes."""
        attempt = self._attempt(sending)
        try:
            return self._settled(sending, attempt, lambda: self._next(scopes) if go_on() else None)
        except ConcurrentMove:
            self._outbox.note(sending, attempt)
            return self._outbox.get(sending.id), None

    def _attempt(self, submission: Submission) -> Attempt:
        return self._asked(submission, lambda provider: provider.submit(submission.sealed))

    def _asked(self, submission: Submission, ask: Callable[[Provider], Outcome]) -> Attempt:
        started = self._clock.now()
        try:
            provider = self._gateway.provider(
                submission.server, submission.sign_in, encrypted=submission.encrypted
            )
        except UserError as error:
            outcome = Outcome(OutcomeKind.UNAUTHORISED, error.code)
        else:
            outcome = ask(provider)
        return Attempt(started, self._clock.now(), outcome)

    def _settled(
        self, submission: Submission, attempt: Attempt, take_next: Callable[[], Submission | None]
    ) -> tuple[Submission, Submission | None]:
        moment = provider_moment(attempt)
        ruling = rule(
            submission,
            attempt.outcome,
            today=athens_day(moment),
            delayed=attempt.outcome.kind is OutcomeKind.REFUSED and is_delayed(submission.sealed),
            next_number=lambda: self._outbox.next_number(submission),
        )
        if ruling.seals_again:
            return self._seal_again(submission, moment, delayed=False, attempt=attempt), None
        page = None
        if ruling.reads_back:
            page = self._read_back(submission, ruling)
            ruling = with_page(ruling, page.outcome, submission.sealed)
        try:
            with self._outbox.together():
                return self._ruled(submission, ruling, attempt, also=page), _taken(take_next)
        except _NextFailed:
            # What was answered is kept all the same; the next step meets what is wrong with the next one.
            return self._ruled(submission, ruling, attempt, also=page), None

    def _ask_for_mark(self, submission: Submission) -> Submission:
        """By its page where its address is known, else by the same bytes once more: a 409 tells it."""
        receipt = submission.receipt
        if receipt is not None and receipt.url and submission.attempts % _PAGES_BETWEEN_BYTES:
            attempt = self._asked(submission, lambda it: it.read_back(submission.sealed, receipt))
        else:
            attempt = self._attempt(submission)
        ruling = rule_on_mark(submission, attempt.outcome)
        return self._ruled(submission, ruling, attempt, count_attempt=True)

    def _read_back(self, submission: Submission, ruling: Ruling) -> Attempt:
        receipt = ruling.receipt
        assert receipt is not None
        return self._asked(submission, lambda it: it.read_back(submission.sealed, receipt))

    def _seal_again(
        self, submission: Submission, now: datetime, *, delayed: bool, attempt: Attempt | None = None
    ) -> Submission:
        check_move(submission.state, State.WAITING)
        delayed = delayed and submission.sealed.kind.is_document
        sealed = sealed_again(submission.sealed, now, delayed=delayed)
        note = note_of(submission.sealed, sealed, self._clock.now(), delayed=delayed)
        return self._outbox.seal_again(submission, sealed, self._clock.now(), note=note, attempt=attempt)

    def _ruled(
        self,
        submission: Submission,
        ruling: Ruling,
        attempt: Attempt,
        *,
        also: Attempt | None = None,
        count_attempt: bool = False,
    ) -> Submission:
        if DOUBT in ruling.problems:
            # The journal says it too.
            told = (*attempt.outcome.problems, DOUBT)
            attempt = replace(attempt, outcome=replace(attempt.outcome, problems=told))
        return self._move(
            submission,
            ruling.to,
            attempt=attempt,
            also=also,
            receipt=ruling.receipt,
            problems=ruling.problems,
            reason=ruling.reason,
            message=ruling.message,
            next_try_at=self._next_try(submission, attempt) if ruling.tries_again else None,
            may_have_arrived=ruling.may_have_arrived,
            number_spent=ruling.number_spent or None,
            count_attempt=count_attempt,
        )

    def _next_try(self, submission: Submission, attempt: Attempt) -> datetime:
        asked = attempt.outcome.retry_after
        if attempt.outcome.kind is OutcomeKind.UNAUTHORISED:
            asked = self._policy.for_a_person
        wait = self._policy.wait(submission.attempts, asked, self._jitter())
        return attempt.ended_at + timedelta(seconds=wait)

    def _move(self, submission: Submission, to: State, **changes: Any) -> Submission:
        check_move(submission.state, to)
        return self._outbox.move(submission, to, self._clock.now(), **changes)


class _NextFailed(Exception):
    """The next one could not even be looked at; nothing is known of the transaction in which that was."""


def _taken(take_next: Callable[[], Submission | None]) -> Submission | None:
    try:
        return take_next()
    except Exception as error:
        raise _NextFailed from error


def provider_moment(attempt: Attempt) -> datetime:
    """When the attempt ended, by the provider's clock where that is a little ahead of ours: about midnight it
    is the provider's date that counts. A clock that is far off is not believed."""
    ended, theirs = attempt.ended_at, attempt.outcome.server_date
    if theirs is None or not timedelta() < theirs - ended < _CLOCKS_APART:
        return ended
    return theirs


def is_settled(submission: Submission) -> bool:
    """Issued or refused: it stays that, though an issued one's MARK may still be to be fetched."""
    return submission.state in (State.ISSUED, State.REFUSED)


def waits_for_a_person(submission: Submission) -> bool:
    """On its way, and trying again by itself will not help."""
    held = submission.state in (State.WAITING, State.UNKNOWN)
    return held and submission.reason in WAITS_FOR_A_PERSON


def seconds_until(moment: datetime | None, now: datetime) -> float | None:
    """Seconds from `now`, not below 0; None for no moment."""
    return None if moment is None else max((moment - now).total_seconds(), 0.0)
