"""Crediting from the window: a draft that can still be changed, or the whole document by order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QRadioButton

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Kind, Outcome

CTRL = Qt.KeyboardModifier.ControlModifier
MARK = "400001900000001"


@pytest.fixture
def issued(office: Any) -> Any:
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.text("receipt.mark") == MARK)
    office.rest()
    return office


def dialog() -> Any:
    found = [
        w for w in QApplication.topLevelWidgets() if w.accessibleIdentifier() == "credit" and w.isVisible()
    ]
    return found[0] if found else None


def part(name: str) -> Any:
    (found,) = [w for w in dialog().findChildren(object) if getattr(w, "objectName", str)() == name]
    return found


def ask(office: Any) -> QDialog:
    office.press("action.credit")
    office.wait(dialog)
    return dialog()


def test_the_credit_is_a_draft_of_the_right_type_that_names_the_original(issued: Any) -> None:
    ask(issued)
    issued.qtbot.mouseClick(part("credit.goOn"), Qt.MouseButton.LeftButton)
    issued.wait(lambda: issued.window.book.view == "compose")
    issued.rest()
    document = issued.window.session.composition.source
    assert (document.invoice_type_code, document.correlated_invoices) == ("5.1", (int(MARK),))
    assert (document.number, document.mark, document.uid) == (None, None, None)
    assert document.counter_party.vat == "EL094014201"
    assert issued.window.session.composition.summaries.gross > 0
    assert not issued.window.session.composition.has_errors


def test_by_order_it_is_sealed_sent_and_followed_like_any_other(issued: Any) -> None:
    ask(issued)
    part("credit.whole").click()
    part("credit.series").setText("ΠΙΣ")
    issued.qtbot.mouseClick(part("credit.goOn"), Qt.MouseButton.LeftButton)
    issued.wait(lambda: len(issued.line.sent) == 2)
    issued.wait(lambda: issued.desk.submissions()[-1].state is State.ISSUED)
    issued.rest()
    row = issued.desk.submissions()[-1]
    assert (row.sealed.kind, row.sealed.key.series, row.sealed.key.number) == (Kind.CREDIT, "ΠΙΣ", "1")
    assert b'"relateCredit":true' in issued.line.sent[1].payload
    assert "ανεπιβεβαίωτο" in issued.text("receipt.advice")
    # It cannot be credited itself, and the same order again leads to the same row.
    assert not issued.find("page.receipt").credit_button.isVisible()
    assert issued.desk.credits.whole(1).id == row.id
    issued.wait(lambda: issued.text("receipt.document.gross") == "124,00")


def test_what_was_credited_already_is_told_before_it_is_done_twice(issued: Any) -> None:
    ask(issued)
    issued.rest()
    assert not part("credit.already").isVisible()
    part("credit.whole").click()
    part("credit.series").setText("ΠΙΣ")
    issued.qtbot.mouseClick(part("credit.goOn"), Qt.MouseButton.LeftButton)
    issued.wait(lambda: issued.desk.submissions()[-1].sealed.kind is Kind.CREDIT)
    issued.rest()
    issued.program.deeds.show_receipt(1)
    issued.wait(lambda: issued.text("receipt.document.number") == "A 1")
    issued.rest()
    ask(issued)
    issued.wait(lambda: part("credit.already").isVisible())
    told = part("credit.already").text()
    assert "ΠΙΣ 1" in told
    assert "124,00 από 124,00" in told


def test_a_credit_document_counts_as_credited_too_while_it_is_on_its_way(issued: Any) -> None:
    issued.desk.seal(issued.desk.credit(1))
    credited = issued.desk.credits.already(1)
    assert [row.sealed.key.type_code for row in credited.rows] == ["5.1"]
    assert credited.gross == issued.desk.submission(1).sealed.gross
    assert issued.desk.credits.already(credited.rows[0].id).rows == ()
    ask(issued)
    issued.wait(lambda: part("credit.already").isVisible())


def test_the_archive_credits_the_document_in_sight(issued: Any) -> None:
    issued.view("archive")
    issued.wait(lambda: issued.find("action.credit").isEnabled())
    issued.key(Qt.Key.Key_R, CTRL)
    issued.wait(dialog)
    assert "unconfirmed" in part("credit.whole").text() or "ανεπιβεβαίωτο" in part("credit.whole").text()
    issued.qtbot.keyClick(dialog(), Qt.Key.Key_Escape)
    issued.wait(lambda: dialog() is None)
    assert len(issued.desk.submissions()) == 1


def test_where_nothing_can_be_credited_there_is_no_button(office: Any, play: Any) -> None:
    office.line.will(play.refused)
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.desk.submissions() and office.desk.submissions()[0].state is State.REFUSED)
    office.rest()
    assert not office.window.actions_["credit"].isEnabled()


def test_without_a_mark_the_order_cannot_be_given_and_the_draft_names_none(office: Any) -> None:
    def without_mark(sealed: Any) -> Outcome:
        from tests.gui.frame.conftest import issued as took

        outcome = took(sealed)
        assert outcome.receipt is not None
        signed = replace(outcome.receipt, mark="", provider_signed=True)
        return replace(outcome, reason="provider_signed", receipt=signed)

    office.line.will(without_mark)
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.desk.submissions()[0].state is State.ISSUED)
    office.rest()
    ask(office)
    whole = part("credit.whole")
    assert isinstance(whole, QRadioButton)
    assert not whole.isEnabled()
    assert "ΜΑΡΚ" in part("credit.aboutWhole").text()
    issued_draft = office.desk.credit(1).document
    assert (issued_draft.invoice_type_code, issued_draft.correlated_invoices) == ("5.2", None)
    office.qtbot.keyClick(dialog(), Qt.Key.Key_Escape)


def credit_draft(office: Any) -> None:
    """The credit of the document in sight takes the stage."""
    ask(office)
    office.qtbot.mouseClick(part("credit.goOn"), Qt.MouseButton.LeftButton)
    office.wait(lambda: office.window.book.view == "compose")
    office.rest()


def test_a_second_credit_shows_what_is_left_and_more_than_that_is_not_issued(issued: Any) -> None:
    credit_draft(issued)
    assert issued.text("credited.left") == "100,00"
    issued.window.session.edit("details[0].quantity", "3")
    # The played provider makes a MARK of the number alone.
    issued.window.session.edit("number", "2")
    issued.press("action.issue")
    issued.wait(lambda: len(issued.desk.submissions()) == 2)
    issued.wait(lambda: issued.desk.submissions()[-1].state is State.ISSUED)
    issued.rest()
    assert issued.desk.submissions()[-1].sealed.gross.to_eng_string() == "46.50"
    issued.program.deeds.show_receipt(1)
    issued.wait(lambda: issued.text("receipt.mark") == MARK)
    issued.rest()
    credit_draft(issued)
    session = issued.window.session
    assert session.text("details[0].quantity") == "5"
    shown = [issued.text(f"credited.{name}") for name in ("original", "credited", "left")]
    assert shown == ["100,00", "37,50", "62,50"]
    assert issued.text("credited.lines[0]") == "3 από 8 · Καφές φίλτρου 1 kg"
    assert issued.text("credited.lines[0].left") == "62,50"
    session.edit("details[0].quantity", "6")
    assert [(p.path, p.authority_code) for p in session.composition.problems if p.is_error] == [
        ("summaries.totalNetAmount", "319")
    ]
    issued.press("action.issue")
    issued.rest()
    assert len(issued.desk.submissions()) == 2
    session.edit("details[0].quantity", "5")
    assert not session.composition.has_errors


def test_a_document_that_credits_nothing_known_has_no_such_panel(office: Any) -> None:
    office.fill()
    assert not office.window.stage.page.credited.isVisible()
    session = office.window.session
    session.choose("invoiceTypeCode", "5.1")
    session.edit("correlatedInvoices", "400001000000077")
    office.rest()
    assert not office.window.stage.page.credited.isVisible()
