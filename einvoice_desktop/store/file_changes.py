"""News of a SQLite file: its own count of commits, looked at now and then."""

from __future__ import annotations

import sqlite3
import threading
import time
from pathlib import Path

from einvoice_desktop.store.faults import told

LOOK_SECONDS = 0.5


class FileChanges:
    """app.ports.Changes by polling. `wait` belongs to one thread; `close` may come from any."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._closed = threading.Event()
        self._in_use = threading.Lock()
        self._seen: int | None = None
        self._connection: sqlite3.Connection | None = None

    def wait(self, seconds: float) -> bool:
        """The first call only notes how things stand. Raises UserError."""
        end = time.monotonic() + seconds
        with self._in_use, told(self._path):
            while not self._closed.is_set():
                count = self._count()
                changed, self._seen = self._seen not in (None, count), count
                left = end - time.monotonic()
                if changed or left <= 0:
                    return changed
                self._closed.wait(min(left, LOOK_SECONDS))
        return False

    def close(self) -> None:
        """Ends a wait and gives the file back."""
        self._closed.set()
        with self._in_use:
            connection, self._connection = self._connection, None
            if connection is not None:
                connection.close()

    def _count(self) -> int:
        if self._connection is None:
            self._connection = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
        (count,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(count)
