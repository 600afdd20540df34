"""Golden pages: the text of whole papers, row by row. `EINVOICE_GOLDEN=rewrite` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from einvoice_desktop.app.paper.content import PaperContent, PaperWishes
from einvoice_desktop.app.paper.page import Code, Page, Picture, Text
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.gui.paper.pages import lay_out
from tests.app.paper.papers import PROVIDER_LINE, invoice, paper
from tests.cli.conftest import PUBLISHED

FOLDER = Path(__file__).parent / "golden"
REWRITE = os.environ.get("EINVOICE_GOLDEN") == "rewrite"


def dump(pages: tuple[Page, ...]) -> str:
    """What stands on each page from the top down; what shares a row stands beside each other."""
    return "\n".join(
        row
        for number, page in enumerate(pages, 1)
        for row in (f"=== {number}: {page.width:.0f} mm wide", *_rows(page), "")
    )


def _rows(page: Page) -> list[str]:
    found = [f"~ {item.text}" for item in page.items if isinstance(item, Text) and item.angle]
    rows: dict[int, list[tuple[float, str]]] = {}
    for item in page.items:
        if isinstance(item, Text) and not item.angle:
            rows.setdefault(round(item.y * 2), []).append((item.x, item.text))
        elif isinstance(item, Code):
            rows.setdefault(round(item.y * 2), []).append((item.x, f"[QR {item.address}]"))
        elif isinstance(item, Picture):
            rows.setdefault(round(item.y * 2), []).append((item.x, "[picture]"))
    return found + [" | ".join(text for _, text in sorted(row)) for _, row in sorted(rows.items())]


def both(codes: CodeTables) -> PaperContent:
    wishes = PaperWishes(("el", "en"), provider_line=PROVIDER_LINE)
    return paper(invoice(21), codes, wishes, environment="practice")


def sample(codes: CodeTables) -> PaperContent:
    document = read_document((PUBLISHED / "3.1-4.json").read_bytes())
    return paper(document, codes, PaperWishes(("el", "en")), State.DRAFT)


CASES = {
    "el-1": lambda codes: paper(invoice(1), codes),
    "el-20": lambda codes: paper(invoice(20), codes),
    "el-21": lambda codes: paper(invoice(21), codes),
    "el-60": lambda codes: paper(invoice(60), codes),
    "el-300": lambda codes: paper(invoice(300), codes),
    "en-3": lambda codes: paper(invoice(3), codes, PaperWishes(("en",), provider_line=PROVIDER_LINE)),
    "both-21-practice": both,
    "both-sample-draft": sample,
    "el-5-80mm": lambda codes: paper(invoice(5), codes, PaperWishes(form="80mm")),
}


@pytest.mark.parametrize("name", CASES)
def test_the_pages_are_those_that_were_read_and_approved(codes, name):
    made = dump(lay_out(CASES[name](codes)).pages)
    file = FOLDER / f"{name}.txt"
    if REWRITE:
        FOLDER.mkdir(exist_ok=True)
        file.write_text(made, encoding="utf-8", newline="\n")
    assert made == file.read_text(encoding="utf-8")


def test_there_is_no_golden_page_that_nothing_makes():
    assert {file.stem for file in FOLDER.glob("*")} == set(CASES)
