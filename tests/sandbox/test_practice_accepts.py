"""What the practice provider takes, and what its answer holds."""

from __future__ import annotations

import hashlib
import re
from uuid import UUID

import pytest


@pytest.mark.parametrize("code", ["1.1", "2.1", "3.1", "5.2", "9.3", "11.1"])
def test_a_correct_document_is_issued(desk, make, code):
    answer = desk.accepted(make(code))
    assert (answer["success"], answer["status"]) == (True, "SUBMITTED")
    assert answer["message"] == "Successfully submitted to IAPR"


def test_the_answer_has_every_published_member_in_its_published_type(desk, make):
    answer = desk.accepted(make())
    texts = {
        "message", "statusCode", "integritySignature", "signature", "uid", "authenticationCode",
        "myDataResponse", "status", "series", "number", "dateIssued", "domain", "url", "qrCodeString",
        "erpQrCode", "uniqueId", "internalId",
    }  # fmt: skip
    assert {name for name, value in answer.items() if isinstance(value, str)} == texts
    assert set(answer) == texts | {"success", "mark", "cancellationMark"}
    assert answer["statusCode"] == "201"
    assert answer["mark"] == 400001000000001
    assert answer["cancellationMark"] == 0
    assert re.fullmatch(r"[0-9A-F]{40}", answer["uid"])
    assert re.fullmatch(r"[0-9A-F]{40}", answer["authenticationCode"])
    assert re.fullmatch(r"EL999999990-\d+-[0-9A-F]{40}-[0-9A-F]{32}", answer["signature"])
    assert answer["url"] == f"http://127.0.0.1:8123/v/{answer['signature']}"
    assert answer["domain"] == "http://127.0.0.1:8123"
    assert (answer["qrCodeString"], answer["erpQrCode"]) == ("", "")
    assert UUID(answer["uniqueId"]).version == 4
    assert (answer["series"], answer["number"], answer["internalId"]) == ("Α", "1", "doc-1.1-1")
    assert f"<invoiceMark>{answer['mark']}</invoiceMark>" in answer["myDataResponse"]


def test_marks_run_on(desk, make):
    marks = [desk.accepted(make(change={"number": str(number)}))["mark"] for number in (1, 2, 3)]
    assert marks == [400001000000001, 400001000000002, 400001000000003]


def test_the_uid_is_the_authority_s_hash_of_the_identity(desk, make):
    answer = desk.accepted(make())
    identity = "999999990-2026-11-23-0-1.1-Α-1".encode("iso-8859-7")
    assert answer["uid"] == hashlib.sha1(identity).hexdigest().upper()


def test_a_letter_outside_the_greek_code_page_makes_the_uid_utf_8(desk, make):
    answer = desk.accepted(make(change={"series": "Ž"}))
    identity = "999999990-2026-11-23-0-1.1-Ž-1".encode()
    assert answer["uid"] == hashlib.sha1(identity).hexdigest().upper()


def test_the_authentication_code_is_the_hash_of_the_ten_fields(desk, make):
    answer = desk.accepted(make())
    fields = f"999999990-2026-11-23-0-1.1-Α-1-{answer['mark']}-180.50-30.50-888888880"
    assert answer["authenticationCode"] == hashlib.sha1(fields.encode()).hexdigest().upper()


def test_keys_are_matched_in_any_casing_and_unknown_ones_ignored(desk, make):
    def shouted(value):
        if isinstance(value, dict):
            return {key.upper(): shouted(item) for key, item in value.items()}
        return [shouted(item) for item in value] if isinstance(value, list) else value

    desk.accepted(shouted(make("2.1")) | {"_debug": {"a": [1]}, "ErpSource": "SAP"})


def test_a_key_with_a_greek_look_alike_is_another_key(desk, make):
    document = make()
    document["Νumber"] = document.pop("number")
    assert "number is mandatory" in desk.refused(document)["errors"]


def test_codes_may_be_strings_and_numbers_may_be_numbers(desk, make):
    change = {
        "number": 17,
        "documentTypeCode": 0,
        "isDelayedCode": "LIVE",
        "details.0.vatCategoryCode": "1",
        "details.0.netTotal": "100.00",
        "paymentDetails.paymentMethods.0.paymentMethodTypeCode": "5",
    }
    assert desk.accepted(make(change=change))["number"] == "17"


