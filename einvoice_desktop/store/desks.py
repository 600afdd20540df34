"""Which desks share the books: each one's lease, and what becomes of a dead desk's documents."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, ColumnElement, Connection, bindparam, literal_column, select, update

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.schema import desks, submissions, unsettled

if TYPE_CHECKING:
    from sqlalchemy.sql.dml import ReturningInsert

LEASE_SECONDS = 60.0
"""How long a desk is taken for alive after it has last said so."""
RENEWALS = 6
"""How often a lease is renewed before it would lapse."""


_ROW = desks.c
# By the database's own clock, in whole microseconds since 1970: desks' clocks may differ.
_THIS_MOMENT: ColumnElement[int] = literal_column(
    "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)", BigInteger
)
_CALLED = select(_ROW.name).where(_ROW.folder == bindparam("desk"))
_DEAD = (
    select(_ROW.folder)
    .where(_ROW.folder != bindparam("desk"), _ROW.lease_until <= _THIS_MOMENT)
    .order_by(_ROW.folder)
    # Whose lease is being renewed lives, and to be sent is to renew: who comes later waits for what is
    # decided here, and finds its rows gone.
    .with_for_update(skip_locked=True)
)
_TAKE_UP = (
    update(submissions)
    .where(
        unsettled(submissions),
        submissions.c.sender != bindparam("desk"),
        submissions.c.sender.in_(bindparam("dead", expanding=True))
        | submissions.c.sender.not_in(select(_ROW.folder)),
    )
    .values(sender=bindparam("desk"))
)


@cache
def _renewal() -> ReturningInsert[Any]:
    """PostgreSQL's words: a desk that has its books for itself never loads them."""
    from sqlalchemy.dialects.postgresql import insert

    enter = insert(desks).values(
        folder=bindparam("desk"),
        name=bindparam("called"),
        lease_until=_THIS_MOMENT + bindparam("lease", type_=BigInteger),
    )
    return enter.on_conflict_do_update(
        index_elements=[_ROW.folder],
        set_={"lease_until": enter.excluded.lease_until, "name": enter.excluded.name},
        # A copied data folder is another desk of the same id: whoever is alive keeps it.
        where=(_ROW.name == enter.excluded.name) | (_ROW.lease_until <= _THIS_MOMENT),
    ).returning(_ROW.folder)


class SqlPresence:
    """app.ports.Presence in a PostgreSQL database. May be called from any thread."""

    def __init__(self, database: Database, folder: str, name: str, lease_seconds: float) -> None:
        self._database = database
        self._who = {"desk": folder, "called": name, "lease": int(lease_seconds * 1_000_000)}
        self.renew_seconds = lease_seconds / RENEWALS

    def renew(self) -> None:
        """This desk lives, for the length of a lease. Raises UserError, "desk_twice" where a living desk on
        another computer has this data folder's id."""
        with self._database.writing() as connection:
            self.renew_in(connection)

    def renew_in(self, connection: Connection) -> None:
        """The same in the caller's transaction."""
        if connection.execute(_renewal(), self._who).first() is None:
            raise UserError("desk_twice", computer=connection.execute(_CALLED, self._who).scalar_one())

    def take_up(self) -> int:
        """Unsettled documents of desks whose lease has lapsed are this desk's from now on; how many.

        Raises UserError.
        """
        with self._database.writing() as connection:
            self.renew_in(connection)
            dead = list(connection.execute(_DEAD, self._who).scalars())
            return connection.execute(_TAKE_UP, self._who | {"dead": dead}).rowcount
