"""What the office keeps of a customer and of an item: pieces of a document, in the document's own words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.folding import fold
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.parties import Party
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import dump_json, to_plain

_LONGEST_KEY = 200


@dataclass(frozen=True, slots=True)
class Customer:
    """`document` holds what a document for it begins with: `counterParty`, and as defaults `invoiceTypeCode`,
    `documentTypeCode`, `series`, `b2GDetails`, the first line's VAT, exemption and classification
    (`details[0]`), the first allowance (its percentage: the customer's discount) and the first payment's
    type. `language`: of its paper ("el", "en", "both", "" for the office's own). `notes`: for the office."""

    document: Document
    language: str = ""
    notes: str = ""

    @property
    def party(self) -> Party:
        """Who it is."""
        return self.document.counter_party or Party()

    @property
    def name(self) -> str:
        """As it is registered."""
        return (self.party.registered_name or "").strip()

    @property
    def vat(self) -> str:
        """As it was typed, with the country's letters or without."""
        return (self.party.vat or "").strip()

    @property
    def branch(self) -> int:
        """0 for the seat."""
        return self.party.branch_code or 0

    @property
    def key(self) -> str:
        """What makes it one and the same: VAT number and branch, or its name where it has no number."""
        return customer_key(self.vat, self.branch, self.name)


@dataclass(frozen=True, slots=True)
class CustomerPrice:
    """What one customer pays for an item: None where the item's own price or discount counts."""

    unit_price: Decimal | None = None
    discount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """`line` is the line that it becomes: code, descriptions, unit, quantity, price, discount (the first
    allowance's percentage), VAT, exemption, classification. `prices`: by the customer's id."""

    line: Detail
    prices: Mapping[int, CustomerPrice] = field(default_factory=dict)
    notes: str = ""

    @property
    def code(self) -> str:
        """The office's own."""
        return (self.line.code or "").strip()

    @property
    def name(self) -> str:
        """Its first description."""
        return next((text.strip() for text in self.line.descriptions or () if text), "")

    @property
    def key(self) -> str:
        """What makes it one and the same: its code, or its name where it has none."""
        return item_key(self.code, self.name)


def customer_key(vat: str, branch: int, name: str) -> str:
    """Customer.key of one with that number, branch and name."""
    bare = bare_vat(vat)
    if not bare:
        return fold(name.strip())[:_LONGEST_KEY]
    return (f"{bare}/{branch}" if branch else bare)[:_LONGEST_KEY]


def item_key(code: str, name: str) -> str:
    """Item.key of one with that code and name."""
    return fold(code.strip() or name.strip())[:_LONGEST_KEY]


def write_customer(customer: Customer) -> bytes:
    """Canonical JSON."""
    told = {"document": to_plain(customer.document)}
    return _written(told, language=customer.language, notes=customer.notes)


def read_customer(data: bytes) -> Customer:
    """What `write_customer` wrote. Raises ValueError, UnreadableDocument."""
    found = _read(data)
    return Customer(
        read_document(dump_json(found["document"]).encode()),
        language=str(found.get("language", "")),
        notes=str(found.get("notes", "")),
    )


def write_item(item: Item) -> bytes:
    """Canonical JSON."""
    prices = [
        {"customer": customer, "unitPrice": price.unit_price, "discount": price.discount}
        for customer, price in sorted(item.prices.items())
    ]
    line = to_plain(Document(details=(item.line,)))["details"][0]
    told: dict[str, Any] = {"line": line}
    if prices:
        told["prices"] = prices
    return _written(told, notes=item.notes)


def read_item(data: bytes) -> Item:
    """What `write_item` wrote. Raises ValueError, UnreadableDocument."""
    found = _read(data)
    document = read_document(dump_json({"details": [found["line"]]}).encode())
    prices = {
        int(row["customer"]): CustomerPrice(_decimal(row.get("unitPrice")), _decimal(row.get("discount")))
        for row in found.get("prices", ())
    }
    return Item((document.details or (Detail(),))[0], prices, notes=str(found.get("notes", "")))


def with_price(item: Item, customer_id: int, price: CustomerPrice | None) -> Item:
    """The item with another price for that customer; None takes it away."""
    prices = {key: value for key, value in item.prices.items() if key != customer_id}
    if price is not None:
        prices[customer_id] = price
    return replace(item, prices=prices)


def _written(told: dict[str, Any], **texts: str) -> bytes:
    return dump_json(told | {name: text for name, text in texts.items() if text}).encode()


def _read(data: bytes) -> dict[str, Any]:
    found = json.loads(data, parse_float=Decimal)
    if not isinstance(found, dict):
        raise ValueError("no card")
    return found


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)
