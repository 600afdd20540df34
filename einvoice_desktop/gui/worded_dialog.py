"""A dialog that speaks the language of now and whose keys work whichever keyboard layout is on."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

from einvoice_desktop.gui.keys import LatinKeys


class WordedDialog(QDialog):
    """What dialogs with words and keys of their own have in common."""

    def _retranslate(self) -> None:
        """Says everything in the language of now."""

    def focus_first(self) -> None:
        """Puts the focus where work begins, whenever it is shown."""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(LatinKeys(self))
        self.focus_first()
