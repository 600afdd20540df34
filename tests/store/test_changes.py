"""Whoever waits for news of the books hears of every change, by whomever, and of nothing else."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop.app.ports import Changes, DraftRecord, Scope
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store.books import NOW, later, request_of


@pytest.fixture
def news(database: Path | str) -> Iterator[Changes]:
    """Of another desk, which has seen all there is."""
    other = open_store(database)
    changes = other.changes()
    while changes.wait(0.05):
        pass
    yield changes
    changes.close()
    other.close()


def test_sealing_moving_and_saving_are_heard_of(store: SqlStore, news: Changes) -> None:
    row = store.outbox.seal(request_of(), NOW)
    assert news.wait(10)
    store.outbox.move(row, State.SENDING, later(1))
    assert news.wait(10)
    draft_id = store.drafts.save("practice", DraftRecord(b"{}"), NOW)
    assert news.wait(10)
    store.drafts.delete(draft_id)
    assert news.wait(10)


def test_nothing_is_heard_where_nothing_changed(store: SqlStore, news: Changes) -> None:
    store.outbox.seal(request_of(), NOW)
    assert news.wait(10)
    store.outbox.due(Scope(), NOW)
    store.outbox.rows()
    started = time.monotonic()
    assert not news.wait(0.2)
    assert time.monotonic() - started < 2


def test_closing_ends_a_wait(news: Changes) -> None:
    answers: list[bool] = []
    thread = threading.Thread(target=lambda: answers.append(news.wait(30)))
    thread.start()
    time.sleep(0.1)
    news.close()
    thread.join(5)
    assert answers == [False]
    assert not news.wait(1)
