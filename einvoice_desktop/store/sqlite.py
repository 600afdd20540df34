"""All that is SQLite's own: its settings, transactions, guards, error numbers and copies."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import ConnectionPoolEntry

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store import sqlite_search
from einvoice_desktop.store.faults import code_of

APPLICATION_ID = 0x65496E76
"""In the file's header ("eInv"): tells our books from any other SQLite file."""

_WAIT_SECONDS = 0.02

# What was sealed and what was tried is never altered, not even by a bug of ours.
_SEALED_COLUMNS = (
    "id, server, folder, sign_in, encrypted, issuer_vat, branch, type_code, series, number, "
    "number_key, internal_id, content_hash, counterparty_name, counterparty_vat, currency, gross, source, "
    "sealed_at, kind"
)
GUARDS = {
    "submissions_sealed": f"UPDATE OF {_SEALED_COLUMNS} ON submissions",
    "submissions_kept": "DELETE ON submissions",
    # Sealed again: only what is kept beside may be replaced.
    "submissions_dated": "UPDATE OF date ON submissions WHEN NOT EXISTS"
    " (SELECT 1 FROM earlier_seals WHERE submission_id = OLD.id AND date = OLD.date)",
    "payloads_sealed": "UPDATE ON payloads WHEN NOT EXISTS"
    " (SELECT 1 FROM earlier_seals WHERE submission_id = OLD.submission_id AND payload = OLD.payload)",
    "earlier_seals_append_only": "UPDATE ON earlier_seals",
    "earlier_seals_kept": "DELETE ON earlier_seals",
    "payloads_kept": "DELETE ON payloads",
    "attempts_append_only": "UPDATE ON attempts",
    "attempts_kept": "DELETE ON attempts",
}


def engine_for(path: Path, busy_seconds: float) -> Engine:
    """An engine on `path`. A connection may serve any thread, one at a time; transactions begin by hand."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": busy_seconds, "isolation_level": None, "check_same_thread": False},
        poolclass=QueuePool,
        pool_timeout=busy_seconds,
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    # FULL: what was committed outlives a power cut, in WAL too.
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def begin_writing(connection: Connection, *, references: bool) -> None:
    """Takes the write lock at once, waiting for it, so that no reader turned writer can fail half way.

    Without `references`, foreign keys are not enforced on this connection any more.
    """
    if not references:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def use_wal(connection: Connection, busy_seconds: float) -> None:
    """Turns WAL on where the file system has it.

    SQLite does not wait for its lock when two processes turn it on in a new file at once: this does.
    """
    deadline = time.monotonic() + busy_seconds
    while connection.exec_driver_sql("PRAGMA journal_mode").scalar() != "wal":
        try:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
        except OperationalError as error:
            if code_of(error) != "store_busy" or time.monotonic() > deadline:
                raise
            time.sleep(_WAIT_SECONDS)
        else:
            return


def is_ours(connection: Connection) -> bool | None:
    """Whether the file is of this program; None for a file that holds nothing yet."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID:
        return True
    return False if table_names(connection) else None


def mark_as_ours(connection: Connection) -> None:
    """Writes the mark that `is_ours` looks for, and the guards of what is never altered."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    set_guards(connection)


def set_guards(connection: Connection) -> None:
    """The guards as they are now, whatever an older version had set."""
    for name, occasion in GUARDS.items():
        connection.exec_driver_sql(f"DROP TRIGGER IF EXISTS {name}")
        connection.exec_driver_sql(
            f"CREATE TRIGGER {name} BEFORE {occasion} BEGIN SELECT RAISE(ABORT, '{name}'); END"
        )


def table_names(connection: Connection) -> list[str]:
    """The tables there are, SQLite's own aside."""
    rows = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [name for (name,) in rows]


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()
        for name in table_names(connection)
        if not name.startswith(sqlite_search.SHADOWS)
    }


def dangling_references(connection: Connection) -> int:
    """Rows whose foreign key leads nowhere."""
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").all())


def verified_copy(source: Path, target: Path) -> None:
    """The committed state of `source` in a new file `target`, checked: sound, and as many rows in each table.

    Others may write meanwhile. Raises UserError("store_damaged") where `source` is not sound; then there is
    no `target`.
    """
    beside = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    create_private(beside)
    try:
        with _opened(source) as origin, _opened(beside) as copy:
            # One moment for the copy and for what it is held against, whoever writes meanwhile.
            origin.execute("BEGIN")
            origin.execute("SELECT count(*) FROM sqlite_master").fetchone()
            origin.backup(copy)
            # In one file, so that it can be carried elsewhere.
            copy.execute("PRAGMA journal_mode = DELETE")
            sound = [row[0] for row in copy.execute("PRAGMA integrity_check")] == ["ok"]
            if not sound or _counts(copy) != _counts(origin):
                raise UserError("store_damaged", path=source)
        _to_disk(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _opened(path: Path) -> contextlib.closing[sqlite3.Connection]:
    return contextlib.closing(sqlite3.connect(path, isolation_level=None))


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _to_disk(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def create_private(path: Path) -> None:
    """An empty file for its owner alone, unless there is one. SQLite gives its side files the same rights."""
    os.close(os.open(path, os.O_RDONLY | os.O_CREAT, 0o600))
