"""What the customer gets while the line is down: the words of the loss, the code and its address."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.pages.receipt_cards import PADDING
from einvoice_desktop.gui.pages.receipt_followed import OfflineCode
from einvoice_desktop.gui.pages.values import LongValue
from einvoice_desktop.gui.qr import QrCode


class OfflineCard(QFrame):
    """Stands on the receipt while the line keeps the document here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._heading = label("section", self)
        self._words = label(parent=self, wrap=True)
        identify(self._words, "receipt.offline")
        self._caption = label("muted", self)
        self._address = LongValue("receipt.offlineAddress", self)
        self._caption.setBuddy(self._address)
        self._code = QrCode(self)
        identify(self._code, "receipt.offlineQr")
        lines = QVBoxLayout()
        lines.setSpacing(6)
        for line in (self._heading, self._words, self._caption, self._address):
            lines.addWidget(line)
        lines.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*PADDING)
        row.setSpacing(24)
        row.addLayout(lines, 1)
        row.addWidget(self._code, 0, Qt.AlignmentFlag.AlignTop)

    def show_offline(self, offline: OfflineCode) -> None:
        """The code, or why there is none."""
        self._heading.setText(self.tr("For the customer, while there is no connection"))
        self._caption.setText(self.tr("Address of the code"))
        self._code.setAccessibleName(self.tr("QR code of a document issued without a connection"))
        coded = bool(offline.matrix)
        if coded:
            self._code.show_code(offline.matrix, offline.address)
            self._words.setText(
                self.tr(
                    "Print it now: its paper says that the connection was lost and carries this code. It is "
                    "sent by itself as soon as there is a connection."
                )
            )
        else:
            self._words.setText(
                self.tr("There is no code to print on its paper yet. {0}").format(offline.why_not)
            )
        self._address.setText(offline.address)
        for widget in (self._code, self._caption, self._address):
            widget.setVisible(coded)
