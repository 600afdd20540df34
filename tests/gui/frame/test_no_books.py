"""Books that cannot be opened: said in words, nothing can be typed, and it can be tried again."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.gui.start import Opened, load


class Books:
    """Books that open when they are mended."""

    def __init__(self, office: Any, error: Exception) -> None:
        self.office, self.error, self.mended = office, error, False

    def open(self) -> Opened:
        if not self.mended:
            raise self.error
        return Opened(self.office.desk, self.office.desk.new_draft(), None, None)


def broken(start: Any, error: Exception, **settings: str) -> tuple[Any, Books]:
    office = start(late=True, **settings)
    books = Books(office, error)
    load(office.program, books.open, None)
    office.wait(lambda: office.window.is_barred)
    return office, books


@pytest.mark.parametrize(
    ("language", "told"), [("el", "Το αρχείο των βιβλίων είναι κατεστραμμένο"), ("en", "damaged")]
)
def test_it_is_said_in_words_and_nothing_can_be_typed(start: Any, language: str, told: str) -> None:
    office, _ = broken(start, UserError("store_damaged", path="books.sqlite"), language=language)
    assert told in office.text("noBooks.words")
    assert "store_damaged" not in office.text("noBooks.words")
    assert not office.find("counterParty.vat").isEnabled()
    for name in ("new", "open", "save", "issue", "addLine", "tryNow", "find"):
        assert not office.window.actions_[name].isEnabled(), name
    assert QApplication.focusWidget() is office.find("noBooks.tryAgain")


def test_the_words_follow_the_language(start: Any) -> None:
    office, _ = broken(start, UserError("disk_full"))
    assert "Ο δίσκος είναι γεμάτος." in office.text("noBooks.words")
    office.window.choose_language("en")
    office.rest()
    assert "The disk is full." in office.text("noBooks.words")


def test_the_system_s_own_words_are_not_told(start: Any) -> None:
    office, _ = broken(start, PermissionError(13, "Permission denied"))
    assert "Permission" not in office.text("noBooks.words")
    assert "Το σύστημα δεν επιτρέπει την πρόσβαση." in office.text("noBooks.words")


def test_a_second_try_that_fails_says_so_and_one_that_succeeds_goes_on(start: Any) -> None:
    office, books = broken(start, UserError("store_busy"))
    books.error = UserError("disk_full")
    office.press("noBooks.tryAgain")
    office.wait(lambda: "Ο δίσκος είναι γεμάτος." in office.text("noBooks.words"))
    books.mended = True
    office.press("noBooks.tryAgain")
    office.wait(lambda: office.window.session.ready)
    assert not office.window.is_barred
    assert office.find("counterParty.vat").isEnabled()
    assert office.window.actions_["issue"].isEnabled()
    office.rest()


def test_what_was_typed_before_is_there_when_the_books_open(start: Any) -> None:
    office = start(late=True)
    books = Books(office, UserError("store_busy"))
    office.qtbot.keyClicks(office.find("counterParty.vat"), "094014201")
    load(office.program, books.open, None)
    office.wait(lambda: office.window.is_barred)
    books.mended = True
    office.press("noBooks.tryAgain")
    office.wait(lambda: office.window.session.ready)
    assert office.text("counterParty.vat") == "094014201"
    office.wait(office.desk.draft_rows)


def test_closing_does_not_wait_for_books_that_will_not_open(start: Any) -> None:
    office = start(late=True)
    office.qtbot.keyClicks(office.find("counterParty.vat"), "094014201")
    load(office.program, Books(office, UserError("disk_full")).open, None)
    office.wait(lambda: office.window.is_barred)
    begun = time.monotonic()
    office.window.close()
    assert time.monotonic() - begun < 3
    assert not office.window.isVisible()


def test_the_data_folder_can_be_opened(start: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: shown.append(QUrl(url).toLocalFile()) or True
    )
    office, _ = broken(start, UserError("store_read_only"))
    office.press("noBooks.openFolder")
    assert shown == [str(tmp_path)]
