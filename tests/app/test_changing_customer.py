"""A document that goes over to another customer: what the first one's card brought along goes with it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from einvoice_desktop.app.applying import apply_customer, apply_item, customer_from, dress_line
from einvoice_desktop.app.changing_customer import brought_series, card_of_billed, change_customer
from einvoice_desktop.app.customer_book import KeptCustomer
from einvoice_desktop.app.drafting import (
    Draft,
    add_row,
    choose,
    edit_text,
    new_draft,
    put,
    without_blank_lines,
)
from einvoice_desktop.app.item_book import KeptItem
from einvoice_desktop.domain.cards import CustomerPrice
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.fields import replace_value
from einvoice_desktop.domain.parties import Address, Party
from einvoice_desktop.domain.writer import to_plain
from tests.app.test_applying import LINE, NOW, PAYMENT, at, customer, item

PERCENT = f"{LINE}.allowancesCharges[0].percentage"
SHIP = customer(
    invoiceTypeCode="2.1",
    series="ΤΠΥ",
    details_0__vatCategoryCode=7,
    details_0__vatExemptionCategoryCode=8,
    allowancesCharges_0__percentage=Decimal(10),
    paymentDetails__paymentMethods_0__paymentMethodTypeCode=3,
)
PLAIN = customer(place=8)


@pytest.fixture
def draft(codes: CodeTables) -> Draft:
    return new_draft(Party(vat="EL999999993"), "A", codes)


def change(
    draft: Draft, before: KeptCustomer | None, after: KeptCustomer, codes: CodeTables, *items: KeptItem
) -> Draft:
    by_key = {kept.key: kept for kept in items}
    return change_customer(draft, before, after, by_key.get, lambda _draft: "A", codes)


def said(draft: Draft) -> object:
    """The document without the titles of its codes."""
    titles = {"vatCategory", "measurementUnit", "paymentMethodType", "invoiceType"}

    def bare(told: Any) -> Any:
        if isinstance(told, dict):
            return {name: bare(value) for name, value in told.items() if name not in titles}
        return [bare(one) for one in told] if isinstance(told, list | tuple) else told

    return bare(to_plain(draft.document))


def test_nothing_of_the_first_customers_card_is_left_for_the_second(draft: Draft, codes: CodeTables) -> None:
    first = change(draft, None, SHIP, codes)
    assert (at(first, "invoiceTypeCode"), at(first, "series"), at(first, PERCENT)) == ("2.1", "ΤΠΥ", 10)
    second = change(first, SHIP, PLAIN, codes)
    assert said(second) == said(apply_customer(draft, PLAIN, codes))
    assert "series" not in second.typed


def test_a_line_of_the_first_customer_is_the_second_ones_now(draft: Draft, codes: CodeTables) -> None:
    first = edit_text(change(draft, None, SHIP, codes), f"{LINE}.unitPrice", "100", "el", codes)
    second = change(first, SHIP, PLAIN, codes)
    assert (at(second, f"{LINE}.vatCategoryCode"), at(second, PERCENT)) == (1, None)
    assert at(second, f"{LINE}.vatExemptionCategoryCode") is None
    assert at(second, f"{LINE}.unitPrice") == 100
    cheaper = customer(place=9, allowancesCharges_0__percentage=Decimal(3), details_0__vatCategoryCode=4)
    third = change(first, SHIP, cheaper, codes)
    assert (at(third, f"{LINE}.vatCategoryCode"), at(third, PERCENT)) == (4, 3)


def test_what_was_typed_stays_whoever_the_customer_is(draft: Draft, codes: CodeTables) -> None:
    first = change(draft, None, SHIP, codes)
    for path, text in ((f"{LINE}.unitPrice", "100"), (PERCENT, "12"), ("series", "Β")):
        first = edit_text(first, path, text, "el", codes)
    second = change(first, SHIP, PLAIN, codes)
    assert (at(second, PERCENT), at(second, "series"), at(second, f"{LINE}.unitPrice")) == (12, "Β", 100)


def test_an_items_price_is_that_of_whom_it_is_sold_to(draft: Draft, codes: CodeTables) -> None:
    coffee = item({7: CustomerPrice(Decimal("3.90"))}, vat_category_code=2)
    buyer = customer(place=7)
    first = apply_item(change(draft, None, buyer, codes), 0, coffee, buyer, codes)
    assert at(first, f"{LINE}.unitPrice") == Decimal("3.90")
    second = change(first, buyer, PLAIN, codes, coffee)
    assert at(second, f"{LINE}.unitPrice") == Decimal("4.20")
    assert at(change(second, PLAIN, buyer, codes, coffee), f"{LINE}.unitPrice") == Decimal("3.90")
    typed = edit_text(first, f"{LINE}.unitPrice", "3,90", "el", codes)
    assert at(change(typed, buyer, PLAIN, codes, coffee), f"{LINE}.unitPrice") == Decimal("3.90")


def test_items_that_were_there_first_get_the_customers_price(draft: Draft, codes: CodeTables) -> None:
    coffee = item({7: CustomerPrice(Decimal("3.90"), Decimal(2))}, vat_category_code=2)
    begun = apply_item(draft, 0, coffee, None, codes)
    after = change(begun, None, customer(place=7), codes, coffee)
    assert (at(after, f"{LINE}.unitPrice"), at(after, PERCENT)) == (Decimal("3.90"), 2)
    free = customer(place=9, details_0__vatCategoryCode=7, details_0__vatExemptionCategoryCode=8)
    assert at(change(begun, None, free, codes, coffee), f"{LINE}.vatExemptionCategoryCode") == 8


def test_home_again_an_item_has_its_own_vat(draft: Draft, codes: CodeTables) -> None:
    coffee = item(vat_category_code=2)
    german = customer("DE", place=9)
    abroad = apply_item(change(draft, None, german, codes), 0, coffee, german, codes)
    assert at(abroad, f"{LINE}.vatCategoryCode") == 7
    home = change(abroad, german, PLAIN, codes, coffee)
    assert (at(home, "invoiceTypeCode"), at(home, f"{LINE}.vatCategoryCode")) == ("1.1", 2)
    assert at(home, f"{LINE}.vatExemptionCategoryCode") is None


def test_who_has_no_card_takes_the_first_ones_away_too(draft: Draft, codes: CodeTables) -> None:
    first = change(draft, None, SHIP, codes)
    party = Party(registered_name="Άλλος", vat="EL090000045", address=Address(country_code="GR"))
    second = change(first, SHIP, card_of_billed(party, first, SHIP, NOW), codes)
    assert second.document.counter_party == party
    assert said(put(second, "counterParty", None)) == said(put(draft, "counterParty", None))
    to_the_state = put(
        draft, "b2GDetails", replace_value(draft.document, "b2GDetails.projectReference", "7").b2g_details
    )
    kept = change(to_the_state, None, card_of_billed(party, to_the_state, None, NOW), codes)
    assert at(kept, "b2GDetails.projectReference") == "7"


@pytest.mark.parametrize("kind", ["5.1", "9.3", "8.6"])
def test_a_series_of_invoices_is_none_of_credits_and_notes(
    draft: Draft, codes: CodeTables, kind: str
) -> None:
    begun = choose(draft, "invoiceTypeCode", kind, codes)
    for card in (SHIP, customer(series="ΤΠΥ")):
        after = apply_customer(begun, card, codes)
        assert at(after, "series") == "A"
        assert not brought_series(after.document, card.customer, codes)


def test_a_line_with_only_its_customers_discount_is_blank(draft: Draft, codes: CodeTables) -> None:
    begun = edit_text(apply_customer(draft, SHIP, codes), f"{LINE}.unitPrice", "100", "el", codes)
    begun = dress_line(add_row(begun, "details", 1), 1, SHIP.customer, codes)
    assert at(begun, "details[1].allowancesCharges[0].percentage") == 10
    assert len(without_blank_lines(begun.document).details or ()) == 1


def test_what_the_office_buys_has_no_discount_of_its_customers(draft: Draft, codes: CodeTables) -> None:
    bought = apply_customer(choose(draft, "invoiceTypeCode", "3.1", codes), SHIP, codes)
    assert at(bought, PERCENT) is None


def test_a_reason_of_goods_is_none_of_services(draft: Draft, codes: CodeTables) -> None:
    german = customer("DE", details_0__vatCategoryCode=7, details_0__vatExemptionCategoryCode=14)
    services = apply_customer(choose(draft, "invoiceTypeCode", "2.2", codes), german, codes)
    assert at(services, f"{LINE}.vatExemptionCategoryCode") == 4


def test_nobody_guesses_why_a_greek_customer_pays_no_vat(draft: Draft, codes: CodeTables) -> None:
    free = customer(details_0__vatCategoryCode=7)
    assert at(apply_customer(draft, free, codes), f"{LINE}.vatExemptionCategoryCode") is None


@pytest.mark.parametrize("kind", ["5.1", "9.3", "8.6"])
def test_a_card_kept_from_a_credit_or_a_note_makes_none(draft: Draft, codes: CodeTables, kind: str) -> None:
    begun = apply_customer(choose(draft, "invoiceTypeCode", kind, codes), PLAIN, codes)
    card = customer_from(begun.document, codes)
    assert card.document.invoice_type_code is None
    older = replace(card, document=card.document.with_member("invoice_type_code", kind))
    kept = customer(invoiceTypeCode=older.document.invoice_type_code)
    assert at(apply_customer(draft, kept, codes), "invoiceTypeCode") == "1.1"


def test_a_card_kept_from_an_exempt_sale_is_no_exempt_customer(draft: Draft, codes: CodeTables) -> None:
    medicine = item(vat_category_code=7, vat_exemption_category_code=7)
    sold = apply_item(apply_customer(draft, PLAIN, codes), 0, medicine, PLAIN, codes)
    assert customer_from(sold.document, codes).document.details is None


def test_an_order_stays_an_order(draft: Draft, codes: CodeTables) -> None:
    order = choose(draft, "documentTypeCode", "ORDER", codes)
    card = customer(documentTypeCode="INVOICE")
    assert at(apply_customer(order, card, codes), "documentTypeCode") == "ORDER"
    assert customer_from(order.document, codes).document.document_type_code is None


def test_the_first_customers_way_of_paying_goes_with_it(draft: Draft, codes: CodeTables) -> None:
    first = change(draft, None, SHIP, codes)
    assert at(first, PAYMENT) == 3
    assert at(change(first, SHIP, PLAIN, codes), PAYMENT) == 5
