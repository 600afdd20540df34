"""`cancel-note`, and POS receipts by `submit`: both at doors of their own."""

import json

import pytest

from einvoice_desktop import paths


@pytest.fixture
def note(command, tmp_path):
    """An issued delivery note."""
    document = json.loads(paths.resource("samples/own/9.3-own-premises.json").read_bytes())
    document["distributionDetails"]["dispatchDate"] = "2099-12-31"
    file = tmp_path / "note.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    said = command("submit", file, "--practice", "--today", "--json")
    assert said.status == 0, said.out
    return said.rows[0]


def test_a_note_is_cancelled_by_its_mark_and_a_second_time_only_told(command, note):
    first = command("cancel-note", note["mark"], "--practice", "--json")
    assert (first.status, first.rows[0]["cancelled"], first.rows[0]["mark"]) == (0, True, note["mark"])
    assert len(first.rows[0]["cancellationMark"]) == 15
    again = command("cancel-note", "1", "--practice", "--json")
    assert (again.status, again.rows) == (0, first.rows)
    tries = command("outbox", "--practice", "--verify", "--json").rows
    assert [row["outcome"] for row in tries if "outcome" in row][-2:] == ["issued", "cancelled"]


def test_what_is_no_note_is_refused_in_words(command):
    said = command(
        "submit", paths.resource("samples/own/8.4-pos-receipt.json"), "--practice", "--today", "--json"
    )
    row = said.rows[0]
    assert (said.status, row["state"]) == (0, "issued")
    refused = command("cancel-note", row["mark"], "--practice")
    assert (refused.status, "9.3" in refused.err) == (2, True)
    unknown = command("cancel-note", "400001999999999", "--practice")
    assert (unknown.status, "400001999999999" in unknown.err) == (2, True)


def test_a_receipt_over_a_socket_both_ways_in(command, sandbox):
    file = paths.resource("samples/own/8.5-pos-return.json")
    for way in ("bearer", "apikey"):
        said = command(
            "submit", file, "--today", "--server", sandbox, "--auth", way, "--json",
            env={"EINVOICE_API_KEY": "first-key"},
        )  # fmt: skip
        assert (said.status, said.rows[0]["state"]) == (0, "issued"), said.out


def test_a_receipt_is_not_sent_in_clear_where_encryption_was_asked_for(command):
    file = paths.resource("samples/own/8.4-pos-receipt.json")
    said = command("submit", file, "--today", "--practice", "--secure")
    assert said.status == 2
    assert command("outbox", "--json").rows == []


def test_a_note_that_went_encrypted_is_not_cancelled_in_clear(command):
    file = paths.resource("samples/own/9.3-own-premises.json")
    note = command("submit", file, "--today", "--practice", "--secure", "--json").rows[0]
    assert note["state"] == "issued"
    said = command("cancel-note", note["mark"], "--practice")
    assert (said.status, "κρυπτογρ" in said.err or "ncrypt" in said.err) == (2, True), said.err
    assert command("outbox", "--json").rows[0]["state"] == "issued"
