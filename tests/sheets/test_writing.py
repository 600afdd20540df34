"""Tables as files: numbers are numbers, texts are texts, and no text is ever a formula."""

from __future__ import annotations

import csv
import errno
import gc
import io
import zipfile
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports.tables import Table, TableColumn, TableForm
from einvoice_desktop.sheets import writing

COLUMNS = (
    TableColumn("Πελάτης"),
    TableColumn("Ποσό", "money"),
    TableColumn("Ημερομηνία", "date"),
    TableColumn("Πλήθος", "whole"),
)
ROWS = (
    ("Καφεκοπτείο «Η Ωραία» ΑΕ", Decimal("1234.50"), "2026-11-23", 7),
    ("094014201", Decimal("-0.01"), "", None),
    ("-5", Decimal("9999999999999.99"), "χθες", 0),
)
EVIL = (
    "=1+1",
    "+30 210",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    "\u00a0=1",
    "\u200b=1",
    "\u202e=cmd|' /C calc'!A0",
    "＝1",
    "|x",
)


def written(form: TableForm, *tables: Table) -> bytes:
    file = io.BytesIO()
    writing.write_tables(file, tables or (Table("Αρχείο", COLUMNS, iter(ROWS)),), form)
    return file.getvalue()


def cells(data: bytes, greek: bool) -> list[list[str]]:
    text = data.decode("utf-8-sig" if greek else "utf-8")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";" if greek else ","))


def test_xlsx_has_real_numbers_and_days_under_a_frozen_heading() -> None:
    data = written(TableForm.XLSX)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    assert book.sheet_names == ["Αρχείο"]
    head, first, second, third = book.get_sheet_by_index(0).to_python()
    assert head == ["Πελάτης", "Ποσό", "Ημερομηνία", "Πλήθος"]
    assert first == [ROWS[0][0], 1234.5, date(2026, 11, 23), 7.0]
    assert second[:2] == ["094014201", -0.01]
    assert third[0] == "-5"
    assert third[2] == "χθες"
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert "9999999999999.99</v>" in sheet
    assert 'state="frozen"' in sheet
    assert "<f>" not in sheet


def test_a_day_before_the_calendar_of_spreadsheets_is_written_as_text() -> None:
    table = Table("Αρχείο", COLUMNS, [("Αγορά", None, day, None) for day in ("1821-03-25", "1900-01-01")])
    book = CalamineWorkbook.from_filelike(io.BytesIO(written(TableForm.XLSX, table)))
    days = [row[2] for row in book.get_sheet_by_index(0).to_python()[1:]]
    assert days == ["1821-03-25", date(1900, 1, 1)]


def test_greek_excel_reads_a_csv_with_a_double_click() -> None:
    data = written(TableForm.CSV_GREEK)
    assert data.startswith("\ufeffΠελάτης;Ποσό;Ημερομηνία;Πλήθος\r\n".encode())
    assert cells(data, greek=True)[1:] == [
        ["Καφεκοπτείο «Η Ωραία» ΑΕ", "1234,50", "23/11/2026", "7"],
        ["094014201", "-0,01", "", ""],
        ["'-5", "9999999999999,99", "χθες", "0"],
    ]


def test_other_programs_get_commas_points_and_plain_days() -> None:
    data = written(TableForm.CSV_PLAIN)
    assert data.startswith("Πελάτης,Ποσό".encode())
    assert cells(data, greek=False)[1] == [ROWS[0][0], "1234.50", "2026-11-23", "7"]
    both = written(TableForm.CSV_PLAIN, Table("=α", COLUMNS[:1], [("x",)]), Table("β", COLUMNS[:1], [("y",)]))
    assert cells(both, greek=False) == [["'=α"], ["Πελάτης"], ["x"], [], ["β"], ["Πελάτης"], ["y"]]


@given(st.lists(st.text(max_size=20) | st.sampled_from(EVIL), min_size=1, max_size=4))
def test_no_text_begins_a_formula_and_every_file_opens(texts: list[str]) -> None:
    table = Table(texts[0], (TableColumn(texts[-1]),), [(text,) for text in texts])
    for form in (TableForm.CSV_GREEK, TableForm.CSV_PLAIN):
        for row in cells(written(form, table), greek=form is TableForm.CSV_GREEK):
            for cell in row:
                assert not cell.lstrip("\u200b\u202e\ufeff ").lstrip().startswith(("=", "+", "-", "@"))
    data = written(TableForm.XLSX, table)
    sheet = zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names


@pytest.mark.parametrize("text", EVIL)
def test_what_is_seen_of_a_dangerous_text_stays(text: str) -> None:
    table = Table("t", (TableColumn("x"),), [(text,)])
    assert cells(written(TableForm.CSV_PLAIN, table), greek=False)[1] == [f"'{text}"]
    (_, (cell,)) = (
        CalamineWorkbook.from_filelike(io.BytesIO(written(TableForm.XLSX, table)))
        .get_sheet_by_index(0)
        .to_python(skip_empty_area=False)
    )
    assert str(cell).strip() == text.strip().replace("\r", "\n").strip() or "_x" in str(cell)


class FullOnce(io.BytesIO):
    """A disk on which somebody makes room again."""

    full = True

    def write(self, data: Any) -> int:
        if self.full and self.tell() > 500:
            self.full = False
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


# What the library leaves behind of its archive complains of the disk when it is thrown away.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("form", list(TableForm))
def test_a_full_disk_is_told_as_such(form: TableForm) -> None:
    rows = ((str(n), None, "", n) for n in range(5000))
    with pytest.raises(OSError, match="No space left") as failed:
        writing.write_tables(FullOnce(), [Table("Αρχείο", COLUMNS, rows)], form)
    assert failed.value.errno == errno.ENOSPC
    del failed
    gc.collect()


def test_marks_of_fonts_in_a_text_are_text() -> None:
    evil = "<r><t>a</t></r>"
    data = written(TableForm.XLSX, Table("t", (TableColumn("x"),), [(evil,)]))
    (_, (cell,)) = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert cell.strip() == evil


def test_sheets_of_like_names_each_get_their_own_and_a_table_has_an_end(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    twice = [Table("ΦΠΑ [24%]: όλα/μαζί και ακόμη περισσότερα", COLUMNS[:1], [("x",)]) for _ in range(2)]
    names = CalamineWorkbook.from_filelike(io.BytesIO(written(TableForm.XLSX, *twice))).sheet_names
    assert len({name.casefold() for name in names}) == 2
    monkeypatch.setattr(writing, "MOST_TABLE_ROWS", 2)
    with pytest.raises(UserError, match="table_too_long"):
        written(TableForm.XLSX)
