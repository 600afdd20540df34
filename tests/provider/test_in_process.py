"""A WSGI application in this process behaves as a server on a socket does."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpx
import pytest

from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument
from einvoice_desktop.provider.in_process import in_process_transport
from einvoice_desktop.provider.wire import MAX_ANSWER, Timeouts
from tests.provider.loopback import KEY, Opener, issued, tokens

K = OutcomeKind
Start = Callable[[str, list[tuple[str, str]]], object]


class Dropped(BaseException):
    """What the application raises when it hangs up."""


class App:
    """Signs everybody in; on a document, does what it is told."""

    def __init__(self, on_document: Callable[[], Iterable[bytes]]) -> None:
        self.bodies: list[bytes] = []
        self._on_document = on_document

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        body = environ["wsgi.input"].read()
        start("200 OK", [("Content-Type", "application/json")])
        if environ["PATH_INFO"] == "/Authentication/login":
            assert json.loads(body)["key"] == KEY
            return [json.dumps(tokens()).encode()]
        self.bodies.append(body)
        return self._on_document()


def send(provider: Opener, sealed: SealedDocument, app: App) -> tuple[OutcomeKind, str]:
    transport = in_process_transport(app, Dropped)
    one = provider("http://127.0.0.1", transport=transport, timeouts=Timeouts(read=0.4, total=3.0))
    outcome = one.submit(sealed)
    return outcome.kind, outcome.reason


def test_an_application_that_answers(provider: Opener, sealed: SealedDocument) -> None:
    app = App(lambda: [json.dumps(issued()).encode()])
    assert send(provider, sealed, app) == (K.ISSUED, "issued")
    assert app.bodies == [sealed.payload]


def test_an_application_that_hangs_up(provider: Opener, sealed: SealedDocument) -> None:
    def hang_up() -> Iterable[bytes]:
        raise Dropped

    assert send(provider, sealed, App(hang_up)) == (K.UNKNOWN, "connection_lost")


def test_an_application_that_hangs_up_half_way(provider: Opener, sealed: SealedDocument) -> None:
    def half() -> Iterator[bytes]:
        yield json.dumps(issued()).encode()[:50]
        raise Dropped

    assert send(provider, sealed, App(half)) == (K.UNKNOWN, "connection_lost")


def test_an_application_that_never_ends(provider: Opener, sealed: SealedDocument) -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield b" " * 100_000

    assert send(provider, sealed, App(endless)) == (K.UNKNOWN, "answer_too_large")
    assert MAX_ANSWER == 4 * 1024 * 1024


def test_an_application_that_stalls(provider: Opener, sealed: SealedDocument) -> None:
    def slow() -> Iterable[bytes]:
        time.sleep(1.6)
        return [json.dumps(issued()).encode()]

    started = time.monotonic()
    assert send(provider, sealed, App(slow)) == (K.UNKNOWN, "read_timeout")
    assert time.monotonic() - started < 1.5


def test_a_bug_in_the_application_is_no_line_failure(provider: Opener, sealed: SealedDocument) -> None:
    def bug() -> Iterable[bytes]:
        raise KeyError("bug")

    with pytest.raises(KeyError):
        send(provider, sealed, App(bug))


@pytest.mark.parametrize("error", [httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError])
@pytest.mark.parametrize(("takes_the_body", "kind"), [(False, K.NEVER_LEFT), (True, K.UNKNOWN)])
def test_only_a_body_that_was_asked_for_may_have_left(
    error: type[httpx.TransportError],
    takes_the_body: bool,
    kind: OutcomeKind,
    provider: Opener,
    sealed: SealedDocument,
) -> None:
    """A kept connection that breaks while the head is written proves that the document stayed here."""

    class Breaking(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path == "/Authentication/login":
                return httpx.Response(200, json=tokens())
            if takes_the_body:
                next(iter(request.stream))  # type: ignore[arg-type]
            raise error("Server disconnected", request=request)

    outcome = provider("http://127.0.0.1", transport=Breaking()).submit(sealed)
    assert (outcome.kind, outcome.reason) == (kind, "connection_lost")
