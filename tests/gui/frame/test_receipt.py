"""The receipt: values to copy, the state in plain words, everything in reach on a small screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MARK, UID = "400001900000001", "0F" * 20
CODE = "A1B2C3D4E5F60718293A4B5C6D7E8F9001122334"
URL = f"https://einvoiceportaluat.impact.gr/v/EL999999993-{MARK}-{UID}"


def seal(office: Any) -> None:
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt")
    office.rest()


def issue(office: Any) -> None:
    seal(office)
    office.wait(lambda: office.text("receipt.mark") == MARK)
    office.wait(lambda: office.find("receipt.qr").isVisible())
    office.rest()


def in_sight(widget: QWidget, window: QWidget) -> bool:
    """Whether all of it can be seen: inside the window and inside every scroll area around it."""
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    seen = widget.visibleRegion().boundingRect().size()
    return widget.isVisible() and window.rect().contains(place) and seen == widget.size()


def test_displays_hold_the_bare_values(office: Any) -> None:
    issue(office)
    assert office.text("receipt.mark") == MARK
    assert office.text("receipt.uid") == UID
    assert office.text("receipt.authenticationCode") == CODE
    assert office.text("receipt.status") == "SUBMITTED"
    assert office.text("receipt.url") == URL


def test_an_issued_document_is_never_called_unknown(office: Any) -> None:
    issue(office)
    row = office.desk.submissions()[0]
    card = office.find("page.receipt").issue
    assert card.status.isVisible()
    again = replace(row, receipt=replace(row.receipt, status="UNKNOWN"))
    card.show_receipt(again)
    assert card.mark.text() == row.receipt.mark
    assert not card.status.isVisible()
    assert "UNKNOWN" not in card.status.text()


@pytest.mark.parametrize(
    ("button", "value"),
    [
        ("receipt.copyMark", MARK),
        ("receipt.copyUid", UID),
        ("receipt.copyAuthenticationCode", CODE),
        ("receipt.copyAddress", URL),
    ],
)
def test_each_value_is_copied_by_its_button(office: Any, button: str, value: str) -> None:
    issue(office)
    QGuiApplication.clipboard().setText("πριν")
    office.press(button)
    assert QGuiApplication.clipboard().text() == value
    assert office.window.message


def test_mark_and_address_are_copied_by_key(office: Any) -> None:
    issue(office)
    office.key(Qt.Key.Key_C, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == MARK
    office.key(Qt.Key.Key_A, CTRL | SHIFT)
    assert QGuiApplication.clipboard().text() == URL


def test_tab_comes_to_every_value_and_its_button(office: Any) -> None:
    issue(office)
    office.find("receipt.mark").setFocus()
    met = []
    for _ in range(14):
        focus = QApplication.focusWidget()
        assert focus is not None
        met.append(focus.accessibleIdentifier())
        office.key(Qt.Key.Key_Tab)
    wanted = [
        "receipt.mark",
        "receipt.uid",
        "receipt.copyUid",
        "receipt.authenticationCode",
        "receipt.copyAuthenticationCode",
        "receipt.status",
        "receipt.time",
        "receipt.url",
        "receipt.copyMark",
        "receipt.copyAddress",
        "receipt.openAddress",
    ]
    assert met[: len(wanted)] == wanted


@pytest.mark.parametrize("language", ["el", "en"])
def test_everything_is_in_sight_at_1280_by_900(start: Any, language: str) -> None:
    office = start(language=language)
    office.window.resize(1280, 900)
    issue(office)
    office.window.unsay()
    office.rest()
    for name in ("receipt.mark", "receipt.uid", "receipt.qr", "receipt.url", "receipt.document.payable"):
        office.wait(lambda name=name: in_sight(office.find(name), office.window))
    for name in ("action.print", "action.savePdf", "action.email", "receipt.new"):
        assert in_sight(office.find(name), office.window), name


@pytest.mark.parametrize("language", ["el", "en"])
def test_nothing_is_out_of_reach_at_1024_by_700(start: Any, language: str) -> None:
    office = start(language=language)
    office.window.resize(1024, 700)
    issue(office)
    page, cards = office.find("page.receipt"), office.find("receipt.cards")
    assert page.minimumSizeHint().width() <= 1024 - 224, "beside the rail"
    assert cards.horizontalScrollBar().maximum() == 0
    last = office.find("receipt.document.payable")
    cards.ensureWidgetVisible(last)
    office.wait(lambda: in_sight(last, office.window))
    code = office.find("receipt.qr")
    cards.ensureWidgetVisible(code)
    office.wait(lambda: in_sight(code, office.window))


def test_a_value_that_tab_comes_to_is_scrolled_into_sight(office: Any) -> None:
    office.window.resize(1024, 600)
    issue(office)
    office.find("receipt.openAddress").setFocus()
    for _ in range(10):
        office.key(Qt.Key.Key_Tab)
        if QApplication.focusWidget() is office.find("receipt.document.payable"):
            break
    assert in_sight(office.find("receipt.document.payable"), office.window)


def test_an_unknown_outcome_is_said_plainly(office: Any, play: Any) -> None:
    office.line.will(play.unknown)
    seal(office)
    office.wait(lambda: "άγνωστ" in office.text("receipt.state").lower())
    assert "Μην το ξαναγράψετε" in office.text("receipt.advice")
    assert office.find("receipt.advice").isVisible()
    assert not office.find("receipt.mark").isVisible()
    assert not office.find("receipt.qr").isVisible()


def test_no_advice_stands_where_the_outcome_is_known(office: Any) -> None:
    issue(office)
    assert not office.find("receipt.advice").isVisible()


@pytest.mark.parametrize(
    ("server", "word"), [("practice", "ΕΞΑΣΚΗΣΗ"), ("uat", "ΔΟΚΙΜΗ")], ids=["practice", "trial"]
)
def test_books_without_legal_effect_are_marked_as_such(start: Any, server: str, word: str) -> None:
    office = start(server)
    if server != "practice":
        office.name_issuer()
        office.first_number_is(1)
    issue(office)
    page = office.find("page.receipt")
    assert page.note.isVisible()
    assert page.note.text().startswith(word)
    assert page.issue._watermark == word


def test_the_next_document_is_one_key_away(office: Any) -> None:
    issue(office)
    assert QApplication.focusWidget() is office.find("receipt.new")
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "compose")
    assert office.text("counterParty.registeredName") == ""


def test_the_providers_word_for_the_state_stays_bare_and_is_explained_beside_it(office: Any) -> None:
    issue(office)
    assert office.text("receipt.status") == "SUBMITTED"
    assert office.text("receipt.statusMeaning") == "διαβιβάστηκε στην ΑΑΔΕ"
    office.window.choose_language("en")
    office.rest()
    assert office.text("receipt.statusMeaning") == "transmitted to the tax authority"
