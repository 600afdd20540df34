"""The cards of the receipt page: the state, what the authority gave, and the document itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.app.entry import show_date
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.gui import words
from einvoice_desktop.gui.fields.identity import identify, restyle
from einvoice_desktop.gui.icons import Icons
from einvoice_desktop.gui.pages.page import label
from einvoice_desktop.gui.pages.values import LongValue, ValueLabel, ValueRows, WordsValue
from einvoice_desktop.gui.qr import QrCode
from einvoice_desktop.gui.theme import Colours

_MARK_SIZE = 22
_PADDING = (20, 16, 20, 16)


@dataclass(frozen=True)
class Sums:
    """What the document adds up to."""

    net: Decimal
    vat: Decimal
    gross: Decimal
    payable: Decimal


class StateCard(QFrame):
    """The state in words with its icon, why, what happens next; and what was wrong with a refused one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = label(parent=self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sentence = label("subheading", self)
        identify(self.sentence, "receipt.state")
        self.reason = label(parent=self, wrap=True)
        identify(self.reason, "receipt.reason")
        self.next = label("muted", self, wrap=True)
        identify(self.next, "receipt.next")
        self.problems = WordsValue("receipt.problems", self)
        lines = QVBoxLayout()
        lines.setSpacing(4)
        for line in (self.sentence, self.reason, self.problems, self.next):
            lines.addWidget(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(lines, 1)

    def show_state(self, row: Submission, icons: Icons, colours: Colours, ratio: float) -> None:
        """The colour and icon of the state."""
        tone = words.TONES[row.state]
        colour = {"info": colours.accent, "success": colours.success, "warning": colours.warning}
        self._picture.setPixmap(icons.pixmap(row.state, colour.get(tone, colours.error), 24, ratio))
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)

    def say(self, reason: str, following: str) -> None:
        """Why it stands so, and what happens next; each hidden where there is nothing to say."""
        for line, text in ((self.reason, reason), (self.next, following)):
            if line.text() != text:
                line.setText(text)
            line.setVisible(bool(text))

    def show_problems(self, sentences: Sequence[str]) -> None:
        """One line each."""
        text = "\n".join(f"• {sentence}" for sentence in sentences)
        if self.problems.text() != text:
            self.problems.setText(text)
        self.problems.setVisible(bool(text))

    def retranslate(self) -> None:
        """Nothing stands here but what is said anew with every state."""


class IssueCard(QFrame):
    """What the provider and the authority gave: MARK, UID, authentication code, address and its code."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.mark = ValueLabel("receipt.mark", self, size=_MARK_SIZE)
        self.uid = LongValue("receipt.uid", self)
        self.authentication_code = LongValue("receipt.authenticationCode", self)
        self.status = ValueLabel("receipt.status", self)
        self.time = ValueLabel("receipt.time", self)
        self.url = LongValue("receipt.url", self)
        self.code = QrCode(self)
        identify(self.code, "receipt.qr")
        self._mark_caption = label("muted", self)
        self._mark_caption.setBuddy(self.mark)
        self._mark_caption.setContentsMargins(4, 0, 0, 0)
        grid = QGridLayout()
        rows = ValueRows(grid, self)
        values = (self.uid, self.authentication_code, self.status, self.time, self.url)
        self._captions = [rows.add(value) for value in values]
        self._words = QVBoxLayout()
        self._words.setSpacing(4)
        self._words.addWidget(self._mark_caption)
        self._mark_row = QHBoxLayout()
        self._mark_row.setSpacing(16)
        self._mark_row.addWidget(self.mark)
        self._words.addLayout(self._mark_row)
        self._words.addSpacing(8)
        self._words.addLayout(grid)
        self._words.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*_PADDING)
        whole.setSpacing(24)
        whole.addLayout(self._words, 1)
        whole.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)

    def add_buttons(self, beside_mark: QWidget, below: Sequence[QWidget]) -> None:
        """One beside the MARK, the others below the values."""
        self._mark_row.addWidget(beside_mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._mark_row.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in below:
            row.addWidget(button)
        row.addStretch(1)
        self._words.addSpacing(8)
        self._words.addLayout(row)

    def show_receipt(self, row: Submission) -> None:
        """The values of an issued document; empty for any other."""
        receipt = row.receipt
        self.mark.setText(receipt.mark if receipt else "")
        self.uid.setText(receipt.uid if receipt else "")
        self.authentication_code.setText(receipt.authentication_code if receipt else "")
        self.status.setText(receipt.status if receipt else "")
        self.time.setText(words.moment_text(row.changed_at))
        self.url.setText(receipt.url if receipt else "")

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
        self.code.setAccessibleName(self.tr("QR code of the official page"))


class DocumentCard(QFrame):
    """What was sealed: number, date, customer, sums."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        names = ("type", "number", "date", "customer", "net", "vat", "gross", "payable")
        self._values = {
            name: (WordsValue if name in ("type", "customer") else ValueLabel)(
                f"receipt.document.{name}", self
            )
            for name in names
        }
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*_PADDING)
        whole.setSpacing(48)
        left, right = QGridLayout(), QGridLayout()
        facts, sums = ValueRows(left, self), ValueRows(right, self)
        self._captions = {name: facts.add(self._values[name]) for name in names[:4]}
        self._captions |= {name: sums.add(self._values[name]) for name in names[4:]}
        for name in names[4:]:
            self._values[name].setAlignment(Qt.AlignmentFlag.AlignRight)
        for grid in (left, right):
            grid.setRowStretch(grid.rowCount(), 1)
        whole.addLayout(left, 3)
        whole.addLayout(right, 2)

    def show_document(
        self, row: Submission, kind: str, sums: Sums | None, amount: Callable[[object], str]
    ) -> None:
        """`sums` None: not added up yet; the gross value is known at once."""
        key, sealed = row.sealed.key, row.sealed
        customer = " · ".join(part for part in (sealed.counterparty_name, sealed.counterparty_vat) if part)
        texts = {
            "type": kind,
            "number": f"{key.series} {key.number}".strip(),
            "date": show_date(key.date),
            "customer": customer,
            "net": amount(sums.net) if sums else "",
            "vat": amount(sums.vat) if sums else "",
            "gross": amount(sealed.gross),
            "payable": amount(sums.payable) if sums else "",
        }
        for name, text in texts.items():
            if self._values[name].text() != text:
                self._values[name].setText(text)

    def retranslate(self) -> None:
        """The captions."""
        texts = {
            "type": self.tr("Type"),
            "number": self.tr("Series and number"),
            "date": self.tr("Date"),
            "customer": self.tr("Customer"),
            "net": self.tr("Net"),
            "vat": self.tr("VAT"),
            "gross": self.tr("Gross"),
            "payable": self.tr("To pay"),
        }
        for name, text in texts.items():
            self._captions[name].setText(text)
