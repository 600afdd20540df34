"""The backups of one data folder: made of its books and settings, listed, read and taken away."""

from __future__ import annotations

import contextlib
import re
import shutil
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Backup, BackupReason, Outlook, Restored
from einvoice_desktop.domain.dates import ATHENS
from einvoice_desktop.store import manifest as said
from einvoice_desktop.store.backup_file import (
    LARGEST_FILE,
    LARGEST_SETTINGS,
    NO_ROOM,
    UNFINISHED,
    BackupFile,
    Content,
    opened,
    told_of_reading,
    write_backup,
)
from einvoice_desktop.store.books_copy import copy_books, issued_beyond
from einvoice_desktop.store.desk_id import desk_id
from einvoice_desktop.store.manifest import Manifest
from einvoice_desktop.store.portable import company_vat, portable_settings
from einvoice_desktop.store.restoring import Place, restore
from einvoice_desktop.store.settings import SettingsFile

NAME = re.compile(r"einvoice-backup-\d{8}-\d{6}(-\d{1,3})?\.zip")
OWN_FOLDER = "backups"
SUFFIX = ".zip"

_WORK = ".backup-"
"""How the name of a folder begins in which a backup is being made or restored."""
_STALE_SECONDS = 86_400
_PICTURES_AND_KEYS = frozenset({".png", ".jpg", ".jpeg", ".svg", ".asc", ".pgp", ".gpg"})


class FolderShelf:
    """app.ports.backups.BackupShelf on files.

    `server` says where the books are if not in `books`; `version` is the program's. `settings` is their file.
    `who_issues`: the name of another company here with a VAT number, "" for none.
    """

    def __init__(
        self,
        books: Path,
        settings: Path,
        version: str,
        server: Callable[[], str],
        who_issues: Callable[[str], str] = lambda _vat: "",
    ) -> None:
        self._books, self._settings = books, settings
        self._data = books.parent
        self._version = version
        self.server = server
        self._who_issues = who_issues
        self.own_folder = self._data / OWN_FOLDER

    # --- making ---------------------------------------------------------------------------------

    def make(self, where: Path, reason: BackupReason, now: datetime) -> Backup:
        """The books of one moment, checked; then the file, read back."""
        with _told_of_backups(where):
            if where == self.own_folder:
                where.mkdir(mode=0o700, parents=True, exist_ok=True)
            folder, target = (where, None) if where.is_dir() else (where.parent, where)
            _sweep(folder, f"{UNFINISHED}*.tmp")
            with self.workplace() as work:
                manifest, contents = self._contents(work, reason, now)
                wanted = target or (lambda: _free_name(folder, now))
                return self._backup(*write_backup(folder, wanted, manifest, contents))

    def _contents(
        self, work: Path, reason: BackupReason, now: datetime
    ) -> tuple[Manifest, dict[str, Content]]:
        contents: dict[str, Content] = {}
        books = None
        if not self.server() and self._books.exists():
            copy = work / said.BOOKS
            books = copy_books(self._books, copy)
            contents[said.BOOKS] = copy
        settings, files = portable_settings(self._settings, self._data)
        if len(settings) <= LARGEST_SETTINGS:
            contents[said.SETTINGS] = settings
        named: dict[str, str] = {}
        for setting, path in list(files.items())[: said.MOST_FILES]:
            content = _small_file(path)
            if content is not None:
                named[setting] = f"{said.FILES}{len(named)}{path.suffix.lower()}"
                contents[named[setting]] = content
        return Manifest(now, reason, self._version, desk_id(self._data), books, {}, named), contents

    @contextmanager
    def workplace(self) -> Iterator[Path]:
        """A folder in the data folder that is gone afterwards; what a killed process left is cleared away."""
        _sweep(self._data, f"{_WORK}*")
        work = self._data / f"{_WORK}{uuid.uuid4().hex}"
        work.mkdir(mode=0o700)
        try:
            yield work
        finally:
            shutil.rmtree(work, ignore_errors=True)

    # --- looking --------------------------------------------------------------------------------

    def usable(self, folder: Path) -> bool:
        """There, and a folder."""
        try:
            return folder.is_dir()
        except OSError:
            return False

    def listed(self, folder: Path) -> list[Backup]:
        """By the names that backups have, and only those whose manifest can be read."""
        found = []
        for path in _named_like(folder, NAME):
            with contextlib.suppress(UserError):
                found.append(self.read(path))
        return sorted(found, key=lambda backup: backup.made_at, reverse=True)

    def read(self, path: Path) -> Backup:
        """Names, sizes and manifest."""
        with told_of_reading(path), opened(path) as file:
            return self._backup(path, file.manifest)

    def examine(self, path: Path) -> Outlook:
        """Every hash, and what is here beyond it."""
        with told_of_reading(path), opened(path) as file:
            file.check()
            self.check_company(file)
            backup = self._backup(path, file.manifest)
            if not backup.has_books or self.server() or not self._books.exists():
                return Outlook(backup, 0)
            with self.workplace() as work:
                theirs = work / said.BOOKS
                file.extract(said.BOOKS, theirs)
                return Outlook(backup, *issued_beyond(self._books, theirs))

    def check_company(self, file: BackupFile) -> None:
        """Raises UserError("backup_other_company", file=, theirs=, ours=) for a backup of another folder that
        sends for another company, UserError("backup_company_elsewhere", file=, name=) for one of a company
        that has its books in another folder here."""
        settings = SettingsFile.parsed(file.content(said.SETTINGS).decode("utf-8", errors="replace"))
        theirs, ours = company_vat(settings), company_vat(SettingsFile(self._settings).values())
        if not theirs or file.manifest.folder == desk_id(self._data):
            return
        if ours and theirs != ours:
            raise UserError("backup_other_company", file=file.path.name, theirs=theirs, ours=ours)
        if name := self._who_issues(theirs):
            raise UserError("backup_company_elsewhere", file=file.path.name, name=name)

    def changed_since(self, moment: datetime) -> bool:
        """By the times of its files."""
        for path in (self._books, self._books.with_name(f"{self._books.name}-wal"), self._settings):
            with contextlib.suppress(OSError):
                if path.stat().st_mtime > moment.timestamp():
                    return True
        return False

    def remove(self, backup: Backup) -> None:
        """Only what has a backup's name."""
        if NAME.fullmatch(backup.path.name):
            with contextlib.suppress(OSError):
                backup.path.unlink()

    def restore(self, path: Path, now: datetime, patience: float) -> Restored:
        """restoring.restore on this shelf's folder."""
        place = self.server()
        if place and self.read(path).has_books:
            raise UserError("restore_on_server", place=place)
        return restore(self, Place(self._books, self._settings), path, now, patience)

    def _backup(self, path: Path, manifest: Manifest) -> Backup:
        books = manifest.books
        return Backup(
            path=path,
            made_at=manifest.made_at,
            reason=manifest.reason,
            size=path.stat().st_size,
            documents=None if books is None else books.documents,
            last_sealed_at=None if books is None else books.last_sealed_at,
            schema=0 if books is None else books.schema,
            program=manifest.version,
            own=manifest.folder == desk_id(self._data),
            broken_at=None if books is None else books.broken_at,
        )


