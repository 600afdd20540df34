"""What a card has beside the fields of a document: notes."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

_LINES = 2
LONGEST_NOTE = 2000


class NotesField(QWidget):
    """A few lines of text under their name. Tab leads on."""

    changed = Signal()

    def __init__(self, identifier: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = label("caption", self)
        self._edit = QPlainTextEdit(self)
        identify(self._edit, identifier)
        self._edit.setTabChangesFocus(True)
        self._edit.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 18)
        self._name.setBuddy(self._edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self._name)
        layout.addWidget(self._edit)
        self._edit.textChanged.connect(self.changed)

    def text(self) -> str:
        """What is written."""
        return self._edit.toPlainText()[:LONGEST_NOTE].strip()

    def set_text(self, text: str) -> None:
        """Shows what is kept."""
        with QSignalBlocker(self._edit):
            self._edit.setPlainText(text)

    def set_name(self, name: str) -> None:
        """What it is called, in the language of now."""
        self._name.setText(name)
        self._edit.setAccessibleName(name)
