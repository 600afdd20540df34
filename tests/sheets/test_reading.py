"""Spreadsheets as people have them: every form, encoding and separator; what cannot be read is told."""

from __future__ import annotations

import contextlib
import io
import random
import struct
import zipfile
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.sheets.reading import read_workbook

FILES = Path(__file__).parent / "files"
GREEK = (
    "Κωδικός;Επωνυμία;Έκπτωση\r\n"
    "001;Άνθη & Άρωμα Ο.Ε.;12,5\r\n"
    '002;"Έπιπλα ""Ό,τι; κι αν είναι""";1.234,50\r\n'
)
ROWS = (
    ("Κωδικός", "Επωνυμία", "Έκπτωση"),
    ("001", "Άνθη & Άρωμα Ο.Ε.", "12,5"),
    ("002", 'Έπιπλα "Ό,τι; κι αν είναι"', "1.234,50"),
)


def xlsx(fill: Callable[[Any, Any], None]) -> bytes:
    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    fill(book, book.add_worksheet("Φύλλο"))
    book.close()
    return file.getvalue()


def code_of(data: bytes, **how: str) -> str:
    with pytest.raises(UserError) as told:
        read_workbook(data, **how)
    return told.value.code


@pytest.mark.parametrize(
    ("python", "told"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1253", "cp1253"),
        ("iso-8859-7", "iso-8859-7"),
    ],
)
def test_greek_text_is_read_in_whatever_encoding_it_was_saved(python: str, told: str) -> None:
    book = read_workbook(GREEK.encode(python))
    assert (book.encoding, book.separator) == (told, ";")
    assert book.sheets[0].rows == ROWS


@pytest.mark.parametrize(
    ("text", "told"),
    [("Λάδι «Άνθη» – 5 €", "cp1253"), ("l’Oréal;Άλφα".replace("é", "e"), "cp1253"), ("Καφές", "cp1253")],
)
def test_what_windows_alone_has_tells_its_encoding(text: str, told: str) -> None:
    assert read_workbook(text.encode("cp1253")).encoding == told


def test_an_apostrophe_of_iso_is_no_capital_of_windows() -> None:
    data = "Άλφα;του ’21;Άνω".encode("iso-8859-7")
    book = read_workbook(data)
    assert book.encoding == "iso-8859-7"
    assert book.sheets[0].rows[0] == ("Άλφα", "του ’21", "Άνω")


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_separators_and_line_ends_are_found_out(separator: str, end: str) -> None:
    rows = [["Code", "Name", "Price"], ["001", '"Ά, Β; Γ"', '"1,50"'], ["002", '"δύο\nγραμμές"', '"2,00"']]
    book = read_workbook(end.join(separator.join(row) for row in rows).encode())
    assert book.separator == separator
    assert book.sheets[0].rows[1:] == (("001", "Ά, Β; Γ", "1,50"), ("002", "δύο\nγραμμές", "2,00"))


def test_a_decimal_comma_in_every_row_is_no_separator() -> None:
    book = read_workbook("α;1,5\nβ;2,5\nγ;3,5\n".encode())
    assert book.sheets[0].rows[0] == ("α", "1,5")


def test_excel_may_say_the_separator_and_titles_may_stand_above_the_table() -> None:
    assert read_workbook(b"sep=,\r\na,b\r\n1;2,3\r\n").sheets[0].rows == (("a", "b"), ("1;2", "3"))
    book = read_workbook("Πελατολόγιο\n\nΚωδ,Όνομα\n1,Α\n2,Β\n".encode())
    assert book.separator == ","
    assert book.sheets[0].rows[1] == ()


def test_a_person_may_say_encoding_and_separator() -> None:
    book = read_workbook("Ά,β;γ".encode("cp737"), encoding="cp737", separator=";")
    assert book.sheets[0].rows == (("Ά,β", "γ"),)
    assert code_of("Παπαδόπουλος;Γεώργιος".encode("cp1253"), encoding="utf-8") == "sheet_encoding"


def test_numbers_days_and_codes_of_a_workbook_are_what_a_person_sees() -> None:
    def fill(book: Any, sheet: Any) -> None:
        sheet.write_row(1, 1, ["ΑΦΜ", "Ποσοστό", "Τιμή", "Ημέρα", "Ναι", "Κωδικός"])
        sheet.write_row(2, 1, [94014201, 0.24, 1.1 * 3])
        sheet.write_datetime(2, 4, date(2026, 11, 21), book.add_format({"num_format": "dd/mm/yyyy"}))
        sheet.write_boolean(2, 5, True)
        sheet.write_string(2, 6, "00012")
        sheet.write_row(3, 1, [0.1 + 0.2, 1e15, 12345678.9])
        book.add_worksheet("Κρυφό").hide()

    (sheet,) = read_workbook(xlsx(fill)).sheets
    assert sheet.name == "Φύλλο"
    assert sheet.rows[0] == (), "rows are counted as the spreadsheet counts them"
    number, day = Decimal("94014201"), date(2026, 11, 21)
    assert sheet.rows[2] == (None, number, Decimal("0.24"), Decimal("3.3"), day, True, "00012")
    assert sheet.rows[3][1:] == (Decimal("0.3"), Decimal("1e15"), Decimal("12345678.9"))
    assert all(isinstance(cell, Decimal) for cell in sheet.rows[3][1:]), "no float comes out of it"


