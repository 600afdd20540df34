"""A try of the connection says in words what is wrong, and sends no document, whatever the line does."""

from __future__ import annotations

import json
import logging
import socket
import ssl
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import StepEnd, StepName
from einvoice_desktop.domain.submission import SignIn
from einvoice_desktop.provider.line_words import line_fault
from tests.provider.checking.conftest import LOGIN, PAGE, Try, told
from tests.provider.loopback import (
    KEY,
    VAT,
    HangUp,
    HeldClock,
    Loopback,
    Request,
    Script,
    answer,
    drip,
    hang_up,
    http,
    json_answer,
    reset,
    stall,
    tokens,
)

# --- it works -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("sign_in", SignIn)
def test_it_works_and_says_till_when(
    sign_in: SignIn, server: Loopback, attempt: Try, clock: HeldClock
) -> None:
    server.on("/oauth/token", json_answer(200, {"access_token": "access-1", "expires_in": 600}))
    check = attempt(server.url, sign_in)
    assert check.is_fine
    minutes = {SignIn.BEARER: 15, SignIn.OAUTH: 10}.get(sign_in)
    assert check.until == (clock.wall + timedelta(minutes=minutes) if minutes else None)
    assert told(check) == ("connection_signed_in" if minutes else "connection_key_taken")
    assert [step.name for step in check.steps][:2] == [StepName.KEY, StepName.LINE]
    # The key in a header can be tried only with a document: so it is tried by a sign-in.
    assert server.paths() == ["/oauth/token" if sign_in is SignIn.OAUTH else LOGIN]


@pytest.mark.parametrize(
    ("hours", "code"),
    [(0, "connection_clock_right"), (3, "connection_clock_behind"), (-26280, "connection_clock_ahead")],
)
def test_a_wrong_clock_is_told_and_stops_nothing(
    hours: int, code: str, server: Loopback, attempt: Try, clock: HeldClock
) -> None:
    date = format_datetime((clock.wall + timedelta(hours=hours)).replace(tzinfo=UTC), usegmt=True)
    server.on(LOGIN, json_answer(200, tokens(), Date=date))
    check = attempt(server.url)
    (step,) = [step for step in check.steps if step.name is StepName.CLOCK]
    assert step.code == code
    assert step.end is (StepEnd.WARNING if hours else StepEnd.FINE)
    assert check.is_fine
    assert check.until == clock.wall + timedelta(minutes=15)


@pytest.mark.parametrize("date", ["", "yesterday", "Mon, 99 Foo 2026 25:00:00 GMT", "x" * 5000])
def test_a_server_that_tells_no_time_is_no_trouble(date: str, server: Loopback, attempt: Try) -> None:
    server.on(LOGIN, json_answer(200, tokens(), Date=date))
    assert attempt(server.url).is_fine


# --- the key ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["api_key_missing", "keyring_locked", "keyring_absent"])
def test_without_a_key_nobody_is_asked(code: str, server: Loopback, attempt: Try) -> None:
    def none(vat: str) -> str:
        raise UserError(code, server="uat", vat=vat)

    check = attempt(server.url, key=none)
    assert told(check) == code
    assert (check.verdict.name, check.is_fine) == (StepName.KEY, False)
    assert server.connections == 0


def test_a_key_that_cannot_be_sent_is_not(server: Loopback, attempt: Try) -> None:
    assert told(attempt(server.url, key=lambda _: "κλειδί")) == "api_key_unusable"
    assert server.connections == 0


@pytest.mark.parametrize("status", [400, 401, 403, 422])
def test_a_refused_key_is_told_with_the_providers_words(status: int, server: Loopback, attempt: Try) -> None:
    server.on(LOGIN, json_answer(status, {"success": False, "message": f"No entry for {KEY}"}))
    check = attempt(server.url)
    assert told(check) == "connection_key_refused"
    assert check.verdict.params == {"vat": VAT, "words": "No entry for ***"}
    assert check.verdict.name is StepName.SIGN_IN


def test_oauth_refuses_in_its_own_words(server: Loopback, attempt: Try) -> None:
    refused = {"error": "invalid_request", "error_description": "Invalid credentials"}
    server.on("/oauth/token", json_answer(400, refused))
    check = attempt(server.url, SignIn.OAUTH)
    assert (told(check), check.verdict.params["words"]) == ("connection_key_refused", "Invalid credentials")


# --- the line -----------------------------------------------------------------------------------------

