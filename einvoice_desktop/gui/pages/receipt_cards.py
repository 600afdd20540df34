"""The cards of the receipt page that stand there in every state: the state itself, and the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.app.entry import show_date
from einvoice_desktop.app.paper.plain import flat
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.gui import words
from einvoice_desktop.gui.fields.identity import identify, restyle
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.icons import Icons
from einvoice_desktop.gui.pages.receipt_followed import Sums
from einvoice_desktop.gui.pages.values import ValueLabel, ValueRows, WordsValue
from einvoice_desktop.gui.theme import Colours

if TYPE_CHECKING:
    from einvoice_desktop.app.legal_clock import LegalClock

PADDING = (20, 16, 20, 16)
"""Inside a card."""


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
        self.advice = label("warning", self, wrap=True)
        identify(self.advice, "receipt.advice")
        self.next = label("muted", self, wrap=True)
        identify(self.next, "receipt.next")
        self.problems = WordsValue("receipt.problems", self)
        self.clock = label("muted", self, wrap=True)
        identify(self.clock, "receipt.legalClock")
        self.certainty = label("muted", self, wrap=True)
        identify(self.certainty, "receipt.legalCertainty")
        lines = QVBoxLayout()
        lines.setSpacing(4)
        shown = (
            self.sentence,
            self.advice,
            self.reason,
            self.problems,
            self.next,
            self.clock,
            self.certainty,
        )
        for line in shown:
            lines.addWidget(line)
        self._lines = lines
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(lines, 1)

    def show_state(self, row: Submission, icons: Icons, colours: Colours, ratio: float) -> None:
        """The colour and icon of the state."""
        tone = words.tone(row)
        colour = {"info": colours.accent, "success": colours.success, "warning": colours.warning}
        self._picture.setPixmap(icons.pixmap(row.state, colour.get(tone, colours.error), 24, ratio))
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)

    def say(self, reason: str, following: str, advice: str = "") -> None:
        """Why it stands so, what happens next, what not to do now; hidden where there is nothing."""
        for line, text in ((self.reason, reason), (self.next, following), (self.advice, advice)):
            if line.text() != text:
                line.setText(text)
            line.setVisible(bool(text))

    def add_choices(self, choices: QWidget) -> None:
        """What a person may choose stands below the words."""
        self._lines.addWidget(choices)

    def show_clock(self, clock: LegalClock | None, certainty: str) -> None:
        """How long it may stay on its way by law, and how sure that is; None for nothing to say."""
        self.clock.setVisible(clock is not None)
        self.certainty.setVisible(clock is not None)
        if clock is None:
            return
        self.clock.setText(words.clock_line(clock))
        self.certainty.setText(certainty)
        if self.clock.property("role") != words.clock_tone(clock):
            self.clock.setProperty("role", words.clock_tone(clock))
            restyle(self.clock)

    def show_problems(self, sentences: Sequence[str]) -> None:
        """One line each."""
        text = "\n".join(f"• {sentence}" for sentence in sentences)
        if self.problems.text() != text:
            self.problems.setText(text)
        self.problems.setVisible(bool(text))


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
        whole.setContentsMargins(*PADDING)
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
        self, row: Submission, kind: str, sums: Sums | None, amount: Callable[[Decimal | None], str]
    ) -> None:
        """`sums` None: not added up yet; the gross value is known at once."""
        key, sealed = row.sealed.key, row.sealed
        customer = " · ".join(filter(None, map(flat, (sealed.counterparty_name, sealed.counterparty_vat))))
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
            "gross": self.tr("Total"),
            "payable": self.tr("To pay"),
        }
        for name, text in texts.items():
            self._captions[name].setText(text)
