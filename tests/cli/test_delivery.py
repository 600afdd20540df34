"""What a bad line and a bad provider come to at the prompt: issued once, refused, or said plainly."""

from __future__ import annotations

import json
import sqlite3
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document
from tests.cli.conftest import PUBLISHED, Said

SEND = "/invoice/json"
SAMPLE = PUBLISHED / "3.1-4.json"
QUICKLY = ("--today", "--json", "--retry-after", "0.2")
KEY = {"EINVOICE_API_KEY": "a-key"}
Submit = Callable[..., Said]


@pytest.fixture
def program(sandbox: str) -> Callable[..., None]:
    """Tells the provider what goes wrong next."""

    def program(*faults: dict[str, Any]) -> None:
        data = json.dumps([{"path": SEND, **fault} for fault in faults]).encode()
        headers = {"Content-Type": "application/json"}
        urllib.request.urlopen(urllib.request.Request(f"{sandbox}/practice/faults", data, headers)).close()

    return program


@pytest.fixture
def submit(command: Callable[..., Said], sandbox: str) -> Submit:
    def submit(file: Path = SAMPLE, *words: str) -> Said:
        return command("submit", file, "--server", sandbox, *QUICKLY, *words, env=KEY)

    return submit


def provider_marks(tmp_path: Path) -> list[str]:
    (database,) = (tmp_path / "provider").rglob("practice.sqlite")
    with closing(sqlite3.connect(database)) as db:
        return [str(mark) for (mark,) in db.execute("SELECT mark FROM documents ORDER BY running")]


def signed_by_policy(folder: Path, policy: int) -> Path:
    document = read_document(SAMPLE.read_bytes()).with_member("iapr_sign_policy", policy)
    file = folder / "signed.json"
    file.write_bytes(write_document(document))
    return file


@pytest.mark.parametrize("shape", ["words", "authority", "bare", "silent", "empty", "html"])
def test_whatever_shape_already_transmitted_has_the_mark_comes_in_the_end(
    submit: Submit, program: Callable[..., None], tmp_path: Path, shape: str
) -> None:
    program({"kind": "drop_after"}, {"kind": "conflict_shape", "shape": shape})
    said = submit()
    (row,) = said.rows
    assert (said.status, row["state"]) == (0, "issued"), said.out
    assert [row["mark"]] == provider_marks(tmp_path)
    # Where the words alone name it, by UID and MARK, nothing more is asked and nothing has proved it.
    doubted = ["issued_unverified"] if shape in ("words", "authority", "bare") else []
    assert [(p["code"], p["severity"]) for p in row["problems"]] == [(code, "warning") for code in doubted]


def test_a_strangers_document_under_our_number_is_refused_and_the_next_number_named(
    submit: Submit, program: Callable[..., None], command: Callable[..., Said]
) -> None:
    program({"kind": "stranger"})
    said = submit()
    (row,) = said.rows
    assert (said.status, row["state"], row["mark"]) == (1, "refused", None)
    (problem,) = row["problems"]
    assert (problem["path"], problem["code"]) == ("number", "number_conflict_next")
    assert str(int(row["number"]) + 1) in problem["message"]
    report = command("outbox", "--report", "--json").rows[0]
    assert report["conflicts"] == [row["number"]]


def test_a_strangers_document_that_slipped_in_before_the_second_try_is_refused_too(
    submit: Submit, program: Callable[..., None], tmp_path: Path
) -> None:
    program({"kind": "drop_before"}, {"kind": "stranger"})
    said = submit()
    assert (said.status, said.rows[0]["state"], said.rows[0]["mark"]) == (1, "refused", None)
    assert len(provider_marks(tmp_path)) == 1


@pytest.mark.parametrize("policy", [0, 1])
def test_signed_by_the_provider_it_is_issued_and_its_mark_fetched_from_its_page(
    submit: Submit, program: Callable[..., None], tmp_path: Path, policy: int
) -> None:
    file = signed_by_policy(tmp_path, policy)
    program(
        {"kind": "provider_signed"},
        {"kind": "mark_later", "path": "/v/aade", "times": 2},
    )
    said = submit(file)
    (row,) = said.rows
    assert (said.status, row["state"]) == (0, "issued"), said.out
    assert [row["mark"]] == provider_marks(tmp_path)
    assert row["authenticationCode"]
    assert row["attempts"] == 4


