"""Brings a file of books to the schema of this program, or leaves it untouched and says why."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, insert, select, update

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store import sqlite, sqlite_search
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.faults import told_of_files
from einvoice_desktop.store.from_version_1 import from_version_1
from einvoice_desktop.store.from_version_2 import keep_earlier_seals
from einvoice_desktop.store.schema import FOLDER_ID, JOURNAL_HEAD, SCHEMA_VERSION, VERSION, meta, metadata

Migration = Callable[[Connection], None]
"""Takes the schema one version up, in the transaction it is given; loses no row."""

MIGRATIONS: Mapping[int, Migration] = MappingProxyType({1: from_version_1, 2: keep_earlier_seals})
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

    Before a migration a checked copy is laid beside the file; a migration that fails leaves the file as it
    was. Raises UserError("store_newer", found=, known=), UserError("store_damaged", path=) for a file of
    another program, both with nothing touched.
    """
    with database.reading() as connection:
        found = _version(connection, database.path)
        if found is not None and found > known:
            raise UserError("store_newer", found=found, known=known)
        sqlite.use_wal(connection, database.busy_seconds)
    if found is None:
        _create(database, folder_id)
    elif found < known:
        _migrate(database, known, migrations)


def read_meta(connection: Connection, name: str) -> str | None:
    """What the books say of themselves under `name`."""
    value: str | None = connection.execute(_VALUE.where(meta.c.name == name)).scalar()
    return value


def _version(connection: Connection, path: Path) -> int | None:
    ours = sqlite.is_ours(connection)
    if ours is None:
        return None
    text = read_meta(connection, SCHEMA_VERSION) if ours else None
    if text is None or not text.isdecimal():
        raise UserError("store_damaged", path=path)
    return int(text)


def _create(database: Database, folder_id: str) -> None:
    with database.writing() as connection:
        # Another process may have been quicker.
        if sqlite.is_ours(connection) is not None:
            return
        metadata.create_all(connection, checkfirst=False)
        sqlite_search.create(connection)
        sqlite.mark_as_ours(connection)
        told = {SCHEMA_VERSION: str(VERSION), FOLDER_ID: folder_id, JOURNAL_HEAD: ""}
        connection.execute(insert(meta), [{"name": name, "value": value} for name, value in told.items()])


def _migrate(database: Database, known: int, migrations: Mapping[int, Migration]) -> None:
    with told_of_files(database.path), database.writing(references=False) as connection:
        found = _version(connection, database.path)
        if found is None or found >= known:
            return
        sqlite.verified_copy(database.path, _free_name(database.path, found))
        before = sqlite.row_counts(connection)
        for version in range(found, known):
            migrations[version](connection)
        _check_migrated(connection, before)
        connection.execute(update(meta).where(meta.c.name == SCHEMA_VERSION).values(value=str(known)))


def _check_migrated(connection: Connection, before: Mapping[str, int]) -> None:
    after = sqlite.row_counts(connection)
    lost = {name: count for name, count in before.items() if after.get(name, count) != count}
    dangling = sqlite.dangling_references(connection)
    if lost or dangling:
        raise RuntimeError(f"the migration changed rows: {lost}, {dangling} dangling references")


def _free_name(path: Path, version: int) -> Path:
    """books.sqlite -> books.v1.sqlite, books.v1-2.sqlite …: never over an older copy."""
    number = 1
    while True:
        tail = f"-{number}" if number > 1 else ""
        name = path.with_name(f"{path.stem}.v{version}{tail}{path.suffix}")
        if not name.exists():
            return name
        number += 1
