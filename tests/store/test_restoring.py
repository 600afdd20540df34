"""A restore puts a backup in the books' place whole or not at all, and leaves nothing that it cannot know."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import BackupReason, Restored, SeriesPlace, SeriesState
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import OutcomeKind
from einvoice_desktop.store.engine import SqlStore, open_store
from einvoice_desktop.store.lock import FolderSenderLock
from einvoice_desktop.store.restored import mark_restored
from einvoice_desktop.store.schema import VERSION
from einvoice_desktop.store.settings import SettingsFile
from einvoice_desktop.store.shelf import FolderShelf
from tests.store.backups import made, shelf, shelf_of
from tests.store.books import NOW, TOP, VAT, attempt, child, later, numbers, request_of, settle

__all__ = ["shelf"]

PLACE = SeriesPlace("practice", VAT, 0, "1.1", "A")
ONE_FILE = pytest.mark.one_file


# --- what a restore leaves: both databases ------------------------------------------------------------


def test_everything_unsettled_may_have_arrived_and_is_asked_about(store: SqlStore) -> None:
    waiting, sending, unknown, issued, refused = (store.outbox.seal(request_of(), NOW) for _ in range(5))
    store.outbox.move(sending, State.SENDING, later(1))
    asked = store.outbox.move(unknown, State.SENDING, later(1))
    store.outbox.move(asked, State.UNKNOWN, later(2), next_try_at=later(900), attempt=attempt())
    settle(store, issued, State.ISSUED)
    settle(store, refused, State.REFUSED)
    assert mark_restored(store._database, NOW, later(60)) == (3, 1)
    rows = store.outbox.rows()
    assert [row.state.value for row in rows] == ["unknown", "unknown", "unknown", "issued", "refused"]
    assert [row.may_have_arrived for row in rows] == [True, True, True, False, False]
    assert [(row.reason, row.next_try_at) for row in rows[:3]] == [("restored", None)] * 3
    assert store.outbox.get(waiting.id).sealed == waiting.sealed
    told = {row.id: [entry.outcome.kind for entry in store.outbox.journal(row.id)] for row in rows}
    kind = OutcomeKind.RESTORED
    assert [told[row.id][-1:] for row in rows] == [[kind], [kind], [kind], [], [kind]]
    assert store.outbox.journal(waiting.id)[0].outcome.message == NOW.isoformat()
    assert store.outbox.first_broken_attempt() is None


def test_a_series_gives_no_number_before_somebody_said_its_last(store: SqlStore) -> None:
    store.outbox.seal(request_of(), NOW)
    settle(store, store.outbox.get(1), State.ISSUED)
    mark_restored(store._database, NOW, later(60))
    assert store.numbers.state(PLACE) == SeriesState("1", "2", unsure=True)
    refused(store, series="A", last="1")
    # A number that is given is the person's own; it makes nothing sure.
    assert store.outbox.seal(request_of("5", content="given"), NOW).sealed.key.number == "5"
    refused(store, series="A", last="5")
    with pytest.raises(UserError):
        store.numbers.set_last(PLACE, "4")
    refused(store, series="A", last="5")
    assert store.numbers.set_last(PLACE, "8") == SeriesState("8", "9")
    assert store.outbox.seal(request_of(content="next"), NOW).sealed.key.number == "9"


def test_the_number_that_is_known_may_be_the_last(store: SqlStore) -> None:
    store.outbox.seal(request_of(), NOW)
    mark_restored(store._database, NOW, later(60))
    assert not store.numbers.set_last(PLACE, "1").unsure
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"


def test_a_series_that_the_copy_does_not_know_is_unsure_too(store: SqlStore) -> None:
    mark_restored(store._database, NOW, later(60))
    refused(store, series="A", last="0")
    store.outbox.seal(request_of("3", content="given"), NOW)
    refused(store, series="A", last="3")
    store.numbers.set_last(PLACE, "3")
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "4"


def refused(store: SqlStore, **params: str) -> None:
    before = numbers(store)
    with pytest.raises(UserError) as error:
        store.outbox.seal(request_of(), NOW)
    assert (error.value.code, error.value.params) == ("series_unsure", params)
    assert numbers(store) == before


# --- the exchange -----------------------------------------------------------------------------------


@pytest.fixture
def later_books(store: SqlStore, shelf: FolderShelf) -> Path:
    """A backup of three documents; the books have five by now, and are closed."""
    backup = made(shelf)
    for _ in range(2):
        settle(store, store.outbox.seal(request_of(), NOW), State.ISSUED)
    store.close()
    return backup.path


@ONE_FILE
def test_the_books_of_then_are_back_and_those_of_now_are_kept(
    shelf: FolderShelf, later_books: Path, database: Path, tmp_path: Path
) -> None:
    done = shelf.restore(later_books, later(60), 0.0)
    assert (done.asked, done.series) == (2, 1)
    store = open_store(database)
    assert [row.state.value for row in store.outbox.rows()] == ["issued", "unknown", "unknown"]
    assert store.numbers.state(PLACE).unsure
    assert store.outbox.first_broken_attempt() is None
    assert done.before is not None
    kept = shelf.read(done.before)
    assert (kept.reason, kept.documents) == (BackupReason.BEFORE_RESTORE, 5)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    store.close()
    # And back again.
    shelf.restore(done.before, later(120), 0.0)
    store = open_store(database)
    assert len(store.outbox.rows()) == 5
    store.close()


@ONE_FILE
def test_a_restore_is_taken_back_and_only_what_was_issued_after_it_is_told_as_missing(
    shelf: FolderShelf, later_books: Path, database: Path
) -> None:
    before = shelf.restore(later_books, later(60), 0.0).before
    assert before is not None
    outlook = shelf.examine(before)
    assert (outlook.missing, outlook.other_books) == (0, False)
    store = open_store(database)
    settle(store, store.outbox.seal(request_of("70", content="new"), later(70)), State.ISSUED)
    store.close()
    outlook = shelf.examine(before)
    assert (outlook.missing, outlook.other_books) == (1, False)


@ONE_FILE
def test_a_new_computer_gets_books_settings_and_logo(
    store: SqlStore, shelf: FolderShelf, tmp_path: Path
) -> None:
    (tmp_path / "logo.png").write_bytes(b"PNG")
    settings = SettingsFile(tmp_path / "settings.ini")
    told = {"language": "en", "paper.logo": str(tmp_path / "logo.png"), "backup.folder": "E:/", "window": "9"}
    for name, value in told.items():
        settings.set(name, value)
    backup = made(shelf)
    new = tmp_path / "new"
    new.mkdir()
    there = SettingsFile(new / "settings.ini")
    for name, value in {"language": "el", "window": "1", "database.url": "", "later": "x"}.items():
        there.set(name, value)
    done = shelf_of(new).restore(backup.path, later(60), 0.0)
    assert (done.asked, done.before) == (2, None)
    opened = open_store(new / "books.sqlite")
    assert numbers(opened) == numbers(store)
    opened.close()
    now = SettingsFile(new / "settings.ini").values()
    logo = now.pop("paper.logo")
    assert now == {"language": "en", "window": "1", "database.url": ""}
    assert (Path(logo).parent, Path(logo).read_bytes()) == (new, b"PNG")


@ONE_FILE
@pytest.mark.parametrize("how", ["torn", "no database"])
def test_damaged_books_are_put_aside_and_the_backup_takes_their_place(
    shelf: FolderShelf, later_books: Path, database: Path, how: str
) -> None:
    content = bytearray(database.read_bytes())
    content[4096 if how == "torn" else 0 :] = b"\xa5" * (len(content) - (4096 if how == "torn" else 0))
    database.write_bytes(content)
    database.with_name("books.sqlite-wal").write_bytes(b"of the damaged ones")
    if how == "no database":
        assert shelf.examine(later_books).missing is None
    done = shelf.restore(later_books, later(60), 0.0)
    assert done.before is not None
    assert done.before.name.startswith("books.damaged-")
    assert done.before.read_bytes() == bytes(content)
    store = open_store(database)
    assert len(store.outbox.rows()) == 3
    store.close()


@ONE_FILE
def test_books_of_an_older_program_come_up_to_date(
    tmp_path: Path, shelf: FolderShelf, store: SqlStore
) -> None:
    old = tmp_path / "old"
    old.mkdir()
    with contextlib.closing(sqlite3.connect(old / "books.sqlite")) as raw:
        raw.executescript(Path(__file__).with_name("version_1.sql").read_text(encoding="utf-8"))
    backup = made(shelf_of(old))
    assert backup.schema == 1
    store.close()
    shelf.restore(backup.path, later(60), 0.0)
    again = open_store(tmp_path / "books.sqlite")
    assert again.outbox.rows()
    assert again.outbox.first_broken_attempt() is None
    assert made(shelf, now=later(90)).schema == VERSION
    again.close()


@ONE_FILE
def test_nothing_is_touched_while_somebody_has_the_books_open_and_it_is_said_who(
    shelf: FolderShelf, later_books: Path, database: Path
) -> None:
    holder = child("hold", database.parent)
    assert holder.stdout
    pid = holder.stdout.readline().split()[1]
    assert f"({pid}, " in busy(shelf, later_books)
    holder.communicate("let go\n", timeout=30)
    # One that only looks is seen too.
    looking = open_store(database)
    assert len(looking.outbox.rows()) == 5
    assert busy(shelf, later_books) == ""
    assert len(looking.outbox.rows()) == 5
    looking.close()
    with FolderSenderLock(database.parent).hold() as mine:
        assert mine


def busy(shelf: FolderShelf, backup: Path) -> str:
    with pytest.raises(UserError) as error:
        shelf.restore(backup, later(60), 0.1)
    assert error.value.code == "restore_books_busy"
    return error.value.params["who"]


POINTS = (
    "stage",
    "keep",
    "alone",
    "exchange",
    "exchanging 3",
    "exchanged",
    "settings",
    "done",
)


@ONE_FILE
def test_killed_at_any_step_the_old_books_are_whole_or_the_new_ones_with_their_marks(
    later_books: Path, database: Path, tmp_path: Path
) -> None:
    folders = {point: tmp_path / point.replace(" ", "-") for point in POINTS}
    running = {}
    for point, folder in folders.items():
        folder.mkdir()
        (folder / "books.sqlite").write_bytes(database.read_bytes())
        running[point] = _restore(folder, later_books, point)
    for point, process in running.items():
        said, errors = process.communicate(timeout=60)
        assert "Traceback" not in errors, errors
        assert (process.returncode == 0, said) == (False, ""), point
        new = point in ("exchanged", "settings", "done")
        _check_whole(folders[point], new=new, point=point)
        # Nobody has to be asked to begin again.
        assert isinstance(shelf_of(folders[point]).restore(later_books, later(99), 0.0), Restored)


def _restore(folder: Path, backup: Path, point: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-P", str(TOP / "tests/store/restore_child.py"), str(folder), str(backup), point],
        cwd=TOP,
        env={**os.environ, "PYTHONPATH": str(TOP), "PYTHONUTF8": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _check_whole(folder: Path, *, new: bool, point: str) -> None:
    store = open_store(folder / "books.sqlite")
    rows = store.outbox.rows()
    assert len(rows) == (3 if new else 5), point
    assert store.numbers.state(PLACE).unsure is new, point
    assert {row.state for row in rows[1:3]} == ({State.UNKNOWN} if new else {State.WAITING}), point
    assert store.outbox.first_broken_attempt() is None, point
    with store._database.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok", point
    store.close()
    if new:
        kept = shelf_of(folder).listed(folder / "backups")
        assert [one.documents for one in kept] == [5], point
