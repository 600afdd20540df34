"""From the filled document to the MARK: once a press, with the line good, slow, broken or unwilling."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Outcome, OutcomeKind

CTRL = Qt.KeyboardModifier.ControlModifier


def issue(office: Any) -> None:
    """Fills a document and presses Ctrl+Enter."""
    office.window.open_view("compose")
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)


def test_ctrl_enter_issues_and_the_mark_is_shown(office: Any) -> None:
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.text("receipt.state") == "Εκδόθηκε")
    assert office.text("receipt.mark") == "400001900000001"
    assert office.text("receipt.uid") == "0F" * 20
    assert office.text("receipt.status") == "SUBMITTED"
    assert office.text("receipt.authenticationCode") == "A1B2C3D4E5F60718293A4B5C6D7E8F9001122334"
    address = office.text("receipt.url")
    assert address.startswith("https://einvoiceportaluat.impact.gr/v/")
    office.wait(lambda: office.find("receipt.qr").isVisible())
    assert office.find("receipt.qr").accessibleDescription() == address
    office.rest()
    assert office.text("receipt.document.gross") == "124,00"
    assert office.text("receipt.document.net") == "100,00"


def test_a_new_document_lies_on_the_stage_after_issuing(office: Any) -> None:
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt")
    assert office.window.session.value("counterParty.vat") is None
    office.wait(lambda: office.text("receipt.mark"))
    office.key(Qt.Key.Key_N, CTRL)
    assert office.window.book.view == "compose"
    assert QApplication.focusWidget() is office.find("counterParty.vat")


def test_pressing_twice_and_holding_the_key_issues_once(office: Any) -> None:
    office.line.hold()
    issue(office)
    office.key(Qt.Key.Key_Return, CTRL)
    office.key(Qt.Key.Key_F9)
    office.find("action.issue").click()
    office.wait(lambda: office.window.book.view == "receipt")
    office.key(Qt.Key.Key_Return, CTRL)
    office.line.release()
    office.wait(lambda: office.text("receipt.mark"))
    office.rest()
    assert len(office.line.sent) == 1
    assert len(office.desk.submissions()) == 1


def test_what_is_wrong_is_shown_at_its_field_and_nothing_is_sealed(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Παπαδόπουλος Α.Ε.")
    office.find("details").setFocus()
    office.key(Qt.Key.Key_F9)
    assert QApplication.focusWidget() is office.find("counterParty.vat")
    assert "Λείπει το ΑΦΜ" in office.window.message
    office.rest()
    assert office.desk.submissions() == []
    assert office.window.book.view == "compose"


def test_the_state_is_followed_live_while_the_provider_takes_its_time(office: Any) -> None:
    office.line.hold()
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.text("receipt.state") == "Αποστέλλεται…")
    assert not office.find("receipt.mark").isVisible()
    office.line.release()
    office.wait(lambda: office.text("receipt.state") == "Εκδόθηκε")


def test_a_stalled_provider_never_freezes_the_window(office: Any) -> None:
    views = ("drafts", "archive", "samples", "outbox", "receipt", "compose")
    for view in views:
        office.view(view)
    gaps: list[float] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    office.line.hold()
    heart = QTimer(interval=20)
    heart.timeout.connect(beat)
    last = time.perf_counter()
    heart.start()
    issue(office)
    office.wait(lambda: office.line.sent)
    for view in views:
        office.window.open_view(view)
        office.qtbot.wait(200)
    office.window.session.edit("counterParty.registeredName", "Αφοί Γεωργίου")
    office.qtbot.wait(600)
    heart.stop()
    assert office.text("counterParty.registeredName") == "Αφοί Γεωργίου"
    assert len(gaps) > 50
    # The line is held until the test ends: whoever waited for it would not beat again.
    assert max(gaps) < 1.0


def test_a_sender_quicker_than_the_window_is_not_overlooked(office: Any) -> None:
    for _ in range(2):
        issue(office)
        office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
        office.rest()
    page = office.find("page.receipt")
    first, second = office.desk.submissions()
    page.show_submission(first)
    stale = replace(second, state=State.WAITING, receipt=None, changed_at=second.sealed_at)
    page.show_submission(stale)
    assert office.text("receipt.state") != "Εκδόθηκε"
    office.wait(lambda: office.text("receipt.state") == "Εκδόθηκε")
    page.on_submission(stale)
    assert office.text("receipt.state") == "Εκδόθηκε", "what is older than what is shown is not shown"


def test_a_refused_document_is_corrected_under_its_number(office: Any, play: Any) -> None:
    office.line.will(play.refused)
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: "Απορρίφθηκε" in office.text("receipt.state"))
    assert "Vat number is not valid" in office.text("receipt.reason")
    assert "κρατά τον αριθμό" in office.text("receipt.next")
    office.press("receipt.correct")
    office.wait(lambda: office.window.book.view == "compose")
    office.rest()
    assert office.text("counterParty.vat") == "EL094014201"
    assert office.text("number") == "1"
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    states = [(row.sealed.key.number, row.state) for row in office.desk.submissions()]
    assert states == [("1", State.REFUSED), ("1", State.ISSUED)]


def test_an_unknown_outcome_says_so_and_when_it_is_asked_again(office: Any, play: Any) -> None:
    office.line.will(play.unknown)
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: "Άγνωστη έκβαση" in office.text("receipt.state"))
    assert "ξανά σε" in office.text("receipt.next")
    assert not office.find("receipt.correct").isVisible(), "what may have arrived is never rebuilt"
    assert office.find("view.outbox").count == 1
    first = office.line.sent[0].payload
    office.key(Qt.Key.Key_F8)
    office.wait(lambda: office.text("receipt.state") == "Εκδόθηκε")
    assert office.line.sent[1].payload == first, "the same bytes"


def test_without_a_line_it_waits_and_the_next_one_may_be_written(office: Any, play: Any) -> None:
    office.line.will(play.never_left)
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: "δεν έχει φύγει" in office.text("receipt.state"))
    assert "Επόμενη προσπάθεια" in office.text("receipt.next")
    issue(office)
    office.wait(lambda: len(office.desk.submissions()) == 2)
    office.wait(lambda: office.find("view.outbox").count == 2)
    assert "2 σε εκκρεμότητα" in office.text("status.outbox")


def test_the_provider_gone_mad_is_told_not_hidden(office: Any) -> None:
    def unauthorised(_sealed: object) -> Outcome:
        return Outcome(OutcomeKind.UNAUTHORISED, "unauthorised", http_status=401)

    office.line.will(unauthorised)
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.text("receipt.reason"))
    assert "unauthorised" not in office.text("receipt.reason"), "a sentence, not a code"


def test_copying_the_mark_puts_just_the_mark_on_the_clipboard(office: Any) -> None:
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    office.key(Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text() == office.text("receipt.mark")
    assert "ΜΑΡΚ" in office.window.message


def test_values_are_selected_by_the_tab_key_and_copied(office: Any) -> None:
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    office.find("receipt.uid").setFocus(Qt.FocusReason.TabFocusReason)
    assert office.find("receipt.uid").selectedText() == "0F" * 20


def test_the_qr_code_is_wholly_in_sight_at_1280_by_900(office: Any) -> None:
    office.window.resize(1280, 900)
    issue(office)
    office.wait(lambda: office.window.book.view == "receipt")
    office.wait(lambda: office.find("receipt.qr").isVisible())
    office.qtbot.wait(50)
    code = office.find("receipt.qr")
    assert (office.window.width(), office.window.height()) == (1280, 900)
    assert code.visibleRegion().boundingRect().size() == code.size()
    assert code.module >= 5
