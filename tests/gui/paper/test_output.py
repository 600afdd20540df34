"""PDF, picture and printer: the same pages, searchable, with their fonts, prepared for the archive."""

from __future__ import annotations

import io
import threading
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter, QRawFont
from PySide6.QtPrintSupport import QPrinter
from qrcode.main import QRCode

from einvoice_desktop import paths
from einvoice_desktop.app.paper.content import PaperWishes
from einvoice_desktop.app.paper.page import Code, Face, Page, Text
from einvoice_desktop.app.paper.words import WORDS
from einvoice_desktop.domain.document import MiscellaneousData
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.writer import write_document
from einvoice_desktop.gui.paper.fonts import QtMeasure
from einvoice_desktop.gui.paper.output import pdf_bytes, picture, png_bytes, print_on
from einvoice_desktop.gui.paper.pages import PaperPages, lay_out
from einvoice_desktop.gui.qr import Matrix, matrix_of
from tests.app.paper.papers import RECEIPT, customer, invoice, paper, ware
from tests.cli.conftest import PUBLISHED
from tests.gui.paper.conftest import poppler

MILLIMETRES = 25.4
ALPHABET = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρστυφχψω άέήίόύώϊϋΐΰς ΆΈΉΊΌΎΏΪΫ µ·«»€"


def saved(tmp_path: Path, data: bytes) -> Path:
    file = tmp_path / "paper.pdf"
    file.write_bytes(data)
    return file


def text_of(file: Path) -> str:
    return poppler("pdftotext", "-layout", file, "-")


def shade(image: QImage) -> list[int]:
    """The image's grey values, made coarse: what a reader sees, not each edge."""
    small = image.scaled(
        105, 148, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    ).convertToFormat(QImage.Format.Format_Grayscale8)
    return [small.pixelColor(x, y).value() for y in range(148) for x in range(105)]


def test_text_comes_out_of_the_pdf_as_it_was_typed(codes, tmp_path):
    document = invoice(
        details=(ware(0, descriptions=(ALPHABET, "Αρχείο office, fi ffl", "δοκιμή ΐΰ ς")),),
        counter_party=customer(registered_name="Ωμέγα & Ύψιλον «Ανθοπωλείο»"),
    )
    said = " ".join(text_of(saved(tmp_path, pdf_bytes(lay_out(paper(document, codes)), title="x"))).split())
    for part in ALPHABET.split():
        assert part in said
    for typed in ("office, fi ffl", "Ωμέγα & Ύψιλον «Ανθοπωλείο»", "δοκιμή ΐΰ ς", RECEIPT.mark, RECEIPT.uid):
        assert typed in said


def test_latin_and_greek_letters_that_look_alike_stay_what_they_are(codes, tmp_path):
    for series in ("A", "Α"):
        content = paper(invoice(series=f"{series}77"), codes)
        said = text_of(saved(tmp_path, pdf_bytes(lay_out(content), title="x")))
        assert f"{series}77" in said


def test_every_letter_of_both_languages_is_in_the_shipped_font():
    asked = set(ALPHABET + "".join(a + b for a, b in WORDS.values()) + "0123456789.,-–…×=+%|\ufffd")
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        font = QRawFont(str(paths.resource(f"fonts/{name}")), 20)
        assert {c for c in asked if not font.supportsCharacter(ord(c))} == set()


def test_the_published_samples_print_in_both_languages_and_forms(codes, tmp_path):
    for file in sorted(PUBLISHED.glob("*.json")):
        document = read_document(file.read_bytes())
        for wishes in (PaperWishes(("el",)), PaperWishes(("en",)), PaperWishes(("el", "en"), "80mm")):
            pages = lay_out(paper(document, codes, wishes))
            assert pages.count == 1
            said = " ".join(text_of(saved(tmp_path, pdf_bytes(pages, title="x"))).split())
            assert "counter party's name" in said
            assert "Product's specifications" in said


