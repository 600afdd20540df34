"""The line at the foot: company, environment, sign-in, outbox and the last save, at any width."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt

from einvoice_desktop.domain.dates import ATHENS


def test_practice_needs_no_sign_in(office: Any) -> None:
    assert not office.find("status.signin").isVisible()


def test_it_says_till_when_the_company_is_signed_in(start: Any, line: Any) -> None:
    office = start(server="uat")
    office.wait(lambda: office.text("status.signin") == "Χωρίς σύνδεση ακόμη")
    line.until = datetime.now(UTC) + timedelta(minutes=14)
    office.program.deeds.watch.look()
    office.wait(lambda: office.text("status.signin").startswith("Σύνδεση έως "))
    shown = office.text("status.signin").rpartition(" ")[2]
    assert shown == line.until.astimezone(ATHENS).strftime("%H:%M")
    office.window.choose_language("en")
    office.rest()
    assert office.text("status.signin") == f"Signed in until {shown}"
    office.window.status.show_sign_in(True, datetime.now(UTC) - timedelta(seconds=1))
    assert office.text("status.signin") == "Not signed in yet"


def test_a_press_on_the_outbox_opens_it(office: Any) -> None:
    office.press("status.outbox")
    assert office.window.book.view == "outbox"
    office.window.open_view("compose")
    office.find("status.outbox").setFocus()
    office.key(Qt.Key.Key_Return)
    assert office.window.book.view == "outbox"


def test_what_waits_too_long_is_a_warning_in_words_and_sign(office: Any) -> None:
    office.window.status.show_outbox(2, datetime.now(UTC) - timedelta(minutes=22))
    assert office.text("status.outbox").startswith("⚠ ")
    assert "22" in office.text("status.outbox")
    office.window.status.show_outbox(0, None)
    assert "⚠" not in office.text("status.outbox")


@pytest.mark.parametrize("language", ["el", "en"])
def test_nothing_in_it_makes_the_window_wider(start: Any, language: str) -> None:
    office = start(server="softone-production", language=language)
    status = office.window.status
    narrow = office.window.minimumSizeHint().width()
    status.show_company("Ανώνυμη Εμπορική Βιομηχανική Τεχνική Εταιρεία " * 4)
    status.show_outbox(12345, datetime.now(UTC) - timedelta(days=4))
    status.show_sign_in(True, datetime.now(UTC) + timedelta(minutes=5))
    status.show_saved(datetime.now(UTC))
    assert office.window.minimumSizeHint().width() == narrow
    office.window.resize(1024, 700)
    office.rest()
    assert office.window.width() == 1024, "the window takes the size of a small screen"
    shown = [part for part in status.parts.values() if part.isVisible()]
    assert len(shown) >= 5, [part.text() for part in shown]
    for before, after in pairwise(shown):
        assert before.geometry().right() < after.geometry().left()
    assert shown[-1].geometry().right() <= status.width()
    outbox = status.parts["outbox"]
    assert outbox.width() >= outbox.sizeHint().width(), "what waits is the last to be shortened"


def test_the_rail_keeps_its_icons_on_a_small_screen(office: Any) -> None:
    office.window.resize(1024, 700)
    office.rest()
    button = office.find("view.drafts")
    assert button.isVisible()
    assert button.width() < 60
    assert button.toolTip() == "Πρόχειρα  Ctrl+2"
    office.press("view.drafts")
    assert office.window.book.view == "drafts"
    office.window.resize(1280, 900)
    office.rest()
    assert button.width() > 150
    assert button.toolTip() == ""
