"""News of a PostgreSQL database, as it tells them: LISTEN on a connection of its own."""

from __future__ import annotations

import selectors
import socket
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from einvoice_desktop.store.postgres import CHANGED

CLOSE_SECONDS = 2.0


class ServerChanges:
    """app.ports.Changes over NOTIFY. `wait` belongs to one thread; `close` may come from any.

    A line that broke is laid again at the next `wait`, which then says that something may have changed.
    """

    def __init__(self, connect: Callable[..., Any], told: Callable[[], AbstractContextManager[None]]) -> None:
        self._connect = connect
        self._told = told
        self._line: Any = None
        self._closed = threading.Event()
        self._in_use = threading.Lock()
        self._ours, self._bell = socket.socketpair()

    def wait(self, seconds: float) -> bool:
        """Raises UserError where the server is not reached."""
        with self._in_use:
            if self._closed.is_set():
                return False
            try:
                with self._told():
                    return self._lay() or self._heard(seconds)
            except BaseException:
                self._hang_up()
                raise
            finally:
                if self._closed.is_set():
                    self._end()

    def close(self) -> None:
        """Ends a wait. The line is given back here, or by who waits while it is being laid."""
        self._closed.set()
        self._bell.close()
        if self._in_use.acquire(timeout=CLOSE_SECONDS):
            self._end()
            self._in_use.release()

    def _lay(self) -> bool:
        if self._line is not None:
            return False
        self._line = self._connect(autocommit=True)
        self._line.execute(f"LISTEN {CHANGED}")
        return True

    def _heard(self, seconds: float) -> bool:
        server = self._line.pgconn
        end = time.monotonic() + seconds
        with selectors.DefaultSelector() as either:
            either.register(server.socket, selectors.EVENT_READ)
            either.register(self._ours, selectors.EVENT_READ)
            while not self._closed.is_set():
                server.consume_input()
                if _take_all(server):
                    return True
                left = end - time.monotonic()
                if left <= 0:
                    return False
                either.select(left)
        return False

    def _hang_up(self) -> None:
        line, self._line = self._line, None
        if line is not None:
            line.close()

    def _end(self) -> None:
        self._hang_up()
        self._ours.close()


def _take_all(server: Any) -> bool:
    """Many words of one change are one."""
    heard = False
    while server.notifies() is not None:
        heard = True
    return heard
