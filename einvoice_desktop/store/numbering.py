"""Numbers of a series: who holds one, and which comes next."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, insert, select, update

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.store.columns import number_key, whole_number
from einvoice_desktop.store.rows import LISTED, submission_of
from einvoice_desktop.store.schema import (
    HOLDS_NUMBER,
    RESTORED_AT,
    SERIES,
    meta,
    payloads,
    series,
    submissions,
)

Place = dict[str, Any]
"""A series: the values of the columns SERIES."""

_CAME_BACK = exists().where(meta.c.name == RESTORED_AT)
_BOOKS_CAME_BACK = select(_CAME_BACK)
_LAST = (
    select(series.c.last_number, series.c.unsure)
    .where(*(series.c[name] == bindparam(name) for name in SERIES))
    # Where a database lets several writers in, one at a time may number a series.
    .with_for_update()
)
# A series that is new to books from a copy may have been begun after the copy was made.
_NEW = insert(series).values(unsure=_BOOKS_CAME_BACK.scalar_subquery())
_SURE = (
    update(series)
    .where(*(series.c[name] == bindparam(f"its_{name}") for name in SERIES))
    .values(unsure=False)
)
_MOVE = (
    update(series)
    .where(*(series.c[name] == bindparam(f"its_{name}") for name in SERIES))
    .values(last_number=bindparam("last"))
)
_HELD = and_(
    *(submissions.c[name] == bindparam(name) for name in SERIES),
    submissions.c.number_key == bindparam("number_key"),
    HOLDS_NUMBER,
)
_TAKEN = select(submissions.c.id).where(_HELD)
_HOLDER = (
    select(*LISTED, payloads.c.payload)
    .join_from(submissions, payloads, payloads.c.submission_id == submissions.c.id)
    .where(_HELD)
)


def holder(connection: Connection, place: Place, number: str) -> Submission | None:
    """Whose number this is; None where nobody's, or only of rows that were refused and did not spend it."""
    row = connection.execute(_HOLDER, place | {"number_key": number_key(number)}).first()
    return None if row is None else submission_of(row)


def next_number(connection: Connection, place: Place) -> str:
    """One more than the series' last number, taken ones skipped; a new series starts at 1."""
    return _free_after(connection, place, _last(connection, place) or 0)


def number_to_give(connection: Connection, place: Place) -> str:
    """The next number, for a document that is sealed now. Raises UserError("series_unsure", series=, last=)
    where the books came back from a copy and nobody has said yet which number was given last."""
    last, unsure = _standing(connection, place)
    if unsure:
        raise UserError("series_unsure", series=place["series"], last=last or 0)
    return _free_after(connection, place, last or 0)


def is_unsure(connection: Connection, place: Place) -> bool:
    """Whether numbers may have been given that these books do not know of."""
    return _standing(connection, place)[1]


def _standing(connection: Connection, place: Place) -> tuple[int | None, bool]:
    row = connection.execute(_LAST, place).first()
    if row is None:
        return None, bool(connection.execute(_BOOKS_CAME_BACK).scalar())
    return int(row.last_number), bool(row.unsure)


def _free_after(connection: Connection, place: Place, number: int) -> str:
    while True:
        number += 1
        if connection.execute(_TAKEN, place | {"number_key": str(number)}).first() is None:
            return str(number)


def make_sure(connection: Connection, place: Place) -> None:
    """A person has said which number was given last; the series is there."""
    connection.execute(_SURE, {f"its_{name}": value for name, value in place.items()})


def last_number(connection: Connection, place: Place) -> str | None:
    """The highest number that the series has given or was told of; None for a series never used."""
    last = _last(connection, place)
    return None if last is None else str(last)


def remember(connection: Connection, place: Place, number: str) -> None:
    """Moves the series' last number up to `number`, where that is a whole number in ASCII digits."""
    whole = whole_number(number)
    if whole is None:
        return
    last = _last(connection, place)
    if last is None:
        connection.execute(_NEW, place | {"last_number": str(whole)})
    elif whole > last:
        its = {f"its_{name}": value for name, value in place.items()}
        connection.execute(_MOVE, its | {"last": str(whole)})


def _last(connection: Connection, place: Place) -> int | None:
    text: str | None = connection.execute(_LAST, place).scalar()
    return None if text is None else int(text)
