"""What a bookkeeper asks: every attempt at a document, whether the journal is whole, and the numbers."""

from __future__ import annotations

import hashlib
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from einvoice_desktop.gui.text_dialog import TextDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def issue(office: Any) -> None:
    office.window.open_view("compose")
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    office.rest()


def shown(office: Any, name: str) -> TextDialog:
    found: list[TextDialog] = []

    def look() -> bool:
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, TextDialog)]
        found[:] = [dialog for dialog in dialogs if dialog.parent() is office.window and dialog.isVisible()]
        return bool(found)

    office.wait(look)
    assert found[0].objectName() == name
    return found[0]


def test_the_journal_shows_each_attempt_with_what_was_sent_and_came_back(office: Any, play: Any) -> None:
    office.line.will(play.never_left)
    issue(office)
    office.wait(lambda: office.find("receipt.tryNow").isVisible())
    office.press("receipt.tryNow")
    office.wait(lambda: office.text("receipt.mark"))
    office.key(Qt.Key.Key_F3)
    dialog = shown(office, "journal")
    text = dialog.box.toPlainText()
    assert text.index("Προσπάθεια 1") < text.index("Προσπάθεια 2")
    assert "HTTP 201" in text
    assert hashlib.sha256(office.line.sent[0].payload).hexdigest() in text
    assert '"registeredName": "Παπαδόπουλος και Υιοί Α.Ε."' in text
    copy = dialog.findChild(QPushButton, "journal.copy")
    copy.click()
    assert QGuiApplication.clipboard().text() == text
    QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_a_whole_journal_is_said_to_be_whole(office: Any) -> None:
    issue(office)
    office.window.actions_["verifyJournal"].trigger()
    office.wait(lambda: office.window.message == "Το ημερολόγιο είναι ακέραιο.")


def test_an_altered_journal_is_named_with_its_entry(office: Any, monkeypatch: Any) -> None:
    monkeypatch.setattr(office.desk, "first_broken_attempt", lambda: 7)
    office.window.actions_["verifyJournal"].trigger()
    office.wait(lambda: "7" in office.window.message)
    monkeypatch.setattr(office.desk, "first_broken_attempt", lambda: 0)
    office.window.actions_["verifyJournal"].trigger()
    office.wait(lambda: "Λείπουν" in office.window.message)


def test_the_numbers_tell_gaps(office: Any) -> None:
    issue(office)
    office.window.open_view("compose")
    office.window.session.edit("number", "5")
    issue(office)
    office.window.actions_["numbers"].trigger()
    text = shown(office, "numbers").box.toPlainText()
    assert "2 παραστατικά, από 1 έως 5" in text
    assert "Κενά: 2–4" in text


def test_without_any_number_it_says_so(office: Any) -> None:
    office.window.actions_["numbers"].trigger()
    assert shown(office, "numbers").box.toPlainText() == "Δεν έχει δοθεί ακόμη αριθμός."
