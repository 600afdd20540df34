"""The figures are the archive's to the cent, on both databases, whatever was issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from einvoice_desktop.app.cancelling import CANCELLED, is_cancelled
from einvoice_desktop.app.figures import FiguresBook, Total, turnover_sign
from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.app.spans import Span, own_span, span_of
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import SealedDocument, Submission
from einvoice_desktop.domain.sums import SUM_NAMES, DocumentSums, VatPart
from einvoice_desktop.store.engine import SqlStore
from tests.store.books import NOW, RECEIPT, later, request_of

TYPES = ("1.1", "1.1", "2.1", "11.2", "5.1", "5.2", "11.4", "9.3", "8.6", "8.4", "8.5", "3.1", "1.5")
NAMES = (
    ("", ""),
    ("", "Λιανική"),
    ("094014201", "Παπαδόπουλος"),
    ("094014201", "ΠΑΠΑΔΟΠΟΥΛΟΣ ΑΕ"),
    ("9", "Άλλος"),
)
Kept = dict[int, DocumentSums]


@pytest.fixture
def codes(tables: Any) -> CodeTables:
    return CodeTables(tables.__getitem__)


def amount(chance: Random) -> Decimal:
    return Decimal(chance.choice((0, 1, chance.randrange(10_000), chance.randrange(10**13)))) / 100


def sums(chance: Random) -> DocumentSums:
    keys = sorted({(chance.choice((1, 2, 7)), chance.choice((0, 0, 3))) for _ in range(chance.randrange(4))})
    parts = tuple(VatPart(*key, amount(chance), amount(chance)) for key in keys)
    named = {name: amount(chance) for name in SUM_NAMES}
    named |= {name: sum((getattr(p, name) for p in parts), Decimal("0.00")) for name in ("net", "vat")}
    return DocumentSums(**named, by_vat=parts)


def issue(store: SqlStore, chance: Random, count: int) -> Kept:
    """Documents of 40 days around a new year in two sets of books, nearly all issued."""
    kept = {}
    for place in range(count):
        told, (vat, name) = sums(chance), chance.choice(NAMES)
        type_code, day = chance.choice(TYPES), date(2025, 12, 10) + timedelta(days=chance.randrange(40))
        asked = request_of(
            type_code=type_code, content=str(place), server=chance.choice(("practice",) * 4 + ("uat",))
        )

        def build(
            number: str, asked: Any = asked, day: date = day, told: DocumentSums = told
        ) -> SealedDocument:
            plain = asked.build(number)
            return replace(
                plain,
                key=replace(plain.key, date=day.isoformat()),
                counterparty_vat=vat,  # noqa: B023 - built before the next one
                counterparty_name=name,  # noqa: B023
                currency=chance.choice(("EUR", "EUR", "EUR", "USD")),
                gross=told.gross,
                sums=told,
            )

        row = store.outbox.seal(replace(asked, build=build), NOW)
        kept[row.id] = told
        end = chance.choice((State.ISSUED,) * 6 + (State.REFUSED, None))
        if end is not None:
            sending = store.outbox.move(row, State.SENDING, later(1))
            cancelled = type_code == "9.3" and end is State.ISSUED and chance.random() < 0.5
            told_of = (
                {"receipt": replace(RECEIPT, status="CANCELLED"), "reason": CANCELLED} if cancelled else {}
            )
            store.outbox.move(sending, end, later(2), **told_of)
    return kept


def archived(store: SqlStore, span: Span) -> list[Submission]:
    """Every issued document of the archive, read one by one."""
    query = ArchiveQuery(since=span.since, until=span.until)
    page = store.archive.page("practice", query, None, 10_000)
    return [row for row in page.rows if not is_cancelled(row)]


def added(rows: list[Submission], kept: Kept, codes: CodeTables, currency: str = "EUR") -> Total:
    whole = Total()
    for row in rows:
        sign = turnover_sign(codes.invoice_type(row.sealed.key.type_code))
        if sign and row.sealed.currency == currency:
            named = {name: sign * getattr(kept[row.id], name) for name in SUM_NAMES}
            whole = whole.plus(Total(1, int(sign < 0), DocumentSums(**named)))
    return whole


SPANS = (
    span_of("month", "2025-12-31"),
    span_of("month", "2026-01-01"),
    span_of("quarter", "2025-11-01"),
    span_of("year", "2026-06-06"),
    own_span("2025-12-20", "2026-01-05"),
    own_span("2026-01-05", "2025-10-01"),
    span_of("month", "2024-01-01"),
)


def test_figures_are_what_the_archives_documents_add_up_to(store: SqlStore, codes: CodeTables) -> None:
    kept, book = issue(store, Random(7), 140), FiguresBook(store.figures, "practice", codes)
    for span in SPANS:
        rows, figures = archived(store, span), book.of(span)
        assert all(row.sealed.sums == replace(kept[row.id], by_vat=()) for row in rows)
        assert figures.total == added(rows, kept, codes)
        assert dict(figures.others) == {
            currency: total for currency in ("USD",) if (total := added(rows, kept, codes, currency)).count
        }
        assert figures.before == added(archived(store, span.stepped(-1)), kept, codes)
        assert figures.year_before == added(archived(store, span.year_before()), kept, codes)
        assert sum(one.total.count for one in figures.types) == len(rows)
        for one in (figures.total, *(total for _, total in figures.others)):
            assert (
                sum((row.net for row in figures.vat), Decimal(0)) == figures.total.sums.net or one.count == 0
            )
        assert sum((row.vat for row in figures.vat), Decimal(0)) == figures.total.sums.vat
        assert sum((net for _, net in figures.bars), Decimal(0)) == figures.total.sums.net
        parties = sum((row.sums.gross for row in figures.customers), figures.rest.sums.gross)
        assert parties == figures.total.sums.gross
        assert sum((row.count for row in figures.customers), figures.rest.count) == figures.total.count


def test_vat_and_customers_are_told_each_by_itself(store: SqlStore, codes: CodeTables) -> None:
    kept, book = issue(store, Random(11), 70), FiguresBook(store.figures, "practice", codes)
    span = own_span("2025-12-01", "2026-02-01")
    figures, rows = book.of(span), archived(store, span)
    by_vat: dict[tuple[int, int], tuple[Decimal, Decimal]] = {}
    by_party: dict[str, Decimal] = {}
    for row in rows:
        sign = turnover_sign(codes.invoice_type(row.sealed.key.type_code))
        if not sign or row.sealed.currency != "EUR":
            continue
        for part in kept[row.id].by_vat:
            net, vat = by_vat.get((part.category, part.exemption), (Decimal(0), Decimal(0)))
            by_vat[part.category, part.exemption] = (net + sign * part.net, vat + sign * part.vat)
        party = row.sealed.counterparty_vat or row.sealed.counterparty_name
        by_party[party] = by_party.get(party, Decimal(0)) + sign * kept[row.id].net
    assert {(v.category, v.exemption): (v.net, v.vat) for v in figures.vat} == by_vat
    assert {c.vat or c.name: c.sums.net for c in figures.customers} == by_party
    nets = [c.sums.net for c in figures.customers]
    assert nets == sorted(nets, reverse=True)
    assert figures.rest == Total(0, figures.rest.credits)
    latest = max((r for r in rows if r.sealed.counterparty_vat == "094014201"), key=lambda r: r.id)
    names = {c.vat: c.name for c in figures.customers}
    assert names["094014201"] in (NAMES[2][1], NAMES[3][1])
    assert latest.sealed.counterparty_name in (NAMES[2][1], NAMES[3][1])
    (largest,) = store.figures.by_party(book._query(span), "EUR", ["1.1"], ["5.1"], 1)
    assert largest.count
