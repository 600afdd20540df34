"""Which process sends for a data folder: an operating-system lock that dies with its process."""

from __future__ import annotations

import json
import os
import platform
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from einvoice_desktop.app.ports import LockHolder
from einvoice_desktop.store.faults import told_of_files

LOCK_FILE = "sender.lock"
HOLDER_FILE = "sender.json"


class FolderSenderLock:
    """app.ports.SenderLock on files in the data folder. Any thread may hold it; holds of one object nest.

    The lock is the operating system's on `sender.lock`; `sender.json` beside it only tells people who has it,
    and is believed only while somebody has it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # Not per thread: a second thread's hold is a hold of the same lock.
        self._lock = FileLock(folder / LOCK_FILE, mode=0o600, thread_local=False)
        self._guard = threading.Lock()
        self._holds = 0

    @contextmanager
    def hold(self) -> Iterator[bool]:
        """Never waits. Raises UserError("store_read_only" | "disk_full") where no lock can be laid."""
        mine = self._take()
        try:
            yield mine
        finally:
            if mine:
                self._give_back()

    def holder(self) -> LockHolder | None:
        """Asks the lock itself, by having it for an instant where nobody has it."""
        with self._guard:
            if self._holds == 0 and self._acquired():
                self._lock.release()
                return None
        return _who(self._folder / HOLDER_FILE)

    def _take(self) -> bool:
        with self._guard:
            if self._holds == 0:
                if not self._acquired():
                    return False
                self._sign()
            self._holds += 1
            return True

    def _give_back(self) -> None:
        with self._guard:
            self._holds -= 1
            if self._holds == 0:
                self._lock.release()

    def _acquired(self) -> bool:
        with told_of_files(self._folder / LOCK_FILE):
            try:
                self._lock.acquire(blocking=False)
            except Timeout:
                return False
            return True

    def _sign(self) -> None:
        try:
            side_file = self._folder / HOLDER_FILE
            side_file.touch(mode=0o600)
            side_file.write_text(json.dumps({"pid": os.getpid(), "host": platform.node()}), encoding="utf-8")
        except OSError:
            # The lock is what counts: without the side file people are told less.
            return


def _who(path: Path) -> LockHolder | None:
    try:
        told = json.loads(path.read_bytes())
        return LockHolder(int(told["pid"]), str(told["host"]))
    except (OSError, ValueError, LookupError, TypeError):
        return None
