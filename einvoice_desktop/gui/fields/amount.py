"""The one editor for money, quantities and rates: decimal text, comma and keypad as the language has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QWidget

from einvoice_desktop.app.entry import Understood, understand_typed
from einvoice_desktop.gui.fields.identity import tabular
from einvoice_desktop.gui.fields.text import TextField, clean

if TYPE_CHECKING:
    from einvoice_desktop.gui.fields.echo import Echo
    from einvoice_desktop.gui.session import DraftSession

_DECIMAL_KEYS = (Qt.Key.Key_Period, Qt.Key.Key_Comma)


class AmountField(TextField):
    """Shows and edits the amount at `path`. Half-typed text stays; leaving shows what was understood.

    While a text can mean two things ("1.234") what it is read as stands under it, and nothing counts: it
    counts when the field is left, after it was shown. An amount changes only by typing, never by the wheel.
    """

    selects_all = True

    def __init__(self, session: DraftSession, path: str, parent: QWidget | None = None) -> None:
        super().__init__(session, path, parent)
        self._shown_back: Echo | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(tabular(self.font()))

    def send(self, text: str) -> None:
        if self.show_back().ambiguous:
            self.session.hold(self.path, _plain(text))
        else:
            self.session.edit(self.path, _plain(text))

    def commit(self) -> None:
        if self.session.is_held(self.path) and self._understood().ambiguous:
            self.session.edit(self.path, _plain(self.text()))
        self.hide_echo()
        super().commit()

    def _on_text_changed(self, text: str) -> None:
        super()._on_text_changed(text)
        # Put in from outside, by a screen reader: it is shown back in the field at once.
        if not self.hasFocus() and self.session.is_held(self.path):
            self.commit()

    def _understood(self) -> Understood:
        return understand_typed(self.path, _plain(self.text()), self.session.language)

    def show_back(self) -> Understood:
        """Shows under the field what a text that can mean two things is read as."""
        understood = self._understood()
        if not (understood.ambiguous and self.isVisible() and self.hasFocus()):
            self.hide_echo()
            return understood
        if self._shown_back is None:
            from einvoice_desktop.gui.fields.echo import Echo

            self._shown_back = Echo(self)
            self.destroyed.connect(self._shown_back.deleteLater)
        self._shown_back.say(self.session.show(self.path, understood.value))
        return understood

    def hide_echo(self) -> None:
        """Takes it away."""
        if self._shown_back is not None:
            self._shown_back.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        if keypad and event.key() in _DECIMAL_KEYS:
            self.insert("," if self.session.language == "el" else ".")
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.session.is_held(self.path):
            self.show_back()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._shown_back is not None:
            self._shown_back.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        self.hide_echo()
        super().hideEvent(event)


def _plain(text: str) -> str:
    """A true minus sign is shown; a plain one is what amounts are read with."""
    return clean(text.replace("−", "-"))
