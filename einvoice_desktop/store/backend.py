"""What the books need of the database beneath them; SQLite and PostgreSQL each have their own way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

from sqlalchemy import Connection, Engine

from einvoice_desktop.app.ports import Changes
from einvoice_desktop.store.search import Term


class Backend(Protocol):
    """One database. `place` is what people know it by; `shared`: several desks may have it open; `not_ours`:
    the UserError of another program's."""

    not_ours: str

    @property
    def place(self) -> str: ...

    @property
    def shared(self) -> bool: ...

    @property
    def engine(self) -> Engine: ...

    def told(self) -> AbstractContextManager[None]:
        """Raises UserError for what the database complains of; bugs go through."""
        ...

    def begin_writing(self, connection: Connection, *, references: bool) -> None:
        """Begins a transaction that may write; without `references` foreign keys are not enforced."""
        ...

    def begin_snapshot(self, connection: Connection) -> None:
        """Begins a transaction whose every statement sees the same moment."""
        ...

    def prepare(self, connection: Connection, busy_seconds: float) -> None:
        """What the database is set to before the books are opened or made."""
        ...

    def lock_schema(self, connection: Connection) -> None:
        """In a writing transaction: nobody else makes or changes tables until its end."""
        ...

    def lock_series(self, connection: Connection, place: Mapping[str, Any]) -> None:
        """In a writing transaction: nobody else numbers this series until its end, a new one included."""
        ...

    def is_ours(self, connection: Connection) -> bool | None:
        """Whether these are books of this program; None where there is nothing yet."""
        ...

    def finish_schema(self, connection: Connection) -> None:
        """After the tables: the index of words, the guards, and the mark that `is_ours` looks for."""
        ...

    def keep_copy(self, version: int) -> None:
        """Before a migration from `version`: a checked copy, where undoing it is not enough."""
        ...

    def row_counts(self, connection: Connection) -> dict[str, int]:
        """How many rows each table has."""
        ...

    def dangling_references(self, connection: Connection) -> int:
        """Rows whose foreign key leads nowhere."""
        ...

    def question_of(self, groups: Iterable[Sequence[Term]]) -> str:
        """What `sqlite_search.matching` is asked, in the words of this database's index."""
        ...

    def index_pieces(self, connection: Connection) -> int:
        """How many pieces the index of words is in; 1 where the database sees to that by itself."""
        ...

    def merge_index(self, connection: Connection) -> None:
        """A short step towards one piece."""
        ...

    def changes(self) -> Changes:
        """News of what is committed, from now on."""
        ...
