"""What the outbox shows, out of all that was ever sealed, without reading what was settled long ago."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, Select, bindparam, exists, literal_column, select

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.store.columns import UtcMicros
from einvoice_desktop.store.rows import LISTED, submission_of
from einvoice_desktop.store.schema import SERIES, submissions, unsettled

MOST_REFUSED = 500
"""Of refused documents that nobody has put right, the newest; the archive has them all."""

_ROW = submissions.c
_LATER = submissions.alias("later")
_HERE = select(*LISTED).where(_ROW.server == bindparam("server"))
_SAME_NUMBER = [_LATER.c[name] == _ROW[name] for name in (*SERIES, "number_key")]

STATEMENTS: tuple[Select[tuple[object, ...]], ...] = (
    _HERE.where(unsettled(submissions)),
    _HERE.where(
        _ROW.state == literal_column(f"'{State.ISSUED}'"),
        _ROW.changed_at > bindparam("since", type_=UtcMicros),
    ),
    _HERE.where(
        _ROW.state == literal_column(f"'{State.REFUSED}'"),
        ~exists().where(*_SAME_NUMBER, _LATER.c.id > _ROW.id),
    )
    .order_by(_ROW.id.desc())
    .limit(MOST_REFUSED),
)
"""Unsettled; issued of late; refused, and no other document has its number since. Each has its index."""


def on_its_way(connection: Connection, server: str, since: datetime) -> list[Submission]:
    """Newest first, without bytes; `since` bounds what was issued."""
    asked = {"server": server, "since": since}
    rows = [submission_of(row) for part in STATEMENTS for row in connection.execute(part, asked)]
    # A row that moves between two of the statements is told once, as it was seen last.
    return sorted({row.id: row for row in rows}.values(), key=lambda row: -row.id)
