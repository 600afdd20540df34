"""Kinds of customers, and what follows a type: the tables alone decide."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.app.choosing_kind import choose_kind
from einvoice_desktop.app.customer_kind import customer_kinds, fits, kind_of
from einvoice_desktop.app.drafting import Draft, choose, new_draft
from einvoice_desktop.app.offers import offer
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.lines import Classification

PAYMENT = "paymentDetails.paymentMethods"


@pytest.fixture
def draft(codes: CodeTables) -> Draft:
    return new_draft(None, "A", codes)


def test_every_kind_gets_types_that_fit_it(codes: CodeTables) -> None:
    for kind in customer_kinds(codes).values():
        for code in kind.types.values():
            row = codes.invoice_type(code)
            assert row is not None, code
            assert row.provider_channel, code
            assert fits(kind, row), (kind.code, code)


def test_every_type_fits_some_kind(codes: CodeTables) -> None:
    kinds = customer_kinds(codes).values()

    assert [row.code for row in codes.offered_types if not any(fits(kind, row) for kind in kinds)] == []


def test_the_table_names_only_codes_that_exist(codes: CodeTables) -> None:
    for kind in customer_kinds(codes).values():
        for reasons in kind.exemptions.values():
            assert all(codes.has("vat_exemptions", reason) for reason in reasons)
        assert all(codes.has("income_classifications", code) for code in kind.income_types.values())
        assert codes.has("payment_methods", kind.payment_method)


def test_each_kind_is_read_from_what_it_sets(codes: CodeTables, draft: Draft) -> None:
    for code in customer_kinds(codes):
        for other in customer_kinds(codes):
            chosen = choose_kind(choose_kind(draft, other, codes), code, codes)
            assert kind_of(chosen.document, codes).code == code, (other, code)


def test_there_and_back_is_as_before(codes: CodeTables, draft: Draft) -> None:
    for code in customer_kinds(codes):
        back = choose_kind(choose_kind(draft, code, codes), "business", codes)
        (line,) = back.document.details or ()
        (first,) = draft.document.details or ()
        # The rate is named beside its category from now on.
        named = first.with_member("vat_category", line.vat_category)
        assert line == named, code
        assert back.document.with_member("details", (first,)) == draft.document, code


def test_every_type_and_back_is_as_before(codes: CodeTables, draft: Draft) -> None:
    for row in codes.offered_types:
        back = choose(choose(draft, "invoiceTypeCode", row.code, codes), "invoiceTypeCode", "1.1", codes)
        line, first = (back.document.details or ())[0], (draft.document.details or ())[0]
        assert line.vat_category_code == first.vat_category_code, row.code
        assert line.vat_exemption_category_code is None, row.code
        assert line.quantity == first.quantity, row.code
        assert back.document.payment_details == draft.document.payment_details, row.code
        assert back.document.currency_code == "EUR", row.code


def test_a_classification_goes_along_with_the_kind_of_customer(codes: CodeTables, draft: Draft) -> None:
    pair = Classification(classification_category_code="category1_1", classification_type_code="E3_561_001")
    head = "details[0].incomeClassification"
    draft = choose(draft, head, pair, codes)
    for kind, wanted in (("union", "E3_561_005"), ("abroad", "E3_561_006"), ("person", "E3_561_003")):
        line = (choose_kind(draft, kind, codes).document.details or ())[0]
        assert line.income_classification is not None
        assert line.income_classification.classification_type_code == wanted
        assert line.income_classification.classification_category_code == "category1_1"


def test_a_payment_that_says_more_stays(codes: CodeTables, draft: Draft) -> None:
    draft = choose(draft, f"{PAYMENT}[0].amount", Decimal(5), codes)
    note = choose(draft, "invoiceTypeCode", "9.3", codes)

    assert note.document.payment_details == draft.document.payment_details


def test_an_offer_names_only_rows_of_its_table(codes: CodeTables, draft: Draft) -> None:
    tables = (
        *("provider_types", "vat_categories", "vat_exemptions", "countries", "currencies", "rec_types"),
        *("special_invoice_categories", "invoice_detail_types", "income_categories", "income_types"),
        *("expense_categories", "expense_types", "units", "payment_methods", "fuel_codes"),
    )
    for row in codes.offered_types:
        document = choose(draft, "invoiceTypeCode", row.code, codes).document
        for table in tables:
            path = "counterParty.address.countryCode" if table == "countries" else "details[0].x.y"
            if table == "vat_exemptions":
                path = "details[0].vatExemptionCategoryCode"
            told = offer(document, codes, table, path)
            known = {choice.code for choice in codes.choices(table, "en")}
            assert told is None or set(told.codes) <= known, (row.code, table)
