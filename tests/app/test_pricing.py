"""Prices from amounts with VAT included and from wanted totals: what is offered is what comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft, choose
from einvoice_desktop.app.pricing import Lever, Offer, Wish, offer
from einvoice_desktop.domain.composition import Composition, compose
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.settlement import Tax

D = Decimal


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("data")
    opened = bootstrap.open_desk(bootstrap.Options(folder))
    yield opened
    opened.close()


def draft_of(desk: Desk, *lines: Detail, taxes: tuple[Tax, ...] = ()) -> Draft:
    fresh = desk.new_draft()
    document = fresh.document.with_member("details", lines)
    return replace(fresh, document=document.with_member("taxes", taxes) if taxes else document)


def asked(
    desk: Desk, draft: Draft, amount: str, wish: Wish, lever: Lever = "price", row: int = 0
) -> tuple[Offer, Composition]:
    """An offer, and the document once it has been taken, composed from scratch."""
    before = desk.compose(draft)
    found = offer(before, draft, row, wish, D(amount), lever)
    assert found is not None
    for path, value in found.edits:
        draft = choose(draft, path, value, desk.codes)
    return found, compose(draft.document, before.surroundings)


def line(quantity: str = "1", price: str | None = "10", vat: int = 1, **members: object) -> Detail:
    values = {"quantity": D(quantity), "unit_price": None if price is None else D(price)}
    given = {name: value for name, value in values.items() if value is not None}
    return Detail(descriptions=("x",), vat_category_code=vat, **given, **members)


@pytest.mark.parametrize(
    ("quantity", "vat", "gross", "price", "total"),
    [
        ("1", 1, "124", "100.00", "124.00"),
        ("3", 1, "9.99", "8.057", "29.97"),
        ("12", 2, "1.50", "1.3275", "18.00"),
        ("1", 8, "50", "50.00", "50.00"),
    ],
)
def test_a_price_with_vat_included(
    desk: Desk, quantity: str, vat: int, gross: str, price: str, total: str
) -> None:
    found, after = asked(desk, draft_of(desk, line(quantity, None, vat)), gross, "grossPrice")

    assert after.line(0).total == found.reached
    assert found.value == D(price)
    assert found.reached == found.wanted == D(total)


def test_where_no_net_gives_the_amount_the_nearest_is_offered_and_the_difference_told(desk: Desk) -> None:
    found, after = asked(desk, draft_of(desk, line("1", "5")), "0.03", "lineTotal")

    assert found.difference != 0
    assert abs(found.difference) == D("0.01")
    assert after.line(0).total == found.reached


def test_one_hundred_with_24_per_cent_does_not_exist(desk: Desk) -> None:
    """80.64 comes to 99.99 and 80.65 to 100.01."""
    found, _ = asked(desk, draft_of(desk, line("1", "5")), "100", "grossPrice")

    assert abs(found.difference) == D("0.01")


def test_the_discount_is_kept_when_a_price_is_looked_for(desk: Desk) -> None:
    tenth = (AllowanceCharge(type="ALLOWANCE", percentage=D(10)),)
    found, after = asked(desk, draft_of(desk, line("2", "7", allowances_charges=tenth)), "62", "lineTotal")

    assert found.difference == 0
    assert after.line(0).allowances > 0
    assert after.line(0).total == D("62.00")


def test_a_wanted_payable_counts_the_other_lines_and_the_taxes(desk: Desk) -> None:
    withheld = Tax(tax_type_code=1, tax_category_code=3)
    draft = draft_of(desk, line("1", "100"), line("4", "3.33", 2), taxes=(withheld,))
    found, after = asked(desk, draft, "150", "payable", row=1)

    assert after.summaries.payable == found.reached
    assert abs(found.difference) <= D("0.01")


def test_a_discount_makes_the_document_round(desk: Desk) -> None:
    draft = draft_of(desk, line("3", "33.33"), line("1", "20", 2))
    found, after = asked(desk, draft, "140", "payable", "discount")

    assert found.lever == "discount"
    assert found.difference == 0
    assert after.summaries.payable == D("140.00")
    assert after.source.details[0].unit_price == D("33.33")


def test_a_discount_that_would_be_a_surcharge_becomes_a_price(desk: Desk) -> None:
    found, after = asked(desk, draft_of(desk, line("1", "10")), "24.80", "lineTotal", "discount")

    assert found.lever == "price"
    assert found.value == D("20.00")
    assert after.line(0).total == D("24.80")


def test_nothing_is_offered_for_a_line_that_is_not_there_or_has_no_quantity(desk: Desk) -> None:
    draft = draft_of(desk, line("0", "10"))
    composition = desk.compose(draft)

    assert offer(composition, draft, 0, "lineTotal", D(5)) is None
    assert offer(composition, draft, 1, "lineTotal", D(5)) is None
    assert offer(composition, draft, 0, "lineTotal", D(-5)) is None


def test_an_empty_line_can_be_priced(desk: Desk) -> None:
    found, after = asked(desk, desk.new_draft(), "124", "grossPrice")

    assert found.value == D("100.00")
    assert after.line(0).total == D("124.00")


cents = st.integers(0, 50_000_00).map(lambda n: D(n) / 100)
quantities = st.one_of(st.integers(1, 2_000).map(D), st.integers(1, 99_999).map(lambda n: D(n) / 1000))
discounts = st.one_of(
    st.none(), st.integers(0, 90).map(lambda n: AllowanceCharge(type="ALLOWANCE", percentage=D(n)))
)


@given(
    wanted=cents,
    price=cents,
    quantity=quantities,
    vat=st.sampled_from([1, 2, 3, 7, 8]),
    discount=discounts,
    wish=st.sampled_from(["grossPrice", "lineTotal", "payable"]),
    lever=st.sampled_from(["price", "discount"]),
)
def test_what_an_offer_says_is_what_the_document_comes_to(
    desk: Desk,
    wanted: Decimal,
    price: Decimal,
    quantity: Decimal,
    vat: int,
    discount: AllowanceCharge | None,
    wish: Wish,
    lever: Lever,
) -> None:
    members = {} if discount is None else {"allowances_charges": (discount,)}
    draft = draft_of(desk, line(str(quantity), str(price), vat, **members))
    found, after = asked(desk, draft, str(wanted), wish, lever)

    reached = after.summaries.payable if wish == "payable" else after.line(0).total
    assert reached == found.reached
    assert found.difference == reached - found.wanted
    if wish != "grossPrice":
        assert found.wanted == wanted
    # A cent of net is at most 1.24 cents of total: what is missed is less than that.
    assert abs(found.difference) <= D("0.01")


OFF = AllowanceCharge(type="ALLOWANCE", percentage=D(10))


def discounted(desk: Desk) -> Draft:
    draft = draft_of(desk, line("3"), line("2", "33.33"), line("1", "7.77"))
    return replace(draft, document=draft.document.with_member("allowances_charges", (OFF,)))


@pytest.mark.parametrize("wish", ["lineTotal", "payable"])
def test_a_wanted_total_beside_a_discount_of_the_document_is_met_to_a_few_cents(
    desk: Desk, wish: Wish
) -> None:
    found, after = asked(desk, discounted(desk), "300", wish)
    reached = after.line(0).total if wish == "lineTotal" else after.summaries.payable
    assert found.reached == reached
    assert abs(found.difference) <= D("0.03")


def test_a_price_with_vat_included_is_the_same_beside_a_discount_of_the_document(desk: Desk) -> None:
    found, _ = asked(desk, discounted(desk), "124", "grossPrice")
    assert (found.value, found.difference) == (D("100.00"), D(0))
