"""The Samples view: a published document opens as a new draft and is issued, in either language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.driver.atspi import App
from tests.samples.conftest import EVERY
from tests.window.person import confirm, read_receipt, wait_for_rows

ROWS = len(EVERY) + len({sample.group for sample in EVERY})
"""Samples and the headings of their groups."""


@pytest.mark.parametrize(
    ("language", "document_type", "to_pay"),
    [("el", "3.1 Τίτλος Κτήσης", "609,06"), ("en", "3.1 Acquisition Title", "609.06")],
    ids=["greek", "english"],
)
def test_a_sample_is_opened_as_a_new_draft_and_issued(
    start: Callable[..., App], tmp_path: Path, language: str, document_type: str, to_pay: str
) -> None:
    app = start(language)
    wait_for_rows(app, 1)
    app.press("view.samples")
    wait_for_rows(app, ROWS, "samples")
    app.desktop.key("Down", "Down", "Down", "Return")
    app.wait_for_text("summaries.totalPayableAmount", to_pay)
    assert app.find("invoiceTypeCode").name.startswith(document_type)
    assert (app.text("number"), app.text("dateIssued")) == ("", "")
    app.press("action.issue")
    confirm(app)
    read_receipt(app, tmp_path)
