"""Whatever a server answers, the client neither falls over nor takes a document for what it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument, SignIn
from einvoice_desktop.provider.client import HttpProvider
from einvoice_desktop.provider.wire import Timeouts
from tests.provider import hostile
from tests.provider.loopback import KEY, VAT, HeldClock, Loopback, issued, json_answer, raw

pytestmark = pytest.mark.leaves_running
"""The server and the clients live as long as all the tests here do."""

QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TIMEOUTS = Timeouts(connect=1.0, read=1.0, write=1.0, total=3.0)
SEALED = SealedDocument(
    payload='{"series":"A","number":"7","invoiceType":"Τιμολόγιο"}'.encode(),
    key=NaturalKey(VAT, "2026-03-02", 0, "1.1", "A", "7"),
    internal_id="doc-1",
    content_hash="hash",
    counterparty_name="Πελάτης ΑΕ",
    counterparty_vat="EL090000045",
    currency="EUR",
    gross=Decimal("124.00"),
)


RECEIPT = Receipt("400001234567890", "", "", "SUBMITTED", "", "A", "7", "2026-03-02", "doc-1", "")


class Line:
    """A server that answers as it is told, and a client of each way in."""

    def __init__(self) -> None:
        self.server = Loopback()
        clock = HeldClock()
        self.clients = {
            way: HttpProvider(
                self.server.url,
                lambda _vat: KEY,
                sign_in=way,
                clock=clock,
                monotonic=clock.monotonic,
                timeouts=TIMEOUTS,
            )
            for way in SignIn
        }

    def close(self) -> None:
        for client in self.clients.values():
            client.close()
        self.server.close()


@pytest.fixture(scope="module")
def line() -> Iterator[Line]:
    opened = Line()
    yield opened
    opened.close()


@QUICK
@given(answer=hostile.wire_answers())
def test_any_answer_to_a_document(line: Line, answer: tuple[int, bytes, bytes]) -> None:
    any_answer(line, answer)


def any_answer(line: Line, answer: tuple[int, bytes, bytes]) -> None:
    line.server.on("/invoice/json", raw(answer[2]))
    hostile.claims_nothing_wrong(line.clients[SignIn.APIKEY].submit(SEALED), SEALED)


@QUICK
@given(wire=st.binary(max_size=300))
def test_any_bytes_in_place_of_an_answer(line: Line, wire: bytes) -> None:
    line.server.on("/invoice/json", raw(wire))
    outcome = line.clients[SignIn.APIKEY].submit(SEALED)
    assert outcome.kind is OutcomeKind.UNKNOWN


@QUICK
@given(way=st.sampled_from([SignIn.BEARER, SignIn.OAUTH]), answer=hostile.wire_answers())
def test_any_answer_to_a_sign_in(line: Line, way: SignIn, answer: tuple[int, bytes, bytes]) -> None:
    any_sign_in(line, way, answer)


def any_sign_in(line: Line, way: SignIn, answer: tuple[int, bytes, bytes]) -> None:
    for path in ("/Authentication/login", "/oauth/token"):
        line.server.on(path, raw(answer[2]))
    line.server.on("/invoice/json", json_answer(201, issued()))
    before = len(line.server.sent("/invoice/json"))
    outcome = line.clients[way].submit(SEALED)
    left = len(line.server.sent("/invoice/json")) > before
    assert left is (outcome.kind is OutcomeKind.ISSUED)
    assert left or outcome.kind in (OutcomeKind.NEVER_LEFT, OutcomeKind.UNAUTHORISED)


@QUICK
@given(first=hostile.wire_answers(), second=hostile.wire_answers())
def test_any_answer_in_place_of_an_issued_document_s_page(
    line: Line, first: tuple[int, bytes, bytes], second: tuple[int, bytes, bytes]
) -> None:
    line.server.on("/v/x/aade", raw(first[2]))
    line.server.on("/v/x", raw(second[2]))
    receipt = replace(RECEIPT, url=f"{line.server.url}/v/x")
    outcome = line.clients[SignIn.APIKEY].read_back(SEALED, receipt)
    assert outcome.kind is OutcomeKind.UNKNOWN
    assert outcome.reason.startswith("read_back")


@QUICK
@given(
    url=st.text(max_size=40) | st.sampled_from(["http://[", "file:///etc/passwd", "http://127.0.0.1:9@x/v"])
)
def test_any_address_in_place_of_the_provider_s_own(line: Line, url: str) -> None:
    outcome = line.clients[SignIn.APIKEY].read_back(SEALED, replace(RECEIPT, url=url))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.UNKNOWN, "read_back_refused")


def test_after_all_that_a_proper_answer_is_understood(line: Line) -> None:
    line.server.on("/invoice/json", json_answer(201, issued()))
    outcome = line.clients[SignIn.APIKEY].submit(SEALED)
    assert (outcome.kind, outcome.reason) == (OutcomeKind.ISSUED, "issued")
