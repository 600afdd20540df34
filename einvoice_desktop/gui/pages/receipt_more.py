"""What else the provider answered about an issued document: every value it told, each to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.pages.receipt_cards import PADDING
from einvoice_desktop.gui.pages.values import LongValue, ValueRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.domain.receipt import Receipt
    from einvoice_desktop.gui.icons import Icons
    from einvoice_desktop.gui.theme import Colours

_VALUES = {
    "cancellation_mark": "cancellationMark",
    "signature": "signature",
    "integrity_signature": "integritySignature",
    "unique_id": "uniqueId",
    "internal_id": "internalId",
    "series": "series",
    "number": "number",
    "date_issued": "dateIssued",
    "domain": "domain",
    "erp_qr_code": "erpQrCode",
    "qr_code_string": "qrCodeString",
    "message": "message",
}
"""The receipt's name of a value and the provider's, under which it is reached here (receipt.signature)."""
_COPY_WIDTH = 32
_LONGEST = 400
"""Characters of a value that are laid out; the whole of it is copied."""


class MoreCard(QFrame):
    """Rows that are there only where the provider said something."""

    copied = Signal(str, str)
    """A value, and what it is called."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._heading = label("section", self)
        self._whole: dict[str, str] = {}
        self.values: dict[str, LongValue] = {}
        self._captions: dict[str, QLabel] = {}
        self._buttons: dict[str, QPushButton] = {}
        grid = QGridLayout()
        rows = ValueRows(grid, self)
        for name, told in _VALUES.items():
            self.values[name] = LongValue(f"receipt.{told}", self)
            self._captions[name] = rows.add(self.values[name])
            self._buttons[name] = self._copy_button(name, told)
            place = grid.rowCount() - 1
            grid.addWidget(self._buttons[name], place, 2, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*PADDING)
        whole.setSpacing(8)
        self._tools = QHBoxLayout()
        self._tools.setSpacing(8)
        whole.addWidget(self._heading)
        whole.addLayout(self._tools)
        whole.addLayout(grid)

    def _copy_button(self, name: str, told: str) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "quiet")
        button.setAutoDefault(True)
        button.setFixedWidth(_COPY_WIDTH)
        identify(button, f"receipt.copy.{told}")
        button.clicked.connect(lambda: self.copied.emit(self._whole[name], self._captions[name].text()))
        return button

    def add_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Above the values."""
        for button in buttons:
            self._tools.addWidget(button)
        self._tools.addStretch(1)

    def show_receipt(self, receipt: Receipt | None) -> None:
        """The values of a receipt."""
        self._whole = {name: str(getattr(receipt, name, "")) for name in _VALUES}
        for name, text in self._whole.items():
            shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
            if self.values[name].text() != shown:
                self.values[name].setText(shown)
            for part in (self.values[name], self._captions[name], self._buttons[name]):
                part.setVisible(bool(text))

    def paint_icons(self, colours: Colours, icons: Icons) -> None:
        """In the colours of now."""
        for button in self._buttons.values():
            button.setIcon(icons.icon("copy", colours.muted))

    def retranslate(self) -> None:
        """The captions."""
        self._heading.setText(self.tr("More of the provider's answer"))
        texts = {
            "cancellation_mark": self.tr("Cancellation MARK"),
            "signature": self.tr("Provider's signature"),
            "integrity_signature": self.tr("Integrity signature"),
            "unique_id": self.tr("Provider's identifier"),
            "internal_id": self.tr("Our identifier"),
            "series": self.tr("Series"),
            "number": self.tr("Number"),
            "date_issued": self.tr("Date of issue"),
            "domain": self.tr("Portal"),
            "erp_qr_code": self.tr("QR address for movements"),
            "qr_code_string": self.tr("QR code as data"),
            "message": self.tr("Message"),
        }
        for name, text in texts.items():
            self._captions[name].setText(text)
            told = self.tr("Copy: {0}").format(text)
            self._buttons[name].setAccessibleName(told)
            self._buttons[name].setToolTip(told)
