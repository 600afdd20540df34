"""What is wrong with a document: each rule broken, each rule kept, and what must never be complained of."""

from decimal import Decimal

import pytest

from einvoice_desktop.domain.composition import compose
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import replace_value
from einvoice_desktop.domain.problems import Severity
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.rules.surroundings import Surroundings
from einvoice_desktop.paths import resource

D = Decimal
ERROR, WARNING = Severity.ERROR, Severity.WARNING

INVOICE = b"""{
 "invoiceTypeCode": "1.1", "invoiceType": "Sales", "documentTypeCode": "INVOICE", "currencyCode": "EUR",
 "series": "A", "number": "7", "dateIssued": "2026-11-21T10:00:00",
 "issuer": {"registeredName": "Seller", "vat": "EL999999993", "address": {"countryCode": "GR"}},
 "counterParty": {"registeredName": "Buyer", "vat": "EL094014201",
   "address": {"countryCode": "GR", "city": "Athens", "street": "Main", "postal": "10431"}},
 "details": [{"descriptions": ["Coffee"], "quantity": 2, "unitPrice": 10.00, "vatCategoryCode": 1,
   "incomeClassification": {
     "classificationCategoryCode": "category1_1", "classificationTypeCode": "E3_561_001"}}],
 "paymentDetails": {"paymentMethods": [{"paymentMethodTypeCode": 5, "amount": 24.80}]}
}"""


def invoice(**changes: object) -> Document:
    document = read_document(INVOICE)
    for path, value in changes.items():
        document = replace_value(document, path, value)
    return document


def with_(*changes: tuple[str, object]) -> Document:
    return invoice(**dict(changes))


def found(document: Document, around: Surroundings) -> set[tuple[str, str, Severity]]:
    return {(p.path, p.code, p.severity) for p in compose(document, around).problems}


def test_a_correct_invoice_has_no_problem(around):
    assert found(invoice(), around) == set()


