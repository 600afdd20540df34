"""Delivery notes in the archive: several become one invoice, and one is cancelled at the provider."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from einvoice_desktop import paths
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CANCELLED = Outcome(
    OutcomeKind.CANCELLED,
    "note_cancelled",
    receipt=Receipt("", "", "", "CANCELLED", "", "", "", "", "", "", cancellation_mark="400001900000999"),
)
OPEN = Outcome(OutcomeKind.UNKNOWN, "read_timeout")


def issue(office: Any, name: str, count: int) -> None:
    for number in range(1, count + 1):
        draft = office.desk.read_draft(paths.resource(f"samples/own/{name}.json").read_bytes())
        document = draft.document
        if document.distribution_details is not None:
            moved = document.distribution_details.with_member("dispatch_date", "2099-12-31")
            document = document.with_member("distribution_details", moved)
        row = office.desk.seal(Draft(document.with_member("number", str(number))))
        office.wait(lambda row=row: office.desk.submission(row.id).state is State.ISSUED)
    office.rest()


@pytest.fixture
def notes(office: Any) -> Any:
    issue(office, "9.3-own-premises", 2)
    return office


def will(office: Any, *outcomes: Outcome) -> list[str]:
    """What the provider says to orders to cancel; the MARKs that were sent."""
    asked: list[str] = []
    said = list(outcomes)

    def cancel_note(_sealed: Any, receipt: Receipt) -> Outcome:
        asked.append(receipt.mark)
        return said.pop(0)

    office.line.cancel_note = cancel_note
    return asked


def in_archive(office: Any) -> Any:
    page = office.view("archive")
    office.wait(lambda: page.model.ids)
    page.table.setFocus()
    page.table.choose_first()
    office.rest()
    return page


def test_several_notes_become_one_invoice_that_names_their_marks(notes: Any) -> None:
    page = in_archive(notes)
    notes.wait(lambda: notes.find("action.join").isVisible())
    page.table.selectAll()
    notes.rest()
    notes.press("action.join")
    notes.wait(lambda: notes.window.book.view == "compose")
    notes.rest()
    document = notes.window.session.composition.source
    assert document.invoice_type_code == "1.1"
    assert document.delivery_note_marks == ("400001900000001", "400001900000002")
    one = len(notes.desk.credits.document_of(notes.desk.submission(1)).details)
    assert len(document.details) == 2 * one
    assert notes.window.session.text("details[0].unitPrice") == ""


def test_other_documents_have_neither_button(office: Any) -> None:
    issue(office, "1.1-vat-rates", 1)
    in_archive(office)
    office.wait(lambda: office.find("action.credit").isEnabled())
    for name in ("action.join", "action.cancelNote"):
        assert not [w for w in office.window.findChildren(object) if shown(w, name)]


def shown(widget: Any, name: str) -> bool:
    return getattr(widget, "accessibleIdentifier", str)() == name and widget.isVisible()


def test_a_note_is_cancelled_after_it_was_shown_what_and_is_told_everywhere(notes: Any) -> None:
    asked = will(notes, CANCELLED)
    in_archive(notes)
    notes.key(Qt.Key.Key_K, CTRL | SHIFT)
    notes.wait(lambda: notes.find("cancelNote").isVisible())
    assert "400001900000002" in notes.text("cancelNote.document")
    assert asked == []
    QApplication.processEvents()
    notes.qtbot.wait(350)
    notes.press("cancelNote.goOn")
    notes.wait(lambda: asked == ["400001900000002"])
    notes.rest()
    page = notes.find("page.archive")
    notes.wait(lambda: page.model.index(0, 1).data() == "Ακυρώθηκε")
    assert not page.table.isColumnHidden(1)
    notes.program.deeds.show_receipt(2)
    notes.wait(lambda: notes.window.book.view == "receipt")
    notes.wait(lambda: notes.text("receipt.state") == "Ακυρώθηκε")
    assert not notes.find("page.receipt").cancel_button.isVisible()


def test_escape_leaves_it_as_it_is(notes: Any) -> None:
    asked = will(notes)
    in_archive(notes)
    notes.press("action.cancelNote")
    notes.wait(lambda: notes.find("cancelNote").isVisible())
    notes.qtbot.keyClick(notes.find("cancelNote.keep"), Qt.Key.Key_Escape)
    notes.wait(lambda: not notes.find("cancelNote").isVisible())
    assert (asked, notes.desk.submission(2).reason) == ([], "")


def test_where_the_answer_was_lost_it_says_so_and_can_be_asked_again(notes: Any) -> None:
    asked = will(notes, OPEN, replace(CANCELLED, reason="note_cancelled_before"))
    notes.program.deeds.show_receipt(1)
    notes.wait(lambda: notes.window.book.view == "receipt")
    for said in ("Εκδόθηκε – δεν ξέρουμε αν ακυρώθηκε", "Ακυρώθηκε"):
        notes.rest()
        notes.press("action.cancelNote")
        notes.wait(lambda: notes.find("cancelNote").isVisible())
        notes.qtbot.wait(350)
        notes.press("cancelNote.goOn")
        notes.wait(lambda said=said: notes.text("receipt.state") == said)
    assert asked == ["400001900000001"] * 2
    assert [str(a.outcome.kind) for a in notes.desk.journal(1)][-2:] == ["cancelling", "cancelled"]


def test_an_order_is_closed_by_a_receipt(office: Any) -> None:
    issue(office, "8.6-order", 1)
    in_archive(office)
    office.press("action.join")
    office.wait(lambda: office.window.book.view == "compose")
    office.rest()
    document = office.window.session.composition.source
    assert (document.invoice_type_code, document.special_invoice_category) == ("11.1", 12)
    assert document.multiple_connected_marks == (400001900000001,)


def test_with_both_buttons_the_window_is_as_narrow_as_before(notes: Any) -> None:
    in_archive(notes)
    notes.wait(lambda: notes.find("action.join").isVisible() and notes.find("action.cancelNote").isVisible())
    notes.rest()
    assert notes.window.minimumSizeHint().width() <= 1024
