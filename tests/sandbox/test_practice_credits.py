"""/Invoice/credit at the practice provider: a whole document credited, once, by its own issuer."""

from __future__ import annotations

from typing import Any

import pytest

Json = dict[str, Any]


def order(issued: Json, **changes: object) -> Json:
    """What is asked for the credit of an issued document."""
    return {
        "issuerTin": "EL999999990",
        "authenticationCode": issued["authenticationCode"],
        "mark": issued["mark"],
        "series": "Π",
        "number": "1",
        "internalId": "credit-1",
        "relateCredit": True,
        "preventDocumentMapping": False,
    } | changes


def credit(desk: Any, issued: Json, key: str = "practice-key", **changes: object) -> Any:
    return desk.post("/Invoice/credit", order(issued, **changes), APIKey=key)


@pytest.fixture
def issued(desk: Any, make: Any) -> Json:
    return desk.accepted(make())


def test_the_credit_is_a_document_of_its_own_with_the_amounts_of_the_original(
    desk: Any, issued: Json
) -> None:
    answer = credit(desk, issued)
    assert answer.status_code == 201, answer.text
    told = answer.get_json()
    assert (told["series"], told["number"], told["internalId"]) == ("Π", "1", "credit-1")
    assert told["mark"] not in (0, issued["mark"])
    xml = desk.client.get(told["url"].removeprefix("http://127.0.0.1:8123") + "/aade").text
    first = desk.client.get(issued["url"].removeprefix("http://127.0.0.1:8123") + "/aade").text
    assert "<invoiceType>5.1</invoiceType>" in xml
    assert f"<correlatedInvoices>{issued['mark']}</correlatedInvoices>" in xml
    gross = first.partition("<totalGrossValue>")[2].partition("<")[0]
    assert f"<totalGrossValue>{gross}</totalGrossValue>" in xml


def test_the_same_order_again_is_answered_409_with_its_mark(desk: Any, issued: Json) -> None:
    first = credit(desk, issued).get_json()
    again = credit(desk, issued)
    assert (again.status_code, again.get_json()["mark"]) == (409, first["mark"])
    desk.clock.pass_seconds(86_400)
    assert credit(desk, issued).status_code == 409


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"mark": 400001999999999}, "was not found"),
        ({"mark": "x"}, "was not found"),
        ({"authenticationCode": "0" * 40}, "AuthenticationCode"),
        ({"series": ""}, "series is mandatory"),
        ({"internalId": None}, "internalId is mandatory"),
        ({"relateCredit": None}, "relateCredit is mandatory"),
        ({"relateCredit": "perhaps"}, "relateCredit must be true or false"),
        ({"issuerTin": "EL1"}, "issuerTin is not a valid VAT number"),
        ({"number": ["1"]}, "number must be"),
    ],
)
def test_a_broken_order_is_refused(desk: Any, issued: Json, changes: Json, words: str) -> None:
    answer = credit(desk, issued, **changes)
    assert answer.status_code == 400, answer.text
    assert words in answer.get_json()["message"]


def test_a_document_is_credited_once(desk: Any, issued: Json) -> None:
    credit(desk, issued)
    answer = credit(desk, issued, number="2", internalId="credit-2")
    assert answer.status_code == 400
    assert "already been credited" in answer.get_json()["message"]


def test_a_credit_is_not_credited(desk: Any, issued: Json) -> None:
    first = credit(desk, issued).get_json()
    answer = credit(desk, first, number="2", internalId="credit-2")
    assert answer.status_code == 400
    assert "cannot be credited" in answer.get_json()["message"]


def test_nobody_credits_anothers_document(desk: Any, issued: Json) -> None:
    assert credit(desk, issued, issuerTin="EL888888880").status_code == 400
    answer = desk.post("/Invoice/credit", order(issued))
    assert answer.status_code == 401


def test_unrelated_it_names_no_mark(desk: Any, issued: Json) -> None:
    told = credit(desk, issued, relateCredit=False).get_json()
    xml = desk.client.get(told["url"].removeprefix("http://127.0.0.1:8123") + "/aade").text
    assert "<invoiceType>5.2</invoiceType>" in xml
    assert "correlatedInvoices" not in xml
