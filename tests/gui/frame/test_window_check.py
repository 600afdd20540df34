"""The window worked by its own keys, as a frozen program is tried out: an invoice, or a word why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from einvoice_desktop.gui import window_check
from einvoice_desktop.gui.window_check import WindowCheck


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """With what the program would have ended."""
    found: list[int] = []
    monkeypatch.setattr(QApplication, "exit", found.append)
    return found


@pytest.mark.parametrize("language", ["el", "en"])
def test_it_types_issues_and_tells_the_mark(
    start: Callable[..., Any], capsys: pytest.CaptureFixture[str], language: str, ended: list[int]
) -> None:
    office = start(language=language, **{"issue.countdown": "30"})
    check = WindowCheck(office.window)
    office.wait(lambda: not check.is_at_work)
    assert ended == []
    said = capsys.readouterr().out
    assert re.fullmatch(r"issued \d{15}\n", said), said
    (sealed,) = office.line.sent
    sent = sealed.payload.decode()
    for text in ("094014201", "Καφεκοπτείο «Η Ωραία» Α.Ε.", "Αθήνα", "Καφές ελληνικός, ½ κιλό"):
        assert text in sent


def test_it_types_nothing_into_books_that_count(
    start: Callable[..., Any], capsys: pytest.CaptureFixture[str], ended: list[int]
) -> None:
    office = start("uat")
    WindowCheck(office.window)
    office.wait(lambda: ended)
    assert ended == [1]
    assert "no practice books" in capsys.readouterr().out
    assert not office.window.has_typed
    assert office.line.sent == []


def test_it_leaves_a_person_s_draft_alone(
    start: Callable[..., Any], capsys: pytest.CaptureFixture[str], ended: list[int]
) -> None:
    before = start()
    before.window.session.edit("counterParty.registeredName", "Του κυρίου Νίκου")
    before.window.close()
    office = start()
    WindowCheck(office.window)
    office.wait(lambda: ended)
    assert ended == [1]
    assert "a draft in these books" in capsys.readouterr().out
    assert office.window.session.text("counterParty.registeredName") == "Του κυρίου Νίκου"


def test_what_does_not_come_true_in_time_is_told(
    start: Callable[..., Any],
    capsys: pytest.CaptureFixture[str],
    ended: list[int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(window_check, "LIMIT_SECONDS", 0.3)
    office = start(late=True)
    WindowCheck(office.window)
    office.wait(lambda: ended)
    assert ended == [1]
    assert "the books are open" in capsys.readouterr().out
