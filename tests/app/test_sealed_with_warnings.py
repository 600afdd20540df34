"""What is issued although rules warned is written into the journal, with what they warned of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.errors import DocumentHasErrors
from einvoice_desktop.app.journal_view import attempts_with_bytes
from einvoice_desktop.domain.fields import replace_value
from einvoice_desktop.domain.problems import Severity
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import OutcomeKind
from tests.app.scripted import INVOICE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = bootstrap.open_desk(bootstrap.Options(tmp_path, server="uat"), "a-key")
    yield opened
    opened.close()


def test_the_journal_opens_with_the_warnings_that_stood(desk: Desk) -> None:
    row = desk.seal(Draft(replace_value(read_document(INVOICE), "details[0].remarks", "Α" * 151)))

    (note,) = desk.journal(row.id)
    assert note.outcome.kind is OutcomeKind.SEALED_WITH_WARNINGS
    told = {(p.path, p.code, p.severity) for p in note.outcome.problems}
    assert ("details[0].remarks", "text_too_long", Severity.WARNING) in told
    assert {p.severity for p in note.outcome.problems} == {Severity.WARNING}
    assert desk.first_broken_attempt() is None


def test_the_note_is_no_attempt_and_sent_nothing(desk: Desk) -> None:
    row = desk.seal(Draft(replace_value(read_document(INVOICE), "details[0].remarks", "Α" * 151)))

    assert row.attempts == 0
    assert [sent for _, sent in attempts_with_bytes(desk, row.id)] == [b""]


def test_what_nothing_warns_of_has_no_note(desk: Desk) -> None:
    document = read_document(INVOICE)
    for path, value in (
        ("details[0].incomeClassification.classificationCategoryCode", "category1_1"),
        ("details[0].incomeClassification.classificationTypeCode", "E3_561_001"),
    ):
        document = replace_value(document, path, value)
    assert [p.code for p in desk.compose(Draft(document)).problems] == []
    assert desk.journal(desk.seal(Draft(document)).id) == []


def test_what_is_certain_cannot_be_issued_all_the_same(desk: Desk) -> None:
    with pytest.raises(DocumentHasErrors):
        desk.seal(Draft(replace_value(read_document(INVOICE), "details[0].taricNo", "1")))
    assert desk.submissions() == []
