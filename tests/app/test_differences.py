"""Where two states of a draft differ: what undo points at."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.differences import first_difference
from einvoice_desktop.app.drafting import add_row, choose, drop_row, edit_text


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("data")
    opened = bootstrap.open_desk(bootstrap.Options(folder))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("series", "Β"),
        ("counterParty.vat", "EL1"),
        ("counterParty.address.city", "Αθήνα"),
        ("distributionDetails.vehileNumber", "ΥΑΒ 1"),
        ("details[0].unitPrice", "12"),
        ("details[0].unitPrice", "12x"),
        ("correlatedInvoices", "1, 2"),
        ("paymentDetails.paymentMethods[0].amount", "5"),
    ],
)
def test_a_typed_field_is_the_difference(desk: Desk, path: str, text: str) -> None:
    before = desk.new_draft()
    after = edit_text(before, path, text, "el", desk.codes)

    assert first_difference(before, after) == path
    assert first_difference(after, before) == path


def test_of_a_choice_the_code_is_the_difference_not_the_words_beside_it(desk: Desk) -> None:
    before = desk.new_draft()

    for path, value in (("invoiceTypeCode", "2.1"), ("details[0].vatCategoryCode", 2)):
        assert first_difference(before, choose(before, path, value, desk.codes)) == path


def test_a_row_that_comes_or_goes_is_named_by_its_place(desk: Desk) -> None:
    one = edit_text(desk.new_draft(), "details[0].code", "α", "el", desk.codes)
    two = add_row(one, "details", 1)
    three = edit_text(add_row(two, "details", 2), "details[2].code", "γ", "el", desk.codes)

    assert first_difference(one, two) == "details[1]"
    assert first_difference(two, one) == "details[0]"
    assert first_difference(three, drop_row(three, "details", 0)) == "details[0]"
    assert first_difference(drop_row(three, "details", 0), three) == "details[0]"


def test_nothing_differs_from_itself(desk: Desk) -> None:
    draft = desk.new_draft()

    assert first_difference(draft, draft) == ""
