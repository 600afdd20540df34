"""Specialities of documents: special categories, fuel, order forms, third-party sales, tax lines, cards."""

from __future__ import annotations

import pytest

LINE = "details.0."


@pytest.mark.parametrize(
    ("code", "change", "number"),
    [
        ("1.1", {"specialInvoiceCategory": 8}, 273),
        ("1.1", {"specialInvoiceCategory": 4}, 267),
        ("1.1", {"specialInvoiceCategory": 13}, 273),
        ("1.1", {"currencyCode": "USD", "exchangeCurrencyRate": 50001}, 211),
        ("1.1", {"currencyCode": "USD", "exchangeCurrencyRate": 1.234567}, 101),
        ("1.1", {"issuer.branchCode": -1}, 101),
        ("1.1", {"counterParty.address.postal": None}, 204),
        ("1.1", {LINE + "quantity": -1}, 222),
        ("1.1", {LINE + "taricNo": "123"}, 276),
        ("1.1", {LINE + "invoiceDetailTypeCode": 1}, 205),
        ("1.1", {LINE + "recordTypeCode": 6, LINE + "netTotal": -1}, 282),
        ("1.1", {LINE + "recordTypeCode": 2, LINE + "deductionsAmount": 5}, 231),
        ("1.1", {LINE + "feesPercentCategoryCode": 10}, 227),
        ("1.1", {"taxes": [{"taxTypeCode": 2, "taxCategoryCode": 10}]}, 227),
        ("1.1", {"taxes": [{"taxTypeCode": 5, "taxCategoryCode": 1, "taxAmount": 1}]}, 254),
        ("1.1", {"taxes": [{"taxTypeCode": 5, "taxAmount": 1, "underlyingValue": -1}]}, 101),
        ("1.1", {"totalCancelDeliveryOrders": True}, 205),
        ("1.1", {"paymentDetails": None}, 204),
        ("2.1", {"paymentDetails.paymentMethods": []}, 204),
        ("1.1", {"paymentDetails.paymentMethods.0.paymentMethodTypeCode": 7}, 403),
        ("1.1", {"paymentDetails.paymentMethods.0.tipAmount": -1}, 101),
        ("5.2", {"invoiceTypeCode": "5.1", "correlatedInvoices": [1], "multipleConnectedMarks": [2]}, 205),
        ("11.1", {"totalCancelDeliveryOrders": True}, 205),
    ],
)  # fmt: skip
def test_a_rule_of_one_document(desk, make, code, change, number):
    assert number in desk.codes(make(code, change))


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("1.1", {"specialInvoiceCategory": 5}),
        ("11.1", {"specialInvoiceCategory": 12, "multipleConnectedMarks": [400009990000001]}),
        ("11.1", {"specialInvoiceCategory": 4}),
        ("11.1", {"invoiceTypeCode": "11.4", "specialInvoiceCategory": 13}),
        ("1.1", {"currencyCode": "USD", "exchangeCurrencyRate": 1.23456}),
        ("1.1", {"paymentDetails.paymentMethods.0": {"paymentMethodTypeCode": 7, "amount": 180.5,
                 "providersSignature": "MEQ", "terminalId": "T1"}}),
        ("1.1", {LINE + "taricNo": "0123456789"}),
        ("1.1", {LINE + "descriptions": ["Α" * 400], "counterParty.registeredName": "Α" * 300}),
        ("1.1", {"counterParty.address": {"countryCode": "GR"}}),
        ("11.1", {"invoiceTypeCode": "6.1", LINE + "incomeClassification": None, "counterParty": None}),
    ],
)  # fmt: skip
def test_what_is_taken(desk, make, code, change):
    desk.accepted(make(code, change))


class TestFuel:
    def fuel(self, make, *codes):
        change = {"isFuelInvoice": True}
        return make(change=change | {f"details.{index}.fuelCode": code for index, code in enumerate(codes)})

    def test_fuel_with_one_smaller_line_of_other_charges(self, desk, make):
        desk.accepted(self.fuel(make, 10, 999))

    def test_no_fuel_at_all(self, desk, make):
        assert desk.codes(self.fuel(make)) == [268]

    def test_other_charges_above_the_fuel(self, desk, make):
        assert desk.codes(self.fuel(make, 999, 10)) == [269]

    def test_two_lines_of_other_charges(self, desk, make):
        assert {268, 270} <= set(desk.codes(self.fuel(make, 999, 999)))


