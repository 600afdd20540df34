"""The provider's envelope, member by member: what is known is shown, what is broken is never an "issued"."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument
from einvoice_desktop.provider.envelope import read_envelope
from einvoice_desktop.provider.failures import outcome_of_answer
from tests.provider.loopback import MARK, issued

K = OutcomeKind
JSON = {"Content-Type": "application/json; charset=utf-8"}
SEED_MEMBERS = (
    *("success", "message", "statusCode", "integritySignature", "signature", "uid", "mark"),
    *("cancellationMark", "authenticationCode", "myDataResponse", "status", "series", "number"),
    *("dateIssued", "domain", "url", "qrCodeString", "erpQrCode", "uniqueId", "internalId"),
)
OLDER_MEMBERS = ("myDataErrors", "errors", "errorMessage", "signatureData", "myDataRequest")
FULL: dict[str, Any] = {
    "success": True,
    "message": "Successfully submitted to IAPR",
    "statusCode": "201",
    "integritySignature": "AB" * 32,
    "signature": "EL094014201-42547400-AB-CD",
    "uid": issued()["uid"],
    "mark": MARK,
    "cancellationMark": 400001234567999,
    "authenticationCode": "5D5C",
    "myDataResponse": "<ResponseDoc><response><statusCode>Success</statusCode></response></ResponseDoc>",
    "status": "SUBMITTED",
    "series": "A",
    "number": "7",
    "dateIssued": "2026-03-02T10:00:00Z",
    "domain": "https://einvoiceportaluat.impact.gr",
    "url": "https://einvoiceportaluat.impact.gr/v/EL094014201-42547400-AB-CD",
    "qrCodeString": "iVBORw0KGgo=",
    "erpQrCode": "https://mydatapi.aade.gr/myDATA/q/1",
    "uniqueId": "6b1c2f0e-0000-4000-8000-000000000000",
    "internalId": "doc-1",
    "signatureData": {"any": [1]},
    "myDataRequest": "<InvoicesDoc/>",
}
RECEIPT_NAMES = {
    "integritySignature": "integrity_signature",
    "authenticationCode": "authentication_code",
    "cancellationMark": "cancellation_mark",
    "dateIssued": "date_issued",
    "qrCodeString": "qr_code_string",
    "erpQrCode": "erp_qr_code",
    "uniqueId": "unique_id",
    "internalId": "internal_id",
} | {
    name: name
    for name in ("message", "signature", "uid", "mark", "status", "series", "number", "domain", "url")
}

scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
statuses = st.sampled_from((200, 201, 202, 400, 401, 405, 408, 409, 422, 500, 503))


def outcome(sealed: SealedDocument, status: int, value: object) -> Any:
    return outcome_of_answer(status, JSON, json.dumps(value).encode(), sealed)


def test_every_member_of_the_seeds_answer_stands_in_the_receipt(sealed: SealedDocument) -> None:
    assert FULL.keys() >= set(SEED_MEMBERS)
    got = outcome(sealed, 201, FULL)
    assert got.kind is K.ISSUED
    for member, name in RECEIPT_NAMES.items():
        assert getattr(got.receipt, name) == str(FULL[member]), member


@pytest.mark.parametrize("member", [*SEED_MEMBERS, *OLDER_MEMBERS])
def test_a_missing_member_takes_nothing_else_away(member: str, sealed: SealedDocument) -> None:
    got = outcome(sealed, 201, {name: value for name, value in FULL.items() if name != member})
    wanted = {"success": K.UNKNOWN, "mark": K.UNKNOWN}.get(member, K.ISSUED)
    assert got.kind is wanted, (member, got.reason)
    if got.receipt is not None and member != "mark":
        assert got.receipt.mark == str(MARK)


def test_without_its_address_the_view_is_built_of_domain_and_signature(sealed: SealedDocument) -> None:
    bare = {name: value for name, value in FULL.items() if name != "url"}
    assert outcome(sealed, 201, bare).receipt.url == FULL["url"]
    for odd in ({"signature": "a/../b"}, {"domain": "javascript:1"}, {"signature": ""}, {"signature": "a?b"}):
        assert outcome(sealed, 201, bare | odd).receipt.url == ""


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), status=statuses)
def test_any_json_in_any_member_never_crashes_and_never_makes_a_wrong_issued(
    data: st.DataObject, status: int, sealed: SealedDocument
) -> None:
    names = data.draw(st.lists(st.sampled_from([*SEED_MEMBERS, *OLDER_MEMBERS]), min_size=1, max_size=4))
    value = FULL | {name: data.draw(anything) for name in names}
    got = outcome(sealed, status, value)
    assert got.http_status == status
    if got.kind is K.ISSUED:
        assert 200 <= status < 300
        assert value["success"] is True
        assert got.receipt.mark == str(value["mark"]).strip()
        assert got.receipt.mark.isdigit()
        assert got.receipt.status.casefold() in ("", "submitted")
    if got.receipt is not None:
        for name in RECEIPT_NAMES.values():
            assert getattr(got.receipt, name).isprintable()
    if status == 400 and got.kind is K.REFUSED:
        assert got.problems


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=200) | anything.map(lambda v: json.dumps(v).encode()), status=statuses)
def test_any_body_at_all_is_an_outcome_and_no_issued(
    body: bytes, status: int, sealed: SealedDocument
) -> None:
    got = outcome_of_answer(status, JSON, body, sealed)
    assert got.kind is not K.ISSUED
    read_envelope(body)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, {K.REFUSED, K.UNKNOWN}),
        (401, {K.UNAUTHORISED}),
        (405, {K.REFUSED, K.UNKNOWN}),
        (408, {K.UNKNOWN}),
        (409, {K.CONFLICT}),
        (500, {K.UNKNOWN}),
    ],
)
def test_every_status_of_the_page_with_and_without_json(
    status: int, kind: set[OutcomeKind], sealed: SealedDocument
) -> None:
    told = {"success": False, "message": "no", "statusCode": str(status), "status": "UNKNOWN"}
    assert outcome(sealed, status, told).kind in kind
    assert outcome_of_answer(status, {}, b"", sealed).kind in kind
    page = outcome_of_answer(status, {"Content-Type": "text/html"}, b"<html><title>x</title></html>", sealed)
    assert page.kind is (K.UNAUTHORISED if status == 401 else K.UNKNOWN)
