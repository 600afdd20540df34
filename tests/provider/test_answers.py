"""What each answer of the provider means, and what of it is kept."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from einvoice_desktop.domain.submission import Outcome, OutcomeKind, SealedDocument
from einvoice_desktop.provider.failures import outcome_of_answer, outcome_of_sign_in
from tests.provider.loopback import MARK, issued, other

K = OutcomeKind
JSON = {"Content-Type": "application/json; charset=utf-8"}
HTML = {"Content-Type": "text/html"}
UID = "96320551B54D8B011192637863C0EED9FF193B83"


def outcome(sealed: SealedDocument, status: int, value: object, **headers: str) -> Outcome:
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    return outcome_of_answer(status, {**JSON, **named}, json.dumps(value).encode(), sealed)


def no(message: str, **more: object) -> dict[str, object]:
    return {"success": False, "message": message, "mark": 0, "uid": None, **more}


# --- 2xx ----------------------------------------------------------------------------------------------


def test_an_issued_document_brings_its_receipt(sealed: SealedDocument) -> None:
    got = outcome(sealed, 201, issued(), Date="Mon, 02 Mar 2026 08:00:01 GMT")
    assert (got.kind, got.reason, got.http_status) == (K.ISSUED, "issued", 201)
    assert got.server_date == datetime(2026, 3, 2, 8, 0, 1, tzinfo=UTC)
    assert got.answer == json.dumps(issued()).encode()
    receipt = got.receipt
    assert receipt is not None
    assert (receipt.mark, receipt.uid) == (str(MARK), UID)
    assert (receipt.series, receipt.number, receipt.internal_id) == ("A", "7", "doc-1")
    assert (receipt.status, receipt.authentication_code) == ("SUBMITTED", "5D5C0E1F")
    assert receipt.url == "https://einvoiceportaluat.impact.gr/v/EL094014201-42547400-AB-CD"
    assert receipt.erp_qr_code == "https://mydataapidev.aade.gr/TimologioQR/QRInfo?q=abc"
    assert (receipt.signature, receipt.integrity_signature) == ("EL094014201-42547400-AB-CD", "is")
    assert (receipt.domain, receipt.unique_id) == ("https://einvoiceportaluat.impact.gr", "42547400")
    assert receipt.date_issued == "2026-03-02T10:00:00.000Z"
    assert receipt.message == got.message == "Successfully submitted to IAPR"


def test_any_casing_of_the_members_is_read(sealed: SealedDocument) -> None:
    shouted = {name.upper(): value for name, value in issued().items()}
    got = outcome(sealed, 201, shouted)
    assert got.kind is K.ISSUED
    assert got.receipt is not None
    assert got.receipt.internal_id == "doc-1"


@pytest.mark.parametrize(
    "changes",
    [
        {"mark": str(MARK)},
        {"number": 7},
        {"number": "007"},
        {"series": " a "},
        {"internalId": "DOC-1"},
        {"series": None, "number": None, "internalId": None, "uid": None},
        {"uid": "f" * 40},
        {"uid": "094014201-2026-03-02-0-1.1-a-7"},
        {"url": 7, "status": [], "signature": {"a": 1}},
    ],
)
def test_what_does_not_contradict_is_issued(changes: dict[str, object], sealed: SealedDocument) -> None:
    assert outcome(sealed, 201, issued(**changes)).kind is K.ISSUED


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"mark": 0}, "mark_missing"),
        ({"mark": -MARK}, "mark_missing"),
        ({"mark": None}, "mark_missing"),
        ({"mark": True}, "mark_missing"),
        ({"mark": 4.00001234567890e14}, "mark_missing"),
        ({"mark": "none"}, "mark_missing"),
        ({"mark": [MARK]}, "mark_missing"),
        ({"mark": 10**30}, "mark_missing"),
        ({"success": False}, "not_submitted"),
        ({"success": None}, "not_submitted"),
        ({"success": "yes"}, "not_submitted"),
        ({"number": "8"}, "answer_mismatch"),
        ({"number": 70}, "answer_mismatch"),
        ({"series": "B"}, "answer_mismatch"),
        ({"series": "Α"}, "answer_mismatch"),
        ({"internalId": "doc-2"}, "answer_mismatch"),
        ({"uid": "094014201-2026-03-02-0-1.1-A-8"}, "answer_mismatch"),
        ({"uid": "094014201-2025-03-02-0-1.1-A-7"}, "answer_mismatch"),
        ({"series": "", "number": "", "internalId": "", "uid": "f" * 40}, "answer_mismatch"),
    ],
)
def test_a_success_that_proves_nothing_stays_unknown(
    changes: dict[str, object], reason: str, sealed: SealedDocument
) -> None:
    got = outcome(sealed, 201, issued(**changes))
    assert (got.kind, got.reason, got.receipt) == (K.UNKNOWN, reason, None)


def test_a_bare_hashed_uid_is_compared_where_it_can_be(sealed: SealedDocument) -> None:
    """The example of RULES 10, in ASCII: nothing but the UID says which document this is."""
    alone = {"success": True, "mark": MARK, "uid": "4A2DD35D3A0A7F5FB6F3F7B9B9C1F5E4B1E2B7C0"}
    assert outcome(sealed, 201, alone).reason == "answer_mismatch"
    for unsure in (other(sealed, series="ΤΔΑ"), other(sealed, type_code="14.1")):
        assert outcome(unsure, 201, alone).kind is K.ISSUED


def test_the_page_address_is_kept_only_as_an_address(sealed: SealedDocument) -> None:
    for bad in (
        "javascript:alert(1)",
        "file:///etc/passwd",
        "//x",
        "https://",
        "http://a b",
        7,
        "https://\u202ea",
    ):
        got = outcome(sealed, 201, issued(url=bad))
        assert got.receipt is not None
        assert got.receipt.url == ""


def test_texts_are_one_plain_line_of_sane_length(sealed: SealedDocument) -> None:
    message = "a\x00b\r\nc\u202e\ud800d\x1b[31m" + "x" * 9000
    got = outcome(sealed, 201, issued(message=message, authenticationCode="s" * 900))
    assert got.message.startswith("ab cd[31mxxx")
    assert len(got.message) == 1000
    assert got.receipt is not None
    assert len(got.receipt.authentication_code) == 200
    got.message.encode()


# --- refused, conflict, later -------------------------------------------------------------------------


@pytest.mark.parametrize("status", [400, 404, 405, 413, 415, 422])
def test_the_provider_refuses_in_its_own_envelope(status: int, sealed: SealedDocument) -> None:
    got = outcome(sealed, status, no("Summaries section is mandatory"))
    assert (got.kind, got.reason, got.http_status) == (K.REFUSED, "refused", status)
    assert [(problem.path, problem.code) for problem in got.problems] == [
        ("summaries", "provider_summaries_missing")
    ]


@pytest.mark.parametrize(
    ("status", "headers", "body", "kind", "reason"),
    [
        (400, JSON, b'{"error": "blocked by policy"}', K.UNKNOWN, "not_the_provider"),
        (400, {}, b"Bad Request", K.UNKNOWN, "not_the_provider"),
        (400, {}, b"", K.UNKNOWN, "not_the_provider"),
        (400, HTML, b"<html><title>400</title></html>", K.UNKNOWN, "not_the_provider"),
        (400, {}, b"Aade Validation Error: IssueDate is invalid", K.REFUSED, "refused"),
        (400, JSON, b'"Summaries section is mandatory"', K.REFUSED, "refused"),
        (404, {}, b"", K.UNKNOWN, "not_the_provider"),
        (401, HTML, b"<html>401</html>", K.UNAUTHORISED, "unauthorised"),
        (401, {}, b"", K.UNAUTHORISED, "unauthorised"),
        (403, JSON, b'{"success": false, "message": "account closed"}', K.UNAUTHORISED, "forbidden"),
        (403, HTML, b"<html>blocked</html>", K.UNKNOWN, "not_the_provider"),
        (407, HTML, b"<html>proxy</html>", K.UNKNOWN, "not_the_provider"),
        (511, HTML, b"<html>log in</html>", K.UNKNOWN, "not_the_provider"),
        (404, HTML, b"<html>404</html>", K.UNKNOWN, "not_the_provider"),
        (301, {}, b"", K.UNKNOWN, "redirected"),
        (307, HTML, b"<html>moved</html>", K.UNKNOWN, "redirected"),
        (409, {}, b"", K.CONFLICT, "already_transmitted"),
        (409, HTML, b"<html>conflict</html>", K.UNKNOWN, "not_the_provider"),
        (409, JSON, b'{"success": false, "message": "Document has alr', K.UNKNOWN, "answer_garbled"),
        (409, JSON, b'"Document has already been transm', K.UNKNOWN, "answer_garbled"),
        (410, JSON, b'{"success": false, "message": "gone"}', K.UNKNOWN, "unexpected_status"),
        (500, JSON, b'{"success": false, "message": "oops"}', K.UNKNOWN, "provider_error"),
        (503, {}, b"", K.UNKNOWN, "provider_error"),
        (502, HTML, b"<html>502</html>", K.UNKNOWN, "not_the_provider"),
        (200, HTML, b"<html>hello</html>", K.UNKNOWN, "not_the_provider"),
        (200, HTML, json.dumps(issued()).encode(), K.ISSUED, "issued"),
        (200, JSON, b'"Successfully submitted to IAPR"', K.UNKNOWN, "answer_garbled"),
        (200, JSON, b'{"ok": true}', K.UNKNOWN, "answer_garbled"),
        (204, {}, b"", K.UNKNOWN, "answer_garbled"),
        (200, JSON, b"\xff\xfe\x00garbage", K.UNKNOWN, "answer_garbled"),
        (200, JSON, b'{"success":true,"mark":' + b"9" * 5000 + b"}", K.UNKNOWN, "answer_garbled"),
    ],
)
def test_each_answer_is_one_of_the_failures(
    status: int, headers: dict[str, str], body: bytes, kind: K, reason: str, sealed: SealedDocument
) -> None:
    got = outcome_of_answer(status, headers, body, sealed)
    assert (got.kind, got.reason) == (kind, reason)
    assert bool(got.problems) is (kind is K.REFUSED)


def test_a_page_says_its_title(sealed: SealedDocument) -> None:
    body = b"<!doctype html><TITLE>502 Bad Gateway &amp; more</TITLE>"
    assert outcome_of_answer(502, HTML, body, sealed).message == "502 Bad Gateway & more"


@pytest.mark.parametrize(
    ("status", "message", "headers", "reason", "wait"),
    [
        (408, "Request timeout", {}, "still_processing", 125.0),
        (408, "Request timeout", {"Retry_After": "300"}, "still_processing", 300.0),
        (400, "The request is still being processed.", {}, "still_processing", 125.0),
        (500, "Could not accept document. Please resend.", {}, "provider_error", 120.0),
        (500, "Object reference not set", {}, "provider_error", None),
        (503, "busy", {"Retry_After": "30"}, "provider_error", 30.0),
        (429, "slow down", {"Retry_After": "17"}, "too_many_requests", 17.0),
        (429, "slow down", {}, "too_many_requests", None),
        (429, "slow down", {"Retry_After": "soon"}, "too_many_requests", None),
        (429, "slow down", {"Retry_After": "9" * 40}, "too_many_requests", 3600.0),
        (
            429,
            "slow down",
            {"Date": "Mon, 02 Mar 2026 08:00:00 GMT", "Retry_After": "Mon, 02 Mar 2026 08:01:30 GMT"},
            "too_many_requests",
            90.0,
        ),
    ],
)
def test_later_says_how_much_later(
    status: int,
    message: str,
    headers: dict[str, str],
    reason: str,
    wait: float | None,
    sealed: SealedDocument,
) -> None:
    got = outcome(sealed, status, no(message), **headers)
    assert (got.kind, got.reason, got.retry_after, got.message) == (K.UNKNOWN, reason, wait, message)


@pytest.mark.parametrize(
    ("status", "value"),
    [
        (409, no("Document has already been transmitted", uid=UID, mark=MARK, series="A", number="7")),
        (409, no(f"Document has already been transmitted. UID {UID.lower()}, MARK: {MARK}")),
        (400, no(f"Aade Validation Error: UID {UID} has already been sent for another invoice (MARK: {MARK})",
                 myDataErrors=[{"key": 228, "value": f"UID {UID} already sent (MARK: {MARK})"}])),
        (400, no("Aade Validation Error", errors=[f"233: UID {UID} (ΜΑΡΚ {MARK})"])),
        (400, no("Aade Validation Error", myDataResponse=(
            f"<errors><error><message>UID {UID} has already been sent for another invoice (MARK: {MARK})"
            "</message><code>228</code></error></errors>"))),
        (400, no(f"Document has already been transmitted ({UID}, {MARK})")),
    ],
)  # fmt: skip
def test_a_conflict_tells_what_it_knows_of_the_document_that_is_in(
    status: int, value: dict[str, object], sealed: SealedDocument
) -> None:
    got = outcome(sealed, status, value)
    assert (got.kind, got.reason) == (K.CONFLICT, "already_transmitted")
    assert got.receipt is not None
    assert (got.receipt.mark, got.receipt.uid) == (str(MARK), UID)


def test_a_conflict_reads_a_plain_uid_and_never_takes_half_a_number_for_a_mark(
    sealed: SealedDocument,
) -> None:
    uid, iban = "EL094014201-2026-03-02-0-1.1-Α-Β-12", "1601101250000000012300695"
    ours = other(sealed, series="Α-Β", number="12")
    got = outcome(ours, 409, no(f"Document has already been transmitted: {uid} (IBAN {iban})"))
    assert got.receipt is not None
    assert (got.receipt.series, got.receipt.number) == ("Α-Β", "12")
    assert (got.receipt.mark, got.receipt.uid, got.receipt.internal_id) == ("", uid, "")


def test_228_without_another_document_is_a_refusal(sealed: SealedDocument) -> None:
    fault = {"key": 228, "value": "invalid type"}
    got = outcome(sealed, 400, no("Aade Validation Error", myDataErrors=[fault]))
    assert got.kind is K.REFUSED
    assert [(p.path, p.code, p.authority_code) for p in got.problems] == [("number", "authority_228", "228")]


@pytest.mark.parametrize(
    ("status", "headers", "body", "kind", "reason"),
    [
        (401, {}, b"", K.UNAUTHORISED, "key_refused"),
        (400, JSON, b'{"error":"invalid_request","error_description":"Invalid credentials"}', K.UNAUTHORISED,
         "key_refused"),
        (403, HTML, b"<html></html>", K.NEVER_LEFT, "not_the_provider"),
        (429, JSON, b"{}", K.NEVER_LEFT, "sign_in_unavailable"),
        (500, JSON, b"{}", K.NEVER_LEFT, "sign_in_unavailable"),
        (200, JSON, b'{"refreshToken": "secret"}', K.NEVER_LEFT, "sign_in_garbled"),
    ],
)  # fmt: skip
def test_a_sign_in_that_brought_no_token(
    status: int, headers: dict[str, str], body: bytes, kind: K, reason: str
) -> None:
    got = outcome_of_sign_in(status, headers, body)
    assert (got.kind, got.reason, got.answer) == (kind, reason, b"")
