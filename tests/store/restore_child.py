"""A process that restores a backup and dies at a step of it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from einvoice_desktop.store import restoring
from einvoice_desktop.store.shelf import FolderShelf
from tests.store.books import later


def restore_and_die(folder: str, backup: str, point: str) -> None:
    """`point`: a step's name and which time it comes, as "exchanging 3"."""
    wanted, _, count = point.partition(" ")
    left = int(count or 1)

    def step(name: str) -> None:
        nonlocal left
        left -= name == wanted
        if name == wanted and not left:
            os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))

    restoring._PAGES = 5
    books, settings = Path(folder) / "books.sqlite", Path(folder) / "settings.ini"
    shelf = FolderShelf(books, settings, "test", lambda: "")
    restoring.restore(shelf, restoring.Place(books, settings), Path(backup), later(60), 0.0, step)
    print("restored", flush=True)


if __name__ == "__main__":
    restore_and_die(*sys.argv[1:])
