"""Fetching over a real socket: bounded, from that address alone, and with nothing of the office in it."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from einvoice_desktop import __version__
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.provider import wire
from einvoice_desktop.provider.downloads import Patience, WebDownloads
from tests.provider.loopback import Loopback, answer, drip, hang_up, http, raw, stall

HASTE = Patience(connect=2.0, read=0.5, answer=1.0, package=1.0)


@pytest.fixture
def web() -> Iterator[Loopback]:
    server = Loopback()
    yield server
    server.close()


def refused(deed: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        deed()
    return caught.value.code


def test_what_lies_there_is_fetched_with_the_version_as_the_only_mark(web: Loopback) -> None:
    web.on("/update.json", answer(200, b"{}"))
    assert WebDownloads().fetch(f"{web.url}/update.json", 100) == b"{}"
    (request,) = web.requests
    assert request.method == "GET"
    assert request.body == b""
    assert request.headers == {
        "host": f"127.0.0.1:{web.port}",
        "accept": "*/*",
        "accept-encoding": "identity",
        "connection": "keep-alive",
        "user-agent": f"einvoice-desktop/{__version__}",
    }


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(web: Loopback, status: int) -> None:
    web.on("/update.json", answer(status, b"", Location=f"{web.url}/other"))
    web.on("/other", answer(200, b"{}"))
    assert refused(lambda: WebDownloads().fetch(f"{web.url}/update.json", 100)) == "update_redirected"
    assert web.paths() == ["/update.json"]


@pytest.mark.parametrize(
    "address", ["http://example.org/u", "ftp://127.0.0.1/u", "file:///etc/passwd", "", "u"]
)
def test_nothing_but_https_is_asked(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire.httpx, "Client", lambda **_: pytest.fail("a connection was made"))
    assert refused(lambda: WebDownloads().fetch(address, 10)) == "update_not_https"


def test_more_than_was_announced_is_not_taken(web: Loopback) -> None:
    taken: list[bytes] = []
    web.on("/told", answer(200, b"x" * 11))
    web.on("/untold", raw(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + b"x" * 600_000))
    stream = WebDownloads().stream
    assert refused(lambda: stream(f"{web.url}/told", 10, taken.append, lambda: False)) == "update_too_large"
    assert taken == []
    assert (
        refused(lambda: stream(f"{web.url}/untold", 500_000, taken.append, lambda: False))
        == "update_too_large"
    )
    assert sum(map(len, taken)) <= 500_000


def test_a_line_that_breaks_or_sleeps_is_told_apart(web: Loopback) -> None:
    get = WebDownloads(HASTE).fetch
    web.on("/short", raw(http(200, b"x" * 100)[:-50]))
    assert refused(lambda: get(f"{web.url}/short", 100)) == "update_cut_off"
    web.on("/gone", hang_up)
    assert refused(lambda: get(f"{web.url}/gone", 100)) == "update_cut_off"
    web.on("/asleep", stall)
    assert refused(lambda: get(f"{web.url}/asleep", 100)) == "update_slow"
    assert refused(lambda: get(f"{web.url}/missing", 100)) == "update_answer"
    address = web.url
    web.close()
    assert refused(lambda: get(f"{address}/closed", 100)) == "update_unreachable"


def test_a_server_that_drips_is_left_when_the_time_is_over(web: Loopback) -> None:
    web.on("/slow", drip(http(200, b"x" * 200), 0.02))
    assert refused(lambda: WebDownloads(HASTE).fetch(f"{web.url}/slow", 1000)) == "update_slow"


def test_the_person_can_stop_it(web: Loopback) -> None:
    web.on("/big", answer(200, b"x" * 2_000_000))
    taken: list[bytes] = []
    stream = WebDownloads().stream
    stopped = lambda: len(taken) > 1  # noqa: E731
    assert refused(lambda: stream(f"{web.url}/big", 2_000_000, taken.append, stopped)) == "update_stopped"
    assert len(taken) == 2


def test_a_certificate_that_the_system_does_not_know_is_refused(tmp_path: Path) -> None:
    certificate, key = tmp_path / "c.pem", tmp_path / "k.pem"
    words = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    subprocess.run([*words, *names, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = Loopback(tls=context)
    try:
        server.on("/update.json", answer(200, b"{}"))
        assert refused(lambda: WebDownloads().fetch(f"{server.url}/update.json", 10)) == "update_unreachable"
        assert server.requests == []
    finally:
        server.close()
