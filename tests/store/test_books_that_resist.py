"""Books that are busy, full, read-only, foreign or old: a code for people, and never a lost row."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import DraftRecord
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.engine import SqlStore, open_store
from einvoice_desktop.store.migrations import open_schema
from einvoice_desktop.store.schema import VERSION
from tests.store.books import NOW, child, numbers, request_of

pytestmark = pytest.mark.one_file

POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users may come to, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="eid-"))
    yield folder
    folder.chmod(0o700)
    shutil.rmtree(folder)


def code_of(error: pytest.ExceptionInfo[UserError]) -> str:
    return error.value.code


# --- other people's files ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "made_by",
    [
        "CREATE TABLE customers (name TEXT)",
        "CREATE TABLE meta (name TEXT, value TEXT); INSERT INTO meta VALUES ('version', '1')",
    ],
)
def test_another_programs_database_is_left_alone(database: Path, made_by: str) -> None:
    with closing(sqlite3.connect(database)) as raw:
        raw.executescript(made_by)
    before = database.read_bytes()
    with pytest.raises(UserError) as error:
        open_store(database)
    assert (code_of(error), error.value.params) == ("store_damaged", {"path": str(database)})
    assert database.read_bytes() == before


def test_an_empty_file_becomes_books(database: Path) -> None:
    database.touch()
    open_store(database).close()


def test_a_folder_in_the_place_of_the_books_is_said(database: Path) -> None:
    database.mkdir()
    with pytest.raises(UserError) as error:
        open_store(database)
    assert code_of(error) == "store_damaged"


def test_a_page_gone_bad_is_said_when_it_is_read(store: SqlStore, database: Path) -> None:
    for _ in range(50):
        store.outbox.seal(request_of(), NOW)
    store.close()
    content = bytearray(database.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    database.write_bytes(content)
    with pytest.raises(UserError) as error:
        open_store(database).outbox.rows()
    assert code_of(error) == "store_damaged"


# --- locked, full, read-only ------------------------------------------------------------------------


def test_books_locked_for_too_long_are_busy_and_lists_go_on(store: SqlStore, database: Path) -> None:
    store.outbox.seal(request_of(), NOW)
    process = child("locked_in", database.parent)
    assert process.stdout
    assert process.stdout.readline() == "locked\n"
    hasty = open_store(database, busy_seconds=0.2)
    with pytest.raises(UserError) as error:
        hasty.outbox.seal(request_of(), NOW)
    assert code_of(error) == "store_busy"
    assert numbers(hasty) == ["1"]
    process.communicate("let go\n", timeout=30)
    assert hasty.outbox.seal(request_of(), NOW).sealed.key.number == "2"
    hasty.close()


def test_a_short_lock_is_waited_for(store: SqlStore, database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None, check_same_thread=False)) as raw:
        raw.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.3, raw.rollback)
        timer.start()
        started = time.monotonic()
        assert store.outbox.seal(request_of(), NOW).sealed.key.number == "1"
        assert time.monotonic() - started > 0.25
        timer.join()


def test_a_full_disk_is_said_and_the_row_is_there_whole_or_not_at_all(store: SqlStore) -> None:
    store.outbox.seal(request_of(), NOW)
    with store._database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError) as error:
        store.outbox.seal(request_of(content="coffee " * 10_000), NOW)
    assert code_of(error) == "disk_full"
    with store._database.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert numbers(store) == ["1"]
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"


@POSIX_ONLY
def test_a_disk_that_fails_at_writing_is_said(store: SqlStore, database: Path) -> None:
    store.outbox.seal(request_of(), NOW)
    assert _said("seal_within", database.parent, 300_000) == "store_failed, 1"
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"


@POSIX_ONLY
def test_a_folder_without_the_right_to_write_is_said(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    assert _said("try_as_nobody", open_folder) == "store_read_only"
    assert _said("lock_as_nobody", open_folder) == "store_read_only"


@POSIX_ONLY
def test_books_without_the_right_to_write_are_said_and_stay(open_folder: Path) -> None:
    path = open_folder / "books.sqlite"
    store = open_store(path)
    store.outbox.seal(request_of(), NOW)
    store.close()
    if os.geteuid() == 0:
        for place in open_folder, path:
            os.chown(place, 65534, 65534)
    path.chmod(0o444)
    assert _said("try_as_nobody", open_folder).endswith("store_read_only")
    path.chmod(0o600)
    again = open_store(path)
    assert numbers(again) == ["1"]
    again.close()


def _said(*words: object) -> str:
    said, errors = child(*words).communicate(timeout=30)
    assert errors == ""
    return said.strip()


# --- older books ------------------------------------------------------------------------------------


def test_older_books_are_copied_and_brought_up(store: SqlStore, database: Path) -> None:
    _fill(store)
    brought_up = _migrated(database, _add_colour)
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("SELECT value FROM meta WHERE name = 'version'").fetchone() == (str(VERSION + 1),)
        assert raw.execute("SELECT colour FROM drafts").fetchone() == ("red",)
        assert raw.execute("PRAGMA foreign_key_list(payloads)").fetchall()
    copy = database.with_name(f"books.v{VERSION}.sqlite")
    with brought_up.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    brought_up.close()
    old = open_store(copy)
    assert numbers(old) == ["1", "2"]
    old.close()
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert sorted(path.suffix for path in database.parent.iterdir()) == [".sqlite", ".sqlite"]


def _rebuild(connection: Connection) -> None:
    connection.exec_driver_sql("CREATE TABLE anew AS SELECT * FROM submissions")
    for name in ("submissions_kept", "submissions_sealed"):
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    connection.exec_driver_sql("DROP TABLE submissions")
    connection.exec_driver_sql("CREATE TABLE submissions (id INTEGER PRIMARY KEY, number TEXT)")
    connection.exec_driver_sql("INSERT INTO submissions SELECT id, number FROM anew")
    connection.exec_driver_sql("DROP TABLE anew")


def test_a_migration_may_make_a_table_anew_that_others_refer_to(store: SqlStore, database: Path) -> None:
    _fill(store)
    _migrated(database, _rebuild).close()
    with closing(sqlite3.connect(database)) as raw:
        assert raw.execute("SELECT number FROM submissions").fetchall() == [("1",), ("2",)]


def _add_colour(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE drafts ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")


def _lose_a_draft(connection: Connection) -> None:
    _add_colour(connection)
    connection.exec_driver_sql("DELETE FROM drafts")


def _break_a_reference(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TRIGGER payloads_sealed")
    connection.exec_driver_sql("UPDATE payloads SET submission_id = 77 WHERE submission_id = 1")


def _fail(connection: Connection) -> None:
    _add_colour(connection)
    raise RuntimeError("the migration changed its mind")


@pytest.mark.parametrize("bad", [_fail, _lose_a_draft, _break_a_reference])
def test_a_migration_that_fails_goes_back(store: SqlStore, database: Path, bad: object) -> None:
    _fill(store)
    with pytest.raises(RuntimeError, match="the migration changed"):
        _migrated(database, bad)
    again = open_store(database)
    assert numbers(again) == ["1", "2"]
    assert len(again.drafts.rows("practice")) == 1
    assert again.outbox.get(1).sealed == request_of().build("1")
    again.close()
    # The next attempt does not write over the copy of the first.
    _migrated(database, _add_colour).close()
    assert database.with_name(f"books.v{VERSION}.sqlite").exists()
    assert database.with_name(f"books.v{VERSION}-2.sqlite").exists()


def test_books_that_are_not_sound_are_not_migrated(store: SqlStore, database: Path) -> None:
    _fill(store)
    with closing(sqlite3.connect(database)) as raw, raw:
        raw.execute("PRAGMA writable_schema = ON")
        # An index over rows that it does not have.
        raw.execute(
            "UPDATE sqlite_master SET sql = replace(sql, 'updated_at', 'gross') WHERE name = 'drafts_newest'"
        )
    with pytest.raises(UserError) as error:
        _migrated(database, _add_colour)
    assert code_of(error) == "store_damaged"
    assert [path.name for path in database.parent.iterdir() if ".v" in path.name] == []


def _fill(store: SqlStore) -> None:
    for _ in range(2):
        store.outbox.seal(request_of(), NOW)
    store.drafts.save("practice", DraftRecord(b"{}"), NOW)
    store.close()


def _migrated(path: Path, migration: object) -> Database:
    opened = Database(path, 1.0)
    try:
        open_schema(opened, "", known=VERSION + 1, migrations={VERSION: migration})  # type: ignore[dict-item]
    except BaseException:
        opened.close()
        raise
    return opened
