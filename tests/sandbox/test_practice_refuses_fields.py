"""What the provider's own validation refuses, before any key is looked at."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("currencyCode", "currencyCode is mandatory"),
        ("invoiceType", "invoiceType is mandatory"),
        ("invoiceTypeCode", "invoiceTypeCode is mandatory"),
        ("documentTypeCode", "documentTypeCode is mandatory"),
        ("series", "series is mandatory"),
        ("number", "number is mandatory"),
        ("dateIssued", "dateIssued is mandatory"),
        ("issuer.registeredName", "issuer.registeredName is mandatory"),
        ("issuer.vat", "issuer.vat is mandatory"),
        ("issuer.address.countryCode", "issuer.address.countryCode is mandatory"),
        ("counterParty", "counterParty is mandatory"),
        ("details", "details is mandatory"),
        ("summaries", "Summaries section is mandatory"),
        ("summaries.totalNetAmount", "summaries.totalNetAmount is mandatory"),
        ("summaries.totalVATAmount", "summaries.totalVATAmount is mandatory"),
        ("summaries.totalGrossValue", "summaries.totalGrossValue is mandatory"),
        ("details.0.vatCategoryCode", "details[0].vatCategoryCode is mandatory"),
    ],
)
def test_a_missing_field_is_named(desk, make, path, sentence):
    answer = desk.refused(make(change={path: None}))
    assert sentence in answer["errors"]
    assert (answer["success"], answer["statusCode"], answer["mark"]) == (False, "400", 0)


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("invoiceTypeCode", "8.3", "invoiceTypeCode 8.3 is not a predefined value"),
        ("documentTypeCode", "NOTE", "documentTypeCode NOTE is not valid"),
        ("documentTypeCode", "OFFER", "OFFER is not sent to IAPR"),
        ("currencyCode", "EURO", "currencyCode EURO is not a predefined value"),
        ("specialInvoiceCategory", 14, "specialInvoiceCategory 14 is not a predefined value"),
        ("issuer.address.countryCode", "EL", "issuer.address.countryCode EL is not a predefined value"),
        ("counterParty.address.countryCode", "XX", "countryCode XX is not a predefined value"),
        ("details.0.vatCategoryCode", 11, "details[0].vatCategoryCode 11 is not a predefined value"),
        ("details.0.vatCategoryCode", 0, "details[0].vatCategoryCode 0 is not a predefined value"),
        ("details.1.vatExemptionCategoryCode", 32, "details[1].vatExemptionCategoryCode 32 is not"),
        ("details.0.measurementUnitCode", 8, "details[0].measurementUnitCode 8 is not a predefined value"),
        ("details.0.recordTypeCode", 8, "details[0].recordTypeCode 8 is not a predefined value"),
        ("details.0.withheldPercentCategoryCode", 19, "details[0].withheldPercentCategoryCode 19 is not"),
        ("details.0.incomeClassification.classificationTypeCode", "E3_999", "classification E3_999 is not"),
        ("taxes", [{"taxTypeCode": 6, "taxAmount": 1}], "taxes[0].taxTypeCode 6 is not a predefined value"),
        (
            "taxes",
            [{"taxTypeCode": 1, "taxCategoryCode": 19, "taxAmount": 1}],
            "taxes[0].taxCategoryCode 19 is not a predefined value",
        ),
        (
            "paymentDetails.paymentMethods.0.paymentMethodTypeCode",
            9,
            "paymentDetails.paymentMethods[0].paymentMethodTypeCode 9 is not a predefined value",
        ),
        ("distributionDetails.movePurposeCode", 21, "movePurposeCode 21 is not a predefined value"),
        ("iaprSignPolicy", 3, "iaprSignPolicy 3 is not valid"),
        ("isDelayedCode", 3, "isDelayedCode 3 is not valid in this channel"),
        ("dateIssued", "23/11/2026", "dateIssued is not a valid date"),
        ("dateIssued", "2026-02-30", "dateIssued is not a valid date"),
        ("issuer.vat", "EL1234567", "issuer.vat must be 8 or 9 digits"),
        ("counterParty.vat", "EL1234567890", "counterParty.vat must be 8 or 9 digits"),
        ("counterParty.vat", "EL12345678A", "counterParty.vat must be 8 or 9 digits"),
        ("b2GDetails.contractingAuthorityCode", "1.E.1", "details[0].cpvCode is mandatory for B2G"),
        ("documentTypeCode", "ELB2G", "b2GDetails.contractingAuthorityCode is not complete"),
        ("additionalDetails.transmissionMethod", "X", "transmissionMethod X is not a send method"),
    ],
)
def test_a_value_that_is_not_valid_is_named(desk, make, path, value, sentence):
    assert sentence in desk.refused(make(change={path: value}))["message"]


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("details", "one line", "details must be a list"),
        ("details", ["one line"], "details[0] must be an object"),
        ("issuer", [], "issuer must be an object"),
        ("details.0.netTotal", "1.234,56", "details[0].netTotal must be a number"),
        ("details.0.netTotal", True, "details[0].netTotal must be a number"),
        ("details.0.isHidden", "maybe", "details[0].isHidden must be true or false"),
        ("series", {"a": 1}, "series must be a text"),
        ("issuer.branchCode", 1.5, "issuer.branchCode must be a whole number"),
        ("summaries.totalNetAmount", 1e30, "summaries.totalNetAmount must be a number"),
    ],
)
def test_a_member_of_a_wrong_type_is_named(desk, make, path, value, sentence):
    assert sentence in desk.refused(make(change={path: value}))["message"]


def test_several_faults_are_told_at_once(desk, make):
    answer = desk.refused(make(change={"series": "", "details.0.vatCategoryCode": 11}))
    assert len(answer["errors"]) == 2
    assert answer["message"] == answer["errorMessage"] == "; ".join(answer["errors"])


@pytest.mark.parametrize("code", ["8.4", "8.5"])
def test_a_pos_receipt_belongs_elsewhere(desk, make, code):
    answer = desk.refused(make("11.1", {"invoiceTypeCode": code}))
    assert answer["message"] == "Summaries section is mandatory"


@pytest.mark.parametrize("emails", [[], [""], ["", " "]])
def test_sending_by_mail_needs_a_recipient(desk, make, emails):
    change = {"additionalDetails": {"transmissionMethod": "E", "accountingDepartmentEmails": emails}}
    assert desk.refused(make(change=change))["message"] == "Email recipient is mandatory for sendmethod E"
    change["additionalDetails"]["accountingDepartmentEmails"] = ["a@example.com"]
    desk.accepted(make(change=change))


@pytest.mark.parametrize("method", ["M", "C"])
@pytest.mark.parametrize("number", ["2101234567", "+302101234567", "69 12345678", "691234567", "+30", "x"])
def test_sending_to_a_telephone_needs_a_mobile(desk, make, method, number):
    sending = {
        "transmissionMethod": method,
        "accountingDepartmentEmails": ["a@example.com"],
        "customerCellNumbers": [number],
    }
    answer = desk.refused(make(change={"additionalDetails": sending}))
    assert answer["message"] == f"additionalDetails.customerCellNumbers {number} is not a mobile number"
    for good in ("6912345678", "+306912345678", "+35799123456"):
        sending["customerCellNumbers"] = [good]
        desk.clock.pass_seconds(1)
        desk.accepted(make(change={"additionalDetails": sending, "number": f"{len(good)}"}))


def test_a_number_that_nothing_is_sent_to_may_be_anything(desk, make):
    desk.accepted(make(change={"additionalDetails": {"customerCellNumbers": ["+300000000000"]}}))


@pytest.mark.parametrize(
    ("sending", "wanting"),
    [
        ({"transmissionMethod": "M"}, "Mobile recipient is mandatory for sendmethod M"),
        (
            {"transmissionMethod": "C", "customerCellNumbers": ["+306900000000"]},
            "Email recipient is mandatory for sendmethod C",
        ),
        (
            {"transmissionMethod": "C", "accountingDepartmentEmails": ["a@example.com"]},
            "Mobile recipient is mandatory for sendmethod C",
        ),
    ],
)
def test_sending_to_a_telephone_needs_a_number(desk, make, sending, wanting):
    assert desk.refused(make(change={"additionalDetails": sending}))["message"] == wanting


def test_a_malformed_document_is_refused_before_the_key_is_looked_at(desk, make):
    assert desk.send(make(change={"series": ""}), key="").status_code == 400
    assert desk.send(make(), key="").status_code == 401