def fonts_of(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [font for page in pdf.pages for font in page.Resources.Font.values()]


def assert_ready_for_the_archive(pdf: pikepdf.Pdf, part: int) -> None:
    """Fonts inside, colours defined, nothing transparent, and the metadata says which part it follows."""
    intents = list(pdf.Root.OutputIntents)
    assert len(intents) == 1
    assert intents[0].S == "/GTS_PDFA1"
    assert intents[0].DestOutputProfile.read_bytes()[16:20] == b"RGB "
    packet = pdf.Root.Metadata.read_bytes()
    assert f'pdfaid:part="{part}"'.encode() in packet
    assert b'pdfaid:conformance="B"' in packet
    assert not pdf.is_encrypted
    fonts = fonts_of(pdf)
    assert fonts
    for font in fonts:
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert "/FontFile2" in descriptor
        assert "/ToUnicode" in font
        assert "NotoSans" in str(descriptor.FontName)
    for page in pdf.pages:
        assert "/Group" not in page
        for state in page.Resources.ExtGState.values():
            assert (state.CA, state.ca, state.SMask) == (1, 1, "/None")
        for image in page.Resources.get("/XObject", {}).values():
            assert "/SMask" not in image


def test_a_pdf_is_prepared_as_pdf_a_1b(codes):
    content = paper(invoice(25), codes, PaperWishes(logo=logo_png()), environment="practice")
    with pikepdf.open(io.BytesIO(pdf_bytes(lay_out(content), title="Τιμολόγιο Α 1024"))) as pdf:
        assert_ready_for_the_archive(pdf, part=1)
        assert str(pdf.docinfo["/Title"]) == "Τιμολόγιο Α 1024"
        assert "Τιμολόγιο Α 1024".encode() in pdf.Root.Metadata.read_bytes()
        assert "/AF" not in pdf.Root
        assert len(pdf.attachments) == 0


def test_with_its_data_a_pdf_is_prepared_as_pdf_a_3b_and_gives_them_back(codes, tmp_path):
    document = invoice(2)
    data = write_document(document)
    made = pdf_bytes(lay_out(paper(document, codes)), title="x", data=data)
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert_ready_for_the_archive(pdf, part=3)
        (specification,) = list(pdf.Root.AF)
        assert specification.AFRelationship == "/Source"
        assert specification.EF.F.Subtype == "/application/json"
        assert pdf.attachments["document.json"].get_file().read_bytes() == data
    file = saved(tmp_path, made)
    poppler("pdfdetach", "-saveall", "-o", tmp_path, file)
    assert (tmp_path / "document.json").read_bytes() == data
    assert RECEIPT.mark in text_of(file)


@pytest.mark.parametrize("form", ["a4", "80mm"])
def test_preview_equals_print(codes, tmp_path, form):
    content = paper(invoice(30), codes, PaperWishes(("el", "en"), form, logo_png()), environment="practice")
    pages = lay_out(content)
    file = saved(tmp_path, pdf_bytes(pages, title="x"))
    poppler("pdftoppm", "-r", "100", "-png", file, tmp_path / "printed")
    printed = sorted(tmp_path.glob("printed*.png"))
    assert len(printed) == pages.count
    for page, name in enumerate(printed):
        differences = between(picture(pages, page, 100), QImage(str(name)))
        assert sum(differences) / len(differences) < 4.0
        assert sum(difference > 60 for difference in differences) < len(differences) / 1000


def between(one: QImage, other: QImage) -> list[int]:
    """How far two pictures differ, point by point, as a reader sees them."""
    return [abs(a - b) for a, b in zip(shade(one), shade(other), strict=True)]


def test_two_pages_that_are_not_the_same_differ_more_than_preview_and_print_may(codes):
    pages = lay_out(paper(invoice(60), codes))
    differences = between(picture(pages, 1, 100), picture(pages, 2, 100))
    assert sum(differences) / len(differences) > 8.0


def test_text_is_as_wide_painted_as_it_was_measured():
    measure = QtMeasure()
    for face in (Face(2.2), Face(2.8, bold=True), Face(5.2, bold=True)):
        item = Text(5.0, 10.0, "Πληρωτέο ποσό 1.234,56 €", face)
        image = QImage(3000, 400, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.scale(20, 20)
        PaperPages((Page(150.0, 20.0, (item,)),)).paint(painter, 0)
        painter.end()
        dark = [x for x in range(3000) if any(image.pixelColor(x, y).value() < 128 for y in range(60, 240))]
        assert dark[0] / 20 == pytest.approx(5.0, abs=0.6)
        assert dark[-1] / 20 == pytest.approx(5.0 + measure.width(item.text, face), abs=0.4)


def test_nothing_in_a_name_is_taken_for_markup_or_loaded(codes, tmp_path):
    secret = tmp_path / "secret.png"
    red = QImage(50, 50, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    red.save(str(secret))
    evil = f"<img src='{secret.as_uri()}'><b>x</b>"
    document = invoice(
        counter_party=customer(registered_name=evil),
        miscellaneous_data=MiscellaneousData(comments1=f"<style>*{{color:red}}</style>{evil}"),
    )
    pages = lay_out(paper(document, codes))
    said = "".join(text_of(saved(tmp_path, pdf_bytes(pages, title=evil))).split())
    assert "<b>x</b>" in said
    assert "<style>*{color:red}</style>" in said
    assert not has_red(picture(pages, 0, 50))


def has_red(image: QImage) -> bool:
    return any(
        image.pixelColor(x, y).red() > 200 and image.pixelColor(x, y).green() < 60
        for x in range(image.width())
        for y in range(image.height())
    )


def logo_png() -> bytes:
    """A red square with a transparent half."""
    image = QImage(400, 200, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.fillRect(0, 0, 200, 200, Qt.GlobalColor.red)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


LOGO_SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120">
<rect width="300" height="120" rx="20" fill="#ff0000"/></svg>"""


def test_logos_of_each_kind_are_painted(codes):
    jpeg = QBuffer()
    jpeg.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage.fromData(logo_png()).convertToFormat(QImage.Format.Format_RGB32).save(jpeg, "JPG")
    for logo in (logo_png(), LOGO_SVG, jpeg.data().data()):
        for form in ("a4", "80mm"):
            pages = lay_out(paper(invoice(), codes, PaperWishes(form=form, logo=logo)))
            assert has_red(picture(pages, 0, 40))


@pytest.mark.parametrize(
    "logo", [b"no picture", b"GIF89a", b"\x89PNG\r\n\x1a\n broken", b"<svg", b"<svg></svg>"]
)
def test_a_broken_logo_is_left_out(codes, logo):
    assert (
        lay_out(paper(invoice(), codes, PaperWishes(logo=logo))).pages
        == lay_out(paper(invoice(), codes, PaperWishes())).pages
    )


def test_a_drawing_loads_no_other_file(codes, tmp_path):
    secret = tmp_path / "secret.png"
    red = QImage(50, 50, QImage.Format.Format_RGB32)
    red.fill(Qt.GlobalColor.red)
    red.save(str(secret))
    for address in (secret.as_uri(), str(secret)):
        svg = (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="100"'
            f' height="100"><image width="100" height="100" xlink:href="{address}"/></svg>'
        )
        pages = lay_out(paper(invoice(), codes, PaperWishes(logo=svg.encode())))
        assert not has_red(picture(pages, 0, 50))


def test_the_qr_code_is_whole_and_codes_the_address(codes):
    pages = lay_out(paper(invoice(), codes))
    (code,) = [item for item in pages.pages[-1].items if isinstance(item, Code)]
    assert code.address == RECEIPT.url
    matrix = matrix_of(code.address)
    image = picture(pages, 0, 600)
    step = code.side / (len(matrix) + 8)
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            across = round((code.x + (x + 4.5) * step) / MILLIMETRES * 600)
            down = round((code.y + (y + 4.5) * step) / MILLIMETRES * 600)
            assert (image.pixelColor(across, down).value() < 128) is dark
    assert step > 0.33


def test_window_preview_picture_and_pdf_choose_the_mask_of_a_code_once(codes, monkeypatch):
    chosen = []
    make = QRCode.make
    monkeypatch.setattr(QRCode, "make", lambda code, **how: (chosen.append(code), make(code, **how)))
    address = f"{RECEIPT.url}/once"
    content = paper(invoice(), codes)
    content = replace(content, stamp=replace(content.stamp, address=address))
    shown: list[Matrix] = []
    window = [threading.Thread(target=lambda: shown.append(matrix_of(address))) for _ in range(4)]
    for one in window:
        one.start()
    pages = lay_out(content)
    for one in window:
        one.join()
    picture(pages, 0, 100)
    pdf_bytes(pages, title="x")
    pdf_bytes(lay_out(content), title="x")
    assert len(chosen) == 1
    assert all(matrix == matrix_of(address) for matrix in shown)


def test_a_picture_has_the_page_at_its_resolution(codes):
    pages = lay_out(paper(invoice(), codes))
    image = QImage.fromData(png_bytes(pages, 0, dpi=72))
    assert (image.width(), image.height()) == (595, 842)
    assert round(image.dotsPerMeterX() * MILLIMETRES / 1000) == 72


def test_each_page_of_a_pdf_has_its_size(codes):
    for form, width in (("a4", 595), ("80mm", 227)):
        pages = lay_out(paper(invoice(30), codes, PaperWishes(form=form)))
        with pikepdf.open(io.BytesIO(pdf_bytes(pages, title="x"))) as pdf:
            assert len(pdf.pages) == pages.count
            for number, page in enumerate(pdf.pages):
                assert page.mediabox[2] == pytest.approx(Decimal(width), abs=1)
                height = pages.size(number).height() / MILLIMETRES * 72
                assert float(page.mediabox[3]) == pytest.approx(height, abs=1)


def test_a_printer_prints_the_same_pages_and_only_those_that_were_chosen(codes, tmp_path):
    pages = lay_out(paper(invoice(60), codes))
    assert pages.count > 2
    for chosen, expected in (((0, 0), pages.count), ((2, 2), 1)):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        if chosen != (0, 0):
            printer.setFromTo(*chosen)
        print_on(pages, printer)
        with pikepdf.open(tmp_path / "printed.pdf") as pdf:
            assert len(pdf.pages) == expected
        first = "Σελίδα 2 από" if expected == 1 else "Σελίδα 1 από"
        assert first in text_of(tmp_path / "printed.pdf")
