"""Opens a data folder's books."""

from __future__ import annotations

from pathlib import Path

from einvoice_desktop.store import sqlite
from einvoice_desktop.store.archive import SqlArchive
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.drafts import SqlDrafts
from einvoice_desktop.store.faults import told_of_files
from einvoice_desktop.store.migrations import open_schema
from einvoice_desktop.store.numbers import SqlNumbers
from einvoice_desktop.store.outbox import SqlOutbox

BUSY_SECONDS = 10.0
"""How long another process's transaction is waited for."""


class SqlStore:
    """app.ports.Store on one database, for any number of threads."""

    def __init__(self, database: Database, folder_id: str) -> None:
        self._database = database
        self._outbox = SqlOutbox(database, folder_id)
        self._drafts = SqlDrafts(database)
        self._numbers = SqlNumbers(database)
        self._archive = SqlArchive(database)

    @property
    def outbox(self) -> SqlOutbox:
        """Sealed submissions."""
        return self._outbox

    @property
    def drafts(self) -> SqlDrafts:
        """Documents not sealed yet."""
        return self._drafts

    @property
    def numbers(self) -> SqlNumbers:
        """The series and their numbers."""
        return self._numbers

    @property
    def archive(self) -> SqlArchive:
        """Sealed submissions by words and filters."""
        return self._archive

    def close(self) -> None:
        """Gives the files back. No other thread may be in a call."""
        self._database.close()


def open_store(database: Path | str, *, folder_id: str = "", busy_seconds: float = BUSY_SECONDS) -> SqlStore:
    """The books in the SQLite file `database`, made if need be, for their owner alone; its folder is there.

    `folder_id` names the data folder in each row sealed through this store. Raises UserError("store_newer",
    found=, known=), UserError("store_damaged" | "store_read_only" | "disk_full" | "store_busy" |
    "store_failed", path=).
    """
    path = Path(database).absolute()
    with told_of_files(path):
        sqlite.create_private(path)
    opened = Database(path, busy_seconds)
    try:
        open_schema(opened, folder_id)
    except BaseException:
        opened.close()
        raise
    return SqlStore(opened, folder_id)
