"""Moves: one wins, all that was told is kept, and what is due is found quickly."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.dialects import sqlite as sqlite_dialect

from einvoice_desktop.app.ports import ConcurrentMove, Scope
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem, Severity
from einvoice_desktop.domain.submission import OutcomeKind
from einvoice_desktop.store import due, outbox
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store.books import NOW, RECEIPT, attempt, later, request_of, settle

PROBLEMS = (
    Problem("details[2].vatTotal", "authority_229", params={"message": "«Σφάλμα»"}, authority_code="229"),
    Problem("", "late", Severity.WARNING),
)


def test_of_many_who_move_a_row_at_once_exactly_one_does(store: SqlStore, database: Path) -> None:
    rows = [store.outbox.seal(request_of(series=str(n)), NOW) for n in range(10)]
    other = open_store(database)
    start, won, lost = threading.Barrier(6), [], []

    def race(mine: SqlStore) -> None:
        start.wait()
        for row in rows:
            try:
                mine.outbox.move(row, State.SENDING, NOW, count_attempt=True)
                won.append(row.id)
            except ConcurrentMove:
                lost.append(row.id)

    threads = [threading.Thread(target=race, args=(mine,)) for mine in (store, other) * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(won) == [row.id for row in rows]
    assert len(lost) == 50
    assert {row.attempts for row in store.outbox.rows()} == {1}
    other.close()


def test_threads_seal_into_one_series_without_gap_or_twin(store: SqlStore) -> None:
    threads = [
        threading.Thread(target=lambda: [store.outbox.seal(request_of(), NOW) for _ in range(20)])
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [row.sealed.key.number for row in store.outbox.rows()] == [str(n) for n in range(1, 81)]


def test_a_lost_move_writes_no_journal(store: SqlStore) -> None:
    row = store.outbox.seal(request_of(), NOW)
    settle(store, row, State.ISSUED)
    with pytest.raises(ConcurrentMove):
        store.outbox.move(row, State.SENDING, NOW, attempt=attempt())
    assert store.outbox.journal(row.id) == []


def test_a_move_of_a_listed_row_gives_its_bytes_back(store: SqlStore) -> None:
    store.outbox.seal(request_of(), NOW)
    (listed,) = store.outbox.rows()
    assert listed.sealed.payload == b""
    moved = store.outbox.move(listed, State.SENDING, NOW)
    assert moved.sealed.payload == b"coffee A 1"
    assert store.outbox.rows(states=frozenset({State.SENDING})) == [
        replace(moved, sealed=replace(moved.sealed, payload=b""))
    ]


def test_all_that_an_attempt_told_is_in_the_journal(store: SqlStore) -> None:
    told = attempt(
        OutcomeKind.CONFLICT,
        reason="conflict",
        message="Υπάρχει ήδη",
        receipt=RECEIPT,
        problems=PROBLEMS,
        retry_after=12.5,
        http_status=409,
        answer=b"\x00\xff{raw",
        server_date=later(0.000001),
    )
    bare = attempt(OutcomeKind.NEVER_LEFT, reason="connect_timeout", answer=b"")
    row = store.outbox.seal(request_of(), NOW)
    for one in (told, bare):
        row = store.outbox.move(row, State.SENDING, NOW, count_attempt=True)
        row = store.outbox.move(row, State.UNKNOWN, NOW, attempt=one)
    assert store.outbox.journal(row.id) == [told, bare]
    assert store.outbox.get(row.id).attempts == 2
    assert store.outbox.journal(77) == []
    assert store.outbox.first_broken_attempt() is None


def test_words_that_have_no_utf8_stop_no_move(store: SqlStore) -> None:
    row = store.outbox.move(store.outbox.seal(request_of(), NOW), State.SENDING, NOW)
    odd = replace(RECEIPT, message="\udc80", url="\ud800")
    told = attempt(message="half \ud83d", reason="r", receipt=odd)
    issued = store.outbox.move(row, State.ISSUED, NOW, attempt=told, receipt=odd, message="half \ud83d")
    assert issued.receipt == odd
    assert issued.message == r"half \ud83d"
    assert store.outbox.journal(row.id)[0].outcome.receipt == odd
    assert store.outbox.first_broken_attempt() is None


def test_a_move_tells_of_itself_alone_but_some_things_stay(store: SqlStore) -> None:
    row = store.outbox.move(store.outbox.seal(request_of(), NOW), State.SENDING, later(1), count_attempt=True)
    row = store.outbox.move(
        row,
        State.UNKNOWN,
        later(2),
        reason="read_timeout",
        message="m",
        problems=PROBLEMS,
        next_try_at=later(9),
        may_have_arrived=True,
        receipt=RECEIPT,
    )
    assert (row.reason, row.message, row.problems, row.next_try_at) == (
        "read_timeout",
        "m",
        PROBLEMS,
        later(9),
    )
    row = store.outbox.move(row, State.SENDING, later(3), may_have_arrived=False, count_attempt=True)
    assert (row.reason, row.message, row.problems, row.next_try_at) == ("", "", (), None)
    assert (row.may_have_arrived, row.receipt, row.attempts, row.changed_at) == (True, RECEIPT, 2, later(3))
    assert store.outbox.get(row.id) == row


def test_an_unknown_row_is_not_made_up(store: SqlStore) -> None:
    with pytest.raises(KeyError):
        store.outbox.get(1)
    row = store.outbox.seal(request_of(), NOW)
    with pytest.raises(ConcurrentMove):
        store.outbox.move(replace(row, id=77), State.SENDING, NOW)


def test_a_moment_without_a_time_zone_is_refused(store: SqlStore) -> None:
    with pytest.raises(Exception, match="without a time zone"):
        store.outbox.seal(request_of(), NOW.replace(tzinfo=None))
    assert store.outbox.rows() == []


# --- lists and what is due --------------------------------------------------------------------------


def test_rows_are_listed_by_server_and_state(store: SqlStore) -> None:
    issued = settle(store, store.outbox.seal(request_of(), NOW), State.ISSUED)
    refused = settle(store, store.outbox.seal(request_of(server="uat"), NOW), State.REFUSED)
    waiting = store.outbox.seal(request_of(), NOW)

    def ids(*server: str, states: frozenset[State] | None = None) -> list[int]:
        return [row.id for row in store.outbox.rows(*server, states=states)]

    assert ids() == [issued.id, refused.id, waiting.id]
    assert ids("practice") == [issued.id, waiting.id]
    assert ids("elsewhere") == []
    assert ids(states=frozenset({State.ISSUED, State.REFUSED})) == [issued.id, refused.id]
    assert ids(states=frozenset({State.WAITING, State.UNKNOWN})) == [waiting.id]
    assert ids("uat", states=frozenset({State.WAITING})) == []
    assert ids("practice", states=frozenset({State.WAITING})) == [waiting.id]
    assert ids(states=frozenset()) == []


def test_a_row_being_sent_holds_its_series_back_for_every_scope(store: SqlStore) -> None:
    first = store.outbox.seal(request_of(), NOW)
    store.outbox.seal(request_of(), NOW)
    store.outbox.move(first, State.SENDING, NOW)
    for scope in (Scope(), Scope("practice"), Scope("practice", "123456789"), Scope(None, "123456789")):
        assert store.outbox.due(scope, later(999)) is None
        assert store.outbox.next_due_at(scope) is None


def test_what_is_held_back_does_not_wake_anybody(store: SqlStore) -> None:
    first, second = (store.outbox.seal(request_of(), NOW) for _ in range(2))
    first = store.outbox.move(
        store.outbox.move(first, State.SENDING, NOW), State.WAITING, NOW, next_try_at=later(60)
    )
    assert second.next_try_at is None
    assert store.outbox.next_due_at(Scope()) == later(60)
    assert store.outbox.due(Scope(), later(59.999999)) is None
    assert store.outbox.due(Scope(), later(60)) == first


def test_trying_now_keeps_to_its_scope_and_counts_all(store: SqlStore) -> None:
    for _ in range(2):
        store.outbox.seal(request_of(), NOW)
    unknown = store.outbox.move(store.outbox.seal(request_of(server="uat"), NOW), State.SENDING, NOW)
    store.outbox.move(unknown, State.UNKNOWN, NOW, next_try_at=later(600))
    assert store.outbox.try_now(Scope("practice"), later(1)) == 2
    assert store.outbox.due(Scope("uat"), later(1)) is None
    assert store.outbox.try_now(Scope(), later(1)) == 3
    row = store.outbox.due(Scope("uat"), later(1))
    assert row is not None
    assert row.id == unknown.id


@pytest.mark.one_file
def test_the_worker_never_walks_through_settled_rows(store: SqlStore) -> None:
    """By the plans that SQLite makes: with 100,000 settled rows a walk would take 20 ms, every second."""
    statements = {
        "due": due._DUE,
        "next": due._NEXT_DUE_AT,
        "now": due._TRY_NOW,
        "left sending": outbox._LISTS["open"],
    }
    for name, statement in statements.items():
        sql = str(statement.compile(dialect=sqlite_dialect.dialect())).replace(
            "(__[POSTCOMPILE_states])", "(?)"
        )
        with store._database.reading() as connection:
            plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + sql, (1,) * sql.count("?")).all()
        steps = [str(step[3]) for step in plan]
        assert any("INDEX submissions_unsettled" in step for step in steps), (name, steps)
        assert not any(step == "SCAN submissions" or "TEMP B-TREE" in step for step in steps), (name, steps)
