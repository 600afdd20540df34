"""The button that leads from a problem to what the authority means by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify


class MeaningButton(KeyButton):
    """There while something in sight has a number of the authority. `first`: the one that is asked about
    where there are several; "" for whichever comes first. `key`: where F1 means it on the whole page."""

    wanted = Signal(str)
    """The authority's number."""

    def __init__(
        self, identifier: str, parent: QWidget, first: Callable[[], str] = str, key: str = ""
    ) -> None:
        super().__init__(key, "quiet", parent)
        identify(self, identifier)
        self._first = first
        self._codes: tuple[str, ...] = ()
        self._say()
        self.hide()
        self.clicked.connect(lambda: self.wanted.emit(self.code))

    @property
    def code(self) -> str:
        """What is asked about; "" for nothing."""
        first = self._first()
        return first if first in self._codes else next(iter(self._codes), "")

    def show_codes(self, codes: Iterable[str]) -> None:
        """The numbers of what is in sight; "" is none."""
        self._codes = tuple(filter(None, codes))
        self.setVisible(bool(self._codes))

    def _say(self) -> None:
        self.setText(self.tr("What does this mean?"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
