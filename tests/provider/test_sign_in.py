"""Signing in: once for many, once more after a 401, and never where it does not belong."""

from __future__ import annotations

import json
import socket
import threading
import time

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.submission import SealedDocument, SignIn
from einvoice_desktop.provider.wire import Timeouts
from tests.provider.loopback import (
    KEY,
    VAT,
    HeldClock,
    Loopback,
    Opener,
    Request,
    Script,
    answer,
    http,
    issued,
    json_answer,
    other,
    reset,
    stall,
    tokens,
)
from tests.provider.signing_in import INVOICE, LOGIN, K, bearers, counted_tokens, together


def test_the_login_names_the_issuer_and_its_key(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    asked: list[str] = []

    def key_of(vat: str) -> str:
        asked.append(vat)
        return f" {KEY}\n"

    assert provider(server.url, api_key=key_of).submit(sealed).kind is K.ISSUED
    login, invoice = server.requests
    assert (login.method, login.path) == ("POST", LOGIN)
    assert json.loads(login.body) == {"vat": f"EL{VAT}", "key": KEY}
    assert "authorization" not in login.headers
    assert (invoice.method, invoice.path) == ("POST", "/invoice/json")
    assert invoice.headers["authorization"] == "Bearer access-1"
    assert invoice.headers["content-type"] == "application/json"
    assert invoice.headers["content-length"] == str(len(sealed.payload))
    assert "transfer-encoding" not in invoice.headers
    assert "cookie" not in invoice.headers
    assert invoice.body == sealed.payload
    assert asked == [VAT]


@pytest.mark.parametrize("refusal", [400, 401, 403, 422])
@pytest.mark.parametrize("sign_in", [SignIn.BEARER, SignIn.OAUTH])
def test_a_server_that_knows_bare_digits_is_asked_again_and_remembered(
    sign_in: SignIn,
    refusal: int,
    server: Loopback,
    provider: Opener,
    sealed: SealedDocument,
    clock: HeldClock,
) -> None:
    def bare_only(connection: socket.socket, request: Request) -> None:
        if f"EL{VAT}" in request.body.decode():
            connection.sendall(http(refusal, b'{"message": "Vat is not known"}'))
            return
        granted = {**tokens(), "access_token": "access-1", "expires_in": 900}
        connection.sendall(http(200, json.dumps(granted).encode()))

    path = LOGIN if sign_in is SignIn.BEARER else "/oauth/token"
    server.on(path, bare_only)
    one = provider(server.url, sign_in=sign_in)
    assert one.submit(sealed).kind is K.ISSUED
    assert len(server.sent(path)) == 2
    clock.pass_time(8 * 24 * 3600)
    assert one.submit(sealed).kind is K.ISSUED
    assert len(server.sent(path)) == 3, "the form that was taken comes first from then on"


def test_a_refusal_in_both_forms_is_told_in_the_words_of_the_first(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    words = [json_answer(401, {"message": words}) for words in ("Authentication failed", "Vat is malformed")]
    server.on(LOGIN, *words)
    outcome = provider(server.url).submit(sealed)
    assert (outcome.kind, outcome.reason) == (K.UNAUTHORISED, "key_refused")
    assert outcome.message == "Authentication failed"


@pytest.mark.parametrize("trouble", [answer(503, b"{}"), answer(404, b""), answer(200, b"{}")])
def test_what_is_no_refusal_is_not_asked_again_in_another_form(
    trouble: Script, server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on(LOGIN, trouble)
    assert provider(server.url).submit(sealed).kind is K.NEVER_LEFT
    assert len(server.sent(LOGIN)) == 1


def test_another_countrys_number_keeps_its_own_prefix(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on(LOGIN, answer(401, b"{}"))
    provider(server.url).submit(other(sealed, issuer_vat="CY10259033P"))
    assert [json.loads(login.body)["vat"] for login in server.sent(LOGIN)] == ["CY10259033P"]


def test_fifty_threads_sign_in_once(server: Loopback, provider: Opener, sealed: SealedDocument) -> None:
    def slow_login(connection: socket.socket, _: Request) -> None:
        time.sleep(0.3)
        connection.sendall(http(200, json.dumps(tokens()).encode()))

    server.on(LOGIN, slow_login)
    one = provider(server.url, timeouts=Timeouts(total=20.0))
    outcomes = together(50, lambda: one.submit(sealed))
    assert {outcome.kind for outcome in outcomes} == {K.ISSUED}
    assert len(server.sent(LOGIN)) == 1
    assert len(server.sent(INVOICE)) == 50


def test_fifty_threads_with_a_wrong_key_try_it_once(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    def slow_no(connection: socket.socket, _: Request) -> None:
        time.sleep(0.5)
        connection.sendall(http(401, b'{"message": "Authentication failed"}'))

    server.on(LOGIN, slow_no)
    one = provider(server.url, timeouts=Timeouts(total=20.0))
    outcomes = together(50, lambda: one.submit(sealed))
    assert {(outcome.kind, outcome.reason) for outcome in outcomes} == {(K.UNAUTHORISED, "key_refused")}
    assert [json.loads(login.body)["vat"] for login in server.sent(LOGIN)] == [f"EL{VAT}", VAT]
    assert server.sent(INVOICE) == []


def test_fifty_threads_whose_token_was_refused_sign_in_once_more(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    gate = threading.Barrier(50)

    def only_the_second(connection: socket.socket, request: Request) -> None:
        if request.headers["authorization"] == "Bearer access-1":
            gate.wait(10)
            connection.sendall(http(401, b"{}"))
        else:
            connection.sendall(http(201, json.dumps(issued()).encode()))

    server.on(LOGIN, counted_tokens())
    server.on(INVOICE, only_the_second)
    one = provider(server.url, timeouts=Timeouts(total=20.0))
    outcomes = together(50, lambda: one.submit(sealed))
    assert {outcome.kind for outcome in outcomes} == {K.ISSUED}
    assert len(server.sent(LOGIN)) == 2


def test_those_who_wait_for_a_sign_in_do_not_wait_for_ever(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on(LOGIN, stall)
    one = provider(server.url, timeouts=Timeouts(read=5.0, total=0.5))
    started = time.monotonic()
    outcomes = together(5, lambda: one.submit(sealed))
    assert {(outcome.kind, outcome.reason) for outcome in outcomes} == {(K.NEVER_LEFT, "time_limit")}
    assert time.monotonic() - started < 2.0


def test_each_issuer_has_tokens_of_its_own(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on(LOGIN, counted_tokens())
    one = provider(server.url)
    one.submit(sealed)
    one.submit(other(sealed, issuer_vat="090000045"))
    one.submit(sealed)
    assert bearers(server) == ["Bearer access-1", "Bearer access-2", "Bearer access-1"]
    assert [json.loads(login.body)["vat"] for login in server.sent(LOGIN)] == ["EL094014201", "EL090000045"]


# --- 401 ----------------------------------------------------------------------------------------------


def test_a_refused_token_is_replaced_once_and_the_document_sent_once_more(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on(LOGIN, counted_tokens())
    server.on(INVOICE, answer(401, b""), json_answer(201, issued()))
    assert provider(server.url).submit(sealed).kind is K.ISSUED
    assert server.paths() == [LOGIN, INVOICE, LOGIN, INVOICE]
    assert bearers(server) == ["Bearer access-1", "Bearer access-2"]
    assert {request.body for request in server.sent(INVOICE)} == {sealed.payload}


def test_a_second_401_is_for_a_person_and_the_next_try_signs_in_anew(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    refused = json_answer(401, {"success": False, "message": "Authentication failed"})
    server.on(INVOICE, refused, refused, json_answer(201, issued()))
    one = provider(server.url)
    outcome = one.submit(sealed)
    assert (outcome.kind, outcome.reason) == (K.UNAUTHORISED, "unauthorised")
    assert (outcome.message, outcome.http_status) == ("Authentication failed", 401)
    assert server.paths() == [LOGIN, INVOICE, LOGIN, INVOICE]
    assert one.submit(sealed).kind is K.ISSUED
    assert server.paths()[4:] == [LOGIN, INVOICE]


def test_after_a_401_the_second_answer_counts_whatever_it_is(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on(INVOICE, answer(401, b""), reset)
    outcome = provider(server.url).submit(sealed)
    assert (outcome.kind, outcome.reason) == (K.UNKNOWN, "connection_lost")


def test_no_key_at_hand_is_for_a_person(server: Loopback, provider: Opener, sealed: SealedDocument) -> None:
    def locked(_: str) -> str:
        raise UserError("keyring_locked")

    outcome = provider(server.url, api_key=locked).submit(sealed)
    assert (outcome.kind, outcome.reason) == (K.UNAUTHORISED, "keyring_locked")
    assert server.connections == 0


@pytest.mark.parametrize("key", ["", "  ", "one two", "κλειδί", "one\r\nX: two", "x" * 9000])
@pytest.mark.parametrize("sign_in", SignIn)
def test_a_key_that_fits_no_header_is_never_sent(
    key: str, sign_in: SignIn, server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    outcome = provider(server.url, api_key=lambda _: key, sign_in=sign_in).submit(sealed)
    assert (outcome.kind, outcome.reason) == (K.UNAUTHORISED, "api_key_unusable")
    assert server.connections == 0


# --- the other two ways in ----------------------------------------------------------------------------


def test_with_the_key_itself_nobody_signs_in(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    asked: list[str] = []

    def key_of(vat: str) -> str:
        asked.append(vat)
        return KEY

    one = provider(server.url, sign_in=SignIn.APIKEY, api_key=key_of)
    assert {one.submit(sealed).kind for _ in range(3)} == {K.ISSUED}
    assert server.paths() == [INVOICE] * 3
    assert {request.headers["apikey"] for request in server.requests} == {KEY}
    assert all("authorization" not in request.headers for request in server.requests)
    assert asked == [VAT]


def test_a_refused_key_is_looked_up_again_and_sent_only_if_it_changed(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    keys = iter(["old-key", "old-key", "old-key", "new-key"])
    # Asked: before and after the first 401, before and after the second.
    server.on(INVOICE, answer(401, b""), answer(401, b""), json_answer(201, issued()))
    one = provider(server.url, sign_in=SignIn.APIKEY, api_key=lambda _: next(keys))
    assert one.submit(sealed).kind is K.UNAUTHORISED
    assert len(server.requests) == 1
    assert one.submit(sealed).kind is K.ISSUED
    assert [request.headers["apikey"] for request in server.requests] == ["old-key", "old-key", "new-key"]


def test_oauth_takes_its_lifetime_from_the_answer(
    server: Loopback, provider: Opener, sealed: SealedDocument, clock: HeldClock
) -> None:
    def grant(number: int) -> Script:
        token = {"access_token": f"oauth-{number}", "token_type": "Bearer", "expires_in": 600}
        return json_answer(200, {**token, "refresh_token": f"again+{number}"})

    server.on("/oauth/token", grant(1), grant(2))
    one = provider(server.url, sign_in=SignIn.OAUTH)
    one.submit(sealed)
    clock.pass_time(539)
    one.submit(sealed)
    clock.pass_time(2)
    one.submit(sealed)
    first, second = server.sent("/oauth/token")
    assert first.headers["content-type"] == "application/x-www-form-urlencoded"
    assert first.body == f"grant_type=client_credentials&client_id=EL{VAT}&client_secret={KEY}".encode()
    assert second.body == b"grant_type=refresh_token&refresh_token=again%2B1"
    assert bearers(server) == ["Bearer oauth-1", "Bearer oauth-1", "Bearer oauth-2"]


def test_oauth_says_no_in_its_own_words(server: Loopback, provider: Opener, sealed: SealedDocument) -> None:
    refused = {"error": "invalid_request", "error_description": "Invalid credentials"}
    server.on("/oauth/token", json_answer(400, refused))
    outcome = provider(server.url, sign_in=SignIn.OAUTH).submit(sealed)
    assert (outcome.kind, outcome.reason) == (K.UNAUTHORISED, "key_refused")
    assert outcome.message == "Invalid credentials"
