"""POS receipts (8.4, 8.5): their own address, their flat shape, and their page."""

from __future__ import annotations

import pytest

from tests.sandbox.conftest import PRACTICE_KEY, Desk, Json


@pytest.fixture
def receipt(make) -> Json:
    """8.4 of 124.00 by card."""
    document = make("11.1", {"invoiceTypeCode": "8.4", "invoiceType": "Απόδειξη είσπραξης POS"})
    for name in ("details", "summaries", "paymentDetails", "distributionDetails"):
        del document[name]
    card = {"lineNo": 1, "amount": 124, "transactionId": None, "providersSignature": None, "terminalId": "T1"}
    return document | {"totalAmount": 124, "cardlines": [card], "internalDocumentId": "pos-1"}


def post(desk: Desk, document: Json):
    return desk.post("/Receipt", document, APIKey=PRACTICE_KEY)


def refused(desk: Desk, document: Json) -> Json:
    response = post(desk, document)
    assert response.status_code == 400, response.text
    return response.get_json()


@pytest.mark.parametrize("code", ["8.4", "8.5"])
def test_a_receipt_is_issued(desk, receipt, code):
    response = post(desk, receipt | {"invoiceTypeCode": code})
    answer = response.get_json()
    assert (response.status_code, answer["status"]) == (201, "SUBMITTED")
    assert answer["dateIssued"] == "2026-11-23T08:00:00.000Z"
    assert answer["internalId"] == "pos-1"


def test_it_is_no_document_of_the_other_address(desk, receipt):
    assert desk.refused(receipt)["message"] == "Summaries section is mandatory"


def test_no_other_type_comes_here(desk, make):
    told = refused(desk, make())["message"]
    assert told == "Only POS receipts (8.4, 8.5) are posted to this address"


@pytest.mark.parametrize("lines", ["cashLines", "chequeLines", "voucherLines", "remittanceLines"])
def test_it_may_be_paid_in_other_ways(desk, receipt, lines):
    del receipt["cardlines"]
    receipt[lines] = [{"lineNo": 1, "amount": 124}]
    assert post(desk, receipt).status_code == 201


@pytest.mark.parametrize("missing", ["totalAmount", "cardlines", "series", "currencyCode"])
def test_what_must_stand(desk, receipt, missing):
    del receipt[missing]
    assert "mandatory" in refused(desk, receipt)["message"]


@pytest.mark.parametrize(
    ("change", "number"),
    [
        ({"totalAmount": 123.99}, 407),
        ({"dateIssued": "2026-11-22T10:00:00"}, 238),
        ({"number": "12Α"}, 212),
        ({"currencyCode": "USD"}, 211),
        ({"multipleConnectedMarks": [400001000000077]}, 252),
        ({"totalAmount": -1}, 101),
    ],
)
def test_what_the_authority_holds_against_it(desk, receipt, change, number):
    assert number in [error["key"] for error in refused(desk, receipt | change)["myDataErrors"]]


def test_hidden_and_informative_lines_pay_nothing(desk, receipt):
    receipt["cardlines"] += [{"amount": 9, "isHidden": True}, {"amount": 9, "isInformative": True}]
    assert post(desk, receipt).status_code == 201


def test_it_is_issued_once(desk, receipt):
    mark = post(desk, receipt).get_json()["mark"]
    again = post(desk, receipt | {"totalAmount": 200})
    assert (again.status_code, again.get_json()["mark"]) == (409, mark)


def test_a_receipt_is_closed_by_a_sale_that_names_it(desk, receipt, make):
    mark = post(desk, receipt).get_json()["mark"]
    desk.accepted(make("11.1", {"number": "2", "multipleConnectedMarks": [mark]}))


@pytest.mark.parametrize("form", ["", "/pdf", "/aade"])
def test_it_can_be_looked_at(desk, receipt, form):
    url = post(desk, receipt).get_json()["url"].removeprefix("http://127.0.0.1:8123")
    response = desk.client.get(url + form)
    assert response.status_code == 200
    if not form:
        assert "124,00" in response.text
