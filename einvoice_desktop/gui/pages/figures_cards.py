"""The main figures as cards, each beside what it was in the period before and a year before."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.app.figures import change_of
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.pages.values import ValueLabel

if TYPE_CHECKING:
    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.app.figures import Figures, Total

_ALWAYS = ("net", "vat", "gross", "payable")
_SOMETIMES = ("withheld", "fees", "stamp_duty", "other_taxes", "deductions")
COUNT = "count"
_NAMES = (*_ALWAYS, COUNT, *_SOMETIMES)
_LEAST_WIDTH = 160
_FRAME = 4
"""Pixels around the words of a value."""


class _Card(QFrame):
    """A caption, the bare value, and two lines of what it was before."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.caption = label("muted", self)
        self.value = ValueLabel(f"figures.{name}", self)
        font = QFont(self.value.font())
        font.setPointSizeF(font.pointSizeF() + 3)
        font.setWeight(QFont.Weight.DemiBold)
        self.value.setFont(font)
        self.caption.setBuddy(self.value)
        self.before = label("caption", self, wrap=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(0)
        for line in (self.caption, self.value, self.before):
            lines.addWidget(line)
        for line in (self.caption, self.before):
            # As far in as the frame of the value moves its words.
            line.setContentsMargins(_FRAME, 0, 0, 0)
        lines.addStretch(1)


class FigureCards(QWidget):
    """Those that are always asked for, and of the other taxes those that there are."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._cards = {name: _Card(name, self) for name in _NAMES}
        self._shown: tuple[str, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        self._columns = 0
        for name in _SOMETIMES:
            self._cards[name].hide()

    def show_figures(self, figures: Figures, language: Language) -> None:
        """The turnover in euro."""
        total = figures.total
        shown = [name for name in _NAMES if name not in _SOMETIMES or getattr(total.sums, name)]
        for name in _NAMES:
            card = self._cards[name]
            card.setVisible(name in shown)
            card.value.setText(_text(total, name, language))
            card.before.setText(self._held_against(figures, name, language))
        if tuple(shown) != self._shown:
            self._shown, self._columns = tuple(shown), 0
        self._lay_out()

    def _held_against(self, figures: Figures, name: str, language: Language) -> str:
        parts = []
        for sentence, before in (
            (self.tr("{0} on before"), figures.before),
            (self.tr("{0} on a year ago"), figures.year_before),
        ):
            if before.count:
                change = change_of(_value(figures.total, name), _value(before, name))
                parts.append(sentence.format(_percent(change, language)))
        return " · ".join(parts)

    def _lay_out(self) -> None:
        columns = max(1, min(len(self._shown), self.width() // _LEAST_WIDTH))
        if columns == self._columns:
            return
        self._columns = columns
        for card in self._cards.values():
            self._grid.removeWidget(card)
        for place, name in enumerate(self._shown):
            self._grid.addWidget(self._cards[name], place // columns, place % columns)
        for column in range(len(_NAMES)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def retranslate(self) -> None:
        """The captions."""
        texts = {
            "net": self.tr("Net"),
            "vat": self.tr("VAT"),
            "gross": self.tr("Total"),
            "payable": self.tr("To be paid"),
            COUNT: self.tr("Documents"),
            "withheld": self.tr("Withheld"),
            "fees": self.tr("Fees"),
            "stamp_duty": self.tr("Digital fee"),
            "other_taxes": self.tr("Other taxes"),
            "deductions": self.tr("Deductions"),
        }
        for name, text in texts.items():
            self._cards[name].caption.setText(text)


def _value(total: Total, name: str) -> Decimal:
    return Decimal(total.count) if name == COUNT else getattr(total.sums, name)


def _text(total: Total, name: str, language: Language) -> str:
    return show_amount(_value(total, name), language, places=0 if name == COUNT else 2)


def _percent(change: Decimal | None, language: Language) -> str:
    if change is None:
        return "–"
    sign = "+" if change > 0 else ""
    return f"{sign}{show_amount(change, language, places=0)} %"
