"""Documents that are not sealed yet: kept as typed, without a number."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import DraftRecord
from einvoice_desktop.domain.dates import ATHENS
from einvoice_desktop.store.database import Database, new_id
from einvoice_desktop.store.schema import RESTORED_DRAFTS, drafts, meta

_ROW = drafts.c
_LISTED = (_ROW.id, _ROW.type_code, _ROW.counterparty_name, _ROW.gross, _ROW.updated_at, _ROW.version)
_GET = select(*_LISTED, _ROW.document, _ROW.typed).where(_ROW.id == bindparam("id"))
_LIST = (
    select(*_LISTED)
    .where(_ROW.server == bindparam("server"))
    .order_by(_ROW.updated_at.desc(), _ROW.id.desc())
)
_CAME_BACK = select(meta.c.value).where(meta.c.name == RESTORED_DRAFTS)
_STANDS = (
    select(_ROW.server, _ROW.version, _ROW.saved_by, _ROW.updated_at)
    .where(_ROW.id == bindparam("id"))
    # Where a database lets several writers in, the others wait for what is saved here.
    .with_for_update()
)
_INSERT = insert(drafts)
_REPLACE = (
    update(drafts)
    .where(_ROW.id == bindparam("draft"))
    .values(
        {
            name: bindparam(f"new_{name}")
            for name in (
                "type_code",
                "counterparty_name",
                "gross",
                "updated_at",
                "saved_by",
                "typed",
                "document",
            )
        }
        | {"version": _ROW.version + 1}
    )
)
_DELETE = delete(drafts).where(_ROW.id == bindparam("draft"))


class SqlDrafts:
    """app.ports.Drafts on a database. May be called from any thread. Every method raises UserError."""

    def __init__(self, database: Database, computer: str = "") -> None:
        self._database = database
        self._computer = computer

    def save(self, server: str, record: DraftRecord, now: datetime) -> int:
        """A draft that was issued or deleted meanwhile does not come back: it would be issued twice. One that
        somebody else has saved meanwhile is not saved over.

        Raises UserError("draft_gone"), UserError("draft_changed_elsewhere", computer=, when=); ValueError for
        a draft of another server's books.
        """
        values = _values(record, now) | {"saved_by": self._computer}
        with self._database.writing() as connection:
            if record.id is None:
                return _insert(connection, values | {"server": server})
            stands = check_version(connection, record.id, record.version)
            if stands.server != server:
                raise ValueError(f"draft {record.id} is in the books of {stands.server}, not of {server}")
            changes = {f"new_{name}": value for name, value in values.items()}
            connection.execute(_REPLACE, changes | {"draft": record.id})
            return record.id

    def save_all(self, server: str, records: Sequence[DraftRecord], now: datetime) -> list[int]:
        """New ones, in one transaction."""
        with self._database.writing() as connection:
            own = {"saved_by": self._computer, "server": server}
            return [_insert(connection, _values(record, now) | own) for record in records]

    def delete_unchanged(self, draft_ids: Sequence[int]) -> list[int]:
        """In one transaction; the ids of those that somebody has saved again."""
        changed: list[int] = []
        with self._database.writing() as connection:
            for draft_id in draft_ids:
                stands = connection.execute(_STANDS, {"id": draft_id}).first()
                if stands is not None and stands.version != 1:
                    changed.append(draft_id)
                elif stands is not None:
                    connection.execute(_DELETE, {"draft": draft_id})
        return changed

    def get(self, draft_id: int) -> DraftRecord | None:
        """With its document and what was typed; None where it is gone."""
        with self._database.reading() as connection:
            row = connection.execute(_GET, {"id": draft_id}).first()
            came_back = connection.execute(_CAME_BACK).scalar()
        if row is None:
            return None
        typed: Mapping[str, str] = json.loads(row.typed)
        copied_at = _copied_at(draft_id, came_back)
        return replace(_record_of(row), document=row.document, typed=typed, copied_at=copied_at)

    def rows(self, server: str) -> list[DraftRecord]:
        """Newest first; `document` and `typed` are empty."""
        with self._database.reading() as connection:
            return [_record_of(row) for row in connection.execute(_LIST, {"server": server})]

    def delete(self, draft_id: int) -> None:
        """Nothing happens where it is gone already."""
        with self._database.writing() as connection:
            connection.execute(_DELETE, {"draft": draft_id})


def check_version(connection: Connection, draft_id: int, version: int | None) -> Any:
    """The draft as it stands, in the caller's transaction. Raises as `save` does."""
    stands = connection.execute(_STANDS, {"id": draft_id}).first()
    if stands is None:
        raise UserError("draft_gone")
    if version not in (None, stands.version):
        when = stands.updated_at.astimezone(ATHENS).strftime("%d/%m/%Y %H:%M")
        raise UserError("draft_changed_elsewhere", computer=stands.saved_by, when=when)
    return stands


def _insert(connection: Connection, values: dict[str, Any]) -> int:
    return new_id(connection.execute(_INSERT, values))


def _values(record: DraftRecord, now: datetime) -> dict[str, Any]:
    return {
        "type_code": record.type_code,
        "counterparty_name": record.counterparty_name,
        "gross": record.gross,
        "updated_at": now,
        # ASCII alone: what was typed may be half a surrogate pair.
        "typed": json.dumps(dict(record.typed)),
        "document": record.document,
    }


def _copied_at(draft_id: int, came_back: str | None) -> datetime | None:
    """A draft keeps its id, and one that is begun later gets a higher one."""
    if came_back is None:
        return None
    last, _, made_at = came_back.partition(" ")
    return datetime.fromisoformat(made_at) if draft_id <= int(last) else None


def _record_of(row: Any) -> DraftRecord:
    return DraftRecord(
        document=b"",
        type_code=row.type_code,
        counterparty_name=row.counterparty_name,
        gross=row.gross,
        id=row.id,
        updated_at=row.updated_at,
        version=row.version,
    )
