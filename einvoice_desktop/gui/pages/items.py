"""The items page: what the office sells, found as one types, with prices, VAT and classification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop.app.entry import show_amount, show_value
from einvoice_desktop.gui.cards.held import short
from einvoice_desktop.gui.pages.card_page import CardPage
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.domain.cards import Item
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.cards.held import HeldCards
    from einvoice_desktop.gui.office import Office


class ItemsPage(CardPage["Item", "KeptItem"]):
    """Opens and deletes cards."""

    def __init__(
        self,
        office: Office,
        held: HeldCards[Item, KeptItem],
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("items", office, held, actions, parent)
        self.retranslate()
        self.follow_chosen()

    def columns(self) -> list[Column[KeptItem]]:
        return [
            Column("code", lambda: self.tr("Code"), lambda row: row.facts.code, width=130),
            Column("name", lambda: self.tr("Description"), lambda row: row.facts.name, width=0),
            Column("unit", lambda: self.tr("Unit"), self._unit, width=120),
            Column(
                "price",
                lambda: self.tr("Price"),
                self._price,
                sort=lambda row: (row.facts.price is None, row.facts.price or 0),
                figure=True,
                width=110,
            ),
            Column("vat", lambda: self.tr("VAT"), self._vat, figure=True, width=90),
        ]

    def _unit(self, row: KeptItem) -> str:
        return self._label("units", row.facts.unit)

    def _vat(self, row: KeptItem) -> str:
        category = row.facts.vat_category
        rate = self.office.the_desk.codes.vat_rate(category)
        if rate is None:
            return self._label("vat_categories", category)
        return f"{show_amount(rate, self.office.language, places=0)} %"

    def _label(self, table: str, code: int | None) -> str:
        if code is None:
            return ""
        row = self.office.the_desk.codes.rows(table).get(str(code), {})
        return str(row.get(f"label_{self.office.language}") or code)

    def _price(self, row: KeptItem) -> str:
        return show_value("details[0].unitPrice", row.facts.price, self.office.language)

    def told_deleted(self, cards: Sequence[KeptItem]) -> str:
        if len(cards) == 1:
            return self.tr("Deleted: {0}").format(short(cards[0].facts.name or cards[0].facts.code))
        return self.tr("Items deleted: {0}").format(len(cards))

    def purpose(self) -> str:
        return self.tr("What you sell, each as the line that it becomes.")

    def told_count(self, count: str) -> str:
        return self.tr("What you sell, each as the line that it becomes. In all: {0}").format(count)

    def told_empty(self) -> str:
        return self.tr(
            "No items yet. Press Insert for a new one, or Ctrl+I to import them from a spreadsheet."
            " On an invoice, Ctrl+Shift+A keeps the present line."
        )

    def told_nothing_found(self) -> str:
        return self.tr("No item answers to this. Press Esc to see all, or Insert for a new one.")

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Items"))
        self.table.setAccessibleName(self.tr("Items"))
        self.search.setPlaceholderText(self.tr("Search by code or description…"))
        self.search.setAccessibleName(self.tr("Search the items"))
        super().retranslate()
