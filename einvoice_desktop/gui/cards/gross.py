"""An item's price with VAT included: what is typed becomes the price without it, as a line has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from einvoice_desktop.app.entry import show_amount, understand_amount
from einvoice_desktop.app.pricing import offer
from einvoice_desktop.gui.fields.identity import identify, mark, tabular

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession

_DECIMAL_KEYS = (Qt.Key.Key_Period, Qt.Key.Key_Comma)
_WIDTH = 120


class GrossField(QLineEdit):
    """No field of the document: it shows what the line of one piece comes to."""

    def __init__(self, session: DraftSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        identify(self, "item.gross")
        self.setFixedWidth(_WIDTH)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(tabular(self.font()))
        self.textEdited.connect(self._on_edited)
        self.refresh()

    def refresh(self) -> None:
        """Shows the price with VAT, unless it is being typed."""
        if self.hasFocus() and self.isModified():
            return
        with QSignalBlocker(self):
            self.setText(self._held())
        mark(self, "", "")

    def _held(self) -> str:
        if self._session.value("details[0].unitPrice") is None:
            return ""
        total = self._session.value("details[0].total")
        discounted = self._session.value("details[0].allowancesCharges[0].percentage")
        return "" if discounted else self._session.show("details[0].total", total)

    def _on_edited(self, text: str) -> None:
        composition, draft = self._session.composition, self._session.draft
        understood = understand_amount(text, self._session.language)
        if composition is None or draft is None or not text.strip():
            return
        found = None
        if understood.value is not None:
            found = offer(composition, draft, 0, "grossPrice", understood.value)
        if found is None:
            mark(self, "error", self.tr("This is no amount."))
            return
        near = ""
        if found.difference:
            reached = show_amount(found.reached, self._session.language)
            near = self.tr("The nearest that can be reached: {0}").format(reached)
        mark(self, "warning" if near else "", near)
        with self._session.together():
            for path, value in found.edits:
                self._session.choose(path, value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        if keypad and event.key() in _DECIMAL_KEYS:
            self.insert("," if self._session.language == "el" else ".")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setModified(False)
        self.refresh()