def test_an_old_workbook_and_an_open_one_are_read() -> None:
    (customers,) = read_workbook((FILES / "customers.xls").read_bytes()).sheets
    assert customers.name == "Πελάτες"
    assert customers.rows[1] == (
        "00012",
        "Παπαδόπουλος Α.Ε.",
        Decimal(94014201),
        "ΦΑΕ Αθηνών",
        Decimal(10431),
    )
    (items,) = read_workbook((FILES / "items.ods").read_bytes()).sheets
    assert items.rows[1] == ("A-1", "Καφές φίλτρου", "κιλά", Decimal("12.5"), Decimal(24))


def test_what_is_no_spreadsheet_is_told() -> None:
    assert code_of(b"") == code_of(b" \r\n ") == code_of(xlsx(lambda _book, _sheet: None)) == "sheet_empty"
    assert code_of((FILES / "protected.xlsx").read_bytes()) == "sheet_protected"
    whole = xlsx(lambda _book, sheet: sheet.write(0, 0, "α"))
    assert code_of(whole[: len(whole) // 2]) == "sheet_damaged"
    assert code_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)) == "sheet_damaged"
    assert (
        code_of(b"%PDF-1.7\n...")
        == code_of(b"\x89PNG\r\n\x1a\n")
        == code_of(b"<html><p>x</p>")
        == "sheet_unknown"
    )
    assert code_of(bytes(range(256)) * 4) == "sheet_unknown"
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert code_of(other.getvalue()) == "sheet_unknown"


def test_a_cell_far_away_is_told_before_it_costs_all_the_memory() -> None:
    assert code_of(far("A1048576")) == "sheet_too_long"
    assert code_of(far("XFD1")) == "sheet_too_wide"
    assert code_of(ods('table:number-rows-repeated="900000"')) == "sheet_too_long"


def test_an_old_workbook_that_names_endless_room_or_has_a_password_is_told() -> None:
    old = (FILES / "customers.xls").read_bytes()
    at = old.index(struct.pack("<HH", 0x0200, 14)) + 4
    assert code_of(old[:at] + struct.pack("<II", 0, 0xFFFFFFF0) + old[at + 8 :]) == "sheet_damaged"
    protects = struct.pack("<HH", 0x0019, 2)
    assert code_of(old.replace(protects, struct.pack("<HH", 0x002F, 2))) == "sheet_protected"


@pytest.mark.parametrize("name", ["customers.xls", "items.ods", "protected.xlsx"])
def test_whatever_is_damaged_in_a_file_it_is_read_or_told(name: str) -> None:
    whole, chance = (FILES / name).read_bytes(), random.Random(7)
    told = set()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.choice((1, 3, 12))):
            data[chance.randrange(len(data))] = chance.choice((0, 255, chance.randrange(256)))
        for piece in (data, data[: chance.randrange(len(data))]):
            with contextlib.suppress(UserError):
                told.add(len(read_workbook(bytes(piece)).sheets))
    assert told <= {1}


def far(place: str) -> bytes:
    """A workbook of two cells, the second one there."""
    made, near = io.BytesIO(), xlsx(lambda _book, sheet: sheet.write_row(0, 0, [1, 2]))
    with zipfile.ZipFile(io.BytesIO(near)) as whole, zipfile.ZipFile(made, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, whole.read(name).replace(b'r="B1"', f'r="{place}"'.encode()))
    return made.getvalue()


def test_empty_rows_without_end_below_a_table_cost_nothing() -> None:
    data = ods(
        "",
        after='<table:table-row table:number-rows-repeated="1048574"><table:table-cell/></table:table-row>',
    )
    assert read_workbook(data).sheets[0].rows == (("α",),)


def ods(attributes: str, after: str = "") -> bytes:
    """The fixture with other rows in it."""
    made = io.BytesIO()
    with zipfile.ZipFile(FILES / "items.ods") as whole, zipfile.ZipFile(made, "w") as archive:
        for name in whole.namelist():
            text = whole.read(name)
            if name == "content.xml":
                head, tail = text.split(b"<table:table-row>", 1)
                cell = '<table:table-cell office:value-type="string"><text:p>α</text:p></table:table-cell>'
                row = f"<table:table-row {attributes}>{cell}</table:table-row>{after}"
                text = head + row.encode() + tail[tail.index(b"</table:table>") :]
            archive.writestr(name, text)
    return made.getvalue()


def test_too_many_rows_of_text_are_told() -> None:
    assert code_of(b"a;b\n" * 50_001) == "sheet_too_long"
    assert code_of(b";".join([b"x"] * 201)) == "sheet_too_wide"
