"""Every way in which a line can fail, on a real socket, comes to exactly one of the three failures."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument
from einvoice_desktop.provider.client import HttpProvider
from einvoice_desktop.provider.wire import MAX_ANSWER, Timeouts
from tests.provider.loopback import (
    HangUp,
    Loopback,
    Opener,
    Request,
    Script,
    answer,
    drip,
    hang_up,
    http,
    issued,
    json_answer,
    other,
    raw,
    reset,
    stall,
    tokens,
)

K = OutcomeKind
PAGE = b"<!DOCTYPE html><html><head><title>Welcome to the hotel</title></head><body>Log in</body></html>"
WHOLE = http(201, json.dumps(issued()).encode())


def reset_half_way(connection: socket.socket, request: Request) -> None:
    connection.sendall(WHOLE[: len(WHOLE) // 2])
    time.sleep(0.05)
    reset(connection, request)


def redirect_elsewhere(connection: socket.socket, _: Request) -> None:
    connection.sendall(http(302, b"", Location="http://127.0.0.2:9/invoice/json"))


# What /invoice/json does -> the outcome's kind and reason.
AFTER_IT_LEFT: dict[str, tuple[Script, OutcomeKind, str]] = {
    "says nothing": (stall, K.UNKNOWN, "read_timeout"),
    "reads it and hangs up": (hang_up, K.UNKNOWN, "connection_lost"),
    "reads it and resets": (reset, K.UNKNOWN, "connection_lost"),
    "resets in the middle of its answer": (reset_half_way, K.UNKNOWN, "connection_lost"),
    "breaks its answer off": (raw(WHOLE[:-40]), K.UNKNOWN, "connection_lost"),
    "breaks its head off": (raw(b"HTTP/1.1 201 Cre"), K.UNKNOWN, "connection_lost"),
    "speaks another language": (raw(b"220 mail.example.gr ESMTP\r\n\r\n"), K.UNKNOWN, "protocol_error"),
    "drips its body": (drip(WHOLE), K.UNKNOWN, "time_limit"),
    "drips its head": (drip(b"HTTP/1.1 201 Created\r\nX: " + b"x" * 500), K.UNKNOWN, "time_limit"),
    "sends truncated JSON": (answer(201, b'{"success": true, "mark": 40000'), K.UNKNOWN, "answer_garbled"),
    "sends nothing in 200": (answer(200, b""), K.UNKNOWN, "answer_garbled"),
    "sends a list": (json_answer(201, [issued()]), K.UNKNOWN, "answer_garbled"),
    "sends a number": (json_answer(201, 7), K.UNKNOWN, "answer_garbled"),
    "sends a bottomless answer": (answer(201, b"[" * 200_000), K.UNKNOWN, "answer_garbled"),
    "sends a giant answer": (
        answer(201, b'{"success":true,"mark":1,"x":"' + b"x" * MAX_ANSWER + b'"}'),
        K.UNKNOWN,
        "answer_too_large",
    ),
    "sends a zip bomb": (
        answer(201, gzip.compress(b" " * (2 * MAX_ANSWER)), Content_Encoding="gzip"),
        K.UNKNOWN,
        "answer_too_large",
    ),
    "sends a broken zip": (answer(201, b"no zip", Content_Encoding="gzip"), K.UNKNOWN, "answer_garbled"),
    "is a portal with 200": (answer(200, PAGE, "text/html"), K.UNKNOWN, "not_the_provider"),
    "is a gateway with 502": (answer(502, PAGE, "text/html"), K.UNKNOWN, "not_the_provider"),
    "is a firewall with 403": (answer(403, PAGE, "text/html"), K.UNKNOWN, "not_the_provider"),
    "redirects": (redirect_elsewhere, K.UNKNOWN, "redirected"),
    "issues it": (json_answer(201, issued()), K.ISSUED, "issued"),
}


@pytest.mark.parametrize("fault", AFTER_IT_LEFT)
def test_what_happens_after_the_document_left(
    fault: str, server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    script, kind, reason = AFTER_IT_LEFT[fault]
    server.on("/invoice/json", script)
    started = time.monotonic()
    outcome = provider(server.url, timeouts=Timeouts(connect=1.0, read=0.4, write=0.4, total=1.0)).submit(
        sealed
    )
    assert (outcome.kind, outcome.reason) == (kind, reason)
    assert time.monotonic() - started < 2.0
    assert len(server.sent("/invoice/json")) == 1
    assert server.sent("/invoice/json")[0].body == sealed.payload


@pytest.mark.parametrize("script", [stall, drip(WHOLE), drip(b"HTTP/1.1 201 Created\r\nX: " + b"x" * 500)])
def test_the_total_time_holds_through_tls(
    script: Script,
    certificate: Path,
    provider: Opener,
    sealed: SealedDocument,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with secure_server(certificate) as server:
        one = provider(server.url, timeouts=Timeouts(total=0.8))
        assert one.submit(sealed).kind is K.ISSUED
        server.on("/invoice/json", script)
        started = time.monotonic()
        outcome = one.submit(sealed)
        assert (outcome.kind, outcome.reason) == (K.UNKNOWN, "time_limit")
        assert time.monotonic() - started < 1.5


def test_a_document_that_the_server_stops_reading_may_have_arrived(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    """The kernel takes some of a large document, then no more."""

    def read_the_head_only(connection: socket.socket) -> None:
        connection.settimeout(5)
        head = connection.recv(600)
        if b"/Authentication/" in head:
            connection.sendall(http(200, json.dumps(tokens()).encode(), Connection="close"))
        else:
            server.closing.wait(3)
        raise HangUp

    server.on_connection = read_the_head_only
    large = other(sealed, payload=b" " * 30_000_000)
    outcome = provider(server.url).submit(large)
    assert (outcome.kind, outcome.reason) == (K.UNKNOWN, "write_timeout")


# --- before a byte of the document can have left ----------------------------------------------------


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address that nobody listens on."""
    with closing(socket.socket()) as held:
        held.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{held.getsockname()[1]}"


