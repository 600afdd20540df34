"""Going live as a deliberate act: what it means, and the VAT number typed once more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label


class GoingLive(QFrame):
    """In sight only where documents may be real and these books are not open yet."""

    confirmed_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._vat = ""
        self.setProperty("tone", "warning")
        identify(self, "connection.live")
        self._heading = label("subheading", self)
        self._text = label("", self, wrap=True)
        self._question = label("", self, wrap=True)
        self.field = QLineEdit(self)
        identify(self.field, "connection.confirm")
        self.field.setMaxLength(20)
        self.field.textChanged.connect(lambda _text: self.confirmed_changed.emit())
        self._question.setBuddy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (self._heading, self._text, self._question, self.field):
            column.addWidget(widget)
        self.hide()
        self._retranslate()

    def ask(self, vat: str, *, wanted: bool) -> None:
        """`vat` is bare. Another company or server is confirmed anew."""
        if vat != self._vat or not wanted:
            self._vat = vat
            self.field.clear()
        self.setVisible(wanted)

    @property
    def fault(self) -> str:
        """What is wrong with a number that is whole; "" for nothing, and while it is being typed."""
        typed = bare_vat(self.field.text())
        is_another = len(typed) >= len(self._vat) > 0 and typed != self._vat
        return self.tr("That is another number than the company's above.") if is_another else ""

    @property
    def is_confirmed(self) -> bool:
        """Whether nothing had to be confirmed, or the same VAT number stands there again."""
        return self.isHidden() or (bool(self._vat) and bare_vat(self.field.text()) == self._vat)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("From now on documents are real"))
        self._text.setText(
            self.tr(
                "Each document that you issue goes to the tax authority and counts; it can be credited, not "
                "deleted. This environment has books of its own: drafts, numbers, outbox and archive begin "
                "empty here, and what you practised stays in practice. On the first document of a series you "
                "are asked for the last number used."
            )
        )
        self._question.setText(self.tr("Type the company's VAT number once more to go live:"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
