"""The practice provider under fire: it answers in its shapes and issues the next good document."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client, EnvironBuilder

from einvoice_desktop.domain.offline_qr import OfflineFacts, offline_address
from einvoice_desktop.sandbox.app import PracticeProvider
from einvoice_desktop.sandbox.server import RunningServer, serve
from tests.sandbox import broken
from tests.sandbox.conftest import PRACTICE_KEY, Clock, sale

KEY = {"APIKey": PRACTICE_KEY}
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Target:
    """A practice provider that is shot at, and good documents under numbers of their own."""

    def __init__(self, provider: PracticeProvider) -> None:
        self.provider = provider
        self.client = Client(provider)
        self._numbers = itertools.count(1000)

    def good(self) -> bytes:
        return json.dumps({**sale(), "number": str(next(self._numbers))}).encode()

    def issues(self) -> None:
        self.provider.faults.clear()
        body = self.good()
        response = self.client.post("/invoice/json", data=body, content_type="application/json", headers=KEY)
        assert response.status_code == 201, response.text
        assert response.get_json()["mark"] > 400001000000000

    def fire(self, method: str, path: str, headers: list[tuple[str, str]], body: bytes) -> None:
        builder = EnvironBuilder(path=path, method=method, headers=headers, data=body)
        try:
            environ = builder.get_environ()
        finally:
            builder.close()
        environ["PATH_INFO"] = path.encode("utf-8", "surrogatepass").decode("latin-1")
        response = self.client.run_wsgi_app(environ)
        check_answer(int(response[1].split()[0]), dict(response[2]), b"".join(response[0]))
        response[0].close() if hasattr(response[0], "close") else None


def check_answer(status: int, headers: dict[str, str], body: bytes) -> None:
    """One of the documented shapes: the envelope, the tokens, OAuth's error, or a page."""
    assert status in broken.ANSWERS, (status, body[:300])
    kind = headers["Content-Type"].split(";")[0]
    assert headers["Content-Length"].isdigit()
    if kind != "application/json":
        assert kind in ("text/html", "application/pdf", "application/xml"), kind
        return
    if not body:
        return
    answer = json.loads(body)
    if status == 200:
        assert {"accessToken", "access_token", "programmed"} & set(answer)
    elif "error" in answer:
        assert answer == {"error": "invalid_request", "error_description": "Invalid credentials"}
    else:
        assert answer["success"] is (status == 201)
        assert answer["statusCode"] == str(status)
        assert answer["message"]
        assert (answer["mark"] > 0) is (status in (201, 409)), answer


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory, tables: Any) -> Iterator[Target]:
    provider = PracticeProvider(
        tmp_path_factory.mktemp("practice"),
        tables,
        now=Clock(),
        address=lambda: "http://127.0.0.1:8123",
        practice_key=PRACTICE_KEY,
        decrypt=lambda armoured: armoured.partition(b"\n\n")[2] or None,
    )
    yield Target(provider)
    provider.close()


@pytest.fixture(scope="module")
def server(target: Target) -> Iterator[RunningServer]:
    running = serve(target.provider)
    yield running
    running.close()


paths = st.sampled_from(broken.PATHS) | st.text(
    st.characters(min_codepoint=33, max_codepoint=0x2FF, exclude_characters="?#"), max_size=30
).map(lambda text: f"/{text}")
headers = st.lists(
    st.tuples(
        st.sampled_from(["Authorization", "APIKey", "erp", "Accept", "Cookie", "X-A", "Expect", "Host"]),
        broken.header_values.map(lambda text: text.replace("\r", "").replace("\n", "")),
    ),
    max_size=4,
)


@QUICK
@given(
    method=st.sampled_from(broken.METHODS).filter(str.isascii),
    path=paths,
    given_headers=headers,
    content_type=st.sampled_from(broken.CONTENT_TYPES),
    body=broken.bodies(sale),
)
def test_any_request_is_answered_in_a_documented_shape(
    target: Target, method: str, path: str, given_headers: Any, content_type: str, body: bytes
) -> None:
    any_request(target, method, path, given_headers, content_type, body)


def any_request(
    target: Target, method: str, path: str, given_headers: Any, content_type: str, body: bytes
) -> None:
    target.fire(method, path, [*given_headers, ("Content-Type", content_type)], body)
    target.issues()


@QUICK
@given(document=broken.spoilt(sale))
def test_a_spoilt_document_is_refused_in_the_envelope_or_is_still_good(
    target: Target, document: dict[str, Any]
) -> None:
    spoilt_document(target, document)


def spoilt_document(target: Target, document: dict[str, Any]) -> None:
    body = json.dumps(document).encode()
    headers = [("Content-Type", "application/json"), ("APIKey", PRACTICE_KEY)]
    target.fire("POST", "/invoice/json", headers, body)
    target.issues()


