"""Turns what a database or a disk complains of into errors that a person can act on."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from einvoice_desktop.app.errors import UserError

_CODES = {
    sqlite3.SQLITE_BUSY: "store_busy",
    sqlite3.SQLITE_LOCKED: "store_busy",
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "store_read_only",
    sqlite3.SQLITE_CANTOPEN: "store_read_only",
    sqlite3.SQLITE_PERM: "store_read_only",
    sqlite3.SQLITE_CORRUPT: "store_damaged",
    sqlite3.SQLITE_NOTADB: "store_damaged",
    sqlite3.SQLITE_FORMAT: "store_damaged",
    sqlite3.SQLITE_IOERR: "store_failed",
}
_PRIMARY = 0xFF
"""Extended result codes carry the primary one in their lowest byte."""
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Raises UserError("store_busy" | "disk_full" | "store_read_only" | "store_damaged" | "store_failed",
    path=) for what a database complains of; bugs go through. `path` is the database's file."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        code = code_of(error)
        if code is None:
            raise
        raise UserError(code, path=path) from error
    except PoolTimeout as error:
        raise UserError("store_busy", path=path) from error


@contextmanager
def told_of_files(path: Path) -> Iterator[None]:
    """The same for the file system's own errors."""
    try:
        yield
    except IsADirectoryError as error:
        raise UserError("store_damaged", path=path) from error
    except OSError as error:
        raise UserError("disk_full" if error.errno in _FULL else "store_read_only", path=path) from error


def code_of(error: BaseException) -> str | None:
    """The UserError code of a driver's error, or of SQLAlchemy's around it; None for what is a bug."""
    number = getattr(getattr(error, "orig", None) or error, "sqlite_errorcode", None)
    return _CODES.get(number & _PRIMARY) if isinstance(number, int) else None
