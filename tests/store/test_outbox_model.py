"""The outbox against a plain model of it: whatever is done in whatever order, both say the same."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from einvoice_desktop.app.ports import NumberTaken, Scope
from einvoice_desktop.domain.lifecycle import MOVES, UNSETTLED, State
from einvoice_desktop.domain.submission import OutcomeKind
from einvoice_desktop.store.engine import open_store
from tests.store.books import NOW, attempt, request_of
from tests.store.conftest import SQLITE
from tests.store.server import Server

SERIES = st.sampled_from(["A", "Α"])
SERVERS = st.sampled_from(["practice", "uat"])
GIVEN = st.sampled_from(["1", "2", "3", "4", "07", "7", "Β-1", "٣"])
CONTENTS = st.sampled_from(["coffee", "tea"])
SCOPES = [Scope(), Scope("practice"), Scope("uat"), Scope("uat", "nobody")]


@dataclass
class Row:
    id: int
    place: tuple[str, str]
    number: str
    content: str
    state: State = State.WAITING
    next_try_at: datetime | None = None
    changed_at: datetime = NOW
    spent: bool = False
    day: str = "2026-11-23"

    @property
    def is_open(self) -> bool:
        return self.state in UNSETTLED

    @property
    def asks(self) -> bool:
        """Issued, its MARK still to be asked for."""
        return self.state is State.ISSUED and self.next_try_at is not None


def same_number(one: str, other: str) -> bool:
    ascii_digits = all(text.isascii() and text.isdigit() for text in (one, other))
    return int(one) == int(other) if ascii_digits else one == other


class OutboxMachine(RuleBasedStateMachine):
    """Real books, and lists and dicts beside them."""

    new_place: Callable[[], Path | str]
    forget_place: Callable[[Path | str], None]

    def __init__(self) -> None:
        super().__init__()
        self.place = self.new_place()
        self.store = open_store(self.place)
        self.model: list[Row] = []
        self.last: dict[tuple[str, str], int] = {}
        self.now = NOW

    def teardown(self) -> None:
        self.store.close()
        self.forget_place(self.place)

    def holder(self, place: tuple[str, str], number: str) -> Row | None:
        for row in self.model:
            lives = row.state is not State.REFUSED or row.spent
            if row.place == place and lives and same_number(row.number, number):
                return row
        return None

    def added(self, place: tuple[str, str], number: str, content: str) -> Row:
        row = Row(len(self.model) + 1, place, number, content, changed_at=self.now)
        self.model.append(row)
        if number.isascii() and number.isdigit():
            self.last[place] = max(self.last.get(place, 0), int(number))
        return row

    @rule(server=SERVERS, series=SERIES, content=CONTENTS)
    def seal_next(self, server: str, series: str, content: str) -> None:
        place = (server, series)
        number = str(self.last.get(place, 0) + 1)
        sealed = self.store.outbox.seal(request_of(server=server, series=series, content=content), self.now)
        assert sealed.sealed.key.number == number
        assert sealed.id == self.added(place, number, content).id

    @rule(server=SERVERS, series=SERIES, number=GIVEN, content=CONTENTS)
    def seal_given(self, server: str, series: str, number: str, content: str) -> None:
        asked = request_of(number, server=server, series=series, content=content)
        holder = self.holder((server, series), number)
        if holder is not None and (holder.content != content or holder.spent):
            with pytest.raises(NumberTaken) as taken:
                self.store.outbox.seal(asked, self.now)
            assert taken.value.holder.id == holder.id
            return
        sealed = self.store.outbox.seal(asked, self.now)
        if holder is not None:
            assert sealed.id == holder.id
        else:
            assert sealed.id == self.added((server, series), number, content).id
            assert sealed.sealed.key.number == number

    @precondition(lambda self: any(row.is_open or row.asks for row in self.model))
    @rule(data=st.data(), wait=st.sampled_from([None, -1, 0, 5, 60]), spent=st.booleans())
    def move(self, data: st.DataObject, wait: int | None, spent: bool) -> None:
        row = data.draw(st.sampled_from([row for row in self.model if row.is_open or row.asks]))
        to = data.draw(st.sampled_from(sorted(MOVES[row.state])))
        row.next_try_at = None if wait is None else self.now + timedelta(seconds=wait)
        row.spent = spent and to is State.REFUSED
        before = self.store.outbox.get(row.id)
        moved = self.store.outbox.move(
            before, to, self.now, next_try_at=row.next_try_at, number_spent=row.spent or None
        )
        row.state, row.changed_at = to, self.now
        assert moved.sealed == before.sealed

    @precondition(lambda self: any(row.state in (State.WAITING, State.SENDING) for row in self.model))
    @rule(data=st.data(), day=st.sampled_from(["2026-11-23", "2026-11-24"]))
    def seal_again(self, data: st.DataObject, day: str) -> None:
        open_rows = [row for row in self.model if row.state in (State.WAITING, State.SENDING)]
        row = data.draw(st.sampled_from(open_rows))
        before = self.store.outbox.get(row.id)
        old = before.sealed
        new = replace(old, payload=old.payload + b"!", key=replace(old.key, date=day))
        note = attempt(OutcomeKind.SEALED_AGAIN)
        after = self.store.outbox.seal_again(before, new, self.now, note=note)
        assert (after.sealed, after.may_have_arrived, after.next_try_at) == (new, False, None)
        assert self.store.outbox.earlier_seals(row.id)[-1] == old.payload
        assert self.store.outbox.first_broken_attempt() is None
        row.state, row.changed_at, row.next_try_at, row.day = State.WAITING, self.now, None, day

    @rule(seconds=st.integers(0, 30))
    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    @rule(scope=st.sampled_from(SCOPES))
    def try_now(self, scope: Scope) -> None:
        waiting = [
            row for row in self.model if row.state in (State.WAITING, State.UNKNOWN) and fits(row, scope)
        ]
        asking = [row for row in self.model if row.asks and fits(row, scope)]
        assert self.store.outbox.try_now(scope, self.now) == len(waiting) + len(asking)
        for row in waiting:
            row.next_try_at = None
        for row in asking:
            row.next_try_at = self.now

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = open_store(self.place)

    @invariant()
    def both_say_the_same(self) -> None:
        found = [
            (row.id, row.server, key.series, key.number, row.state, row.number_spent, key.date)
            for row in self.store.outbox.rows()
            for key in [row.sealed.key]
        ]
        assert found == [
            (row.id, *row.place, row.number, row.state, row.spent, row.day) for row in self.model
        ]
        for scope in SCOPES:
            firsts = [row for row in self.firsts() if fits(row, scope)]
            due = [row.id for row in firsts if row.next_try_at is None or row.next_try_at <= self.now]
            asking = [row for row in self.model if row.asks and fits(row, scope)]
            asked = sorted((row.next_try_at or NOW, row.id) for row in asking)
            due += [id_ for moment, id_ in asked if moment <= self.now]
            next_one = self.store.outbox.due(scope, self.now)
            assert (next_one and next_one.id) == (due[0] if due else None)
            times = [row.next_try_at or row.changed_at for row in (*firsts, *asking)]
            assert self.store.outbox.next_due_at(scope) == (min(times) if times else None)

    def firsts(self) -> list[Row]:
        """The first unsettled row of each series, where it may be sent."""
        heads: dict[Any, Row] = {}
        for row in self.model:
            if row.state in UNSETTLED:
                heads.setdefault(row.place, row)
        return sorted(
            (replace(row) for row in heads.values() if row.state is not State.SENDING), key=lambda row: row.id
        )


def fits(row: Row, scope: Scope) -> bool:
    return scope.server in (None, row.place[0]) and scope.issuer_vat in (None, "123456789")


@pytest.fixture
def machine(engine: str, request: pytest.FixtureRequest) -> type[OutboxMachine]:
    """Real books in a file, or in a server's database."""
    if engine == SQLITE:
        return type("OnFile", (OutboxMachine,), {"new_place": _new_file, "forget_place": _forget_file})
    server: Server = request.getfixturevalue("postgres_server")
    ways = {"new_place": lambda _: server.new_database(), "forget_place": lambda _, place: server.drop(place)}
    return type("OnServer", (OutboxMachine,), ways)


def _new_file(_: OutboxMachine) -> Path:
    return Path(tempfile.mkdtemp(prefix="eid-")) / "books.sqlite"


def _forget_file(_: OutboxMachine, place: Path) -> None:
    shutil.rmtree(place.parent)


def test_the_outbox_does_as_its_model(engine: str, machine: type[OutboxMachine]) -> None:
    # A server's answers take longer, and its database has to be made.
    fewer = {"max_examples": max(settings().max_examples // (2 if engine == SQLITE else 10), 6)}
    run_state_machine_as_test(machine, settings=settings(stateful_step_count=40, **fewer))
