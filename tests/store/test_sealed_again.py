"""Sealed again under its number: the old bytes are kept, the journal tells both, nothing else changes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from einvoice_desktop.app.ports import ConcurrentMove
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import OutcomeKind, Submission
from einvoice_desktop.store import outbox
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store.books import NOW, attempt, later, request_of, settle
from tests.store.older import as_version_5

NOTE = attempt(OutcomeKind.SEALED_AGAIN, reason="sealed_again_today")


def sealed_again(store: SqlStore, row: Submission, payload: bytes = b"new", **told: object) -> Submission:
    key = replace(row.sealed.key, date="2026-11-24")
    new = replace(row.sealed, payload=payload, key=key)
    return store.outbox.seal_again(row, new, later(9), note=NOTE, **told)  # type: ignore[arg-type]


def sent(store: SqlStore) -> Submission:
    """A document at which one attempt was made."""
    row = store.outbox.seal(request_of(), NOW)
    row = store.outbox.move(row, State.SENDING, NOW, count_attempt=True)
    return store.outbox.move(
        row, State.UNKNOWN, NOW, attempt=attempt(OutcomeKind.UNKNOWN), may_have_arrived=True
    )


def test_both_seals_and_every_attempt_stand_in_the_books(store: SqlStore, database: Path) -> None:
    row = store.outbox.move(sent(store), State.SENDING, later(5))
    refused = attempt(OutcomeKind.REFUSED, reason="refused", answer=b"238")
    again = sealed_again(store, row, attempt=refused)
    assert (again.state, again.sealed.payload, again.sealed.key.date) == (State.WAITING, b"new", "2026-11-24")
    assert (again.may_have_arrived, again.next_try_at, again.attempts) == (False, None, 1)
    assert (again.sealed_at, again.sealed.key.number) == (row.sealed_at, "1")
    third = sealed_again(store, again, b"newest")
    store.close()
    reopened = open_store(database)
    assert reopened.outbox.get(row.id) == third
    assert reopened.outbox.earlier_seals(row.id) == [row.sealed.payload, b"new"]
    kinds = [one.outcome.kind for one in reopened.outbox.journal(row.id)]
    assert kinds == [
        OutcomeKind.UNKNOWN,
        OutcomeKind.REFUSED,
        OutcomeKind.SEALED_AGAIN,
        OutcomeKind.SEALED_AGAIN,
    ]
    assert reopened.outbox.first_broken_attempt() is None
    reopened.close()


@pytest.mark.parametrize(
    "change",
    [
        {"internal_id": "another"},
        {"content_hash": "another"},
        {"counterparty_name": "another"},
    ],
)
def test_nothing_but_date_and_bytes_may_be_another(store: SqlStore, change: dict[str, str]) -> None:
    row = store.outbox.seal(request_of(), NOW)
    with pytest.raises(ValueError, match="not the document"):
        store.outbox.seal_again(row, replace(row.sealed, **change), NOW, note=NOTE)  # type: ignore[arg-type]
    key = replace(row.sealed.key, number="2")
    with pytest.raises(ValueError, match="not the document"):
        store.outbox.seal_again(row, replace(row.sealed, key=key), NOW, note=NOTE)
    assert store.outbox.get(row.id) == row
    assert store.outbox.journal(row.id) == []


def test_a_row_that_somebody_moved_is_not_sealed_again(store: SqlStore) -> None:
    row = store.outbox.seal(request_of(), NOW)
    settle(store, row, State.ISSUED)
    with pytest.raises(ConcurrentMove):
        sealed_again(store, row)
    assert store.outbox.earlier_seals(row.id) == []


def test_bytes_that_left_since_the_row_was_read_are_not_replaced(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a server, where a row that was read is not locked: it moves between reading and writing."""
    waiting = store.outbox.seal(request_of(), NOW)
    store.outbox.move(waiting, State.SENDING, NOW, count_attempt=True)
    monkeypatch.setattr(outbox, "_get", lambda _connection, _id: waiting)
    with pytest.raises(ConcurrentMove):
        sealed_again(store, waiting)
    monkeypatch.undo()
    assert store.outbox.earlier_seals(waiting.id) == []
    assert store.outbox.get(waiting.id).sealed == waiting.sealed
    assert store.outbox.get(waiting.id).state is State.SENDING


