"""MARKs of other documents are typed, or chosen among those that these books issued."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

from einvoice_desktop.app import issued_marks
from einvoice_desktop.gui.compose.marks_field import MarksField
from einvoice_desktop.gui.compose.tab_kinds import PLACE_OF
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from einvoice_desktop.app.desk import Desk

TAB, ENTER, F4, DOWN = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_F4, Qt.Key.Key_Down
ISSUED = {
    400000000000001: "1.1 · A 1 · 21/11/2026 · Καφεκοπτείο · 124,00",
    400000000000002: "9.3 · A 2 · 21/11/2026 · Φούρνος · 0,00",
}


@pytest.fixture(autouse=True)
def books(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two issued documents; what finds them in real books is tested with the archive."""

    def found(_desk: Desk, typed: str, _language: str) -> list[issued_marks.IssuedMark]:
        hits = ISSUED.items()
        return [
            issued_marks.IssuedMark(str(mark), text)
            for mark, text in hits
            if typed.casefold() in text.casefold()
        ]

    monkeypatch.setattr(issued_marks, "issued_marks", found)


def field(office: Office) -> MarksField:
    bar = office.page.findChild(QTabWidget, "compose.tabs")
    assert bar is not None
    bar.setCurrentIndex(PLACE_OF["references"])
    found = office.page.findChild(MarksField, "correlatedInvoices")
    assert found is not None
    found.setFocus()
    return found


def is_open(marks: MarksField) -> bool:
    return marks._list is not None and marks._list.isVisible()


def test_f4_shows_what_was_issued_and_enter_takes_it(office: Office, qtbot: QtBot) -> None:
    marks = field(office)
    office.key(F4)
    qtbot.waitUntil(lambda: is_open(marks))
    office.key(DOWN)
    office.key(ENTER)

    assert office.session.value("correlatedInvoices") == (400000000000002,)
    assert marks.text() == "400000000000002"


def test_words_find_a_document_and_its_mark_takes_their_place(office: Office, qtbot: QtBot) -> None:
    marks = field(office)
    office.type("400000000000002, καφε")
    qtbot.waitUntil(lambda: is_open(marks))
    office.key(ENTER)

    assert office.session.value("correlatedInvoices") == (400000000000002, 400000000000001)


def test_escape_closes_the_list_and_leaves_what_was_typed(office: Office, qtbot: QtBot) -> None:
    marks = field(office)
    office.type("φούρ")
    qtbot.waitUntil(lambda: is_open(marks))
    office.key(Qt.Key.Key_Escape)

    assert not is_open(marks)
    assert marks.text() == "φούρ"
    assert office.session.value("correlatedInvoices") is None


def test_a_number_is_typed_without_any_list(office: Office) -> None:
    marks = field(office)
    office.type("400000000000009")
    office.key(TAB)

    assert not is_open(marks)
    assert office.session.value("correlatedInvoices") == (400000000000009,)
