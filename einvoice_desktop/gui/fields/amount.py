"""The one editor for money, quantities and rates: decimal text, comma and keypad as the language has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from einvoice_desktop.app.entry import show_amount, understand_amount
from einvoice_desktop.gui.fields.identity import tabular
from einvoice_desktop.gui.fields.text import TextField, clean

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession

_DECIMAL_KEYS = (Qt.Key.Key_Period, Qt.Key.Key_Comma)


class AmountField(TextField):
    """Shows and edits the amount at `path`. Half-typed text stays; leaving shows what was understood.

    The wheel does nothing: an amount changes only by typing.
    """

    selects_all = True

    def __init__(self, session: DraftSession, path: str, parent: QWidget | None = None) -> None:
        super().__init__(session, path, parent)
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFont(tabular(self.font()))

    def send(self, text: str) -> None:
        # A true minus sign is shown; a plain one is what amounts are read with.
        plain = clean(text.replace("−", "-"))
        self.session.edit(self.path, plain)
        self._say_what_is_ambiguous(plain)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keypad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
        if keypad and event.key() in _DECIMAL_KEYS:
            self.insert("," if self.session.language == "el" else ".")
        else:
            super().keyPressEvent(event)

    def _say_what_is_ambiguous(self, text: str) -> None:
        understood = understand_amount(text, self.session.language)
        if understood.ambiguous and self.isVisible():
            meant = self.tr("understood as {0}").format(show_amount(understood.value, self.session.language))
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), meant, self)
        elif QToolTip.isVisible():
            QToolTip.hideText()
