"""Outbox, clock and provider, driven in any order by Hypothesis against what must always be so."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from einvoice_desktop import bootstrap
from einvoice_desktop.app.ports import Scope
from einvoice_desktop.app.resealing import is_delayed
from einvoice_desktop.app.sealing import Way, seal_request
from einvoice_desktop.app.submit import Submitter
from einvoice_desktop.domain.dates import ATHENS, athens_day
from einvoice_desktop.domain.lifecycle import UNSETTLED, State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument, SignIn, Submission
from einvoice_desktop.store.engine import open_store
from tests.app.model_provider import ANSWER_LOST, FAULTS, NEVER_IN, ODD_ANSWERS, WELL, ModelProvider
from tests.app.scripted import INVOICE

START = datetime(2026, 11, 21, 20, 30, tzinfo=UTC)
"""Half past ten in the evening, in Athens."""
WAY = Way("practice", SignIn.BEARER, encrypted=False)
POINTS = ("before", "after")
STEPS = tuple(f"{point} {step}" for step in ("move", "submit", "seal_again") for point in POINTS)
SERIES = ("A", "B")
MORE = st.integers(0, 3)
"""How many documents may follow one in the same run."""
MOST_ON_THEIR_WAY = 3
IN_MEMORY = Path("/dev/shm")
"""Where there is such a folder, waiting for a disk costs nothing."""
TO_THE_END = 400
"""Steps in which a line that is well again has brought everything to its end."""

_SAMPLE = read_document(INVOICE)
_AROUND = Surroundings(bootstrap.open_codes(), athens_day(START))


class Crash(BaseException):
    """The process dies here; nothing that holds it may catch it."""


class Mortal:
    """Stands before the outbox or the provider and dies at a named step."""

    def __init__(self, inner: Any, machine: Machine) -> None:
        self._inner = inner
        self._machine = machine

    def __getattr__(self, name: str) -> Any:
        method = getattr(self._inner, name)
        if name not in ("move", "submit", "seal_again"):
            return method

        def mortal(*args: Any, **named: Any) -> Any:
            self._machine.come_by(f"before {name}")
            done = method(*args, **named)
            self._machine.come_by(f"after {name}")
            return done

        return mortal


class Line:
    """The gateway to the one provider there is; looks whether what is sent may be sent now."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine

    def provider(self, server: str, sign_in: SignIn, *, encrypted: bool) -> Any:  # noqa: ARG002
        return Mortal(self, self._machine)

    def submit(self, sealed: SealedDocument) -> Any:
        self._machine.look_at_what_leaves(sealed)
        return self._machine.provider.submit(sealed)

    def read_back(self, *args: Any) -> Any:
        return self._machine.provider.read_back(*args)

    def signed_in_until(self, _server: str, _vat: str) -> None:
        """Nobody needs to."""

    def close(self) -> None:
        """Nothing is held."""


