"""The file in which the practice provider remembers: one SQLite database, shared by threads and processes."""

from __future__ import annotations

import sqlite3
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE_NAME = "practice.sqlite"
_BUSY_SECONDS = 20

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    running INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE,
    mark INTEGER NOT NULL UNIQUE,
    signature TEXT NOT NULL UNIQUE COLLATE NOCASE,
    issuer TEXT NOT NULL,
    counterparty TEXT NOT NULL,
    invoice_type TEXT NOT NULL,
    net TEXT NOT NULL,
    credits_mark INTEGER,
    answer TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS documents_credits ON documents (credits_mark) WHERE credits_mark IS NOT NULL;
CREATE TABLE IF NOT EXISTS amendments (
    running INTEGER PRIMARY KEY AUTOINCREMENT, mark INTEGER NOT NULL, body BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS cancellations (mark INTEGER PRIMARY KEY, cancellation INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS in_process (uid TEXT PRIMARY KEY, owner TEXT NOT NULL, until REAL NOT NULL);
CREATE TABLE IF NOT EXISTS keys (vat TEXT PRIMARY KEY, key_hash TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS refresh_tokens (
    token_hash TEXT PRIMARY KEY, session TEXT NOT NULL, vat TEXT NOT NULL, until REAL NOT NULL
);
CREATE TABLE IF NOT EXISTS ended_sessions (session TEXT PRIMARY KEY);
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Database:
    """One connection behind a lock, opened at the first transaction.

    Threads of a process take turns; processes wait for each other in SQLite. WAL keeps what was committed
    through the death of the process.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._connection: sqlite3.Connection | None = None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: committed at the end, rolled back when the block raises."""
        with self._lock:
            connection = self._connection or self._open()
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock:
            yield self._connection or self._open()

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _open(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(
            self._folder / FILE_NAME, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            _use_wal(connection)
            connection.execute("PRAGMA synchronous = FULL")
            connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        return connection


def _use_wal(connection: sqlite3.Connection) -> None:
    """SQLite does not wait for its lock when two processes turn WAL on in a new file at once: wait here."""
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
        else:
            return
