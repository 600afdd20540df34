"""Requests that are no requests are answered in the envelope and never bring the provider down."""

from __future__ import annotations

import io
import json

import pytest

from einvoice_desktop.sandbox.app import PracticeProvider

PATHS = ["/invoice/json", "/Authentication/login", "/Authentication/refresh"]
KEY = {"APIKey": "practice-key"}


def raw(desk, body, path="/invoice/json", content_type="application/json"):
    return desk.client.post(path, data=body, content_type=content_type, headers=KEY)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"   ",
        b"not json",
        b"{",
        b'{"a": NaN}',
        b'{"a": 1e}',
        b"\xff\xfe{}",
        b"\x00" * 100,
        b"[" * 1_000_000,
        b'{"a":' * 65 + b"1" + b"}" * 65,
        b'{"vat": "\\ud800", "key": "a"}',
        b"9" * 10_000,
        b"null",
        b"[]",
        b"7",
    ],
    ids=range(15),
)
def test_a_body_that_cannot_be_read(desk, make, path, body):
    response = raw(desk, body, path)
    answer = response.get_json()
    assert response.status_code == 400
    assert (answer["success"], answer["statusCode"], answer["mark"]) == (False, "400", 0)
    assert answer["message"]
    desk.accepted(make())


@pytest.mark.parametrize("number", ["1e999999999", "1e-999999999", "9" * 4000, "-0.00", "1E+2"])
def test_numbers_that_are_hard_to_hold(desk, make, number):
    body = json.dumps(make(change={"details.0.unitPrice": 12345.5, "details.0.netTotal": 54321.5}))
    for place in ("12345.5", "54321.5"):
        assert raw(desk, body.replace(place, number)).status_code in {201, 400}
    desk.accepted(make(change={"number": "2"}))


def test_a_document_with_a_byte_order_mark_is_read(desk, make):
    assert raw(desk, b"\xef\xbb\xbf" + json.dumps(make()).encode()).status_code == 201


def test_a_hundred_megabytes_are_not_read(desk, make):
    class Endless(io.RawIOBase):
        given = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            Endless.given += len(buffer)
            buffer[:] = b" " * len(buffer)
            return len(buffer)

    environ = {"wsgi.input": io.BufferedReader(Endless()), "CONTENT_LENGTH": "100000000"}
    response = desk.client.post("/invoice/json", content_type="application/json", environ_overrides=environ)
    assert (response.status_code, response.get_json()["statusCode"]) == (413, "413")
    assert Endless.given < 1_000_000
    desk.accepted(make())


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", [*PATHS, "/oauth/token", "/practice/faults"])
def test_another_method(desk, method, path):
    response = desk.client.open(path, method=method)
    assert response.status_code == 405
    assert response.headers["Allow"] == "POST"
    assert response.get_json()["statusCode"] == "405"


def test_a_page_cannot_be_posted_to(desk):
    response = desk.client.post("/v/EL999999990-1-A-B")
    assert (response.status_code, response.headers["Allow"]) == (405, "GET")


@pytest.mark.parametrize("content_type", ["text/plain", "application/xml", "", "application/json-patch"])
def test_another_content_type(desk, make, content_type):
    response = raw(desk, json.dumps(make()), content_type=content_type)
    assert (response.status_code, response.get_json()["statusCode"]) == (415, "415")


def test_the_content_type_may_name_its_charset(desk, make):
    body = json.dumps(make(), ensure_ascii=False).encode()
    assert raw(desk, body, content_type="Application/JSON; charset=utf-8").status_code == 201


@pytest.mark.parametrize("path", ["/invoice", "/invoice/secure/x", "/Receipt/x", "/%ff%fe"])
def test_another_path(desk, path):
    response = desk.client.post(path, data="{}", content_type="application/json")
    assert (response.status_code, response.get_json()["message"]) == (404, "Not found")


def test_every_answer_carries_the_provider_s_clock(desk, make):
    for response in (desk.send(make()), desk.client.get("/"), raw(desk, b"")):
        assert response.headers["Date"] == "Mon, 23 Nov 2026 08:30:00 GMT"


def test_a_failure_of_the_provider_itself_is_a_500_in_the_envelope(desk, make, tmp_path, caplog):
    desk.accepted(make())
    desk.provider.close()
    for file in (tmp_path / "practice").iterdir():
        file.unlink()
    (tmp_path / "practice").rmdir()
    (tmp_path / "practice").write_text("in the way")
    response = desk.send(make(change={"number": "2"}))
    assert (response.status_code, response.get_json()["statusCode"]) == (500, "500")
    assert "the practice provider failed at /invoice/json" in caplog.text


def test_a_missing_code_table_is_told_at_the_start(tables, tmp_path, clock):
    fewer = {name: rows for name, rows in tables.items() if name != "vat_categories"}
    with pytest.raises(ValueError, match="vat_categories"):
        PracticeProvider(tmp_path, fewer, now=clock, address=str, practice_key="practice-key")
