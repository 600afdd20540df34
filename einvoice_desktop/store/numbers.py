"""The series and their numbers, for people to look at: where one stands, and which numbers were given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from sqlalchemy import bindparam, or_, select

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import SeriesPlace, SeriesState, UsedNumber
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.store import numbering
from einvoice_desktop.store.columns import whole_number
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.schema import SERIES, series, submissions

_ROW = submissions.c
_SERVER = bindparam("server", type_=_ROW.server.type)
_NAMES = select(series.c.series).where(series.c.server == bindparam("server")).distinct()
_USED = (
    select(*(_ROW[name] for name in SERIES), _ROW.number, _ROW.id, _ROW.state, _ROW.number_spent)
    .where(or_(_SERVER.is_(None), _ROW.server == _SERVER))
    .order_by(*(_ROW[name] for name in SERIES), _ROW.id)
    .execution_options(yield_per=1000)
)

_MOST_DIGITS = 12
"""Fewer than a MARK has, which stands beside the number on paper: a series never comes back from there."""


class SqlNumbers:
    """app.ports.Numbers on a database. May be called from any thread. Every method raises UserError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def state(self, place: SeriesPlace) -> SeriesState:
        """Nothing is taken."""
        with self._database.reading() as connection:
            columns = asdict(place)
            return SeriesState(
                numbering.last_number(connection, columns),
                numbering.next_number(connection, columns),
                numbering.is_unsure(connection, columns),
            )

    def set_last(self, place: SeriesPlace, last: str) -> SeriesState:
        """Moves the series on; never back, for a number that was given is given."""
        whole = whole_number(last.strip())
        if whole is None:
            raise UserError("last_number_malformed", last=last[:50])
        if whole >= 10**_MOST_DIGITS:
            raise UserError("last_number_too_long", last=last[:50])
        with self._database.writing() as connection:
            columns = asdict(place)
            known = numbering.last_number(connection, columns)
            if known is not None and whole < int(known):
                raise UserError("last_number_lower", last=known)
            numbering.remember(connection, columns, str(whole))
            numbering.make_sure(connection, columns)
        return self.state(place)

    def names(self, server: str) -> list[str]:
        """In no order."""
        with self._database.reading() as connection:
            return list(connection.execute(_NAMES, {"server": server}).scalars())

    def used(self, server: str | None) -> Iterator[UsedNumber]:
        """Read as they are asked for."""
        with self._database.reading() as connection:
            for *place, number, id_, state, spent in connection.execute(_USED, {"server": server}):
                stands = State(state)
                holds = stands is not State.REFUSED or spent
                yield UsedNumber(SeriesPlace(*place), number, id_, stands, holds, spent)
