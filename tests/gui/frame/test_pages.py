"""Drafts, samples, outbox and archive, as a person works them."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from einvoice_desktop.domain.lifecycle import State

CTRL = Qt.KeyboardModifier.ControlModifier


def cells(table: Any, column: str) -> list[str]:
    """What a table shows in one column, from the top."""
    keys = [c.key for c in table.records.columns]
    place = keys.index(column)
    model = table.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def issue(office: Any, name: str) -> None:
    office.window.open_view("compose")
    office.fill()
    office.window.session.edit("counterParty.registeredName", name)
    before = len(office.desk.submissions())
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: len(office.desk.submissions()) == before + 1)
    office.wait(lambda: office.window.book.view == "receipt")
    office.rest()


def settled(office: Any) -> bool:
    return all(row.state in ("issued", "refused") for row in office.desk.submissions())


# --- drafts -----------------------------------------------------------------------------------------


def test_what_is_typed_becomes_a_draft_and_is_counted(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Βιβλιοπωλείο Πρωτοπορία")
    office.wait(lambda: office.find("view.drafts").count == 1)
    assert "αποθηκεύτηκε" in office.text("status.saved")
    office.view("drafts")
    assert cells(office.find("drafts"), "customer") == ["Βιβλιοπωλείο Πρωτοπορία"]
    assert cells(office.find("drafts"), "type") == ["1.1 Τιμολόγιο Πώλησης"]


def test_enter_opens_a_draft_and_work_goes_on_in_it(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Πρώτος")
    office.wait(lambda: office.find("view.drafts").count == 1)
    office.key(Qt.Key.Key_N, CTRL)
    assert office.text("counterParty.registeredName") == ""
    office.view("drafts")
    office.find("drafts").setFocus()
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "compose")
    assert office.text("counterParty.registeredName") == "Πρώτος"
    office.window.session.edit("counterParty.registeredName", "Πρώτος ξανά")
    office.window.session.save_now()
    office.rest()
    assert [row.counterparty_name for row in office.desk.draft_rows()] == ["Πρώτος ξανά"]


def test_a_deleted_draft_comes_back_by_undo(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Πρώτος")
    office.wait(lambda: office.find("view.drafts").count == 1)
    office.key(Qt.Key.Key_N, CTRL)
    office.view("drafts")
    office.press("drafts.delete")
    office.wait(lambda: office.desk.draft_rows() == [])
    office.wait(lambda: "διαγράφηκε" in office.window.message)
    office.rest()
    assert office.find("view.drafts").count == 0
    office.press("message.action")
    office.wait(lambda: [row.counterparty_name for row in office.desk.draft_rows()] == ["Πρώτος"])
    office.rest()
    assert cells(office.find("drafts"), "customer") == ["Πρώτος"]


def test_a_draft_deleted_while_on_the_stage_stays_deleted(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Πρώτος")
    office.wait(lambda: office.find("view.drafts").count == 1)
    office.view("drafts")
    office.key(Qt.Key.Key_Delete)
    office.wait(lambda: office.desk.draft_rows() == [])
    office.rest()
    assert office.window.session.value("counterParty.registeredName") is None
    office.window.session.edit("counterParty.registeredName", "Δεύτερος")
    office.wait(lambda: [row.counterparty_name for row in office.desk.draft_rows()] == ["Δεύτερος"])


def test_the_last_draft_lies_on_the_stage_at_the_next_start(start: Any) -> None:
    first = start()
    first.window.session.edit("counterParty.registeredName", "Μισοτελειωμένο")
    first.window.close()
    again = start()
    assert again.text("counterParty.registeredName") == "Μισοτελειωμένο"


def test_an_empty_list_says_what_belongs_there(office: Any) -> None:
    for view, words in (
        ("drafts", "Δεν υπάρχουν πρόχειρα"),
        ("outbox", "Δεν εκκρεμεί τίποτα"),
        ("archive", "Δεν έχει εκδοθεί τίποτα"),
        ("receipt", "Δεν έχει εκδοθεί τίποτα"),
    ):
        page = office.view(view)
        shown = [label.text() for label in page.findChildren(type(page.heading)) if label.isVisible()]
        assert any(words in text for text in shown), (view, shown)


# --- outbox -----------------------------------------------------------------------------------------


def test_the_outbox_tells_state_age_tries_and_what_happens_next(office: Any, play: Any) -> None:
    office.line.will(play.unknown)
    issue(office, "Πρώτος")
    office.wait(lambda: office.line.sent)
    office.view("outbox")
    table = office.find("outbox")
    office.wait(lambda: cells(table, "state") == ["Άγνωστη έκβαση"])
    assert cells(table, "document") == ["1.1 A 1"]
    assert cells(table, "attempts") == ["1"]
    assert re.fullmatch(r"σε \S+ \S+, \d\d:\d\d", cells(table, "next")[0])
    assert "στέλνεται ξανά σε" in office.text("outbox.state")
    office.wait(lambda: "δεν απάντησε" in office.text("outbox.state"))


def test_the_bytes_that_were_sent_and_what_came_back_can_be_read(office: Any, play: Any) -> None:
    office.line.will(play.refused)
    issue(office, "Πρώτος")
    office.wait(lambda: settled(office))
    office.view("outbox")
    office.wait(lambda: "Vat number is not valid" in office.find("outbox.answers").toPlainText())
    assert "HTTP 400" in office.find("outbox.answers").toPlainText()
    sent = office.find("outbox.sent").toPlainText()
    assert '"registeredName": "Πρώτος"' in sent
    assert "".join(sent.split()) == "".join(office.line.sent[0].payload.decode().split())


def test_try_now_sends_what_waits(office: Any, play: Any) -> None:
    office.line.will(play.never_left)
    issue(office, "Πρώτος")
    office.wait(lambda: office.line.sent)
    office.view("outbox")
    office.wait(lambda: office.find("outbox.tryNow").isEnabled())
    office.press("outbox.tryNow")
    office.wait(lambda: settled(office))
    office.wait(lambda: cells(office.find("outbox"), "state") == ["Εκδόθηκε"])


def test_a_refused_document_leaves_the_outbox_once_its_number_is_issued(office: Any, play: Any) -> None:
    office.line.will(play.refused)
    issue(office, "Πρώτος")
    office.wait(lambda: settled(office))
    office.view("outbox")
    office.wait(lambda: cells(office.find("outbox"), "state") == ["Απορρίφθηκε"])
    office.find("outbox").setFocus()
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "receipt")
    office.key(Qt.Key.Key_F2)
    office.wait(lambda: office.window.book.view == "compose")
    office.rest()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt" and settled(office))
    office.view("outbox")
    office.wait(lambda: cells(office.find("outbox"), "state") == ["Εκδόθηκε"])


def test_what_another_process_sent_is_seen_here(office: Any, play: Any) -> None:
    office.line.will(play.never_left)
    issue(office, "Πρώτος")
    office.wait(lambda: "δεν έχει φύγει" in office.text("receipt.state"))
    waiting = office.desk.submissions()[0]
    outbox = office.desk._parts.store.outbox
    now = datetime.now(UTC)
    sending = outbox.move(waiting, State.SENDING, now)
    outbox.move(sending, State.ISSUED, now, receipt=play.issued(outbox.get(waiting.id).sealed).receipt)
    office.program.deeds.watch.look()
    office.wait(lambda: office.text("receipt.mark") == "400001900000001")


# --- archive ----------------------------------------------------------------------------------------


def test_the_archive_is_searched_without_accents(office: Any) -> None:
    for name in ("Καφεκοπτεία Λουμίδη", "Γεώργιος Παπαδόπουλος", "Δήμος Αθηναίων"):
        issue(office, name)
    office.wait(lambda: settled(office))
    office.view("archive")
    table = office.find("archive")
    assert cells(table, "customer") == ["Δήμος Αθηναίων", "Γεώργιος Παπαδόπουλος", "Καφεκοπτεία Λουμίδη"]
    office.find("archive.search").setText("ΓΕΩΡΓΙΟσ παπαδ")
    office.rest()
    assert cells(table, "customer") == ["Γεώργιος Παπαδόπουλος"]
    office.find("archive.search").setText("400001900000003")
    office.rest()
    assert cells(table, "customer") == ["Δήμος Αθηναίων"]
    office.find("archive.search").setText("τίποτα τέτοιο")
    office.rest()
    assert cells(table, "customer") == []
    office.key(Qt.Key.Key_Escape)
    office.rest()
    assert len(cells(table, "customer")) == 3


def test_ctrl_f_finds_and_enter_shows_the_receipt(office: Any) -> None:
    issue(office, "Καφεκοπτεία Λουμίδη")
    issue(office, "Δήμος Αθηναίων")
    office.wait(lambda: settled(office))
    office.key(Qt.Key.Key_F, CTRL)
    office.rest()
    assert QApplication.focusWidget() is office.find("archive.search")
    office.find("archive.search").setText("λουμιδη")
    office.key(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is office.find("archive")
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "receipt")
    office.rest()
    assert office.text("receipt.mark") == "400001900000001"
    assert "Λουμίδη" in office.text("receipt.document.customer")


def test_columns_sort_by_value_not_by_letter(office: Any) -> None:
    issue(office, "Πρώτος")
    office.window.open_view("compose")
    office.fill()
    office.window.session.edit("details[0].unitPrice", "1000")
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: len(office.desk.submissions()) == 2 and settled(office))
    office.rest()
    office.view("outbox")
    table = office.find("outbox")
    place = [c.key for c in table.records.columns].index("gross")
    table.sortByColumn(place, Qt.SortOrder.AscendingOrder)
    assert cells(table, "gross") == ["124,00", "9.920,00"]
    table.sortByColumn(place, Qt.SortOrder.DescendingOrder)
    assert cells(table, "gross") == ["9.920,00", "124,00"]
