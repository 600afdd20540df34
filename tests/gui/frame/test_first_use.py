"""The first document of a series outside practice: its last number is asked for once, before the issue."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from einvoice_desktop.gui.bottom_panel import DEAF_SECONDS

CTRL = Qt.KeyboardModifier.ControlModifier


def panel_is_open(office: Any) -> bool:
    return office.program.deeds.issuing.is_reviewing


@pytest.fixture
def first(start: Any) -> Any:
    """A window of the trial books that asks for the last number."""
    office = start("uat")
    office.window.open_view("compose")
    office.name_issuer()
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: panel_is_open(office))
    return office


def answer(office: Any, number: str) -> None:
    office.qtbot.wait(int(DEAF_SECONDS * 1000) + 20)
    field = office.find("firstUse.number")
    field.selectAll()
    QTest.keyClicks(field, number)
    office.key(Qt.Key.Key_Return)


def sealed_numbers(office: Any) -> list[str]:
    return [row.sealed.key.number for row in office.desk.submissions()]


def test_the_question_names_the_series_and_says_what_the_answer_does(first: Any) -> None:
    assert first.text("firstUse.question")
    assert (
        first.find("firstUse").accessibleName() == "Πρώτο παραστατικό της σειράς A, τύπος 1.1, υποκατάστημα 0"
    )
    assert "αριθμό 1 " in first.text("firstUse.meaning")
    QTest.keyClicks(first.find("firstUse.number"), "41")
    assert "αριθμό 42 " in first.text("firstUse.meaning")
    assert sealed_numbers(first) == []


def test_the_number_after_it_is_given_and_the_document_goes_out(first: Any) -> None:
    answer(first, "41")
    first.wait(lambda: first.window.book.view == "receipt" and first.text("receipt.mark"))
    assert sealed_numbers(first) == ["42"]


def test_nothing_typed_means_none_yet(first: Any) -> None:
    answer(first, "")
    first.wait(lambda: first.window.book.view == "receipt")
    first.rest()
    assert sealed_numbers(first) == ["1"]


def test_it_is_asked_once(first: Any) -> None:
    answer(first, "")
    first.wait(lambda: first.window.book.view == "receipt" and first.text("receipt.mark"))
    first.window.open_view("compose")
    first.fill()
    first.key(Qt.Key.Key_Return, CTRL)
    first.wait(lambda: len(sealed_numbers(first)) == 2)
    assert not panel_is_open(first)


def test_esc_issues_nothing_and_keeps_the_document(first: Any) -> None:
    first.key(Qt.Key.Key_Escape)
    first.rest()
    assert not panel_is_open(first)
    assert "Δεν εκδόθηκε" in first.window.message
    assert sealed_numbers(first) == []
    assert first.text("counterParty.registeredName") == "Παπαδόπουλος και Υιοί Α.Ε."


def test_an_enter_that_comes_too_soon_is_no_answer(first: Any) -> None:
    first.key(Qt.Key.Key_Return)
    first.rest()
    assert panel_is_open(first)
    assert sealed_numbers(first) == []


@pytest.mark.parametrize("told", [True, False], ids=["told as held", "told as let go and pressed anew"])
def test_an_enter_that_is_held_since_the_review_is_no_answer(first: Any, told: bool) -> None:
    first.qtbot.wait(int(DEAF_SECONDS * 1000) + 20)
    field = first.find("firstUse.number")
    for place in range(5):
        for kind in (QEvent.Type.KeyRelease, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", told)
            event.setTimestamp(1000 + 50 * place)
            QApplication.sendEvent(field, event)
    first.rest()
    assert panel_is_open(first)
    assert sealed_numbers(first) == []


def test_a_mark_is_no_last_number(first: Any) -> None:
    answer(first, "400001000000001")
    first.wait(lambda: first.text("firstUse.fault"))
    assert "ΜΑΡΚ" in first.text("firstUse.fault")
    assert sealed_numbers(first) == []


def test_who_goes_on_typing_has_not_answered(first: Any) -> None:
    first.window.session.edit("details[0].quantity", "9")
    assert not panel_is_open(first)
    first.rest()
    assert sealed_numbers(first) == []


def test_in_practice_nobody_is_asked(office: Any) -> None:
    office.window.open_view("compose")
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    assert sealed_numbers(office) == ["1"]


def test_a_series_that_looks_like_a_known_one_is_warned_about(first: Any) -> None:
    answer(first, "")
    first.wait(lambda: first.window.book.view == "receipt" and first.text("receipt.mark"))
    first.window.open_view("compose")
    first.window.session.edit("series", "Α")
    composition = first.window.session.composition
    assert any(problem.path == "series" for problem in composition.problems)


def test_tab_goes_round_inside(first: Any) -> None:
    stops = ("firstUse.number", "firstUse.issue", "firstUse.cancel")
    for stop in (*stops[1:], stops[0]):
        first.key(Qt.Key.Key_Tab)
        assert first.find(stop).hasFocus()
    first.key(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert first.find("firstUse.cancel").hasFocus()
    assert panel_is_open(first)
