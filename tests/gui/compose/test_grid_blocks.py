"""Blocks in the table of lines: pasted from spreadsheets, copied, cut, filled down; each one step of undo."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, Qt
from PySide6.QtWidgets import QLabel

from einvoice_desktop.app.html_table import read_html
from einvoice_desktop.gui.compose.table_model import SEVERITY_ROLE
from tests.gui.compose.office import Office

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def told(office: Office) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    office.table().clipboard.told.connect(lambda text, tone: heard.append((text, tone)))
    return heard


def paste(
    office: Office, qapp: Any, text: str = "", html: str = "", at: tuple[int, str] = (0, "Code")
) -> None:
    """Puts it on the clipboard and presses Ctrl+V in a cell."""
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    qapp.clipboard().setMimeData(data)
    office.go(*at)
    office.key(Qt.Key.Key_V, CONTROL)


def select(office: Office, rows: tuple[int, int], titles: tuple[str, str]) -> None:
    table = office.go(rows[0], titles[0])
    corners = [table.rows.index(row, office.column(title)) for row, title in zip(rows, titles, strict=True)]
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    table.selectionModel().select(QItemSelection(*corners), flag)


def cells(office: Office, row: int, *titles: str) -> list[str]:
    return [office.cell(row, title) for title in titles]


# --- paste ------------------------------------------------------------------------------------------------


def test_a_pasted_block_is_one_step_and_says_how_much_it_was(
    office: Office, qapp: Any, told: list[tuple[str, str]]
) -> None:
    paste(office, qapp, "Κ1\tΚαλώδιο\tΚιλά\t2\t10,50\r\nΚ2\tΛάμπα\tΤεμάχια\t3\t1,25\r\n")

    assert told == [("Pasted. Lines: 2, cells: 10.", "success")]
    assert office.sum("totalNetAmount") == "24,75"
    office.session.undo()
    assert office.table().rows.rowCount() == 1
    assert cells(office, 0, "Code", "Description", "Price") == ["", "", ""]
    assert not office.session.can_undo


def test_a_heading_in_either_language_says_where_the_cells_go(
    office: Office, qapp: Any, told: list[tuple[str, str]]
) -> None:
    paste(
        office,
        qapp,
        "Τιμή μονάδας\tΠερίοδος\tΠεριγραφή\tQuantity\tΣύνολο\n"
        "12,50\tΝοέ\tΚαφές\t4\t62,00\n8\tΝοέ\tΤσάι\t1\t9,92",
        at=(0, "Qty"),
    )

    assert cells(office, 0, "Description", "Qty", "Price", "Net") == ["Καφές", "4", "12,50", "50,00"]
    assert cells(office, 1, "Description", "Qty", "Price", "Code") == ["Τσάι", "1", "8,00", ""]
    assert office.table().rows.rowCount() == 2
    assert told == [("Pasted. Lines: 2, cells: 6. Without: Περίοδος.", "warning")]
    assert office.session.draft.document.details[0].total is None


def test_a_table_of_html_alone_is_taken(office: Office, qapp: Any) -> None:
    html = """<table><tr><td>Α1</td><td>Λάδι&nbsp;<b>1 λίτρο</b></td><td>Λίτρα</td>
    <td sdval="1234" sdnum="1033;">1,234</td><td>2.50</td></tr></table>"""
    paste(office, qapp, "", html)

    assert cells(office, 0, "Code", "Description", "Unit", "Qty", "Price") == [
        "Α1", "Λάδι 1 λίτρο", "Λίτρα", "1.234", "2,50",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("unready", "text", "price"),
    [
        ("el", "1.234\n10,50", "1.234,00"),
        ("el", "1,234\n10.50", "1.234,00"),
        ("en", "1.234\n10,50", "1,234.00"),
        ("en", "1,234.56\n1", "1,234.56"),
    ],
    indirect=["unready"],
)
def test_numbers_are_read_in_the_form_that_the_block_shows(
    unready: Office, qapp: Any, text: str, price: str
) -> None:
    unready.start()
    paste(unready, qapp, text, at=(0, "Price"))
    assert unready.cell(0, "Price") == price


@pytest.mark.parametrize(("unready", "text"), [("el", "1.234"), ("en", "1,234")], indirect=["unready"])
def test_a_doubtful_number_is_read_as_the_window_s_language_has_it_and_that_is_said(
    unready: Office, qapp: Any, text: str
) -> None:
    heard: list[str] = []
    unready.start()
    unready.table().clipboard.told.connect(lambda said, _tone: heard.append(said))
    paste(unready, qapp, text, at=(0, "Price"))

    assert unready.session.value("details[0].unitPrice") == 1234
    assert unready.cell(0, "Price") in ("1.234,00", "1,234.00")
    assert "1 amounts like 1.234 were read as thousands." in heard[0]


def test_what_is_not_understood_stays_as_it_was_and_is_marked(
    office: Office, qapp: Any, told: list[tuple[str, str]]
) -> None:
    paste(office, qapp, "Κ1\tΚαφές\tβαρέλια\tδύο\t12,5x\n")

    assert cells(office, 0, "Unit", "Qty", "Price") == ["βαρέλια", "δύο", "12,5x"]
    assert told == [("Pasted. Lines: 1, cells: 5. Not understood and marked: 3.", "warning")]
    for title in ("Unit", "Qty", "Price"):
        index = office.table().rows.index(0, office.column(title))
        assert index.data(SEVERITY_ROLE) == "error"


def test_empty_cells_leave_what_a_new_line_carries_on(office: Office, qapp: Any) -> None:
    paste(office, qapp, "\tΚαφές\t\t\t5\n\tΤσάι\t\t\t6")
    assert cells(office, 1, "Description", "Unit", "Qty", "VAT") == ["Τσάι", "Τεμάχια", "1", "24%"]


def test_an_empty_cell_empties_one_that_was_filled(office: Office, qapp: Any) -> None:
    paste(office, qapp, "Κ1\tΚαφές\t\t2\t5")
    paste(office, qapp, "Κ2\tΚαφές\t\t2\t")
    assert cells(office, 0, "Code", "Price") == ["Κ2", ""]


def test_one_cell_goes_to_every_selected_one(office: Office, qapp: Any) -> None:
    paste(office, qapp, "Α\nΒ\nΓ")
    qapp.clipboard().setText("7,5")
    select(office, (0, 2), ("Price", "Price"))
    office.key(Qt.Key.Key_V, CONTROL)
    assert [office.cell(row, "Price") for row in range(3)] == ["7,50"] * 3


def test_line_ends_in_a_cell_become_blanks(office: Office, qapp: Any) -> None:
    paste(office, qapp, 'Κ1\t"Καφές\nελληνικός\x07"\t\t1\t5')
    assert office.cell(0, "Description") == "Καφές ελληνικός"


def test_nothing_on_the_clipboard_changes_nothing(office: Office, qapp: Any) -> None:
    before = office.session.draft
    for text in ("", "\n\n"):
        paste(office, qapp, text or " ")
    qapp.clipboard().clear()
    office.key(Qt.Key.Key_V, CONTROL)
    assert office.session.draft is before


def test_payments_and_taxes_take_blocks_too(office: Office, qapp: Any) -> None:
    office.page.findChild(object, "compose.tabs").setCurrentIndex(2)
    qapp.clipboard().setText("Μετρητά\t10\nPOS\t5")
    office.table("payments").setFocus()
    office.table("payments").go(0, 0)
    office.key(Qt.Key.Key_V, CONTROL)
    assert [office.cell(row, "Amount", "payments") for row in range(2)] == ["10,00", "5,00"]
    assert office.cell(0, "Way of payment", "payments") == "Μετρητά"


def test_a_thousand_lines_are_pasted_within_a_second(
    office: Office, qapp: Any, told: list[tuple[str, str]]
) -> None:
    rows = [f"Κ{i}\tΠεριγραφή {i}\tΤεμάχια\t{i % 7 + 1}\t{i},{i % 100:02}\t\t24%" for i in range(1, 1001)]
    seconds = []
    for _ in range(3):
        # What this thread works: others may have the processor meanwhile.
        start = time.thread_time()
        paste(office, qapp, "\r\n".join(rows))
        seconds.append(time.thread_time() - start)
        assert office.table().rows.rowCount() == 1000
        office.session.undo()

    assert told[0][0] == "Pasted. Lines: 1000, cells: 6000."
    assert min(seconds) < 1.0


# --- copy and cut -----------------------------------------------------------------------------------------


def test_a_copy_is_text_and_a_table_and_comes_back_the_same(office: Office, qapp: Any) -> None:
    paste(office, qapp, "<Κ&1>\tΚαφές\tΚιλά\t1234\t10,50\t10\t13%")
    select(office, (0, 0), ("Code", "VAT"))
    office.key(Qt.Key.Key_C, CONTROL)
    data = qapp.clipboard().mimeData()

    shown = [column for column in range(8) if not office.table().isColumnHidden(column)]
    assert len(data.text().split("\t")) == len(shown)
    assert data.text().startswith("<Κ&1>\tΚαφές\tΚιλά\t1.234\t10,50\t10\t")
    assert "&lt;Κ&amp;1&gt;" in data.html()
    assert [cell.number for cell in read_html(data.html())[0]][3] == Decimal(1234)
    assert read_html(data.html())[0][-1].code == "2"
    office.page.add_line()
    office.go(1, "Code")
    office.key(Qt.Key.Key_V, CONTROL)
    assert cells(office, 1, "Code", "Unit", "Qty", "Price", "VAT") == [
        "<Κ&1>",
        "Κιλά",
        "1.234",
        "10,50",
        "13%",
    ]


def test_cut_empties_the_cells_in_one_step(office: Office, qapp: Any) -> None:
    paste(office, qapp, "Κ1\tΚαφές\tΚιλά\t2\t10,50")
    select(office, (0, 0), ("Code", "Description"))
    office.key(Qt.Key.Key_X, CONTROL)

    assert qapp.clipboard().text() == "Κ1\tΚαφές"
    assert cells(office, 0, "Code", "Description", "Price") == ["", "", "10,50"]
    office.session.undo()
    assert cells(office, 0, "Code", "Description") == ["Κ1", "Καφές"]


# --- fill down --------------------------------------------------------------------------------------------


def test_the_first_selected_row_is_filled_down_in_one_step(office: Office, qapp: Any) -> None:
    paste(office, qapp, "Κ1\tΑ\tΚιλά\t1.234\t10,50\t5\nΚ2\tΒ\tΤεμάχια\t1\t1\nΚ3\tΓ\tΤεμάχια\t1\t2")
    select(office, (0, 2), ("Unit", "Total"))
    office.key(Qt.Key.Key_D, CONTROL)

    for row in (1, 2):
        assert cells(office, row, "Unit", "Qty", "Price", "Disc.%") == ["Κιλά", "1.234", "10,50", "5"]
        assert office.session.draft.document.details[row].net_total is None
    assert [office.cell(row, "Description") for row in range(3)] == ["Α", "Β", "Γ"]
    office.session.undo()
    assert cells(office, 1, "Unit", "Price") == ["Τεμάχια", "1,00"]


def test_a_single_cell_is_filled_from_the_one_above(office: Office, qapp: Any) -> None:
    paste(office, qapp, "Κ1\tΑ\nΚ2\tΒ")
    office.go(1, "Description")
    office.key(Qt.Key.Key_D, CONTROL)
    assert [office.cell(row, "Description") for row in range(2)] == ["Α", "Α"]
    office.go(0, "Description")
    office.key(Qt.Key.Key_D, CONTROL)
    assert office.cell(0, "Description") == "Α"


def test_what_was_not_understood_is_filled_down_as_typed(office: Office, qapp: Any) -> None:
    paste(office, qapp, "Κ1\tΑ\t\t1\t12,5x\nΚ2\tΒ\t\t1\t1")
    select(office, (0, 1), ("Price", "Price"))
    office.key(Qt.Key.Key_D, CONTROL)
    assert office.cell(1, "Price") == "12,5x"


# --- selecting --------------------------------------------------------------------------------------------


def test_rows_columns_and_blocks_are_selected_by_key(office: Office, qapp: Any) -> None:
    paste(office, qapp, "Κ1\tΑ\t\t1\t1\nΚ2\tΒ\t\t1\t2\nΚ3\tΓ\t\t1\t3")
    table = office.go(1, "Qty")
    office.key(Qt.Key.Key_Space, SHIFT)
    assert {index.row() for index in table.selectedIndexes()} == {1}
    assert table.selectionModel().isRowSelected(1)
    office.go(1, "Qty")
    office.key(Qt.Key.Key_Space, CONTROL)
    assert table.selectionModel().isColumnSelected(office.column("Qty"))
    office.go(0, "Qty")
    office.key(Qt.Key.Key_Down, SHIFT)
    office.key(Qt.Key.Key_Right, SHIFT)
    assert len(table.selectedIndexes()) == 4


def test_the_sum_of_the_selected_amounts_is_shown(office: Office, qapp: Any) -> None:
    paste(office, qapp, "Κ1\tΑ\t\t1\t1,10\nΚ2\tΒ\t\t1\t2,20\nΚ3\tΓ\t\t1\t3,30")
    label = office.page.findChild(QLabel, "details.sum")
    select(office, (0, 1), ("Price", "Price"))
    assert label.isVisible()
    assert label.text() == "Sum of 2: 3,30"
    office.session.edit("details[0].unitPrice", "5")
    assert label.text() == "Sum of 2: 7,20"
    office.go(0, "Price")
    assert not label.isVisible()


# --- escape -----------------------------------------------------------------------------------------------


def test_escape_cancels_the_cell_then_the_untouched_row_then_leaves(office: Office) -> None:
    table = office.go(0, "E3")
    office.key(Qt.Key.Key_Tab)
    assert table.rows.rowCount() == 2
    office.type("x")
    office.key(ESCAPE)
    assert table.rows.rowCount() == 2
    office.key(ESCAPE)
    assert table.rows.rowCount() == 1
    assert table.currentIndex().row() == 0
    assert office.focus() is table
    office.key(ESCAPE)
    assert office.focus() is not table


def test_a_row_that_was_touched_stays(office: Office) -> None:
    table = office.go(0, "E3")
    office.key(Qt.Key.Key_Tab)
    office.type("Κ")
    office.key(ENTER)
    office.key(ESCAPE)
    assert table.rows.rowCount() == 2