class Machine(RuleBasedStateMachine):
    """What must always be so stands in the invariants; what must be so in the end, in `teardown`."""

    counts: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.moment = START
        self.folder = Path(tempfile.mkdtemp(prefix="eid-", dir=IN_MEMORY if IN_MEMORY.is_dir() else None))
        self.store = open_store(self.folder / "books.sqlite")
        self.provider = ModelProvider(self.now)
        self.dies_at: list[str] = []
        self.survives = 0
        self.ids = 0
        self.start()

    def now(self) -> datetime:
        return self.moment

    def start(self) -> None:
        """A new process over the same books."""
        self.submitter = Submitter(Mortal(self.store.outbox, self), Line(self), self, lambda: 0.5)

    def come_by(self, step: str) -> None:
        if self.dies_at and self.dies_at[0] == step:
            if self.survives:
                self.survives -= 1
                return
            self.dies_at.pop(0)
            self.counts[f"crash {step}"] += 1
            raise Crash(step)

    def look_at_what_leaves(self, sealed: SealedDocument) -> None:
        """Later numbers of a series wait for earlier ones; only what is written down as leaving leaves."""
        rows = self.rows()
        (row,) = (row for row in rows if row.sealed.internal_id == sealed.internal_id)
        assert row.state in (State.SENDING, State.ISSUED)
        assert row.sealed == sealed
        self.provider.at_first = row.state is State.SENDING and not row.may_have_arrived
        earlier = [
            other
            for other in rows
            if other.id < row.id and other.sealed.key.series == sealed.key.series and other.state in UNSETTLED
        ]
        assert row.state is State.ISSUED or not earlier

    def rows(self) -> list[Submission]:
        return [self.store.outbox.get(row.id) for row in self.store.outbox.rows()]

    def mortally(self, work: Callable[[], object]) -> None:
        """Does `work`; where it dies, a new process takes up what was left, and may die of that as well."""
        while True:
            try:
                work()
            except Crash:
                self.start()
                work = self.submitter.recover
                continue
            break
        self.dies_at.clear()
        self.survives = 0

    # --- what can happen ------------------------------------------------------------------------

    @initialize(ahead=st.sampled_from([0, 0, 30, -30]))
    def begin(self, ahead: int) -> None:
        self.provider.ahead = timedelta(seconds=ahead)

    @precondition(lambda self: len(self.store.outbox.rows(states=UNSETTLED)) < MOST_ON_THEIR_WAY)
    @rule(series=st.sampled_from(SERIES))
    def seal(self, series: str) -> None:
        self.seal_document(series, None)

    @precondition(lambda self: self.correctable())
    @rule(data=st.data())
    def correct_what_was_refused(self, data: st.DataObject) -> None:
        series, number = data.draw(st.sampled_from(self.correctable()))
        self.seal_document(series, number)

    @precondition(lambda self: self.has_something_to_send())
    @rule(fault=st.sampled_from((WELL, *NEVER_IN)), waits=st.booleans(), more=MORE)
    def send(self, fault: str, waits: bool, more: int) -> None:
        self.work(fault, waits=waits, more=more)

    @precondition(lambda self: self.has_something_to_send())
    @rule(fault=st.sampled_from((*ANSWER_LOST, "stalled", "408")), waits=st.booleans(), more=MORE)
    def send_and_hear_nothing(self, fault: str, waits: bool, more: int) -> None:
        self.work(fault, waits=waits, more=more)

    @precondition(lambda self: self.has_something_to_send())
    @rule(fault=st.sampled_from(ODD_ANSWERS), pages_fail=st.booleans(), more=MORE)
    def send_and_hear_something_odd(self, fault: str, pages_fail: bool, more: int) -> None:
        self.work(fault, waits=True, pages_fail=pages_fail, more=more)

    @precondition(lambda self: self.has_something_to_send())
    @rule(
        fault=st.sampled_from((WELL, *FAULTS)),
        steps=st.lists(st.sampled_from(STEPS), min_size=1, max_size=2),
        more=MORE,
        by=st.integers(0, 3),
    )
    def send_and_die(self, fault: str, steps: list[str], more: int, by: int) -> None:
        """It comes by the first step so often before it dies there."""
        self.dies_at, self.survives = steps, by if more else 0
        self.work(fault, waits=True, more=more)

    @rule(what=st.sampled_from(["a second", "the lock's time", "to midnight", "past midnight"]))
    def time_passes(self, what: str) -> None:
        tomorrow = self.moment.astimezone(ATHENS) + timedelta(days=1)
        midnight = tomorrow.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
        self.moment = {
            "a second": self.moment + timedelta(seconds=1),
            "the lock's time": self.moment + timedelta(seconds=130),
            "to midnight": max(self.moment, midnight - timedelta(seconds=10)),
            "past midnight": midnight,
        }[what]

    @precondition(lambda self: self.provider.at_work)
    @rule(recorded=st.booleans())
    def what_stalled_ends(self, recorded: bool) -> None:
        self.provider.finish(recorded=recorded)

    @precondition(lambda self: self.overtaken())
    @rule(data=st.data(), delayed=st.booleans(), steps=st.lists(st.sampled_from(STEPS), max_size=1))
    def somebody_seals_again(self, data: st.DataObject, delayed: bool, steps: list[str]) -> None:
        """A person chose, for a document that has not left and whose date has passed."""
        row = data.draw(st.sampled_from(self.overtaken()))
        self.dies_at = steps
        self.mortally(lambda: self.submitter.seal_again(row, delayed=delayed))
        self.counts["sealed again by a person"] += 1

    @rule(try_now=st.booleans())
    def start_again(self, try_now: bool) -> None:
        self.start()
        self.submitter.recover()
        if try_now:
            self.store.outbox.try_now(Scope(), self.moment)

    def overtaken(self) -> list[Submission]:
        """What has not left and midnight has overtaken."""
        today = athens_day(self.moment)
        waiting = self.store.outbox.rows(states=frozenset({State.WAITING}))
        return [self.store.outbox.get(row.id) for row in waiting if row.sealed.key.date < today]

    def seal_document(self, series: str, number: str | None) -> None:
        self.ids += 1
        document = _SAMPLE.with_member("series", series)
        if number is not None:
            document = document.with_member("number", number)
        around = replace(_AROUND, today=athens_day(self.moment))
        request, _ = seal_request(document, WAY, around, self.moment, lambda: f"id-{self.ids}")
        self.store.outbox.seal(request, self.moment)
        self.counts["documents"] += 1

    def work(self, fault: str, *, waits: bool, pages_fail: bool = False, more: int = 0) -> None:
        """One step, in which so many documents more may follow the first at once."""
        next_one = self.store.outbox.next_due_at(Scope())
        if waits and next_one is not None:
            self.moment = max(self.moment, next_one)
        self.provider.faults, self.provider.pages_fail = [fault], pages_fail
        following = iter([True] * more)
        self.mortally(lambda: self.submitter.step([Scope()], self.hear, lambda: next(following, False)))
        self.provider.faults = []
        self.counts["steps"] += 1

    def hear(self, told: Submission) -> None:
        """What is told is what is in the books."""
        assert told == self.store.outbox.get(told.id)

    def has_something_to_send(self) -> bool:
        return self.store.outbox.next_due_at(Scope()) is not None

    def correctable(self) -> list[tuple[str, str]]:
        """Numbers of refused documents that nobody has: no other document of ours, and no stranger."""
        rows = self.store.outbox.rows()
        held = {place_of(row) for row in rows if holds(row)}
        return [place_of(row) for row in rows if not holds(row) and place_of(row) not in held]

    # --- what must always be so -----------------------------------------------------------------

    @invariant()
    def nothing_is_issued_twice_or_thought_issued_or_hidden(self) -> None:
        at_work = {sealed.internal_id for sealed in self.provider.at_work.values()}
        for row in self.rows():
            name = row.sealed.internal_id
            theirs = self.provider.of(name)
            assert len(theirs) + (name in at_work) <= 1, row
            if row.state is State.ISSUED:
                assert [document.payload for document in theirs] == [row.sealed.payload]
                assert row.sealed.key in self.provider.documents
                told = row.receipt.mark if row.receipt else ""
                assert told in ("", theirs[0].mark)
                assert row.mark_pending == (row.next_try_at is not None)
            elif row.state is State.UNKNOWN:
                assert row.may_have_arrived
            else:
                assert (theirs, name in at_work) == ([], False), row
                assert row.state is not State.WAITING or not row.may_have_arrived

    @invariant()
    def no_number_is_given_twice(self) -> None:
        held = Counter(place_of(row) for row in self.store.outbox.rows() if holds(row))
        assert all(count == 1 for count in held.values()), held

    @invariant()
    def the_journal_is_whole(self) -> None:
        assert self.store.outbox.first_broken_attempt() is None

    # --- what must be so in the end -------------------------------------------------------------

    def teardown(self) -> None:
        try:
            self.bring_to_the_end()
            self.nothing_is_issued_twice_or_thought_issued_or_hidden()
            self.the_journal_is_whole()
            for row in self.rows():
                self.look_at_the_end_of(row)
        finally:
            self.store.close()
            shutil.rmtree(self.folder)
        self.counts.update(f"met {name}" for name in self.provider.met.elements())

    def bring_to_the_end(self) -> None:
        """The line is well; time passes as far as it must."""
        self.provider.finish(recorded=True)
        self.mortally(self.submitter.recover)
        for _ in range(TO_THE_END):
            if not self.has_something_to_send():
                return
            self.work(WELL, waits=True)
        raise AssertionError("there is no end to it")

    def look_at_the_end_of(self, row: Submission) -> None:
        self.counts[f"ended {row.reason or row.state}"] += 1
        if row.state is State.ISSUED:
            assert not row.mark_pending
            assert not any(problem.is_error for problem in row.problems)
            return
        assert row.state is State.REFUSED
        if row.number_spent:
            assert self.provider.documents[row.sealed.key].internal_id != row.sealed.internal_id
        else:
            assert row.sealed.internal_id in self.provider.said_no
            assert self.store.outbox.journal(row.id)[-1].outcome.kind is OutcomeKind.REFUSED
            assert row.reason in ("refused", "delayed_refused")
            assert row.reason == "refused" or is_delayed(row.sealed)

    @classmethod
    def told(cls) -> str:
        """What was done and seen, in a line."""
        return ", ".join(f"{count} {name}" for name, count in sorted(cls.counts.items()))


def place_of(row: Submission) -> tuple[str, str]:
    return row.sealed.key.series, row.sealed.key.number


def holds(row: Submission) -> bool:
    """Whether nobody else may be given its number."""
    return row.state is not State.REFUSED or row.number_spent


def run_machine(tell: Callable[[str], None], *, examples: int, steps: int) -> None:
    """So many lives of so many steps each; tells what was done and seen, whether all went well or not."""
    wanted = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    try:
        run_state_machine_as_test(Machine, settings=wanted)
    finally:
        tell(f"outbox, clock and provider: {Machine.told()}")