@pytest.mark.one_file
@pytest.mark.parametrize(
    ("drop", "harm", "broken"),
    [
        (None, "UPDATE payloads SET payload = 'other'", None),
        (None, "UPDATE submissions SET date = '2026-12-01'", None),
        (None, "UPDATE submissions SET number = '9'", None),
        (None, "UPDATE earlier_seals SET payload = 'other'", None),
        (None, "DELETE FROM earlier_seals", None),
        ("earlier_seals_append_only", "UPDATE earlier_seals SET payload = CAST('other' AS BLOB)", 1),
        ("earlier_seals_append_only", "UPDATE earlier_seals SET last_attempt = 0", 1),
        ("earlier_seals_append_only", "UPDATE earlier_seals SET last_attempt = 2", 2),
        ("earlier_seals_kept", "DELETE FROM earlier_seals", 1),
        ("payloads_sealed", "UPDATE payloads SET payload = CAST('other' AS BLOB)", 2),
        ("attempts_append_only", "UPDATE attempts SET answer = CAST('x' AS BLOB) WHERE id = 2", 2),
        ("attempts_kept", "DELETE FROM attempts WHERE id = 1", 2),
        ("attempts_kept", "DELETE FROM attempts WHERE id = 2", 0),
    ],
)
def test_what_is_altered_is_refused_or_found(
    store: SqlStore, database: Path, drop: str | None, harm: str, broken: int | None
) -> None:
    sealed_again(store, sent(store))
    with closing(sqlite3.connect(database)) as raw, raw:
        if drop is None:
            with pytest.raises(sqlite3.IntegrityError):
                raw.execute(harm)
        else:
            raw.execute(f"DROP TRIGGER {drop}")
            raw.execute(harm)
    assert store.outbox.first_broken_attempt() == broken


@pytest.mark.one_file
def test_books_of_the_version_before_are_brought_up_and_keep_their_guards(tmp_path: Path) -> None:
    """As version 2 made them: no table of earlier seals, a guard that lets no date change, no desks."""
    path = tmp_path / "books.sqlite"
    first = open_store(path)
    row = sent(first)
    as_version_5(first)
    first.close()
    with closing(sqlite3.connect(path)) as raw, raw:
        for name in ("submissions_dated", "payloads_sealed", "submissions_sealed"):
            raw.execute(f"DROP TRIGGER {name}")
        raw.execute("DROP INDEX submissions_mark_asked_for")
        raw.execute("DROP TABLE earlier_seals")
        raw.execute(
            "CREATE TRIGGER submissions_sealed BEFORE UPDATE OF id, date, number ON submissions"
            " BEGIN SELECT RAISE(ABORT, 'submissions_sealed'); END"
        )
        raw.execute(
            "CREATE TRIGGER payloads_sealed BEFORE UPDATE ON payloads"
            " BEGIN SELECT RAISE(ABORT, 'payloads_sealed'); END"
        )
        raw.execute("DROP TABLE desks")
        raw.execute("DROP TABLE provider_files")
        raw.execute("DROP INDEX submissions_credits")
        raw.execute("ALTER TABLE submissions DROP COLUMN kind")
        for table, column in (("drafts", "version"), ("drafts", "saved_by"), ("submissions", "sender")):
            raw.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
        raw.execute("UPDATE meta SET value = '2' WHERE name = 'version'")
    store = open_store(path)
    assert store.outbox.get(row.id) == row
    moved = store.outbox.move(row, State.SENDING, later(3))
    assert sealed_again(store, moved).sealed.payload == b"new"
    assert store.outbox.first_broken_attempt() is None
    with closing(sqlite3.connect(path)) as raw, pytest.raises(sqlite3.IntegrityError):
        raw.execute("UPDATE payloads SET payload = 'other'")
    store.close()
