"""`submit` and `outbox`: real books, the real worker, the practice provider in process and over a socket."""

import json
import os
import re
import signal
import subprocess
import sys
import time

import pytest

from tests.cli.conftest import PUBLISHED, TOP

KEYS = {
    "file",
    "state",
    "mark",
    "uid",
    "authenticationCode",
    "url",
    "series",
    "number",
    "server",
    "attempts",
    "problems",
}


def test_of_the_published_samples_with_one_number_the_first_is_issued(command):
    files = [PUBLISHED / f"3.1-{i}.json" for i in (1, 2, 5)]
    said = command("submit", *files, "--practice", "--today", "--json")
    assert said.status == 1
    assert [row["state"] for row in said.rows] == ["issued", "refused", "refused"]
    assert all(set(row) == KEYS for row in said.rows)
    first, second, _ = said.rows
    assert re.fullmatch(r"\d{15}", first["mark"])
    assert re.fullmatch(r"[0-9A-F]{40}", first["uid"])
    assert first["url"].startswith("http://127.0.0.1:")
    assert (first["series"], first["number"], first["server"], first["attempts"]) == (
        "B",
        "596043",
        "practice",
        1,
    )
    assert second["mark"] is None
    assert second["problems"][0]["path"] == "number"


def test_all_five_are_issued_when_given_without_their_number(command, without_number):
    said = command("submit", *without_number, "--practice", "--today", "--json")
    assert said.status == 0, said.out
    assert len({row["mark"] for row in said.rows}) == 5
    assert sorted((row["number"]) for row in said.rows) == ["1", "1", "2", "3", "4"]


def test_yesterdays_document_stays_a_draft(command):
    said = command("submit", PUBLISHED / "3.1-1.json", "--practice", "--json")
    assert said.status == 1
    (row,) = said.rows
    assert row["state"] == "draft"
    assert {"dateIssued"} == {p["path"] for p in row["problems"] if p["severity"] == "error"}


def test_the_same_file_again_answers_the_row_that_is_there(command):
    words = ("submit", PUBLISHED / "3.1-3.json", "--practice", "--today", "--json")
    first, again = command(*words), command(*words)
    assert first.rows == again.rows
    listed = command("outbox", "--json")
    assert listed.status == 0
    assert [row["mark"] for row in listed.rows] == [first.rows[0]["mark"]]


def test_over_a_socket_with_any_first_key_and_never_with_another(command, sandbox):
    words = ("submit", PUBLISHED / "3.1-4.json", "--server", sandbox, "--today", "--json")
    said = command(*words, env={"EINVOICE_API_KEY": "first-key"})
    assert (said.status, said.rows[0]["state"]) == (0, "issued")
    assert said.rows[0]["server"] == sandbox
    assert said.rows[0]["url"].startswith(sandbox)
    other = command(
        "submit",
        PUBLISHED / "3.1-1.json",
        "--server",
        sandbox,
        "--today",
        "--json",
        "--wait",
        "20",
        env={"EINVOICE_API_KEY": "another-key"},
    )
    assert (other.status, other.rows[0]["state"]) == (3, "waiting")
    assert "first-key" not in said.out + said.err


def test_what_could_not_be_sent_is_taken_up_later(command):
    closed = "http://127.0.0.1:9"
    said = command("submit", PUBLISHED / "3.1-1.json", "--server", closed, "--today", "--json", "--wait", "1")
    assert (said.status, said.rows[0]["state"], said.rows[0]["attempts"] >= 1) == (3, "waiting", True)
    assert command("outbox", "--json", "--practice").rows == []
    assert command("outbox", "--json").status == 0
    resumed = command("outbox", "--resume", "--wait", "1", "--json")
    assert (resumed.status, resumed.rows[0]["state"]) == (3, "waiting")


@pytest.mark.parametrize("server", ["http://example.com", "ftp://127.0.0.1", "nowhere", "https://"])
def test_a_server_that_is_none_is_status_2_and_nothing_is_sealed(command, server):
    said = command("submit", PUBLISHED / "3.1-1.json", "--server", server, "--today")
    assert said.status == 2
    assert said.out == ""
    assert command("outbox", "--json").rows == []


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX's")
def test_killed_while_sending_it_is_issued_once_all_the_same(command, sandbox, folder):
    import urllib.request

    fault = json.dumps({"path": "/invoice/json", "kind": "stall_after", "seconds": 30}).encode()
    request = urllib.request.Request(
        f"{sandbox}/practice/faults", fault, {"Content-Type": "application/json"}
    )
    urllib.request.urlopen(request).close()
    file = PUBLISHED / "3.1-1.json"
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "einvoice_desktop",
            "--data-dir",
            str(folder),
            "submit",
            str(file),
            "--server",
            sandbox,
            "--today",
        ],
        cwd=TOP,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    end = time.monotonic() + 30
    while not any(row["state"] == "sending" for row in command("outbox", "--json").rows):
        assert time.monotonic() < end
    time.sleep(0.5)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert command("outbox", "--json").rows[0]["state"] == "sending"
    said = command("outbox", "--resume", "--wait", "60", "--retry-after", "1", "--json")
    assert (said.status, said.rows[0]["state"]) == (0, "issued"), said.out
    assert re.fullmatch(r"\d{15}", said.rows[0]["mark"])
    assert said.rows[0]["attempts"] >= 2
