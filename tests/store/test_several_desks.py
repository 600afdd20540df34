"""Several desks on one store: each sends its own, a dead one's are taken up, and nothing goes twice."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from einvoice_desktop.app.attending import Attendance
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import ConcurrentMove, DraftRecord, Scope
from einvoice_desktop.app.submit import Submitter
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument, SignIn
from einvoice_desktop.store.engine import SqlStore, open_store
from einvoice_desktop.store.schema import desks
from tests.store.books import NOW, RECEIPT, attempt, later, past_the_store, request_of, settle
from tests.store.server import Server
from tests.stress.bad_line import KEY, SEND, TOP, Provider, program, running_provider, surroundings
from tests.stress.settled import check_receipt
from tests.stress.sudden_ends import QUICKLY, Papers
from tests.stress.test_eight_at_once import EACH, PROCESSES, share

HERE, THERE = "a" * 32, "b" * 32
SCOPE = Scope()
DESK_CHILD = Path(__file__).with_name("desk_child.py")
SHORT_LEASE = 1.5


@pytest.fixture
def shared(postgres_server: Server) -> Iterator[str]:
    address = postgres_server.new_database()
    yield address
    postgres_server.drop(address)


@pytest.fixture
def here(shared: str) -> Iterator[SqlStore]:
    store = open_store(shared, folder_id=HERE, desk_name="PC-1")
    yield store
    store.close()


@pytest.fixture
def there(shared: str) -> Iterator[SqlStore]:
    store = open_store(shared, folder_id=THERE, desk_name="PC-2")
    yield store
    store.close()


def let_lapse(store: SqlStore, folder: str) -> None:
    """As if that desk had been silent for the length of its lease."""
    with past_the_store(store) as raw:
        raw.execute(desks.update().where(desks.c.folder == folder).values(lease_until=0))


# --- who sends --------------------------------------------------------------------------------------


def test_each_desk_is_given_its_own_documents_alone(here: SqlStore, there: SqlStore) -> None:
    mine = here.outbox.seal(request_of(series="A"), NOW)
    theirs = there.outbox.seal(request_of(series="B"), NOW)
    for store, row in ((here, mine), (there, theirs)):
        due = store.outbox.due(SCOPE, NOW)
        assert due is not None
        assert due.id == row.id
        assert store.presence is not None
        assert store.presence.take_up() == 0
        assert store.outbox.try_now(SCOPE, NOW) == 1
    assert [row.id for row in here.outbox.rows()] == [mine.id, theirs.id]
    with pytest.raises(ConcurrentMove):
        there.outbox.move(mine, State.SENDING, later(1))


def test_a_number_of_another_desk_holds_the_later_ones_of_its_series_back(
    here: SqlStore, there: SqlStore
) -> None:
    first = here.outbox.seal(request_of(), NOW)
    second = there.outbox.seal(request_of(), NOW)
    assert (first.sealed.key.number, second.sealed.key.number) == ("1", "2")
    assert there.outbox.due(SCOPE, NOW) is None
    assert there.outbox.next_due_at(SCOPE) is None
    settle(here, first, State.ISSUED)
    due = there.outbox.due(SCOPE, NOW)
    assert due is not None
    assert due.id == second.id


def test_a_dead_desks_documents_are_taken_up_by_one_desk_once(
    shared: str, here: SqlStore, there: SqlStore
) -> None:
    waiting = here.outbox.seal(request_of(series="A"), NOW)
    sending = here.outbox.move(here.outbox.seal(request_of(series="B"), NOW), State.SENDING, later(1))
    settle(here, here.outbox.seal(request_of(series="C"), NOW), State.ISSUED)
    third = open_store(shared, folder_id="c" * 32, desk_name="PC-3")
    let_lapse(there, HERE)
    assert there.presence is not None
    assert third.presence is not None
    assert (there.presence.take_up(), third.presence.take_up()) == (2, 0)
    assert [row.id for row in there.outbox.to_recover()] == [sending.id]
    assert here.outbox.to_recover() == third.outbox.to_recover() == []
    due = there.outbox.due(SCOPE, NOW)
    assert due is not None
    assert due.id == waiting.id
    third.close()


def test_a_desk_that_wakes_too_late_sends_nothing_of_what_was_taken_up(
    here: SqlStore, there: SqlStore
) -> None:
    waiting = here.outbox.seal(request_of(), NOW)
    let_lapse(there, HERE)
    assert there.presence is not None
    assert there.presence.take_up() == 1
    with pytest.raises(ConcurrentMove):
        here.outbox.move(waiting, State.SENDING, later(1))
    assert here.outbox.due(SCOPE, NOW) is None
    sending = there.outbox.move(waiting, State.SENDING, later(1))
    # Not even while it stands in the very state that it had left it in.
    with pytest.raises(ConcurrentMove):
        here.outbox.move(sending, State.UNKNOWN, later(2))
    here.outbox.note(sending, attempt())
    assert len(there.outbox.journal(waiting.id)) == 1
    assert there.outbox.get(waiting.id).state is State.SENDING
    assert there.outbox.first_broken_attempt() is None


class Slow:
    """A provider that answers only after the desk has been given up, and another has taken over."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self._meanwhile = meanwhile

    def provider(self, _server: str, _sign_in: SignIn, *, encrypted: bool) -> Slow:
        assert encrypted
        return self

    def signed_in_until(self, _server: str, _vat: str) -> None:
        return None

    def submit(self, _sealed: SealedDocument) -> Outcome:
        self._meanwhile()
        return Outcome(OutcomeKind.ISSUED, "", receipt=RECEIPT)

    def now(self) -> datetime:
        return later(5)

    def close(self) -> None:
        pass


