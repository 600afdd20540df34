"""An unexpected exception: told calmly, logged, and nothing of a document in what is copied."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from einvoice_desktop.gui.crash import CrashReporter, redacted

SECRET = "EL094014201 Παπαδόπουλος"


@pytest.fixture
def reporter(qtbot: QtBot) -> Iterator[CrashReporter]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = CrashReporter(window)
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
