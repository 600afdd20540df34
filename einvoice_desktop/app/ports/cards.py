"""The office's own books of customers, items and templates: they belong to a company, whatever the server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Protocol


@dataclass(frozen=True, slots=True)
class CardRecord:
    """A customer's or an item's card as it is kept: `card` is the JSON of domain.cards.

    `key` is what makes it one and the same (Customer.key, Item.key), "" where it has none yet. `updated_at`
    is aware UTC. `version` is the one last read: a save over a later one is refused; None saves whatever
    stands.
    """

    card: bytes
    key: str = ""
    id: int | None = None
    updated_at: datetime | None = None
    version: int | None = field(default=None, compare=False)


class Cards(Protocol):
    """Customers, or items. Every method is one transaction, durable when it returns."""

    def save(self, record: CardRecord, now: datetime) -> int:
        """Inserts (id None) or replaces; the id.

        Raises UserError("card_gone"), UserError("card_changed_elsewhere", computer=, when=), UserError(
        "card_twice", key=) where another card has that key.
        """
        ...

    def save_all(self, records: Sequence[CardRecord], now: datetime) -> list[int]:
        """All of them or none, in their order; raises as `save` does."""
        ...

    def get(self, card_id: int) -> CardRecord | None: ...

    def of_key(self, key: str) -> CardRecord | None: ...

    def rows(self) -> list[CardRecord]:
        """All of them, by id."""
        ...

    def delete(self, card_ids: Sequence[int]) -> None:
        """Nothing happens to those that are gone already."""
        ...

    def put_back(self, records: Sequence[CardRecord]) -> None:
        """Deleted ones under their own ids, versions and moments, all of them or none; nothing happens to
        those that stand. Raises UserError("card_twice", key=)."""
        ...

    def take_back(
        self, changed: Sequence[CardRecord], created: Sequence[CardRecord], now: datetime
    ) -> tuple[int, ...]:
        """Undoes many saves, in one transaction. Each of `changed` is a card as it was before, under the
        version that the save gave it; those of `created` are deleted. The ids of those that somebody saved
        again or deleted since: they are left alone. Raises UserError("card_twice", key=)."""
        ...


@dataclass(frozen=True, slots=True)
class TemplateRecord:
    """A document that others begin as: canonical JSON, and the text of each field as typed.

    `monthly`: the day of the month (1 to 31, the last one where the month is shorter) on which it is
    proposed, 0 for never. `next_on` (yyyy-MM-dd, "" for never) is the next day on which it is. `copied_at`
    (aware UTC): the books came back from a copy of that moment, and it may have been issued since; None for
    all others. The others describe it.
    """

    name: str
    document: bytes
    typed: Mapping[str, str] = field(default_factory=dict)
    type_code: str = ""
    counterparty_name: str = ""
    gross: Decimal = Decimal("0.00")
    monthly: int = 0
    next_on: str = ""
    id: int | None = None
    updated_at: datetime | None = None
    version: int | None = field(default=None, compare=False)
    copied_at: datetime | None = field(default=None, compare=False)


class Templates(Protocol):
    """Templates and monthly repeats. Every method is one transaction."""

    def save(self, record: TemplateRecord, now: datetime) -> int:
        """Inserts (id None) or replaces; the id. Raises UserError("template_gone"), UserError(
        "template_changed_elsewhere", computer=, when=)."""
        ...

    def get(self, template_id: int) -> TemplateRecord | None: ...

    def rows(self) -> list[TemplateRecord]:
        """By name; `document` and `typed` left empty."""
        ...

    def due(self, day: str) -> list[TemplateRecord]:
        """Those whose `next_on` has come on that day (yyyy-MM-dd), whole, the longest due first."""
        ...

    def propose_next(self, template_id: int, was_on: str, next_on: str) -> bool:
        """Moves `next_on` on; False where it is not `was_on` any more: somebody else was quicker."""
        ...

    def delete(self, template_id: int) -> None: ...
