"""What a file says of signing and of messages is what the commands take, and nobody is told unasked."""

import json

import pytest

from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document
from tests.cli.conftest import PUBLISHED


@pytest.fixture
def file(tmp_path):
    """A published sample with members of its own."""

    def write(**members):
        # As published it is no strict JSON.
        document = json.loads(write_document(read_document((PUBLISHED / "3.1-2.json").read_bytes())))
        document |= {"additionalDetails": {}, **members}
        path = tmp_path / "x.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        return path

    return write


def found(row):
    return {(p["path"], p["code"], p["severity"]) for p in row["problems"] if "additional" in p["path"]}


def test_recipients_without_a_method_are_told_and_silenced(command, file):
    (row,) = command(
        "check", "--json", file(additionalDetails={"accountingDepartmentEmails": ["a@example.com"]})
    ).rows
    assert found(row) == {("additionalDetails.transmissionMethod", "recipients_without_method", "warning")}
    assert row["document"]["additionalDetails"]["transmissionMethod"] == "A"


def test_a_message_to_nobody_is_not_sealed(command, file):
    said = command(
        "submit", "--practice", "--today", "--json", file(additionalDetails={"transmissionMethod": "E"})
    )
    (row,) = said.rows
    assert (said.status, row["state"]) == (1, "draft")
    assert found(row) == {("additionalDetails.accountingDepartmentEmails", "recipients_missing", "error")}


def test_the_file_s_policy_and_recipients_are_sent_as_they_stand(command, file):
    more = {
        "transmissionMethod": "C",
        "accountingDepartmentEmails": ["a@example.com"],
        "customerCellNumbers": ["+306912345678"],
        "documentTemplate": "Ours",
    }
    path = file(iaprSignPolicy=0, additionalDetails=more)
    (row,) = command("check", "--json", path).rows
    assert row["document"]["additionalDetails"] == more
    assert row["document"]["iaprSignPolicy"] in (0, "0")
    said = command("submit", "--practice", "--today", "--json", path)
    assert (said.status, said.rows[0]["state"]) == (0, "issued"), said
