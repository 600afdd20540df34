"""Brings a file of books to the schema of this program, or leaves it untouched and says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sqlalchemy import Connection, insert, select, update

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store.backend import Backend
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.from_version_1 import from_version_1
from einvoice_desktop.store.from_version_2 import keep_earlier_seals
from einvoice_desktop.store.from_version_3 import several_desks
from einvoice_desktop.store.from_version_4 import credits_and_files
from einvoice_desktop.store.from_version_5 import office_and_sums
from einvoice_desktop.store.schema import FOLDER_ID, JOURNAL_HEAD, SCHEMA_VERSION, VERSION, meta, metadata

Migration = Callable[[Connection], None]
"""Takes the schema one version up, in the transaction it is given; loses no row."""

MIGRATIONS: Mapping[int, Migration] = MappingProxyType(
    {1: from_version_1, 2: keep_earlier_seals, 3: several_desks, 4: credits_and_files, 5: office_and_sums}
)
"""By the version that each one starts from."""

_VALUE = select(meta.c.value)


def open_schema(
    database: Database,
    folder_id: str,
    *,
    known: int = VERSION,
    migrations: Mapping[int, Migration] = MIGRATIONS,
) -> None:
    """Creates the tables in a new file, or brings older books to version `known`.

    Before a migration a checked copy is laid beside a file; PostgreSQL undoes a whole migration by itself.
    A migration that fails leaves the books as they were. Raises UserError("store_newer",
    found=, known=), UserError("store_damaged", path=) for another program's books; nothing is touched then.
    """
    with database.reading() as connection:
        found = _version(connection, database)
        if found is not None and found > known:
            raise UserError("store_newer", found=found, known=known)
        database.backend.prepare(connection, database.busy_seconds)
    if found is None:
        _create(database, folder_id)
    elif found < known:
        _migrate(database, known, migrations)


def read_meta(connection: Connection, name: str) -> str | None:
    """What the books say of themselves under `name`."""
    value: str | None = connection.execute(_VALUE.where(meta.c.name == name)).scalar()
    return value


def _version(connection: Connection, database: Database) -> int | None:
    ours = database.backend.is_ours(connection)
    if ours is None:
        return None
    text = read_meta(connection, SCHEMA_VERSION) if ours else None
    if text is None or not text.isdecimal():
        raise UserError(database.backend.not_ours, path=database.place)
    return int(text)


def _create(database: Database, folder_id: str) -> None:
    with database.writing() as connection:
        # Another process may have been quicker.
        database.backend.lock_schema(connection)
        if database.backend.is_ours(connection) is not None:
            return
        metadata.create_all(connection, checkfirst=False)
        database.backend.finish_schema(connection)
        told = {SCHEMA_VERSION: str(VERSION), FOLDER_ID: folder_id, JOURNAL_HEAD: ""}
        connection.execute(insert(meta), [{"name": name, "value": value} for name, value in told.items()])


def _migrate(database: Database, known: int, migrations: Mapping[int, Migration]) -> None:
    backend = database.backend
    with database.writing(references=False) as connection:
        backend.lock_schema(connection)
        found = _version(connection, database)
        if found is None or found >= known:
            return
        backend.keep_copy(found)
        before = backend.row_counts(connection)
        for version in range(found, known):
            migrations[version](connection)
        _check_migrated(backend, connection, before)
        connection.execute(update(meta).where(meta.c.name == SCHEMA_VERSION).values(value=str(known)))


def _check_migrated(backend: Backend, connection: Connection, before: Mapping[str, int]) -> None:
    after = backend.row_counts(connection)
    lost = {name: count for name, count in before.items() if after.get(name, count) != count}
    dangling = backend.dangling_references(connection)
    if lost or dangling:
        raise RuntimeError(f"the migration changed rows: {lost}, {dangling} dangling references")
