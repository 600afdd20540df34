"""Every category of the five taxes beside VAT, on a line and on the document: its amount and the gross."""

from __future__ import annotations

import json
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from einvoice_desktop.domain.composition import Composition, compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.settlement import Tax
from einvoice_desktop.paths import resource

D = Decimal
NET, VAT = D("333.35"), D("80.00")
TYPED = D("7.77")
KINDS = {
    "withholding": (1, -1, "withheld"),
    "fees": (2, 1, "fees"),
    "other_taxes": (3, 1, "other_taxes"),
    "stamp_duty": (4, 1, "stamp_duty"),
}
"""Table -> the code of its kind, its effect on the gross, how its members on a line begin."""


def categories() -> list[tuple[str, int, Decimal | None]]:
    """(table, category, per cent) of every row; no per cent where the amount is typed."""
    found = []
    for table in KINDS:
        for row in json.loads(resource(f"codes/{table}.json").read_bytes()):
            rate = D(row["rate"]) if row["kind"] == "percent" else None
            found.append((table, int(row["code"]), rate))
    return found


CATEGORIES = categories()
IDS = [f"{table}-{code}" for table, code, _ in CATEGORIES]


def amount_of(rate: Decimal | None) -> Decimal:
    return TYPED if rate is None else (NET * rate / 100).quantize(D("0.01"), ROUND_HALF_UP)


def line(**members: Any) -> Detail:
    return Detail(
        **{"descriptions": ("Έργο",), "quantity": D("3"), "unit_price": D("111.115"), "vat_category_code": 1}
        | members
    )


def composed(around: Any, *lines: Detail, taxes: tuple[Tax, ...] = ()) -> Composition:
    return compose(Document(invoice_type_code="2.1", details=lines, taxes=taxes or None), around)


def test_the_tables_are_whole() -> None:
    assert [sum(1 for t, *_ in CATEGORIES if t == table) for table in KINDS] == [18, 22, 30, 4]


@pytest.mark.parametrize(("table", "category", "rate"), CATEGORIES, ids=IDS)
def test_a_category_on_a_line(around, table, category, rate):
    _, sign, name = KINDS[table]
    members = {f"{name}_percent_category_code": category}
    if rate is None:
        members[f"{name}_amount"] = TYPED
    composition = composed(around, line(**members))
    amount = amount_of(rate)
    assert getattr(composition.summaries, name) == amount
    assert composition.summaries.gross == NET + VAT + sign * amount
    completed = composition.document.details[0]
    assert getattr(completed, f"{name}_amount") == amount
    assert completed.total == composition.summaries.gross


@pytest.mark.parametrize(("table", "category", "rate"), CATEGORIES, ids=IDS)
def test_a_category_on_the_document(around, table, category, rate):
    code, sign, name = KINDS[table]
    tax = Tax(tax_type_code=code, tax_category_code=category, tax_amount=TYPED if rate is None else None)
    composition = composed(around, line(), taxes=(tax,))
    amount = amount_of(rate)
    assert getattr(composition.summaries, name) == amount
    assert composition.summaries.gross == NET + VAT + sign * amount
    assert composition.document.taxes[0].tax_amount == amount


def test_a_fixed_amount_that_was_not_typed_stays_away(around):
    composition = composed(around, line(), taxes=(Tax(tax_type_code=2, tax_category_code=10),))
    assert composition.document.taxes[0].tax_amount is None
    assert composition.summaries.gross == NET + VAT


@pytest.mark.parametrize("table", KINDS)
def test_a_percentage_is_taken_from_the_base_that_the_tax_names(around, table):
    code, _, name = KINDS[table]
    category, rate = next((c, r) for t, c, r in CATEGORIES if t == table and r)
    tax = Tax(tax_type_code=code, tax_category_code=category, underlying_value=D("100.01"))
    expected = (D("100.01") * rate / 100).quantize(D("0.01"), ROUND_HALF_UP)
    assert getattr(composed(around, line(), taxes=(tax,)).summaries, name) == expected


def test_deductions_have_no_category_and_several_of_them_add_up(around):
    taxes = tuple(Tax(tax_type_code=5, tax_amount=D(a)) for a in ("36.00", "101.84", "53.10"))
    composition = composed(around, line(deductions_amount=D("1.11")), taxes=taxes)
    assert composition.summaries.deductions == D("192.05")
    assert composition.summaries.gross == NET + VAT - D("192.05")


def test_several_taxes_of_one_kind_are_each_rounded_and_then_summed(around):
    taxes = tuple(Tax(tax_type_code=1, tax_category_code=c) for c in (2, 7, 8, 9, 10))
    composition = composed(around, line(), taxes=taxes)
    assert composition.tax_amounts == (D("66.67"), D("26.67"), D("13.33"), D("33.34"), D("50.00"))
    assert composition.summaries.withheld == D("190.01")


@pytest.mark.parametrize("category", [8, 9, 10])
def test_advance_taxes_of_engineers_and_lawyers_are_subtracted_like_any_other(around, category):
    tax = Tax(tax_type_code=1, tax_category_code=category)
    summaries = composed(around, line(), taxes=(tax,)).summaries
    assert summaries.withheld > 0
    assert summaries.gross == NET + VAT - summaries.withheld


def test_taxes_of_informative_and_hidden_lines_stand_in_no_sum(around):
    apart = line(withheld_percent_category_code=7, fees_amount=D(5), fees_percent_category_code=10)
    lines = (line(), apart.with_member("is_informative", True), apart.with_member("is_hidden", True))
    summaries = composed(around, *lines).summaries
    assert (summaries.net, summaries.withheld, summaries.fees) == (NET, D(0), D(0))


@pytest.mark.parametrize("record", [2, 3])
def test_a_fee_or_tax_with_vat_is_a_line_whose_net_is_the_fee(around, record):
    fee = Detail(descriptions=("Τέλος",), net_total=D("10.00"), vat_category_code=2, record_type_code=record)
    tax = Tax(tax_type_code=1, tax_category_code=7)
    composition = composed(around, line(withheld_percent_category_code=7), fee, taxes=(tax,))
    assert composition.summaries.net == NET + D("10.00")
    assert composition.summaries.vat == VAT + D("1.30")
    assert composition.summaries.fees == composition.summaries.other_taxes == D(0)
    assert [(r.rate, r.base) for r in composition.vat_rates] == [(D(24), NET), (D(13), D("10.00"))]


def test_a_gift_voucher_may_be_worth_nothing(around):
    voucher = Detail(descriptions=("Δωροεπιταγή",), net_total=D(0), vat_category_code=1, record_type_code=6)
    composition = composed(around, line(), voucher)
    assert (composition.summaries.net, composition.tally.summed) == (NET, 2)


def slip(around: Any, *lines: Detail) -> Composition:
    return compose(Document(invoice_type_code="8.6", details=lines), around)


def test_a_return_stands_above_zero_and_is_summed_as_it_is_written(around):
    composition = slip(around, line(), line(quantity=D(1), record_type_code=7))
    assert [a.net for a in composition.lines] == [NET, D("111.12")]
    assert composition.summaries.net == D("444.47")
    assert composition.summaries.gross == D("551.14")
    assert (composition.tally.returns, composition.tally.returned) == (1, D("137.79"))
