"""Puts a backup in the place of the books: everything is ready beside them before one step exchanges them."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Backup, BackupReason, Restored
from einvoice_desktop.store import manifest as said
from einvoice_desktop.store import sqlite
from einvoice_desktop.store.backup_file import BackupFile, opened, told_of_reading
from einvoice_desktop.store.books_copy import facts_of
from einvoice_desktop.store.database import Database
from einvoice_desktop.store.desk_id import desk_id
from einvoice_desktop.store.faults import code_of, told
from einvoice_desktop.store.files import settle, write_whole
from einvoice_desktop.store.lock import FolderSenderLock
from einvoice_desktop.store.migrations import open_schema
from einvoice_desktop.store.portable import restore_settings
from einvoice_desktop.store.restored import mark_restored

if TYPE_CHECKING:
    from einvoice_desktop.store.shelf import FolderShelf

_WAIT_SECONDS = 0.1
_BUSY_SECONDS = 10.0
_PAGES = 4096
_SIDE_FILES = ("-wal", "-shm", "-journal")

_ROOM = 2
"""So many times the books' size is needed beside them: the books to come, and what undoes the exchange."""


class Place(NamedTuple):
    """The files that a backup takes the place of."""

    books: Path
    settings: Path


Step = Callable[[str], None]
"""Hears of each step before it is done."""


def no_step(_name: str) -> None:
    """Nobody listens."""


def restore(
    shelf: FolderShelf, place: Place, path: Path, now: datetime, patience: float, step: Step = no_step
) -> Restored:
    """BackupShelf.restore. Killed at any moment, it leaves the old books whole, or the new ones with every
    mark of `mark_restored`; the settings follow the books."""
    books = place.books
    with _sender_lock(books.parent, patience), shelf.workplace() as work:
        step("read")
        with told_of_reading(path), opened(path) as file:
            backup = shelf.read(path)
            shelf.check_company(file)
            staged, asked, series = None, 0, 0
            if backup.has_books:
                staged, asked, series = _stage(file, backup, work, now, step)
            content, files = file.content(said.SETTINGS), _files(file)
        before = None if staged is None else _exchange(shelf, books, staged, now, patience, step)
        step("settings")
        _put_settings(place.settings, content, files)
        step("done")
    return Restored(backup, asked, series, before)


def _stage(file: BackupFile, backup: Backup, work: Path, now: datetime, step: Step) -> tuple[Path, int, int]:
    """The books as they will be: brought up to this program's schema, with the marks of a restore."""
    staged = work / "restored.sqlite"
    if shutil.disk_usage(work).free < _ROOM * file.manifest.members[said.BOOKS].size:
        raise UserError("disk_full")
    file.extract(said.BOOKS, staged)
    _check_sound(staged, file)
    step("stage")
    database = Database(staged, _BUSY_SECONDS)
    try:
        open_schema(database, desk_id(work.parent))
        asked, series = mark_restored(database, backup.made_at, now)
    finally:
        database.close()
    with told(staged), contextlib.closing(sqlite3.connect(staged, isolation_level=None)) as raw:
        # In one file, with nothing of it beside.
        raw.execute("PRAGMA journal_mode = DELETE")
    return staged, asked, series


def _check_sound(staged: Path, file: BackupFile) -> None:
    try:
        facts_of(staged)
    except UserError as error:
        if error.code == "store_damaged":
            raise UserError("backup_damaged", file=file.path.name) from error
        raise


# --- the exchange -----------------------------------------------------------------------------------


def _exchange(
    shelf: FolderShelf, books: Path, staged: Path, now: datetime, patience: float, step: Step
) -> Path | None:
    """Where the books as they were are kept."""
    if not books.exists() or books.stat().st_size == 0:
        sqlite.create_private(books)
        with told(books), _connected(books) as live:
            _alone(live, patience, books)
            _overwrite(live, staged, step)
        return None
    try:
        with told(books), _connected(books) as live:
            return _exchange_sound(shelf, books, live, staged, now, patience, step)
    except UserError as error:
        if error.code != "store_damaged":
            raise
    return _exchange_damaged(books, staged, now, patience, step)


