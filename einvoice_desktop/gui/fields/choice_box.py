"""A short list of named values to choose from, for pages and dialogs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from einvoice_desktop.gui.fields.chevron import draw_chevron
from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from collections.abc import Sequence


class ChoiceBox(QComboBox):
    """A short list. The wheel scrolls the page; it never changes what is chosen."""

    def __init__(self, identifier: str, least: int, parent: QWidget) -> None:
        """`least`: letters that are always to be seen; 0: as many as the longest words have."""
        super().__init__(parent)
        identify(self, identifier)
        if least:
            self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            self.setMinimumContentsLength(least)
        self.setMaxVisibleItems(20)

    def fill(self, rows: Sequence[tuple[str, str]]) -> None:
        """Values and their words; what was chosen stays chosen."""
        chosen = self.value
        with QSignalBlocker(self):
            self.clear()
            for value, words in rows:
                self.addItem(words, value)
            self.setCurrentIndex(max(0, self.findData(chosen)))

    @property
    def value(self) -> str:
        """What is chosen."""
        return str(self.currentData() or "")

    def choose(self, value: str) -> None:
        """As if a person had chosen it."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_chevron(self)
