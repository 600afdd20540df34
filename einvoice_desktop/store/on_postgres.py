"""The books in a PostgreSQL database, which several desks share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Engine

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Changes
from einvoice_desktop.store import postgres, postgres_search
from einvoice_desktop.store.address import DatabaseAddress
from einvoice_desktop.store.schema import teach_postgres
from einvoice_desktop.store.search import Term
from einvoice_desktop.store.server_changes import ServerChanges


class PostgresBackend:
    """backend.Backend on a server."""

    shared = True
    not_ours = "database_foreign"

    def __init__(self, address: DatabaseAddress, password: str | None, busy_seconds: float) -> None:
        self._address = address
        self._busy_seconds = busy_seconds
        teach_postgres()
        self._connect: Callable[..., Any] = postgres.connector(address, password, busy_seconds)

    @property
    def place(self) -> str:
        """Host and database."""
        return self._address.place

    @cached_property
    def engine(self) -> Engine:
        """Connects to nothing yet."""
        return postgres.engine_for(self._connect, self._busy_seconds)

    def told(self) -> AbstractContextManager[None]:
        """The server's complaints as UserError."""
        return postgres.told(self.place, self._address.host)

    def begin_writing(self, connection: Connection, *, references: bool) -> None:  # noqa: ARG002
        """Rows are locked as they are needed. References are enforced always: tables can be altered so."""
        postgres.begin_writing(connection, self._busy_seconds)

    def begin_snapshot(self, connection: Connection) -> None:
        """Until the connection is given back."""
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    def prepare(self, connection: Connection, busy_seconds: float) -> None:  # noqa: ARG002
        """Raises UserError("database_not_utf8"): other encodings have no Greek and Latin side by side."""
        if postgres.encoding(connection) != "UTF8":
            raise UserError("database_not_utf8", place=self.place)

    def lock_schema(self, connection: Connection) -> None:
        """By an advisory lock, as there may be no table yet to lock."""
        postgres.lock(connection, postgres.SCHEMA_LOCK)

    def lock_series(self, connection: Connection, place: Mapping[str, Any]) -> None:
        """By an advisory lock, as a new series has no row yet to lock."""
        postgres.lock(connection, postgres.SERIES_LOCK, postgres.series_key(place))

    def is_ours(self, connection: Connection) -> bool | None:
        """By the mark on `meta`."""
        return postgres.is_ours(connection)

    def finish_schema(self, connection: Connection) -> None:
        """Index, guards, news, the mark."""
        postgres_search.create(connection)
        postgres.finish_schema(connection)

    def keep_copy(self, version: int) -> None:
        """None: tables are made and changed inside the transaction, which is undone whole."""

    def row_counts(self, connection: Connection) -> dict[str, int]:
        """Of every table of the books."""
        return postgres.row_counts(connection)

    def dangling_references(self, connection: Connection) -> int:  # noqa: ARG002
        """There cannot be any: enforcement is never off."""
        return 0

    def question_of(self, groups: Iterable[Sequence[Term]]) -> str:
        """As a tsquery."""
        return postgres_search.question_of(groups)

    def index_pieces(self, connection: Connection) -> int:  # noqa: ARG002
        """Autovacuum tidies."""
        return 1

    def merge_index(self, connection: Connection) -> None:
        """Nothing to do."""

    def changes(self) -> Changes:
        """Told by the server as they are committed."""
        return ServerChanges(self._connect, self.told)
