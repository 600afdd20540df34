"""The review of a draft that came back with the books from a copy waits, and says why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt

from einvoice_desktop.gui.bottom_panel import DEAF_SECONDS
from einvoice_desktop.store.restored import mark_restored

CTRL = Qt.KeyboardModifier.ControlModifier
MADE, NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC), datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
IT_WAITS = "Περιμένει εσάς: διαβάστε τις προειδοποιήσεις και πατήστε «Έκδοση τώρα»."


def came_back(start: Callable[..., Any], countdown: str) -> Any:
    """A window on books with one draft that came back, which lies on the stage."""
    office = start(**{"issue.countdown": countdown})
    office.fill()
    office.window.session.save_now()
    office.rest()
    mark_restored(office.desk._parts.store._database, MADE, NOW)
    office.desk.series.set_last_number(office.window.session.draft.document, "7")
    return office


def open_anew(office: Any) -> None:
    draft_id = office.window.session.draft_id
    office.window.session.replace(office.desk.load_draft(draft_id), draft_id)
    office.window.open_view("compose")


@pytest.mark.parametrize("countdown", ["0", "1"])
def test_it_waits_whatever_the_countdown_and_is_issued_once_the_person_says_so(
    start: Callable[..., Any], countdown: str
) -> None:
    office = came_back(start, countdown)
    open_anew(office)
    office.key(Qt.Key.Key_Return, CTRL)
    assert office.find("review").isVisible()
    assert office.text("review.countdown") == IT_WAITS
    assert "από αντίγραφο της 20/11/2026" in office.text("review.warnings")
    office.qtbot.wait(int(DEAF_SECONDS * 1000) + 20)
    assert office.desk.submissions() == []
    office.key(Qt.Key.Key_Return)
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    office.rest()
    assert [row.sealed.key.number for row in office.desk.submissions()] == ["8"]


def test_one_that_was_on_the_stage_when_the_books_came_back_is_stopped_and_then_told(
    start: Callable[..., Any],
) -> None:
    office = came_back(start, "0")
    office.window.open_view("compose")
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: "από αντίγραφο της 20/11/2026" in office.window.message)
    office.rest()
    assert office.desk.submissions() == []
    office.key(Qt.Key.Key_Return, CTRL)
    assert office.text("review.countdown") == IT_WAITS
