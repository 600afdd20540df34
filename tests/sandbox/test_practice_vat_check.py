"""The practice provider tells whose a VAT number is, to whoever is let in."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.conftest import ISSUER_VAT, PRACTICE_KEY, Desk


def ask(desk: Desk, path: str, vat: str, **headers: str) -> Any:
    query = {"vat": vat, "issuerTin": ISSUER_VAT}
    return desk.client.get(path, query_string=query, headers=list(headers.items()))


def test_a_known_company_in_any_casing_with_and_without_prefix(desk: Desk) -> None:
    for path, vat in (("/VatValidation/greek", "EL 094014201"), ("/vatvalidation/GREEK/", "094014201")):
        told = ask(desk, path, vat, APIKey=PRACTICE_KEY).get_json()
        assert told["found"]
        assert told["address"]["postal"] == "10559"


def test_who_is_not_let_in_learns_nothing(desk: Desk) -> None:
    assert ask(desk, "/VatValidation/greek", "094014201").status_code == 401
    token = desk.login()["accessToken"]
    assert ask(desk, "/VatValidation/eu", "DE999999995", Authorization=f"Bearer {token}").get_json()["valid"]
    other = {"vat": "094014201", "issuerTin": "EL094014201"}
    headers = [("Authorization", f"Bearer {token}")]
    assert desk.client.get("/VatValidation/greek", query_string=other, headers=headers).status_code == 401


@pytest.mark.parametrize(
    ("path", "vat"),
    [
        ("/VatValidation/greek", "094014202"),
        ("/VatValidation/greek", "000000000"),
        ("/VatValidation/greek", "١٢٣٤٥٦٧٨٩"),
        ("/VatValidation/greek", ""),
        ("/VatValidation/eu", "123456789"),
        ("/VatValidation/eu", "DE<script>"),
    ],
)
def test_what_can_be_no_number_is_refused(desk: Desk, path: str, vat: str) -> None:
    assert ask(desk, path, vat, APIKey=PRACTICE_KEY).status_code == 400


def test_a_number_that_nobody_has_and_one_whose_state_tells_nothing(desk: Desk) -> None:
    key = {"APIKey": PRACTICE_KEY}
    assert ask(desk, "/VatValidation/greek", "090000045", **key).get_json()["found"] is False
    assert ask(desk, "/VatValidation/eu", "FR40303265045", **key).get_json()["valid"] is False
    silent = ask(desk, "/VatValidation/eu", "DE136695976", **key).get_json()
    assert (silent["valid"], silent["name"]) == (True, "---")


def test_it_is_only_looked_at(desk: Desk) -> None:
    assert desk.post("/VatValidation/greek", {}).status_code == 405