def test_an_answer_that_comes_after_the_take_up_is_journalled_and_settles_nothing(
    here: SqlStore, there: SqlStore
) -> None:
    row = here.outbox.seal(request_of(), NOW)

    def taken_up() -> None:
        let_lapse(there, HERE)
        assert there.presence is not None
        assert there.presence.take_up() == 1

    slow = Slow(taken_up)
    told: list[State] = []
    left = Submitter(here.outbox, slow, slow, lambda: 0.5).step(
        [SCOPE], lambda moved: told.append(moved.state)
    )
    assert left is not None
    assert (left.state, told) == (State.SENDING, [State.SENDING, State.SENDING])
    (entry,) = there.outbox.journal(row.id)
    assert entry.outcome.receipt == RECEIPT
    (recovered,) = Submitter(there.outbox, slow, slow, lambda: 0.5).recover()
    assert (recovered.state, recovered.may_have_arrived) == (State.UNKNOWN, True)
    assert Submitter(here.outbox, slow, slow, lambda: 0.5).step([SCOPE], lambda _: None) is None


def test_a_desk_that_wakes_before_anybody_came_goes_on(here: SqlStore, there: SqlStore) -> None:
    waiting = here.outbox.seal(request_of(), NOW)
    let_lapse(there, HERE)
    here.outbox.move(waiting, State.SENDING, later(1))
    assert there.presence is not None
    assert there.presence.take_up() == 0


def test_a_copy_of_a_data_folder_on_another_computer_is_told_while_the_first_lives(
    shared: str, here: SqlStore
) -> None:
    with pytest.raises(UserError) as error:
        open_store(shared, folder_id=HERE, desk_name="PC-9")
    assert (error.value.code, error.value.params) == ("desk_twice", {"computer": "PC-1"})
    let_lapse(here, HERE)
    open_store(shared, folder_id=HERE, desk_name="PC-9").close()


def test_a_desk_lives_however_long_a_document_takes_to_be_sent(shared: str, there: SqlStore) -> None:
    """Its lease is renewed beside the sending."""
    busy = open_store(shared, folder_id=HERE, desk_name="PC-1", lease_seconds=0.6)
    waiting = busy.outbox.seal(request_of(), NOW)
    assert busy.presence is not None
    assert there.presence is not None
    woken = threading.Event()
    with Attendance(busy.presence, busy.changes)(woken.set):
        busy.outbox.move(waiting, State.SENDING, later(1))
        time.sleep(1.5)
        assert there.presence.take_up() == 0
    assert woken.is_set()
    time.sleep(0.8)
    assert there.presence.take_up() == 1
    busy.close()


# --- real processes ---------------------------------------------------------------------------------


def at(shared: str) -> dict[str, str]:
    return {**surroundings(), "EINVOICE_DATABASE_URL": shared}


