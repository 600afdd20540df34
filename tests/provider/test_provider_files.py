"""The provider's PDF and the authority's XML: fetched without credentials, only at its own addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Form
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import SealedDocument
from einvoice_desktop.provider.wire import MAX_ANSWER
from tests.provider.loopback import Loopback, Opener, Script, answer, hang_up
from tests.provider.test_read_back import NOTHING, PAGE, XML

PDF = b"%PDF-1.7\n1 0 obj\n"


@pytest.fixture
def fetch(server: Loopback, provider: Opener, sealed: SealedDocument) -> Callable[..., bytes]:
    def fetch(script: Script, form: Form = Form.PDF, url: str = "") -> bytes:
        server.on(f"{PAGE}/{form}", script)
        one = provider(server.url)
        one.submit(sealed)
        receipt: Receipt = replace(NOTHING, url=url or f"{server.url}{PAGE}")
        return one.fetch(sealed, receipt, form)

    return fetch


def test_the_pdf_is_fetched_without_a_key(fetch: Callable[..., bytes], server: Loopback) -> None:
    assert fetch(answer(200, PDF, "application/pdf")) == PDF
    (request,) = server.sent(f"{PAGE}/pdf")
    assert request.method == "GET"
    assert not request.headers.keys() & {"authorization", "apikey", "cookie"}


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (answer(200, b"<html>log in</html>", "application/pdf"), "provider_file_garbled"),
        (answer(200, b"", "application/pdf"), "provider_file_garbled"),
        (answer(404, b"<html>no</html>", "text/html"), "provider_file_failed"),
        (answer(302, b"", "text/html"), "provider_file_failed"),
        (answer(500, PDF, "application/pdf"), "provider_file_failed"),
        (answer(200, PDF + b" " * MAX_ANSWER, "application/pdf"), "provider_file_failed"),
        (hang_up, "provider_file_failed"),
    ],
)
def test_what_is_no_pdf_is_refused_with_a_reason(
    fetch: Callable[..., bytes], script: Script, code: str
) -> None:
    with pytest.raises(UserError) as refused:
        fetch(script)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "url", ["https://elsewhere.example/v/1", "http://10.0.0.1/v/1", "file:///etc/passwd", ""]
)
def test_a_foreign_address_is_never_asked(
    server: Loopback, url: str, sealed: SealedDocument, provider: Opener
) -> None:
    one = provider(server.url)
    with pytest.raises(UserError) as refused:
        one.fetch(sealed, replace(NOTHING, url=url), Form.PDF)
    assert refused.value.code == "provider_file_foreign"
    assert not server.requests


def test_the_xml_is_of_this_document_or_refused(fetch: Callable[..., bytes]) -> None:
    assert fetch(answer(200, XML.encode(), "application/xml"), Form.XML) == XML.encode()
    another = XML.replace("<aa>7</aa>", "<aa>8</aa>")
    for text, code in ((another, "another"), ("<html></html>", "garbled"), ("nothing", "garbled")):
        with pytest.raises(UserError) as refused:
            fetch(answer(200, text.encode(), "application/xml"), Form.XML)
        assert refused.value.code == f"provider_file_{code}"
