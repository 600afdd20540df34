"""One document is issued once: repeats, locks, forced outcomes, threads and restarts."""

from __future__ import annotations

import threading

import pytest
from werkzeug.test import Client


def test_a_repeat_is_answered_with_the_names_of_the_first(desk, make):
    first = desk.accepted(make())
    response = desk.send(make())
    answer = response.get_json()
    assert response.status_code == 409
    assert (answer["success"], answer["statusCode"]) == (False, "409")
    assert "Document has already been transmitted" in answer["message"]
    assert str(first["mark"]) in answer["message"]
    for name in ("uid", "mark", "series", "number", "internalId", "authenticationCode", "url"):
        assert answer[name] == first[name]


@pytest.mark.parametrize(
    "change",
    [
        {"distributionDetails.internalDocumentId": "another"},
        {"issuer.vat": "999999990"},
        {"dateIssued": "2026-11-23T08:00:00Z"},
        {"counterParty.registeredName": "Άλλος", "details.0.quantity": 9},
    ],
)
def test_other_content_under_the_same_identity_is_a_repeat(desk, make, change):
    desk.accepted(make())
    assert desk.send(make(change=change)).status_code == 409


@pytest.mark.parametrize(
    "change",
    [
        {"number": "2"},
        {"series": "A"},
        {"issuer.branchCode": 1},
        {"issuer.vat": "EL777777770"},
        {"dateIssued": "2026-11-22", "isDelayedCode": 1},
        {"invoiceTypeCode": "5.2"},
    ],
)
def test_another_identity_with_the_same_internal_id_is_another_document(desk, make, change):
    desk.accepted(make())
    desk.accepted(make(change=change))


def test_a_repeat_is_told_even_when_it_would_be_refused_by_now(desk, make, clock):
    first = desk.accepted(make())
    clock.pass_seconds(86400)
    response = desk.send(make())
    assert (response.status_code, response.get_json()["mark"]) == (409, first["mark"])


@pytest.mark.parametrize("outcome", ["FAKE_IAPR_TIMEOUT", "FAKE_IAPR_DELAYED_TIMEOUT"])
def test_a_timeout_locks_the_uid_for_two_minutes_and_does_not_burn_it(desk, make, clock, outcome):
    assert desk.send(make(), erp=outcome).status_code == 408
    clock.pass_seconds(119)
    answer = desk.send(make())
    assert answer.status_code == 408
    assert answer.get_json()["statusCode"] == "408"
    desk.accepted(make(change={"number": "2"}))
    clock.pass_seconds(1)
    desk.accepted(make())


def test_a_failed_save_is_an_error_and_the_uid_is_good_later(desk, make, clock):
    response = desk.send(make(), erp="FAKE_ELISE_SAVE_DOCUMENT_ERROR")
    assert response.status_code == 500
    assert response.get_json()["message"] == "Could not accept document. Please resend."
    assert desk.send(make()).status_code == 408
    clock.pass_seconds(120)
    desk.accepted(make())


def test_a_forced_refusal_leaves_the_number_free(desk, make):
    response = desk.send(make(), erp="FAKE_IAPR_VALIDATION_ERROR")
    assert response.status_code == 400
    assert response.get_json()["message"].startswith("Aade Validation Error")
    desk.accepted(make())


@pytest.mark.parametrize("outcome", ["NONE", "none", "FAKE_IAPR_SEMI_DELAYED", ""])
def test_other_outcomes_issue(desk, make, outcome):
    assert desk.send(make(), erp=outcome).status_code == 201


def test_an_issued_document_is_a_repeat_whatever_outcome_is_forced(desk, make):
    desk.accepted(make())
    assert desk.send(make(), erp="FAKE_IAPR_TIMEOUT").status_code == 409


def test_many_threads_issue_one_document_once(desk, make):
    def send_all(documents):
        barrier, statuses = threading.Barrier(len(documents)), []

        def send(document):
            barrier.wait()
            statuses.append(desk.send(document).status_code)

        threads = [threading.Thread(target=send, args=(document,)) for document in documents]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return statuses

    statuses = send_all([make()] * 8)
    assert statuses.count(201) == 1
    assert set(statuses) <= {201, 408, 409}
    assert send_all([make(change={"number": str(number)}) for number in range(2, 10)]) == [201] * 8


def test_what_was_issued_survives_a_restart(desk, make, open_provider):
    first = desk.accepted(make())
    desk.provider.close()
    desk.client.application = open_provider()
    assert desk.send(make()).get_json()["mark"] == first["mark"]
    assert desk.accepted(make(change={"number": "2"}))["mark"] == first["mark"] + 1
    assert desk.client.get(first["url"].removeprefix("http://127.0.0.1:8123")).status_code == 200


def test_two_providers_on_one_folder_share_what_they_issued(desk, make, open_provider):

    other = Client(open_provider())
    first = desk.accepted(make())
    headers = {"APIKey": "practice-key"}
    assert other.post("/invoice/json", json=make(), headers=headers).status_code == 409
    second = other.post("/invoice/json", json=make(change={"number": "2"}), headers=headers)
    assert second.get_json()["mark"] == first["mark"] + 1
