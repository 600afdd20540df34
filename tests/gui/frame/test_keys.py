"""Commands are found by the key's place: with the Greek layout on, every shortcut still works."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication

from einvoice_desktop.gui.keys import GREEK, latin_key, mnemonic_twin, with_twins

# What a test plays as a key, Qt's test library would also like to have as ASCII.
pytestmark = pytest.mark.qt_log_ignore("keyToAscii", extend=True)

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def greek(letter: str) -> Qt.Key:
    """The key of a Latin letter as the Greek layout names it."""
    return Qt.Key(ord(GREEK[letter]))


def press(office: Any, letter: str, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    """As Windows delivers Ctrl and a letter with the Greek layout on."""
    office.key(greek(letter), modifiers)


def test_new_find_undo_with_the_greek_layout(office: Any) -> None:
    office.window.session.edit("counterParty.registeredName", "Αφοί")
    press(office, "Z")
    assert office.text("counterParty.registeredName") == ""
    press(office, "Y")
    assert office.text("counterParty.registeredName") == "Αφοί"
    press(office, "N")
    assert office.text("counterParty.registeredName") == ""
    press(office, "F")
    office.rest()
    assert office.window.book.view == "archive"


def test_copy_cut_paste_and_select_all_in_a_field_with_the_greek_layout(office: Any) -> None:
    field = office.find("counterParty.registeredName")
    field.setFocus()
    field.setText("Παπαδόπουλος")
    press(office, "A")
    assert field.selectedText() == "Παπαδόπουλος"
    press(office, "C")
    assert QApplication.clipboard().text() == "Παπαδόπουλος"
    press(office, "X")
    assert field.text() == ""
    press(office, "V")
    press(office, "V")
    assert field.text() == "ΠαπαδόπουλοςΠαπαδόπουλος"


def test_a_page_s_own_key_works_with_the_greek_layout(office: Any) -> None:
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    press(office, "C", CTRL | SHIFT)
    assert QApplication.clipboard().text() == office.text("receipt.mark")


def test_plain_greek_letters_are_letters(office: Any) -> None:
    field = office.find("counterParty.registeredName")
    field.setFocus()
    for letter in "Νέα":
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(field, event)
    assert field.text() == "Νέα"


@pytest.mark.parametrize(
    ("key", "modifiers", "latin"),
    [
        (ord("Ψ"), CTRL, "C"),
        (ord("Σ"), CTRL, "S"),
        (ord("Ψ"), Qt.KeyboardModifier.NoModifier, None),
        (ord("Ψ"), CTRL | Qt.KeyboardModifier.AltModifier, None),
        (ord("C"), CTRL, None),
    ],
)
def test_which_latin_letter_a_key_means(key: int, modifiers: Qt.KeyboardModifier, latin: str | None) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
    assert latin_key(event) == (ord(latin) if latin else None)


def test_a_shortcut_is_taught_once() -> None:
    once = with_twins([QKeySequence("Ctrl+S"), QKeySequence("F9"), QKeySequence("Ctrl+Shift+D")])
    assert [s.toString() for s in once] == ["Ctrl+S", "Ctrl+Σ", "F9", "Ctrl+Shift+D", "Ctrl+Shift+Δ"]
    assert with_twins(once) == once


def test_a_menu_s_letter_has_a_twin_on_the_other_layout() -> None:
    assert mnemonic_twin("&Αρχείο") == "A"
    assert mnemonic_twin("&File") == "Φ"
    assert mnemonic_twin("File") is None