class TestOrderForms:
    @pytest.fixture
    def order(self, make):
        document = make("11.1", {"invoiceTypeCode": "8.6", "tableId": "2/20", "counterParty": None})
        del document["paymentDetails"]
        entry = {"classificationCategoryCode": "category1_95"}
        document["details"][0]["incomeClassification"] = entry
        return document

    def test_an_order_and_a_return(self, desk, order):
        desk.accepted(order)
        order["number"] = "2"
        order["details"][0]["recordTypeCode"] = 7
        desk.accepted(order)

    def test_the_answer_s_date_ends_in_z(self, desk, order):
        assert desk.accepted(order)["dateIssued"] == "2026-11-23T08:00:00.000Z"

    def test_a_total_cancel_has_one_empty_line(self, desk, order):
        order["totalCancelDeliveryOrders"] = True
        assert desk.codes(order) == [281]
        order["details"][0] |= {"netTotal": 0, "vatTotal": 0, "total": 0, "vatCategoryCode": 8}
        order["summaries"] = {"totalNetAmount": 0, "totalVATAmount": 0, "totalGrossValue": 0}
        desk.accepted(order)


class TestThirdPartySales:
    @pytest.fixture
    def settlement(self, make):
        """1.5: the sales on the first line, the fee on the second."""
        document = make(change={"invoiceTypeCode": "1.5"})
        sales, fee = document["details"]
        del sales["incomeClassification"]
        sales |= {
            "invoiceDetailTypeCode": 1,
            "expensesClassification": {"classificationCategoryCode": "category2_9"},
        }
        fee["invoiceDetailTypeCode"] = 2
        fee["incomeClassification"] = {
            "classificationCategoryCode": "category1_3", "classificationTypeCode": "E3_561_001"
        }  # fmt: skip
        return document

    def test_sales_are_an_expense_and_the_fee_is_income(self, desk, settlement):
        desk.accepted(settlement)

    def test_sales_as_income(self, desk, settlement):
        settlement["details"][0]["incomeClassification"] = settlement["details"][1]["incomeClassification"]
        del settlement["details"][0]["expensesClassification"]
        assert desk.codes(settlement) == [339]

    def test_no_fee(self, desk, settlement):
        settlement["details"][1]["invoiceDetailTypeCode"] = 1
        assert 246 in desk.codes(settlement)


ENTRY = {"classificationCategoryCode": "category1_1", "classificationTypeCode": "E3_561_001"}


class TestSummaryOfClassifications:
    def test_it_repeats_the_lines(self, desk, make):
        desk.accepted(make(change={"summaries.incomeClassifications": [ENTRY | {"amount": 150}]}))

    def test_another_sum(self, desk, make):
        change = {"summaries.incomeClassifications": [ENTRY | {"amount": 149}]}
        assert desk.codes(make(change=change)) == [312]

    def test_another_pair(self, desk, make):
        other = {"classificationCategoryCode": "category1_2", "classificationTypeCode": "E3_561_001"}
        change = {"summaries.incomeClassifications": [other | {"amount": 150}]}
        assert desk.codes(make(change=change)) == [311]

    def test_without_lines(self, desk, make):
        change = {"summaries.incomeClassifications": [ENTRY | {"amount": 150}]}
        change |= {f"details.{index}.incomeClassification": None for index in (0, 1)}
        assert desk.codes(make(change=change)) == [321]


def test_a_category_that_goes_alone_has_no_type_and_one_that_also_has_types_not_any(desk, make):
    entry = {"classificationCategoryCode": "category1_95", "classificationTypeCode": "E3_561_001"}
    assert 307 in desk.codes(make(change={LINE + "incomeClassification": entry}))
    order = make("11.1", {"invoiceTypeCode": "8.6", LINE + "incomeClassification": entry})
    assert desk.codes(order) == [331]


def test_a_document_to_the_state_names_its_recipient(desk, make):
    state = {
        "documentTypeCode": "ELB2G",
        "b2GDetails": {
            "contractingAuthorityCode": "1000.E00512.0001",
            "contractTypeCode": "3|0",
            "contractReferenceCode": "0",
        },
    }
    told = desk.refused(make(change=state))["message"]
    assert "recipient.registeredName is mandatory for B2G" in told
    assert "recipient.address.postal is mandatory for B2G" in told
