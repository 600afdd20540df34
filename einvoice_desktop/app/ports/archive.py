"""Sealed documents found by words and filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.submission import Submission


@dataclass(frozen=True, slots=True)
class ArchiveQuery:
    """Which sealed documents are wanted. Every word of `words` begins a word of the document, in any order,
    accents and case aside; `since` and `until` are document dates (yyyy-MM-dd, both included, "" for none);
    no `type_codes` means all types."""

    words: str = ""
    since: str = ""
    until: str = ""
    type_codes: frozenset[str] = frozenset()
    states: frozenset[State] = frozenset({State.ISSUED})


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """Documents without their bytes, newest first. `after` is the key of the next page, None on the last."""

    rows: tuple[Submission, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class AmountOf:
    """What documents of one type and currency add to a sum."""

    type_code: str
    currency: str
    gross: Decimal
    net: Decimal = ZERO
    vat: Decimal = ZERO
    count: int = 1


class Archive(Protocol):
    """Sealed submissions by words and filters; newest first is by id."""

    def page(self, server: str, query: ArchiveQuery, after: int | None, limit: int) -> ArchivePage:
        """Up to `limit` documents after the key `after`; None: from the newest on."""
        ...

    def ids(self, server: str, query: ArchiveQuery, after: int | None, limit: int) -> list[int]:
        """The same documents' ids alone; the last one is the next key."""
        ...

    def tidy(self, seconds: float) -> None:
        """Puts the index in order, for about so long at most; nothing where it is, or does so by itself."""
        ...

    def count(self, server: str, query: ArchiveQuery, most: int) -> int:
        """How many answer `query`; counting ends at `most`."""
        ...

    def rows(self, ids: Sequence[int]) -> list[Submission]:
        """These documents without their bytes, newest first; up to some hundreds."""
        ...

    def amounts(self, ids: Sequence[int]) -> list[AmountOf]:
        """What these documents add to a sum, in no order; each id once."""
        ...
