"""Hands on the table of lines: real keys, and how long each takes until what it changes is painted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from tests.bench.long_window import long_draft

if TYPE_CHECKING:
    from tests.bench.long_window import LongWindow

_ROW = 3
_PLAIN = Qt.KeyboardModifier.NoModifier


class Hands:
    """Works in one document of the window. Every deed returns the seconds of its steps, each painted."""

    def __init__(self, window: LongWindow) -> None:
        self._window = window
        self._turn = 0
        # Each named by what a person would call it; one turn of each leaves as many lines as there were.
        self.deeds = {
            "price": lambda: self._cell("Price", f"{self._next()},25"),
            "quantity": lambda: self._cell("Qty", str(self._next())),
            "discount": lambda: self._cell("Disc.%", str(self._next() % 9 + 1)),
            "VAT category": lambda: self._cell("VAT", ("13", "24")[self._next() % 2]),
            "description": lambda: self._cell("Description", f"abc {self._next()}"),
            "a line added, taken back": lambda: self._twice("addLine"),
            "a line removed, brought back": lambda: self._twice("removeLine"),
            "a price undone": self._undo,
        }

    def open(self, lines: int) -> None:
        """Another document takes the stage; the cursor in one of its first lines."""
        window = self._window
        draft = long_draft(window.desk, lines)
        window.until_painted(lambda: window.session.replace(draft, None), lines)
        window.lines.setFocus()
        window.lines.go(_ROW, 0)
        window.rest()

    def key(self, text: str, key: int = 0) -> float:
        """Seconds of one key until it is painted."""
        window = self._window
        focus = QApplication.focusWidget()
        assert focus is not None
        window.paints.count = 0
        begun = time.perf_counter()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus, QKeyEvent(kind, key, _PLAIN, text))
        return window.painted_since(begun)

    def go(self, title: str) -> None:
        """The cursor into a column of the row that is worked at."""
        lines = self._window.lines
        column = next(i for i, column in enumerate(lines.rows.columns) if column.title == title)
        lines.go(_ROW, column)
        lines.setFocus()
        self._window.application.processEvents()

    def _next(self) -> int:
        self._turn = self._turn % 80 + 1
        return self._turn

    def _cell(self, title: str, text: str) -> list[float]:
        self.go(title)
        took = [self.key(letter) for letter in text]
        return [*took, self.key("\r", Qt.Key.Key_Return)]

    def _command(self, name: str) -> float:
        window = self._window
        window.paints.count = 0
        begun = time.perf_counter()
        window.window.actions_[name].trigger()
        return window.painted_since(begun)

    def _twice(self, name: str) -> list[float]:
        self.go("Price")
        took = [self._command(name), self._command("undo")]
        self.go("Price")
        return took

    def _undo(self) -> list[float]:
        self._cell("Price", f"{self._next()},5")
        return [self._command("undo")]
