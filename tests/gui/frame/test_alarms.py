"""Alarms that need no sender: age, a sender that died, a clock that is wrong; each is said once."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt

from einvoice_desktop.domain.submission import Outcome, SealedDocument
from tests.gui.frame.conftest import issued

CTRL = Qt.KeyboardModifier.ControlModifier


def ago(minutes: int) -> datetime:
    return datetime.now(UTC) - timedelta(minutes=minutes)


def issue(office: Any) -> None:
    office.window.open_view("compose")
    office.fill()
    office.key(Qt.Key.Key_Return, CTRL)
    office.wait(lambda: office.window.book.view == "receipt" and office.text("receipt.mark"))
    office.rest()


def test_what_waits_a_quarter_of_an_hour_is_said_once_and_again_after_an_hour(office: Any) -> None:
    watch = office.program.deeds.watch
    watch.counted.emit(1, ago(14))
    assert office.window.message == ""
    watch.counted.emit(2, ago(16))
    assert "16 λ" in office.window.message or "16 min" in office.window.message
    office.window.unsay()
    watch.counted.emit(2, ago(17))
    assert office.window.message == ""
    watch.counted.emit(2, ago(61))
    assert "1" in office.window.message
    office.window.unsay()
    watch.counted.emit(0, None)
    watch.counted.emit(1, ago(16))
    assert office.window.message != ""


def test_it_leads_to_the_outbox(office: Any) -> None:
    office.program.deeds.watch.counted.emit(1, ago(20))
    office.press("message.action")
    assert office.window.book.view == "outbox"


def dies(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sender's thread comes to its end."""
    monkeypatch.setattr(threading, "excepthook", lambda _told: None)
    worker = office.program.deeds.watch._thread._worker

    def broken(_stop: threading.Event) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr(worker, "_take_turn", broken)
    office.program.deeds.watch._thread._stop.set()
    worker.wake()
    office.wait(lambda: not office.program.deeds.watch._thread.is_running)


def test_a_sender_that_died_is_said_and_started_again(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    dies(office, monkeypatch)
    office.program.deeds.watch.look()
    office.wait(lambda: "σταμάτησε" in office.window.message)
    office.wait(lambda: "F8" in office.text("status.sender"))
    office.press("message.action")
    office.wait(lambda: "F8" not in office.text("status.sender"))
    issue(office)


def test_f8_starts_it_again_too(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    dies(office, monkeypatch)
    office.key(Qt.Key.Key_F8)
    issue(office)


@pytest.mark.parametrize(("minutes", "word"), [(10, "μπροστά"), (-10, "πίσω")])
def test_a_clock_that_is_minutes_off_is_said_with_the_difference(
    office: Any, minutes: int, word: str
) -> None:
    def act(sealed: SealedDocument) -> Outcome:
        return replace(issued(sealed), server_date=datetime.now(UTC) - timedelta(minutes=minutes))

    office.line.will(act)
    issue(office)
    office.wait(lambda: word in office.window.message)
    assert "ρολόι" in office.text("status.sender")
    office.window.unsay()
    office.line.will(act)
    issue(office)
    assert office.window.message == ""


def test_a_clock_that_is_seconds_off_is_right(office: Any) -> None:
    office.line.will(lambda s: replace(issued(s), server_date=datetime.now(UTC) - timedelta(seconds=90)))
    issue(office)
    assert "ρολόι" not in office.window.message
