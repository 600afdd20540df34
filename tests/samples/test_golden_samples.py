"""Golden sums and pages of our own samples. `EINVOICE_GOLDEN=rewrite` writes them anew.

The sums are told by both minds: what this program computes, and what the practice provider's own code adds
up from the same document.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from einvoice_desktop import paths
from einvoice_desktop.app.sample_drafts import on_day
from einvoice_desktop.domain.codes import TAX_KINDS, CodeTables
from einvoice_desktop.domain.composition import Composition
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.gui.paper.fonts import point_at
from einvoice_desktop.gui.paper.pages import lay_out
from einvoice_desktop.sandbox.fields import Node, read_json
from einvoice_desktop.sandbox.lines import ZERO
from einvoice_desktop.sandbox.receipts import POS_RECEIPT_TYPES, read_any
from einvoice_desktop.sandbox.totals import added_up
from tests.app.paper.papers import TODAY, paper
from tests.gui.paper.test_golden import REWRITE, dump
from tests.samples.conftest import GOLDEN, OWN, of_today

SUMS = GOLDEN / "sums.json"
PAGES = GOLDEN / "pages"
MEMBERS = {
    "totalNetAmount": "net",
    "totalVATAmount": "vat",
    **{f"total{kind.amount.title().replace('_', '')}": kind.field for kind in TAX_KINDS},
    "totalGrossValue": "gross",
}


def ours(composition: Composition) -> dict[str, str]:
    """What this program computes, amounts of zero left out."""
    sums = {member: getattr(composition.summaries, name) for member, name in MEMBERS.items()}
    return _shown(sums)


def theirs(composition: Composition) -> dict[str, str]:
    """What the practice provider's code makes of the bytes that would be sent."""
    document = read_any(Node.root(read_json(write_document(composition.document))))
    sums = added_up(document)
    if document.invoice_type in POS_RECEIPT_TYPES:
        sums["totalGrossValue"] = sum((payment.amount for payment in document.payments), ZERO)
    return _shown(sums)


def _shown(sums: Mapping[str, Decimal]) -> dict[str, str]:
    return {name: format(amount, ".2f") for name, amount in sums.items() if amount}


@pytest.fixture(scope="module")
def golden_sums(codes: CodeTables) -> dict[str, Any]:
    if REWRITE:
        made = {
            name: {"ours": ours(composition), "practice": theirs(composition)}
            for name, composition in ((name, of_today(OWN[name], codes, {})) for name in OWN)
        }
        text = json.dumps(made, indent=1) + "\n"
        SUMS.write_text(text, encoding="utf-8", newline="\n")
    read: dict[str, Any] = json.loads(SUMS.read_text(encoding="utf-8"))
    return read


@pytest.mark.parametrize("name", OWN)
def test_both_minds_add_a_sample_up_to_the_same_sums(
    name: str, codes: CodeTables, golden_sums: dict[str, Any]
) -> None:
    composition = of_today(OWN[name], codes, {})
    golden = golden_sums[name]
    assert ours(composition) == golden["ours"]
    assert theirs(composition) == golden["practice"]
    assert golden["ours"] == golden["practice"]


@pytest.mark.parametrize("name", OWN)
def test_the_sums_in_the_file_are_those(name: str, golden_sums: dict[str, Any]) -> None:
    document = read_document(OWN[name].data)
    written = json.loads(write_document(document), parse_float=Decimal)
    sums = {member: Decimal(written.get("summaries", {}).get(member, 0)) for member in MEMBERS}
    if "totalAmount" in written:
        sums["totalGrossValue"] = Decimal(written["totalAmount"])
    assert _shown(sums) == golden_sums[name]["ours"]


@pytest.mark.parametrize("name", OWN)
def test_the_page_is_the_one_that_was_read_and_approved(
    name: str, codes: CodeTables, qapp: QApplication
) -> None:
    assert qapp is not None
    point_at(paths.resource)
    document = on_day(read_document(OWN[name].data), TODAY)
    document = document.with_member("date_issued", f"{TODAY}T10:15:00")
    made = dump(lay_out(paper(document.with_member("number", "1"), codes)).pages)
    file = PAGES / f"{name}.txt"
    if REWRITE:
        file.write_text(made, encoding="utf-8", newline="\n")
    assert made == file.read_text(encoding="utf-8")


def test_there_are_no_golden_sums_or_pages_of_what_is_no_sample(golden_sums: dict[str, Any]) -> None:
    assert list(golden_sums) == list(OWN)
    assert {file.stem for file in PAGES.glob("*")} == set(OWN)
