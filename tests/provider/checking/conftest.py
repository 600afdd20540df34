"""A try of the connection against a server of the test, and what it says."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from einvoice_desktop.app.ports import ConnectionCheck
from einvoice_desktop.bootstrap import open_messages
from einvoice_desktop.domain.submission import SignIn
from einvoice_desktop.provider.checking import Target, check_connection
from einvoice_desktop.provider.wire import Timeouts
from tests.provider.loopback import KEY, VAT, HeldClock, Loopback, json_answer, tokens

LOGIN = "/Authentication/login"
FEW = Timeouts(connect=0.5, read=0.5, write=0.5, total=1.0)
PAGE = b"<!DOCTYPE html><html><head><title>Free Wi-Fi</title></head></html>"
Try = Callable[..., ConnectionCheck]


@pytest.fixture
def attempt(clock: HeldClock) -> Try:
    def go(
        address: str,
        sign_in: SignIn = SignIn.BEARER,
        key: Callable[[str], str] = lambda _: KEY,
        timeouts: Timeouts = FEW,
    ) -> ConnectionCheck:
        target = Target(address, VAT, sign_in)
        return check_connection(target, key, clock, timeouts=timeouts, monotonic=clock.monotonic)

    return go


def told(check: ConnectionCheck) -> str:
    """The verdict in both languages; a sentence with a hole in it is none."""
    step, messages = check.verdict, open_messages()
    sentences = [messages.sentence(step.code, step.params, language) for language in ("el", "en")]
    assert all(sentences)
    assert step.code not in sentences[0]
    assert not any("{" in sentence for sentence in sentences), sentences
    return step.code


def _openssl(*words: str | Path) -> None:
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an authority of our own: ca.pem, ca.key."""
    folder = tmp_path_factory.mktemp("authority")
    subject = ("-subj", "/CN=Authority of this test", "-days", "3650")
    request = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", *subject)
    extensions = ("-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=keyCertSign,cRLSign")
    _openssl(*request, *extensions, "-keyout", folder / "ca.key", "-out", folder / "ca.pem")
    return folder


def _certificate(authority: Path, name: str, subject: str, since: datetime, until: datetime) -> Path:
    """A certificate of that authority with its key, in one file."""
    key, request, made = (authority / f"{name}.{kind}" for kind in ("key", "csr", "pem"))
    _openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=x", "-keyout", key, "-out", request)
    config = authority / f"{name}.cnf"
    (authority / f"{name}.db").write_text("")
    config.write_text(
        f"[ca]\ndefault_ca=d\n[d]\ndatabase={authority / name}.db\nnew_certs_dir={authority}\n"
        f"rand_serial=yes\ndefault_md=sha256\npolicy=p\nx509_extensions=e\n[p]\ncommonName=supplied\n"
        f"[e]\nsubjectAltName={subject}\nbasicConstraints=CA:FALSE\n"
    )
    dates = [moment.strftime("%y%m%d%H%M%SZ") for moment in (since, until)]
    period = ("-startdate", dates[0], "-enddate", dates[1])
    whose = ("-cert", authority / "ca.pem", "-keyfile", authority / "ca.key", "-config", config)
    _openssl("ca", "-batch", "-notext", "-in", request, "-out", made, *whose, *period)
    made.write_bytes(key.read_bytes() + made.read_bytes())
    return made


@pytest.fixture
def secure(authority: Path) -> Iterator[Callable[..., Loopback]]:
    opened: list[Loopback] = []

    def go(days: int = -1, subject: str = "IP:127.0.0.1") -> Loopback:
        since = datetime.now(UTC) + timedelta(days=days)
        name = f"server{len(list(authority.iterdir()))}"
        made = _certificate(authority, name, subject, since, since + timedelta(days=30))
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(made)
        server = Loopback(tls=tls)
        server.on(LOGIN, json_answer(200, tokens()))
        opened.append(server)
        return server

    yield go
    for server in opened:
        server.close()