def command(folder: Path, shared: str, *words: str | Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        program(folder, *words),
        cwd=TOP,
        env=at(shared),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_eight_desks_issue_160_documents_of_one_series(tmp_path: Path, shared: str) -> None:
    shares = [share(tmp_path / "papers", f"desk-{place}") for place in range(PROCESSES)]
    with running_provider(tmp_path / "provider") as provider:
        sending = ("--server", provider.address, "--today", "--wait", "120", "--json")
        processes = [
            command(tmp_path / f"desk-{place}", shared, "submit", *files, *sending)
            for place, files in enumerate(shares)
        ]
        said = [process.communicate(timeout=150) for process in processes]
        issued = provider.issued()
    assert [process.returncode for process in processes] == [0] * PROCESSES, [err for _, err in said]
    store = open_store(shared, folder_id=HERE)
    rows = store.outbox.rows()
    assert store.outbox.first_broken_attempt() is None
    # Beside what each was issued in spite of, one try a document.
    noted = OutcomeKind.SEALED_WITH_WARNINGS
    tries = [one for row in rows for one in store.outbox.journal(row.id) if one.outcome.kind is not noted]
    assert len(tries) == len(rows)
    with past_the_store(store) as raw:
        found = raw.exec_driver_sql("SELECT DISTINCT folder, sender FROM submissions").all()
    store.close()
    numbers = list(range(1, PROCESSES * EACH + 1))
    assert [int(row.sealed.key.number) for row in rows] == numbers
    assert [int(document.answer["number"]) for document in issued] == numbers
    for row, theirs in zip(rows, issued, strict=True):
        check_receipt(row, theirs)
    ids = {(tmp_path / f"desk-{place}" / "desk.id").read_text().strip() for place in range(PROCESSES)}
    assert {(folder, sender) for folder, sender in found} == {(desk, desk) for desk in ids}
    assert len(ids) == PROCESSES
    assert not list(tmp_path.glob("desk-*/books.sqlite"))


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
@pytest.mark.parametrize("fault", ["stall_before", "stall_after"])
def test_a_desk_killed_while_it_sends_leaves_its_documents_to_another(
    tmp_path: Path, shared: str, fault: str
) -> None:
    files = Papers(tmp_path / "papers").new(4)
    with running_provider(tmp_path / "provider") as provider:
        provider.misbehave([{"path": SEND, "kind": fault, "seconds": 5}])
        dying = _desk(tmp_path / "dying", shared, provider, files)
        try:
            assert dying.stdout is not None
            assert dying.stdout.readline() == "sending\n"
            _wait_for_the_send(provider, fault)
        finally:
            os.kill(dying.pid, signal.SIGKILL)
            dying.communicate(timeout=20)
        time.sleep(SHORT_LEASE)
        rescuer = command(
            tmp_path / "other", shared, "outbox", "--resume", "--wait", "60", *QUICKLY, "--json"
        )
        out, errors = rescuer.communicate(timeout=90)
        issued = provider.issued()
    told = [json.loads(line) for line in out.splitlines()]
    assert rescuer.returncode == 0, (told, errors)
    assert [row["state"] for row in told] == ["issued"] * 4
    store = open_store(shared, folder_id=HERE)
    rows = store.outbox.rows()
    store.close()
    by_number = {document.number: document for document in issued}
    assert len(by_number) == len(issued) == len(rows) == 4
    for row in rows:
        check_receipt(row, by_number[row.sealed.key.series, row.sealed.key.number])


def _desk(folder: Path, shared: str, provider: Provider, files: Sequence[Path]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", str(DESK_CHILD), str(folder), shared, provider.address, KEY, str(SHORT_LEASE)]
        + [str(file) for file in files],
        cwd=TOP,
        env={**surroundings(), "PYTHONPATH": str(TOP), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )


def _wait_for_the_send(provider: Provider, fault: str) -> None:
    """Until the provider has it on its books, where it is to be there; else until it must have left."""
    end = time.monotonic() + 20
    while fault == "stall_after" and not _has_issued(provider):
        assert time.monotonic() < end
        time.sleep(0.05)
    if fault == "stall_before":
        time.sleep(0.5)


def _has_issued(provider: Provider) -> bool:
    try:
        return bool(provider.issued())
    except sqlite3.OperationalError:
        # Its database is made with the first document.
        return False


# --- drafts -----------------------------------------------------------------------------------------


def test_a_draft_knows_who_changed_it_last(here: SqlStore, there: SqlStore) -> None:
    draft_id = here.drafts.save("practice", DraftRecord(b"{}"), NOW)
    read = there.drafts.get(draft_id)
    assert read is not None
    there.drafts.save("practice", read, later(60))
    with pytest.raises(UserError) as error:
        here.drafts.save("practice", DraftRecord(b"1", id=draft_id, version=1), later(90))
    assert error.value.code == "draft_changed_elsewhere"
    assert error.value.params == {"computer": "PC-2", "when": "23/11/2026 12:01"}
