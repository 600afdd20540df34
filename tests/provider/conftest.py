"""A provider on a real socket, a held clock, and a sealed document to send."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.submission import SealedDocument
from tests.provider.loopback import VAT, HeldClock, Loopback, Opener, issued, json_answer, tokens
from tests.provider.practised import KEY

T = TypeVar("T")


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[Any]:
    """A practice provider on a loopback port: (its address, the provider itself)."""
    made = bootstrap.Practice(tmp_path / "provider")
    server = made.serve(0)
    assert server is not None
    yield server.address, made
    made.close()


@pytest.fixture
def desk(practice: Any, tmp_path: Path) -> Iterator[Desk]:
    options = bootstrap.Options(
        tmp_path / "desk", server=practice[0], sign_in="apikey", retry_after=0.05, database_url=None
    )
    opened = bootstrap.open_desk(options, KEY)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> HeldClock:
    return HeldClock()


@pytest.fixture
def sealed() -> SealedDocument:
    return SealedDocument(
        payload='{"series":"A","number":"7","invoiceType":"Τιμολόγιο"}'.encode(),
        key=NaturalKey(VAT, "2026-03-02", 0, "1.1", "A", "7"),
        internal_id="doc-1",
        content_hash="hash",
        counterparty_name="Πελάτης ΑΕ",
        counterparty_vat="EL090000045",
        currency="EUR",
        gross=Decimal("124.00"),
    )


@pytest.fixture
def server() -> Iterator[Loopback]:
    loopback = Loopback()
    loopback.on("/Authentication/login", json_answer(200, tokens()))
    loopback.on("/Authentication/refresh", json_answer(200, tokens("access-2", "refresh-2")))
    loopback.on("/invoice/json", json_answer(201, issued()))
    yield loopback
    loopback.close()


@pytest.fixture
def provider(clock: HeldClock) -> Iterator[Opener]:
    opener = Opener(clock)
    yield opener
    for one in opener.opened:
        one.close()


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A self-signed certificate for 127.0.0.1 with its key, in one file."""
    folder = tmp_path_factory.mktemp("tls")
    made = folder / "server.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-keyout", folder / "key.pem", "-out", folder / "cert.pem"),
        ],
        check=True,
        capture_output=True,
    )
    made.write_bytes((folder / "key.pem").read_bytes() + (folder / "cert.pem").read_bytes())
    return made


@pytest.fixture
def in_background() -> Iterator[Callable[[Callable[[], T]], Callable[[], T]]]:
    """Runs a call in another thread at once; what it gives back waits for the result."""
    with ThreadPoolExecutor(60) as pool:
        yield lambda work: pool.submit(work).result
