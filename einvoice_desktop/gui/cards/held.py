"""The cards of one book in memory while the window is open: listed and found without asking the store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.gui.many_objects import ManyObjects

if TYPE_CHECKING:
    from einvoice_desktop.app.card_book import CardBook, KeptCard
    from einvoice_desktop.app.card_index import CardIndex
    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.domain.cards import Customer, Item
    from einvoice_desktop.gui.greek_order import GreekKey
    from einvoice_desktop.gui.office import Office

C = TypeVar("C")
K = TypeVar("K", bound="KeptCard")


MOST_OFFERED = 12
"""Rows of a list under a field."""


_LONGEST_NAME = 40


def short(name: str) -> str:
    """A name as a message has room for it."""
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


class _Read(NamedTuple, Generic[K]):
    rows: list[K]
    of_key: dict[str, int]
    by_words: CardIndex[K]
    order: dict[int, GreekKey]


class HeldCards(QObject, Generic[C, K]):
    """Empty until the book has been read, which happens off the GUI thread once the engine is there."""

    changed = Signal()
    """Cards came, went, or are others than before."""

    def __init__(
        self,
        office: Office,
        book: Callable[[Desk], CardBook[C, K]],
        index_of: Callable[[Iterable[K]], CardIndex[K]],
        name_of: Callable[[K], str],
    ) -> None:
        super().__init__(office.session)
        self._office = office
        self._book = book
        self._index_of = index_of
        self._name_of = name_of
        self._order: dict[int, GreekKey] = {}
        self._rows: dict[int, K] = {}
        self._listed: tuple[K, ...] | None = None
        self._of_key: dict[str, int] = {}
        self._index: CardIndex[K] | None = None
        self._reading = self._stale = False
        self._meanwhile: list[Callable[[], None]] = []
        office.session.ready_changed.connect(self.read_again)

    @property
    def is_read(self) -> bool:
        """Whether the book has been read."""
        return self._index is not None

    @property
    def rows(self) -> Sequence[K]:
        """All cards by their names; the same object until one of them changes."""
        if self._listed is None:
            order = self._order
            self._listed = tuple(sorted(self._rows.values(), key=lambda kept: order[kept.id]))
        return self._listed

    def get(self, card_id: int | None) -> K | None:
        """The card of that id."""
        return None if card_id is None else self._rows.get(card_id)

    def find(self, typed: str, most: int = MOST_OFFERED) -> Sequence[K]:
        """The best hits for what is typed."""
        return () if self._index is None else self._index.find(typed, most)

    def of_key(self, key: str) -> K | None:
        """The card that is one and the same (Customer.key, Item.key)."""
        return self.get(self._of_key.get(key)) if key else None

    # --- reading --------------------------------------------------------------------------------

    def read_again(self) -> None:
        """Reads the book: somebody else may have changed it. One reading is under way at a time, and may be
        older than a wish that comes meanwhile: then there is one more after it."""
        if self._reading:
            self._stale = True
            return
        self._reading = True
        book, index_of, name_of = self._book(self._office.the_desk), self._index_of, self._name_of
        before = self._rows if self.is_read else None

        def read() -> _Read[K] | None:
            with ManyObjects() as many:
                rows = book.rows()
                if before is not None and _are_same(rows, before):
                    return None
                order = _order_of(rows, name_of)
                rows.sort(key=lambda kept: order[kept.id])
                found = _Read(rows, {kept.key: kept.id for kept in rows}, index_of(rows), order)
                many.made = len(rows)
                return found

        self._office.tasks.run(read, self._on_read, self._on_read_failed)

    def _on_read(self, found: _Read[K] | None) -> None:
        self._reading = False
        if found is None:
            self._meanwhile = []
        else:
            self._take(found)
        if self._stale:
            self._stale = False
            self.read_again()

    def _take(self, found: _Read[K]) -> None:
        self._rows = {kept.id: kept for kept in found.rows}
        self._listed = None
        self._of_key, self._index, self._order = found.of_key, found.by_words, found.order
        meanwhile, self._meanwhile = self._meanwhile, []
        for again in meanwhile:
            again()
        self.changed.emit()

    def _on_read_failed(self, error: Exception) -> None:
        self._reading = self._stale = False
        self._office.on_failed(error)

    # --- changing -------------------------------------------------------------------------------

    def put(self, cards: Iterable[K]) -> None:
        """These have been saved."""
        told = tuple(cards)
        if self._reading:
            # What is being read may be older than this.
            self._meanwhile.append(lambda: self._put(told))
        self._put(told)
        self.changed.emit()

    def _put(self, cards: Iterable[K]) -> None:
        self._listed = None
        cards = tuple(cards)
        self._order |= _order_of(cards, self._name_of)
        for kept in cards:
            self._forget_key(kept.id)
            self._rows[kept.id] = kept
            self._of_key[kept.key] = kept.id
            if self._index is not None:
                self._index.put(kept)

    def remove(self, ids: Iterable[int]) -> None:
        """These have been deleted."""
        gone = tuple(ids)
        if self._reading:
            self._meanwhile.append(lambda: self._remove(gone))
        self._remove(gone)
        self.changed.emit()

    def _remove(self, ids: Iterable[int]) -> None:
        self._listed = None
        for card_id in ids:
            self._forget_key(card_id)
            if self._rows.pop(card_id, None) is not None and self._index is not None:
                self._index.remove(card_id)

    def _forget_key(self, card_id: int) -> None:
        before = self._rows.get(card_id)
        if before is not None and self._of_key.get(before.key) == card_id:
            del self._of_key[before.key]

    # --- saving ---------------------------------------------------------------------------------

    def save(
        self,
        card: C,
        kept: K | None,
        done: Callable[[K], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Saves off the GUI thread; `kept` is the card that it replaces."""
        book = self._book(self._office.the_desk)

        def on_saved(saved: K) -> None:
            self.put([saved])
            done(saved)

        self._office.tasks.run(lambda: book.save(card, kept), on_saved, failed or self._office.on_failed)

    def rework(self, ids: Sequence[int], edit: Callable[[int, K], C]) -> None:
        """These as they stand in the book now, each with an edit of its own; who is gone is left out."""
        book = self._book(self._office.the_desk)

        def work() -> list[K]:
            found = ((card_id, book.get(card_id)) for card_id in ids)
            return book.save_all([(edit(id_, kept), kept) for id_, kept in found if kept is not None])

        if ids:
            self._office.tasks.run(work, self.put, self._office.on_failed)

    def get_anew(
        self, card_id: int, then: Callable[[K | None], None], failed: Callable[[Exception], None]
    ) -> None:
        """The card as it stands in the book now."""
        book = self._book(self._office.the_desk)
        self._office.tasks.run(lambda: book.get(card_id), then, failed)

    def delete(self, cards: Sequence[K], done: Callable[[], None]) -> None:
        """Deletes off the GUI thread."""
        book, ids = self._book(self._office.the_desk), [kept.id for kept in cards]

        def on_deleted(_none: Any) -> None:
            self.remove(ids)
            done()

        self._office.tasks.run(lambda: book.delete(ids), on_deleted, self._office.on_failed)

    def restore(self, cards: Sequence[K], done: Callable[[], None] = lambda: None) -> None:
        """Puts deleted cards back."""
        book = self._book(self._office.the_desk)

        def on_restored(restored: list[K]) -> None:
            self.put(restored)
            done()

        self._office.tasks.run(lambda: book.restore(cards), on_restored, self._office.on_failed)