BROKEN = [
    (("invoiceTypeCode", None), "invoiceTypeCode", "field_missing", ERROR),
    (("invoiceTypeCode", "99.9"), "invoiceTypeCode", "code_unknown", ERROR),
    (("invoiceTypeCode", "14.1"), "invoiceTypeCode", "type_not_by_provider", ERROR),
    (("series", None), "series", "field_missing", ERROR),
    (("series", "A" * 51), "series", "text_too_long", ERROR),
    (("number", "7α"), "number", "number_not_whole", ERROR),
    (("number", "18446744073709551616"), "number", "number_not_whole", ERROR),
    (("dateIssued", "21/11/2026"), "dateIssued", "date_malformed", ERROR),
    (("dateIssued", "2026-11-20T10:00:00"), "dateIssued", "date_not_today", WARNING),
    (("currencyCode", "EUX"), "currencyCode", "code_unknown", ERROR),
    (("currencyCode", "USD"), "paymentDetails.exchangeCurrencyRate", "exchange_rate_missing", ERROR),
    (("specialInvoiceCategory", 44), "specialInvoiceCategory", "code_unknown", ERROR),
    (("isDelayedCode", 3), "isDelayedCode", "delayed_code_erp_only", ERROR),
    (
        ("additionalDetails.transmissionMethod", "X"),
        "additionalDetails.transmissionMethod",
        "code_unknown",
        ERROR,
    ),
    (
        ("additionalDetails.transmissionMethod", "E"),
        "additionalDetails.accountingDepartmentEmails",
        "recipients_missing",
        ERROR,
    ),
    (("issuer.vat", None), "issuer.vat", "field_missing", ERROR),
    (("issuer.registeredName", ""), "issuer.registeredName", "field_missing", ERROR),
    (("issuer.address.countryCode", None), "issuer.address.countryCode", "field_missing", ERROR),
    (("counterParty", None), "counterParty.vat", "counterparty_vat_missing", ERROR),
    (
        ("counterParty.registeredName", None),
        "counterParty.registeredName",
        "counterparty_name_missing",
        ERROR,
    ),
    (
        ("counterParty.address.city", None),
        "counterParty.address.city",
        "counterparty_address_incomplete",
        ERROR,
    ),
    (
        ("counterParty.address.countryCode", "DE"),
        "counterParty.address.countryCode",
        "counterparty_not_greek",
        ERROR,
    ),
    (("counterParty.vat", "EL12345"), "counterParty.vat", "vat_number_length", ERROR),
    (("counterParty.vat", "EL094014202"), "counterParty.vat", "vat_number_check_digit", WARNING),
    (("counterParty.vat", "999999993"), "counterParty.vat", "issuer_is_counterparty", ERROR),
    (("counterParty.registeredName", "Α" * 201), "counterParty.registeredName", "text_too_long", WARNING),
    (("details", ()), "details", "lines_missing", ERROR),
    (("details[0].vatCategoryCode", None), "details[0].vatCategoryCode", "vat_category_missing", ERROR),
    (("details[0].vatCategoryCode", 44), "details[0].vatCategoryCode", "code_unknown", ERROR),
    (("details[0].vatCategoryCode", 8), "details[0].vatCategoryCode", "vat_category_not_of_type", ERROR),
    (("details[0].vatCategoryCode", 7), "details[0].vatExemptionCategoryCode", "exemption_missing", ERROR),
    (
        ("details[0].vatExemptionCategoryCode", 14),
        "details[0].vatExemptionCategoryCode",
        "exemption_not_allowed",
        ERROR,
    ),
    (("details[0].vatTotal", D("5.81")), "details[0].vatTotal", "vat_far_from_rate", ERROR),
    (("details[0].vatTotal", D("5.80")), "details[0].vatTotal", "vat_differs", WARNING),
    (("details[0].netTotal", D("21")), "details[0].netTotal", "net_differs", WARNING),
    (("details[0].total", D("25")), "details[0].total", "total_differs", WARNING),
    (("details[0].unitPrice", D("-10")), "details[0].unitPrice", "amount_negative", ERROR),
    (("details[0].quantity", D("0")), "details[0].quantity", "quantity_not_positive", ERROR),
    (("details[0].unitPrice", D("9999999999999.99")), "details[0].netTotal", "amount_too_large", ERROR),
    (("details[0].netTotal", D("20.004")), "details[0].netTotal", "amount_rounded", WARNING),
    (
        ("details[0].withheldAmount", D("1")),
        "details[0].withheldPercentCategoryCode",
        "tax_category_missing",
        ERROR,
    ),
    (
        ("details[0].withheldPercentCategoryCode", 99),
        "details[0].withheldPercentCategoryCode",
        "code_unknown",
        ERROR,
    ),
    (
        ("details[0].withheldPercentCategoryCode", 11),
        "details[0].withheldAmount",
        "tax_amount_missing",
        ERROR,
    ),
    (("details[0].deductionsAmount", D("21")), "details[0].deductionsAmount", "tax_above_net", ERROR),
    (("details[0].measurementUnitCode", 77), "details[0].measurementUnitCode", "code_unknown", ERROR),
    (("details[0].recordTypeCode", 4), "details[0].recordTypeCode", "record_type_inactive", ERROR),
    (("details[0].descriptions", None), "details[0].descriptions[0]", "description_missing", WARNING),
    (("details[0].incomeClassification", None), "details", "classification_missing", WARNING),
    (
        ("details[0].incomeClassification.classificationTypeCode", "E3_881_001"),
        "details[0].incomeClassification.classificationTypeCode",
        "classification_pair_unknown",
        ERROR,
    ),
    (("paymentDetails", None), "paymentDetails.paymentMethods", "payments_missing", ERROR),
    (
        ("paymentDetails.paymentMethods[0].paymentMethodTypeCode", 12),
        "paymentDetails.paymentMethods[0].paymentMethodTypeCode",
        "code_unknown",
        ERROR,
    ),
    (
        ("paymentDetails.paymentMethods[0].amount", D("24.81")),
        "paymentDetails.paymentMethods",
        "payments_above_gross",
        ERROR,
    ),
    (
        ("paymentDetails.paymentMethods[0].amount", D("24.79")),
        "paymentDetails.paymentMethods",
        "payments_below_gross",
        WARNING,
    ),
    (
        ("paymentDetails.paymentMethods[0].paymentMethodTypeCode", 7),
        "paymentDetails.paymentMethods[0].providersSignature",
        "card_signature_missing",
        ERROR,
    ),
    (("summaries.totalNetAmount", D("21")), "summaries.totalNetAmount", "summary_differs", WARNING),
    (("taxes[0].taxTypeCode", 9), "taxes[0].taxTypeCode", "code_unknown", ERROR),
    (("taxes[0].taxTypeCode", 1), "taxes[0].taxCategoryCode", "tax_category_missing", ERROR),
    (("taxes[0].taxTypeCode", 5), "taxes[0].taxAmount", "tax_amount_missing", ERROR),
    (
        ("b2GDetails.contractingAuthorityCode", "1015.E00236.0001"),
        "b2GDetails.contractingAuthorityCode",
        "b2g_by_accident",
        ERROR,
    ),
]


@pytest.mark.parametrize(("change", "path", "code", "severity"), BROKEN, ids=lambda v: str(v)[:60])
def test_one_thing_wrong_is_found_at_its_field(change, path, code, severity, around):
    problems = found(with_(change), around)
    assert (path, code, severity) in problems


