"""Templates and monthly repeats: documents that others begin as."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import TemplateRecord
from einvoice_desktop.domain.dates import ATHENS, athens_day
from einvoice_desktop.store.database import Database, new_id
from einvoice_desktop.store.office_schema import templates
from einvoice_desktop.store.schema import RESTORED_AT, RESTORED_DRAFTS, meta

_ROW = templates.c
_LISTED = tuple(c for c in templates.c if c.name not in ("typed", "document", "saved_by"))
_LIST = select(*_LISTED).order_by(_ROW.name, _ROW.id)
_GET = select(templates).where(_ROW.id == bindparam("id"))
_DUE = (
    select(templates)
    .where(_ROW.next_on != "", _ROW.next_on <= bindparam("day"))
    .order_by(_ROW.next_on, _ROW.id)
)
_STANDS = select(_ROW.version, _ROW.saved_by, _ROW.updated_at).where(_ROW.id == bindparam("id"))
_INSERT = insert(templates)
_CHANGED = tuple(c.name for c in templates.c if c.name not in ("id", "version"))
_REPLACE = (
    update(templates)
    .where(_ROW.id == bindparam("its_id"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGED} | {"version": _ROW.version + 1})
)
_PROPOSE_NEXT = (
    update(templates)
    .where(_ROW.id == bindparam("its_id"), _ROW.next_on == bindparam("was_on"))
    # Of another version: who has read it before does not save the old day over it.
    .values(next_on=bindparam("new_next_on"), version=_ROW.version + 1)
)
_CAME_BACK = select(meta.c.name, meta.c.value).where(meta.c.name.in_([RESTORED_AT, RESTORED_DRAFTS]))
_DELETE = delete(templates).where(_ROW.id == bindparam("its_id"))


class SqlTemplates:
    """app.ports.Templates on a database. May be called from any thread. Every method raises UserError."""

    def __init__(self, database: Database, computer: str = "") -> None:
        self._database = database
        self._computer = computer

    def save(self, record: TemplateRecord, now: datetime) -> int:
        """Raises UserError("template_gone"), UserError("template_changed_elsewhere", computer=, when=)."""
        values = _values(record, now) | {"saved_by": self._computer}
        with self._database.writing() as connection:
            if record.id is None:
                return new_id(connection.execute(_INSERT, values))
            stands = connection.execute(_STANDS.with_for_update(), {"id": record.id}).first()
            if stands is None:
                raise UserError("template_gone")
            if record.version not in (None, stands.version):
                when = stands.updated_at.astimezone(ATHENS).strftime("%d/%m/%Y %H:%M")
                raise UserError("template_changed_elsewhere", computer=stands.saved_by, when=when)
            changes = {f"new_{name}": value for name, value in values.items()}
            connection.execute(_REPLACE, changes | {"its_id": record.id})
            return record.id

    def get(self, template_id: int) -> TemplateRecord | None:
        """None where it is gone."""
        with self._database.reading() as connection:
            row = connection.execute(_GET, {"id": template_id}).first()
        return None if row is None else _whole(row)

    def rows(self) -> list[TemplateRecord]:
        """By name; `document` and `typed` are empty."""
        with self._database.reading() as connection:
            return [_record_of(row) for row in connection.execute(_LIST)]

    def due(self, day: str) -> list[TemplateRecord]:
        """Whole, the longest due first; of those that were due between a copy and its return also
        `copied_at`."""
        with self._database.reading() as connection:
            found = [_whole(row) for row in connection.execute(_DUE, {"day": day})]
            gap = _gap(connection) if found else None
        if gap is None:
            return found
        first, last = (athens_day(moment) for moment in gap)
        return [
            replace(record, copied_at=gap[0]) if first <= record.next_on <= last else record
            for record in found
        ]

    def propose_next(self, template_id: int, was_on: str, next_on: str) -> bool:
        """One statement: of several desks one moves it on."""
        values = {"its_id": template_id, "was_on": was_on, "new_next_on": next_on}
        with self._database.writing() as connection:
            return bool(connection.execute(_PROPOSE_NEXT, values).rowcount)

    def delete(self, template_id: int) -> None:
        """Nothing happens where it is gone already."""
        with self._database.writing() as connection:
            connection.execute(_DELETE, {"its_id": template_id})


def _gap(connection: Connection) -> tuple[datetime, datetime] | None:
    """When the copy was made from which these books came back, and when they did; None for all others."""
    told = {row.name: row.value for row in connection.execute(_CAME_BACK)}
    if not told:
        return None
    made_at = told[RESTORED_DRAFTS].partition(" ")[2]
    return datetime.fromisoformat(made_at), datetime.fromisoformat(told[RESTORED_AT])


def _values(record: TemplateRecord, now: datetime) -> dict[str, Any]:
    return {
        "name": record.name,
        "type_code": record.type_code,
        "counterparty_name": record.counterparty_name,
        "gross": record.gross,
        "monthly": record.monthly,
        "next_on": record.next_on,
        "updated_at": now,
        # ASCII alone: what was typed may be half a surrogate pair.
        "typed": json.dumps(dict(record.typed)),
        "document": record.document,
    }


def _whole(row: Any) -> TemplateRecord:
    return replace(_record_of(row), document=row.document, typed=json.loads(row.typed))


def _record_of(row: Any) -> TemplateRecord:
    return TemplateRecord(
        name=row.name,
        document=b"",
        type_code=row.type_code,
        counterparty_name=row.counterparty_name,
        gross=row.gross,
        monthly=row.monthly,
        next_on=row.next_on,
        id=row.id,
        updated_at=row.updated_at,
        version=row.version,
    )
