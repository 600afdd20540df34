"""`credit`: an issued document credited, as a document of its own or by order to the provider."""

import pytest

from tests.cli.conftest import PUBLISHED


@pytest.fixture
def issued(command):
    said = command("submit", PUBLISHED / "3.1-4.json", "--practice", "--today", "--json")
    assert said.status == 0, said.out
    return said.rows[0]


def credited(command, *words):
    said = command("credit", *words, "--practice", "--json")
    return said.status, said.rows[0] if said.rows else said.err


def test_by_its_mark_as_a_document_of_its_own(command, issued):
    status, row = credited(command, issued["mark"])
    assert (status, row["state"], row["series"], row["number"]) == (0, "issued", "B", "1")
    assert row["mark"] != issued["mark"]


def test_by_its_place_in_the_outbox_as_a_whole_and_only_once(command, issued):
    status, row = credited(command, "1", "--whole", "--series", "ΠΙΣ")
    assert (status, row["state"], row["series"], row["number"]) == (0, "issued", "ΠΙΣ", "1")
    assert credited(command, issued["mark"], "--whole", "--series", "X") == (0, row)
    listed = command("outbox", "--json").rows
    assert [line["mark"] for line in listed] == [issued["mark"], row["mark"]]


@pytest.mark.usefixtures("issued")
def test_what_is_not_there_is_said(command):
    for named in ("400001999999999", "77", "abc"):
        status, told = credited(command, named)
        assert (status, named in told) == (2, True)


def test_a_credit_is_not_credited(command, issued):
    credited(command, issued["mark"])
    status, told = credited(command, "2", "--whole")
    assert (status, "5.1" in told) == (2, True)


def test_over_a_socket_both_ways(command, sandbox):
    key = {"EINVOICE_API_KEY": "first-key"}
    words = ("--server", sandbox, "--json")
    first = command("submit", PUBLISHED / "3.1-1.json", "--today", *words, env=key).rows[0]
    whole = command("credit", first["mark"], "--whole", *words, env=key)
    assert (whole.status, whole.rows[0]["state"]) == (0, "issued"), whole.out + whole.err
    again = command("credit", first["mark"], *words, env=key)
    # The books know what is left of the original, nothing: it does not get as far as the provider.
    assert (again.status, again.rows, "3.1" in again.err) == (2, [], True)
    assert len(command("outbox", "--json").rows) == 2
