"""What the document adds up to: sums, taxes that are not zero, what is to be paid, VAT by rate."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from einvoice_desktop.app.entry import Language, show_amount
from einvoice_desktop.gui.fields.identity import identify, tabular
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.domain.tally import VatRate
    from einvoice_desktop.gui.session import DraftSession

CONTEXT = "Summary"
_EURO = "EUR"
"""What amounts are in, unless the document says otherwise."""
_NOTHING = Decimal("0.00")
_LEAST_RATES = 48
"""Pixels of the rates that stay in sight on a low screen."""

# JSON name, attribute of SummaryAmounts, caption, whether it is taken off, whether it shows when it is zero.
_SUMS = (
    ("totalNetAmount", "net", QT_TRANSLATE_NOOP("Summary", "Net"), False, True),
    ("totalVATAmount", "vat", QT_TRANSLATE_NOOP("Summary", "VAT"), False, True),
    ("totalFeesAmount", "fees", QT_TRANSLATE_NOOP("Summary", "Fees"), False, False),
    ("totalStampDutyAmount", "stamp_duty", QT_TRANSLATE_NOOP("Summary", "Stamp duty"), False, False),
    ("totalOtherTaxesAmount", "other_taxes", QT_TRANSLATE_NOOP("Summary", "Other taxes"), False, False),
    ("totalWithheldAmount", "withheld", QT_TRANSLATE_NOOP("Summary", "Withholding"), True, False),
    ("totalDeductionsAmount", "deductions", QT_TRANSLATE_NOOP("Summary", "Deductions"), True, False),
    ("totalGrossValue", "gross", QT_TRANSLATE_NOOP("Summary", "Total"), False, True),
)


class _Row(NamedTuple):
    caption: QLabel
    figure: QLabel
    sign: QLabel | None
    """The minus of a sum that is taken off."""


class SummaryPanel(QFrame):
    """Displays only. Each sum is named through its caption, so that its text stays the bare value.

    The row of a sum that shows only when it is not zero, and the table of rates, are made when first needed.
    """

    def __init__(self, session: DraftSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("role", "panel")
        # On a low screen the problems and the rates give way, never the sums.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._heading = label("section", self)
        self._currency = label("muted", self)
        self._rows: dict[str, _Row] = {}
        self._sums = QGridLayout()
        self._payable_caption = label("section", self)
        self._payable = self._figure("summaries.totalPayableAmount", "payable")
        self._payable_caption.setBuddy(self._payable)
        self._rates: RateTable | None = None
        self._twin: QLabel | None = None
        self._lay_out()
        self.retranslate()

    def _figure(self, identifier: str, role: str = "figure") -> QLabel:
        figure = label(role, self)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        figure.setFont(tabular(figure.font()))
        figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        identify(figure, identifier)
        return figure

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch()
        head.addWidget(self._currency)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 12)
        layout.setSpacing(5)
        layout.addLayout(head)
        layout.addLayout(self._sums)
        self._lay_out_sums()
        layout.addSpacing(3)
        layout.addWidget(_line(self))
        layout.addSpacing(3)
        layout.addWidget(self._payable_caption)
        layout.addWidget(self._payable)

    def _lay_out_sums(self) -> None:
        self._sums.setHorizontalSpacing(6)
        self._sums.setVerticalSpacing(4)
        self._sums.setColumnStretch(0, 1)
        for place, (name, _, _, _, always) in enumerate(_SUMS):
            if always:
                self._rows[name] = self._new_row(place)

    def _new_row(self, place: int) -> _Row:
        name, _, words, minus, _ = _SUMS[place]
        caption, figure = label("muted", self), self._figure(f"summaries.{name}")
        caption.setText(QCoreApplication.translate(CONTEXT, words))
        caption.setBuddy(figure)
        self._sums.addWidget(caption, place, 0)
        if not minus:
            self._sums.addWidget(figure, place, 1)
            return _Row(caption, figure, None)
        sign = label("", self, text="−")
        amount = QHBoxLayout()
        amount.setSpacing(1)
        amount.addStretch()
        amount.addWidget(sign)
        amount.addWidget(figure)
        self._sums.addLayout(amount, place, 1)
        return _Row(caption, figure, sign)

    def show_sums(self, composition: Composition | None) -> None:
        """Shows a composition's sums; zeros before there is one."""
        language = self._session.language
        for place, (_, attribute, _, _, _) in enumerate(_SUMS):
            value = getattr(composition.summaries, attribute) if composition else _NOTHING
            self._show_sum(place, value, language)
        payable = composition.summaries.payable if composition else _NOTHING
        _set(self._payable, show_amount(payable, language))
        _set(self._currency, composition.currency if composition else _EURO)
        self._show_twin(composition, language)
        self._show_rates(composition.vat_rates if composition else ())

    def complete(self) -> None:
        """Makes the rows that are hidden while they are zero."""
        for place, (name, _, _, _, _) in enumerate(_SUMS):
            if name not in self._rows:
                self._rows[name] = self._new_row(place)
        self.show_sums(self._session.composition)

    def _show_sum(self, place: int, value: Decimal, language: Language) -> None:
        name, _, _, _, always = _SUMS[place]
        if name not in self._rows:
            if not value:
                return
            self._rows[name] = self._new_row(place)
        row = self._rows[name]
        _set(row.figure, show_amount(value, language))
        if not always:
            for part in row:
                if part is not None:
                    part.setVisible(bool(value))

    def _show_twin(self, composition: Composition | None, language: Language) -> None:
        """The sum in the document's own money, where that is not the euro."""
        twins = composition.twins if composition is not None else None
        if self._twin is None:
            if twins is None:
                return
            self._twin = self._figure("summaries.totalPayableAmountAC", "")
            self._layout.insertWidget(self._layout.indexOf(self._payable) + 1, self._twin)
            self._twin.show()
        self._twin.setVisible(twins is not None)
        if twins is not None:
            currency = self._session.text("currencyCode")
            _set(self._twin, f"{show_amount(twins.summaries.payable, language)} {currency}")

    def _show_rates(self, rates: Sequence[VatRate]) -> None:
        if self._rates is None:
            if not rates:
                return
            from einvoice_desktop.gui.compose.give_way import give_way

            self._rates = RateTable(self)
            self._rates.retranslate()
            room = give_way(self._rates, self, _LEAST_RATES)
            self._layout.addWidget(room)
            room.show()
        self._rates.show_rates(rates, self._session)

    def retranslate(self) -> None:
        """Every caption and figure in the language of the day."""
        self._heading.setText(self.tr("Summary"))
        self._payable_caption.setText(self.tr("To pay"))
        for name, _, words, _, _ in _SUMS:
            if name in self._rows:
                self._rows[name].caption.setText(QCoreApplication.translate(CONTEXT, words))
        if self._rates is not None:
            self._rates.retranslate()
        self.show_sums(self._session.composition)


