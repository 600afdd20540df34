"""A try of the connection says what is wrong with a server's certificate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.provider.checking.conftest import Try, told
from tests.provider.loopback import Loopback


def test_an_authority_that_nobody_trusts_is_told_as_that(
    secure: Callable[..., Loopback], attempt: Try
) -> None:
    server = secure()
    check = attempt(server.url)
    assert told(check) == "connection_certificate_untrusted"
    assert check.verdict.params == {"host": "127.0.0.1"}
    assert server.requests == [], "the key did not leave"


@pytest.mark.parametrize(
    ("days", "subject", "code"),
    [
        (-1, "IP:127.0.0.1", "connection_signed_in"),
        (-1, "DNS:einvoice.example.gr", "connection_certificate_name"),
        (-31, "IP:127.0.0.1", "connection_certificate_expired"),
        (365, "IP:127.0.0.1", "connection_clock_too_early"),
    ],
)
def test_what_the_systems_store_says_of_a_certificate_counts(
    days: int,
    subject: str,
    code: str,
    authority: Path,
    secure: Callable[..., Loopback],
    attempt: Try,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))
    server = secure(days, subject)
    assert told(attempt(server.url)) == code
    assert len(server.requests) == (code == "connection_signed_in")


def test_a_server_without_tls_is_no_secure_one(server: Loopback, attempt: Try) -> None:
    assert told(attempt(server.url.replace("http:", "https:"))) == "connection_no_tls"
    assert server.requests == []
