"""HTTP to one address: kept connections, answers of bounded size, and a total time that nothing outlasts."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpx
import truststore

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.provider.deadline import Deadline, Watchdog
from einvoice_desktop.provider.proxies import system_proxy

MAX_ANSWER = 4 * 1024 * 1024
"""Bytes of an answer's body, decompressed, beyond which it is not read."""

_IDLE_LINES = 4
_HEADERS = {
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "Connection": "keep-alive",
    "User-Agent": "einvoice-desktop",
}
_CONNECTED = ("connect_tcp.complete", "start_tls.complete")
_BEFORE_SENDING = ("connect_tcp.started", "start_tls.started", "send_request_headers.started")


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Seconds. `total` bounds one submission whole, signing in included; `read` one wait for bytes."""

    connect: float = 10.0
    read: float = 60.0
    write: float = 30.0
    pool: float = 10.0
    total: float = 150.0


class LineError(Exception):
    """The exchange ended on this side, for a reason that httpx does not know."""


class TimeLimitPassed(LineError):
    """The total time was over before the answer was whole."""


class AnswerTooLarge(LineError):
    """The answer's body is longer than MAX_ANSWER. `status` is what its head said."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


class _Withdrawn(LineError):
    """Nobody waits any more: what has not left yet must stay."""


class Letter:
    """One request's body, that knows whether a byte of it may have left.

    The transport asks for the body only when the connection stands and the head is written, so that
    "never asked for" proves that nothing of it left; "asked for" proves nothing.
    """

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._lock = threading.Lock()
        self._left = False
        self._withdrawn = False

    def __iter__(self) -> Iterator[bytes]:
        with self._lock:
            if self._withdrawn:
                raise _Withdrawn
            self._left = True
        yield self._content

    def __len__(self) -> int:
        return len(self._content)

    @property
    def may_have_left(self) -> bool:
        """Stable once the exchange is over or the letter withdrawn."""
        with self._lock:
            return self._left

    @property
    def withdrawn(self) -> bool:
        with self._lock:
            return self._withdrawn

    def withdraw(self) -> None:
        """From now on nothing of it leaves that has not begun to."""
        with self._lock:
            self._withdrawn = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, whole. Header names are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Cutter:
    """Ends what is under way on a connection, which it knows by what httpx tells of its doings."""

    def __init__(self) -> None:
        self._stream: Any = None

    def see(self, event: str, info: Mapping[str, Any]) -> None:
        """One of those doings."""
        if event.endswith(_CONNECTED):
            self._stream = info["return_value"]

    def cut(self) -> None:
        """From any thread: a blocked read or write fails at once."""
        sock = self._stream.get_extra_info("socket") if self._stream is not None else None
        if sock is not None:
            # Not SSLSocket.shutdown: that one would pull the TLS object away under the other thread.
            with contextlib.suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)


class Line:
    """One kept connection, used by one exchange at a time, that another thread can cut.

    The transport is asked without the client that most put before it: of what that adds (following elsewhere,
    cookies, signing in) nothing may happen here, and it costs as much again as the exchange.
    """

    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport
        self._cutter = Cutter()

    def fetch(
        self, url: str, headers: Mapping[str, str], letter: Letter, timeouts: Timeouts, method: str
    ) -> Answer:
        """POSTs `letter` once, or GETs. Raises httpx's errors and LineError."""
        posts = method == "POST"
        length = {"Content-Length": str(len(letter))} if posts else {}
        request = httpx.Request(
            method,
            _parsed(url),
            headers={**_HEADERS, **headers, **length},
            content=letter if posts else None,
            extensions={
                "timeout": {
                    "connect": timeouts.connect,
                    "read": timeouts.read,
                    "write": timeouts.write,
                    "pool": timeouts.pool,
                },
                "trace": lambda event, info: self._on_event(event, info, letter),
            },
        )
        response = self.send(request)
        try:
            if response.has_redirect_location:
                _check_location(response)
            return Answer(response.status_code, dict(response.headers), _bounded(response, letter))
        finally:
            response.close()

    def send(self, request: httpx.Request) -> httpx.Response:
        """The answer's head; its body is still to be read."""
        response = self._transport.handle_request(request)
        response.request = request
        return response

    def cut(self) -> None:
        """Ends what is under way, from any thread."""
        self._cutter.cut()

    def close(self) -> None:
        self._transport.close()

    def _on_event(self, event: str, info: Mapping[str, Any], letter: Letter) -> None:
        if event.endswith(_BEFORE_SENDING):
            if letter.withdrawn:
                raise _Withdrawn
        else:
            self._cutter.see(event, info)


