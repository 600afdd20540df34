"""What the provider and the authority gave an issued document: shown, copied, opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from einvoice_desktop.gui import words
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.pages.receipt_cards import PADDING
from einvoice_desktop.gui.pages.values import LongValue, ValueLabel, ValueRows
from einvoice_desktop.gui.qr import QrCode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.icons import Icons
    from einvoice_desktop.gui.theme import Colours

_MARK_SIZE = 22
_COPY_WIDTH = 32
_WATERMARK_SIZE = 34
_SLANT = -14.0
_SAYS_NOTHING, _SUBMITTED = "UNKNOWN", "SUBMITTED"


class IssueCard(QFrame):
    """MARK, UID, authentication code, address and its code; each value can be copied."""

    copied = Signal(str, str)
    """A value, and what it is called."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._watermark = ""
        self._watermark_colour = QColor()
        self.mark = ValueLabel("receipt.mark", self, size=_MARK_SIZE)
        self.uid = LongValue("receipt.uid", self)
        self.authentication_code = LongValue("receipt.authenticationCode", self)
        self.status = ValueLabel("receipt.status", self)
        self.time = ValueLabel("receipt.time", self)
        self.url = LongValue("receipt.url", self)
        self.code = QrCode(self)
        identify(self.code, "receipt.qr")
        self.copy_uid = self._copy_button("receipt.copyUid", self.uid)
        self.copy_code = self._copy_button("receipt.copyAuthenticationCode", self.authentication_code)
        self._mark_caption = label("muted", self)
        self._mark_caption.setBuddy(self.mark)
        grid = QGridLayout()
        rows = ValueRows(grid, self)
        values = (self.uid, self.authentication_code, self.status, self.time, self.url)
        self._captions = [rows.add(value) for value in values]
        self._stand_beside_status(grid, 1 + values.index(self.status))
        for row, button in enumerate((self.copy_uid, self.copy_code), 1):
            grid.addWidget(button, row, 2, Qt.AlignmentFlag.AlignTop)
        self._lay_out(grid)

    def _stand_beside_status(self, grid: QGridLayout, row: int) -> None:
        """The value stays bare; what it means stands beside it."""
        self._meaning = label("muted", self, wrap=True)
        self._meaning.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        identify(self._meaning, "receipt.statusMeaning")
        self._meaning.setContentsMargins(0, 3, 0, 0)
        grid.removeWidget(self.status)
        self._status_line = QWidget(self)
        line = QHBoxLayout(self._status_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.status, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._meaning, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._status_line, row, 1)

    def _lay_out(self, grid: QGridLayout) -> None:
        values = QVBoxLayout()
        values.setSpacing(4)
        values.addWidget(self._mark_caption)
        values.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignLeft)
        values.addSpacing(8)
        values.addLayout(grid)
        values.addStretch(1)
        upper = QHBoxLayout()
        upper.setSpacing(24)
        upper.addLayout(values, 1)
        upper.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*PADDING)
        whole.setSpacing(8)
        whole.addLayout(upper)
        whole.addLayout(self._buttons)

    def _copy_button(self, identifier: str, value: ValueLabel) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("role", "quiet")
        button.setAutoDefault(True)
        button.setFixedWidth(_COPY_WIDTH)
        identify(button, identifier)
        button.clicked.connect(lambda: self.copied.emit(value.text(), self._name_of(value)))
        return button

    def _name_of(self, value: ValueLabel) -> str:
        return next(caption.text() for caption in self._captions if caption.buddy() is value)

    def add_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Below the values."""
        for button in buttons:
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)

    # --- what is shown ------------------------------------------------------------------------------

    def _show_status(self, status: str) -> None:
        """The provider's word for it; not the one that it has for a document it was given before."""
        told = "" if status == _SAYS_NOTHING else status
        self.status.setText(told)
        for part in (self._status_line, self._captions[2]):
            part.setVisible(bool(told))
        self._say_meaning()

    def _say_meaning(self) -> None:
        known = self.status.text() == _SUBMITTED
        self._meaning.setText(self.tr("transmitted to the tax authority") if known else "")
        self._meaning.setVisible(known)

    def show_receipt(self, row: Submission) -> None:
        """The values of an issued document; empty for any other."""
        receipt = row.receipt
        self.mark.setText(receipt.mark if receipt else "")
        # Whoever reads the field reads a MARK or nothing: that it follows is said above.
        for widget in (self.mark, self._mark_caption):
            widget.setVisible(bool(self.mark.text()))
        self.uid.setText(receipt.uid if receipt else "")
        self.authentication_code.setText(receipt.authentication_code if receipt else "")
        self._show_status(receipt.status if receipt else "")
        self.time.setText(words.moment_text(row.changed_at))
        self.url.setText(receipt.url if receipt else "")
        self.copy_uid.setVisible(bool(self.uid.text()))
        self.copy_code.setVisible(bool(self.authentication_code.text()))

    def show_watermark(self, text: str, colours: Colours, icons: Icons) -> None:
        """`text` lies slanted behind the values; "" for a real document. Icons in the colours of now."""
        for button in (self.copy_uid, self.copy_code):
            button.setIcon(icons.icon("copy", colours.muted))
        self._watermark, self._watermark_colour = text, QColor(colours.practice_soft)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._watermark:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            font = QFont(self.font())
            font.setPointSizeF(_WATERMARK_SIZE)
            font.setWeight(QFont.Weight.Bold)
            painter.setFont(font)
            painter.setPen(self._watermark_colour)
            room = QRectF(self.rect()).adjusted(0, 0, -self.code.width(), 0)
            painter.translate(room.center())
            painter.rotate(_SLANT)
            painter.drawText(
                QRectF(-room.width(), -room.height() / 2, 2 * room.width(), room.height()),
                Qt.AlignmentFlag.AlignCenter,
                self._watermark,
            )
            painter.end()

    def retranslate(self) -> None:
        """The captions."""
        self._mark_caption.setText(self.tr("MARK"))
        texts = (
            self.tr("UID"),
            self.tr("Authentication code"),
            self.tr("Status"),
            self.tr("Issued at"),
            self.tr("Official page"),
        )
        for caption, text in zip(self._captions, texts, strict=True):
            caption.setText(text)
        self._say_meaning()
        self.code.setAccessibleName(self.tr("QR code of the official page"))
        for button, name in ((self.copy_uid, texts[0]), (self.copy_code, texts[1])):
            told = self.tr("Copy: {0}").format(name)
            button.setAccessibleName(told)
            button.setToolTip(told)