def test_while_the_mark_is_missing_it_is_issued_with_null_and_says_so(
    submit: Submit, program: Callable[..., None], command: Callable[..., Said], tmp_path: Path
) -> None:
    file = signed_by_policy(tmp_path, 0)
    program(
        {"kind": "provider_signed"},
        {"kind": "mark_later", "path": "/v/aade", "times": 1000},
        {"kind": "server_error", "times": 1000},
    )
    said = submit(file, "--wait", "2")
    (row,) = said.rows
    assert (said.status, row["state"], row["mark"]) == (0, "issued", None)
    assert [problem["code"] for problem in row["problems"]] == ["provider_signed"]
    program()
    resumed = command("outbox", "--resume", "--retry-after", "0.2", "--json", env=KEY)
    assert (resumed.status, resumed.rows[0]["state"]) == (0, "issued")
    assert [resumed.rows[0]["mark"]] == provider_marks(tmp_path)


def test_without_that_policy_an_unfinished_receipt_is_asked_about_until_it_is_one(
    submit: Submit, program: Callable[..., None], tmp_path: Path
) -> None:
    program({"kind": "provider_signed"})
    said = submit()
    assert (said.status, said.rows[0]["state"]) == (0, "issued")
    assert [said.rows[0]["mark"]] == provider_marks(tmp_path)
    assert said.rows[0]["attempts"] == 2


def test_a_date_that_the_authority_does_not_take_today_is_a_refusal(
    submit: Submit, program: Callable[..., None]
) -> None:
    program({"kind": "date_error"})
    said = submit()
    assert (said.status, said.rows[0]["state"]) == (1, "refused")
    assert [(p["path"], p["code"]) for p in said.rows[0]["problems"]] == [("dateIssued", "authority_238")]
    assert submit().rows[0]["state"] == "issued"


def test_the_journal_is_verified_and_shown_and_a_broken_one_is_status_1(
    submit: Submit, program: Callable[..., None], command: Callable[..., Said], folder: Path
) -> None:
    program({"kind": "server_error"}, {"kind": "drop_after"})
    assert submit().status == 0
    said = command("outbox", "--verify", "--json")
    *attempts, end = said.rows
    assert (said.status, end) == (0, {"journal": "whole", "brokenAt": None})
    assert [row["outcome"] for row in attempts] == ["unknown", "unknown", "conflict", "issued"]
    assert [row["httpStatus"] for row in attempts] == [500, None, 409, 200]
    assert len({row["sentSha256"] for row in attempts[:3]}) == 1
    assert attempts[-1]["sentSha256"] is None
    # What stood when it was issued all the same is told with the first attempt alone.
    assert [p["code"] for p in attempts[0]["warnings"]] == ["vat_number_check_digit"]
    assert [row["warnings"] for row in attempts[1:]] == [[]] * 3
    assert "already been transmitted" in attempts[2]["answer"]
    assert "a-key" not in said.out
    with closing(sqlite3.connect(folder / "books.sqlite")) as db, db:
        db.execute("DROP TRIGGER attempts_append_only")
        db.execute("UPDATE attempts SET http_status = 201 WHERE id = 2")
    broken = command("outbox", "--verify", "--json")
    assert (broken.status, broken.rows[-1]) == (1, {"journal": "broken", "brokenAt": 2})
    assert command("outbox", "--verify").status == 1


def test_the_qr_of_a_document_issued_offline(command: Callable[..., Said], sandbox: str) -> None:
    key = {"EINVOICE_API_KEY": "0383223f-06ff-4e7c-bd36-29a1acdb41b0"}
    said = command("offline-qr", SAMPLE, "--server", "uat", env=key)
    assert said.status == 0
    (address,) = said.out.splitlines()
    assert address.startswith(
        "https://einvoiceportaluat.impact.gr/TransmissionFailure?issuerTin=EL123456789&"
    )
    assert key["EINVOICE_API_KEY"] not in said.out + said.err
    assert command("offline-qr", SAMPLE, env=key).out.startswith("http://127.0.0.1:")
    assert command("offline-qr", SAMPLE, "--server", sandbox, env=key).out.startswith(sandbox)
    assert command("offline-qr", "nowhere.json").status == 2
    assert command("offline-qr", SAMPLE, "--server", "nowhere").status == 2
