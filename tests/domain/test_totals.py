"""Sums: the published figures, cents that printed invoices trip over, and one edit that costs one line."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.domain.composition import Composition, compose, recompose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.money import has_part_cents, to_cents
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.settlement import Tax
from einvoice_desktop.domain.sharing import apportion
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.paths import resource

D = Decimal
PUBLISHED = {"3.1-1": "9000.00", "3.1-2": "946.90", "3.1-3": "9000.00", "3.1-4": "609.06", "3.1-5": "946.90"}


def line(quantity="1", price="100", vat=1, **more) -> Detail:
    return Detail(
        descriptions=("Καφές",), quantity=D(quantity), unit_price=D(price), vat_category_code=vat, **more
    )


def sums(around, *lines: Detail, **head) -> Composition:
    return compose(Document(invoice_type_code="1.1", details=lines, **head), around)


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_samples_come_to_their_published_sums(name, around):
    document = read_document(resource(f"samples/published/{name}.json").read_bytes())
    composition = compose(document, around)
    assert composition.summaries.gross == D(PUBLISHED[name])
    assert composition.document.summaries.total_gross_value == D(PUBLISHED[name])
    assert not [p for p in composition.problems if p.path.startswith(("summaries", "vatAnalysis"))]


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_samples_come_to_the_same_sums_when_every_sum_is_taken_out_first(name, around):
    document = read_document(resource(f"samples/published/{name}.json").read_bytes())
    bare = tuple(
        d.without_member("net_total").without_member("total").without_member("vat_total")
        for d in document.details
    )
    document = (
        document.with_member("details", bare).without_member("summaries").without_member("vat_analysis")
    )
    taxes = tuple(t.without_member("tax_amount") if t.tax_type_code == 1 else t for t in document.taxes or ())
    composition = compose(document.with_member("taxes", taxes), around)
    assert composition.summaries.gross == D(PUBLISHED[name])
    assert composition.document.details[0].net_total is not None


def test_a_line_reads_as_a_list_of_steps(around):
    discount = AllowanceCharge(type="ALLOWANCE", percentage=D("10"))
    freight = AllowanceCharge(type="CHARGE", amount=D("2.50"))
    composition = sums(
        around, line("3", "9.99", allowances_charges=(discount, freight), withheld_percent_category_code=7)
    )
    amounts = composition.line(0)
    assert amounts.base == D("29.97")
    assert amounts.allowances == D("3.00")
    assert amounts.charges == D("2.50")
    assert amounts.net == D("29.47")
    assert amounts.vat == D("7.07")
    assert amounts.withheld == D("2.36")
    assert amounts.total == D("34.18")
    completed = composition.document.details[0]
    assert (completed.net_total, completed.vat_total, completed.total) == (D("29.47"), D("7.07"), D("34.18"))
    assert completed.allowances_charges[0].amount == D("3.00")
    assert completed.withheld_amount == D("2.36")


@pytest.mark.parametrize(
    ("value", "cents"),
    [
        ("18.525", "18.53"),
        ("18.535", "18.54"),
        ("0.005", "0.01"),
        ("2.675", "2.68"),
        ("1.005", "1.01"),
        ("0.0049", "0.00"),
    ],
)
def test_half_a_cent_goes_up(value, cents):
    assert to_cents(D(value)) == D(cents)


def test_each_line_is_rounded_before_it_is_summed(around):
    composition = sums(around, *[line("1", "0.335") for _ in range(3)])
    assert composition.summaries.net == D("1.02")
    assert composition.summaries.vat == D("0.24")


def test_a_hundred_per_cent_discount_is_nothing_not_minus_a_cent(around):
    discount = AllowanceCharge(type="ALLOWANCE", percentage=D("100"))
    assert sums(around, line("3", "33.333", allowances_charges=(discount,))).summaries.gross == D("0.00")


def test_gross_follows_the_authoritys_formula(around):
    taxes = (
        Tax(tax_type_code=1, tax_category_code=2),
        Tax(tax_type_code=2, tax_category_code=10, tax_amount=D("5")),
        Tax(tax_type_code=3, tax_category_code=17, tax_amount=D("3")),
        Tax(tax_type_code=4, tax_category_code=1),
        Tax(tax_type_code=5, tax_amount=D("7.10")),
    )
    s = sums(around, line("10", "100"), taxes=taxes).summaries
    assert (s.net, s.vat, s.withheld, s.fees, s.other_taxes, s.stamp_duty, s.deductions) == tuple(
        map(D, ("1000", "240", "200", "5", "3", "12", "7.10"))
    )
    assert s.gross == D("1052.90")


def test_a_percentage_tax_is_taken_from_its_own_base_where_one_is_given(around):
    composition = sums(
        around,
        line("10", "100"),
        taxes=(Tax(tax_type_code=1, tax_category_code=2, underlying_value=D("500")),),
    )
    assert composition.summaries.withheld == D("100.00")


def test_amounts_that_are_given_are_kept_though_they_cannot_be_computed_again(around):
    receipt = Detail(
        descriptions=("Είδος",),
        quantity=D("100"),
        unit_price=D("1.09"),
        net_total=D("109.73"),
        vat_total=D("14.27"),
        vat_category_code=2,
    )
    composition = sums(around, receipt)
    assert composition.summaries.gross == D("124.00")
    assert {p.code for p in composition.problems if p.path.startswith("details")} >= {"net_differs"}
    assert not [p for p in composition.problems if p.path == "details[0].netTotal" and p.is_error]


def test_vat_is_told_apart_by_rate(around):
    rates = sums(
        around, line(vat=1), line(vat=2), line(vat=1), line(vat=7, vat_exemption_category_code=14)
    ).vat_rates
    assert [(r.rate, r.base, r.vat) for r in rates] == [
        (D(24), D("200.00"), D("48.00")),
        (D(13), D("100.00"), D("13.00")),
        (D(0), D("100.00"), D("0.00")),
    ]


def test_informative_hidden_and_blank_lines_are_left_out(around):
    composition = sums(
        around,
        line(),
        line(is_informative=True),
        line(is_hidden=True),
        Detail(quantity=D(1), vat_category_code=1),
    )
    assert composition.summaries.net == D("100.00")
    assert [r.lines for r in composition.vat_rates] == [1]


def test_a_documents_discount_is_shared_out_over_its_lines_to_the_cent(around):
    discount = AllowanceCharge(type="ALLOWANCE", amount=D("10"))
    composition = sums(around, *[line("1", "33.33") for _ in range(3)], allowances_charges=(discount,))
    assert composition.summaries.net == D("89.99")
    assert sorted(a.net for a in composition.lines) == [D("29.99"), D("30.00"), D("30.00")]


@given(
    st.decimals(min_value=-10000, max_value=10000, places=2),
    st.lists(st.decimals(min_value=0, max_value=100000, places=2), min_size=1, max_size=30),
)
def test_shares_add_up_to_what_was_shared(amount, weights):
    shares = apportion(amount, weights)
    assert sum(shares) == (amount if sum(weights) else 0)


amounts = st.decimals(min_value=0, max_value=10000, places=3)
lines = st.builds(
    lambda q, p, vat, percent, hidden: line(
        str(q + 1),
        str(p),
        vat,
        allowances_charges=(AllowanceCharge(type="ALLOWANCE", percentage=percent),),
        is_hidden=hidden,
        withheld_percent_category_code=7 if percent > 50 else None,
    ),
    st.integers(0, 50),
    amounts,
    st.sampled_from([1, 2, 3, 7, 8, 9]),
    st.decimals(0, 100, places=2),
    st.booleans(),
)


@given(st.lists(lines, min_size=1, max_size=8), st.lists(st.tuples(st.integers(0, 7), lines), max_size=6))
def test_edits_one_by_one_come_to_the_same_as_everything_anew(around, start, edits):
    document = Document(
        invoice_type_code="1.1", details=tuple(start), taxes=(Tax(tax_type_code=1, tax_category_code=7),)
    )
    composition = compose(document, around)
    for index, new in edits:
        if index >= len(document.details):
            rows = (*document.details, new)
            document = document.with_member("details", rows)
            composition = recompose(composition, document, around)
        else:
            rows = list(document.details)
            rows[index] = new
            document = document.with_member("details", tuple(rows))
            composition = recompose(composition, document, around, line=index)
    anew = compose(document, around)
    assert composition.summaries == anew.summaries
    assert composition.vat_rates == anew.vat_rates
    assert composition.problems == anew.problems
    assert write_document(composition.document) == write_document(anew.document)


def test_one_edit_looks_at_one_line(around, monkeypatch):
    from einvoice_desktop.domain import composition as module

    document = Document(invoice_type_code="1.1", details=tuple(line() for _ in range(1000)))
    composition = compose(document, around)
    looked_at = []
    real = module.line_amounts
    monkeypatch.setattr(module, "line_amounts", lambda *a: looked_at.append(1) or real(*a))
    rows = list(document.details)
    rows[500] = line("7")
    changed = recompose(composition, document.with_member("details", tuple(rows)), around, line=500)
    assert len(looked_at) == 1
    assert changed.summaries.net == D("100600.00")


def test_allowances_given_as_a_total_count_where_there_are_no_single_ones(around):
    composition = sums(around, line("1", "40", allowances_total=D("5.80")))
    assert composition.summaries.net == D("34.20")
    assert composition.summaries.allowances == D("5.80")
    single = AllowanceCharge(type="ALLOWANCE", amount=D("4"))
    composition = sums(around, line("1", "40", allowances_total=D("5.80"), allowances_charges=(single,)))
    assert composition.summaries.net == D("36.00")
    assert composition.document.details[0].allowances_total == D("4.00")


@pytest.mark.parametrize(
    ("amount", "more_than_cents"),
    [("1.20", False), ("1.200", False), ("1.205", True), ("0.0001", True), ("7", False), ("1E+70", False)],
)
def test_decimals_beyond_the_cent_are_told_of_an_amount_of_any_size(
    amount: str, more_than_cents: bool
) -> None:
    assert has_part_cents(Decimal(amount)) is more_than_cents
    assert has_part_cents(Decimal(f"-{amount}")) is more_than_cents
