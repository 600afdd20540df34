"""POS receipts (8.4, 8.5) over a real socket: their own door, and the same rules as any document there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft, draft_of
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.app.ports import Form
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Kind
from einvoice_desktop.sandbox.faults import Fault, FaultKind
from tests.provider.practised import KEY, sent

DOOR = "/Receipt"


def draft(code: str) -> Draft:
    name = {"8.4": "own/8.4-pos-receipt.json", "8.5": "own/8.5-pos-return.json"}[code]
    return draft_of(read_document(bootstrap.paths.resource(f"samples/{name}").read_bytes()))


@pytest.mark.parametrize("code", ["8.4", "8.5"])
def test_a_receipt_is_issued_at_its_own_door_and_shown_in_every_form(desk: Desk, code: str) -> None:
    row = sent(desk, desk.seal(draft(code)))
    assert (row.state, row.sealed.kind, row.problems) == (State.ISSUED, Kind.RECEIPT, ())
    assert row.receipt is not None
    assert (len(row.receipt.mark), row.receipt.internal_id) == (15, row.sealed.internal_id)
    told = json.loads(row.sealed.payload)
    assert told["internalDocumentId"] == row.sealed.internal_id
    assert not {"summaries", "details", "distributionDetails", "vatAnalysis"} & told.keys()
    assert str(row.sealed.gross) == f"{told['totalAmount']:.2f}"
    assert desk.provider_files.get(row.id, Form.PDF).content.startswith(b"%PDF-")
    compared = desk.compare_again(row.id)
    assert (compared.state, compared.problems) == (State.ISSUED, ())
    paper = desk.issued_paper(row.id, PaperWishes(languages=("el",)))
    assert row.receipt.mark in repr(paper)
    assert [found.id for found in desk.archive.page(query(row.receipt.mark)).rows] == [row.id]


def query(words: str) -> Any:
    from einvoice_desktop.app.archive import ArchiveQuery

    return ArchiveQuery(words=words)


@pytest.mark.parametrize(
    "kind", [FaultKind.DROP_BEFORE, FaultKind.DROP_AFTER, FaultKind.SERVER_ERROR, FaultKind.TRUNCATED_JSON]
)
def test_a_lost_answer_is_asked_for_with_the_same_bytes(desk: Desk, practice: Any, kind: FaultKind) -> None:
    practice[1].provider().faults.add(DOOR, Fault(kind))
    sealed = desk.seal(draft("8.4"))
    row = sent(desk, sealed)
    assert (row.state, row.attempts, row.problems) == (State.ISSUED, 2, ())
    assert row.sealed.payload == sealed.sealed.payload


def test_somebody_elses_receipt_under_the_number_is_never_ours(desk: Desk, practice: Any) -> None:
    practice[1].provider().faults.add(DOOR, Fault(FaultKind.STRANGER))
    row = sent(desk, desk.seal(draft("8.4")))
    assert (row.state, row.number_spent, row.reason) == (State.REFUSED, True, "number_conflict")


def test_a_refused_receipt_is_corrected_under_its_number(desk: Desk, practice: Any) -> None:
    practice[1].provider().faults.add(DOOR, Fault(FaultKind.REFUSAL))
    row = sent(desk, desk.seal(draft("8.4")))
    assert row.state is State.REFUSED
    corrected = desk.correct(row.id)
    assert (corrected.document.number, corrected.document.internal_document_id) == ("1", None)
    again = sent(desk, desk.seal(corrected))
    assert (again.state, again.sealed.key.number) == (State.ISSUED, "1")


def test_a_receipts_duplicate_has_nothing_that_was_its_alone(desk: Desk) -> None:
    row = sent(desk, desk.seal(draft("8.4")))
    again = desk.duplicate(row.id).document
    assert (again.invoice_type_code, again.number, again.internal_document_id) == ("8.4", None, None)
    assert (again.total_amount, again.card_lines) == (None, None)


def test_with_encryption_on_it_is_refused_before_a_number_is_taken(tmp_path: Path) -> None:
    options = bootstrap.Options(
        tmp_path / "desk", server="practice", sign_in="apikey", encrypted=True, database_url=None
    )
    desk = bootstrap.open_desk(options, KEY)
    try:
        with pytest.raises(UserError) as refused:
            desk.seal(draft("8.4"))
        assert refused.value.code == "receipt_not_encrypted"
        assert "8.4" in desk.sentence(refused.value.code, refused.value.params, "el")
        assert desk.submissions() == []
        assert desk.series.names() == frozenset()
    finally:
        desk.close()