def test_vat_may_be_one_euro_off_and_not_a_cent_more(around):
    assert not compose(with_(("details[0].vatTotal", D("5.80"))), around).has_errors
    assert ("details[0].vatTotal", "vat_far_from_rate", ERROR) in found(
        with_(("details[0].vatTotal", D("3.79"))), around
    )


def test_a_tax_amount_may_be_a_cent_off_and_not_two(around):
    def tax(amount: str) -> Document:
        return with_(
            ("taxes[0].taxTypeCode", 1), ("taxes[0].taxCategoryCode", 2), ("taxes[0].taxAmount", D(amount))
        )

    codes = {p[1]: p[2] for p in found(tax("4.01"), around)}
    assert codes["tax_differs"] is WARNING
    codes = {p[1]: p[2] for p in found(tax("4.02"), around)}
    assert codes["tax_far_from_rate"] is ERROR


def test_taxes_stand_on_lines_or_on_the_document(around):
    both = with_(
        ("details[0].withheldPercentCategoryCode", 7),
        ("taxes[0].taxTypeCode", 5),
        ("taxes[0].taxAmount", D("1")),
    )
    assert ("taxes", "taxes_on_lines_and_document", ERROR) in found(both, around)
    fee_line = replace_value(both, "details[0].recordTypeCode", 2)
    assert "taxes_on_lines_and_document" not in {p[1] for p in found(fee_line, around)}


def test_a_date_that_is_not_today_is_an_error_only_when_it_is_sent(around):
    old = with_(("dateIssued", "2026-11-20"))
    sealing = Surroundings(around.codes, around.today, sealing=True)
    assert ("dateIssued", "date_not_today", ERROR) in found(old, sealing)
    delayed = replace_value(old, "isDelayedCode", 1)
    assert found(delayed, sealing) == set()


def test_a_wrong_check_digit_is_an_error_only_in_production(around):
    live = Surroundings(around.codes, around.today, live=True)
    wrong = with_(("counterParty.vat", "EL094014202"))
    assert ("counterParty.vat", "vat_number_check_digit", ERROR) in found(wrong, live)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_published_samples_have_no_error_and_no_complaint_but_date_and_check_digit(number, around):
    document = read_document(resource(f"samples/published/3.1-{number}.json").read_bytes())
    assert {p[1] for p in found(document, around)} <= {"date_not_today", "vat_number_check_digit"}


def test_what_seed_pages_carry_is_never_complained_of(around):
    service = with_(
        ("invoiceTypeCode", "2.1"),
        ("details[0].incomeClassification.classificationCategoryCode", "category1_3"),
    )
    one = replace_value(service, "details[0].quantity", D(1))
    assert not [p for p in found(one, around) if "quantity" in p[0]]
    assert {p[2] for p in found(service, around) if "quantity" in p[0]} == {WARNING}
    retail = with_(
        ("invoiceTypeCode", "11.1"),
        ("counterParty.vat", ""),
        ("details[0].incomeClassification.classificationTypeCode", "E3_561_003"),
    )
    assert found(retail, around) == set()


def test_types_know_what_they_must_and_must_not_carry(around):
    acquisition = with_(("invoiceTypeCode", "3.1"), ("details[0].incomeClassification", None))
    assert ("details[0].vatCategoryCode", "vat_category_not_of_type", ERROR) in found(acquisition, around)
    credit = with_(("invoiceTypeCode", "5.2"), ("correlatedInvoices", (400001234567890,)))
    assert ("correlatedInvoices", "correlated_forbidden", ERROR) in found(credit, around)
    correlated = with_(("invoiceTypeCode", "5.1"))
    assert ("correlatedInvoices", "correlated_missing", ERROR) in found(correlated, around)


def test_several_classifications_make_the_lines_net(around):
    document = read_document(resource("samples/published/3.1-3.json").read_bytes())
    short = replace_value(document, "details[0].expensesClassifications[0].amount", D("3999"))
    assert ("details[0].expensesClassifications", "classification_amounts", ERROR) in found(short, around)
    twice = replace_value(
        document, "details[0].expensesClassifications[1]", document.details[0].expenses_classifications[0]
    )
    assert "classification_repeated" in {p[1] for p in found(twice, around)}


def test_all_lines_are_classified_or_none(around):
    line = read_document(INVOICE).details[0]
    document = with_(
        ("details", (line, line.without_member("income_classification"))),
        ("paymentDetails.paymentMethods[0].amount", None),
    )
    assert ("details", "classification_on_some_lines", ERROR) in found(document, around)