@QUICK
@given(body=broken.bodies(sale), armoured=st.booleans())
def test_any_bytes_inside_an_encrypted_document(target: Target, body: bytes, armoured: bool) -> None:
    sealed = b"-----BEGIN PGP MESSAGE-----\n\n" + body if armoured else body
    headers = [("Content-Type", "application/pgp-encrypted"), ("APIKey", PRACTICE_KEY)]
    target.fire("POST", "/Invoice/secure", headers, sealed)
    target.issues()


@QUICK
@given(path=st.sampled_from(broken.PATHS[2:7]), value=broken.values)
def test_any_json_at_the_other_doors(target: Target, path: str, value: object) -> None:
    any_json(target, path, value)


def any_json(target: Target, path: str, value: object) -> None:
    body = json.dumps(value).encode()
    target.fire("POST", path, [("Content-Type", "application/json"), ("Authorization", "Bearer x")], body)
    target.issues()


# --- over a socket ------------------------------------------------------------------------------------


def head(body: bytes, *, length: int | None = None, extra: str = "") -> bytes:
    size = len(body) if length is None else length
    lines = [
        "POST /invoice/json HTTP/1.1",
        "Host: x",
        "Content-Type: application/json",
        f"APIKey: {PRACTICE_KEY}",
        f"Content-Length: {size}",
    ]
    return ("\r\n".join(lines) + f"\r\n{extra}\r\n").encode()


def chunked(body: bytes, ending: bytes = b"0\r\n\r\n") -> bytes:
    start = head(b"").replace(b"Content-Length: 0", b"Transfer-Encoding: chunked")
    return start + f"{len(body):x}\r\n".encode() + body + b"\r\n" + ending


BAD = b'{"a": '
RAW: dict[str, tuple[Callable[[bytes], bytes], list[int]]] = {
    "a good one": (lambda good: head(good, extra="Connection: close\r\n") + good, [201]),
    "chunked": (lambda good: chunked(good), [201]),
    "two in one go: the first alone is answered": (lambda good: head(good) + good + head(BAD) + BAD, [201]),
    "a body shorter than it says": (lambda good: head(good, length=len(good) + 50) + good, [400]),
    "a body longer than it says": (lambda good: head(good, length=20) + good, [400]),
    "a length below nought": (lambda good: head(good, length=-5) + good, [400]),
    "a length beyond all measure": (lambda good: head(good, length=10**30) + good, [413]),
    "a chunk without an end": (lambda good: chunked(good, b""), [400]),
    "a chunk whose size is no number": (
        lambda good: chunked(good).replace(b"\r\n0\r\n", b"\r\nzz\r\n"),
        [400],
    ),
    "no method": (lambda _good: b"\r\n\r\n", []),
    "rubbish": (lambda _good: bytes(range(256)) * 3 + b"\r\n\r\n", [400]),
    "a TLS hello": (
        lambda _good: b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 200,
        [400],
    ),
    "an old protocol": (lambda _good: b"GET /v/x\r\n\r\n", [400]),
    "an address of no sense": (lambda _good: b"GET http://[v/ HTTP/1.1\r\n\r\n", [400]),
    "a protocol to come": (lambda _good: b"GET /v/x HTTP/9.9\r\n\r\n", [505]),
    "a line without an end": (lambda _good: b"GET /" + b"x" * 70000, [414]),
    "headers without an end": (lambda _good: b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 500, [431]),
    "a header of a megabyte": (lambda _good: b"GET / HTTP/1.1\r\nX: " + b"y" * 10**6 + b"\r\n\r\n", [431]),
    "NUL in the path": (lambda _good: b"GET /v/\x00 HTTP/1.1\r\nConnection: close\r\n\r\n", [404]),
    "no body where one is awaited": (lambda _good: head(b"", length=5), [400]),
}


@pytest.mark.parametrize("name", RAW)
def test_bytes_on_a_socket(target: Target, server: RunningServer, name: str) -> None:
    make, expected = RAW[name]
    answer = broken.said(server.port, make(target.good()))
    assert broken.statuses(answer) == expected
    target.issues()


@QUICK
@given(data=st.binary(max_size=300), pieces=st.integers(1, 4), good_first=st.booleans())
def test_any_bytes_on_a_socket(
    target: Target, server: RunningServer, data: bytes, pieces: int, good_first: bool
) -> None:
    any_bytes(target, server, data, pieces, good_first=good_first)


def any_bytes(target: Target, server: RunningServer, data: bytes, pieces: int, *, good_first: bool) -> None:
    good = target.good()
    start = head(good) + good if good_first else b""
    answer = broken.said(server.port, start + data, pieces=pieces)
    found = broken.statuses(answer)
    assert len(found) <= 1
    assert found == [201] if good_first else set(found) <= broken.ANSWERS | {414, 431, 501, 505}
    target.issues()


