"""Labels as they all are: their text is text, whatever it looks like."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def label(role: str = "", parent: QWidget | None = None, *, wrap: bool = False, text: str = "") -> QLabel:
    """A label with a look. What looks like markup in a name is shown as it was typed."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    if role:
        made.setProperty("role", role)
    if wrap:
        made.setWordWrap(True)
        # One long word must not make the window wider.
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return made
