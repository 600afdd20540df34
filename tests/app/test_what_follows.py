"""What follows each failure, as a table: real client, real socket, real worker, real books."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop.app.ports import Scope
from einvoice_desktop.app.sealing import Way, seal_request
from einvoice_desktop.app.submit import Submitter, waits_for_a_person
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.submission import SignIn, Submission
from einvoice_desktop.provider.client import HttpProvider
from einvoice_desktop.provider.wire import MAX_ANSWER, Timeouts
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.app.scripted import INVOICE
from tests.provider.loopback import (
    KEY,
    Loopback,
    Request,
    Script,
    answer,
    drip,
    hang_up,
    http,
    issued,
    json_answer,
    raw,
    reset,
    stall,
    tokens,
)

S = State
PAGE = b"<!DOCTYPE html><html><head><title>Proxy</title></head><body>no</body></html>"
QUICK = Timeouts(connect=0.4, read=1.2, write=1.2, total=2.5)


def of_the_document(request: Request, **changes: object) -> dict[str, object]:
    """An envelope with the names of the document that came."""
    document = json.loads(request.body)
    names = {
        "series": document["series"],
        "number": document["number"],
        "internalId": document["distributionDetails"]["internalDocumentId"],
        "uid": "",
        "url": "",
    }
    return {**issued(**names), **changes}


def says(code: int, headers: dict[str, str] | None = None, /, **changes: object) -> Script:
    def script(connection: socket.socket, request: Request) -> None:
        body = json.dumps(of_the_document(request, **changes)).encode()
        connection.sendall(http(code, body, **(headers or {})))

    return script


def no(code: int, message: str, headers: dict[str, str] | None = None, /, **changes: object) -> Script:
    told = {"success": False, "message": message, "mark": 0, "status": "UNKNOWN", "signature": ""}
    return says(code, headers, **{**told, **changes})


def cut(connection: socket.socket, request: Request) -> None:
    whole = json.dumps(of_the_document(request)).encode()
    connection.sendall(http(201, whole[: len(whole) // 2]))


ALREADY = "Document has already been transmitted"
NOBODY, NO_NAME, NO_TLS, FULL = "nobody listens", "the name is unknown", "no TLS", "nobody answers the call"


def twice(reason: str) -> tuple[tuple[State, str], tuple[State, str]]:
    """Unknown the first time and ever after."""
    return (S.UNKNOWN, reason), (S.UNKNOWN, reason)


# What the provider does -> state and reason after a first attempt; after one that may have arrived (its state
# and reason); the wait until the next try in seconds (jitter in the middle), None where there is none.
TABLE: dict[str, tuple[Script | str, tuple[State, str], tuple[State, str], float | None]] = {
    FULL: (FULL, (S.WAITING, "connect_timeout"), (S.UNKNOWN, "connect_timeout"), 5),
    NO_NAME: (NO_NAME, (S.WAITING, "name_not_found"), (S.UNKNOWN, "name_not_found"), 5),
    NOBODY: (NOBODY, (S.WAITING, "connection_refused"), (S.UNKNOWN, "connection_refused"), 5),
    NO_TLS: (NO_TLS, (S.WAITING, "tls_failed"), (S.UNKNOWN, "tls_failed"), 5),
    "no answer": (stall, *twice("read_timeout"), 5),
    "reset after it left": (reset, *twice("connection_lost"), 5),
    "hung up": (hang_up, *twice("connection_lost"), 5),
    "400": (no(400, "Summaries section is mandatory"), (S.REFUSED, "refused"), (S.REFUSED, "refused"), None),
    "404": (no(404, "no such thing"), (S.REFUSED, "refused"), (S.REFUSED, "refused"), None),
    "401 twice": (no(401, "no"), (S.WAITING, "unauthorised"), (S.UNKNOWN, "unauthorised"), 300),
    "403": (no(403, "account closed"), (S.WAITING, "forbidden"), (S.UNKNOWN, "forbidden"), 300),
    "408": (no(408, "in process"), *twice("still_processing"), 125),
    "409": (no(409, ALREADY, mark=1), (S.REFUSED, "number_conflict"), (S.ISSUED, ""), None),
    "409 without a MARK": (
        no(409, ALREADY), (S.REFUSED, "number_conflict"), (S.ISSUED, "mark_pending"), None),
    "409, broken off": (
        answer(409, b'{"success": false, "mess'), *twice("answer_garbled"), 5),
    "409 of a stranger": (
        no(409, ALREADY, mark=1, internalId="theirs"),
        (S.REFUSED, "number_conflict"), (S.REFUSED, "number_conflict"), None),
    "409 about another": (
        no(409, ALREADY, mark=1, number="99"), *twice("answer_mismatch"), 5),
    "409 of a proxy": (
        answer(409, PAGE, "text/html"), *twice("not_the_provider"), 5),
    "228 in a 400": (
        no(400, "Aade Validation Error", myDataErrors=[
            {"key": 228, "value": "has already been sent for another invoice (MARK: 400001000000009)"}]),
        (S.REFUSED, "number_conflict"), (S.ISSUED, ""), None),
    "400 about another": (
        no(400, "wrong", number="99"), *twice("answer_mismatch"), 5),
    "429": (
        no(429, "slow", {"Retry_After": "17"}), *twice("too_many_requests"), 17),
    "500": (no(500, "oops"), *twice("provider_error"), 5),
    "500, resend": (
        no(500, "Could not accept document. Please resend."), *twice("provider_error"), 120),
    "503, later": (
        no(503, "busy", {"Retry_After": "300"}), *twice("provider_error"), 300),
    "a page with 200": (
        answer(200, PAGE, "text/html"), *twice("not_the_provider"), 5),
    "a page with 502": (
        answer(502, PAGE, "text/html"), *twice("not_the_provider"), 5),
    "a redirect": (
        answer(307, b"", Location="http://127.0.0.2:9/"), *twice("redirected"), 5),
    "truncated": (cut, *twice("answer_garbled"), 5),
    "broken off": (
        raw(http(201, b"x" * 100)[:-50]), *twice("connection_lost"), 5),
    "giant": (
        answer(201, b" " * (MAX_ANSWER + 1)), *twice("answer_too_large"), 5),
    "deep": (answer(201, b"[" * 200_000), *twice("answer_garbled"), 5),
    "dripping": (drip(b"HTTP/1.1 201 X\r\nX: " + b"x" * 500), *twice("time_limit"), 5),
    "wrong types": (
        says(201, mark=[1], success="yes"), *twice("not_submitted"), 5),
    "201 about another": (
        says(201, number="99"), *twice("answer_mismatch"), 5),
    "201 of a twin": (
        says(201, internalId="theirs"), *twice("answer_mismatch"), 5),
    "201 with MARK 0": (says(201, mark=0), *twice("mark_missing"), 5),
    "201 with another status": (
        says(201, status="PENDING"), *twice("not_submitted"), 5),
    "201": (says(201), (S.ISSUED, ""), (S.ISSUED, ""), None),
}  # fmt: skip


class OneWay:
    """A gateway that has one provider for everything."""

    def __init__(self, provider: HttpProvider) -> None:
        self.only = provider

    def provider(self, *_: object, **__: object) -> HttpProvider:
        return self.only


@pytest.fixture
def server() -> Iterator[Loopback]:
    loopback = Loopback()
    loopback.on("/Authentication/login", json_answer(200, tokens()))
    yield loopback
    loopback.close()


@pytest.fixture
def worker(tmp_path: Path, clock: Any) -> Iterator[Callable[..., Any]]:
    """Opens books and a worker that reaches the provider at an address."""
    store = open_store(tmp_path / "books.sqlite")
    opened: list[HttpProvider] = []

    def open_worker(url: str, sign_in: SignIn = SignIn.BEARER) -> tuple[SqlStore, Submitter]:
        opened.append(HttpProvider(url, lambda _: KEY, clock=clock, sign_in=sign_in, timeouts=QUICK))
        return store, Submitter(store.outbox, OneWay(opened[-1]), clock, lambda: 0.5)  # type: ignore[arg-type]

    yield open_worker
    for one in opened:
        one.close()
    store.close()


@pytest.fixture
def sealed_row(codes: Any, clock: Any) -> Callable[[SqlStore], Submission]:
    def seal(store: SqlStore) -> Submission:
        around = Surroundings(codes, athens_day(clock.now()))
        way = Way("uat", SignIn.BEARER, False)
        request, _ = seal_request(read_document(INVOICE), way, around, clock.now(), lambda: "our-id")
        return store.outbox.seal(request, clock.now())

    return seal


@pytest.fixture
def address(server: Loopback) -> Iterator[Callable[[str], str]]:
    """Where nobody can be reached, in each of the ways."""
    held: list[socket.socket] = []

    def make(fault: str) -> str:
        if fault == NO_NAME:
            return "https://einvoice.invalid"
        if fault == NO_TLS:
            return f"https://127.0.0.1:{server.port}"
        one = socket.socket()
        held.append(one)
        one.bind(("127.0.0.1", 0))
        if fault == FULL:
            one.listen(0)
            for _ in range(4):
                waiting = socket.socket()
                waiting.setblocking(False)
                waiting.connect_ex(one.getsockname())
                held.append(waiting)
        return f"http://127.0.0.1:{one.getsockname()[1]}"

    yield make
    for one in held:
        with closing(one):
            pass


def step(submitter: Submitter) -> Submission:
    done = submitter.step([Scope()], lambda _: None)
    assert done is not None
    return done


@pytest.mark.parametrize("fault", TABLE)
def test_what_follows_a_first_attempt(fault: str, server, worker, sealed_row, address, clock) -> None:
    does, (state, reason), _, wait = TABLE[fault]
    if not isinstance(does, str):
        server.on("/invoice/json", does)
    store, submitter = worker(address(does) if isinstance(does, str) else server.url)
    row = sealed_row(store)
    done = step(submitter)
    assert (done.state, done.reason, done.sealed) == (state, reason, row.sealed)
    assert done.may_have_arrived is (state is S.UNKNOWN)
    assert done.number_spent is (reason == "number_conflict")
    seconds = None if done.next_try_at is None else (done.next_try_at - clock.now()).total_seconds()
    assert seconds == (wait if state in (S.UNKNOWN, S.WAITING) else None)
    sent = server.sent("/invoice/json")
    # A 401 is tried once more, with a new token; nothing else is.
    assert len(sent) == (0 if isinstance(does, str) else 2 if fault == "401 twice" else 1)
    assert all(request.body == row.sealed.payload for request in sent)
    assert waits_for_a_person(done) is (fault in ("401 twice", "403"))
    assert len(store.outbox.journal(row.id)) == 1


@pytest.mark.parametrize("fault", TABLE)
def test_what_follows_an_attempt_that_may_have_arrived(
    fault: str, server, worker, sealed_row, address, clock
) -> None:
    does, _, (state, reason), _ = TABLE[fault]
    store, submitter = worker(server.url)
    row = sealed_row(store)
    server.on("/invoice/json", reset)
    unknown = step(submitter)
    assert unknown.state is S.UNKNOWN
    clock.moment = unknown.next_try_at
    if not isinstance(does, str):
        server.on("/invoice/json", does)
    else:
        _, submitter = worker(address(does))
    done = step(submitter)
    assert (done.state, done.reason) == (state, reason)
    assert done.may_have_arrived
    assert done.mark_pending is (reason == "mark_pending")
    assert {request.body for request in server.sent("/invoice/json")} == {row.sealed.payload}
    assert store.outbox.first_broken_attempt() is None


@pytest.mark.parametrize("sign_in", SignIn)
def test_tokens_and_keys_are_nowhere_in_the_books(
    sign_in: SignIn, server, worker, sealed_row, clock, tmp_path: Path
) -> None:
    """Against a server that shows in its answers whatever it was sent."""
    secrets = {"tok-access-secret-1", "tok-refresh-secret-1", "tok-access-secret-2", KEY}
    granted = iter([("tok-access-secret-1", "tok-refresh-secret-1"), ("tok-access-secret-2", "r2")] * 9)

    def echo(connection: socket.socket, request: Request) -> None:
        shown = "; ".join(f"{name}: {value}" for name, value in request.headers.items())
        told = of_the_document(request, success=False, message=shown, status=shown, myDataResponse=shown)
        connection.sendall(http(500, json.dumps(told).encode(), X_Shown=shown))

    def login(connection: socket.socket, _: Request) -> None:
        connection.sendall(http(200, json.dumps(tokens(*next(granted))).encode()))

    def oauth(connection: socket.socket, _: Request) -> None:
        access, refresh = next(granted)
        body = {"access_token": access, "refresh_token": refresh, "expires_in": 60}
        connection.sendall(http(200, json.dumps(body).encode()))

    server.on("/Authentication/login", login)
    server.on("/Authentication/refresh", login)
    server.on("/oauth/token", oauth)
    server.on("/invoice/json", no(401, "no"), echo, echo)
    store, submitter = worker(server.url, sign_in)
    row = sealed_row(store)
    for _ in range(3):
        clock.moment = step(submitter).next_try_at
    used = {value for request in server.sent("/invoice/json") for value in request.headers.values()}
    assert any(secret in value for secret in secrets for value in used)
    assert store.outbox.journal(row.id)[-1].outcome.answer
    store.close()
    written = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert row.sealed.payload in written
    assert [secret for secret in secrets if secret.encode() in written] == []


def test_a_hundred_megabytes_are_not_taken_in(server, worker, sealed_row) -> None:
    """Without a length in the head: nothing says beforehand that it will not end."""
    import tracemalloc

    sent = 0

    def endless(connection: socket.socket, _: Request) -> None:
        nonlocal sent
        connection.sendall(b"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n")
        chunk = b"100000\r\n" + b'{"a":[<b>\x1b' + b"x" * (0x100000 - 10) + b"\r\n"
        for _ in range(100):
            connection.sendall(chunk)
            sent += 1

    server.on("/invoice/json", endless)
    store, submitter = worker(server.url)
    sealed_row(store)
    tracemalloc.start()
    done = step(submitter)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (done.state, done.reason) == (S.UNKNOWN, "answer_too_large")
    assert peak < 40 * 1024 * 1024
    assert sent < 100


def test_markup_and_controls_in_an_answer_become_plain_words(server, worker, sealed_row) -> None:
    nasty = "<img src=x onerror=alert(1)>\x00\x1b[2J\u202e" + "ω" * 500
    server.on(
        "/invoice/json", no(400, nasty, errors=[f"{n} {nasty}" for n in range(100)], authenticationCode=nasty)
    )
    store, submitter = worker(server.url)
    sealed_row(store)
    done = step(submitter)
    assert done.state is S.REFUSED
    assert done.message.isprintable()
    assert len(done.message) <= 1000
    assert 0 < len(done.problems) <= 50
    assert all(problem.params["message"].isprintable() for problem in done.problems)
