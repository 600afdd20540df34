"""A provider on a real loopback socket that answers as a test tells it, faults of the line included."""

from __future__ import annotations

import contextlib
import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.submission import SealedDocument, SignIn
from einvoice_desktop.provider.client import HttpProvider
from einvoice_desktop.provider.wire import Timeouts

KEY = "0383223f-06ff-4e7c-bd36-29a1acdb41b0"
VAT = "094014201"
MARK = 400001234567890


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    connection: int


class HangUp(Exception):
    """The script has done what it wanted with the socket: close it."""


Script = Callable[[socket.socket, Request], None]


@dataclass
class Loopback:
    """Listens until closed. `scripts` by lower-case path; a list is used up, its last one stays."""

    tls: ssl.SSLContext | None = None
    scripts: dict[str, list[Script]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    connections: int = 0
    on_connection: Callable[[socket.socket], None] | None = None

    def __post_init__(self) -> None:
        self.closing = threading.Event()
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self._listener.getsockname()[1]
        self._start(self._accept)

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}"

    def on(self, path: str, *scripts: Script) -> None:
        self.scripts[path.lower()] = list(scripts)

    def paths(self) -> list[str]:
        with self._lock:
            return [request.path for request in self.requests]

    def sent(self, path: str) -> list[Request]:
        with self._lock:
            return [request for request in self.requests if request.path.lower() == path.lower()]

    def close(self) -> None:
        self.closing.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.drop_connections()
        for thread in list(self._threads):
            thread.join(5)

    def drop_connections(self) -> None:
        with self._lock:
            still = list(self._open)
        for connection in still:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def _start(self, work: Callable[..., None], *args: Any) -> None:
        thread = threading.Thread(target=work, args=args, daemon=True, name="loopback")
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while not self.closing.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._start(self._serve, connection, self.connections)

    def _serve(self, connection: socket.socket, number: int) -> None:
        with self._lock:
            self._open.add(connection)
        try:
            if self.on_connection is not None:
                self.on_connection(connection)
            if self.tls is not None:
                connection = self._secured(connection)
            with connection.makefile("rb") as stream:
                while (request := _read_request(stream, number)) is not None:
                    with self._lock:
                        self.requests.append(request)
                    self._script_for(request)(connection, request)
        except (HangUp, OSError, ValueError):
            pass
        finally:
            with self._lock:
                self._open.discard(connection)
            connection.close()

    def _secured(self, connection: socket.socket) -> socket.socket:
        assert self.tls is not None
        secured = self.tls.wrap_socket(connection, server_side=True)
        with self._lock:
            self._open.add(secured)
        return secured

    def _script_for(self, request: Request) -> Script:
        with self._lock:
            scripts = self.scripts.get(request.path.lower(), [json_answer(404, {"message": "no such path"})])
            return scripts.pop(0) if len(scripts) > 1 else scripts[0]


def _read_request(stream: Any, number: int) -> Request | None:
    first = stream.readline()
    if not first.strip():
        return None
    method, path, _ = first.decode().split(" ", 2)
    headers: dict[str, str] = {}
    while (line := stream.readline().strip()) != b"":
        name, _, value = line.decode().partition(":")
        headers[name.lower()] = value.strip()
    body = stream.read(int(headers.get("content-length", "0")))
    return Request(method, path, headers, body, number)


def http(status: int, body: bytes, content_type: str = "application/json", **headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status} Said", f"Content-Type: {content_type}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def answer(status: int, body: bytes, content_type: str = "application/json", **headers: str) -> Script:
    return lambda connection, _: connection.sendall(http(status, body, content_type, **headers))


def json_answer(status: int, value: object, **headers: str) -> Script:
    return answer(status, json.dumps(value).encode(), **headers)


def raw(data: bytes, *, then_close: bool = True) -> Script:
    def script(connection: socket.socket, _: Request) -> None:
        connection.sendall(data)
        if then_close:
            raise HangUp

    return script


def hang_up(_: socket.socket, __: Request) -> None:
    raise HangUp


def reset(connection: socket.socket, _: Request | None = None) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()
    raise HangUp


def drip(data: bytes, interval: float = 0.05) -> Script:
    def script(connection: socket.socket, _: Request) -> None:
        for byte in data:
            connection.sendall(bytes([byte]))
            time.sleep(interval)
        raise HangUp

    return script


def stall(connection: socket.socket, _: Request | None = None) -> None:
    """Until the other side gives up."""
    with contextlib.suppress(OSError):
        connection.settimeout(5)
        while connection.recv(10_000):
            pass
    raise HangUp


def issued(**changes: object) -> dict[str, object]:
    """What the provider answers to `sealed`."""
    return {
        "success": True,
        "message": "Successfully submitted to IAPR",
        "statusCode": "201",
        "integritySignature": "is",
        "signature": "EL094014201-42547400-AB-CD",
        "uid": "96320551B54D8B011192637863C0EED9FF193B83",
        "mark": MARK,
        "cancellationMark": 0,
        "authenticationCode": "5D5C0E1F",
        "myDataResponse": "<ResponseDoc/>",
        "status": "SUBMITTED",
        "series": "A",
        "number": "7",
        "dateIssued": "2026-03-02T10:00:00.000Z",
        "domain": "https://einvoiceportaluat.impact.gr",
        "url": "https://einvoiceportaluat.impact.gr/v/EL094014201-42547400-AB-CD",
        "qrCodeString": "",
        "erpQrCode": "https://mydataapidev.aade.gr/TimologioQR/QRInfo?q=abc",
        "uniqueId": "42547400",
        "internalId": "doc-1",
        **changes,
    }


def tokens(access: str = "access-1", refresh: str = "refresh-1") -> dict[str, object]:
    return {"accessToken": access, "refreshToken": {"token": refresh, "expires": "2026-03-09T10:00:00Z"}}


class HeldClock:
    """Both clocks, moved by hand: `pass_time` moves both, `sleep` the wall alone, `tick` the ticks alone."""

    def __init__(self) -> None:
        self.wall = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
        self.ticks = 1000.0

    def now(self) -> datetime:
        return self.wall

    def monotonic(self) -> float:
        return self.ticks

    def pass_time(self, seconds: float) -> None:
        self.wall += timedelta(seconds=seconds)
        self.ticks += seconds


@dataclass
class Opener:
    """Opens providers and closes them when the test is over."""

    clock: HeldClock
    opened: list[HttpProvider] = field(default_factory=list)

    def __call__(self, url: str, **options: Any) -> HttpProvider:
        given: dict[str, Any] = {
            "clock": self.clock,
            "monotonic": self.clock.monotonic,
            "sign_in": SignIn.BEARER,
            "timeouts": Timeouts(connect=1.0, read=0.4, write=0.4, total=3.0),
            **options,
        }
        key = given.pop("api_key", lambda _: KEY)
        self.opened.append(HttpProvider(url, key, **given))
        return self.opened[-1]


def other(sealed: SealedDocument, **changes: Any) -> SealedDocument:
    key_changes = {name: changes.pop(name) for name in list(changes) if name in NaturalKey.__slots__}
    return replace(sealed, key=replace(sealed.key, **key_changes), **changes)
