"""A customer and an item from the books in a draft: what they bring along, and what stays as it was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from einvoice_desktop.app.applying import apply_customer, apply_item, customer_from, dress_line, item_from
from einvoice_desktop.app.card_problems import card_problems
from einvoice_desktop.app.customer_book import KeptCustomer
from einvoice_desktop.app.drafting import Draft, add_row, choose, edit_text, new_draft
from einvoice_desktop.app.item_book import KeptItem
from einvoice_desktop.app.series_choice import follow_series
from einvoice_desktop.app.vat_numbers import check_digit_is_wrong
from einvoice_desktop.domain.cards import Customer, CustomerPrice, Item, write_customer, write_item
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value, replace_value
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.parties import Address, Party

NOW = datetime(2026, 11, 21, tzinfo=UTC)
LINE = "details[0]"
PAYMENT = "paymentDetails.paymentMethods[0].paymentMethodTypeCode"


def customer(country: str = "GR", place: int = 7, **defaults: object) -> KeptCustomer:
    """`defaults`: by path, dots written as __."""
    party = Party(registered_name="Ωραία Ελλάς", vat="EL094014201", address=Address(country_code=country))
    document = Document(counter_party=party)
    for path, value in defaults.items():
        document = replace_value(document, path.replace("__", ".").replace("_0", "[0]"), value)
    return KeptCustomer(place, write_customer(Customer(document)), 1, NOW)


def item(prices: dict[int, CustomerPrice] | None = None, **line: object) -> KeptItem:
    told = {"code": "Κ-1", "descriptions": ("Καφές", "χονδρική"), "unit_price": Decimal("4.20")} | line
    return KeptItem(3, write_item(Item(Detail(**told), prices or {})), 1, NOW)


@pytest.fixture
def draft(codes: CodeTables) -> Draft:
    return new_draft(Party(vat="EL999999993"), "A", codes)


def at(draft: Draft, path: str) -> Any:
    return get_value(draft.document, path)


# --- customers ---------------------------------------------------------------------------------------


def test_a_customer_brings_its_defaults_along(draft: Draft, codes: CodeTables) -> None:
    kept = customer(
        invoiceTypeCode="2.1",
        series="ΤΠΥ",
        details_0__vatCategoryCode=7,
        details_0__vatExemptionCategoryCode=16,
        allowancesCharges_0__percentage=Decimal(10),
        paymentDetails__paymentMethods_0__paymentMethodTypeCode=3,
    )
    after = apply_customer(draft, kept, codes)
    assert after.document.counter_party == kept.customer.party
    assert (at(after, "invoiceTypeCode"), at(after, "series"), at(after, PAYMENT)) == ("2.1", "ΤΠΥ", 3)
    assert (at(after, f"{LINE}.vatCategoryCode"), at(after, f"{LINE}.vatExemptionCategoryCode")) == (7, 16)
    assert at(after, f"{LINE}.allowancesCharges[0].percentage") == Decimal(10)
    assert at(after, f"{LINE}.allowancesCharges[0].type") == "ALLOWANCE"
    assert at(after, f"{LINE}.quantity") is None
    assert at(after, "paymentDetails.paymentMethods[0].paymentMethodType")
    assert follow_series(draft, after, lambda _type, _branch: "ΓΕΝΙΚΗ").document.series == "ΤΠΥ"


def test_a_customer_that_says_nothing_changes_nothing_but_who_it_is(draft: Draft, codes: CodeTables) -> None:
    after = apply_customer(draft, customer(), codes)
    assert replace_value(after.document, "counterParty", None) == replace_value(
        draft.document, "counterParty", None
    )


def test_lines_on_which_something_was_typed_stay_as_they_are(draft: Draft, codes: CodeTables) -> None:
    draft = edit_text(draft, f"{LINE}.unitPrice", "12,50", "el", codes)
    draft = add_row(draft, "details", 1)
    kept = customer(
        invoiceTypeCode="2.1",
        details_0__vatCategoryCode=7,
        details_0__vatExemptionCategoryCode=16,
        allowancesCharges_0__percentage=Decimal(5),
    )
    after = apply_customer(draft, kept, codes)
    assert at(after, "details[0]") == at(draft, "details[0]")
    assert after.typed[f"{LINE}.unitPrice"] == "12,50"
    assert at(after, "invoiceTypeCode") == "1.1"
    assert at(after, "details[1].vatCategoryCode") == 7
    later = dress_line(add_row(after, "details", 2), 2, kept.customer, codes)
    assert at(later, "details[2].allowancesCharges[0].percentage") == Decimal(5)
    assert at(later, "details[2].vatExemptionCategoryCode") == 16


@pytest.mark.parametrize(
    ("country", "before", "after"),
    [
        ("DE", "1.1", "1.2"),
        ("US", "2.1", "2.3"),
        ("GR", "1.2", "1.1"),
        ("DE", "1.2", "1.2"),
        ("DE", "5.1", "5.1"),
    ],
)
def test_the_type_follows_the_country(
    draft: Draft, codes: CodeTables, country: str, before: str, after: str
) -> None:
    draft = choose(draft, "invoiceTypeCode", before, codes)
    assert at(apply_customer(draft, customer(country), codes), "invoiceTypeCode") == after


@pytest.mark.parametrize("begun", ["5.1", "9.3", "8.6"])
def test_a_credit_or_a_note_stays_what_it_is(draft: Draft, codes: CodeTables, begun: str) -> None:
    draft = choose(draft, "invoiceTypeCode", begun, codes)
    assert at(apply_customer(draft, customer(invoiceTypeCode="2.1"), codes), "invoiceTypeCode") == begun


def test_who_is_no_customer_of_the_state_takes_the_state_away(draft: Draft, codes: CodeTables) -> None:
    state = customer(documentTypeCode="ELB2G", b2GDetails__contractingAuthorityCode="1007.E00")
    to_the_state = apply_customer(draft, state, codes)
    assert at(to_the_state, "b2GDetails.contractingAuthorityCode") == "1007.E00"
    after = apply_customer(to_the_state, customer(), codes)
    assert after.document.b2g_details is None
    assert at(after, "documentTypeCode") == "INVOICE"


def test_payments_that_somebody_filled_in_stay(draft: Draft, codes: CodeTables) -> None:
    draft = edit_text(draft, "paymentDetails.paymentMethods[0].amount", "5", "el", codes)
    kept = customer(paymentDetails__paymentMethods_0__paymentMethodTypeCode=3)
    assert at(apply_customer(draft, kept, codes), PAYMENT) == 5


# --- items -------------------------------------------------------------------------------------------


def test_an_item_fills_its_line_and_leaves_the_quantity(draft: Draft, codes: CodeTables) -> None:
    draft = edit_text(draft, f"{LINE}.quantity", "3", "el", codes)
    kept = item(measurement_unit_code=2, vat_category_code=2, quantity=Decimal(12))
    line = apply_item(draft, 0, kept, None, codes).document.details[0]  # type: ignore[index]
    assert (line.code, line.descriptions, line.unit_price) == ("Κ-1", ("Καφές", "χονδρική"), Decimal("4.20"))
    assert (line.quantity, line.measurement_unit_code, line.vat_category_code) == (Decimal(3), 2, 2)
    assert line.measurement_unit
    untouched = apply_item(new_draft(None, "A", codes), 0, kept, None, codes)
    assert at(untouched, f"{LINE}.quantity") == Decimal(12)


def test_a_customer_has_its_own_price_and_discount(draft: Draft, codes: CodeTables) -> None:
    percent = f"{LINE}.allowancesCharges[0].percentage"
    prices = {7: CustomerPrice(Decimal("3.90"), Decimal(2)), 8: CustomerPrice(unit_price=Decimal("3.80"))}
    kept = item(prices)
    regular = customer(place=9, allowancesCharges_0__percentage=Decimal(15))
    own = apply_item(draft, 0, kept, customer(place=7), codes)
    assert (at(own, f"{LINE}.unitPrice"), at(own, percent)) == (Decimal("3.90"), Decimal(2))
    agreed = apply_item(draft, 0, kept, replaced(regular, 8), codes)
    assert (at(agreed, f"{LINE}.unitPrice"), at(agreed, percent)) == (Decimal("3.80"), None)
    usual = apply_item(draft, 0, kept, regular, codes)
    assert (at(usual, f"{LINE}.unitPrice"), at(usual, percent)) == (Decimal("4.20"), Decimal(15))


def replaced(kept: KeptCustomer, place: int) -> KeptCustomer:
    return replace(kept, id=place)


def test_a_discount_that_was_typed_stays(draft: Draft, codes: CodeTables) -> None:
    percent = f"{LINE}.allowancesCharges[0].percentage"
    draft = edit_text(draft, percent, "1", "el", codes)
    after = apply_item(draft, 0, item({7: CustomerPrice(discount=Decimal(2))}), customer(), codes)
    assert at(after, percent) == Decimal(1)


def test_a_type_does_not_get_what_it_cannot_have(draft: Draft, codes: CodeTables) -> None:
    kept = item(measurement_unit_code=1, vat_category_code=1, quantity=Decimal(2))
    services = apply_item(choose(draft, "invoiceTypeCode", "2.1", codes), 0, kept, None, codes)
    assert (at(services, f"{LINE}.quantity"), at(services, f"{LINE}.measurementUnitCode")) == (None, None)
    note = apply_item(choose(draft, "invoiceTypeCode", "9.3", codes), 0, kept, None, codes)
    assert at(note, f"{LINE}.unitPrice") is None
    assert at(note, f"{LINE}.vatCategoryCode") in codes.invoice_type("9.3").vat_categories  # type: ignore[union-attr]
    assert at(note, f"{LINE}.descriptions") == ("Καφές", "χονδρική")


def test_a_customer_without_vat_stays_so_whatever_it_buys(draft: Draft, codes: CodeTables) -> None:
    free = customer(details_0__vatCategoryCode=7, details_0__vatExemptionCategoryCode=8)
    after = apply_item(draft, 0, item(vat_category_code=2), free, codes)
    assert (at(after, f"{LINE}.vatCategoryCode"), at(after, f"{LINE}.vatExemptionCategoryCode")) == (7, 8)


def test_a_classification_is_that_of_the_type_and_the_customer(draft: Draft, codes: CodeTables) -> None:
    kept = KeptItem(1, ITEM_OF_GOODS, 1, NOW)
    at_home = apply_item(draft, 0, kept, None, codes)
    assert at(at_home, f"{LINE}.incomeClassification.classificationTypeCode") == "E3_561_001"
    abroad = apply_item(choose(draft, "invoiceTypeCode", "1.2", codes), 0, kept, None, codes)
    assert at(abroad, f"{LINE}.incomeClassification.classificationTypeCode") == "E3_561_005"


ITEM_OF_GOODS = (
    b'{"line":{"code":"1","incomeClassification":{"classificationTypeCode":"E3_561_001",'
    b'"classificationCategoryCode":"category1_1"}}}'
)


def test_another_item_takes_the_first_one_away(draft: Draft, codes: CodeTables) -> None:
    draft = apply_item(draft, 0, item(taric_no="1234567890"), None, codes)
    after = apply_item(draft, 0, item(code="Κ-2", unit_price=None), None, codes)
    line = after.document.details[0]  # type: ignore[index]
    assert (line.code, line.unit_price, line.taric_no) == ("Κ-2", None, None)


# --- from a draft ------------------------------------------------------------------------------------


def test_what_stands_in_the_form_becomes_a_card(draft: Draft, codes: CodeTables) -> None:
    kept = customer("DE", details_0__vatCategoryCode=7, details_0__vatExemptionCategoryCode=14)
    filled = apply_item(apply_customer(draft, kept, codes), 0, item(vat_category_code=2), kept, codes)
    card = customer_from(filled.document, codes)
    assert card.party == kept.customer.party
    assert card.document.details == kept.customer.document.details
    assert get_value(card.document, PAYMENT) == 5
    sold = item_from(filled.document.details[0])  # type: ignore[index]
    assert (sold.code, sold.name, sold.line.unit_price) == ("Κ-1", "Καφές", Decimal("4.20"))
    assert sold.line.quantity is None
    assert sold.line.net_total is None


# --- problems ----------------------------------------------------------------------------------------


def told(card: Customer | Item, codes: CodeTables) -> set[tuple[str, str]]:
    return {(problem.path, problem.code) for problem in card_problems(card, codes, check_digit_is_wrong)}


def test_a_sound_card_has_no_problems(codes: CodeTables) -> None:
    assert card_problems(customer().customer, codes) == ()
    assert card_problems(item(vat_category_code=2, measurement_unit_code=1).item, codes) == ()


def test_the_authoritys_limits_are_told_in_the_form(codes: CodeTables) -> None:
    card = customer(
        counterParty__registeredName="α" * 201,
        counterParty__vat="EL094014202",
        counterParty__address__street="ο" * 151,
        counterParty__emails=("λάθος",),
        details_0__vatCategoryCode=7,
        allowancesCharges_0__percentage=Decimal(101),
    ).customer
    assert told(card, codes) == {
        ("counterParty.registeredName", "text_too_long"),
        ("counterParty.vat", "vat_number_check_digit"),
        ("counterParty.address.street", "text_too_long"),
        ("counterParty.emails[0]", "email_malformed"),
        ("details[0].vatExemptionCategoryCode", "exemption_missing"),
        ("allowancesCharges[0].percentage", "discount_over_whole"),
    }


def test_numbers_and_countries_elsewhere_are_looked_at_too(codes: CodeTables) -> None:
    german = customer("DE", counterParty__vat="DE123456789").customer
    assert ("counterParty.vat", "vat_number_check_digit_abroad") in told(german, codes)
    nowhere = customer("XX").customer
    assert ("counterParty.address.countryCode", "code_unknown") in told(nowhere, codes)
    assert ("counterParty.registeredName", "field_missing") in told(Customer(Document()), codes)


def test_an_item_is_looked_at_too(codes: CodeTables) -> None:
    line = Detail(code="κ" * 51, taric_no="1", unit_price=Decimal(-1), vat_category_code=99)
    assert told(Item(line), codes) == {
        ("details[0].code", "text_too_long"),
        ("details[0].taricNo", "taric_length"),
        ("details[0].unitPrice", "amount_negative"),
        ("details[0].vatCategoryCode", "code_unknown"),
    }
    assert told(Item(Detail()), codes) == {("details[0].descriptions[0]", "field_missing")}
