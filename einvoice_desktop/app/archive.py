"""The archive as a person asks it: periods by name, and what chosen documents add up to."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from einvoice_desktop.app.ports import AmountOf, Archive
from einvoice_desktop.app.ports import ArchivePage as ArchivePage
from einvoice_desktop.app.ports import ArchiveQuery as ArchiveQuery
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.lifecycle import UNSETTLED, State
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.submission import Submission

PAGE = 200
MOST_LISTED = 100_000
"""Listing ends here: who has found more, looks closer."""
_ALL = 2**31 - 1
_TIDYING_SECONDS = 3.0

Period = Literal["all", "today", "month", "lastMonth", "year", "lastYear"]

STATES = {
    "issued": frozenset({State.ISSUED}),
    "refused": frozenset({State.REFUSED}),
    "open": UNSETTLED,
    "all": UNSETTLED | {State.ISSUED, State.REFUSED},
}
"""What a person chooses among, by name."""


def period(name: Period, today: str) -> tuple[str, str]:
    """First and last day (yyyy-MM-dd) of a period as seen on `today`; "" and "" for all."""
    year, month = int(today[:4]), int(today[5:7])
    match name:
        case "today":
            return today, today
        case "month":
            return _month(year, month)
        case "lastMonth":
            return _month(year, month - 1) if month > 1 else _month(year - 1, 12)
        case "year":
            return f"{year:04d}-01-01", f"{year:04d}-12-31"
        case "lastYear":
            return f"{year - 1:04d}-01-01", f"{year - 1:04d}-12-31"
        case "all":
            return "", ""


def _month(year: int, month: int) -> tuple[str, str]:
    return f"{year:04d}-{month:02d}-01", f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"


class Amounts(NamedTuple):
    """Of documents in one currency."""

    net: Decimal = ZERO
    vat: Decimal = ZERO
    gross: Decimal = ZERO

    def plus(self, other: Amounts, sign: int = 1) -> Amounts:
        """Both together; with sign -1 what is left of these."""
        return Amounts(*(mine + sign * its for mine, its in zip(self, other, strict=True)))


@dataclass(frozen=True, slots=True)
class ArchiveSums:
    """`count` documents, `credits` of them credit documents, whose gross is taken off.

    The amounts are by currency, in the order of their codes; no rates are applied.
    """

    count: int
    credits: int
    amounts: tuple[tuple[str, Amounts], ...]


def joined(parts: Iterable[ArchiveSums]) -> ArchiveSums:
    """The sum of sums."""
    count = credit_count = 0
    sums: dict[str, Amounts] = {}
    for part in parts:
        count, credit_count = count + part.count, credit_count + part.credits
        for currency, amounts in part.amounts:
            sums[currency] = sums.get(currency, Amounts()).plus(amounts)
    return ArchiveSums(count, credit_count, tuple(sorted(sums.items())))


def sums_of(amounts: Iterable[AmountOf], codes: CodeTables) -> ArchiveSums:
    """Adds up documents."""
    count = credit_count = 0
    sums: dict[str, Amounts] = {}
    for one in amounts:
        kind = codes.invoice_type(one.type_code)
        credit = kind is not None and kind.is_credit
        count += one.count
        credit_count += one.count if credit else 0
        added = Amounts(one.net, one.vat, one.gross)
        sums[one.currency] = sums.get(one.currency, Amounts()).plus(added, -1 if credit else 1)
    return ArchiveSums(count, credit_count, tuple(sorted(sums.items())))


class ArchiveBook:
    """The archive of one server's books. Every method reads the store: not on the GUI thread."""

    def __init__(self, archive: Archive, server: str, codes: CodeTables) -> None:
        self._archive = archive
        self._server = server
        self._codes = codes

    def tidy(self) -> None:
        """Puts the index in order where it needs it, for a few seconds at most: at the window's start."""
        self._archive.tidy(_TIDYING_SECONDS)

    def page(self, query: ArchiveQuery, after: int | None = None, limit: int = PAGE) -> ArchivePage:
        """Documents newest first, without their bytes; `after`: the page before's."""
        return self._archive.page(self._server, query, after, limit)

    def ids(self, query: ArchiveQuery, after: int | None, limit: int) -> list[int]:
        """The ids alone of up to `limit` documents; the last one is the next `after`."""
        return self._archive.ids(self._server, query, after, limit)

    def count(self, query: ArchiveQuery) -> int:
        """How many there are, exactly."""
        return self._archive.count(self._server, query, _ALL)

    def rows(self, ids: Sequence[int]) -> list[Submission]:
        """Up to a page of documents by their ids, newest first, without their bytes."""
        return self._archive.rows(ids)

    def sums(self, ids: Sequence[int]) -> ArchiveSums:
        """What these documents add up to."""
        return sums_of(self._archive.amounts(ids), self._codes)
