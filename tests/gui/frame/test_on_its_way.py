"""What the receipt and the outbox say of a document that is not quite there: MARK, line, law, date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from einvoice_desktop.app.legal_clock import LegalClock
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.domain.submission import Outcome, SealedDocument
from einvoice_desktop.gui import words
from tests.gui.frame.conftest import issued

CTRL = Qt.KeyboardModifier.ControlModifier


def without_mark(sealed: SealedDocument) -> Outcome:
    """The provider has it and tells no MARK yet."""
    outcome = issued(sealed)
    assert outcome.receipt is not None
    return replace(outcome, receipt=replace(outcome.receipt, mark=""))


def signed(sealed: SealedDocument) -> Outcome:
    """The provider signed it by itself."""
    outcome = without_mark(sealed)
    assert outcome.receipt is not None
    return replace(outcome, receipt=replace(outcome.receipt, provider_signed=True))


def seal(office: Any) -> None:
    office.window.open_view("compose")
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    office.rest()


def said(office: Any, identifier: str) -> str:
    widget = office.find(identifier)
    return str(widget.text()) if widget.isVisible() else ""


def test_a_mark_that_is_still_to_come_is_said_plainly_everywhere(office: Any) -> None:
    office.line.will(without_mark)
    seal(office)
    office.wait(lambda: said(office, "receipt.state") == "Εκδόθηκε – ο ΜΑΡΚ ακολουθεί")
    assert not office.find("receipt.mark").isVisible()
    assert not office.find("receipt.copyMark").isVisible()
    assert "ΜΑΡΚ ζητείται" in said(office, "receipt.next")
    assert "ζητείται ξανά αυτόματα" in said(office, "receipt.reason")
    assert office.find("receipt.tryNow").isVisible()
    outbox = office.view("outbox")
    assert words.short_state(outbox.model.rows[0]) == "Εκδόθηκε, ο ΜΑΡΚ ακολουθεί"
    archive = office.view("archive")
    office.rest()
    row = office.desk.submissions()[0]
    assert archive._block([row.id]).rstrip().endswith("ακολουθεί")


def test_a_document_that_the_provider_signed_says_what_its_paper_says(office: Any) -> None:
    office.line.will(signed)
    seal(office)
    office.wait(lambda: "υπογραφή του παρόχου" in said(office, "receipt.state"))
    assert "έγκυρο" in said(office, "receipt.reason")


def test_the_line_keeps_it_and_the_customer_gets_the_code(office: Any, play: Any) -> None:
    office.line.offline_key = "key-of-the-office"
    office.line.will(play.never_left)
    seal(office)
    office.wait(lambda: said(office, "receipt.offlineAddress"))
    address = said(office, "receipt.offlineAddress")
    assert address.startswith("https://einvoiceportaluat.impact.gr/TransmissionFailure?")
    assert "key-of-the-office" not in address
    assert office.find("receipt.offlineQr").accessibleDescription() == address
    stamp = office.desk.issued_paper(office.desk.submissions()[0].id, PaperWishes()).stamp
    assert stamp.address == address
    assert any("Transmission Failure_1" in notice[0] for notice in stamp.notices)


def test_without_a_key_it_is_said_that_there_is_no_code(office: Any, play: Any) -> None:
    office.line.will(play.never_left)
    seal(office)
    office.wait(lambda: said(office, "receipt.offline"))
    assert not office.find("receipt.offlineQr").isVisible()


def test_once_it_is_in_nothing_speaks_of_the_line(office: Any, play: Any) -> None:
    office.line.offline_key = "key"
    office.line.will(play.never_left)
    seal(office)
    office.wait(lambda: said(office, "receipt.offlineAddress"))
    office.press("receipt.tryNow")
    office.wait(lambda: said(office, "receipt.mark"))
    assert not said(office, "receipt.offline")
    assert not said(office, "receipt.legalClock")


def test_what_was_tried_shows_how_long_the_law_leaves(office: Any, play: Any) -> None:
    office.line.will(play.never_left)
    seal(office)
    office.wait(lambda: "Όριο του νόμου" in said(office, "receipt.legalClock"))
    assert "απομέν" in said(office, "receipt.legalClock")
    assert "μία μόνο πηγή" in said(office, "receipt.legalCertainty")


@pytest.mark.parametrize(
    ("left", "tone"),
    [(timedelta(days=1, hours=1), "muted"), (timedelta(hours=5), "warning"), (timedelta(0), "error")],
)
def test_the_less_time_the_louder(left: timedelta, tone: str) -> None:
    now = datetime.now(UTC)
    clock = LegalClock(now.date(), now + left, left)
    assert words.clock_tone(clock) == tone
    assert words.clock_line(clock)[0] == ("⚠" if tone == "error" else "◷")


def test_only_where_its_date_has_passed_the_person_may_choose(
    office: Any, play: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.line.will(play.never_left)
    seal(office)
    office.wait(lambda: said(office, "receipt.legalClock"))
    assert not office.find("receipt.sendToday").isVisible()
    tomorrow = replace(office.desk.surroundings(), today="2999-01-01")
    monkeypatch.setattr(office.desk, "surroundings", lambda: tomorrow)
    office.wait(lambda: office.find("receipt.sendToday").isVisible())
    office.press("receipt.sendDelayed")
    office.rest()
    row = office.desk.submission(office.desk.submissions()[0].id)
    assert office.desk.read_document(row.sealed.payload).is_delayed_code == 1
    reasons = [attempt.outcome.reason for attempt in office.desk.journal(row.id)]
    assert "sealed_again_delayed" in reasons
