"""Serves the practice provider on a loopback port of this machine, from a thread of its own."""

from __future__ import annotations

import threading
from contextlib import suppress
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from einvoice_desktop.sandbox.envelope import failure
from einvoice_desktop.sandbox.waiting import HOST, listen

if TYPE_CHECKING:
    import socket
    from wsgiref.types import WSGIEnvironment

    from einvoice_desktop.sandbox.app import PracticeProvider

_POLL_SECONDS = 0.05
_IDLE_SECONDS = 60
_SWALLOW_SECONDS = 0.05
_MOST_SWALLOWED = 64_000_000
_PIECE = 1_000_000
_WITHOUT_STATUS = "HTTP/0.9"


class _QuietHandler(WSGIRequestHandler):
    """Writes no log lines and closes the connection without an answer when the provider hangs up."""

    timeout = _IDLE_SECONDS
    protocol_version = "HTTP/1.1"

    def log(self, type: str, message: str, *args: object) -> None:
        """Requests name documents and signatures: they are nobody's log lines."""

    def send_response(self, code: int, message: str | None = None) -> None:
        """The status line alone: the provider's answer has its own Date, by its own clock."""
        self.send_response_only(code, message)

    def parse_request(self) -> bool:
        """Without a protocol (HTTP/0.9) there would be an answer without a status line."""
        if not super().parse_request():
            return False
        if self.request_version == _WITHOUT_STATUS:
            self.send_error(HTTPStatus.BAD_REQUEST)
            return False
        return True

    def run_wsgi(self) -> None:
        """An address that cannot be taken apart never reaches the provider."""
        try:
            urlsplit(self.path)
        except ValueError:
            self.send_error(HTTPStatus.BAD_REQUEST)
        else:
            super().run_wsgi()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """What is no request is answered in the envelope as well, and that is the end of the connection."""
        self.close_connection = True
        self.request_version = self.protocol_version
        answer = failure(int(code), [message or HTTPStatus(code).phrase])
        self.send_response(code)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(answer.length))
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.writelines(answer.chunks)
        self.wfile.flush()
        self._swallow_the_rest()

    def _swallow_the_rest(self) -> None:
        """A connection that is closed over unread bytes is reset, and the client never sees the answer."""
        left = _MOST_SWALLOWED
        self.connection.settimeout(_SWALLOW_SECONDS)
        with suppress(OSError):
            while left > 0 and (read := len(self.connection.recv(_PIECE))):
                left -= read

    def connection_dropped(self, error: BaseException, environ: WSGIEnvironment | None = None) -> None:
        super().connection_dropped(error, environ)
        self.close_connection = True


class RunningServer:
    """A server that answers until `close`; closing ends stalled requests as well."""

    def __init__(self, server: BaseWSGIServer, provider: PracticeProvider) -> None:
        self._server = server
        self._provider = provider
        self.port: int = server.port
        self._thread = threading.Thread(target=self._run, name="practice-provider", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://{HOST}:{self.port}"

    def close(self) -> None:
        """May be called more than once."""
        self._server.shutdown()
        self._thread.join()
        self._provider.close()

    def _run(self) -> None:
        self._server.serve_forever(poll_interval=_POLL_SECONDS)


def serve(provider: PracticeProvider, port: int = 0) -> RunningServer:
    """Starts serving on 127.0.0.1; port 0 takes a free one. Raises OSError when the port is taken."""
    with listen(port) as listener:
        return serve_on(listener, provider)


def serve_on(listener: socket.socket, provider: PracticeProvider) -> RunningServer:
    """The same on a socket that listens already; it may be closed then."""
    server = make_server(
        HOST,
        listener.getsockname()[1],
        provider,
        threaded=True,
        request_handler=_QuietHandler,
        fd=listener.fileno(),
    )
    return RunningServer(server, provider)
