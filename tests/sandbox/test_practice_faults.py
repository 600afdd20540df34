"""Programmed faults: what the sender sees, and whether the document was issued all the same."""

from __future__ import annotations

import json
import threading
import time

import pytest

from einvoice_desktop.sandbox.faults import ConnectionDropped, Fault, FaultKind

PATH = "/invoice/json"


def issued(desk, make):
    """Whether the document stands in the ledger."""
    return desk.send(make()).status_code == 409


def program(desk, **fault):
    response = desk.post("/practice/faults", fault)
    assert response.status_code == 200, response.text


def test_a_connection_dropped_before_recording(desk, make):
    program(desk, path="/Invoice/JSON", kind="drop_before")
    with pytest.raises(ConnectionDropped):
        desk.send(make())
    desk.accepted(make())


def test_a_connection_dropped_after_recording(desk, make):
    desk.provider.faults.add(PATH, Fault(FaultKind.DROP_AFTER))
    with pytest.raises(ConnectionDropped):
        desk.send(make())
    assert issued(desk, make)


def test_a_server_error(desk, make):
    program(desk, path=PATH, kind="server_error")
    response = desk.send(make())
    assert (response.status_code, response.get_json()["statusCode"]) == (500, "500")
    desk.accepted(make())


def test_a_server_error_after_recording(desk, make):
    program(desk, path=PATH, kind="server_error", recorded=True)
    assert desk.send(make()).status_code == 500
    assert issued(desk, make)


@pytest.mark.parametrize("status", [200, 502])
def test_an_html_page(desk, make, status):
    program(desk, path=PATH, kind="html_page", status=status)
    response = desk.send(make())
    assert (response.status_code, response.mimetype) == (status, "text/html")
    desk.accepted(make())


def test_truncated_json(desk, make):
    program(desk, path=PATH, kind="truncated_json")
    response = desk.send(make())
    assert response.status_code == 201
    with pytest.raises(json.JSONDecodeError):
        json.loads(response.data)
    assert issued(desk, make)


def test_a_giant_answer(desk, make):
    program(desk, path=PATH, kind="giant_answer", size=1_000_000)
    response = desk.send(make())
    assert (response.status_code, len(response.data)) == (201, 1_000_000)
    assert response.headers["Content-Length"] == "1000000"
    assert issued(desk, make)


def test_one_401_with_a_good_token(desk, make):
    headers = {"Authorization": f"Bearer {desk.login()['accessToken']}"}
    program(desk, path=PATH, kind="unauthorized")
    assert desk.post(PATH, make(), **headers).status_code == 401
    assert desk.post(PATH, make(), **headers).status_code == 201


def test_a_forgotten_token_needs_a_new_login(desk, make):
    tokens = desk.login()
    headers = {"Authorization": f"Bearer {tokens['accessToken']}"}
    program(desk, path=PATH, kind="forget_token")
    assert desk.post(PATH, make(), **headers).status_code == 401
    assert desk.post(PATH, make(), **headers).status_code == 401
    refreshed = desk.post("/Authentication/refresh", tokens["refreshToken"]["token"], **headers)
    assert refreshed.status_code == 401
    headers = {"Authorization": f"Bearer {desk.login()['accessToken']}"}
    assert desk.post(PATH, make(), **headers).status_code == 201


def test_another_document_s_answer(desk, make):
    program(desk, path=PATH, kind="other_answer", times=2)
    made_up = desk.send(make()).get_json()
    assert (made_up["number"], made_up["mark"]) != ("1", 400001000000001)
    other = desk.send(make(change={"number": "2"})).get_json()
    assert (other["number"], other["mark"]) == ("1", 400001000000001)
    assert issued(desk, make)


def test_mark_zero(desk, make):
    program(desk, path=PATH, kind="mark_zero")
    answer = desk.send(make()).get_json()
    assert (answer["success"], answer["mark"], answer["number"]) == (True, 0, "1")
    assert issued(desk, make)


def test_a_stall_before_recording_locks_the_uid(desk, make, monkeypatch):
    faults, waiting = desk.provider.faults, threading.Event()
    wait = faults.wait
    monkeypatch.setattr(faults, "wait", lambda seconds: (waiting.set(), wait(seconds)))
    program(desk, path=PATH, kind="stall_before", seconds=30)
    statuses = []
    slow = threading.Thread(target=lambda: statuses.append(desk.send(make()).status_code))
    slow.start()
    assert waiting.wait(10)
    assert desk.send(make()).status_code == 408
    faults.release()
    slow.join(timeout=10)
    assert statuses == [201]
    assert issued(desk, make)


@pytest.mark.parametrize("kind", [FaultKind.STALL_BEFORE, FaultKind.STALL_AFTER])
@pytest.mark.parametrize("path", [PATH, "/Authentication/login", "/v/unknown"])
def test_a_stall_holds_the_answer_back(desk, make, kind, path):
    requests = {
        PATH: lambda: desk.accepted(make()),
        "/Authentication/login": desk.login,
        "/v/unknown": lambda: desk.client.get("/v/unknown"),
    }
    desk.provider.faults.add(path, Fault(kind, seconds=0.2))
    started = time.monotonic()
    requests[path]()
    assert time.monotonic() - started >= 0.2


def test_faults_meet_one_request_of_their_path_in_turn(desk, make):
    program(desk, path=PATH, kind="server_error", times=2)
    program(desk, path="/authentication/login", kind="unauthorized")
    assert desk.post("/Authentication/Login", {"vat": "999999990", "key": "practice-key"}).status_code == 401
    desk.login()
    assert [desk.send(make()).status_code for _ in range(3)] == [500, 500, 201]


def test_pages_can_fail_too(desk, make):
    place = desk.accepted(make())["url"].removeprefix("http://127.0.0.1:8123")
    program(desk, path=f"{place}/pdf", kind="html_page", status=200)
    assert desk.client.get(f"{place}/pdf").mimetype == "text/html"
    assert desk.client.get(f"{place}/pdf").mimetype == "application/pdf"


def test_several_faults_at_once_and_none_at_all(desk, make):
    desk.post("/practice/faults", [{"path": PATH, "kind": "server_error"}] * 3)
    told = desk.post("/practice/faults", []).get_json()
    assert told == {"programmed": 0, "unmet": {"server_error": 3}}
    desk.accepted(make())


@pytest.mark.parametrize(
    "fault",
    [
        {},
        7,
        {"path": PATH},
        {"path": PATH, "kind": "explode"},
        {"path": "invoice", "kind": "drop_before"},
        {"path": PATH, "kind": "drop_before", "times": 0},
        {"path": PATH, "kind": "stall_after", "seconds": -1},
        {"path": PATH, "kind": "stall_after", "seconds": "5"},
        {"path": PATH, "kind": "html_page", "status": 99},
        {"path": PATH, "kind": "giant_answer", "size": 2**40},
    ],
)
def test_what_is_no_fault_is_refused(desk, make, fault):
    assert desk.post("/practice/faults", fault).status_code == 400
    desk.accepted(make())


def test_only_this_machine_programs_faults(desk, make):
    body = json.dumps({"path": PATH, "kind": "server_error"})
    for remote, status in (("192.0.2.7", 404), ("nowhere", 404), ("127.0.0.1", 200), ("::1", 200)):
        response = desk.client.post(
            "/practice/faults",
            data=body,
            content_type="application/json",
            environ_overrides={"REMOTE_ADDR": remote},
        )
        assert response.status_code == status
    assert [desk.send(make()).status_code for _ in range(3)] == [500, 500, 201]
