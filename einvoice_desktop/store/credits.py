"""Credits of whole documents: each document is credited so once."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, literal_column, select

from einvoice_desktop.app.ports import SealRequest
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Kind, Submission
from einvoice_desktop.store.rows import LISTED, submission_of
from einvoice_desktop.store.schema import payloads, submissions

_ROW = submissions.c
_THERE = (
    select(*LISTED, payloads.c.payload)
    .join_from(submissions, payloads, payloads.c.submission_id == _ROW.id)
    .where(
        _ROW.server == bindparam("server"),
        _ROW.content_hash == bindparam("content"),
        _ROW.kind == literal_column(f"'{Kind.CREDIT}'"),
        _ROW.state != literal_column(f"'{State.REFUSED}'"),
    )
    .order_by(_ROW.id)
)


def credit_there(connection: Connection, request: SealRequest) -> Submission | None:
    """The credit with this content that was not refused; None where there is none."""
    asked = {"server": request.server, "content": request.content_hash}
    row = connection.execute(_THERE, asked).first()
    return None if row is None else submission_of(row)
