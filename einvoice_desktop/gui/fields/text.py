"""One line of text: every change goes to the session as typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from einvoice_desktop.gui.fields.identity import given_value, identify, is_undo

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession

# What XML, and so the tax authority, refuses: it comes only from a clipboard.
_BAD = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]"

_STILL_HERE = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def clean(text: str) -> str:
    """`text` without the characters that no document may carry."""
    return text if text.isprintable() else re.sub(_BAD, "", text)


class TextField(QLineEdit):
    """Shows and edits the text at `path`."""

    selects_all = False
    """Whether a click selects everything, as the Tab key always does."""

    def __init__(self, session: DraftSession, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.path = path
        self._sending = False
        self._typed = False
        self._changed = False
        self._echo = ""
        self._before: tuple[str, object] = ("", None)
        self._clicked_in = False
        identify(self, path)
        self.textChanged.connect(self._on_text_changed)

    def refresh(self) -> None:
        """Shows what the session holds. While the person types, only a change from elsewhere shows."""
        if self._sending:
            return
        text = self.session.text(self.path)
        if not (self._typed and text == self._echo):
            self.show_text(text)

    def show_text(self, text: str) -> None:
        """Puts `text` into the box; nothing is sent."""
        self._typed = False
        if text == self.text():
            return
        with QSignalBlocker(self):
            self.setText(text)
        if not self.hasFocus():
            self.setCursorPosition(0)

    def send(self, text: str) -> None:
        """Hands what is typed to the session."""
        self.session.edit(self.path, clean(text))

    def commit(self) -> None:
        """The person is done: from now on the box shows what was understood."""
        self._typed = False
        self.refresh()

    def begin(self) -> None:
        """Remembers what `revert` brings back."""
        self._before = (self.session.text(self.path), given_value(self.session, self.path))

    def revert(self) -> None:
        """Takes back what was typed since `begin`: an amount that was computed is computed again."""
        text, given = self._before
        if self._changed:
            self.session.choose(self.path, given)
            if text and self.session.text(self.path) != text:
                self.session.edit(self.path, text)
        self._changed = False
        self.commit()

    def _on_text_changed(self, text: str) -> None:
        self._typed = self._changed = True
        self._sending = True
        try:
            self.send(text)
        finally:
            self._sending = False
        self._echo = self.session.text(self.path)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.installEventFilter(self)
        self._clicked_in = self.selects_all and event.reason() is Qt.FocusReason.MouseFocusReason

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._clicked_in and not self.hasSelectedText():
            self.selectAll()
        self._clicked_in = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.removeEventFilter(self)
        if event.reason() not in _STILL_HERE:
            self.commit()
            # A long name shows its beginning.
            self.setCursorPosition(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its own, while it has the focus: `event` would be asked of every field for everything."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_undo(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)
