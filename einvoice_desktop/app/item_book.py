"""What the office sells: what is kept of each item, and finding one by its code."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from einvoice_desktop.app.card_book import CardBook, KeptCard
from einvoice_desktop.app.ports import Cards, Clock
from einvoice_desktop.domain.cards import Item, item_key, read_item, write_item


class ItemFacts(NamedTuple):
    """What a list shows of an item and what it is found by; "" and None where nothing is said."""

    code: str
    name: str
    descriptions: tuple[str, ...]
    unit: int | None
    price: Decimal | None
    vat_category: int | None
    notes: str


class KeptItem(KeptCard):
    """An item's card as it stands in the books."""

    @cached_property
    def item(self) -> Item:
        """All of it."""
        return read_item(self.source)

    @cached_property
    def facts(self) -> ItemFacts:
        """The few facts for lists and searches: a fraction of what reading all of it costs."""
        told = json.loads(self.source, parse_float=Decimal)
        line = told["line"]
        descriptions = tuple(text for text in line.get("descriptions") or () if text)
        price = line.get("unitPrice")
        return ItemFacts(
            code=(line.get("code") or "").strip(),
            name=descriptions[0].strip() if descriptions else "",
            descriptions=descriptions,
            unit=line.get("measurementUnitCode"),
            price=None if price is None else Decimal(price),
            vat_category=line.get("vatCategoryCode"),
            notes=told.get("notes") or "",
        )

    @property
    def key(self) -> str:
        """What makes it one and the same (Item.key)."""
        return item_key(self.facts.code, self.facts.name)


class ItemBook(CardBook[Item, KeptItem]):
    """app.card_book.CardBook of items."""

    def __init__(self, cards: Cards, clock: Clock) -> None:
        super().__init__(cards, clock, KeptItem, lambda card: (card.key, write_item(card)))

    def of_code(self, code: str) -> KeptItem | None:
        """The one with that code, whatever its case; None where there is none."""
        return self._kept(self._cards.of_key(item_key(code, "")))
