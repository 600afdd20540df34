"""What an edit makes anew: shares of the document's discounts, taxes, a classification that stands alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.app.drafting import Draft, after_rows, choose, copy_row, draft_of, drop_row, edit_text
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.composition import Composition, compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Classification, Detail
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.domain.settlement import PaymentDetails, PaymentMethod, Tax
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.paths import resource

D = Decimal


@pytest.fixture(scope="module")
def codes(tables) -> CodeTables:
    return CodeTables(tables.__getitem__)


@pytest.fixture
def composed(codes):
    def of(draft: Draft) -> Composition:
        return compose(draft.document, Surroundings(codes, "2026-11-21"))

    return of


@pytest.fixture
def type_in(codes):
    def typed(draft: Draft, path: str, text: str) -> Draft:
        return edit_text(draft, path, text, "el", codes)

    return typed


def line(price: str, **more: object) -> Detail:
    return Detail(descriptions=("Είδος",), quantity=D(1), unit_price=D(price), vat_category_code=1, **more)


@pytest.fixture
def opened(codes):
    """A draft opened from the file that a document was written to, all its amounts with it."""

    def of(*lines: Detail, **head: object) -> Draft:
        document = Document(invoice_type_code="1.1", details=lines, **head)
        completed = compose(document, Surroundings(codes, "2026-11-21")).document
        return draft_of(read_document(write_document(completed)))

    return of


TEN_PERCENT = (AllowanceCharge(type="ALLOWANCE", percentage=D(10)),)
TWENTY_OFF = (AllowanceCharge(type="ALLOWANCE", amount=D(20)),)


def nets(composition: Composition) -> list[Decimal]:
    return [amounts.net for amounts in composition.lines]


def test_another_quantity_shares_the_documents_discount_out_anew(opened, type_in, composed):
    draft = opened(line("40"), line("60"), allowances_charges=TWENTY_OFF)
    assert nets(composed(draft)) == [D(32), D(48)]
    draft = type_in(draft, "details[0].quantity", "3")
    assert nets(composed(draft)) == [D("106.67"), D("53.33")]
    assert composed(draft).own.unshared == 0


def test_a_discount_in_per_cent_follows_the_lines(opened, type_in, composed):
    draft = type_in(
        opened(line("40"), line("60"), allowances_charges=TEN_PERCENT), "details[0].quantity", "2"
    )
    assert composed(draft).summaries.own_allowances == D(14)
    assert nets(composed(draft)) == [D(72), D(54)]


def test_one_whose_amount_was_typed_here_stays(opened, type_in, composed):
    draft = opened(line("40"), line("60"), allowances_charges=TEN_PERCENT)
    draft = type_in(draft, "allowancesCharges[0].amount", "11")
    draft = type_in(draft, "details[0].quantity", "2")
    assert composed(draft).summaries.own_allowances == D(11)


def test_a_first_discount_on_an_opened_file_is_taken_by_its_lines(opened, type_in, composed):
    draft = type_in(opened(line("40"), line("60")), "allowancesCharges[0].amount", "20")
    assert nets(composed(draft)) == [D(32), D(48)]


def test_it_is_taken_from_the_nets_that_stood_there_not_from_rounded_prices(opened, type_in, composed):
    receipt = line("1.09", net_total=D("109.73"), vat_total=D("14.27")).with_member("quantity", D(100))
    draft = type_in(opened(receipt), "allowancesCharges[0].amount", "9,73")
    assert nets(composed(draft)) == [D("100.00")]


def test_without_its_last_discount_the_nets_are_what_they_were(opened, codes, composed):
    before = opened(line("40"), line("60"), allowances_charges=TWENTY_OFF)
    draft = after_rows(before, drop_row(before, "allowancesCharges", 0), "allowancesCharges", codes)
    assert nets(composed(draft)) == [D(40), D(60)]
    assert composed(draft).summaries.allowances == 0


def test_a_line_that_goes_leaves_its_share_to_the_others(opened, codes, composed):
    before = opened(line("40"), line("60"), allowances_charges=TWENTY_OFF)
    draft = after_rows(before, drop_row(before, "details", 0), "details", codes)
    assert nets(composed(draft)) == [D(40)]


def test_a_net_that_was_typed_here_stays_beside_a_discount(opened, type_in, composed):
    draft = type_in(
        opened(line("40"), line("60"), allowances_charges=TWENTY_OFF), "details[0].netTotal", "35"
    )
    draft = type_in(draft, "details[1].quantity", "2")
    assert nets(composed(draft))[0] == D(35)


def test_a_share_that_a_line_alone_tells_of_stays_with_it(type_in, composed):
    given = line("40", net_total=D("34.20"), line_apportioned_discount_value=D("5.80"))
    draft = type_in(Draft(Document(details=(given,))), "details[0].quantity", "2")
    assert nets(composed(draft)) == [D("74.20")]


@pytest.mark.parametrize("edit", [drop_row, copy_row])
def test_taxes_in_per_cent_follow_lines_that_go_or_are_copied(opened, codes, composed, edit):
    before = opened(line("40"), line("60"), taxes=(Tax(tax_type_code=1, tax_category_code=2),))
    draft = after_rows(before, edit(before, "details", 0), "details", codes)
    assert composed(draft).summaries.withheld == composed(draft).summaries.net / 5


def test_a_discount_of_the_document_changes_its_taxes_in_per_cent(opened, type_in, composed):
    draft = opened(line("100"), taxes=(Tax(tax_type_code=1, tax_category_code=2),))
    draft = type_in(draft, "allowancesCharges[0].amount", "10")
    assert composed(draft).summaries.withheld == D(18)


def classified(amount: str) -> Classification:
    return Classification(classification_category_code="category2_5", amount=D(amount))


def test_a_classification_that_stands_alone_follows_the_net(type_in):
    draft = Draft(Document(details=(line("40", expenses_classification=classified("40")),)))
    draft = type_in(draft, "details[0].quantity", "2")
    assert draft.document.details[0].expenses_classification.amount is None


def test_several_keep_the_amounts_that_they_have(type_in):
    several = (classified("30"), classified("10"))
    draft = Draft(Document(details=(line("40", expenses_classifications=several),)))
    draft = type_in(draft, "details[0].quantity", "2")
    assert draft.document.details[0].expenses_classifications == several


def test_an_edit_that_changes_no_net_leaves_a_classification_alone(codes):
    draft = Draft(Document(details=(line("40", expenses_classification=classified("40")),)))
    draft = choose(draft, "details[0].measurementUnitCode", 2, codes)
    assert draft.document.details[0].expenses_classification.amount == D(40)


def test_the_published_3_1_samples_are_left_as_they_are_by_an_edit_of_their_head(type_in):
    document = read_document(resource("samples/published/3.1-5.json").read_bytes())
    draft = type_in(draft_of(document), "counterParty.registeredName", "Άλλος")
    assert draft.document.details == document.details


def test_a_document_that_becomes_one_in_euro_loses_its_amounts_in_other_money(opened, codes):
    rate = PaymentDetails(exchange_currency_rate=D(2), payment_methods=(PaymentMethod(amount=D(5)),))
    draft = opened(
        line("40", allowances_charges=TEN_PERCENT),
        currency_code="USD",
        payment_details=rate,
        allowances_charges=TWENTY_OFF,
        taxes=(Tax(tax_type_code=5, tax_amount=D(1)),),
    )
    assert b'AC"' in write_document(draft.document)
    assert b'AC"' not in write_document(choose(draft, "currencyCode", "EUR", codes).document)
    assert b'AC"' in write_document(choose(draft, "currencyCode", "GBP", codes).document)


def test_the_base_of_a_tax_is_shown_where_it_is_not_given(codes):
    document = Document(details=(line("40"),), taxes=(Tax(tax_type_code=1, tax_category_code=2),))
    composition = compose(document, Surroundings(codes, "2026-11-21"))
    assert composition.value("taxes[0].underlyingValue") == D(40)
    assert composition.document.taxes[0].underlying_value is None
