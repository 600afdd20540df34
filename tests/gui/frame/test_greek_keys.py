"""The Greek layout is on all day: commands and fields answer to the key, whatever letter it says."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QVBoxLayout

from einvoice_desktop.gui.actions import COMMANDS, Command
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.keys import GREEK
from einvoice_desktop.gui.rail import VIEWS

# What a test plays as a key, Qt's test library would also like to have as ASCII.
pytestmark = pytest.mark.qt_log_ignore("keyToAscii", extend=True)

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WITH_LETTER = [
    (command.name, key)
    for command in COMMANDS
    for key in command.keys
    if key.startswith("Ctrl+") and key[-1] in GREEK and key[-2] == "+"
]


def test_every_command_with_a_letter_answers_to_the_greek_key(office: Any) -> None:
    field = office.find("counterParty.registeredName")
    heard: list[str] = []
    for name, key in WITH_LETTER:
        action = office.window.actions_[name]
        action.triggered.disconnect()
        action.triggered.connect(lambda _checked=False, name=name: heard.append(name))
        action.setEnabled(True)
        field.setFocus()
        modifiers = CTRL | SHIFT if "Shift" in key else CTRL
        QTest.keyClick(office.window.windowHandle(), Qt.Key(ord(GREEK[key[-1]])), modifiers)

    assert heard == [name for name, _ in WITH_LETTER]
    assert field.text() == ""


def test_there_are_commands_with_letters() -> None:
    assert len(WITH_LETTER) >= 12


# --- copy, paste and the rest in fields -------------------------------------------------------------------


class Keyboard:
    """Ctrl and a letter's key with the Greek layout on, as X11 or as Windows delivers it."""

    def __init__(self, native: bool) -> None:
        self._native = native

    def press(self, letter: str) -> None:
        window = QGuiApplication.focusWindow()
        assert window is not None
        self.press_in(window, letter)

    def press_in(self, window: QWindow, letter: str) -> None:
        code = ord(GREEK[letter])
        if not self._native:
            QTest.keyClick(window, Qt.Key(code), CTRL)
            return
        # Ctrl with a letter comes as its control character, and with the number of the key.
        text = chr(ord(letter) - 64)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, CTRL, 0, ord(letter), 0, text)
            QCoreApplication.sendEvent(window, event)


@pytest.fixture(params=["x11", "windows"])
def keyboard(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    if request.param == "windows":
        monkeypatch.setattr(sys, "platform", "win32")
    return Keyboard(request.param == "windows")


def copy_cut_and_paste(keyboard: Keyboard, text: Callable[[], str], selected: Callable[[], str]) -> None:
    """A, C, X, V on a field that has the focus and holds a text."""
    clipboard = QApplication.clipboard()
    keyboard.press("A")
    before = text()
    assert before
    assert selected() == before
    clipboard.setText("άλλο")
    keyboard.press("C")
    assert clipboard.text() == before
    keyboard.press("X")
    assert text() == ""
    keyboard.press("V")
    assert text() == before


def test_in_a_field_of_the_page(office: Any, keyboard: Keyboard) -> None:
    field = office.find("counterParty.registeredName")
    field.setFocus()
    field.setText("Παπαδόπουλος")
    copy_cut_and_paste(keyboard, field.text, field.selectedText)


def test_in_the_search_for_a_customer(office: Any, keyboard: Keyboard) -> None:
    field = office.find("counterParty.search")
    field.setFocus()
    field.setText("Παπαδόπουλος")
    copy_cut_and_paste(keyboard, field.text, field.selectedText)


def test_in_a_box_with_a_list(office: Any, keyboard: Keyboard) -> None:
    box = office.find("invoiceTypeCode")
    box.setFocus()
    line = box.lineEdit()
    copy_cut_and_paste(keyboard, line.text, line.selectedText)
    assert "Τιμολόγιο" in line.text()


@pytest.mark.parametrize("column", [0, 1, 2, 4])
def test_in_a_cell_that_is_edited(office: Any, keyboard: Keyboard, column: int) -> None:
    table = office.find("details")
    table.setFocus()
    table.go(0, column)
    table.edit(table.currentIndex())
    editor = QApplication.focusWidget()
    line = editor.lineEdit() if hasattr(editor, "lineEdit") else editor
    assert isinstance(line, QLineEdit)
    line.setText("12")
    copy_cut_and_paste(keyboard, line.text, line.selectedText)


def test_in_a_table(office: Any, keyboard: Keyboard) -> None:
    office.window.session.edit("details[0].code", "ΚΦ-1")
    table = office.find("details")
    table.setFocus()
    table.go(0, 0)
    keyboard.press("C")
    assert QApplication.clipboard().text() == "ΚΦ-1"
    keyboard.press("X")
    assert office.window.session.text("details[0].code") == ""
    keyboard.press("V")
    assert office.window.session.text("details[0].code") == "ΚΦ-1"


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_in_a_field_of_a_dialog(office: Any, keyboard: Keyboard, kind: type, qtbot: Any) -> None:
    dialog = QDialog(office.window)
    field = kind(dialog)
    QVBoxLayout(dialog).addWidget(field)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() == dialog.windowHandle())
    field.setFocus()
    read = field.text if kind is QLineEdit else field.toPlainText
    selected = field.selectedText if kind is QLineEdit else lambda: field.textCursor().selectedText()
    (field.setText if kind is QLineEdit else field.setPlainText)("Παπαδόπουλος")
    copy_cut_and_paste(keyboard, read, selected)
    keyboard.press("Z")
    assert read() == ""
    keyboard.press("Y")
    assert read() == "Παπαδόπουλος"
    dialog.close()
    dialog.deleteLater()


def test_undo_and_redo_of_the_document_with_the_greek_layout(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Αφοί")
    office.find("counterParty.registeredName").setFocus()
    window = office.window.windowHandle()
    QTest.keyClick(window, Qt.Key(ord(GREEK["Z"])), CTRL)
    assert office.text("counterParty.registeredName") == ""
    QTest.keyClick(window, Qt.Key(ord(GREEK["Y"])), CTRL)
    assert office.text("counterParty.registeredName") == "Αφοί"


# --- every command has its key on its button --------------------------------------------------------------


def test_every_button_that_can_be_seen_carries_its_key(office: Any) -> None:
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    seen: dict[str, str] = {}
    for view in VIEWS:
        office.view(view)
        seen |= {
            button.objectName() or button.text(): button.key
            for button in office.window.findChildren(KeyButton)
            if button.isVisible()
        }
    assert len(seen) >= 12
    assert [name for name, key in seen.items() if not key] == []


def test_every_command_of_the_menus_has_a_key_or_is_help() -> None:
    without = {command.name for command in COMMANDS if not command.key}
    assert without <= {"openLogs", "details", "about"}


@pytest.mark.parametrize("command", [c for c in COMMANDS if len(c.keys) > 0], ids=lambda c: c.name)
def test_no_two_commands_share_a_key(command: Command) -> None:
    others = {key for other in COMMANDS if other.name != command.name for key in other.keys}
    assert not others & set(command.keys)
