"""One step of the wizard: a heading, a sentence, fields; what a step has of its own lies in its subclass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from einvoice_desktop.gui.office import Office


def done() -> None:
    """Nothing is left to be done in a thread."""


class Step(QFrame):
    """`typed` is what is remembered between two visits; never a key."""

    name = ""
    told = Signal(str)
    """Something that is wrong; "" for nothing (any more)."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self.office = office
        identify(self, f"setUp.{self.name}")
        self._heading = label("heading", self)
        self._sentence = label("muted", self, wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(28, 20, 28, 16)
        self.column.setSpacing(12)
        self.column.addWidget(self._heading)
        self.column.addWidget(self._sentence)

    # --- what a step says and holds ---------------------------------------------------------------

    def words(self) -> tuple[str, str]:
        """Heading and sentence in the language of now."""
        raise NotImplementedError

    def first(self) -> QWidget:
        """What has the keyboard when the step comes into sight."""
        raise NotImplementedError

    def typed(self) -> dict[str, object]:
        """What stands in the fields."""
        return {}

    def restore(self, typed: Mapping[str, object]) -> None:
        """As `typed` was."""

    def enter(self) -> None:
        """The step comes into sight: what the steps before it told may be other now."""

    def fault(self) -> str:
        """What keeps the wizard here, in words; "" for nothing. An empty step may be passed by."""
        return ""

    def keep(self) -> Callable[[], None]:
        """Keeps what was typed; what may block is left to a thread. That may raise UserError."""
        return done

    # --- words --------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Everything in the language of now."""
        heading, sentence = self.words()
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self.setAccessibleName(heading)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
