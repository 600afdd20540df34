"""The folders that a person may want to look into, and the way to show one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


class Meeting(NamedTuple):
    """Where later starts find the window: `address` is worked out when it is first needed."""

    lock: Path
    address: Callable[[], str]


class Folders(NamedTuple):
    """`data` holds everything the program writes; `books` is the file of the books, `logs` a folder."""

    data: Path
    books: Path
    logs: Path


class Places(NamedTuple):
    """Of one data folder."""

    folders: Folders
    meeting: Meeting


def show_folder(folder: Path) -> bool:
    """Opens `folder` in the system's own window; the nearest one above where it is not there (yet)."""
    there = next((place for place in (folder, *folder.parents) if place.is_dir()), folder)
    return bool(QDesktopServices.openUrl(QUrl.fromLocalFile(str(there))))
