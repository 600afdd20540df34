"""Opens a data folder's books: its own file, or those that it shares on a server."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from einvoice_desktop.app.ports import Changes
from einvoice_desktop.store import sqlite
from einvoice_desktop.store.address import database_address
from einvoice_desktop.store.archive import SqlArchive
from einvoice_desktop.store.backend import Backend
from einvoice_desktop.store.cards import SqlCards
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.desks import LEASE_SECONDS, SqlPresence
from einvoice_desktop.store.drafts import SqlDrafts
from einvoice_desktop.store.faults import told_of_files
from einvoice_desktop.store.figures import SqlFigures
from einvoice_desktop.store.kept import SqlKeptFiles
from einvoice_desktop.store.migrations import open_schema
from einvoice_desktop.store.numbers import SqlNumbers
from einvoice_desktop.store.office_schema import customers, items
from einvoice_desktop.store.outbox import SqlOutbox
from einvoice_desktop.store.restored import mark_restored
from einvoice_desktop.store.templates import SqlTemplates

BUSY_SECONDS = 10.0
"""How long another process's transaction is waited for."""

Password = Callable[[str], str | None]
"""The password of DatabaseAddress.keyring_name; None for none."""


def no_password(_name: str) -> str | None:
    """The server asks for none."""
    return None


class SqlStore:
    """app.ports.Store on one database, for any number of threads."""

    def __init__(
        self,
        database: Database,
        folder_id: str,
        presence: SqlPresence | None = None,
        desk_name: str = "",
    ) -> None:
        self._database = database
        self._presence = presence
        self._outbox = SqlOutbox(database, folder_id, presence)
        self._drafts = SqlDrafts(database, desk_name)
        self._numbers = SqlNumbers(database)
        self._archive = SqlArchive(database)
        self._figures = SqlFigures(database)
        self._kept = SqlKeptFiles(database)
        self._customers = SqlCards(database, customers, desk_name)
        self._items = SqlCards(database, items, desk_name)
        self._templates = SqlTemplates(database, desk_name)

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

    @property
    def figures(self) -> SqlFigures:
        """What issued documents add up to."""
        return self._figures

    @property
    def kept(self) -> SqlKeptFiles:
        """What was fetched from the provider's pages."""
        return self._kept

    @property
    def customers(self) -> SqlCards:
        """Whom the office bills."""
        return self._customers

    @property
    def items(self) -> SqlCards:
        """What it sells."""
        return self._items

    @property
    def templates(self) -> SqlTemplates:
        """Documents that others begin as."""
        return self._templates

    @property
    def presence(self) -> SqlPresence | None:
        """This desk among those that share the books; None where it has them for itself."""
        return self._presence

    def mark_restored(self, made_at: datetime, now: datetime) -> tuple[int, int]:
        """restored.mark_restored, for books that came back from a copy by other means."""
        return mark_restored(self._database, made_at, now)

    def changes(self) -> Changes:
        """News of what is committed here and by others; to be closed by whoever asked for them."""
        return self._database.backend.changes()

    def close(self) -> None:
        """Gives the files back. No other thread may be in a call."""
        self._database.close()


def open_store(
    database: Path | str,
    *,
    folder_id: str = "",
    desk_name: str = "",
    password: Password = no_password,
    busy_seconds: float = BUSY_SECONDS,
    lease_seconds: float = LEASE_SECONDS,
) -> SqlStore:
    """The books in the SQLite file `database`, made if need be, for their owner alone; its folder is there.
    Or those that several desks share, where `database` is a PostgreSQL address.

    `folder_id` names the data folder in each row sealed through this store, `desk_name` its computer for
    people; `password` answers for an address that holds none.

    Raises UserError("store_newer", found=, known=), UserError("store_damaged" | "store_read_only" |
    "disk_full" | "store_busy" | "store_failed", path=); of an address also UserError("database_url_bad" |
    "database_url_insecure" | "database_absent" | "database_not_utf8" | "store_unreachable" |
    "store_not_trusted" | "store_login_refused" | "desk_twice").
    """
    place: Path | Backend
    if isinstance(database, str) and "://" in database:
        place = _on_server(database, password, busy_seconds)
    else:
        place = Path(database).absolute()
        with told_of_files(place):
            sqlite.create_private(place)
    opened = Database(place, busy_seconds)
    try:
        open_schema(opened, folder_id)
        presence = None
        if opened.backend.shared:
            presence = SqlPresence(opened, folder_id, desk_name, lease_seconds)
            presence.renew()
        return SqlStore(opened, folder_id, presence, desk_name)
    except BaseException:
        opened.close()
        raise


def _on_server(url: str, password: Password, busy_seconds: float) -> Backend:
    """psycopg is imported for this alone."""
    from einvoice_desktop.store.on_postgres import PostgresBackend

    address = database_address(url)
    known = address.password if address.password is not None else password(address.keyring_name)
    return PostgresBackend(address, known, busy_seconds)
