"""Who was billed of late: for every counterparty of some books the bytes of the latest document."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, bindparam, case, func, literal_column, select

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Kind
from einvoice_desktop.store.schema import in_no_index, payloads, submissions

_ROW = submissions.c
MOST_DOCUMENTS = 20_000
"""Of the data folder: so many documents are looked at. Whoever was billed before has a card, or is typed."""
_AT_ONCE = 100
"""Documents whose bytes are read in one go: some are large."""

_PARTY = case((_ROW.counterparty_vat != "", _ROW.counterparty_vat), else_=_ROW.counterparty_name)
_LATEST = func.max(_ROW.id)
_NEWEST = submissions.alias("newest")
_FIRST = select(func.max(_NEWEST.c.id) - bindparam("among")).scalar_subquery()
_IDS = (
    select(_LATEST)
    .where(
        in_no_index(_ROW.server) == bindparam("server"),
        _ROW.id > _FIRST,
        _ROW.kind == literal_column(f"'{Kind.DOCUMENT}'"),
        _ROW.state != literal_column(f"'{State.REFUSED}'"),
        _PARTY != "",
    )
    .group_by(_PARTY)
    .order_by(_LATEST.desc())
    .limit(bindparam("most"))
)
_PAYLOADS = (
    select(payloads.c.payload)
    .where(payloads.c.submission_id.in_(bindparam("ids", expanding=True)))
    .order_by(payloads.c.submission_id.desc())
)


def latest_of_each(connection: Connection, server: str, most: int) -> Iterator[bytes]:
    """The sealed bytes, the most recent first, of at most so many parties among the newest MOST_DOCUMENTS;
    refused documents do not count."""
    ids = list(connection.execute(_IDS, {"server": server, "most": most, "among": MOST_DOCUMENTS}).scalars())
    for first in range(0, len(ids), _AT_ONCE):
        yield from connection.execute(_PAYLOADS, {"ids": ids[first : first + _AT_ONCE]}).scalars()
