"""A try of the connection through a proxy: it is used, named, and learns no secret of ours."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.provider.checking.conftest import LOGIN, Try, told
from tests.provider.loopback import KEY, Loopback
from tests.provider.proxy import Proxy


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    """The system's proxy: it leads every name to this machine."""
    for name in ("NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    one = Proxy()
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{one.port}")
    yield one
    one.close()


@pytest.fixture
def behind_proxy(
    authority: Path, secure: Callable[..., Loopback], proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> Loopback:
    """The provider under a name that only the proxy knows the way to."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authority / "ca.pem"))
    server = secure(-1, "DNS:einvoice.example.gr")
    proxy.leads_to = server.port
    return server


def test_the_systems_proxy_is_used_and_sees_nothing_but_the_name(
    behind_proxy: Loopback, proxy: Proxy, attempt: Try
) -> None:
    assert told(attempt("https://einvoice.example.gr")) == "connection_signed_in"
    assert proxy.asked == ["CONNECT einvoice.example.gr:443 HTTP/1.1"]
    assert len(behind_proxy.sent(LOGIN)) == 1
    assert KEY.encode() not in proxy.heard


def test_a_proxys_password_in_its_address_is_shown_to_it_alone(
    behind_proxy: Loopback, proxy: Proxy, attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.wants = "user:hush"
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:hush@127.0.0.1:{proxy.port}")
    assert told(attempt("https://einvoice.example.gr")) == "connection_signed_in"
    assert all("proxy-authorization" not in request.headers for request in behind_proxy.requests)


def test_a_proxy_that_wants_a_password_says_so(
    behind_proxy: Loopback, proxy: Proxy, attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.wants = "user:hush"
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:wrong-hush@127.0.0.1:{proxy.port}")
    check = attempt("https://einvoice.example.gr")
    assert told(check) == "connection_proxy_password"
    assert check.verdict.params == {"proxy": f"127.0.0.1:{proxy.port}"}
    assert "hush" not in repr(check)
    assert behind_proxy.connections == 0


def test_a_proxys_own_page_is_told_as_the_proxys(behind_proxy: Loopback, proxy: Proxy, attempt: Try) -> None:
    proxy.refuses = (
        b"HTTP/1.1 403 Blocked by policy\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
    )
    check = attempt("https://einvoice.example.gr")
    assert told(check) == "connection_proxy_refused"
    assert check.verdict.params["words"] == "403 Blocked by policy"
    assert behind_proxy.connections == 0


def test_a_proxy_that_opens_connections_is_found_out(
    secure: Callable[..., Loopback], proxy: Proxy, attempt: Try
) -> None:
    """Its certificate is none that the system trusts: so no key goes to it."""
    server = secure(-1, "DNS:einvoice.example.gr")
    proxy.leads_to = server.port
    assert told(attempt("https://einvoice.example.gr")) == "connection_certificate_untrusted"
    assert server.requests == []


def test_a_proxy_that_is_not_there_is_named(attempt: Try, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        gone = f"127.0.0.1:{probe.getsockname()[1]}"
        monkeypatch.setenv("HTTPS_PROXY", f"http://user:hush@{gone}")
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        check = attempt("https://einvoice.example.gr")
    assert told(check) == "connection_proxy_absent"
    assert check.verdict.params == {"proxy": gone}


def test_a_proxy_that_cannot_be_used_is_told_without_its_password(
    attempt: Try, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv("HTTPS_PROXY", "ftp://user:hush@127.0.0.1:1")
    check = attempt("https://einvoice.example.gr")
    assert told(check) == "proxy_unusable"
    assert "hush" not in repr(check)
