"""Backups of a data folder: what one is, what it would change, and who makes and restores them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol


class BackupReason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    """By itself: at the first start of a day, at closing, or while the window stayed open over midnight."""
    WANTED = "wanted"
    """A person or a script asked for it."""
    BEFORE_RESTORE = "before-restore"
    """The books as they were before others took their place."""
    BEFORE_UPDATE = "before-update"
    """The books as the version before left them."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One file that holds a data folder's books and settings.

    `documents` is how many were sealed, None where only the settings are in it (the books are on a server);
    `own`: made of this very data folder; `broken_at`: the journal was altered there when it was made, None
    where all was well.
    """

    path: Path
    made_at: datetime
    reason: BackupReason
    size: int
    documents: int | None
    last_sealed_at: datetime | None
    schema: int
    program: str
    own: bool
    broken_at: int | None

    @property
    def has_books(self) -> bool:
        """Whether more than the settings is in it."""
        return self.documents is not None

    @property
    def is_verified(self) -> bool:
        """Whether all was well with the books when it was made, the journal's chain of hashes included."""
        return self.broken_at is None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What restoring a backup would do. The backup was read whole for this, every hash of it checked.

    `missing`: documents that were issued here and would not be in the restored books, None where the books
    here cannot be read; `other_books`: the backup is of other books than those that are here, so that all of
    these would go.
    """

    backup: Backup
    missing: int | None
    other_books: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore came to: `asked` documents are asked about, `series` need their last number;
    `before` keeps the books as they were, None where there were none."""

    backup: Backup
    asked: int
    series: int
    before: Path | None


class BackupShelf(Protocol):
    """Makes, reads and restores backups of one data folder. Every call blocks; all raise UserError."""

    own_folder: Path
    """Where they go unless the person has chosen another place."""

    def server(self) -> str:
        """Where the books are, if on a server that several desks share: a backup holds the settings alone
        then; "" for the data folder's own file."""
        ...

    def usable(self, folder: Path) -> bool:
        """Whether a chosen folder is there today."""
        ...

    def make(self, where: Path, reason: BackupReason, now: datetime) -> Backup:
        """A new one in the folder `where`, or under the name `where` where that is none; verified before it
        has its name. Raises UserError("store_damaged" | "backup_no_room" | "backup_folder_unusable" |
        "file_exists", path=)."""
        ...

    def listed(self, folder: Path) -> list[Backup]:
        """Those in a folder that can be read, newest first; other files are passed over."""
        ...

    def changed_since(self, moment: datetime) -> bool:
        """Whether the books may have changed after it."""
        ...

    def remove(self, backup: Backup) -> None:
        """Takes it away; nothing happens where that cannot be."""
        ...

    def read(self, path: Path) -> Backup:
        """What a file says of itself, checked as far as that is quick. Raises UserError("backup_not_ours" |
        "backup_damaged" | "backup_newer" | "backup_unsafe", file=)."""
        ...

    def examine(self, path: Path) -> Outlook:
        """Reads all of it. Raises UserError as `read` does, and UserError("backup_other_company", file=,
        theirs=, ours=) where it is of another folder that sends for another company, UserError(
        "backup_company_elsewhere", file=, name=) where that company has its books in another folder here."""
        ...

    def restore(self, path: Path, now: datetime, patience: float) -> Restored:
        """Puts it in the place of the books and settings: whole or not at all, whatever happens meanwhile.

        The books as they are now are kept first. Whoever has them open is waited for, `patience` seconds
        long. Raises UserError as `examine` and `make` do, and UserError("restore_books_busy", who=) |
        UserError("restore_on_server", place=).
        """
        ...
