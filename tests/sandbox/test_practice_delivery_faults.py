"""Faults about what is in already: a stranger's document, odd answers, MARKs that come later."""

from __future__ import annotations

import pytest

PATH = "/invoice/json"


def program(desk, **fault):
    response = desk.post("/practice/faults", {"path": PATH, **fault})
    assert response.status_code == 200, response.text


def view(desk, answer, form=""):
    path = answer["url"].partition("127.0.0.1:8123")[2]
    return desk.client.get(f"{path}{form}")


def test_a_stranger_has_our_number_with_other_sums_and_another_id(desk, make):
    program(desk, kind="stranger")
    document = make()
    response = desk.send(document)
    assert response.status_code == 409
    told = response.get_json()
    own_id = document["distributionDetails"]["internalDocumentId"]
    assert (told["number"], told["internalId"]) == (document["number"], f"stranger-{own_id}")
    gross = document["summaries"]["totalGrossValue"]
    xml = view(desk, told, "/aade").text
    assert f"<totalGrossValue>{2 * gross:.2f}</totalGrossValue>" in xml


def test_a_date_error_records_nothing(desk, make):
    program(desk, kind="date_error")
    assert desk.codes(make()) == [238]
    desk.accepted(make())


def test_a_refusal_records_nothing(desk, make):
    program(desk, kind="refusal")
    assert desk.codes(make()) == [101]
    desk.accepted(make())


def test_a_uid_in_process_is_408_once(desk, make):
    program(desk, kind="still_processing")
    response = desk.send(make())
    assert response.status_code == 408
    assert "still being processed" in response.get_json()["message"]
    desk.accepted(make())


@pytest.mark.parametrize("kind", ["date_error", "refusal", "still_processing"])
def test_of_a_document_that_is_in_that_is_said_first(desk, make, kind):
    mark = desk.accepted(make())["mark"]
    program(desk, kind=kind)
    response = desk.send(make())
    assert (response.status_code, response.get_json()["mark"]) == (409, mark)


def test_signed_by_the_provider_the_mark_is_there_later(desk, make):
    program(desk, kind="provider_signed")
    answer = desk.accepted(make())
    assert (answer["success"], answer["mark"], answer["authenticationCode"]) == (False, 0, "")
    assert answer["status"] != "SUBMITTED"
    assert answer["signature"]
    assert len(answer["uid"]) == 40
    mark = desk.send(make()).get_json()["mark"]
    assert f"<mark>{mark}</mark>" in view(desk, answer, "/aade").text
    program(desk, path="/v/aade", kind="mark_later")
    assert "<mark>" not in view(desk, answer, "/aade").text
    assert f"<mark>{mark}</mark>" in view(desk, answer, "/aade").text


@pytest.mark.parametrize(
    ("shape", "status", "tells_mark", "tells_members"),
    [
        ("words", 409, True, False),
        ("authority", 400, True, False),
        ("bare", 409, True, False),
        ("silent", 409, False, False),
        ("empty", 409, False, False),
        ("html", 409, False, False),
    ],
)
def test_already_transmitted_comes_in_many_shapes(desk, make, shape, status, tells_mark, tells_members):
    mark = str(desk.accepted(make())["mark"])
    program(desk, kind="conflict_shape", shape=shape)
    response = desk.send(make())
    assert response.status_code == status
    assert (mark in response.text) is tells_mark
    assert (f'"mark": {mark}' in response.text) is tells_members


def test_a_shape_changes_no_other_answer_and_must_be_known(desk, make):
    program(desk, kind="conflict_shape", shape="empty")
    desk.accepted(make())
    response = desk.post("/practice/faults", {"path": PATH, "kind": "conflict_shape", "shape": "round"})
    assert response.status_code == 400


def test_a_fault_for_every_documents_page(desk, make):
    answer = desk.accepted(make())
    program(desk, path="/v", kind="html_page", status=502)
    assert view(desk, answer).status_code == 502
    assert view(desk, answer).status_code == 200
