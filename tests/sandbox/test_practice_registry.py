"""What only the service can know: the documents that others name by MARK, and what became of them."""

from __future__ import annotations

import pytest

from tests.sandbox.conftest import PRACTICE_KEY, Desk, Json

NEVER_GIVEN = 400001000000077


def credit(make, mark: int, number: int = 2, code: str = "5.1", **change: object) -> Json:
    members = {"invoiceTypeCode": code, "number": str(number), "correlatedInvoices": [mark]}
    return make("5.2", members | change)


class TestCorrections:
    def test_a_mark_that_was_never_given_here(self, desk, make):
        assert desk.codes(credit(make, NEVER_GIVEN)) == [252]

    @pytest.mark.parametrize("code", ["1.6", "5.1"])
    def test_the_original_is_found(self, desk, make, code):
        desk.accepted(credit(make, desk.accepted(make())["mark"], code=code))

    def test_a_supplement_of_services_to_a_sale_of_goods(self, desk, make):
        mark = desk.accepted(make())["mark"]
        assert 320 in desk.codes(credit(make, mark, code="2.4"))

    @pytest.mark.parametrize("code", ["5.2", "11.1", "9.3"])
    def test_what_is_never_credited_by_5_1(self, desk, make, code):
        mark = desk.accepted(make(code))["mark"]
        assert 322 in desk.codes(credit(make, mark))

    def test_a_classification_that_the_original_could_not_carry(self, desk, make):
        mark = desk.accepted(make())["mark"]
        kind = "details.0.incomeClassification.classificationTypeCode"
        assert desk.codes(credit(make, mark, **{kind: "E3_561_003"})) == [313]

    def test_another_customer_of_a_supplement(self, desk, make):
        mark = desk.accepted(make())["mark"]
        document = credit(make, mark, code="1.6")
        document["counterParty"]["vat"] = "EL777777770"
        assert desk.codes(document) == [318]


class TestConnections:
    def test_an_order_form_is_closed_by_a_receipt(self, desk, make):
        entry = {"classificationCategoryCode": "category1_95"}
        order = make("11.1", {"invoiceTypeCode": "8.6", "details.0.incomeClassification": entry})
        mark = desk.accepted(order)["mark"]
        change = {"specialInvoiceCategory": 12, "multipleConnectedMarks": [mark], "number": "2"}
        desk.accepted(make("11.1", change))

    def test_a_sale_is_no_order_form(self, desk, make):
        mark = desk.accepted(make())["mark"]
        change = {"specialInvoiceCategory": 12, "multipleConnectedMarks": [mark]}
        assert desk.codes(make("11.1", change)) == [320]

    def test_a_connected_mark_that_was_never_given_here(self, desk, make):
        assert desk.codes(make("11.1", {"multipleConnectedMarks": [NEVER_GIVEN]})) == [252]

    def test_one_invoice_of_several_movement_notes(self, desk, make):
        marks = [desk.accepted(make("9.3", {"number": str(number)}))["mark"] for number in (1, 2)]
        desk.accepted(make(change={"deliveryNoteMarks": [str(mark) for mark in marks]}))

    def test_a_movement_note_names_its_invoice(self, desk, make):
        mark = desk.accepted(make())["mark"]
        desk.accepted(make("9.3", {"deliveryNoteMarks": [str(mark)]}))

    def test_a_receipt_note_names_the_note_of_its_supplier(self, desk, make):
        mark = desk.accepted(make("9.3"))["mark"]
        change = {"invoiceTypeCode": "10.1", "issuer.vat": "EL888888880", "counterParty.vat": "EL999999990"}
        desk.accepted(make("9.3", change | {"multipleConnectedMarks": [mark]}))

    def test_a_document_of_another_issuer_is_not_corrected(self, desk, make):
        mark = desk.accepted(make())["mark"]
        change = {"issuer.vat": "EL888888880", "counterParty.vat": "EL999999990"}
        assert desk.codes(credit(make, mark, **change)) == [252]

    def test_an_invoice_is_no_movement_note(self, desk, make):
        mark = desk.accepted(make())["mark"]
        assert desk.codes(make(change={"deliveryNoteMarks": [str(mark)], "number": "2"})) == [320]


def cancel(desk: Desk, mark: object, vat: str = "EL999999990", key: str = PRACTICE_KEY):
    return desk.post("/Invoice/cancelDeliveryNote", {"vat": vat, "mark": mark}, APIKey=key)


