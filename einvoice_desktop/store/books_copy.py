"""A checked copy of a file of books, and what is known of it."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store import journal, sqlite
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.faults import told
from einvoice_desktop.store.migrations import read_meta
from einvoice_desktop.store.schema import SCHEMA_VERSION, VERSION, submissions

_CHAINED_SINCE = 3
"""The first version whose journal is checked as today's is."""
_BUSY_SECONDS = 10.0
_BESIDE = """FROM main.submissions a LEFT JOIN theirs.submissions b
             ON b.id = a.id AND b.internal_id = a.internal_id"""


@dataclass(frozen=True, slots=True)
class BooksFacts:
    """`rows` by table; `last_id`, `last_internal_id` and `last_sealed_at` are of the document sealed last,
    0, "" and None where there is none; `broken_at` is where the journal was altered, None for nowhere."""

    schema: int
    rows: dict[str, int]
    last_id: int
    last_internal_id: str
    last_sealed_at: datetime | None
    broken_at: int | None

    @property
    def documents(self) -> int:
        """How many were sealed."""
        return self.rows.get(submissions.name, 0)


def copy_books(source: Path, target: Path) -> BooksFacts:
    """The committed state of `source` in a new file `target`, sound in itself. Raises UserError(
    "store_damaged", path=) where `source` is not; then there is no `target`."""
    with told(source):
        sqlite.verified_copy(source, target)
    try:
        return facts_of(target, source)
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def facts_of(path: Path, told_as: Path | None = None) -> BooksFacts:
    """Of a file that nobody else has open. Raises UserError("store_damaged" | "store_newer", path=), the path
    being `told_as`."""
    shown = told_as or path
    with told(shown), contextlib.closing(sqlite3.connect(path, isolation_level=None)) as raw:
        if [row[0] for row in raw.execute("PRAGMA integrity_check")] != ["ok"]:
            raise UserError("store_damaged", path=shown)
    database = Database(path, _BUSY_SECONDS)
    try:
        with told(shown), database.reading() as connection:
            ours = sqlite.is_ours(connection)
            version = read_meta(connection, SCHEMA_VERSION) if ours else None
            if version is None or not version.isdecimal() or database.backend.dangling_references(connection):
                raise UserError("store_damaged", path=shown)
            if int(version) > VERSION:
                raise UserError("store_newer", found=version, known=VERSION)
            chained = int(version) >= _CHAINED_SINCE
            broken = journal.first_broken(connection) if chained else None
            row = submissions.c
            newest = connection.execute(
                select(row.id, row.internal_id, row.sealed_at).order_by(row.id.desc()).limit(1)
            ).first()
            return BooksFacts(
                schema=int(version),
                rows=database.backend.row_counts(connection),
                last_id=0 if newest is None else newest.id,
                last_internal_id="" if newest is None else newest.internal_id,
                last_sealed_at=None if newest is None else newest.sealed_at,
                broken_at=broken,
            )
    finally:
        database.close()


def issued_beyond(path: Path, theirs: Path) -> tuple[int | None, bool]:
    """How many documents the books `path` hold as issued that are not in the books `theirs`; whether those
    are other books altogether, with no document in common. None where they cannot be read."""
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as raw:
            raw.execute("ATTACH ? AS theirs", (f"{theirs.absolute().as_uri()}?mode=ro",))
            (count,) = raw.execute(
                f"SELECT count(*) {_BESIDE} WHERE b.id IS NULL AND a.state = 'issued'"
            ).fetchone()
            common = raw.execute(f"SELECT 1 {_BESIDE} WHERE b.id IS NOT NULL LIMIT 1").fetchone()
            return int(count), common is None and count > 0
    except sqlite3.Error:
        return None, False
