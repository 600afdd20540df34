"""Discounts and charges of the document: shared out to the cent, told on lines, read back as they were."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.domain.composition import Composition, compose, recompose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.sharing import apportion
from einvoice_desktop.domain.writer import write_document

D = Decimal
cents = st.integers(0, 10**7).map(lambda n: D(n).scaleb(-2))


def off(amount: str) -> AllowanceCharge:
    return AllowanceCharge(type="ALLOWANCE", amount=D(amount))


def percent_off(percent: str) -> AllowanceCharge:
    return AllowanceCharge(type="ALLOWANCE", percentage=D(percent))


def charge(amount: str) -> AllowanceCharge:
    return AllowanceCharge(type="CHARGE", amount=D(amount))


def line(price: str, vat: int = 1, **more: object) -> Detail:
    return Detail(descriptions=("Είδος",), unit_price=D(price), vat_category_code=vat, **more)


def composed(around, *lines: Detail, own: tuple[AllowanceCharge, ...] = ()) -> Composition:
    return compose(Document(invoice_type_code="1.1", details=lines, allowances_charges=own or None), around)


@given(st.integers(-(10**8), 10**8), st.lists(cents, max_size=40))
def test_shares_add_up_and_are_within_a_cent_of_their_due(amount, weights):
    whole = D(amount).scaleb(-2)
    shares = apportion(whole, weights)
    assert sum(shares) == (whole if sum(weights) else 0)
    for share, weight in zip(shares, weights, strict=True):
        due = whole * weight / sum(weights) if sum(weights) else D(0)
        assert abs(share - due) < D("0.01")


def test_of_equal_remainders_the_earlier_line_gets_the_cent():
    assert apportion(D("-0.10"), [D(1)] * 3) == [D("-0.04"), D("-0.03"), D("-0.03")]


def test_the_published_sample_with_a_discount_of_the_document_comes_out_as_published(around):
    lines = (
        line("40", 4, net_total=D("34.2"), vat_total=D("5.81"), line_apportioned_discount_value=D("5.8")),
        line("100", 1, net_total=D("85.5"), vat_total=D("20.52"), line_apportioned_discount_value=D("14.5")),
    )
    summaries = composed(around, *lines).summaries
    assert (summaries.net, summaries.vat, summaries.gross) == (D("119.70"), D("26.33"), D("146.03"))
    assert (summaries.allowances, summaries.charges) == (D("20.30"), D(0))
    assert (summaries.catalog, summaries.after_lines) == (D(140), D(140))


def test_the_same_sums_come_of_the_discount_itself(around):
    completed = composed(around, line("40", 4), line("100"), own=(percent_off("14.5"),)).document
    assert [d.net_total for d in completed.details] == [D("34.20"), D("85.50")]
    assert [d.vat_total for d in completed.details] == [D("5.81"), D("20.52")]
    assert [d.line_apportioned_discount_value for d in completed.details] == [D("5.80"), D("14.50")]
    assert [d.net_total_after_inline_alcs for d in completed.details] == [D(40), D(100)]
    assert [d.total_net_value_before_total_discount for d in completed.details] == [D(40), D(100)]
    told = json.loads(write_document(completed))["summaries"]
    assert told == {
        "totalCatalogNetAmount": 140.00,
        "totalNetAmount": 119.70,
        "totalNetAmountAfterLineDiscounts": 140.00,
        "totalVATAmount": 26.33,
        "totalGrossValue": 146.03,
        "totalAllowances": 20.30,
        "totalAllowancesWithoutLines": 20.30,
        "totalPayableAmount": 146.03,
    }


def test_discounts_of_lines_and_of_the_document_stand_apart_in_the_sums(around):
    lines = (line("100", allowances_charges=(off("10"), charge("5"))), line("50"))
    summaries = composed(around, *lines, own=(off("14.50"), charge("3"))).summaries
    assert summaries.net == D("133.50")
    assert (summaries.allowances, summaries.own_allowances, summaries.charges) == (
        D("24.50"),
        D("14.50"),
        D(8),
    )
    assert (summaries.catalog, summaries.after_lines) == (D(150), D(145))


def test_a_document_without_discounts_of_its_own_says_nothing_of_them(around):
    told = json.loads(write_document(composed(around, line("100", allowances_charges=(off("10"),))).document))
    assert "totalCatalogNetAmount" not in told["summaries"]
    assert "lineApportionedDiscountValue" not in told["details"][0]


def test_lines_that_are_not_summed_or_are_worth_nothing_take_no_share(around):
    lines = (line("10"), line("0"), line("10", is_hidden=True), line("10", is_informative=True), Detail())
    amounts = composed(around, *lines, own=(off("1"),)).lines
    assert [a.share for a in amounts] == [D(-1), 0, 0, 0, 0]


def test_no_net_goes_below_zero_and_what_no_line_can_take_is_told(around):
    composition = composed(around, line("10"), line("5"), own=(off("20"),))
    assert [a.net for a in composition.lines] == [D(0), D(0)]
    assert composition.own.unshared == D(-5)
    assert "allowance_above_lines" in {p.code for p in composition.problems if p.is_error}


def test_a_charge_over_lines_that_are_worth_nothing_is_told_too(around):
    assert composed(around, line("0"), own=(charge("2"),)).own.unshared == D(2)


def test_a_net_that_stands_in_the_document_keeps_the_share_that_it_has(around):
    lines = (line("40", net_total=D("34.20"), line_apportioned_discount_value=D("5.80")), line("100"))
    composition = composed(around, *lines, own=(off("20.30"),))
    assert [a.net for a in composition.lines] == [D("34.20"), D("85.50")]
    assert composition.own.unshared == 0


lines_of = st.lists(
    st.builds(
        lambda price, vat, hidden, given: line(str(price), vat, is_hidden=hidden, **given),
        cents,
        st.sampled_from([1, 2, 3, 7, 8]),
        st.sampled_from([None, None, None, True]),
        st.one_of(
            st.just({}),
            st.builds(lambda amount: {"allowances_charges": (off(str(amount)),)}, cents),
            st.just({"quantity": D(3)}),
        ),
    ),
    min_size=1,
    max_size=12,
)
own_of = st.lists(
    st.one_of(
        st.integers(0, 100).map(lambda n: percent_off(str(n))),
        cents.map(lambda amount: off(str(amount))),
        cents.map(lambda amount: charge(str(amount))),
    ),
    min_size=1,
    max_size=3,
)


@given(lines_of, own_of)
def test_what_is_shared_and_what_is_not_is_the_whole_of_it_and_is_read_back(around, lines, own):
    composition = composed(around, *lines, own=tuple(own))
    shared = sum(a.share for a, d in zip(composition.lines, lines, strict=True) if not d.is_hidden)
    whole = composition.own.charges - composition.own.allowances
    assert shared + composition.own.unshared == whole
    assert all(a.net >= 0 or a.before_share < 0 for a in composition.lines)
    written = write_document(composition.document)
    again = compose(read_document(written), around)
    assert [a.share for a in again.lines] == [a.share for a in composition.lines]
    assert again.summaries == composition.summaries
    assert again.own.unshared == composition.own.unshared
    assert write_document(again.document) == written


@given(lines_of, own_of, st.integers(0, 11), cents)
def test_an_edit_beside_a_discount_comes_to_the_same_as_everything_anew(around, lines, own, where, price):
    composition = composed(around, *lines, own=tuple(own))
    rows = list(lines)
    rows[where % len(rows)] = line(str(price))
    document = composition.source.with_member("details", tuple(rows))
    changed = recompose(composition, document, around, line=where % len(rows))
    anew = compose(document, around)
    assert changed.lines == anew.lines
    assert changed.summaries == anew.summaries
    assert changed.vat_rates == anew.vat_rates
    assert changed.problems == anew.problems
    fewer = document.with_member("details", tuple(rows[1:]))
    assert recompose(changed, fewer, around).summaries == compose(fewer, around).summaries


def test_an_edit_beside_a_discount_looks_only_at_lines_whose_share_changes(around, monkeypatch):
    from einvoice_desktop.domain import composition as module

    rows = [line(str(10 + i % 7)) for i in range(10_000)]
    composition = composed(around, *rows, own=(percent_off("5"),))
    looked_at = []
    real = module.line_problems
    monkeypatch.setattr(module, "line_problems", lambda *a: looked_at.append(1) or real(*a))
    rows[500] = line("11.5")
    document = composition.source.with_member("details", tuple(rows))
    changed = recompose(composition, document, around, line=500)
    assert changed.summaries == compose(document, around).summaries
    assert len(looked_at) - 10_000 < 100


@pytest.mark.parametrize("moved", ["added", "removed", "copied"])
def test_rows_that_come_and_go_cost_what_they_are(around, monkeypatch, moved):
    from einvoice_desktop.domain import composition as module

    rows = [line(str(1 + i)) for i in range(200)]
    composition = composed(around, *rows)
    looked_at = []
    real = module.line_amounts
    monkeypatch.setattr(module, "line_amounts", lambda *a: looked_at.append(1) or real(*a))
    after = {"added": [*rows[:7], line("5"), *rows[7:]], "removed": rows[1:], "copied": [rows[3], *rows]}[
        moved
    ]
    document = composition.source.with_member("details", tuple(after))
    changed = recompose(composition, document, around)
    assert len(looked_at) == (1 if moved == "added" else 0)
    assert changed.summaries == compose(document, around).summaries
    assert changed.vat_rates == compose(document, around).vat_rates
