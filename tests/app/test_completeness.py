"""How far a document is, as the rules say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.completeness import Completeness, completeness
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft, choose, edit_text
from einvoice_desktop.app.faults import faults_of


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("data")
    opened = bootstrap.open_desk(bootstrap.Options(folder))
    yield opened
    opened.close()


def far(desk: Desk, draft: Draft) -> Completeness:
    composition = desk.compose(draft)
    lines = faults_of(p for problems in composition.line_problems.values() for p in problems)
    return completeness(composition, lines)


def typed(desk: Desk, draft: Draft, **texts: str) -> Draft:
    for path, text in texts.items():
        draft = edit_text(draft, path.replace("__", "."), text, "el", desk.codes)
    return draft


def test_a_new_invoice_lacks_the_customer_and_the_lines(desk: Desk) -> None:
    assert far(desk, desk.new_draft()) == (7, 10, 0)


def test_each_field_that_is_filled_counts_until_it_is_ready(desk: Desk) -> None:
    draft = typed(desk, desk.new_draft(), counterParty__vat="EL094014201")
    assert far(desk, draft).filled == 8
    draft = typed(desk, draft, counterParty__registeredName="Α")
    assert far(desk, draft).filled == 9
    draft = edit_text(draft, "details[0].unitPrice", "10", "el", desk.codes)

    assert far(desk, draft) == (10, 10, 0)
    assert far(desk, draft).is_ready


def test_what_is_filled_and_wrong_is_not_ready(desk: Desk) -> None:
    draft = typed(desk, desk.new_draft(), counterParty__vat="EL1234", counterParty__registeredName="Α")
    draft = edit_text(draft, "details[0].unitPrice", "10", "el", desk.codes)

    assert far(desk, draft) == (10, 10, 1)
    assert not far(desk, draft).is_ready


def test_the_type_decides_what_is_required(desk: Desk) -> None:
    required = {
        code: far(desk, choose(desk.new_draft(), "invoiceTypeCode", code, desk.codes)).required
        for code in ("1.1", "5.1", "9.3", "11.1")
    }

    # 5.1 names the original; retail has no customer; a movement has day and purpose, no currency, no payment.
    assert required == {"1.1": 10, "5.1": 11, "9.3": 14, "11.1": 8}


def test_a_reason_that_a_line_needs_is_one_more(desk: Desk) -> None:
    draft = edit_text(desk.new_draft(), "details[0].unitPrice", "10", "el", desk.codes)
    before = far(desk, draft)
    exempt = choose(draft, "details[0].vatCategoryCode", 7, desk.codes)
    assert far(desk, exempt).required == before.required + 1
    reasoned = choose(exempt, "details[0].vatExemptionCategoryCode", 4, desk.codes)

    assert far(desk, reasoned) == before


def test_a_document_without_a_type_wants_one(desk: Desk) -> None:
    draft = choose(desk.new_draft(), "invoiceTypeCode", None, desk.codes)

    assert far(desk, draft).filled < far(desk, draft).required
