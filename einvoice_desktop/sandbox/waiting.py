"""Holds a loopback port open; what answers on it is made when the first caller is there."""

from __future__ import annotations

import select
import socket
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.sandbox.server import RunningServer

HOST = "127.0.0.1"
_BACKLOG = 64


def listen(port: int = 0) -> socket.socket:
    """A socket that callers can reach; port 0 takes a free one. Raises OSError when the port is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":
            # On Windows this option would let a second server share the port.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(_BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


class WaitingServer:
    """Answers until `close`, from the first caller on: till then it costs a socket and a thread asleep."""

    def __init__(self, port: int, serve: Callable[[socket.socket], RunningServer]) -> None:
        """`serve` answers on the socket that it is given, which this object closes. Raises OSError when the
        port is taken."""
        self._listener = listen(port)
        self._serve = serve
        self._server: RunningServer | None = None
        self._closing, self._closed = socket.socketpair()
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._wait, name="practice-waits", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def close(self) -> None:
        """May be called more than once."""
        self._closing.close()
        self._thread.join()
        self._closed.close()
        if self._server is not None:
            self._server.close()
            self._server = None

    def _wait(self) -> None:
        with self._listener:
            ready, _, _ = select.select([self._listener, self._closed], [], [])
            if self._closed not in ready:
                self._server = self._serve(self._listener)
