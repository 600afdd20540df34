"""What the tests of backups begin with: books of three documents, and a shelf for them."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from einvoice_desktop.app.ports import Backup, BackupReason
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.store.engine import SqlStore
from einvoice_desktop.store.shelf import FolderShelf
from tests.store.books import NOW, request_of, settle


def shelf_of(folder: Path, server: str = "") -> FolderShelf:
    return FolderShelf(folder / "books.sqlite", folder / "settings.ini", "1.2", lambda: server)


@pytest.fixture
def shelf(store: SqlStore, tmp_path: Path) -> FolderShelf:
    """On books of three documents, one of them issued."""
    for _ in range(3):
        store.outbox.seal(request_of(), NOW)
    settle(store, store.outbox.get(1), State.ISSUED)
    return shelf_of(tmp_path)


def made(shelf: FolderShelf, where: Path | None = None, now: datetime = NOW) -> Backup:
    return shelf.make(where or shelf.own_folder, BackupReason.DAILY, now)
