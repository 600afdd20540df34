"""Blocks of cells as Excel, LibreOffice and browsers put them on the clipboard."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.app.blocks import amount_of, number_form, read_block, read_tsv, write_tsv
from einvoice_desktop.app.html_table import Cell, read_html, write_html

EXCEL = """<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<style><!--table {mso-displayed-decimal-separator:"\\,";}
.xl65 {mso-number-format:"\\#\\,\\#\\#0\\.00\\ \\0022€\\0022";}--></style></head>
<body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=192 style='width:144pt'>
<!--StartFragment-->
 <col width=64 span=3 style='width:48pt'>
 <tr height=20 style='height:15.0pt'>
  <td height=20 colspan=2 width=128 style='height:15.0pt;mso-ignore:colspan'>Καφές <font
  class="font5">ελληνικός</font>, 1&nbsp;κιλό</td>
  <td class=xl65 align=right width=64><span style='mso-spacerun:yes'>&nbsp;</span>1.234,50 € </td>
 </tr>
 <tr height=20 style='display:none'><td>κρυφό</td><td>x</td><td>1</td></tr>
 <tr height=20><td>a &lt;b&gt; &amp; c<br style="mso-data-placement:same-cell">d</td>
  <td></td><td align=right>12</td></tr>
 <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr><![endif]>
<!--EndFragment--></table></body></html>"""

LIBRE = """<!DOCTYPE html><html><body><table cellspacing="0" border="0"><colgroup span="2"></colgroup>
<tr><td height="17" align="left"><b>Λάμπα</b></td>
<td align="right" sdval="1234.5" sdnum="1033;0;#,##0.00"><font face="Arial">1,234.50</font></td></tr>
<tr><td rowspan=2>Δύο</td><td align="right" sdval="1234" sdnum="1033;">1,234</td></tr>
<tr><td align="right" sdval="0.1" sdnum="1033;0;0%">10%</td></tr></table></body></html>"""


def texts(block: object) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block]  # type: ignore[attr-defined]


def test_a_table_of_excel_with_its_formatting_merged_and_hidden_cells() -> None:
    assert texts(read_html(EXCEL)) == [
        ["Καφές ελληνικός, 1 κιλό", "", "1.234,50 €"],
        ["a <b> & c\nd", "", "12"],
    ]


def test_a_table_of_libreoffice_tells_its_numbers() -> None:
    block = read_html(LIBRE)
    assert texts(block) == [["Λάμπα", "1,234.50"], ["Δύο", "1,234"], ["", "10%"]]
    assert [row[1].number for row in block] == [Decimal("1234.5"), Decimal(1234), Decimal("0.1")]


def test_a_table_inside_a_cell_is_part_of_its_text() -> None:
    html = "<table><tr><td>α<table><tr><td>β</td><td>γ</td></tr></table></td><td>δ</td></tr></table>"
    assert texts(read_html(html)) == [["αβγ", "δ"]]


@pytest.mark.parametrize("html", ["", "<p>κείμενο</p>", "<table>", "<td", "<table><tr></table>", "<tr><td>"])
def test_html_without_a_table_is_none(html: str) -> None:
    assert texts(read_html(html)) == []


def test_text_with_tabs_line_ends_and_quotes_in_cells_as_excel_writes_it() -> None:
    text = 'Α\t"δύο\nγραμμές και ""εισαγωγικά"""\t5" οθόνη\r\n"όλο"\t"με\ttab"\t\r\n'
    assert texts(read_tsv(text)) == [
        ["Α", 'δύο\nγραμμές και "εισαγωγικά"', '5" οθόνη'],
        ['"όλο"', "με\ttab", ""],
    ]


@pytest.mark.parametrize("text", ['"', '"α', 'α"β', '"α"β\tγ', '""', "α\tβ", '"α\nβ'])
def test_what_is_written_is_read_again(text: str) -> None:
    block = [[Cell(text), Cell("x")], [Cell("y"), Cell(text)]]
    assert texts(read_tsv(write_tsv(block))) == texts(block)


def test_no_cell_is_lost_or_made_of_odd_text() -> None:
    assert texts(read_tsv("")) == []
    assert texts(read_tsv("\r\n\r\n")) == []
    assert texts(read_tsv("α\r\nβ")) == [["α"], ["β"]]
    assert texts(read_tsv("\tα")) == [["", "α"]]
    assert len(read_tsv("α\n" * 50_000)) <= 20_001


def test_a_copied_table_is_escaped_and_carries_its_numbers() -> None:
    html = write_html([[Cell("<b>&\"'", None, "1"), Cell("1.234,50", Decimal("1234.50"))]])
    assert "<b>" not in html
    (row,) = read_html(html)
    assert row == [Cell("<b>&\"'", None, "1"), Cell("1.234,50", Decimal("1234.50"))]


def test_text_is_taken_where_both_agree_with_the_numbers_of_the_table() -> None:
    block = read_block(
        "Λάμπα   δύο\t1,234", LIBRE.replace("<b>Λάμπα</b>", "Λάμπα δύο").split("<tr><td rowspan")[0]
    )
    assert block == [[Cell("Λάμπα   δύο"), Cell("1,234", Decimal("1234.5"))]]


def test_the_table_is_taken_where_the_text_is_none() -> None:
    html = "<table><tr><td>Καφές</td><td>2</td></tr><tr><td>Τσάι</td><td>3</td></tr></table>"
    assert texts(read_block("Καφές\n2\nΤσάι\n3", html)) == [["Καφές", "2"], ["Τσάι", "3"]]
    assert texts(read_block("Καφές\t2\nΤσάι\t3", "<b>x</b>")) == [["Καφές", "2"], ["Τσάι", "3"]]


@pytest.mark.parametrize(
    ("found", "language", "form"),
    [
        (["1.234", "10,50"], "en", "el"),
        (["1,234", "10.5"], "el", "en"),
        (["1,234.00"], "el", "en"),
        (["1.234.567"], "en", "el"),
        (["1.234"], "el", "el"),
        (["1.234"], "en", "en"),
        (["1,5", "1.5"], "el", "el"),
        (["Κ.Α.", "12", "..", ""], "en", "en"),
        (["0,500"], "en", "el"),
    ],
)
def test_the_form_of_a_block_s_numbers(found: list[str], language: str, form: str) -> None:
    assert number_form(found, language) == form  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("cell", "form", "value"),
    [
        (Cell("1,234", Decimal(1234)), "el", "1234"),
        (Cell("12,35", Decimal("12.3456789")), "el", "12.35"),
        (Cell("#####", Decimal("7.5")), "el", "7.5"),
        (Cell("(5,00 €)"), "el", "-5.00"),
        (Cell("1.234,50 €"), "en", "1234.50"),
    ],
)
def test_an_amount_is_what_was_seen(cell: Cell, form: str, value: str) -> None:
    read = amount_of(cell, form)  # type: ignore[arg-type]
    assert (read.value, read.ambiguous) == (Decimal(value), False)


def test_one_lone_mark_stays_doubtful() -> None:
    assert amount_of(Cell("1.234"), "el").ambiguous
    assert not amount_of(Cell("κάτι"), "el").ok