@pytest.fixture
def full() -> Iterator[str]:
    """An address whose queue is full: connecting takes for ever."""
    waiting: list[socket.socket] = []
    with closing(socket.create_server(("127.0.0.1", 0), backlog=0)) as listener:
        for _ in range(4):
            one = socket.socket()
            one.setblocking(False)
            one.connect_ex(listener.getsockname())
            waiting.append(one)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        for one in waiting:
            one.close()


def never_left(provider: HttpProvider, sealed: SealedDocument) -> str:
    outcome = provider.submit(sealed)
    assert outcome.kind is K.NEVER_LEFT
    assert outcome.answer == b""
    return outcome.reason


def test_nobody_listens(nobody: str, provider: Opener, sealed: SealedDocument) -> None:
    assert never_left(provider(nobody), sealed) == "connection_refused"


def test_nobody_answers_the_call(full: str, provider: Opener, sealed: SealedDocument) -> None:
    few = Timeouts(connect=0.3, total=2.0)
    assert never_left(provider(full, timeouts=few), sealed) == "connect_timeout"


def test_the_name_is_not_known(provider: Opener, sealed: SealedDocument) -> None:
    assert never_left(provider("https://einvoice.invalid"), sealed) == "name_not_found"


def test_after_a_look_up_that_outlasted_the_time_nothing_is_sent(
    server: Loopback, provider: Opener, sealed: SealedDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up = socket.getaddrinfo

    def slow(*args: Any, **named: Any) -> Any:
        time.sleep(0.5)
        return look_up(*args, **named)

    heard: list[bytes] = []
    server.on_connection = lambda connection: heard.append(connection.recv(100))
    monkeypatch.setattr(socket, "getaddrinfo", slow)
    assert never_left(provider(server.url, timeouts=Timeouts(total=0.2)), sealed) == "time_limit"
    time.sleep(0.1)
    assert b"".join(heard) == b""


def test_the_certificate_is_its_own(certificate: Path, provider: Opener, sealed: SealedDocument) -> None:
    with secure_server(certificate) as server:
        assert never_left(provider(server.url), sealed) == "tls_failed"
        assert server.requests == []


def test_the_certificate_is_of_another_host(
    certificate: Path, provider: Opener, sealed: SealedDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with secure_server(certificate) as server:
        assert never_left(provider(f"https://localhost:{server.port}"), sealed) == "tls_failed"
        assert server.requests == []


def test_a_certificate_that_the_system_trusts_is_let_in(
    certificate: Path, provider: Opener, sealed: SealedDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with secure_server(certificate) as server:
        assert provider(server.url).submit(sealed).kind is K.ISSUED


def test_the_server_speaks_no_tls(server: Loopback, provider: Opener, sealed: SealedDocument) -> None:
    assert never_left(provider(f"https://127.0.0.1:{server.port}"), sealed) == "tls_failed"


def test_the_handshake_takes_for_ever(server: Loopback, provider: Opener, sealed: SealedDocument) -> None:
    server.on_connection = lambda connection: stall(connection)
    few = Timeouts(connect=0.3, total=2.0)
    assert never_left(provider(f"https://127.0.0.1:{server.port}", timeouts=few), sealed) == "connect_timeout"


def test_the_proxy_refuses_the_way(
    server: Loopback, provider: Opener, sealed: SealedDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(connection: socket.socket) -> None:
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
        raise HangUp

    server.on_connection = refuse
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:hush@127.0.0.1:{server.port}")
    outcome = provider("https://einvoice.invalid").submit(sealed)
    assert (outcome.kind, outcome.reason) == (K.NEVER_LEFT, "proxy_refused")
    assert outcome.message == "407 Proxy Authentication Required"


def test_this_machine_is_never_reached_through_a_proxy(
    server: Loopback, nobody: str, provider: Opener, sealed: SealedDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, nobody)
    assert provider(server.url).submit(sealed).kind is K.ISSUED


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (stall, "read_timeout"),
        (hang_up, "connection_lost"),
        (drip(http(200, json.dumps(tokens()).encode())), "time_limit"),
        (answer(200, PAGE, "text/html"), "not_the_provider"),
        (answer(404, b""), "not_the_provider"),
        (answer(502, PAGE, "text/html"), "not_the_provider"),
        (json_answer(503, {"message": "busy"}), "sign_in_unavailable"),
        (json_answer(200, {"success": True}), "sign_in_garbled"),
        (json_answer(200, tokens("one\r\nX-Evil: two")), "sign_in_garbled"),
        (answer(200, b'{"accessToken": "abc'), "sign_in_garbled"),
        (redirect_elsewhere, "redirected"),
        (answer(200, b"x" * (MAX_ANSWER + 1)), "answer_too_large"),
    ],
)
def test_what_fails_at_the_sign_in_leaves_the_document_here(
    script: Script, reason: str, server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on("/Authentication/login", script)
    few = Timeouts(connect=1.0, read=0.3, total=1.0)
    assert never_left(provider(server.url, timeouts=few), sealed) == reason
    assert server.sent("/invoice/json") == []


# --- kept connections ---------------------------------------------------------------------------------


def test_one_connection_is_kept_for_many_documents(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    one = provider(server.url)
    assert {one.submit(sealed).kind for _ in range(5)} == {K.ISSUED}
    assert server.connections == 1


def test_a_kept_connection_that_the_server_closed_is_seen_before_anything_is_sent(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    one = provider(server.url)
    assert one.submit(sealed).kind is K.ISSUED
    server.drop_connections()
    time.sleep(0.1)
    assert one.submit(sealed).kind is K.ISSUED
    assert server.connections == 2


def test_a_kept_connection_that_dies_under_the_document_leaves_it_unknown(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    """The race nobody can see: the server closes while our bytes are on their way."""

    def reset_before_reading(connection: socket.socket, _: Request) -> None:
        connection.sendall(WHOLE)
        connection.recv(10)
        reset(connection)

    server.on("/invoice/json", reset_before_reading)
    one = provider(server.url)
    assert one.submit(sealed).kind is K.ISSUED
    outcome = one.submit(sealed)
    assert (outcome.kind, outcome.reason) == (K.UNKNOWN, "connection_lost")


def test_a_sign_in_on_a_stale_connection_is_simply_asked_again(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on("/Authentication/login", hang_up, json_answer(200, tokens()))
    assert provider(server.url).submit(sealed).kind is K.ISSUED
    assert len(server.sent("/Authentication/login")) == 2


def test_closing_ends_what_is_under_way(
    server: Loopback, provider: Opener, sealed: SealedDocument, in_background: Callable[..., object]
) -> None:
    server.on("/invoice/json", stall)
    one = provider(server.url, timeouts=Timeouts(read=30.0, total=30.0))
    wait_for = in_background(lambda: one.submit(sealed))
    while not server.sent("/invoice/json"):
        time.sleep(0.01)
    started = time.monotonic()
    one.close()
    outcome = wait_for()  # type: ignore[operator]
    assert (outcome.kind, outcome.reason) == (K.UNKNOWN, "connection_lost")
    assert time.monotonic() - started < 2.0


class secure_server:  # noqa: N801 - reads as the verb it is
    def __init__(self, certificate: Path) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self._server = Loopback(tls=context)

    def __enter__(self) -> Loopback:
        self._server.on("/Authentication/login", json_answer(200, tokens()))
        self._server.on("/invoice/json", json_answer(201, issued()))
        return self._server

    def __exit__(self, *_: object) -> None:
        self._server.close()
