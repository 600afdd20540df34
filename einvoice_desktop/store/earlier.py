"""Sealing a document again under its number: the bytes before are kept beside, the journal tells both."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from einvoice_desktop.app.ports import ConcurrentMove
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Attempt, SealedDocument, Submission
from einvoice_desktop.store import journal
from einvoice_desktop.store.schema import earlier_seals, payloads, submissions

_PUT_ASIDE = insert(earlier_seals)
_REPLACE_BYTES = (
    update(payloads)
    .where(payloads.c.submission_id == bindparam("row_id"))
    .values(payload=bindparam("new_bytes"))
)
_SEAL_AGAIN = (
    update(submissions)
    # Where a database lets several writers in, the row may be on its way since it was read: its old bytes
    # must not be followed by others under another date, which would be another document.
    .where(submissions.c.id == bindparam("row_id"), submissions.c.state == bindparam("from_state"))
    .values(
        state=State.WAITING.value,
        date=bindparam("new_date"),
        changed_at=bindparam("moved_at"),
        next_try_at=None,
        may_have_arrived=False,
        reason=bindparam("new_reason"),
        message="",
        problems="",
    )
)
_EARLIER_BYTES = (
    select(earlier_seals.c.payload)
    .where(earlier_seals.c.submission_id == bindparam("row_id"))
    .order_by(earlier_seals.c.id)
)


def put_in_place(
    connection: Connection,
    held: Submission,
    sealed: SealedDocument,
    now: datetime,
    *,
    note: Attempt,
    attempt: Attempt | None,
) -> None:
    """Other bytes for `held`, in the caller's transaction. Raises ConcurrentMove where the row has another
    state by now; ValueError where more than date and bytes are another."""
    old = held.sealed
    if replace(sealed, payload=old.payload, key=replace(sealed.key, date=old.key.date)) != old:
        raise ValueError(f"not the document of submission {held.id}")
    if attempt is not None:
        journal.append(connection, held.id, old.payload, attempt)
    put_aside = {
        "submission_id": held.id,
        "date": old.key.date,
        "replaced_at": now,
        "last_attempt": journal.last_id(connection),
        "payload": old.payload,
    }
    connection.execute(_PUT_ASIDE, put_aside)
    connection.execute(_REPLACE_BYTES, {"row_id": held.id, "new_bytes": sealed.payload})
    changes = {"row_id": held.id, "moved_at": now, "new_date": sealed.key.date}
    changes |= {"new_reason": note.outcome.reason, "from_state": held.state.value}
    if connection.execute(_SEAL_AGAIN, changes).rowcount != 1:
        raise ConcurrentMove(f"submission {held.id} is no longer {held.state}")
    journal.append(connection, held.id, sealed.payload, note)


def bytes_before(connection: Connection, submission_id: int) -> list[bytes]:
    """What was sealed before what stands now, oldest first."""
    return list(connection.execute(_EARLIER_BYTES, {"row_id": submission_id}).scalars())