class Wire:
    """Everything that one provider object sends goes through here, to `address` and nowhere else.

    Safe for many threads. Raises UserError("proxy_unusable") when made, where the system names a proxy
    that cannot be used.
    """

    def __init__(self, address: str, *, transport: httpx.BaseTransport | None, timeouts: Timeouts) -> None:
        self._address = address
        self._transport = transport
        self._timeouts = timeouts
        self._lock = threading.Lock()
        self._closed = False
        self._watchdog = Watchdog()
        self._idle = [self._open()]

    def exchange(
        self,
        path: str,
        headers: Mapping[str, str],
        letter: Letter,
        deadline: Deadline,
        *,
        method: str = "POST",
    ) -> Answer:
        """POSTs `letter` to `path` (or GETs it) and waits for the answer, no longer than `deadline`.

        Only a name's look-up and the attempts to connect may outlast it, until the system gives them up;
        nothing is sent then. Raises httpx.HTTPError and LineError; what they say of the letter,
        `letter.may_have_left` knows.
        """
        if not deadline.left():
            raise TimeLimitPassed
        line = self._borrow()

        def cut() -> None:
            letter.withdraw()
            line.cut()

        try:
            with self._watchdog.watching(deadline, cut):
                return line.fetch(f"{self._address}{path}", headers, letter, self._timeouts, method)
        except (httpx.HTTPError, LineError):
            if letter.withdrawn and not self._closed:
                raise TimeLimitPassed from None
            raise
        finally:
            self._give_back(line, usable=not letter.withdrawn)

    def close(self) -> None:
        """Gives the connections back; an exchange under way ends as a lost connection."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        self._watchdog.close()
        for line in idle:
            line.close()
        if self._transport is not None:
            self._transport.close()

    def _borrow(self) -> Line:
        with self._lock:
            if self._closed:
                raise RuntimeError("this provider is closed")
            return self._idle.pop() if self._idle else self._open()

    def _give_back(self, line: Line, *, usable: bool) -> None:
        with self._lock:
            if usable and not self._closed and len(self._idle) < _IDLE_LINES:
                self._idle.append(line)
                return
        line.close()

    def _open(self) -> Line:
        try:
            return Line(self._opened())
        except (ValueError, ImportError, httpx.InvalidURL):
            # A proxy's address that httpx cannot read, or a SOCKS one without its library; the error's
            # text may hold the proxy's password.
            raise UserError("proxy_unusable") from None

    def _opened(self) -> httpx.BaseTransport:
        if self._transport is not None:
            return Shared(self._transport)
        return httpx.HTTPTransport(**_own_ways(self._address))


def plain_client(address: str) -> httpx.Client:
    """One that sends to `address` nothing of its own accord, follows nobody elsewhere and trusts whom the
    system trusts. Raises ValueError, ImportError, httpx.InvalidURL for a proxy that cannot be used."""
    return httpx.Client(
        headers=_HEADERS,
        cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=False,
        **_own_ways(address),
    )


def _own_ways(address: str) -> dict[str, Any]:
    """How `address` is reached: whom to trust, through which proxy, over how many connections."""
    return {
        "verify": truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
        # Not trust_env: it would take in what this program does not choose, and miss Windows' exceptions.
        "trust_env": False,
        "proxy": system_proxy(address),
        "limits": httpx.Limits(max_connections=1, max_keepalive_connections=1),
    }


@lru_cache(maxsize=32)
def _parsed(url: str) -> httpx.URL:
    """The same few addresses again and again."""
    return httpx.URL(url)


class Shared(httpx.BaseTransport):
    """A transport that many clients use and none of them closes."""

    def __init__(self, transport: httpx.BaseTransport) -> None:
        self._transport = transport

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        return self._transport.handle_request(request)


def _check_location(response: httpx.Response) -> None:
    """Nobody is followed; but where one leads to no address, it is no answer of a server's."""
    try:
        httpx.URL(response.headers["Location"])
    except httpx.InvalidURL as error:
        raise httpx.RemoteProtocolError(f"Invalid URL in location header: {error}") from None


def _bounded(response: httpx.Response, letter: Letter) -> bytes:
    declared = response.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > MAX_ANSWER:
        raise AnswerTooLarge(response.status_code)
    body = bytearray()
    for chunk in response.iter_bytes():
        body += chunk
        if len(body) > MAX_ANSWER:
            raise AnswerTooLarge(response.status_code)
        if letter.withdrawn:
            raise _Withdrawn
    return bytes(body)
