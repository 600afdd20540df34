"""The customers page: whom the office bills, found as one types, each with what its documents begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from einvoice_desktop.gui.cards.held import short
from einvoice_desktop.gui.pages.card_page import CardPage
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.domain.cards import Customer
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.cards.held import HeldCards
    from einvoice_desktop.gui.office import Office


class CustomersPage(CardPage["Customer", "KeptCustomer"]):
    """Opens and deletes cards, and begins documents for them."""

    document_requested = Signal(object)
    """The customer that a new document is for."""

    def __init__(
        self,
        office: Office,
        held: HeldCards[Customer, KeptCustomer],
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("customers", office, held, actions, parent)
        self.bill_button = self.make_button("customers.bill", self._on_bill, "compose", "", "Shift+F7")
        self.tools.insertWidget(0, self.bill_button)
        self.for_chosen.append(self.bill_button)
        self.retranslate()
        self.follow_chosen()

    def columns(self) -> list[Column[KeptCustomer]]:
        office = self.office
        return [
            Column("name", lambda: self.tr("Name"), lambda row: row.facts.name or row.facts.brand, width=0),
            Column("vat", lambda: self.tr("VAT number"), lambda row: row.facts.vat, width=130),
            Column("city", lambda: self.tr("City"), lambda row: row.facts.city, width=130),
            Column(
                "type",
                lambda: self.tr("Usual document"),
                lambda row: office.kind(row.facts.invoice_type) if row.facts.invoice_type else "",
                width=170,
            ),
            Column("email", lambda: self.tr("E-mail"), lambda row: ", ".join(row.facts.emails), width=180),
        ]

    def _on_bill(self) -> None:
        card = self.current()
        if card is not None:
            self.document_requested.emit(card)

    def told_deleted(self, cards: Sequence[KeptCustomer]) -> str:
        if len(cards) == 1:
            return self.tr("Deleted: {0}").format(short(cards[0].facts.name or cards[0].facts.vat))
        return self.tr("Customers deleted: {0}").format(len(cards))

    def purpose(self) -> str:
        return self.tr("Whom you bill, each with what its documents begin with.")

    def told_count(self, count: str) -> str:
        return self.tr("Whom you bill, each with what its documents begin with. In all: {0}").format(count)

    def told_empty(self) -> str:
        return self.tr(
            "No customers yet. Press Insert for a new one, or Ctrl+I to import them from a spreadsheet."
            " On an invoice, Ctrl+Shift+C keeps its customer."
        )

    def told_nothing_found(self) -> str:
        return self.tr("No customer answers to this. Press Esc to see all, or Insert for a new one.")

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Customers"))
        self.bill_button.setText(self.tr("New document"))
        self.table.setAccessibleName(self.tr("Customers"))
        self.search.setPlaceholderText(self.tr("Search by name, VAT number, city, telephone, e-mail…"))
        self.search.setAccessibleName(self.tr("Search the customers"))
        super().retranslate()
