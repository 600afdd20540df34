"""The journal of attempts: only ever added to, each entry tied to all before it by a hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, literal_column, select, update

from einvoice_desktop.domain.submission import Attempt
from einvoice_desktop.store.columns import to_micros
from einvoice_desktop.store.prepared import Prepared
from einvoice_desktop.store.rows import JOURNALLED, attempt_of, attempt_values
from einvoice_desktop.store.schema import JOURNAL_HEAD, attempts, earlier_seals, meta, payloads

_IS_HEAD = meta.c.name == literal_column(f"'{JOURNAL_HEAD}'")
_HEAD = select(meta.c.value).where(_IS_HEAD)
_HELD_HEAD = Prepared(_HEAD.with_for_update())
_MOVE_HEAD = Prepared(update(meta).where(_IS_HEAD).values(value=bindparam("head")))
_APPEND = Prepared(
    insert(attempts).inline(), ("submission_id", *(c.name for c in JOURNALLED), "prev_hash", "hash")
)
_OF_ONE = (
    select(*JOURNALLED).where(attempts.c.submission_id == bindparam("submission_id")).order_by(attempts.c.id)
)
# The bytes that an attempt was at: those that were put aside after it, if any, else those that stand now.
_PUT_ASIDE = (
    select(earlier_seals.c.payload)
    .where(
        earlier_seals.c.submission_id == attempts.c.submission_id,
        earlier_seals.c.last_attempt >= attempts.c.id,
    )
    .order_by(earlier_seals.c.id)
    .limit(1)
    .scalar_subquery()
)
_BYTES = func.coalesce(_PUT_ASIDE, payloads.c.payload)
_LAST = select(func.coalesce(func.max(attempts.c.id), 0))
_LINK = (attempts.c.id, attempts.c.submission_id, attempts.c.prev_hash, attempts.c.hash, _BYTES)
_ALL = (
    select(*_LINK, *JOURNALLED)
    .join_from(attempts, payloads, payloads.c.submission_id == attempts.c.submission_id, isouter=True)
    .order_by(attempts.c.id)
    .execution_options(yield_per=500)
)


def append(connection: Connection, submission_id: int, payload: bytes, attempt: Attempt) -> None:
    """Adds an attempt at sending `payload`, in the caller's transaction."""
    previous: str = _HELD_HEAD.run(connection, {}).scalar_one()
    values = attempt_values(attempt)
    head = _chained(previous, submission_id, payload, values.values())
    link = {"submission_id": submission_id, "prev_hash": previous, "hash": head}
    _APPEND.run(connection, values | link)
    _MOVE_HEAD.run(connection, {"head": head})


def of_submission(connection: Connection, submission_id: int) -> list[Attempt]:
    """Its attempts, in their order."""
    return [attempt_of(row) for row in connection.execute(_OF_ONE, {"submission_id": submission_id})]


def last_id(connection: Connection) -> int:
    """The id of the journal's last entry, 0 where it has none."""
    return int(connection.execute(_LAST).scalar_one())


def first_broken(connection: Connection) -> int | None:
    """The id of the first attempt that is not as it was written: it, or the bytes it sent, or the one before
    it; 0 where the last ones are gone; None where all is well."""
    previous = ""
    with connection.execute(_ALL) as entries:
        for row in entries:
            id_, submission_id, prev_hash, hash_, payload, *values = row
            expected = _chained(previous, submission_id, payload or b"", values)
            if (prev_hash, hash_) != (previous, expected):
                return int(id_)
            previous = expected
    return None if connection.execute(_HEAD).scalar_one() == previous else 0


def _chained(previous: str, submission_id: int, payload: bytes, values: Iterable[Any]) -> str:
    """SHA-256 over the hash before, the submission, its bytes and the columns of JOURNALLED, as JSON."""
    content = [previous, submission_id, _plain(payload), *map(_plain, values)]
    return hashlib.sha256(json.dumps(content).encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return to_micros(value) if isinstance(value, datetime) else value
