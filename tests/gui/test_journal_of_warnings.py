"""The journal shows what a document was issued in spite of, in words, and counts tries without it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.entry import Language
from einvoice_desktop.domain.fields import replace_value
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.gui.pages.details import answers_text
from tests.app.scripted import INVOICE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = bootstrap.open_desk(bootstrap.Options(tmp_path, server="uat"), "a-key")
    yield opened
    opened.close()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "The text is longer than 150 characters."), ("el", "Το κείμενο ξεπερνά τους 150 χαρακτήρες.")],
)
def test_the_journal_tells_the_warnings_in_words(desk: Desk, language: Language, words: str) -> None:
    row = desk.seal(Draft(replace_value(read_document(INVOICE), "details[0].remarks", "Α" * 151)))

    text = answers_text(desk, row.id, language)
    assert words in text
    assert "details[0].remarks" in text
    assert "Try" not in text
