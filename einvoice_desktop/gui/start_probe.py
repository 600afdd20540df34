"""Measures the start: what tests/bench/bench_start.py starts the program with."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

if TYPE_CHECKING:
    from einvoice_desktop.gui.main_window import MainWindow

PROBE_WORD = "first-key"


class StartProbe(QObject):
    """Types one character after the first paint and says so once its field holds it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        field = self._window.focusWidget()
        if event.type() is QEvent.Type.Paint and isinstance(field, QLineEdit):
            self._window.removeEventFilter(self)
            field.textChanged.connect(self._on_text_changed)
            # Posted, so that they come when the painting is over.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
                QApplication.postEvent(field, key)
        return False

    def _on_text_changed(self, text: str) -> None:
        if text.endswith("1"):
            print(PROBE_WORD, file=sys.stdout, flush=True)
