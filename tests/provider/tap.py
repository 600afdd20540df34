"""A wire tap on the loopback: hands every byte on and keeps a copy of it."""

from __future__ import annotations

import contextlib
import socket
import threading


class Tap:
    """Listens on a port of its own in front of `port`; `seen` is all that clients sent, byte by byte."""

    def __init__(self, port: int) -> None:
        self._behind = port
        self._seen: list[bytes] = []
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self.connections = 0
        self._start(self._accept)

    @property
    def seen(self) -> bytes:
        return b"".join(self._seen)

    def close(self) -> None:
        for end in (self._listener, *self._open):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        for thread in list(self._threads):
            thread.join(5)

    def _start(self, work: object, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True, name="tap")  # type: ignore[arg-type]
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            server = socket.create_connection(("127.0.0.1", self._behind))
            self._open += [client, server]
            self._start(self._pass_on, client, server, self._seen)
            self._start(self._pass_on, server, client, [])

    def _pass_on(self, source: socket.socket, target: socket.socket, copy: list[bytes]) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                copy.append(data)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