def _order_of(rows: Iterable[K], name_of: Callable[[K], str]) -> dict[int, GreekKey]:
    """Of thousands it takes a while: the page does not sort them when it is opened."""
    from einvoice_desktop.gui.greek_order import greek_key

    key = greek_key(name_of)
    return {kept.id: key(kept) for kept in rows}


def _are_same(rows: Sequence[K], before: Mapping[int, K]) -> bool:
    """Whether nothing came, went, or was saved."""
    if len(rows) != len(before):
        return False
    return all(kept.id in before and before[kept.id].version == kept.version for kept in rows)


class HeldBooks:
    """Both books."""

    def __init__(self, office: Office) -> None:
        self.customers: HeldCards[Customer, KeptCustomer] = HeldCards(
            office,
            lambda desk: desk.customers,
            _customer_index,
            lambda kept: kept.facts.name or kept.facts.brand,
        )
        self.items: HeldCards[Item, KeptItem] = HeldCards(
            office, lambda desk: desk.items, _item_index, lambda kept: kept.facts.name
        )


# What knows how cards are found is not imported before somebody has cards.


def _customer_index(rows: Iterable[KeptCustomer]) -> CardIndex[KeptCustomer]:
    from einvoice_desktop.app.card_index import customer_index

    return customer_index(rows)


def _item_index(rows: Iterable[KeptItem]) -> CardIndex[KeptItem]:
    from einvoice_desktop.app.card_index import item_index

    return item_index(rows)
