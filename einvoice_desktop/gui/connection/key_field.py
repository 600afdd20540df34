"""A field for an API key: what is pasted loses its blanks, and what was saved is never shown again."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from einvoice_desktop.gui.fields.identity import identify

_LONGEST = 2000
"""More than any key has, so that a text that is none is told as too long and not cut."""


class KeyField(QLineEdit):
    """Dots, whatever is typed. Its text is never kept anywhere but in the field."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, "connection.key")
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(_LONGEST)
        self.textEdited.connect(self._on_edited)

    @property
    def key(self) -> str:
        """What was typed, "" for nothing."""
        return self.text()

    def _on_edited(self, text: str) -> None:
        """A mail or a table gives blanks and line ends along; no key has any."""
        whole = "".join(text.split())
        if whole != text:
            place = self.cursorPosition() - (len(text) - len(whole))
            self.setText(whole)
            self.setCursorPosition(max(0, place))