def _exchange_sound(
    shelf: FolderShelf,
    books: Path,
    live: sqlite3.Connection,
    staged: Path,
    now: datetime,
    patience: float,
    step: Step,
) -> Path:
    (seen,) = live.execute("PRAGMA data_version").fetchone()
    step("keep")
    before = shelf.make(shelf.own_folder, BackupReason.BEFORE_RESTORE, now).path
    step("alone")
    _alone(live, patience, books)
    if live.execute("PRAGMA data_version").fetchone() != (seen,):
        # Somebody has written since the books were kept: that would be lost.
        raise UserError("restore_books_busy", who="")
    _overwrite(live, staged, step)
    return before


def _alone(live: sqlite3.Connection, patience: float, books: Path) -> None:
    """Nobody else has the file open, nor can open it till `live` is closed. SQLite leaves write-ahead logging
    only for one that is alone, and the log is in the file then."""
    live.execute("PRAGMA synchronous = FULL")
    deadline = time.monotonic() + patience
    while True:
        try:
            live.execute("PRAGMA locking_mode = EXCLUSIVE")
            if live.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",):
                live.execute("BEGIN EXCLUSIVE")
                live.execute("COMMIT")
                return
        except sqlite3.Error as error:
            if code_of(error) != "store_busy":
                raise
        live.execute("PRAGMA locking_mode = NORMAL")
        if time.monotonic() >= deadline:
            raise UserError("restore_books_busy", who=_who(books.parent))
        time.sleep(_WAIT_SECONDS)


def _overwrite(live: sqlite3.Connection, staged: Path, step: Step) -> None:
    """One transaction of SQLite's own: what is cut off is undone by whoever opens the books next."""
    with _connected(staged) as source:
        step("exchange")
        source.backup(live, pages=_PAGES, progress=lambda *_: step("exchanging"))
    step("exchanged")


def _exchange_damaged(books: Path, staged: Path, now: datetime, patience: float, step: Step) -> Path:
    """What cannot be read is put aside as it is, with what SQLite has beside it."""
    aside = _free(books.with_name(f"books.damaged-{now:%Y%m%d-%H%M%S}.sqlite"))
    step("aside")
    with told(books):
        _wait_for_readers(books, patience)
    _link_or_copy(books, aside)
    for tail in _SIDE_FILES:
        beside = books.with_name(books.name + tail)
        if beside.exists():
            _move(beside, aside.with_name(aside.name + tail))
    step("exchange")
    _move(staged, books)
    settle(books.parent)
    step("exchanged")
    return aside


def _wait_for_readers(books: Path, patience: float) -> None:
    """A file that others have open is not taken from under them, as far as can be told of a damaged one."""
    with _connected(books) as live, contextlib.suppress(sqlite3.DatabaseError):
        _alone(live, patience, books)


def _link_or_copy(source: Path, target: Path) -> None:
    try:
        target.hardlink_to(source)
    except OSError:
        write_whole(target, source.read_bytes())


def _move(source: Path, target: Path) -> None:
    source.replace(target)


def _free(path: Path) -> Path:
    number, name = 1, path
    while name.exists():
        number += 1
        name = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return name


@contextmanager
def _connected(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None, timeout=_WAIT_SECONDS)) as raw:
        yield raw


# --- who else ---------------------------------------------------------------------------------------


@contextmanager
def _sender_lock(folder: Path, patience: float) -> Iterator[None]:
    """Nobody sends meanwhile. Raises UserError("restore_books_busy", who=)."""
    lock = FolderSenderLock(folder)
    deadline = time.monotonic() + patience
    while True:
        with lock.hold() as mine:
            if mine:
                yield
                return
        if time.monotonic() >= deadline:
            raise UserError("restore_books_busy", who=_who(folder))
        time.sleep(_WAIT_SECONDS)


def _who(folder: Path) -> str:
    """The process and computer that sends, and so has the books open, in brackets; "" for nobody."""
    holder = FolderSenderLock(folder).holder()
    if holder is None or holder.process == os.getpid():
        return ""
    return f" ({holder.process}, {holder.computer})"


# --- settings ---------------------------------------------------------------------------------------


def _files(file: BackupFile) -> dict[str, tuple[str, bytes]]:
    """By setting: the name under which its file is put back, and what is in it."""
    return {
        setting: (f"restored-{member.rpartition('/')[2]}", file.content(member))
        for setting, member in file.manifest.files.items()
    }


def _put_settings(settings: Path, content: bytes, files: dict[str, tuple[str, bytes]]) -> None:
    if not content:
        return
    placed = {}
    for setting, (name, data) in files.items():
        placed[setting] = settings.parent / name
        write_whole(placed[setting], data)
    restore_settings(settings, content, placed)