def test_a_hundred_clients_that_say_nothing_do_not_stand_in_the_way(
    target: Target, server: RunningServer
) -> None:
    import socket

    quiet = [socket.create_connection(("127.0.0.1", server.port), timeout=5) for _ in range(100)]
    try:
        for connection in quiet[::2]:
            connection.sendall(b"POST /invoice/json HTTP/1.1\r\nContent-Le")
        good = target.good()
        answer = broken.said(server.port, head(good, extra="Connection: close\r\n") + good)
        assert broken.statuses(answer) == [201]
    finally:
        for connection in quiet:
            connection.close()


# --- what it knows ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path", "content_type", "statuses"),
    [
        ("POST", "/Authentication/login", "application/json", {400}),
        ("POST", "/Authentication/refresh", "application/json", {400}),
        ("POST", "/oauth/token", "application/x-www-form-urlencoded", {400}),
        ("POST", "/invoice/json", "application/json", {400}),
        ("POST", "/Invoice/secure", "application/pgp-encrypted", {400}),
        ("POST", "/Invoice/credit", "application/json", {400}),
    ],
)
def test_every_documented_door_is_there(
    target: Target, method: str, path: str, content_type: str, statuses: set[int]
) -> None:
    for spelling in (path, path.lower(), path.upper()):
        response = target.client.open(spelling, method=method, data=b"{", content_type=content_type)
        assert response.status_code in statuses, (spelling, response.text)


def test_every_address_of_an_issued_document_is_there(target: Target) -> None:
    answer = target.client.post(
        "/invoice/json", data=target.good(), content_type="application/json", headers=KEY
    ).get_json()
    place = answer["url"].removeprefix("http://127.0.0.1:8123")
    kinds = {
        form: target.client.get(f"{place}{form}").content_type.split(";")[0] for form in ("", "/pdf", "/aade")
    }
    assert kinds == {"": "text/html", "/pdf": "application/pdf", "/aade": "application/xml"}
    for language in ("el", "en"):
        assert target.client.get(f"{place}?lang={language}").status_code == 200


def test_the_page_of_a_document_issued_without_a_line_knows_a_genuine_address(target: Target) -> None:
    facts = OfflineFacts(
        issuer_tin="EL999999990",
        customer_tin="",
        customer_name="Α & Β",
        invoice_type="11.1",
        series="Α/1",
        number="7",
        date_issued="20261123103000",
        total="124.5",
        net="100",
        vat="24.5",
        internal_id="id-7",
    )
    genuine = offline_address(facts, "", PRACTICE_KEY)
    page = target.client.get(genuine)
    assert (page.status_code, page.content_type) == (200, "text/html; charset=utf-8")
    assert "Α &amp; Β" in page.text
    assert target.client.get(genuine.replace("TransmissionFailure", "transmissionfailure")).status_code == 200
    for wrong in (
        genuine.replace("totalAmount=124.5", "totalAmount=24.5"),
        genuine.replace("totalAmount=124.5", "totalAmount=124.50"),
        offline_address(facts, "", "another-key"),
        "/TransmissionFailure",
    ):
        assert target.client.get(wrong).status_code == 400
    assert target.client.post("/TransmissionFailure").status_code == 405


def test_what_it_practises_leaves_no_message_anywhere(target: Target, monkeypatch: Any) -> None:
    """E, M, C and PDF recipients: the document is issued, and no connection goes out."""
    import socket

    def forbidden(*_args: object, **_kwargs: object) -> None:
        raise AssertionError("the practice provider opened a connection")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    document = json.loads(target.good())
    document["additionalDetails"] = {
        "transmissionMethod": "C",
        "accountingDepartmentEmails": ["a@example.com"],
        "customerCellNumbers": ["+306912345678"],
        "sendAsPdf": True,
        "pdfNotificationEmails": ["b@example.com"],
    }
    response = target.client.post("/invoice/json", json=document, headers=KEY)
    assert response.status_code == 201, response.text


def test_a_folder_of_practice_holds_what_was_issued(tmp_path: Path, tables: Any) -> None:
    """What was fired at it is not kept: the ledger has the good documents alone."""
    provider = PracticeProvider(
        tmp_path, tables, now=Clock(), address=lambda: "http://x", practice_key=PRACTICE_KEY
    )
    shot = Target(provider)
    for body in (b"", b"[", b'{"a": 1}', b"\x00"):
        shot.fire("POST", "/invoice/json", [("Content-Type", "application/json")], body)
    shot.issues()
    with provider._database.reading() as connection:
        assert connection.execute("SELECT count(*) FROM documents").fetchone() == (1,)
    provider.close()
