"""Which sealed submission is to go next, and which is asked about: of a scope, by the desk that may send."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, func, literal_column, or_, select, update

from einvoice_desktop.app.ports import Scope
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.store.columns import UtcMicros
from einvoice_desktop.store.rows import LISTED, submission_of
from einvoice_desktop.store.schema import SERIES, mark_asked_for, payloads, submissions, unsettled

Desk = Mapping[str, str | None]
"""The parameter of OURS."""

_ROW = submissions.c
_EARLIER = submissions.alias("earlier")
_NOW = bindparam("now", type_=UtcMicros)
_SERVER = bindparam("scope_server", type_=_ROW.server.type)
_ISSUER = bindparam("scope_issuer", type_=_ROW.issuer_vat.type)
# The desk that asks, where several share the books; None where one has them for itself.
_DESK = bindparam("desk", type_=_ROW.sender.type)
OURS = or_(_DESK.is_(None), _ROW.sender == _DESK)
"""A row that this desk sends."""
WHOLE = select(*LISTED, payloads.c.payload).join_from(
    submissions, payloads, payloads.c.submission_id == _ROW.id
)
"""A row with its bytes."""

# Statements are built once: building one costs more than running it.
_IN_SCOPE = and_(
    or_(_SERVER.is_(None), _ROW.server == _SERVER),
    or_(_ISSUER.is_(None), _ROW.issuer_vat == _ISSUER),
    OURS,
)
_WAITS = and_(unsettled(submissions), _ROW.state != literal_column(f"'{State.SENDING}'"), _IN_SCOPE)
_ASKS = and_(mark_asked_for(submissions), _IN_SCOPE)
_FIRST_OF_ITS_SERIES = ~exists().where(
    *(_EARLIER.c[name] == _ROW[name] for name in SERIES), _EARLIER.c.id < _ROW.id, unsettled(_EARLIER)
)
_DUE = (
    WHOLE.where(_WAITS, or_(_ROW.next_try_at.is_(None), _ROW.next_try_at <= _NOW), _FIRST_OF_ITS_SERIES)
    .order_by(_ROW.id)
    .limit(1)
)
_NEXT_DUE_AT = select(func.min(func.coalesce(_ROW.next_try_at, _ROW.changed_at), type_=UtcMicros)).where(
    _WAITS, _FIRST_OF_ITS_SERIES
)
# Put in order afterwards: by the id SQLite would go through all that were ever issued.
_WITHOUT_MARK = select(*LISTED).where(
    mark_asked_for(submissions), or_(_SERVER.is_(None), _ROW.server == _SERVER)
)
_DUE_TO_ASK = WHOLE.where(_ASKS, _ROW.next_try_at <= _NOW).order_by(_ROW.next_try_at, _ROW.id).limit(1)
_NEXT_TO_ASK = select(func.min(_ROW.next_try_at, type_=UtcMicros)).where(_ASKS)
_TRY_NOW = update(submissions).where(_WAITS).values(next_try_at=None)
_ASK_NOW = update(submissions).where(_ASKS).values(next_try_at=_NOW)


def first_due(connection: Connection, scope: Scope, desk: Desk, now: datetime) -> Submission | None:
    """The oldest row that may be sent now, else the one to be asked about; with its bytes."""
    known = _in(scope, desk) | {"now": now}
    row = connection.execute(_DUE, known).first() or connection.execute(_DUE_TO_ASK, known).first()
    return None if row is None else submission_of(row)


def next_due_at(connection: Connection, scope: Scope, desk: Desk) -> datetime | None:
    """When the next one is; a row that has no time set has been due since its last change."""
    moments: list[datetime | None] = [
        connection.execute(statement, _in(scope, desk)).scalar() for statement in (_NEXT_DUE_AT, _NEXT_TO_ASK)
    ]
    return min((moment for moment in moments if moment is not None), default=None)


def without_mark(connection: Connection, server: str | None) -> list[Submission]:
    """In the order of sealing, without their bytes."""
    rows = connection.execute(_WITHOUT_MARK, {"scope_server": server}).all()
    return sorted(map(submission_of, rows), key=lambda row: row.id)


def try_now(connection: Connection, scope: Scope, desk: Desk, now: datetime) -> int:
    """How many are due at once from now on; held-back rows are among them and stay held back."""
    known = _in(scope, desk)
    asked = connection.execute(_ASK_NOW, known | {"now": now}).rowcount
    return connection.execute(_TRY_NOW, known).rowcount + asked


def _in(scope: Scope, desk: Desk) -> dict[str, Any]:
    return {"scope_server": scope.server, "scope_issuer": scope.issuer_vat, **desk}
