"""What the tax authority's checks refuse, each with its number."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

TODAY_ONLY = "IssueDate is invalid, it must be equal with current date"


@pytest.mark.parametrize(
    ("code", "change", "number"),
    [
        ("1.1", {"dateIssued": "2026-11-22T23:59:59"}, 238),
        ("1.1", {"dateIssued": "2026-11-24T00:00:01"}, 238),
        ("1.1", {"dateIssued": "2026-11-22T21:59:59Z"}, 238),
        ("1.1", {"dateIssued": "2026-11-24T09:00:00", "isDelayedCode": 1}, 260),
        ("1.1", {"invoiceTypeCode": "13.1"}, 223),
        ("1.1", {"number": "12A"}, 212),
        ("1.1", {"number": "-3"}, 212),
        ("1.1", {"number": "18446744073709551616"}, 212),
        ("1.1", {"series": "Α" * 51}, 262),
        ("1.1", {"variationType": 1}, 205),
        ("1.1", {"currencyCode": "USD"}, 211),
        ("1.1", {"counterParty.vat": "12345678"}, 202),
        ("1.1", {"counterParty.vat": ""}, 204),
        ("1.1", {"counterParty.vat": "999999990"}, 235),
        ("1.1", {"distributionDetails.movePurposeCode": 8}, 286),
        ("1.1", {"distributionDetails.movePurposeCode": 6}, 273),
        ("1.1", {"distributionDetails.movePurposeCode": 19}, 204),
        ("1.1", {"counterParty.address.countryCode": "DE"}, 242),
        ("1.1", {"invoiceTypeCode": "1.2"}, 243),
        ("1.1", {"invoiceTypeCode": "1.3"}, 244),
        ("1.1", {"invoiceTypeCode": "5.1"}, 204),
        ("5.2", {"correlatedInvoices": [400001000000001]}, 205),
        ("1.1", {"invoiceTypeCode": "1.5"}, 246),
        ("1.1", {"nonObligatedRecipient": True}, 289),
        ("1.1", {"distributionDetails.dispatchDate": "2026-11-22"}, 280),
        ("9.3", {"distributionDetails.dispatchDate": None}, 204),
        ("9.3", {"distributionDetails.movePurposeCode": None}, 204),
        ("9.3", {"details.0.descriptions": []}, 230),
        ("9.3", {"details.0.measurementUnitCode": None}, 230),
        ("9.3", {"details.0.incomeClassification.classificationTypeCode": "E3_561_001"}, 331),
        ("9.3", {"paymentDetails": {"paymentMethods": [{"paymentMethodTypeCode": 3, "amount": 1}]}}, 205),
    ],
)
def test_header_and_parties(desk, make, code, change, number):
    assert number in desk.codes(make(code, change))


@pytest.mark.parametrize(
    ("code", "change", "number"),
    [
        ("1.1", {"summaries.totalGrossValue": 180.49}, 203),
        ("1.1", {"summaries.totalWithheldAmount": 1}, 203),
        ("1.1", {"summaries.totalNetAmount": 150.01}, 207),
        ("1.1", {"summaries.totalVATAmount": 30.51}, 209),
        ("2.1", {"summaries.totalWithheldAmount": None}, 210),
        ("3.1", {"summaries.totalDeductionsAmount": 190.93}, 226),
        ("3.1", {"taxes.1.taxAmount": 36.01}, 226),
        ("1.1", {"summaries.totalFeesAmount": 5, "summaries.totalGrossValue": 185.5}, 226),
        ("2.1", {"taxes": [{"taxTypeCode": 5, "taxAmount": 1}]}, 224),
        ("1.1", {"paymentDetails.paymentMethods.0.amount": 180.51}, 407),
        ("1.1", {"details.0.netTotal": -100}, 101),
        ("1.1", {"summaries.totalNetAmount": 10_000_000_000_000_000}, 101),
    ],
)
def test_sums(desk, make, code, change, number):
    assert number in desk.codes(make(code, change))


@pytest.mark.parametrize(
    ("code", "change", "number"),
    [
        ("1.1", {"details.0.vatTotal": 25.01}, 229),
        ("1.1", {"details.0.vatTotal": 22.99}, 229),
        ("1.1", {"details.0.vatTotal": None}, 229),
        ("1.1", {"details.0.vatCategoryCode": 7}, 217),
        ("1.1", {"details.0.vatExemptionCategoryCode": 14}, 271),
        ("1.1", {"details.0.vatCategoryCode": 8}, 216),
        ("3.1", {"details.0.vatCategoryCode": 1}, 215),
        ("3.1", {"details.0.vatTotal": 0.01}, 218),
        ("2.1", {"details.0.withheldAmount": 199.98}, 229),
        ("2.1", {"details.0.withheldPercentCategoryCode": None}, 225),
        ("2.1", {"details.0.deductionsAmount": 1000.01}, 241),
        ("3.1", {"taxes.0.taxAmount": 200.02}, 229),
        ("3.1", {"taxes.0.taxCategoryCode": None}, 225),
        ("3.1", {"taxes.0.underlyingValue": 1000.01}, 237),
        ("3.1", {"taxes.1.taxAmount": 1000.01}, 239),
        ("3.1", {"taxes.1.underlyingValue": 30}, 240),
        ("1.1", {"details.0.otherTaxesPercentCategoryCode": 1, "details.0.otherTaxesAmount": 15}, 273),
        ("1.1", {"details.0.recordTypeCode": 4}, 247),
        ("1.1", {"details.0.recordTypeCode": 7}, 205),
    ],
)
def test_vat_and_other_taxes(desk, make, code, change, number):
    assert number in desk.codes(make(code, change))


INCOME = "details.0.incomeClassification"
EXPENSE = "details.0.expensesClassification"


@pytest.mark.parametrize(
    ("code", "change", "number"),
    [
        ("1.1", {f"{INCOME}.classificationCategoryCode": "category1_6"}, 308),
        ("1.1", {f"{INCOME}.classificationTypeCode": "E3_880_002"}, 307),
        ("2.1", {f"{INCOME}.classificationTypeCode": "E3_561_003"}, 313),
        ("1.1", {f"{INCOME}.classificationTypeCode": ""}, 307),
        ("3.1", {f"{EXPENSE}.classificationTypeCode": "E3_102_001"}, 307),
        ("3.1", {f"{EXPENSE}.classificationTypeCode": "VAT_361"}, 315),
        ("1.1", {f"{INCOME}.amount": 99.99}, 306),
        ("1.1", {INCOME: None}, 304),
        (
            "1.1",
            {"details.0.expensesClassification": {"classificationCategoryCode": "category2_1",
                                                  "classificationTypeCode": "E3_102_001"}},
            314,
        ),
        (
            "3.1",
            {"details.0.expensesClassifications": [
                {"classificationCategoryCode": "category2_3", "classificationTypeCode": "E3_585_004"}]},
            305,
        ),
        (
            "3.1",
            {EXPENSE: None, "details.0.expensesClassifications": [
                {"classificationCategoryCode": "category2_3", "classificationTypeCode": "E3_585_004",
                 "amount": 400},
                {"classificationCategoryCode": "category2_5", "classificationTypeCode": "E3_585_004",
                 "amount": 599.99}]},
            306,
        ),
    ],
)  # fmt: skip
def test_classifications(desk, make, code, change, number):
    assert number in desk.codes(make(code, change))


def test_the_refusal_is_told_in_words_in_numbers_and_in_the_authority_s_xml(desk, make):
    answer = desk.refused(make(change={"dateIssued": "2026-11-22T10:00:00"}))
    assert answer["message"] == f"Aade Validation Error: {TODAY_ONLY}"
    assert answer["myDataErrors"] == [{"key": 238, "value": TODAY_ONLY}]
    xml = ElementTree.fromstring(answer["myDataResponse"])
    assert [node.text for node in xml.iter("code")] == ["238"]
    assert [node.text for node in xml.iter("message")] == [TODAY_ONLY]
    assert (answer["mark"], answer["status"], answer["number"]) == (0, "UNKNOWN", "1")


def test_a_line_is_named_by_its_number(desk, make):
    answer = desk.refused(make(change={"details.1.vatTotal": 9, "details.1.lineNo": 3}))
    assert "invoice line: 3" in answer["message"]


def test_a_refusal_leaves_the_number_free(desk, make):
    desk.refused(make(change={"details.0.vatTotal": 30}))
    desk.accepted(make())


class TestCreditNotes:
    """5.1 against a document that was issued here."""

    def credit(self, make, mark, number, net=None):
        document = make(
            "5.2", {"invoiceTypeCode": "5.1", "number": str(number), "correlatedInvoices": [mark]}
        )
        if net is not None:
            line = document["details"][0]
            line |= {"netTotal": net, "vatTotal": 0, "total": net, "vatCategoryCode": 7}
            line["vatExemptionCategoryCode"] = 7
            document["details"] = [line]
            document["summaries"] = {"totalNetAmount": net, "totalVATAmount": 0, "totalGrossValue": net}
            document["paymentDetails"]["paymentMethods"][0]["amount"] = net
        return document

    def test_credits_may_take_the_original_and_not_a_cent_more(self, desk, make):
        mark = desk.accepted(make())["mark"]
        desk.accepted(self.credit(make, mark, 2, net=100))
        assert desk.codes(self.credit(make, mark, 3, net=50.01)) == [319]
        desk.accepted(self.credit(make, mark, 3, net=50))
        assert desk.codes(self.credit(make, mark, 4, net=0.01)) == [319]

    def test_another_customer_is_refused(self, desk, make):
        mark = desk.accepted(make())["mark"]
        document = self.credit(make, mark, 2)
        document["counterParty"]["vat"] = "EL777777770"
        assert desk.codes(document) == [318]

    def test_a_mark_from_elsewhere_is_not_judged(self, desk, make):
        desk.accepted(self.credit(make, 400009999999999, 2))
