"""The form of an item's card."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from einvoice_desktop.app.card_problems import card_problems
from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.domain.cards import Item
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.gui.cards.extras import NotesField
from einvoice_desktop.gui.cards.form import CardForm
from einvoice_desktop.gui.cards.gross import GrossField
from einvoice_desktop.gui.cards.prices import PricesPanel
from einvoice_desktop.gui.cards.specs import ITEM_GROUPS
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.gui.cards.begun import Begun
    from einvoice_desktop.gui.cards.held import HeldBooks
    from einvoice_desktop.gui.office import Office


def new_item(code: str = "", name: str = "") -> Item:
    """An empty card: one piece, the usual VAT."""
    line = Detail(quantity=Decimal(1), measurement_unit_code=1, vat_category_code=1)
    if code:
        line = line.with_member("code", code)
    if name:
        line = line.with_member("descriptions", (name,))
    return Item(line)


class ItemForm(CardForm["Item", "KeptItem"]):
    """The line that it becomes, and what some customers pay for it."""

    def __init__(
        self, office: Office, books: HeldBooks, begun: Begun, kept: KeptItem | None, parent: QWidget
    ) -> None:
        card = begun.card
        assert isinstance(card, Item)
        document = Document(details=(card.line,))
        super().__init__(office, document, begun.typed, ITEM_GROUPS, "item", kept, parent)
        self._gross_name = label("caption", self)
        self.gross = GrossField(self.session, self)
        self._gross_name.setBuddy(self.gross)
        row = QWidget(self)
        priced = QHBoxLayout(row)
        priced.setContentsMargins(0, 0, 0, 0)
        priced.addWidget(self._gross_name)
        priced.addWidget(self.gross)
        priced.addStretch(1)
        self.sheet.groups()[1].add_below(row)
        self.notes = NotesField("item.notes", self)
        self.sheet.groups()[2].add_below(self.notes)
        self.prices = PricesPanel.of_item(office, books, card, self)
        self.tabs.addTab(self.prices, "")
        self.retranslate()
        self.notes.set_text(card.notes)
        self.notes.changed.connect(self.touched)
        self.prices.changed.connect(self.touched)

    def card(self) -> Item:
        line = (self.session.document.details or (Detail(),))[0]
        return Item(line, self.prices.prices(), self.notes.text())

    def name(self) -> str:
        card = self.card()
        return card.name or card.code

    def problems(self) -> Sequence[Problem]:
        return card_problems(self.card(), self.session.codes, check_digit_is_wrong)

    def _on_changed(self) -> None:
        self.gross.refresh()
        super()._on_changed()

    def retranslate(self) -> None:
        self._gross_name.setText(self.tr("or with VAT"))
        self.gross.setAccessibleName(self.tr("Price with VAT included"))
        self.notes.set_name(self.tr("Notes, for the office alone"))
        self.tabs.setTabText(1, QCoreApplication.translate("PricesPanel", "Prices of customers"))
        super().retranslate()
        self.gross.refresh()
        self.prices.retranslate()
