"""The figures of these books: what was issued in a month, by VAT, customer, type and day, beside before.

Documents that credit are taken off. Movement notes, orders, POS receipts and what the office issues as the
buyer are no turnover: they are told apart, never added. Amounts of a currency without a rate stay apart too;
a document with a rate counts by its euro.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from einvoice_desktop.app.ports import DaySums, FiguresQuery, FiguresStore, PartySums
from einvoice_desktop.app.spans import Span, year_up_to
from einvoice_desktop.domain.codes import CodeTables, InvoiceType
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.sums import SUM_NAMES, DocumentSums

EURO = "EUR"
MOST_CUSTOMERS = 15


@dataclass(frozen=True, slots=True)
class Total:
    """So many documents, `credits` of them taken off, and what is left of their sums."""

    count: int = 0
    credits: int = 0
    sums: DocumentSums = field(default_factory=DocumentSums)

    def plus(self, other: Total) -> Total:
        """Both together."""
        sums = _plus(self.sums, other.sums)
        return Total(self.count + other.count, self.credits + other.credits, sums)

    def less(self, other: Total) -> Total:
        """What is left of this without the other."""
        return Total(self.count - other.count, self.credits - other.credits, _plus(self.sums, other.sums, -1))


@dataclass(frozen=True, slots=True)
class TypeTotal:
    """One document type in one currency. `sign`: +1 added to the turnover, -1 taken off (its sums are below
    zero then), 0 told apart."""

    type_code: str
    currency: str
    sign: int
    total: Total


@dataclass(frozen=True, slots=True)
class VatTotal:
    """One VAT category, and one reason of exemption (0 for none)."""

    category: int
    exemption: int
    net: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one span. The euro's turnover is `total`; `others` are the turnovers of other currencies.

    `customers` are those with the largest net, `rest` all others; `bars` (day or month -> net) has every day
    of the span, or every month of a long one. `too_large` documents are in no sum: no
    database adds their amounts.
    """

    span: Span
    total: Total
    others: tuple[tuple[str, Total], ...]
    before: Total
    year_before: Total
    vat: tuple[VatTotal, ...]
    types: tuple[TypeTotal, ...]
    customers: tuple[PartySums, ...]
    rest: Total
    bars: tuple[tuple[str, Decimal], ...]
    too_large: int = 0


def turnover_sign(kind: InvoiceType | None) -> int:
    """What a document of this type does to the turnover: +1 adds, -1 takes off, 0 neither.

    An order form's sale is that of the receipt that settles it; a POS receipt tells how money came for what
    another document has sold.
    """
    if kind is None:
        return 1
    if kind.movement or kind.is_order or kind.is_receipt or kind.side == "expense":
        return 0
    return -1 if kind.is_credit else 1


class FiguresBook:
    """The figures of one server's books. Every method reads the store: not on the GUI thread."""

    def __init__(self, store: FiguresStore, server: str, codes: CodeTables) -> None:
        self._store = store
        self._server = server
        self._codes = codes

    def of(self, span: Span) -> Figures:
        """All figures of a span."""
        query = self._query(span)
        rows = self._store.by_month(query) if span.is_long else self._store.by_day(query)
        types = self._by_type(rows)
        total = _turnover(types, EURO)
        customers = tuple(
            self._store.by_party(query, EURO, self._types(rows, 1), self._types(rows, -1), MOST_CUSTOMERS)
        )
        known = Total(sum(one.count for one in customers), 0, _sum(one.sums for one in customers))
        currencies = sorted({one.currency for one in types if one.sign} - {EURO})
        return Figures(
            span=span,
            total=total,
            others=tuple((currency, _turnover(types, currency)) for currency in currencies),
            before=self.total(span.stepped(-1)),
            year_before=self.total(span.year_before()),
            vat=self._vat(query),
            types=types,
            customers=customers,
            rest=total.less(known),
            bars=self._bars(rows, span.all_months() if span.is_long else span.all_days()),
            too_large=sum(row.too_large for row in rows),
        )

    def total(self, span: Span) -> Total:
        """The turnover in euro."""
        return _turnover(self._by_type(self._store.by_month(self._query(span))), EURO)

    def year(self, span: Span) -> tuple[tuple[str, Decimal], ...]:
        """Month (yyyy-MM) -> net of the twelve months up to the last one of `span`."""
        whole = year_up_to(span)
        return self._bars(self._store.by_month(self._query(whole)), whole.all_months())

    def _query(self, span: Span) -> FiguresQuery:
        return FiguresQuery(self._server, span.since, span.until)

    def _sign(self, type_code: str) -> int:
        return turnover_sign(self._codes.invoice_type(type_code))

    def _types(self, rows: Sequence[DaySums], sign: int) -> list[str]:
        return sorted({row.type_code for row in rows if self._sign(row.type_code) == sign})

    def _by_type(self, rows: Iterable[DaySums]) -> tuple[TypeTotal, ...]:
        """In the order of the codes' table."""
        found: dict[tuple[str, str], Total] = {}
        for row in rows:
            sign, key = self._sign(row.type_code), (row.type_code, row.currency)
            sums = _plus(DocumentSums(), row.sums, sign or 1)
            one = Total(row.count, row.count if sign < 0 else 0, sums)
            found[key] = found.get(key, Total()).plus(one)
        order = {code: place for place, code in enumerate(self._codes.rows("invoice_types"))}
        keys = sorted(found, key=lambda key: (order.get(key[0], len(order)), key))
        return tuple(TypeTotal(*key, self._sign(key[0]), found[key]) for key in keys)

    def _vat(self, query: FiguresQuery) -> tuple[VatTotal, ...]:
        found: dict[tuple[int, int], tuple[Decimal, Decimal]] = {}
        for row in self._store.by_vat(query):
            sign, key = self._sign(row.type_code), (row.category, row.exemption)
            if sign and row.currency == EURO:
                net, vat = found.get(key, (ZERO, ZERO))
                found[key] = (net + sign * row.net, vat + sign * row.vat)
        return tuple(VatTotal(*key, *amounts) for key, amounts in sorted(found.items()))

    def _bars(self, rows: Iterable[DaySums], places: Sequence[str]) -> tuple[tuple[str, Decimal], ...]:
        nets = dict.fromkeys(places, ZERO)
        for row in rows:
            if row.currency == EURO:
                nets[row.day] += self._sign(row.type_code) * row.sums.net
        return tuple(nets.items())


def _turnover(types: Iterable[TypeTotal], currency: str) -> Total:
    whole = Total()
    for one in types:
        if one.sign and one.currency == currency:
            whole = whole.plus(one.total)
    return whole


def _sum(parts: Iterable[DocumentSums]) -> DocumentSums:
    whole = DocumentSums()
    for part in parts:
        whole = _plus(whole, part)
    return whole


def _plus(sums: DocumentSums, other: DocumentSums, sign: int = 1) -> DocumentSums:
    added = {name: getattr(sums, name) + sign * getattr(other, name) for name in SUM_NAMES}
    return replace(sums, **added)


def change_of(now: Decimal, before: Decimal) -> Decimal | None:
    """By how many per cent, to one decimal, it is more than before; None where before there was nothing."""
    if not before:
        return None
    return ((now - before) * 100 / abs(before)).quantize(Decimal("0.1"), ROUND_HALF_UP)


def bar_shares(values: Sequence[Decimal]) -> tuple[float, ...]:
    """How tall bars stand for amounts: the largest, below zero or above, is 1 tall."""
    largest = max((abs(value) for value in values), default=ZERO)
    return tuple(float(value / largest) if largest else 0.0 for value in values)
