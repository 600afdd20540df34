"""The practice provider over real sockets and in processes of its own, killed and started again."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from einvoice_desktop.sandbox.faults import Fault, FaultKind
from einvoice_desktop.sandbox.server import serve

TOP = Path(__file__).resolve().parents[2]

# A process that serves one folder until it is killed; its first line is the address.
PROCESS = """
import datetime, json, pathlib, sys, threading
from einvoice_desktop.sandbox.app import PracticeProvider
from einvoice_desktop.sandbox.server import serve
tables = {file.stem: json.loads(file.read_bytes()) for file in pathlib.Path("resources/codes").glob("*.json")}
moment = datetime.datetime(2026, 11, 23, 8, 30, tzinfo=datetime.UTC)
provider = PracticeProvider(
    pathlib.Path(sys.argv[1]), tables, now=lambda: moment, address=lambda: "http://127.0.0.1",
    practice_key="practice-key",
)
print(serve(provider).port, flush=True)
threading.Event().wait()
"""


def post(port, path, body, **headers):
    """Status and body of one request on a connection of its own."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("POST", path, body, {"Content-Type": "application/json", **headers})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def send(port, document):
    status, body = post(port, "/invoice/json", json.dumps(document).encode(), APIKey="practice-key")
    return status, json.loads(body)


@pytest.fixture
def server(open_provider):
    running = serve(open_provider())
    yield running
    running.close()


@pytest.fixture
def start_process(tmp_path):
    """Starts a process on the test's folder and gives it and its port."""
    started = []

    def start():
        process = subprocess.Popen(
            [sys.executable, "-c", PROCESS, str(tmp_path / "shared")],
            cwd=TOP,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(TOP)},
        )
        started.append(process)
        return process, int(process.stdout.readline())

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


def test_it_serves_on_the_loopback_and_says_where(server, make, capfd):
    assert server.address == f"http://127.0.0.1:{server.port}"
    status, answer = send(server.port, make())
    assert (status, answer["status"]) == (201, "SUBMITTED")
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request("GET", answer["url"].removeprefix("http://127.0.0.1:8123"))
    response = connection.getresponse()
    assert (response.status, response.getheader("Date")) == (200, "Mon, 23 Nov 2026 08:30:00 GMT")
    assert "180,50" in response.read().decode()
    connection.close()
    assert capfd.readouterr() == ("", "")


def test_a_taken_port_is_an_os_error(server, open_provider):
    with pytest.raises(OSError, match="in use"):
        serve(open_provider(), server.port)


def test_a_closed_server_answers_no_more(open_provider):
    running = serve(open_provider())
    running.close()
    running.close()
    with pytest.raises(ConnectionRefusedError):
        post(running.port, "/invoice/json", b"{}")


@pytest.mark.parametrize(("kind", "afterwards"), [(FaultKind.DROP_BEFORE, 201), (FaultKind.DROP_AFTER, 409)])
def test_a_dropped_connection_closes_without_an_answer(open_provider, make, kind, afterwards):
    provider = open_provider()
    provider.faults.add("/invoice/json", Fault(kind))
    running = serve(provider)
    try:
        with pytest.raises(http.client.RemoteDisconnected):
            send(running.port, make())
        assert send(running.port, make())[0] == afterwards
    finally:
        running.close()


def test_closing_ends_a_stall(open_provider, make, monkeypatch):
    provider, waiting = open_provider(), threading.Event()
    wait = provider.faults.wait
    monkeypatch.setattr(provider.faults, "wait", lambda seconds: (waiting.set(), wait(seconds)))
    provider.faults.add("/invoice/json", Fault(FaultKind.STALL_BEFORE, seconds=600))
    running, statuses = serve(provider), []
    slow = threading.Thread(target=lambda: statuses.append(send(running.port, make())[0]))
    slow.start()
    assert waiting.wait(10)
    running.close()
    slow.join(timeout=10)
    assert statuses == [201]


def test_a_giant_answer_comes_whole(server, make):
    fault = json.dumps({"path": "/invoice/json", "kind": "giant_answer", "size": 30_000_000}).encode()
    assert post(server.port, "/practice/faults", fault)[0] == 200
    status, body = post(server.port, "/invoice/json", json.dumps(make()).encode(), APIKey="practice-key")
    assert (status, len(body)) == (201, 30_000_000)


def test_a_hundred_megabytes_are_answered_and_forgotten(server, make):
    status, body = post(server.port, "/invoice/json", b" " * 100_000_000, APIKey="practice-key")
    assert (status, json.loads(body)["statusCode"]) == (413, "413")
    assert send(server.port, make())[0] == 201


def test_a_body_in_chunks_is_read_within_the_same_bounds(server, make):
    body = json.dumps(make()).encode()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    headers = {"Content-Type": "application/json", "APIKey": "practice-key"}
    for chunks, status in (([body[:100], body[100:]], 201), ([b" " * 1_000_000] * 31, 413)):
        connection.request("POST", "/invoice/json", iter(chunks), headers, encode_chunked=True)
        response = connection.getresponse()
        assert (response.status, json.loads(response.read())["statusCode"]) == (status, str(status))
    connection.close()


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"\x00\x01\x02\r\n\r\n",
        b"GET\r\n\r\n",
        b"POST /invoice/json HTTP/1.1\r\nContent-Length: x\r\n\r\n",
        b"",
    ],
)
def test_what_is_no_http_harms_nobody_else(server, make, request_bytes):
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as raw:
        raw.sendall(request_bytes)
        raw.shutdown(socket.SHUT_WR)
        while raw.recv(65536):
            pass
    assert send(server.port, make())[0] == 201


def test_a_killed_process_loses_nothing_that_it_issued(start_process, make):
    process, port = start_process()
    first = send(port, make())[1]
    process.send_signal(signal.SIGKILL)
    process.wait()
    _process, port = start_process()
    status, repeat = send(port, make())
    assert (status, repeat["mark"], repeat["uid"]) == (409, first["mark"], first["uid"])
    assert send(port, make(change={"number": "2"}))[1]["mark"] == first["mark"] + 1


def test_two_processes_cannot_issue_one_document_twice(start_process, make):
    ports = [start_process()[1] for _ in range(2)]
    documents = [make(change={"number": str(number)}) for number in range(1, 13)]
    answers = []

    def send_all(port):
        for document in documents:
            answers.append((document["number"], *send(port, document)))

    threads = [threading.Thread(target=send_all, args=(port,)) for port in ports]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    issued = [answer for answer in answers if answer[1] == 201]
    assert sorted(int(number) for number, _status, _body in issued) == list(range(1, 13))
    assert len({body["mark"] for _number, _status, body in issued}) == 12
    assert {status for _number, status, _body in answers} <= {201, 408, 409}
