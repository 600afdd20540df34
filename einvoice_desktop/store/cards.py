"""Customers and items: cards that a person edits, each told apart by its key."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, literal_column, select, update

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import CardRecord
from einvoice_desktop.domain.dates import ATHENS
from einvoice_desktop.store.columns import storable
from einvoice_desktop.store.database import Database, new_id

_AT_ONCE = 500


class SqlCards:
    """app.ports.Cards on one table. May be called from any thread. Every method raises UserError."""

    def __init__(self, database: Database, table: Table, computer: str = "") -> None:
        self._database = database
        self._computer = computer
        self._name = table.name
        row = table.c
        whole = select(row.id, row.key, row.updated_at, row.version, row.card)
        self._list = whole.order_by(row.id)
        self._get = whole.where(row.id == bindparam("id"))
        # Told once more without a parameter: else the index of those that have one is not used.
        has_key = row.key != literal_column("''")
        self._of_key = whole.where(row.key == bindparam("key"), has_key)
        self._stands = select(row.version, row.saved_by, row.updated_at).where(row.id == bindparam("id"))
        self._holder = select(row.id).where(row.key == bindparam("key"), has_key)
        self._insert = insert(table)
        self._replace = (
            update(table)
            .where(row.id == bindparam("its_id"))
            .values(
                {name: bindparam(f"new_{name}") for name in ("key", "updated_at", "saved_by", "card")}
                | {"version": row.version + 1}
            )
        )
        self._delete = delete(table).where(row.id.in_(bindparam("ids", expanding=True)))

    def save(self, record: CardRecord, now: datetime) -> int:
        """Raises UserError("card_gone"), UserError("card_changed_elsewhere", computer=, when=),
        UserError("card_twice", key=)."""
        return self.save_all([record], now)[0]

    def save_all(self, records: Sequence[CardRecord], now: datetime) -> list[int]:
        """One transaction."""
        with self._database.writing() as connection:
            self._take_turns(connection)
            return [self._save(connection, record, now) for record in records]

    def get(self, card_id: int) -> CardRecord | None:
        """None where it is gone."""
        with self._database.reading() as connection:
            row = connection.execute(self._get, {"id": card_id}).first()
        return None if row is None else _record_of(row)

    def of_key(self, key: str) -> CardRecord | None:
        """None where nobody has it."""
        with self._database.reading() as connection:
            row = connection.execute(self._of_key, {"key": storable(key)}).first() if key else None
        return None if row is None else _record_of(row)

    def rows(self) -> list[CardRecord]:
        """All of them, by id."""
        with self._database.reading() as connection:
            return [_record_of(row) for row in connection.execute(self._list)]

    def delete(self, card_ids: Sequence[int]) -> None:
        """Nothing happens to those that are gone already."""
        with self._database.writing() as connection:
            self._delete_all(connection, card_ids)

    def put_back(self, records: Sequence[CardRecord]) -> None:
        """Raises UserError("card_twice", key=)."""
        with self._database.writing() as connection:
            self._take_turns(connection)
            for record in records:
                if connection.execute(self._stands, {"id": record.id}).first() is not None:
                    continue
                values = self._values(connection, record, record.updated_at)
                connection.execute(self._insert, values | {"id": record.id, "version": record.version})

    def take_back(
        self, changed: Sequence[CardRecord], created: Sequence[CardRecord], now: datetime
    ) -> tuple[int, ...]:
        """Raises UserError("card_twice", key=)."""
        with self._database.writing() as connection:
            self._take_turns(connection)
            gone = [record for record in created if self._stands_so(connection, record)]
            self._delete_all(connection, [record.id for record in gone])
            back = [record for record in changed if self._stands_so(connection, record)]
            for record in back:
                self._save(connection, record, now)
        untouched = {record.id for record in (*gone, *back)}
        return tuple(r.id for r in (*created, *changed) if r.id is not None and r.id not in untouched)

    def _take_turns(self, connection: Connection) -> None:
        """Where a database lets several writers in, two could give the same key at once."""
        if self._database.backend.shared:
            connection.exec_driver_sql(f"LOCK TABLE {self._name} IN SHARE ROW EXCLUSIVE MODE")

    def _stands_so(self, connection: Connection, record: CardRecord) -> bool:
        """Whether it stands under that version."""
        stands = connection.execute(self._stands, {"id": record.id}).first()
        return stands is not None and stands.version == record.version

    def _delete_all(self, connection: Connection, ids: Sequence[int | None]) -> None:
        for first in range(0, len(ids), _AT_ONCE):
            connection.execute(self._delete, {"ids": list(ids[first : first + _AT_ONCE])})

    def _save(self, connection: Connection, record: CardRecord, now: datetime) -> int:
        if record.id is not None:
            self._check_version(connection, record)
        values = self._values(connection, record, now)
        if record.id is None:
            return new_id(connection.execute(self._insert, values))
        changes = {f"new_{name}": value for name, value in values.items()}
        connection.execute(self._replace, changes | {"its_id": record.id})
        return record.id

    def _values(self, connection: Connection, record: CardRecord, when: datetime | None) -> dict[str, Any]:
        key = storable(record.key)
        if key and connection.execute(self._holder, {"key": key}).scalar() not in (None, record.id):
            raise UserError("card_twice", key=record.key)
        return {"key": key, "updated_at": when, "saved_by": self._computer, "card": record.card}

    def _check_version(self, connection: Connection, record: CardRecord) -> None:
        stands = connection.execute(self._stands, {"id": record.id}).first()
        if stands is None:
            raise UserError("card_gone")
        if record.version not in (None, stands.version):
            when = stands.updated_at.astimezone(ATHENS).strftime("%d/%m/%Y %H:%M")
            raise UserError("card_changed_elsewhere", computer=stands.saved_by, when=when)


def _record_of(row: Any) -> CardRecord:
    return CardRecord(row.card, row.key, row.id, row.updated_at, row.version)
