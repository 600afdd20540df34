"""An unexpected exception: told calmly, logged, and nothing of a document in what is copied."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QProcess, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from einvoice_desktop.gui.crash import CrashReporter, redacted

SECRET = "EL094014201 Παπαδόπουλος"


@pytest.fixture
def reporter(qtbot: QtBot, tmp_path: Path) -> Iterator[CrashReporter]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = CrashReporter(window, ("program", "word"), tmp_path / "logs")
    made.install()
    yield made
    made.uninstall()


def boom() -> None:
    name = SECRET
    raise ValueError(f"bad customer {name}")


def crashed() -> tuple[type[BaseException], BaseException, Any]:
    try:
        boom()
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError


def dialogs() -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if w.objectName() == "crash" and w.isVisible()]


def test_the_dialog_comes_once_and_copies_redacted_details(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        sys.excepthook(*crashed())
        sys.excepthook(*crashed())
        qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "ValueError" in caplog.text
    assert SECRET not in caplog.text
    dialog = dialogs()[0]
    copy = dialog.findChild(QWidget, "crash.copy")
    assert copy is not None
    copy.click()
    copied = QApplication.clipboard().text()
    assert "builtins.ValueError" in copied
    assert "boom" in copied
    assert "Παπαδόπουλος" not in copied
    assert "094014201" not in copied
    dialog.close()
    assert reporter is not None


def part(name: str) -> Any:
    found = dialogs()[0].findChild(QWidget, f"crash.{name}")
    assert found is not None, name
    return found


class Page(QWidget):
    """A page with a fault in a slot."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.pressed.connect(self._on_pressed)

    def _on_pressed(self, typed: str) -> None:
        raise LookupError(f"no such customer: {typed}")


@pytest.mark.qt_no_exception_capture
def test_a_fault_in_a_slot_shows_no_word_of_the_document(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    page = Page()
    qtbot.addWidget(page)
    # Installed again: the fixture came before the slot's own exception hook.
    reporter.install()
    page.pressed.emit(SECRET)
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    told = part("details").toPlainText()
    assert "LookupError" in told
    assert "_on_pressed" in told
    for secret in ("094014201", "Παπαδόπουλος", "customer"):
        assert secret not in told + caplog.text
    dialogs()[0].close()


def test_further_faults_are_counted_and_copied_too(reporter: CrashReporter, qtbot: QtBot) -> None:
    for _ in range(3):
        sys.excepthook(*crashed())
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1 and part("count").isVisible() and "4" in part("count").text())
    part("copy").click()
    copied = QApplication.clipboard().text()
    assert "3 ×" in copied
    assert "ZeroDivisionError" in copied
    dialogs()[0].close()
    assert reporter is not None


def test_it_opens_the_folder_of_the_logs(
    reporter: CrashReporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()) or True)
    (tmp_path / "logs").mkdir()
    sys.excepthook(*crashed())
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    part("openLogs").click()
    assert shown == [str(tmp_path / "logs")]
    dialogs()[0].close()
    assert reporter is not None


def test_restart_closes_the_window_and_starts_the_program_again(
    reporter: CrashReporter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(QProcess, "startDetached", lambda name, words: started.append((name, words)))
    sys.excepthook(*crashed())
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    window = dialogs()[0].parentWidget()
    part("restart").click()
    assert started == [("program", ["word"])]
    assert window is not None
    assert not window.isVisible()
    assert reporter is not None


def test_a_thread_s_exception_reaches_the_same_dialog(reporter: CrashReporter, qtbot: QtBot) -> None:
    thread = threading.Thread(target=boom)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    dialogs()[0].close()
    assert reporter is not None


def test_details_name_places_and_nothing_else() -> None:
    kind, _error, trace = crashed()
    text = redacted(kind, trace)
    assert "test_crash.py" in text
    assert "boom" in text
    assert "customer" not in text