class RateTable(QWidget):
    """VAT by rate: rate, the net under it, the VAT on it. Hidden while there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads = [label("caption", self) for _ in range(3)]
        self._rows: list[list[QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 8, 0, 0)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        for column, head in enumerate(self._heads):
            self._grid.addWidget(head, 0, column, _side(column))

    def retranslate(self) -> None:
        """The heads in the language of the day."""
        for head, text in zip(
            self._heads, (self.tr("VAT rate"), self.tr("On net"), self.tr("VAT")), strict=True
        ):
            head.setText(text)

    def show_rates(self, rates: Sequence[VatRate], session: DraftSession) -> None:
        """One row for each rate; rows that are not needed are hidden."""
        self.setVisible(bool(rates))
        while len(self._rows) < len(rates):
            self._rows.append(self._new_row(len(self._rows)))
        for place, row in enumerate(self._rows):
            if place < len(rates):
                for shown, text in zip(row, _texts(rates[place], session), strict=True):
                    _set(shown, text)
            for shown in row:
                shown.setVisible(place < len(rates))

    def _new_row(self, place: int) -> list[QLabel]:
        labels = []
        for column, member in enumerate(("percentage", "underlyingValue", "vatAmount")):
            shown = label("", self)
            shown.setFont(tabular(shown.font()))
            identify(shown, f"vatAnalysis[{place}].{member}")
            self._grid.addWidget(shown, place + 1, column, _side(column))
            labels.append(shown)
        return labels


def _texts(rate: VatRate, session: DraftSession) -> tuple[str, str, str]:
    language = session.language
    return (
        f"{show_amount(rate.rate, language, 0)} %",
        show_amount(rate.base, language),
        show_amount(rate.vat, language),
    )


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight


def _set(label: QLabel, text: str) -> None:
    if label.text() != text:
        label.setText(text)


def _line(parent: QWidget) -> QFrame:
    line = QFrame(parent)
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
