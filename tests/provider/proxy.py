"""A small forward proxy on a loopback port: CONNECT, a password if it wants one; every name leads home."""

from __future__ import annotations

import base64
import contextlib
import socket
import threading


class Proxy:
    """Listens until closed. `leads_to`: the port of this machine that every name leads to."""

    def __init__(self) -> None:
        self.leads_to = 0
        self.wants = ""
        """ "user:password"; "" for nobody's."""
        self.refuses = b""
        """What it answers instead of letting anybody through."""
        self.asked: list[str] = []
        self.heard = b""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self._threads = [threading.Thread(target=self._accept, daemon=True, name="proxy")]
        self._threads[0].start()

    def close(self) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for one in self._open:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in list(self._threads):
            thread.join(5)
        for one in self._open:
            one.close()

    def _start(self, work, *args) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True, name="proxy")
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(connection)
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        head = b""
        with contextlib.suppress(OSError):
            while b"\r\n\r\n" not in head and (more := connection.recv(4096)):
                head += more
            self._answer(connection, head)
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    def _answer(self, connection: socket.socket, head: bytes) -> None:
        self.heard += head
        self.asked.append(head.split(b"\r\n")[0].decode())
        shown = b"proxy-authorization: basic " + base64.b64encode(self.wants.encode())
        if self.wants and shown.lower() not in head.lower():
            connection.sendall(
                b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Type: text/html\r\n"
                b'Proxy-Authenticate: Basic realm="office"\r\nContent-Length: 6\r\n\r\n<html>'
            )
            return
        if self.refuses:
            connection.sendall(self.refuses)
            return
        with socket.create_connection(("127.0.0.1", self.leads_to)) as onward:
            self._open.append(onward)
            connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            self._start(self._pump, onward, connection)
            self._pump(connection, onward)

    def _pump(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if target.getpeername()[1] == self.leads_to:
                    self.heard += data
                target.sendall(data)
        with contextlib.suppress(OSError):
            target.shutdown(socket.SHUT_WR)
