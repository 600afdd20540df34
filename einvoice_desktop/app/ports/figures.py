"""What issued documents add up to, by day, by VAT category and by customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from einvoice_desktop.domain.sums import DocumentSums


@dataclass(frozen=True, slots=True)
class FiguresQuery:
    """Issued documents of some books by their own date (yyyy-MM-dd, both included); delivery notes that were
    cancelled are none of them."""

    server: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class DaySums:
    """Documents of one type and currency; `day` is yyyy-MM-dd, of a whole month yyyy-MM.

    `too_large` of them stand in no sum: a database cannot add amounts like theirs.
    """

    day: str
    type_code: str
    currency: str
    count: int
    sums: DocumentSums
    too_large: int = 0


@dataclass(frozen=True, slots=True)
class VatSums:
    """What stands in one VAT category, and under one reason of exemption (0 for none)."""

    type_code: str
    currency: str
    category: int
    exemption: int
    net: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True)
class PartySums:
    """One counterparty, under the name of its latest document; `vat` is "" for one that has none."""

    vat: str
    name: str
    count: int
    sums: DocumentSums


class FiguresStore(Protocol):
    """Sums are exact, in the currency that stands beside them. Every method is one question."""

    def by_day(self, query: FiguresQuery) -> list[DaySums]: ...

    def by_month(self, query: FiguresQuery) -> list[DaySums]: ...

    def by_vat(self, query: FiguresQuery) -> list[VatSums]: ...

    def by_party(
        self,
        query: FiguresQuery,
        currency: str,
        added: Sequence[str],
        taken_off: Sequence[str],
        most: int,
    ) -> list[PartySums]:
        """At most so many counterparties by the net of documents of these types, those of `taken_off` taken
        off; the largest net first."""
        ...