ANSWERS: dict[str, tuple[Script, str]] = {
    "a page of a hotel": (answer(200, PAGE, "text/html"), "connection_portal"),
    "a page that says no": (answer(403, PAGE, "text/html"), "connection_portal"),
    "a network that wants a sign-in": (answer(511, PAGE, "text/html"), "connection_portal"),
    "a redirect": (answer(302, b"", Location="http://login.hotel.example/x?y=1"), "connection_portal"),
    "a redirect to nowhere": (answer(307, b"", Location="http://[::1"), "connection_no_provider"),
    "a web server": (answer(404, PAGE, "text/html"), "connection_no_provider"),
    "another service": (json_answer(404, {"detail": "Not Found"}), "connection_no_provider"),
    "a service that takes no POST": (answer(405, b""), "connection_no_provider"),
    "a provider that is down": (json_answer(503, {"message": "busy"}), "connection_provider_down"),
    "a gateway before it": (answer(502, PAGE, "text/html"), "connection_provider_down"),
    "a success without a token": (json_answer(200, {"success": True}), "connection_no_token"),
    "half an answer": (answer(200, b'{"accessToken": "abc'), "connection_no_token"),
    "a giant answer": (answer(200, b"x" * 5_000_000), "connection_no_provider"),
    "silence": (stall, "connection_no_answer"),
    "a drip": (drip(http(200, json.dumps(tokens()).encode())), "connection_no_answer"),
    "a hang-up": (hang_up, "connection_lost_midway"),
    "a reset": (reset, "connection_lost_midway"),
}


@pytest.mark.parametrize("who", ANSWERS)
@pytest.mark.parametrize("sign_in", [SignIn.BEARER, SignIn.OAUTH])
def test_what_answers_there_is_told(who: str, sign_in: SignIn, server: Loopback, attempt: Try) -> None:
    script, code = ANSWERS[who]
    for path in (LOGIN, "/oauth/token"):
        server.on(path, script)
    started = time.monotonic()
    check = attempt(server.url, sign_in)
    assert told(check) == code
    assert not check.is_fine
    assert check.until is None
    assert time.monotonic() - started < 10
    assert server.sent("/invoice/json") == []


def test_a_portal_is_named(server: Loopback, attempt: Try) -> None:
    server.on(LOGIN, answer(200, PAGE, "text/html"))
    assert attempt(server.url).verdict.params["title"] == "Free Wi-Fi"
    server.on(LOGIN, answer(302, b"", Location="http://login.hotel.example/x?key=1"))
    assert attempt(server.url).verdict.params["title"] == "login.hotel.example"


def test_nobody_listens(attempt: Try) -> None:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{probe.getsockname()[1]}"
        assert told(attempt(address)) == "connection_nobody_listens"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (socket.gaierror(socket.EAI_NONAME, "no such name"), "connection_no_name"),
        (socket.gaierror(socket.EAI_AGAIN, "nobody to ask"), "connection_no_network"),
    ],
)
def test_a_name_that_cannot_be_looked_up(
    error: OSError, code: str, attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(socket, "getaddrinfo", fails)
    assert told(attempt("https://einvoice.example.gr")) == code


@pytest.mark.parametrize("number", [101, 100, 113])
def test_no_network(number: int, attempt: Try, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(number, "unreachable")

    monkeypatch.setattr(socket, "create_connection", fails)
    assert told(attempt("https://einvoice.example.gr")) == "connection_no_network"


# --- secrets ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", ANSWERS)
def test_nothing_that_is_told_or_written_holds_a_secret(
    who: str, server: Loopback, attempt: Try, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    def echo(connection: socket.socket, request: Request) -> None:
        connection.sendall(http(401, json.dumps({"message": request.body.decode()}).encode()))
        raise HangUp

    for script in (ANSWERS[who][0], echo, json_answer(200, tokens("very-secret-1", "very-secret-2"))):
        server.on(LOGIN, script)
        written = repr(attempt(server.url)) + caplog.text
        assert not [secret for secret in (KEY, "very-secret") if secret in written]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (0x800B0101, "connection_certificate_expired"),
        (0x800B0101 - 2**32, "connection_certificate_expired"),
        (0x800B010F, "connection_certificate_name"),
        (0x800B0109, "connection_certificate_untrusted"),
        (20, "connection_certificate_untrusted"),
        (9, "connection_clock_too_early"),
    ],
)
def test_windows_numbers_for_a_bad_certificate_are_known_too(number: int, code: str) -> None:
    bad = ssl.SSLCertVerificationError("bad")
    bad.verify_code = number
    error = httpx.ConnectError("bad")
    error.__context__ = bad
    fault = line_fault(error, "https://einvoice.example.gr", None, datetime.now(UTC))
    assert fault.code == code
    assert fault.params["host"] == "einvoice.example.gr"
