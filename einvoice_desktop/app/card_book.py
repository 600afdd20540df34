"""Cards that a person keeps, of whatever kind: saved over the version that was read, deleted, put back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from einvoice_desktop.app.ports import CardRecord, Cards, Clock


@dataclass(frozen=True)
class KeptCard:
    """A card as it stands in the books. `source` is its JSON: it is read where somebody asks for what is in
    it, so that a list of thousands costs what is looked at."""

    id: int
    source: bytes
    version: int
    updated_at: datetime

    @property
    def key(self) -> str:
        """What makes it one and the same."""
        raise NotImplementedError


Card = TypeVar("Card")
Kept = TypeVar("Kept", bound=KeptCard)
Make = Callable[[int, bytes, int, datetime], Kept]
Written = tuple[str, bytes]
"""What makes a card one and the same, and its JSON."""


class CardBook(Generic[Card, Kept]):
    """One kind of cards. Every method but the first reads or writes the store: not on the GUI thread."""

    def __init__(
        self, cards: Cards, clock: Clock, make: Make[Kept], written: Callable[[Card], Written]
    ) -> None:
        self._cards = cards
        self._clock = clock
        self._make = make
        self._written = written

    def save(self, card: Card, kept: Kept | None = None) -> Kept:
        """A new card, or `kept` as it is now. Raises UserError("card_gone"), UserError(
        "card_changed_elsewhere", computer=, when=) where somebody saved it since it was read, UserError(
        "card_twice", key=) where another card is of the same."""
        return self.save_all([(card, kept)])[0]

    def save_all(self, pairs: Iterable[tuple[Card, Kept | None]]) -> list[Kept]:
        """All of them or none, in their order; raises as `save` does."""
        now = self._clock.now()
        records = [self._record(card, kept) for card, kept in pairs]
        ids = self._cards.save_all(records, now)
        return [
            self._make(id_, record.card, (record.version or 0) + 1, now)
            for id_, record in zip(ids, records, strict=True)
        ]

    def get(self, card_id: int) -> Kept | None:
        """None where it is gone."""
        return self._kept(self._cards.get(card_id))

    def rows(self) -> list[Kept]:
        """All of them, the oldest first."""
        return [self._of(record) for record in self._cards.rows()]

    def delete(self, card_ids: Sequence[int]) -> None:
        """Nothing happens to those that are gone already."""
        self._cards.delete(card_ids)

    def restore(self, kept: Iterable[Kept]) -> list[Kept]:
        """Puts deleted cards back under their own ids, all of them or none; what stands again. Raises
        UserError("card_twice", key=) where another card has taken the place of one."""
        restored = [self._make(card.id, card.source, card.version + 1, card.updated_at) for card in kept]
        self._cards.put_back([self._put_back(card) for card in restored])
        return restored

    def take_back(self, changed: Sequence[tuple[Kept, Kept]], created: Sequence[Kept]) -> tuple[int, ...]:
        """Undoes one save of many: each of `changed` before and after it, and those that it made. The ids of
        those that somebody saved again or deleted since: they stay as they are. Raises UserError(
        "card_twice", key=)."""
        back = [
            CardRecord(before.source, before.key, after.id, version=after.version)
            for before, after in changed
        ]
        gone = [CardRecord(kept.source, "", kept.id, version=kept.version) for kept in created]
        return self._cards.take_back(back, gone, self._clock.now())

    def _put_back(self, kept: Kept) -> CardRecord:
        return CardRecord(kept.source, kept.key, kept.id, kept.updated_at, kept.version)

    def _record(self, card: Card, kept: Kept | None) -> CardRecord:
        key, source = self._written(card)
        if kept is None:
            return CardRecord(source, key)
        return CardRecord(source, key, kept.id, version=kept.version)

    def _kept(self, record: CardRecord | None) -> Kept | None:
        return None if record is None else self._of(record)

    def _of(self, record: CardRecord) -> Kept:
        assert record.id is not None
        assert record.version is not None
        assert record.updated_at is not None
        return self._make(record.id, record.card, record.version, record.updated_at)
