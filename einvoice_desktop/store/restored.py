"""Books that have come back from a copy: what they can no longer be sure of, written down at once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from einvoice_desktop.domain.lifecycle import AFTER_RESTORE, UNSETTLED
from einvoice_desktop.domain.submission import Attempt, Outcome, OutcomeKind
from einvoice_desktop.store import journal
from einvoice_desktop.store.columns import UtcMicros
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.rows import LISTED, submission_of
from einvoice_desktop.store.schema import (
    RESTORED_AT,
    RESTORED_DRAFTS,
    drafts,
    meta,
    payloads,
    series,
    submissions,
    unsettled,
)

REASON = "restored"
"""Of a document that is asked about because its books came back; the sentences have it."""

_WHOLE = select(*LISTED, payloads.c.payload).join_from(
    submissions, payloads, payloads.c.submission_id == submissions.c.id
)
_OPEN = _WHOLE.where(unsettled(submissions)).order_by(submissions.c.id)
_NEWEST = _WHOLE.order_by(submissions.c.id.desc()).limit(1)
_DOUBT = (
    update(submissions)
    .where(submissions.c.id == bindparam("row_id"))
    .values(
        state=bindparam("to_state"),
        changed_at=bindparam("moved_at", type_=UtcMicros),
        next_try_at=None,
        may_have_arrived=True,
        reason=REASON,
        message="",
        problems="",
    )
)


def mark_restored(database: Database, made_at: datetime, now: datetime) -> tuple[int, int]:
    """In one transaction: what is unsettled may have arrived and is asked about, each series is asked for its
    last number, its drafts may have been issued since, and the journal says why. How many documents and
    series."""
    with database.writing() as connection:
        attempt = Attempt(now, now, Outcome(OutcomeKind.RESTORED, REASON, made_at.isoformat()))
        doubted = _doubt(connection, attempt, now)
        connection.execute(update(series).values(unsure=True))
        last_draft = connection.execute(select(func.coalesce(func.max(drafts.c.id), 0))).scalar_one()
        _note(connection, RESTORED_AT, now.isoformat())
        _note(connection, RESTORED_DRAFTS, f"{last_draft} {made_at.isoformat()}")
        return doubted, connection.execute(select(func.count()).select_from(series)).scalar_one()


def _note(connection: Connection, name: str, value: str) -> None:
    connection.execute(delete(meta).where(meta.c.name == name))
    connection.execute(insert(meta).values(name=name, value=value))


def _doubt(connection: Connection, attempt: Attempt, now: datetime) -> int:
    rows = [submission_of(row) for row in connection.execute(_OPEN).all()]
    for row in rows:
        assert row.state in UNSETTLED
        moved = {"row_id": row.id, "to_state": AFTER_RESTORE[row.state].value, "moved_at": now}
        connection.execute(_DOUBT, moved)
        journal.append(connection, row.id, row.sealed.payload, attempt)
    newest = connection.execute(_NEWEST).first()
    if newest is not None:
        last = submission_of(newest)
        if last.id not in {row.id for row in rows}:
            journal.append(connection, last.id, last.sealed.payload, attempt)
    return len(rows)
