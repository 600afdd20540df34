"""Edits as a person makes them: what they set, what follows, what is computed again, what is left alone."""

from decimal import Decimal

import pytest

from einvoice_desktop.app.drafting import (
    PAYMENTS,
    Draft,
    add_row,
    choose,
    copy_row,
    draft_of,
    drop_row,
    edit_text,
    new_draft,
    reread,
    shift_row,
    without_blank_lines,
)
from einvoice_desktop.app.misread import misread_problems
from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.paths import resource

D = Decimal


@pytest.fixture
def draft(codes) -> Draft:
    return new_draft(None, "A", codes)


@pytest.fixture
def type_in(codes):
    def type_in(draft: Draft, **texts: str) -> Draft:
        for path, text in texts.items():
            draft = edit_text(draft, path, text, "el", codes)
        return draft

    return lambda draft, *pairs: type_in(draft, **dict(pairs))


def gross(draft: Draft, codes) -> Decimal:
    return compose(draft.document, Surroundings(codes, "2026-11-21")).summaries.gross


def test_a_new_document_is_a_sales_invoice_on_credit_with_one_line(draft):
    document = draft.document
    assert (document.invoice_type_code, document.invoice_type) == ("1.1", "Τιμολόγιο Πώλησης")
    assert get_value(document, f"{PAYMENTS}[0].paymentMethodTypeCode") == 5
    assert len(document.details) == 1
    assert document.additional_details.transmission_method == "A"


def test_the_first_payment_follows_the_gross_until_its_amount_is_typed(draft, type_in, codes):
    draft = type_in(draft, ("details[0].unitPrice", "12,50"))
    around = Surroundings(codes, "2026-11-21")
    assert compose(draft.document, around).payment_amounts == (D("15.50"),)
    draft = type_in(draft, (f"{PAYMENTS}[0].amount", "10"), ("details[0].quantity", "2"))
    assert compose(draft.document, around).payment_amounts == (D("10.00"),)


def test_half_typed_text_is_kept_and_is_no_value(draft, type_in):
    draft = type_in(draft, ("details[0].unitPrice", "12,,"))
    assert draft.typed["details[0].unitPrice"] == "12,,"
    assert get_value(draft.document, "details[0].unitPrice") is None
    assert [p.path for p in misread_problems(draft)] == ["details[0].unitPrice"]
    assert reread(draft.document, draft.typed, "el").misread == draft.misread
    draft = type_in(draft, ("details[0].unitPrice", "12,5"))
    assert misread_problems(draft) == ()


def test_editing_a_line_of_an_opened_file_computes_that_line_and_the_percentage_taxes_again(type_in, codes):
    document = read_document(resource("samples/published/3.1-4.json").read_bytes())
    draft = type_in(draft_of(document), ("details[0].quantity", "2"))
    composition = compose(draft.document, Surroundings(codes, "2026-11-21"))
    assert composition.summaries.net == D("2000.00")
    assert composition.summaries.withheld == D("400.00")
    assert composition.summaries.deductions == D("190.94")


def test_a_tax_amount_that_was_typed_here_is_left_alone(type_in):
    document = read_document(resource("samples/published/3.1-4.json").read_bytes())
    draft = type_in(draft_of(document), ("taxes[0].taxAmount", "199,99"), ("details[0].quantity", "2"))
    assert get_value(draft.document, "taxes[0].taxAmount") == D("199.99")


def test_a_code_brings_its_title_and_takes_away_what_it_makes_meaningless(draft, codes):
    draft = choose(draft, "details[0].vatCategoryCode", 7, codes)
    draft = choose(draft, "details[0].vatExemptionCategoryCode", 14, codes)
    assert get_value(draft.document, "details[0].vatCategory") == "0%"
    draft = choose(draft, "details[0].vatCategoryCode", "2", codes)
    assert get_value(draft.document, "details[0].vatCategoryCode") == 2
    assert get_value(draft.document, "details[0].vatExemptionCategoryCode") is None
    draft = choose(add_row(draft, "taxes", 0), "taxes[0].taxTypeCode", 1, codes)
    draft = choose(draft, "taxes[0].taxCategoryCode", 2, codes)
    assert "20%" in get_value(draft.document, "taxes[0].taxCategory")
    draft = choose(draft, "taxes[0].taxTypeCode", 5, codes)
    assert get_value(draft.document, "taxes[0].taxCategoryCode") is None


def test_what_was_typed_goes_along_with_its_row(draft, type_in):
    draft = type_in(draft, ("details[0].unitPrice", "x"))
    draft = add_row(draft, "details", 0)
    assert draft.misread == {"details[1].unitPrice"}
    draft = shift_row(draft, "details", 1, 0)
    assert draft.misread == {"details[0].unitPrice"}
    draft = copy_row(draft, "details", 0)
    assert draft.misread == {"details[0].unitPrice"}
    draft = drop_row(draft, "details", 0)
    assert draft.misread == frozenset()
    assert len(draft.document.details) == 2


def test_a_new_line_carries_on_vat_unit_and_classification(draft, codes):
    draft = choose(draft, "details[0].vatCategoryCode", 2, codes)
    draft = choose(draft, "details[0].incomeClassification.classificationCategoryCode", "category1_1", codes)
    draft = add_row(draft, "details", 1)
    line = draft.document.details[1]
    assert line.vat_category_code == 2
    assert line.income_classification.classification_category_code == "category1_1"
    assert line.unit_price is None


def test_opening_a_file_leaves_behind_what_made_it_unique():
    document = read_document(resource("samples/published/3.1-1.json").read_bytes())
    opened = draft_of(document).document
    assert opened.number is None
    assert opened.date_issued is None
    assert opened.distribution_details.internal_document_id is None
    assert opened.issuer == document.issuer
    assert opened.details == document.details


def test_blank_lines_are_not_sent(draft, type_in):
    draft = type_in(add_row(draft, "details", 1), ("details[0].unitPrice", "5"))
    assert len(draft.document.details) == 2
    assert len(without_blank_lines(draft.document).details) == 1


def test_clearing_a_field_takes_its_member_away(draft, type_in):
    draft = type_in(draft, ("counterParty.registeredName", "Καφέ"), ("counterParty.registeredName", ""))
    assert "registered_name" not in draft.document.counter_party.model_fields_set
    assert isinstance(draft.document, Document)


def test_a_discount_is_an_allowance_and_an_emptied_one_is_gone(draft, type_in):
    draft = type_in(draft, ("details[0].allowancesCharges[0].percentage", "10"))
    assert draft.document.details[0].allowances_charges[0].type == "ALLOWANCE"
    draft = type_in(draft, ("details[0].allowancesCharges[0].percentage", ""))
    assert "allowances_charges" not in draft.document.details[0].model_fields_set


def test_any_list_can_grow(draft):
    draft = add_row(add_row(draft, "banks", 0), "relativeDocuments", 0)
    assert len(draft.document.banks) == len(draft.document.relative_documents) == 1


def test_a_field_that_takes_no_text_says_so(draft, type_in):
    draft = type_in(draft, ("selfPricing", "maybe"))
    assert draft.misread == {"selfPricing"}
