"""`render`: the page as it would print, as PDF and as pictures, without a window or a screen."""

import json
import subprocess

import pytest

from einvoice_desktop.domain.writer import write_document
from tests.app.paper.papers import invoice
from tests.cli.conftest import PUBLISHED

SAMPLE = PUBLISHED / "3.1-4.json"


def text_of(file):
    done = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, encoding="utf-8", check=True
    )
    return done.stdout


def test_a_document_becomes_a_pdf_in_greek_that_says_it_is_a_draft(command, tmp_path):
    target = tmp_path / "παραστατικό.pdf"
    said = command("render", SAMPLE, "-o", target)
    assert (said.status, said.out, said.err) == (0, f"{target}\n", "")
    text = text_of(target)
    assert "Πληρωτέο ποσό" in text
    assert "609,06 €" in text
    assert "Προσχέδιο – δεν έχει εκδοθεί" in text


@pytest.mark.parametrize(
    ("language", "words"), [("el", ["Πελάτης"]), ("en", ["Customer"]), ("both", ["Πελάτης", "Customer"])]
)
def test_the_language_is_the_callers(command, tmp_path, language, words):
    file = tmp_path / "invoice.json"
    file.write_bytes(write_document(invoice()))
    command("render", file, "-o", tmp_path / "x.pdf", "--language", language)
    text = text_of(tmp_path / "x.pdf")
    assert [word for word in ("Πελάτης", "Customer") if word in text] == words


def test_several_pages_become_several_pictures(command, tmp_path):
    file = tmp_path / "invoice.json"
    file.write_bytes(write_document(invoice(60)))
    said = command("render", file, "-o", tmp_path / "x.png")
    made = sorted(path.name for path in tmp_path.glob("*.png"))
    assert made == ["x-2.png", "x-3.png", "x.png"]
    told = [line for line in said.out.splitlines() if not line.startswith(" ")]
    assert told == [str(tmp_path / name) for name in ("x.png", "x-2.png", "x-3.png")]
    assert all((tmp_path / name).read_bytes().startswith(b"\x89PNG") for name in made)


def test_the_roll_is_one_picture(command, tmp_path):
    file = tmp_path / "invoice.json"
    file.write_bytes(write_document(invoice(60)))
    command("render", file, "-o", tmp_path / "x.png", "--form", "80mm")
    assert [path.name for path in tmp_path.glob("*.png")] == ["x.png"]


def test_what_is_not_said_stands_in_the_settings(command, folder, tmp_path):
    folder.mkdir()
    (folder / "settings.ini").write_text(
        "[settings]\npaper.language = en\npaper.providerLine = LICENCE_001\n", encoding="utf-8"
    )
    command("render", SAMPLE, "-o", tmp_path / "x.pdf")
    text = text_of(tmp_path / "x.pdf")
    assert "Amount payable" in text
    assert "LICENCE_001" in text


def test_a_document_with_errors_is_rendered_all_the_same(command, tmp_path):
    file = tmp_path / "wrong.json"
    file.write_text(
        json.dumps({"invoiceTypeCode": "1.1", "details": [{"unitPrice": 5, "vatCategoryCode": 7}]}),
        encoding="utf-8",
    )
    said = command("render", file, "-o", tmp_path / "x.pdf")
    assert said.status == 1
    assert "details[0].vatExemptionCategoryCode" in said.out
    assert "5,00 €" in text_of(tmp_path / "x.pdf")


@pytest.mark.parametrize(
    ("file", "target", "told"),
    [
        (SAMPLE, "x.docx", "x.docx"),
        ("nowhere.json", "x.pdf", "nowhere.json"),
        (SAMPLE, "missing/x.pdf", "x.pdf"),
    ],
)
def test_what_cannot_be_done_gives_a_sentence_and_leaves_nothing(command, tmp_path, file, target, told):
    said = command("render", file, "-o", tmp_path / target)
    assert (said.status, said.out) == (2, "")
    assert told in said.err
    assert said.err.count("\n") == 1
    assert list(tmp_path.glob("**/x*")) == []


def test_words_that_are_off_are_refused(command, tmp_path):
    assert command("render", SAMPLE).status == 2
    assert command("render", SAMPLE, "-o", tmp_path / "x.pdf", "--language", "fr").status == 2
    assert command("render", SAMPLE, "-o", tmp_path / "x.pdf", "--form", "a5").status == 2
