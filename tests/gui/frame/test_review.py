"""The review before issuing: figures and a few seconds in which Esc, an edit or a change of mind stops it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from einvoice_desktop.gui.bottom_panel import DEAF_SECONDS

CTRL = Qt.KeyboardModifier.ControlModifier
LONG, SHORT = "30", "1"


@pytest.fixture
def reviewed(start: Callable[..., Any]) -> Any:
    """A window with a document under review, and half a minute to look at it."""
    return review(start(**{"issue.countdown": LONG}))


def review(office: Any) -> Any:
    office.window.open_view("compose")
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    assert office.find("review").isVisible()
    return office


def past_the_first_moment(office: Any) -> None:
    office.qtbot.wait(int(DEAF_SECONDS * 1000) + 20)


def sealed(office: Any) -> int:
    office.rest()
    return len(office.desk.submissions())


def is_closed(office: Any) -> bool:
    return not office.find("review").isVisible()


def test_the_figures_are_those_that_are_sealed(reviewed: Any) -> None:
    told = {
        name: reviewed.text(f"review.{name}")
        for name in ("customer", "type", "number", "date", "lines", "net", "vat", "payable", "environment")
    }
    assert told == {
        "customer": "Παπαδόπουλος και Υιοί Α.Ε. · EL094014201",
        "type": "1.1 Τιμολόγιο Πώλησης",
        "number": "A · ο αριθμός δίνεται στην έκδοση",
        "date": "σήμερα",
        "lines": "1",
        "net": "100,00",
        "vat": "24,00",
        "payable": "124,00 EUR",
        "environment": "Εξάσκηση: τίποτα δεν φεύγει από αυτόν τον υπολογιστή",
    }
    assert reviewed.text("review.countdown") == "Έκδοση σε 30 δευτ."


def test_enter_issues_at_once_what_was_shown(reviewed: Any) -> None:
    past_the_first_moment(reviewed)
    reviewed.key(Qt.Key.Key_Return)
    reviewed.wait(lambda: reviewed.window.book.view == "receipt" and reviewed.text("receipt.mark"))
    assert reviewed.text("receipt.document.gross") == "124,00"
    assert sealed(reviewed) == 1


def test_when_the_seconds_are_over_it_is_issued_once(start: Callable[..., Any]) -> None:
    office = review(start(**{"issue.countdown": SHORT}))
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    assert is_closed(office)
    assert sealed(office) == 1


def test_esc_cancels_and_nothing_was_sealed(start: Callable[..., Any]) -> None:
    office = start(**{"issue.countdown": SHORT})
    office.fill()
    field = office.find("counterParty.registeredName")
    field.setFocus()
    office.key(Qt.Key.Key_Return, CTRL)
    office.key(Qt.Key.Key_Escape)
    assert is_closed(office)
    assert QApplication.focusWidget() is field
    assert "Δεν εκδόθηκε" in office.window.message
    office.qtbot.wait(1200)
    assert sealed(office) == 0
    assert office.text("counterParty.registeredName") == "Παπαδόπουλος και Υιοί Α.Ε."


def test_the_cancel_button_cancels(reviewed: Any) -> None:
    reviewed.press("review.cancel")
    assert is_closed(reviewed)
    assert sealed(reviewed) == 0


def test_with_no_seconds_it_is_issued_at_once_without_a_review(start: Callable[..., Any]) -> None:
    office = start(**{"issue.countdown": "0"})
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    assert sealed(office) == 1


def test_two_quick_presses_and_a_held_key_issue_once(start: Callable[..., Any]) -> None:
    office = review(start(**{"issue.countdown": SHORT}))
    office.key(Qt.Key.Key_Return, CTRL)
    office.key(Qt.Key.Key_F9)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    for _ in range(20):
        QApplication.sendEvent(office.find("review.issueNow"), held)
    assert not is_closed(office)
    assert not office.window.session.is_sealing
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    assert sealed(office) == 1


def test_a_key_that_comes_too_soon_was_meant_for_something_else(reviewed: Any) -> None:
    reviewed.key(Qt.Key.Key_Return)
    assert not is_closed(reviewed)
    past_the_first_moment(reviewed)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(reviewed.find("review.issueNow"), held)
    assert not is_closed(reviewed)
    assert not reviewed.window.session.is_sealing


def test_a_double_click_on_the_button_does_not_issue(start: Callable[..., Any]) -> None:
    office = start(**{"issue.countdown": LONG})
    office.fill()
    button = office.find("action.issue")
    place = button.mapTo(office.window, button.rect().center())
    QTest.mouseDClick(office.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseClick(office.window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    assert not office.window.session.is_sealing
    assert sealed(office) == 0


@pytest.mark.parametrize(
    "what",
    [
        lambda office: office.window.session.edit("details[0].quantity", "80"),
        lambda office: office.key(Qt.Key.Key_Z, CTRL),
        lambda office: office.key(Qt.Key.Key_N, CTRL),
        lambda office: office.window.open_view("archive"),
        lambda office: office.find("counterParty.vat").setFocus(),
    ],
    ids=["an edit", "undo", "a new document", "another page", "back into a field"],
)
def test_whatever_comes_between_stops_it_and_says_so(start: Callable[..., Any], what: Any) -> None:
    office = review(start(**{"issue.countdown": SHORT}))
    what(office)
    assert is_closed(office)
    assert "Δεν εκδόθηκε" in office.window.message
    office.qtbot.wait(1200)
    assert sealed(office) == 0


def test_while_the_keyboard_is_elsewhere_the_seconds_stand(start: Callable[..., Any]) -> None:
    office = review(start(**{"issue.countdown": SHORT}))
    office.find("view.archive").setFocus()
    office.wait(lambda: office.text("review.countdown").startswith("Σε παύση"))
    office.qtbot.wait(1200)
    assert sealed(office) == 0
    office.find("review.issueNow").setFocus()
    office.wait(lambda: office.text("review.countdown") == "Έκδοση σε 1 δευτ.")
    office.wait(lambda: office.window.book.view == "receipt")
    assert sealed(office) == 1


def test_while_a_menu_is_open_the_seconds_stand(start: Callable[..., Any]) -> None:
    office = review(start(**{"issue.countdown": SHORT}))
    menu = QMenu(office.window)
    menu.addAction(QAction("·", menu))
    menu.popup(office.window.rect().center())
    office.qtbot.wait(1300)
    assert sealed(office) == 0
    menu.close()
    office.wait(lambda: office.window.book.view == "receipt")


def test_with_a_warning_it_waits_for_the_person(start: Callable[..., Any]) -> None:
    office = start(**{"issue.countdown": SHORT})
    office.fill()
    warn(office)
    office.key(Qt.Key.Key_Return, CTRL)
    assert office.text("review.warnings").startswith("⚠ ")
    assert "Περιμένει" in office.text("review.countdown")
    office.qtbot.wait(1300)
    assert not is_closed(office)
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "receipt")
    assert sealed(office) == 1


def warn(office: Any) -> None:
    """Something that can be issued and had better be looked at."""
    office.window.session.edit("details[0].descriptions[0]", "")
    composition = office.window.session.composition
    assert not composition.has_errors
    assert composition.problems


def test_the_language_changes_while_it_is_open(reviewed: Any) -> None:
    reviewed.window.choose_language("en")
    reviewed.rest()
    assert not is_closed(reviewed)
    assert reviewed.text("review.issueNow") == "Issue now"
    assert reviewed.text("review.payable") == "124.00 EUR"
    assert reviewed.text("review.environment") == "Practice: nothing leaves this computer"
    assert reviewed.text("review.countdown").startswith("Issues in")


def test_a_screen_reader_is_told_the_figures_once_and_not_every_second(
    start: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    ear = SimpleNamespace(updateAccessibility=lambda event: told.append(event.message()))
    office = start(**{"issue.countdown": LONG})
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.key(Qt.Key.Key_Escape)
    monkeypatch.setattr("einvoice_desktop.gui.bottom_panel.QAccessible", ear)
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.text("review.countdown") == "Έκδοση σε 29 δευτ.")
    assert len(told) == 1
    for words in ("Έκδοση σε 30 δευτ.", "Παπαδόπουλος", "Πληρωτέο: 124,00 EUR", "Εξάσκηση"):
        assert words in told[0]


def test_tab_stays_inside_and_every_stop_has_a_name(reviewed: Any) -> None:
    stops = []
    for _ in range(3):
        stops.append(QApplication.focusWidget().accessibleIdentifier())
        reviewed.key(Qt.Key.Key_Tab)
    assert stops == ["review.issueNow", "review.cancel", "review.issueNow"]


def test_it_lies_wholly_on_the_page_in_a_small_window(start: Callable[..., Any]) -> None:
    office = start(**{"issue.countdown": LONG})
    office.window.resize(1024, 700)
    review(office)
    panel, page = office.find("review"), office.find("page.compose")
    office.wait(lambda: page.rect().contains(panel.geometry()))
    office.window.resize(1280, 900)
    office.wait(lambda: page.rect().contains(panel.geometry()))
    assert page.height() - panel.geometry().bottom() < 20
