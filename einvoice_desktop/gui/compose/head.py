"""The head of a document: type, series, number, date, money; below it the rate, where it is other money."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from einvoice_desktop.gui.compose.form import NOT, FieldSheet
from einvoice_desktop.gui.compose.needs import words_of
from einvoice_desktop.gui.compose.party import HEADER_ROW
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession

_EURO = "EUR"


class HeadPanel(QFrame):
    """`sheet` is always there; what other money and other languages need is made when first needed."""

    sheet_made = Signal(object)
    """The FieldSheet that has just been made."""

    def __init__(self, session: DraftSession, tables: ChoiceTables, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tables = session, tables
        self.setProperty("role", "panel")
        self.sheet = FieldSheet(session, (HEADER_ROW,), tables, parent=self)
        self._money: _MoneyRow | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 7, 12, 9)
        self._layout.addWidget(self.sheet)

    def sheets(self) -> Iterator[FieldSheet]:
        """Every sheet of fields that there is by now."""
        yield self.sheet
        if self._money is not None:
            yield self._money.sheet

    def refresh(self) -> None:
        """Every field shows what the session holds."""
        self.sheet.refresh()
        if not self._session.ready:
            return
        word = words_of(self._session)
        # That a document has type, series and money is no news: only what it has not is hidden.
        self.sheet.show_needs(lambda path: word(path) if word(path) == NOT else "may")
        wanted = self._is_abroad()
        if self._money is None:
            if not wanted:
                return
            self._money = _MoneyRow(self._session, self._tables, self)
            self._layout.addWidget(self._money)
            self.setTabOrder(list(self.sheet.fields())[-1], next(self._money.sheet.fields()))
            self._money.refresh()
            self.sheet_made.emit(self._money.sheet)
        self._money.setVisible(wanted)
        self._money.refresh()

    def _is_abroad(self) -> bool:
        """Whether money, language or customer are not of here."""
        value = self._session.value
        if value("currencyCode") not in (None, "", _EURO) or value("languageCode"):
            return True
        if value("paymentDetails.exchangeCurrencyRate") is not None:
            return True
        from einvoice_desktop.app.customer_kind import GREECE, kind_of

        assert self._session.draft is not None
        kind = kind_of(self._session.draft.document, self._session.codes)
        return kind.country != GREECE

    def retranslate(self) -> None:
        """Every caption in the language of the day."""
        for sheet in self.sheets():
            sheet.retranslate()
        if self._money is not None:
            self._money.retranslate()


class _MoneyRow(QWidget):
    """The exchange rate, what it means, and the language of the paper."""

    def __init__(self, session: DraftSession, tables: ChoiceTables, parent: QWidget) -> None:
        super().__init__(parent)
        from einvoice_desktop.gui.compose.field_names import define_tables
        from einvoice_desktop.gui.compose.part_fields_special import MONEY_ROW

        define_tables(tables)
        self._session, self._tables = session, tables
        self.sheet = FieldSheet(session, (MONEY_ROW,), tables, beside=True, fill=False, parent=self)
        self._hint: QLabel = label("muted", self, wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.addWidget(self.sheet)
        layout.addWidget(self._hint, 1)

    def refresh(self) -> None:
        """The rate goes with the money: of euro there is none."""
        currency = str(self._session.value("currencyCode") or _EURO)
        rate = self._session.value("paymentDetails.exchangeCurrencyRate")
        self.sheet.refresh()
        plain = currency == _EURO and rate is None
        self.sheet.show_needs(lambda path: "not" if plain and path.endswith("Rate") else "may")
        composition = self._session.composition
        in_euro = composition is not None and composition.currency == _EURO
        told = (
            self.tr("{0} for one euro. Amounts are typed in euro.")
            if in_euro
            else self.tr("{0} for one euro.")
        )
        self._hint.setText("" if currency == _EURO else told.format(currency))

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        from einvoice_desktop.gui.compose.field_names import define_tables

        define_tables(self._tables)
        self.refresh()