def keys(response) -> list[int]:
    assert response.status_code == 400, response.text
    return [error["key"] for error in response.get_json()["myDataErrors"]]


class TestCancelling:
    def test_a_movement_note_is_cancelled_once(self, desk, make):
        mark = desk.accepted(make("9.3"))["mark"]
        response = cancel(desk, mark)
        assert response.status_code == 200
        answer = response.get_json()
        assert (answer["success"], answer["mark"]) == (True, mark)
        assert answer["cancellationMark"] > mark
        assert keys(cancel(desk, mark)) == [251]

    def test_it_stays_cancelled_over_a_restart(self, desk, make, open_provider, clock):
        mark = desk.accepted(make("9.3"))["mark"]
        assert cancel(desk, mark).status_code == 200
        desk.provider.close()
        assert keys(cancel(Desk(open_provider(), clock), mark)) == [251]

    @pytest.mark.parametrize("code", ["9.1", "10.1"])
    def test_no_other_type_is_cancelled(self, desk, make, code):
        mark = desk.accepted(make("9.3", {"invoiceTypeCode": code}))["mark"]
        assert keys(cancel(desk, mark)) == [283]

    def test_an_unknown_mark(self, desk):
        assert keys(cancel(desk, NEVER_GIVEN)) == [252]

    def test_the_note_of_another_issuer(self, desk, make):
        mark = desk.accepted(make("9.3"))["mark"]
        assert keys(cancel(desk, mark, vat="EL888888880")) == [252]

    def test_another_s_key(self, desk, make):
        mark = desk.accepted(make("9.3"))["mark"]
        assert cancel(desk, mark, key="mine").status_code == 200
        assert cancel(desk, mark, key="yours").status_code == 401

    @pytest.mark.parametrize("body", [{}, {"vat": "EL999999990"}, {"vat": [], "mark": 1}, []])
    def test_what_must_stand(self, desk, body):
        response = desk.post("/Invoice/cancelDeliveryNote", body, APIKey=PRACTICE_KEY)
        assert response.status_code == 400


CARD = {
    "paymentMethodType": "POS",
    "paymentMethodTypeCode": 7,
    "amount": 100,
    "transactionId": "1",
    "providersSignature": "MEQ",
    "posInput": "x",
    "terminalId": "T1",
}


def pay(desk: Desk, mark: object, *payments: Json):
    body = {"mark": mark, "entityVatNumber": "EL999999990", "paymentMethods": list(payments)}
    return desk.post("/Invoice/updatePayment", body, APIKey=PRACTICE_KEY)


class TestLatePayments:
    def test_the_message_is_the_mark_of_the_payment(self, desk, make):
        mark = desk.accepted(make("11.1"))["mark"]
        answers = [pay(desk, mark, CARD), pay(desk, mark, CARD)]
        assert [answer.status_code for answer in answers] == [200, 200]
        first, second = (int(answer.get_json()["message"]) for answer in answers)
        assert mark < first < second
        assert answers[0].get_json()["success"] is True

    @pytest.mark.parametrize("mark", [NEVER_GIVEN, 5])
    def test_an_unknown_document(self, desk, mark):
        response = pay(desk, mark, CARD)
        assert response.status_code == 400
        assert response.get_json()["message"] == f"Document with Mark {mark} is invalid"

    @pytest.mark.parametrize(
        ("payments", "number"),
        [
            ([CARD | {"paymentMethodTypeCode": 3}], 402),
            ([CARD | {"providersSignature": ""}], 403),
            ([CARD, CARD], 407),
        ],
    )
    def test_what_is_refused(self, desk, make, payments, number):
        mark = desk.accepted(make("11.1"))["mark"]
        assert keys(pay(desk, mark, *payments)) == [number]

    def test_a_movement_note_is_not_paid(self, desk, make):
        mark = desk.accepted(make("9.3"))["mark"]
        assert 401 in keys(pay(desk, mark, CARD))

    def test_what_must_stand(self, desk):
        response = desk.post("/Invoice/updatePayment", {"mark": 1}, APIKey=PRACTICE_KEY)
        assert response.get_json()["errors"] == [
            "entityVatNumber is mandatory",
            "paymentMethods is mandatory",
        ]
