"""One database: its transactions, and its errors in words that a person can act on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store.backend import Backend
from einvoice_desktop.store.on_sqlite import SqliteBackend


class Database:
    """Transactions on one file or one server's database, for any number of threads and processes.

    Threads of this process take turns at writing; other processes are waited for, `busy_seconds` long.
    """

    def __init__(self, place: Path | Backend, busy_seconds: float) -> None:
        self.backend = SqliteBackend(place, busy_seconds) if isinstance(place, Path) else place
        self.busy_seconds = busy_seconds
        self._engine = self.backend.engine
        self._turn = threading.Lock()
        self._joined = _Joined()

    @property
    def place(self) -> str:
        """The file's path, or the server's name and the database's."""
        return self.backend.place

    @contextmanager
    def reading(self, *, one_moment: bool = False) -> Iterator[Connection]:
        """A connection to read from; each statement sees what is committed, with `one_moment` all of them
        what was at the first one. Raises UserError."""
        if self._joined.connection is not None:
            yield self._joined.connection
            return
        with self.backend.told(), self._engine.connect() as connection:
            if one_moment:
                self.backend.begin_snapshot(connection)
            yield connection

    @contextmanager
    def writing(self, *, references: bool = True) -> Iterator[Connection]:
        """A transaction: durable when the block ends, undone when it raises. Not to be nested.

        Without `references`, foreign keys are not enforced in it, so that a table can be made anew.
        Raises UserError; UserError("store_outcome_unknown") where the line broke while it ended.
        """
        if self._joined.connection is not None:
            yield self._joined.connection
            return
        with self.backend.told(), self._turn_to_write():
            try:
                with self._engine.connect() as connection:
                    self.backend.begin_writing(connection, references=references)
                    yield connection
                    self._commit(connection)
            finally:
                if not references:
                    # The next connection enforces them again.
                    self._engine.dispose()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Whatever this thread reads and writes inside is one transaction: durable when the block ends,
        undone when it raises. Not to be nested. Raises UserError as `writing`."""
        with self.writing() as connection:
            self._joined.connection = connection
            try:
                yield
            finally:
                self._joined.connection = None

    @property
    def is_joined(self) -> bool:
        """Whether this thread is inside `together`."""
        return self._joined.connection is not None

    def _commit(self, connection: Connection) -> None:
        try:
            with self.backend.told():
                connection.commit()
        except UserError as error:
            if error.code == "store_unreachable":
                raise UserError("store_outcome_unknown", place=self.place) from error
            raise

    def close(self) -> None:
        """Gives the files back."""
        self._engine.dispose()

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=self.busy_seconds):
            raise UserError("store_busy", path=self.place)
        try:
            yield
        finally:
            self._turn.release()


class _Joined(threading.local):
    """The transaction that all reading and writing of a thread is part of, if any."""

    connection: Connection | None = None


def new_id(inserted: CursorResult[Any]) -> int:
    """The id that the database gave to the one row inserted."""
    key = inserted.inserted_primary_key
    if key is None:
        raise TypeError("no insert of one row")
    id_: int = key[0]
    return id_
