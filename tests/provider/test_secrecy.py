"""No key and no token is ever where it could be read: logs, errors, outcomes, other hosts."""

from __future__ import annotations

import json
import logging
import socket
import traceback

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument, SignIn
from einvoice_desktop.provider import sign_in as sign_in_module
from einvoice_desktop.provider.client import HttpProvider
from tests.pgp_messages import message
from tests.provider.loopback import (
    KEY,
    HeldClock,
    Loopback,
    Opener,
    Request,
    Script,
    answer,
    hang_up,
    http,
    issued,
    json_answer,
    stall,
    tokens,
)

K = OutcomeKind
TOKEN, RENEWER = "eyJhbGciOiJIUzI1NiJ9.access.token", "eyJhbGciOiJIUzI1NiJ9.refresh.token"
SECRETS = (KEY, TOKEN, RENEWER)


def echo(status: int, content_type: str) -> Script:
    """A server's debugging page: shows the request that it did not like."""

    def script(connection: socket.socket, request: Request) -> None:
        shown = "\n".join(f"{name}: {value}" for name, value in request.headers.items())
        body = f"<html><title>{shown}</title>{shown}{request.body.decode()}</html>"
        if content_type != "text/html":
            body = json.dumps({"success": False, "message": shown + request.body.decode()})
        connection.sendall(http(status, body.encode(), content_type))

    return script


@pytest.mark.parametrize("sign_in", SignIn)
@pytest.mark.parametrize(
    ("path", "script"),
    [
        ("/invoice/json", json_answer(201, issued())),
        ("/invoice/json", echo(500, "text/html")),
        ("/invoice/json", echo(400, "application/json")),
        ("/invoice/json", echo(401, "application/json")),
        ("/invoice/json", stall),
        ("/invoice/json", hang_up),
        ("/Authentication/login", echo(400, "application/json")),
        ("/Authentication/login", echo(500, "text/html")),
        ("/Authentication/login", json_answer(200, {"AccessToken": None, "token": TOKEN})),
        ("/oauth/token", echo(400, "application/json")),
        ("/oauth/token", hang_up),
    ],
)
def test_nothing_that_is_written_down_holds_a_secret(
    path: str,
    script: Script,
    sign_in: SignIn,
    server: Loopback,
    provider: Opener,
    sealed: SealedDocument,
    clock: HeldClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.on("/Authentication/login", json_answer(200, tokens(TOKEN, RENEWER)))
    server.on("/oauth/token", json_answer(200, {"access_token": TOKEN, "refresh_token": RENEWER}))
    server.on(path, script)
    one = provider(server.url, sign_in=sign_in)
    outcomes = [one.submit(sealed)]
    clock.pass_time(15 * 60)
    outcomes.append(one.submit(sealed))
    written = caplog.text + repr(outcomes) + repr(vars(one)) + repr(one)
    written += "".join(repr(vars(part)) for part in (one._door, one._wire))
    assert "httpcore" in caplog.text
    assert [secret for secret in SECRETS if secret in written] == []
    assert [secret for secret in SECRETS for outcome in outcomes if secret.encode() in outcome.answer] == []


def test_an_error_on_the_way_out_quotes_no_secret(
    server: Loopback, provider: Opener, sealed: SealedDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bug of ours reaches the crash dialog with its whole chain of causes."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    server.on("/Authentication/login", json_answer(200, tokens(TOKEN, RENEWER)))
    monkeypatch.setattr(sign_in_module, "read_object", broken)
    with pytest.raises(ZeroDivisionError) as caught:
        provider(server.url).submit(sealed)
    shown = "".join(traceback.format_exception(caught.value))
    assert [secret for secret in SECRETS if secret in shown] == []


def test_a_redirect_is_not_followed_and_takes_no_credentials_along(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    elsewhere = Loopback()
    try:
        for path in ("/invoice/json", "/Authentication/login"):
            elsewhere.on(path, json_answer(201, issued()))
        for status in (301, 302, 303, 307, 308):
            moved = answer(status, b"", Location=f"{elsewhere.url}/invoice/json")
            server.on("/invoice/json", moved)
            outcome = provider(server.url).submit(sealed)
            assert (outcome.kind, outcome.reason) == (K.UNKNOWN, "redirected")
        server.on("/Authentication/login", answer(307, b"", Location=f"{elsewhere.url}/Authentication/login"))
        assert provider(server.url).submit(sealed).kind is K.NEVER_LEFT
        assert elsewhere.connections == 0
    finally:
        elsewhere.close()


def test_cookies_are_neither_kept_nor_sent(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    cookie = {"Set_Cookie": "session=abc; Path=/"}
    server.on("/Authentication/login", json_answer(200, tokens(), **cookie))
    server.on("/invoice/json", json_answer(201, issued(), **cookie))
    one = provider(server.url)
    one.submit(sealed)
    one.submit(sealed)
    assert all("cookie" not in request.headers for request in server.requests)


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("http://einvoiceapiuat.impact.gr", "server_not_https"),
        ("http://127.0.0.1.example.gr", "server_not_https"),
        ("http://0.0.0.0", "server_not_https"),
        ("https://user:hush@einvoice.example.gr", "server_unknown"),
        ("ftp://127.0.0.1", "server_unknown"),
    ],
)
def test_credentials_have_no_way_to_an_unsafe_address(address: str, code: str, clock: HeldClock) -> None:
    with pytest.raises(UserError) as caught:
        HttpProvider(address, lambda _: KEY, clock=clock)
    assert caught.value.code == code
    assert "hush" not in repr(caught.value)


@pytest.mark.parametrize("proxy", ["ftp://user:hush@127.0.0.1:1", "http://user:hush@127.0.0.1:port"])
def test_a_proxy_that_cannot_be_used_is_said_without_its_password(
    proxy: str, clock: HeldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(UserError) as caught:
        HttpProvider("https://einvoice.example.gr", lambda _: KEY, clock=clock)
    assert caught.value.code == "proxy_unusable"
    assert "hush" not in "".join(traceback.format_exception(caught.value))


# --- encrypted ----------------------------------------------------------------------------------------


def test_an_encrypted_document_goes_where_encrypted_ones_go(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    server.on("/Invoice/secure", json_answer(201, issued()))
    armoured = message()
    assert provider(server.url, encrypt=lambda _: armoured).submit(sealed).kind is K.ISSUED
    (sent,) = server.sent("/Invoice/secure")
    assert (sent.body, sent.headers["content-type"]) == (armoured, "application/pgp-encrypted")
    assert server.sent("/invoice/json") == []


def test_what_cannot_be_encrypted_does_not_leave(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    def no_key(_: bytes) -> bytes:
        raise UserError("pgp_key_expired")

    def broken(_: bytes) -> bytes:
        raise OSError("gpg: cannot find " + sealed.payload.decode())

    reasons = []
    for encrypt in (no_key, broken, lambda _: b"", lambda plain: plain, lambda plain: message() + plain):
        outcome = provider(server.url, encrypt=encrypt).submit(sealed)
        assert outcome.kind is K.NEVER_LEFT
        reasons.append(outcome.reason)
    assert reasons == ["pgp_key_expired", *["encryption_failed"] * 4]
    assert server.connections == 0
