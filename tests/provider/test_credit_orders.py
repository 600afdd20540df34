"""Orders to credit over a real socket: the practice provider's own answers, read by the real client."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Form
from einvoice_desktop.domain.agreement import Agreement, agreement
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Kind, OutcomeKind, SealedDocument, Submission
from einvoice_desktop.provider.failures import outcome_of_answer
from einvoice_desktop.sandbox.faults import Fault, FaultKind
from tests.provider.loopback import Loopback, Opener, issued, json_answer
from tests.provider.practised import KEY, sent

SAMPLE = bootstrap.paths.resource("samples/published/3.1-4.json")


@pytest.fixture
def original(desk: Desk) -> Submission:
    document = read_document(SAMPLE.read_bytes()).without_member("number").without_member("date_issued")
    row = sent(desk, desk.seal(Draft(document)))
    assert row.state is State.ISSUED, row.problems
    return row


def test_an_order_is_issued_and_read_back_in_every_form(desk: Desk, original: Submission) -> None:
    row = sent(desk, desk.credits.whole(original.id, series="ΠΙΣ"))
    assert (row.state, row.sealed.kind, row.sealed.key.type_code) == (State.ISSUED, Kind.CREDIT, "5.1")
    assert row.receipt is not None
    assert row.receipt.mark
    assert row.receipt.internal_id == row.sealed.internal_id
    told = json.loads(row.sealed.payload)
    assert original.receipt is not None
    assert told == {
        "issuerTin": f"EL{original.sealed.key.issuer_vat}",
        "authenticationCode": original.receipt.authentication_code,
        "mark": int(original.receipt.mark),
        "series": "ΠΙΣ",
        "number": "1",
        "internalId": row.sealed.internal_id,
        "relateCredit": True,
        "preventDocumentMapping": False,
    }
    assert desk.provider_files.get(row.id, Form.PDF).content.startswith(b"%PDF-")
    assert original.receipt.mark.encode() in desk.provider_files.get(row.id, Form.XML).content
    compared = desk.compare_again(row.id)
    assert (compared.state, compared.problems) == (State.ISSUED, ())
    document = desk.credits.document_of(row)
    assert (document.invoice_type_code, document.number) == ("5.1", "1")
    assert desk.compose(Draft(document)).summaries.gross == original.sealed.gross


@pytest.mark.parametrize("kind", [FaultKind.DROP_AFTER, FaultKind.SERVER_ERROR, FaultKind.TRUNCATED_JSON])
def test_a_lost_answer_is_asked_for_with_the_same_bytes_and_credits_once(
    desk: Desk, original: Submission, practice: Any, kind: FaultKind
) -> None:
    practice[1].provider().faults.add("/Invoice/credit", Fault(kind))
    row = sent(desk, desk.credits.whole(original.id))
    assert (row.state, row.attempts) == (State.ISSUED, 2)
    assert row.problems == ()
    assert row.receipt is not None
    assert row.receipt.mark != (original.receipt and original.receipt.mark)


def test_somebody_elses_credit_under_the_number_is_never_ours(
    desk: Desk, original: Submission, practice: Any
) -> None:
    practice[1].provider().faults.add("/Invoice/credit", Fault(FaultKind.STRANGER))
    row = sent(desk, desk.credits.whole(original.id))
    assert (row.state, row.number_spent, row.reason) == (State.REFUSED, True, "number_conflict")


def test_a_document_credited_elsewhere_is_refused_and_says_so(
    desk: Desk, original: Submission, practice: Any, tmp_path: Path
) -> None:
    options = bootstrap.Options(
        tmp_path / "elsewhere", server=practice[0], sign_in="apikey", retry_after=0.05, database_url=None
    )
    elsewhere = bootstrap.open_desk(options, KEY)
    credit = desk.credit(original.id).document.with_member("series", "ELSEWHERE")
    plain = sent(elsewhere, elsewhere.seal(Draft(credit)))
    elsewhere.close()
    assert plain.state is State.ISSUED, plain.problems
    row = sent(desk, desk.credits.whole(original.id))
    assert (row.state, [problem.code for problem in row.problems]) == (State.REFUSED, ["already_credited"])
    # Its correction is a credit document under the number that it held.
    draft = desk.correct(row.id).document
    assert (draft.invoice_type_code, draft.number) == ("5.1", row.sealed.key.number)


def test_midnight_changes_neither_the_order_nor_its_number(desk: Desk, original: Submission) -> None:
    row = desk.credits.whole(original.id)
    from einvoice_desktop.app.resealing import sealed_again

    later = sealed_again(row.sealed, datetime.now(UTC) + timedelta(days=1), delayed=True)
    assert (later.payload, later.key.number) == (row.sealed.payload, row.sealed.key.number)
    assert later.key.date > row.sealed.key.date


def test_with_encryption_on_nothing_leaves(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    one = provider(server.url, encrypt=lambda payload: b"-----BEGIN PGP MESSAGE-----" + payload[::-1])
    got = one.submit(replace(sealed, kind=Kind.CREDIT))
    assert (got.kind, got.reason) == (OutcomeKind.NEVER_LEFT, "no_encrypted_way")
    assert not server.sent("/Invoice/credit")
    assert not server.sent("/Invoice/secure")


def test_with_encryption_on_the_order_is_refused_before_it_is_sealed(
    desk: Desk, original: Submission
) -> None:
    from einvoice_desktop.app.crediting import why_not_whole

    assert why_not_whole(original, encrypted=True) == "credit_not_encrypted"
    with pytest.raises(UserError) as refused:
        desk.credits.whole(desk.credits.whole(original.id).id)
    assert refused.value.code == "credit_impossible"


@pytest.fixture
def order(sealed: SealedDocument) -> SealedDocument:
    return replace(sealed, kind=Kind.CREDIT, payload=b'{"mark": 400001000000001, "series": "A"}')


def test_the_originals_mark_is_never_taken_for_the_credits(order: SealedDocument) -> None:
    answer = issued(mark=400001000000001)
    got = outcome_of_answer(201, {}, json.dumps(answer).encode(), order)
    assert (got.kind, got.reason) == (OutcomeKind.UNKNOWN, "mark_missing")
    words = {"message": "Document has already been transmitted. MARK: 400001000000001"}
    got = outcome_of_answer(409, {}, json.dumps(words).encode(), order)
    assert got.receipt is not None
    assert got.receipt.mark == ""


def test_an_answer_with_our_internal_id_is_ours_whatever_number_the_provider_gives_it(
    order: SealedDocument,
) -> None:
    answer = issued(series="CR", number="99", uid="F" * 40)
    got = outcome_of_answer(201, {}, json.dumps(answer).encode(), order)
    assert got.kind is OutcomeKind.ISSUED
    assert got.receipt is not None
    assert agreement(got.receipt, order) is Agreement.OURS
    stranger = issued(internalId="other")
    assert outcome_of_answer(201, {}, json.dumps(stranger).encode(), order).reason == "answer_mismatch"


def test_the_order_goes_to_its_own_door(server: Loopback, provider: Opener, order: SealedDocument) -> None:
    server.on("/Invoice/credit", json_answer(201, issued()))
    assert provider(server.url).submit(order).kind is OutcomeKind.ISSUED
    (request,) = server.sent("/Invoice/credit")
    assert (request.body, request.headers["content-type"]) == (order.payload, "application/json")
    assert not server.sent("/invoice/json")
