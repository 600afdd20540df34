"""One database: its transactions, and its errors in words that a person can act on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, CursorResult

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store import sqlite
from einvoice_desktop.store.faults import told


class Database:
    """Transactions on one file, for any number of threads and processes.

    Threads of this process take turns at writing; other processes are waited for, `busy_seconds` long.
    """

    def __init__(self, path: Path, busy_seconds: float) -> None:
        self.path = path
        self.busy_seconds = busy_seconds
        self._engine = sqlite.engine_for(path, busy_seconds)
        self._turn = threading.Lock()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read from; each statement sees what is committed. Raises UserError."""
        with told(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self, *, references: bool = True) -> Iterator[Connection]:
        """A transaction: durable when the block ends, undone when it raises. Not to be nested.

        Without `references`, foreign keys are not enforced in it, so that a table can be made anew.
        Raises UserError.
        """
        with told(self.path), self._turn_to_write():
            try:
                with self._engine.connect() as connection:
                    sqlite.begin_writing(connection, references=references)
                    yield connection
                    connection.commit()
            finally:
                if not references:
                    # The next connection enforces them again.
                    self._engine.dispose()

    def close(self) -> None:
        """Gives the files back."""
        self._engine.dispose()

    @contextmanager
    def _turn_to_write(self) -> Iterator[None]:
        if not self._turn.acquire(timeout=self.busy_seconds):
            raise UserError("store_busy", path=self.path)
        try:
            yield
        finally:
            self._turn.release()


def new_id(inserted: CursorResult[Any]) -> int:
    """The id that the database gave to the one row inserted."""
    key = inserted.inserted_primary_key
    if key is None:
        raise TypeError("no insert of one row")
    id_: int = key[0]
    return id_
