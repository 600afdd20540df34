"""The office's customers: what is kept of each, and finding one by its VAT number and branch."""

from __future__ import annotations

import json
from functools import cached_property
from typing import NamedTuple

from einvoice_desktop.app.card_book import CardBook, KeptCard
from einvoice_desktop.app.ports import Cards, Clock
from einvoice_desktop.domain.cards import Customer, customer_key, read_customer, write_customer
from einvoice_desktop.domain.parties import Party


class CustomerFacts(NamedTuple):
    """What a list shows of a customer and what it is found by; "" and () where nothing is said."""

    name: str
    brand: str
    vat: str
    branch: int
    code: str
    city: str
    country: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    invoice_type: str
    document_type: str
    notes: str


class KeptCustomer(KeptCard):
    """A customer's card as it stands in the books."""

    @cached_property
    def customer(self) -> Customer:
        """All of it."""
        return read_customer(self.source)

    @cached_property
    def facts(self) -> CustomerFacts:
        """The few facts for lists and searches: a fraction of what reading all of it costs."""
        told = json.loads(self.source)
        document = told["document"]
        party = document.get("counterParty") or {}
        address = party.get("address") or {}
        return CustomerFacts(
            name=(party.get("registeredName") or "").strip(),
            brand=party.get("brandName") or "",
            vat=(party.get("vat") or "").strip(),
            branch=party.get("branchCode") or 0,
            code=party.get("code") or "",
            city=address.get("city") or "",
            country=address.get("countryCode") or "",
            phones=_texts(party.get("phones")),
            emails=_texts(party.get("emails")),
            invoice_type=document.get("invoiceTypeCode") or "",
            document_type=document.get("documentTypeCode") or "",
            notes=told.get("notes") or "",
        )

    @property
    def key(self) -> str:
        """What makes it one and the same (Customer.key)."""
        return customer_key(self.facts.vat, self.facts.branch, self.facts.name)


class CustomerBook(CardBook[Customer, KeptCustomer]):
    """app.card_book.CardBook of customers."""

    def __init__(self, cards: Cards, clock: Clock) -> None:
        super().__init__(cards, clock, KeptCustomer, lambda card: (card.key, write_customer(card)))

    def of_party(self, party: Party) -> KeptCustomer | None:
        """The one that a document's party is."""
        key = customer_key(party.vat or "", party.branch_code or 0, party.registered_name or "")
        return self._kept(self._cards.of_key(key))

    def of_vat(self, vat: str, branch: int = 0) -> KeptCustomer | None:
        """The one with that number, with or without its country's letters; None where nobody has it."""
        return self._kept(self._cards.of_key(customer_key(vat, branch, "")))


def _texts(found: list[str | None] | None) -> tuple[str, ...]:
    return tuple(text for text in found or () if text)