@pytest.mark.parametrize(
    ("sent", "answered"),
    [
        ("2026-11-23T09:15:30", "2026-11-23T07:15:30+00:00"),
        ("2026-11-23T09:15:30.123", "2026-11-23T07:15:30+00:00"),
        ("2026-11-23T07:15:30Z", "2026-11-23T07:15:30+00:00"),
        ("2026-11-23T07:15:30+00:00", "2026-11-23T07:15:30+00:00"),
        ("2026-11-23T10:15:30+03:00", "2026-11-23T07:15:30+00:00"),
        ("2026-11-23", "2026-11-23T08:30:00+00:00"),
        ("2026-11-23T00:00:00", "2026-11-23T08:30:00+00:00"),
        # The last minutes of the day before in UTC are today in Athens.
        ("2026-11-22T22:30:00Z", "2026-11-22T22:30:00+00:00"),
    ],
)
def test_every_accepted_form_of_a_date_is_normalised(desk, make, sent, answered):
    assert desk.accepted(make(change={"dateIssued": sent}))["dateIssued"] == answered


@pytest.mark.parametrize("delayed", [1, 2, "CLIENT"])
def test_a_document_sent_late_may_have_an_earlier_date(desk, make, delayed):
    desk.accepted(make(change={"isDelayedCode": delayed, "dateIssued": "2026-11-20T18:00:00"}))


def test_two_expense_classifications_that_share_the_line(desk, make):
    entries = [
        {"classificationTypeCode": "E3_585_004", "classificationCategoryCode": "category2_5", "amount": 400},
        {"classificationTypeCode": "E3_585_009", "classificationCategoryCode": "category2_3", "amount": 600},
    ]
    change = {"details.0.expensesClassification": None, "details.0.expensesClassifications": entries}
    desk.accepted(make("3.1", change))


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("1.1", {"details.0.quantity": 7, "details.0.unitPrice": 3.333}),
        ("1.1", {"details.0.vatTotal": 25, "details.0.total": 125, "summaries.totalVATAmount": 31.5,
                 "summaries.totalGrossValue": 181.5}),
        ("1.1", {"details.0.total": None}),
        ("1.1", {"details.0.incomeClassification": None, "details.1.incomeClassification": None}),
        ("1.1", {"paymentDetails.paymentMethods.0.amount": 10}),
        ("1.1", {"issuer.vat": "999999990", "counterParty.vat": "999999999"}),
        ("1.1", {"counterParty.address.countryCode": "DE", "counterParty.vat": "DE123456789",
                 "specialInvoiceCategory": 5}),
        ("2.1", {"details.0.withheldAmount": 200.01, "details.0.total": 1039.99,
                 "summaries.totalWithheldAmount": 200.01, "summaries.totalGrossValue": 1039.99,
                 "paymentDetails.paymentMethods.0.amount": 1039.99}),
        ("3.1", {"taxes.0.underlyingValue": 500, "taxes.0.taxAmount": 100,
                 "summaries.totalWithheldAmount": 100, "summaries.totalGrossValue": 709.06}),
        ("11.1", {"counterParty": None}),
        ("11.1", {"counterParty.vat": "EL12"}),
    ],
    ids=[
        "net that is not quantity x price", "VAT one euro off", "a line without total", "no classification",
        "payments below the gross", "a VAT number without prefix and a test number",
        "a foreign buyer in a complex transaction", "a tax one cent off", "a tax with its own base",
        "retail without counterparty", "retail with any VAT number",
    ],
)  # fmt: skip
def test_what_the_real_one_lets_through_passes(desk, make, code, change):
    desk.accepted(make(code, change))


def test_informative_and_hidden_lines_stand_in_no_sum(desk, make):
    document = make()
    extra = {"lineNo": 3, "descriptions": ["Σημείωση"], "netTotal": 999, "vatTotal": 1, "total": 7}
    document["details"] += [extra | {"isInformative": True}, extra | {"isHidden": True}]
    desk.accepted(document)


def test_an_order_form_may_have_sums_unlike_its_lines(desk, make):
    document = make("11.1", {"invoiceTypeCode": "8.6", "counterParty": None, "paymentDetails": None})
    document["summaries"] = {"totalNetAmount": 200, "totalVATAmount": 30, "totalGrossValue": 230}
    document["details"][0] |= {"recordTypeCode": 7, "incomeClassification": None}
    desk.accepted(document)


def test_a_document_to_the_state(desk, make):
    change = {
        "documentTypeCode": "ELB2G",
        "b2GDetails": {
            "contractingAuthorityCode": "1000.E00512.0001",
            "contractTypeCode": "3|0",
            "contractReferenceCode": "0",
        },
        "recipient": make()["counterParty"],
    }
    for index in (0, 1):
        change[f"details.{index}.cpvCode"] = "15511000-3"
        change[f"details.{index}.measurementUnitCodeEN"] = "H87"
    desk.accepted(make(change=change))
