"""Takes books to the version that keeps what was sealed before, and asks for MARKs that are still missing."""

from __future__ import annotations

from sqlalchemy import Connection

from einvoice_desktop.store import sqlite
from einvoice_desktop.store.schema import MARK_ASKED_FOR, earlier_seals


def keep_earlier_seals(connection: Connection) -> None:
    """A table more, an index more, and guards that know them; no row changes."""
    earlier_seals.create(connection)
    MARK_ASKED_FOR.create(connection)
    sqlite.set_guards(connection)
