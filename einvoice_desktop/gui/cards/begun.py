"""Cards that were typed into and neither saved nor discarded: kept over the end of the program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.domain.errors import DocumentError
from einvoice_desktop.gui.cards.held import K

if TYPE_CHECKING:
    from einvoice_desktop.domain.cards import Customer, Item
    from einvoice_desktop.gui.preferences import Preferences

SETTING = "cards.begun"

Key = tuple[str, int]
"""The book ("customer", "item") and the card's id; 0 and below for one that is new."""


class Begun(NamedTuple):
    """What stands in a form: the card, by path the texts that mean nothing (yet), and the version of the
    kept card that it was typed over."""

    card: Customer | Item
    typed: Mapping[str, str]
    version: int = 0

    def over(self, kept: K | None) -> K | None:
        """The kept card as it was then: where somebody saved it since, saving says so."""
        return replace(kept, version=self.version) if kept is not None and self.version else kept

    @property
    def name(self) -> str:
        """What it is called, as typed."""
        from einvoice_desktop.domain.cards import Customer

        card = self.card
        return card.name or (card.vat if isinstance(card, Customer) else card.code)


class BegunCards:
    """Written with the settings, a moment after the last key."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences

    def keep(self, key: Key, begun: Begun) -> None:
        """From now on this stands in that form."""
        from einvoice_desktop.domain.cards import Customer, write_customer, write_item

        card = begun.card
        source = write_customer(card) if isinstance(card, Customer) else write_item(card)
        told = {"card": source.decode(), "typed": dict(begun.typed), "version": begun.version}
        self._write(self._read() | {_name_of(key): told})

    def drop(self, key: Key) -> None:
        """It was saved or discarded."""
        held = self._read()
        if held.pop(_name_of(key), None) is not None:
            self._write(held)

    def keys(self, book: str) -> list[Key]:
        """Which ones there are of a book."""
        parts = (name.partition(":") for name in self._read())
        return [(kind, int(number)) for kind, _, number in parts if kind == book]

    def get(self, key: Key) -> Begun | None:
        """None where there is none, or it cannot be read any more."""
        from einvoice_desktop.domain.cards import read_customer, read_item

        held = self._read().get(_name_of(key))
        if held is None:
            return None
        source = str(held.get("card", "")).encode()
        try:
            card = read_customer(source) if key[0] == "customer" else read_item(source)
        except (ValueError, KeyError, DocumentError):
            return None
        typed, version = held.get("typed"), held.get("version")
        return Begun(
            card, typed if isinstance(typed, dict) else {}, version if isinstance(version, int) else 0
        )

    def _read(self) -> dict[str, dict[str, object]]:
        try:
            held = json.loads(self._preferences.get(SETTING) or "{}")
        except ValueError:
            return {}
        return held if isinstance(held, dict) else {}

    def _write(self, held: Mapping[str, object]) -> None:
        self._preferences.choose(SETTING, json.dumps(held, ensure_ascii=False) if held else "")


def _name_of(key: Key) -> str:
    return f"{key[0]}:{key[1]}"
