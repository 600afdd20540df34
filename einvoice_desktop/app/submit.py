"""Sends sealed documents and says what each attempt means; the only place that moves a submission."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Clock, Gateway, Outbox, Scope
from einvoice_desktop.domain.lifecycle import State, check_move
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Attempt, Outcome, OutcomeKind, SealedDocument, Submission

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
    }
)
"""Reasons for which trying again helps nobody until a person has acted."""


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
        """What a crash left in `sending` is `unknown`: it may have arrived. For the lock's holder only."""
        left = self._outbox.rows(states=frozenset({State.SENDING}))
        return [self._move(row, State.UNKNOWN, reason="interrupted", may_have_arrived=True) for row in left]

    def step(self, scopes: Sequence[Scope], on_change: Callable[[Submission], None]) -> Submission | None:
        """Sends the next due submission of the first scope that has one; None where nothing is due.

        `on_change` hears of every move.
        """
        now = self._clock.now()
        due = next((row for scope in scopes if (row := self._outbox.due(scope, now)) is not None), None)
        if due is None:
            return None
        sending = self._move(due, State.SENDING, count_attempt=True)
        on_change(sending)
        settled = self._settle(sending, self._attempt(sending))
        on_change(settled)
        return settled

    def _attempt(self, submission: Submission) -> Attempt:
        started = self._clock.now()
        try:
            provider = self._gateway.provider(
                submission.server, submission.sign_in, encrypted=submission.encrypted
            )
        except UserError as error:
            outcome = Outcome(OutcomeKind.UNAUTHORISED, error.code)
        else:
            outcome = provider.submit(submission.sealed)
        return Attempt(started, self._clock.now(), outcome)

    def _settle(self, submission: Submission, attempt: Attempt) -> Submission:
        outcome = attempt.outcome
        match outcome.kind:
            case OutcomeKind.ISSUED:
                return self._ended(submission, State.ISSUED, attempt)
            case OutcomeKind.REFUSED:
                return self._ended(submission, State.REFUSED, attempt)
            case OutcomeKind.CONFLICT:
                return self._conflict(submission, attempt)
            case OutcomeKind.UNKNOWN:
                return self._again(submission, State.UNKNOWN, attempt, may_have_arrived=True)
            case OutcomeKind.NEVER_LEFT | OutcomeKind.UNAUTHORISED:
                # A document that an earlier attempt may have delivered stays unknown whatever happens now.
                to = State.UNKNOWN if submission.may_have_arrived else State.WAITING
                return self._again(submission, to, attempt)

    def _conflict(self, submission: Submission, attempt: Attempt) -> Submission:
        """A document with our number is in. It is ours only if an earlier attempt may have brought it there
        and the answer contradicts nothing of it; else the number is somebody else's and spent."""
        told = attempt.outcome.receipt
        if submission.may_have_arrived and told is not None and agrees(told, submission.sealed):
            return self._ended(submission, State.ISSUED, attempt)
        return self._ended(submission, State.REFUSED, attempt, reason="number_conflict", number_spent=True)

    def _ended(self, submission: Submission, to: State, attempt: Attempt, **changes: Any) -> Submission:
        outcome = attempt.outcome
        changes.setdefault("reason", "" if to is State.ISSUED else outcome.reason)
        if to is State.ISSUED:
            changes.setdefault("receipt", outcome.receipt)
        return self._move(
            submission,
            to,
            attempt=attempt,
            problems=outcome.problems,
            message=outcome.message,
            **changes,
        )

    def _again(self, submission: Submission, to: State, attempt: Attempt, **changes: Any) -> Submission:
        outcome = attempt.outcome
        asked = outcome.retry_after
        if outcome.kind is OutcomeKind.UNAUTHORISED:
            asked = self._policy.for_a_person
        wait = self._policy.wait(submission.attempts, asked, self._jitter())
        return self._move(
            submission,
            to,
            attempt=attempt,
            reason=outcome.reason,
            message=outcome.message,
            next_try_at=attempt.ended_at + timedelta(seconds=wait),
            **changes,
        )

    def _move(self, submission: Submission, to: State, **changes: Any) -> Submission:
        check_move(submission.state, to)
        return self._outbox.move(submission, to, self._clock.now(), **changes)


def agrees(told: Receipt, sealed: SealedDocument) -> bool:
    """Whether nothing that the answer tells of the document that is in contradicts ours.

    Series, number and internal id are compared where they are told. An answer that names none of them,
    nor a MARK, proves nothing.
    """
    key = sealed.key
    pairs = (
        (told.series, key.series),
        (told.number.lstrip("0"), key.number.lstrip("0")),
        (told.internal_id, sealed.internal_id),
    )
    return all(not theirs or theirs == ours for theirs, ours in pairs)


def is_settled(submission: Submission) -> bool:
    """Issued or refused: nothing more will happen to it."""
    return submission.state in (State.ISSUED, State.REFUSED)


def waits_for_a_person(submission: Submission) -> bool:
    """Waiting, and trying again by itself will not help."""
    return submission.state is State.WAITING and submission.reason in WAITS_FOR_A_PERSON


def seconds_until(moment: datetime | None, now: datetime) -> float | None:
    """Seconds from `now`, not below 0; None for no moment."""
    return None if moment is None else max((moment - now).total_seconds(), 0.0)