@contextmanager
def _told_of_backups(folder: Path) -> Iterator[None]:
    try:
        yield
    except UserError as error:
        if error.code == "disk_full":
            raise UserError("backup_no_room", path=folder) from error
        raise
    except FileExistsError as error:
        raise UserError("file_exists") from error
    except OSError as error:
        code = "backup_no_room" if error.errno in NO_ROOM else "backup_folder_unusable"
        raise UserError(code, path=folder) from error


def _free_name(folder: Path, now: datetime) -> Path:
    stem = f"einvoice-backup-{now.astimezone(ATHENS):%Y%m%d-%H%M%S}"
    path, number = folder / f"{stem}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}{SUFFIX}"
    return path


def _named_like(folder: Path, form: re.Pattern[str]) -> Sequence[Path]:
    try:
        return [path for path in folder.iterdir() if form.fullmatch(path.name) and path.is_file()]
    except OSError:
        return []


def _sweep(folder: Path, pattern: str) -> None:
    """What a process left that died a day ago or longer."""
    before = time.time() - _STALE_SECONDS
    for path in folder.glob(pattern):
        with contextlib.suppress(OSError):
            if path.stat().st_mtime < before:
                shutil.rmtree(path) if path.is_dir() else path.unlink()


def _small_file(path: Path) -> bytes | None:
    """None for what is no picture or public key, too large, or not there."""
    if path.suffix.lower() not in _PICTURES_AND_KEYS:
        return None
    try:
        if path.is_symlink() or path.stat().st_size > LARGEST_FILE:
            return None
        content = path.read_bytes()
    except OSError:
        return None
    return None if b"PRIVATE KEY" in content else content
