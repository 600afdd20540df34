"""Delivery notes over a real socket: cancelled by their MARK, and invoiced several at a time."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.cancelling import is_being_cancelled, is_cancelled
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.app.sender import run_until
from einvoice_desktop.app.submit import is_settled
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument, Submission
from einvoice_desktop.sandbox.faults import Fault, FaultKind
from tests.provider.loopback import Loopback, Opener
from tests.provider.practised import PATIENCE

DOOR = "/Invoice/cancelDeliveryNote"
NOTE = "9.3-own-premises"
ORDERED = "8.6-order"


def sample(desk: Desk, name: str) -> Draft:
    draft = desk.read_draft(bootstrap.paths.resource(f"samples/own/{name}.json").read_bytes())
    moved = draft.document.distribution_details
    if moved is None or moved.dispatch_date is None:
        return draft
    later = moved.with_member("dispatch_date", "2099-12-31")
    return Draft(draft.document.with_member("distribution_details", later))


def sent(desk: Desk, row: Submission) -> Submission:
    run_until(desk.sender(lambda _: None), lambda: is_settled(desk.submission(row.id)), PATIENCE)
    done = desk.submission(row.id)
    assert done.state is State.ISSUED, done.problems
    return done


def issue(desk: Desk, name: str) -> Submission:
    return sent(desk, desk.seal(sample(desk, name)))


# --- cancelling -------------------------------------------------------------------------------------


def test_a_note_is_cancelled_once_and_says_so_everywhere(desk: Desk) -> None:
    note = issue(desk, NOTE)
    row = desk.cancel_note(note.id)
    assert (row.state, row.reason, is_cancelled(row)) == (State.ISSUED, "note_cancelled", True)
    assert row.receipt is not None
    assert note.receipt is not None
    assert (row.receipt.mark, row.receipt.status) == (note.receipt.mark, "CANCELLED")
    assert len(row.receipt.cancellation_mark) == 15
    assert desk.submission(note.id) == row
    kinds = [attempt.outcome.kind for attempt in desk.journal(note.id)]
    assert kinds[-1] is OutcomeKind.CANCELLED
    assert desk.first_broken_attempt() is None
    paper = repr(desk.issued_paper(note.id, PaperWishes(languages=("el", "en"))))
    assert "ΑΚΥΡΩΘΗΚΕ" in paper
    assert "CANCELLED" in paper
    with pytest.raises(UserError, match="cancel_done"):
        desk.cancel_note(note.id)


@pytest.mark.parametrize(
    "kind", [FaultKind.DROP_AFTER, FaultKind.TRUNCATED_JSON, FaultKind.SERVER_ERROR, FaultKind.HTML_PAGE]
)
def test_a_lost_answer_leaves_it_open_and_asking_again_settles_it(
    desk: Desk, practice: Any, kind: FaultKind
) -> None:
    note = issue(desk, NOTE)
    practice[1].provider().faults.add(DOOR, Fault(kind))
    open_row = desk.cancel_note(note.id)
    assert (is_being_cancelled(open_row), is_cancelled(open_row)) == (True, False)
    assert open_row.state is State.ISSUED
    again = desk.cancel_note(note.id)
    assert is_cancelled(again)
    assert [attempt.outcome.kind for attempt in desk.journal(note.id)][-1] is OutcomeKind.CANCELLED


def test_that_it_is_open_is_written_before_anything_leaves(desk: Desk, monkeypatch: Any) -> None:
    from einvoice_desktop.provider.client import HttpProvider

    note = issue(desk, NOTE)
    seen: list[str] = []

    def stops(_self: Any, _sealed: Any, _receipt: Any) -> None:
        seen.append(desk.submission(note.id).reason)
        raise KeyboardInterrupt

    monkeypatch.setattr(HttpProvider, "cancel_note", stops)
    with pytest.raises(KeyboardInterrupt):
        desk.cancel_note(note.id)
    assert seen == ["note_cancelling"]
    monkeypatch.undo()
    assert is_being_cancelled(desk.submission(note.id))
    assert is_cancelled(desk.cancel_note(note.id))


def test_what_cannot_be_cancelled_is_refused_in_words_and_nothing_leaves(desk: Desk) -> None:
    invoice = issue(desk, "1.1-vat-rates")
    with pytest.raises(UserError) as refused:
        desk.cancel_note(invoice.id)
    assert refused.value.code == "cancel_only_notes"
    assert "1.1" in desk.sentence(refused.value.code, refused.value.params, "el")
    waiting = desk.seal(sample(desk, NOTE))
    with pytest.raises(UserError, match="cancel_only_notes"):
        desk.cancel_note(waiting.id)


def test_without_a_line_nothing_has_left_and_the_note_stands(desk: Desk, practice: Any) -> None:
    note = issue(desk, NOTE)
    practice[1].close()
    row = desk.cancel_note(note.id)
    assert (row.reason, is_cancelled(row), is_being_cancelled(row)) == ("note_cancel_unsent", False, False)


# --- one invoice of several notes -------------------------------------------------------------------


def test_notes_become_one_invoice_without_prices_that_names_their_marks(desk: Desk) -> None:
    first, second = issue(desk, NOTE), issue(desk, NOTE)
    draft = desk.join([second.id, first.id]).document
    marks = tuple(row.receipt.mark for row in (first, second) if row.receipt)
    assert (draft.invoice_type_code, draft.delivery_note_marks) == ("1.1", marks)
    assert (draft.number, draft.date_issued, draft.distribution_details) == (None, None, None)
    notes = [line for row in (first, second) for line in desk.credits.document_of(row).details or ()]
    assert [line.descriptions for line in draft.details] == [line.descriptions for line in notes]
    assert [line.quantity for line in draft.details] == [line.quantity for line in notes]
    assert {line.unit_price for line in draft.details} == {None}
    assert {line.vat_category_code for line in draft.details} == {1}


def test_a_cancelled_note_and_another_customers_are_not_invoiced(desk: Desk) -> None:
    first, second = issue(desk, NOTE), issue(desk, NOTE)
    desk.cancel_note(first.id)
    with pytest.raises(UserError, match="join_cancelled"):
        desk.join([first.id, second.id])
    other = issue(desk, "9.3-packaging")
    with pytest.raises(UserError, match="join_other_party"):
        desk.join([second.id, other.id])
    with pytest.raises(UserError, match="join_nothing"):
        desk.join([second.id, issue(desk, "1.1-vat-rates").id])


# --- one receipt of several orders ------------------------------------------------------------------


def test_orders_are_closed_by_one_receipt_less_what_was_taken_back(desk: Desk) -> None:
    order = issue(desk, ORDERED)
    document = desk.credits.document_of(order)
    line = document.details[0]
    back = line.with_member("record_type_code", 7).with_member("quantity", Decimal(1))
    for name in ("net_total", "vat_total", "total"):
        back = back.without_member(name)
    returned = sample(desk, ORDERED).document.with_member("details", (back,))
    taken_back = sent(desk, desk.seal(Draft(returned)))
    draft = desk.join([order.id, taken_back.id])
    closing = draft.document
    assert (closing.invoice_type_code, closing.special_invoice_category) == ("11.1", 12)
    assert closing.multiple_connected_marks == tuple(
        int(row.receipt.mark) for row in (order, taken_back) if row.receipt
    )
    assert closing.table_id is None
    left = {tuple(one.descriptions): one.quantity for one in closing.details}
    assert left.get(tuple(line.descriptions), Decimal(0)) == line.quantity - 1
    assert all(one.record_type_code != 7 for one in closing.details)
    settled = sent(desk, desk.seal(draft))
    assert json.loads(settled.sealed.payload)["specialInvoiceCategory"] == 12


def test_more_taken_back_than_ordered_is_a_credit(desk: Desk) -> None:
    line = desk.credits.document_of(issue(desk, ORDERED)).details[0]
    back = line.with_member("record_type_code", 7)
    returned = sent(desk, desk.seal(Draft(sample(desk, ORDERED).document.with_member("details", (back,)))))
    draft = desk.join([returned.id]).document
    assert (draft.invoice_type_code, draft.special_invoice_category) == ("11.4", None)
    assert draft.multiple_connected_marks == (int(returned.receipt.mark),)
    assert [one.quantity for one in draft.details] == [line.quantity]


def test_where_documents_go_encrypted_no_order_leaves_in_clear(
    server: Loopback, provider: Opener, sealed: SealedDocument
) -> None:
    told = Receipt("400001000000001", "", "", "", "", "", "", "", "", "")
    outcome = provider(server.url, encrypt=lambda data: data).cancel_note(sealed, told)
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NEVER_LEFT, "no_encrypted_way")
    assert server.connections == 0
