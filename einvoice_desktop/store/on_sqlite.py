"""The books in one SQLite file, which one data folder has for itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine

from einvoice_desktop.app.ports import Changes
from einvoice_desktop.store import sqlite, sqlite_search
from einvoice_desktop.store.faults import told, told_of_files
from einvoice_desktop.store.file_changes import FileChanges
from einvoice_desktop.store.search import Term


class SqliteBackend:
    """backend.Backend on a file."""

    shared = False
    not_ours = "store_damaged"

    def __init__(self, path: Path, busy_seconds: float) -> None:
        self.path = path
        self._busy_seconds = busy_seconds

    @property
    def place(self) -> str:
        """The file's path."""
        return str(self.path)

    @cached_property
    def engine(self) -> Engine:
        """Opens nothing yet."""
        return sqlite.engine_for(self.path, self._busy_seconds)

    def told(self) -> AbstractContextManager[None]:
        """The file's complaints as UserError."""
        return told(self.path)

    def begin_writing(self, connection: Connection, *, references: bool) -> None:
        """Takes the file's one write lock."""
        sqlite.begin_writing(connection, references=references)

    def begin_snapshot(self, connection: Connection) -> None:
        """A reader's transaction sees one moment."""
        connection.exec_driver_sql("BEGIN")

    def prepare(self, connection: Connection, busy_seconds: float) -> None:
        """Write-ahead logging."""
        sqlite.use_wal(connection, busy_seconds)

    def lock_schema(self, connection: Connection) -> None:
        """The write lock is enough."""

    def lock_series(self, connection: Connection, place: Mapping[str, Any]) -> None:
        """The write lock is enough."""

    def is_ours(self, connection: Connection) -> bool | None:
        """By the mark in the file's header."""
        return sqlite.is_ours(connection)

    def finish_schema(self, connection: Connection) -> None:
        """FTS5, triggers, the mark."""
        sqlite_search.create(connection)
        sqlite.mark_as_ours(connection)

    def keep_copy(self, version: int) -> None:
        """books.v1.sqlite beside books.sqlite. The caller has the write lock."""
        with told_of_files(self.path):
            sqlite.verified_copy(self.path, _free_name(self.path, version))

    def row_counts(self, connection: Connection) -> dict[str, int]:
        """Of every table in the file."""
        return sqlite.row_counts(connection)

    def dangling_references(self, connection: Connection) -> int:
        """Enforcement may have been off."""
        return sqlite.dangling_references(connection)

    def question_of(self, groups: Iterable[Sequence[Term]]) -> str:
        """In FTS5's own words."""
        return sqlite_search.question_of(groups)

    def index_pieces(self, connection: Connection) -> int:
        """FTS5's segments."""
        return sqlite_search.pieces(connection)

    def merge_index(self, connection: Connection) -> None:
        """Some milliseconds."""
        sqlite_search.merge_a_little(connection)

    def changes(self) -> Changes:
        """Looked for now and then."""
        return FileChanges(self.path)


def _free_name(path: Path, version: int) -> Path:
    """books.sqlite -> books.v1.sqlite, books.v1-2.sqlite …: never over an older copy."""
    number = 1
    while True:
        tail = f"-{number}" if number > 1 else ""
        name = path.with_name(f"{path.stem}.v{version}{tail}{path.suffix}")
        if not name.exists():
            return name
        number += 1
