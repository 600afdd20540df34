"""Statements that run many times a second: their text is made once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any

from sqlalchemy import Connection, CursorResult
from sqlalchemy.sql.expression import ClauseElement

Value = Callable[[Any], Any]


class Prepared:
    """A statement that writes, or reads texts and numbers as the database holds them.

    What it is given is turned into what the database keeps as SQLAlchemy would; its own way there, made for
    any statement, costs three times what this one does.
    """

    def __init__(self, statement: ClauseElement, names: Collection[str] = ()) -> None:
        """`names`: of the columns that an INSERT is given values for."""
        self._statement = statement
        self._names = list(names) or None
        self._texts: dict[str, _Text] = {}

    def run(self, connection: Connection, values: Mapping[str, Any]) -> CursorResult[Any]:
        """In the caller's transaction. `values` by the names of the parameters."""
        dialect = connection.dialect.name
        text = self._texts.get(dialect)
        if text is None:
            text = self._texts[dialect] = _Text(connection, self._statement, self._names)
        return connection.exec_driver_sql(text.sql, text.parameters(values))


class _Text:
    """For one kind of database."""

    def __init__(self, connection: Connection, statement: ClauseElement, names: list[str] | None) -> None:
        dialect = connection.dialect
        compiled = statement.compile(dialect=dialect, column_keys=names)
        self.sql = str(compiled)
        binds: Mapping[str, Any] = compiled.binds  # type: ignore[attr-defined]
        order: list[str] | None = compiled.positiontup if compiled.positional else None  # type: ignore[attr-defined]
        self._in_order = order is not None
        turned = {
            name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in binds.items()
        }
        self._values: list[tuple[str, Value | None]] = [(name, turned[name]) for name in order or binds]

    def parameters(self, values: Mapping[str, Any]) -> Any:
        told = [values[name] if turn is None else turn(values[name]) for name, turn in self._values]
        if self._in_order:
            return tuple(told)
        return {name: value for (name, _), value in zip(self._values, told, strict=True)}
