"""An issued document's own page: read without credentials, only at the provider's, whatever it holds."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument
from einvoice_desktop.provider import read_back
from einvoice_desktop.provider.wire import MAX_ANSWER, Timeouts
from tests.provider.loopback import (
    Loopback,
    Opener,
    Script,
    answer,
    drip,
    hang_up,
    http,
    issued,
    json_answer,
    other,
    stall,
)

K = OutcomeKind
MARK = "400001234567890"
UID = str(issued()["uid"])
NOTHING = Receipt("", "", "", "", "", "", "", "", "", "")
PAGE = "/v/EL094014201-42547400-AB-CD"
XML = f"""<?xml version="1.0" encoding="utf-8"?>
<InvoicesDoc xmlns="http://www.aade.gr/myDATA/invoice/v1.0"><invoice>
<uid>{UID}</uid><mark>{MARK}</mark><authenticationCode>5D5C</authenticationCode>
<issuer><vatNumber>094014201</vatNumber><country>GR</country><branch>0</branch></issuer>
<invoiceHeader><series>A</series><aa>7</aa><issueDate>2026-03-02</issueDate><invoiceType>1.1</invoiceType>
</invoiceHeader><invoiceDetails><netValue>1.00</netValue></invoiceDetails>
<invoiceSummary><totalNetValue>100.00</totalNetValue><totalVatAmount>24.00</totalVatAmount>
<totalGrossValue>124.00</totalGrossValue></invoiceSummary></invoice></InvoicesDoc>"""


def xml(text: str) -> Script:
    return answer(200, text.encode(), "application/xml; charset=utf-8")


@pytest.fixture
def ask(server: Loopback, provider: Opener, sealed: SealedDocument) -> Callable[..., object]:
    def ask(script: Script | None = None, page: Script | None = None, url: str = "") -> object:
        if script is not None:
            server.on(f"{PAGE}/aade", script)
        if page is not None:
            server.on(PAGE, page)
        one = provider(server.url)
        return one.read_back(sealed, replace(NOTHING, url=url or f"{server.url}{PAGE}"))

    return ask


def test_the_authoritys_xml_tells_mark_and_sums(ask, server: Loopback) -> None:
    got = ask(xml(XML))
    assert (got.kind, got.reason, got.http_status) == (K.ISSUED, "read_back", 200)
    assert (got.receipt.mark, got.receipt.uid, got.receipt.authentication_code) == (MARK, UID, "5D5C")
    assert got.sums == {
        "summaries.totalNetAmount": Decimal("100.00"),
        "summaries.totalVATAmount": Decimal("24.00"),
        "summaries.totalGrossValue": Decimal("124.00"),
    }
    assert got.answer == XML.encode()
    (request,) = server.requests
    assert (request.method, request.path, request.body) == ("GET", f"{PAGE}/aade", b"")
    assert not {"authorization", "apikey", "cookie"} & request.headers.keys()


def test_a_page_without_a_mark_tells_its_sums_all_the_same(ask) -> None:
    got = ask(xml(XML.replace(f"<mark>{MARK}</mark>", "<mark></mark>")))
    assert (got.kind, got.reason, len(got.sums)) == (K.UNKNOWN, "read_back_without_mark", 3)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<aa>7</aa>", "<aa>8</aa>"),
        ("<series>A</series>", "<series>Α</series>"),
        (UID, "0" * 40),
    ],
)
def test_another_documents_page_is_not_believed(ask, old: str, new: str) -> None:
    got = ask(xml(XML.replace(old, new)))
    assert (got.kind, got.reason, got.receipt) == (K.UNKNOWN, "read_back_mismatch", None)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<issueDate>2026-03-02</issueDate>", "<issueDate>2026-03-01</issueDate>"),
        ("094014201", "094019245"),
        ("<invoiceType>1.1</invoiceType>", "<invoiceType>2.1</invoiceType>"),
    ],
)
def test_without_a_uid_all_that_makes_it_must_agree(ask, old: str, new: str) -> None:
    without = XML.replace(f"<uid>{UID}</uid>", "")
    assert ask(xml(without)).kind is K.ISSUED
    got = ask(xml(without.replace(old, new)))
    assert (got.kind, got.reason, got.receipt) == (K.UNKNOWN, "read_back_mismatch", None)


def test_a_page_for_people_is_read_where_it_names_our_uid(ask) -> None:
    words = f"<html><body><b>MARK</b>: {MARK}<p>UID {UID}</p></body></html>".encode()
    got = ask(answer(404, b"", "text/html"), answer(200, words, "text/html"))
    assert (got.kind, got.receipt.mark) == (K.ISSUED, MARK)
    foreign = words.replace(UID.encode(), b"0" * 40)
    got = ask(answer(404, b"", "text/html"), answer(200, foreign, "text/html"))
    assert (got.kind, got.reason) == (K.UNKNOWN, "read_back_failed")


BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {c} "{("&" + p + ";") * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
HOSTILE: dict[str, Script] = {
    "an entity bomb": xml(XML.replace("<InvoicesDoc", BOMB + "<InvoicesDoc").replace(MARK, "&i;")),
    "an external entity": xml(
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + XML.partition("?>")[2].replace(MARK, "&e;")
    ),
    "deep": xml("<a>" * 300_000),
    "wide": xml("<a>" + "<b/>" * 400_000 + "</a>"),
    "giant": answer(200, b" " * (MAX_ANSWER + 1), "application/xml"),
    "a mark of letters": xml(XML.replace(MARK, "MARK<b>1</b>")),
    "JSON": json_answer(200, issued()),
    "nothing": answer(200, b""),
    "two documents": xml(XML.replace("</InvoicesDoc>", "<invoice><mark>1</mark></invoice></InvoicesDoc>")),
    "hung up": hang_up,
    "silent": stall,
    "dripping": drip(http(200, XML.encode(), "application/xml")),
    "an error": answer(500, XML.encode(), "application/xml"),
    "odd bytes": answer(200, b"\xff\xfe\x00<invoice>", "application/xml"),
}


@pytest.mark.parametrize("page", HOSTILE)
def test_a_hostile_page_is_harmless(ask, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_back, "READING", Timeouts(connect=0.5, read=0.4, write=0.4, pool=0.5, total=1.0))
    started = time.monotonic()
    got = ask(HOSTILE[page], answer(404, b""))
    assert got.kind is K.UNKNOWN
    assert got.receipt is None
    assert time.monotonic() - started < 3.0


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://einvoice.example.gr/v/1",
        "http://einvoiceportaluat.impact.gr/v/1",
        "https://127.0.0.1.example.gr/v/1",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://127.0.0.2:9/v/1",
    ],
)
def test_only_the_providers_own_addresses_are_fetched(
    server: Loopback, provider: Opener, sealed: SealedDocument, url: str
) -> None:
    got = provider(server.url).read_back(sealed, replace(NOTHING, url=url))
    assert (got.kind, got.reason, got.http_status) == (K.UNKNOWN, "read_back_refused", None)
    assert server.connections == 0


def test_a_page_that_points_elsewhere_is_not_followed(ask) -> None:
    elsewhere = Loopback()
    try:
        elsewhere.on("/x", xml(XML))
        moved = answer(302, b"", Location=f"{elsewhere.url}/x")
        assert ask(moved, moved).kind is K.UNKNOWN
        assert elsewhere.connections == 0
    finally:
        elsewhere.close()


def test_a_self_signed_answer_needs_the_policy_that_lets_the_provider_sign(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    """201 that is no finished receipt: ours to print only where the sealed bytes allowed it."""
    unfinished = ({"mark": 0}, {"success": False}, {"status": "UNKNOWN"}, {"mark": None, "status": "PENDING"})
    for changes in unfinished:
        server.on("/invoice/json", json_answer(201, issued(**changes)))
        for policy, kind in (
            (0, K.ISSUED),
            (1, K.ISSUED),
            ("LOOSE", K.ISSUED),
            (2, K.UNKNOWN),
            (None, K.UNKNOWN),
        ):
            payload = json.dumps({"iaprSignPolicy": policy} if policy is not None else {}).encode()
            got = provider(server.url).submit(other(sealed, payload=payload))
            assert got.kind is kind
            if kind is K.ISSUED:
                assert got.receipt is not None
                assert (got.receipt.mark, got.receipt.provider_signed) == ("", True)
    server.on("/invoice/json", json_answer(201, issued(mark=0, signature="")))
    got = provider(server.url).submit(other(sealed, payload=b'{"iaprSignPolicy": 0}'))
    assert (got.kind, got.reason) == (K.UNKNOWN, "mark_missing")
