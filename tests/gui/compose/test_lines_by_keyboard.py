"""A person types lines without touching the mouse."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from einvoice_desktop.gui.fields.amount import AmountField
from einvoice_desktop.gui.fields.code import CodeBox
from tests.gui.compose.office import Office

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
TAB, BACKTAB, ENTER, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape


def test_a_line_is_typed_cell_by_cell(office: Office) -> None:
    office.go(0, "Code")
    office.type("AK-1")
    office.key(TAB)
    office.type("Καλώδιο 3x1,5")
    office.key(TAB)
    office.type("κιλ")
    office.key(TAB)
    office.type("2,5")
    office.key(ENTER)
    office.type("100")
    office.key(TAB)
    office.type("10")
    office.key(TAB)
    office.type("13")
    office.key(TAB)
    office.type("1_3")
    office.key(TAB)
    office.type("561_001")
    office.key(TAB)

    value = office.session.value
    assert value("details[0].code") == "AK-1"
    assert value("details[0].descriptions[0]") == "Καλώδιο 3x1,5"
    assert value("details[0].measurementUnitCode") == 2
    assert value("details[0].vatCategoryCode") == 2
    assert value("details[0].incomeClassification.classificationCategoryCode") == "category1_3"
    assert value("details[0].incomeClassification.classificationTypeCode") == "E3_561_001"
    assert office.cell(0, "Net") == "225,00"
    assert office.cell(0, "VAT") == "13%"
    assert office.sum("totalNetAmount") == "225,00"
    assert office.sum("totalPayableAmount") == "254,25"


def test_tab_in_the_last_cell_of_the_last_row_begins_a_new_row(office: Office) -> None:
    table = office.go(0, "E3")
    office.key(TAB)

    assert table.rows.rowCount() == 2
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 0)
    office.type("Β")
    assert office.session.value("details[1].code") == "Β"


def test_tab_beyond_the_total_begins_a_new_row_too(office: Office) -> None:
    table = office.go(0, "Total")
    office.key(TAB)

    assert table.rows.rowCount() == 2


def test_tab_out_of_an_editor_in_the_last_cell_begins_a_new_row(office: Office) -> None:
    table = office.go(0, "E3")
    office.type("561_003")
    office.key(TAB)

    assert table.rows.rowCount() == 2
    assert office.session.value("details[0].incomeClassification.classificationTypeCode") == "E3_561_003"


def test_the_sums_follow_every_key(office: Office) -> None:
    office.go(0, "Price")
    seen = []
    for letter in "12,5":
        office.type(letter)
        seen.append(office.sum("totalNetAmount"))

    assert seen == ["1,00", "12,00", "12,00", "12,50"]
    assert isinstance(office.focus(), AmountField)
    assert office.focus().text() == "12,5"


@pytest.mark.parametrize(("unready", "mark"), [("el", ","), ("en", ".")], indirect=["unready"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Period, Qt.Key.Key_Comma])
def test_the_keypad_has_the_decimal_mark_of_the_language(unready: Office, mark: str, key: Qt.Key) -> None:
    unready.start()
    unready.go(0, "Price")
    unready.type("7")
    unready.key(key, KEYPAD, "." if key is Qt.Key.Key_Period else ",")
    unready.type("25")

    assert unready.focus().text() == f"7{mark}25"
    unready.key(ENTER)
    assert unready.sum("totalNetAmount") == f"7{mark}25"


@pytest.mark.parametrize("typed", ["3,40", "3.40"])
def test_comma_and_point_both_mean_decimal(office: Office, typed: str) -> None:
    office.go(0, "Price")
    office.type(typed)
    office.key(ENTER)

    assert office.cell(0, "Price") == "3,40"


def test_half_typed_text_stays_and_is_told(office: Office) -> None:
    office.go(0, "Price")
    office.type("12,5x")
    office.key(TAB)

    assert office.cell(0, "Price") == "12,5x"
    office.go(0, "Price")
    office.key(Qt.Key.Key_F2)
    assert office.focus().text() == "12,5x"


def test_escape_brings_the_cell_back_as_it_was(office: Office) -> None:
    office.go(0, "Price")
    office.type("50")
    office.key(ENTER)
    office.go(0, "Price")
    office.type("7")
    assert office.sum("totalNetAmount") == "7,00"
    office.key(ESCAPE)

    assert office.cell(0, "Price") == "50,00"
    assert office.sum("totalNetAmount") == "50,00"
    assert office.focus() is office.table()


def test_looking_into_a_computed_cell_does_not_fix_it(office: Office) -> None:
    office.go(0, "Price")
    office.type("50")
    office.key(ENTER)
    office.go(0, "Net")
    office.key(Qt.Key.Key_F2)
    office.key(ENTER)
    office.go(0, "Net")
    office.type("9")
    office.key(ESCAPE)
    office.go(0, "Qty")
    office.type("2")
    office.key(ENTER)

    assert office.cell(0, "Net") == "100,00"


def test_a_net_value_that_is_typed_is_kept(office: Office) -> None:
    office.go(0, "Price")
    office.type("50")
    office.key(ENTER)
    office.go(0, "Net")
    office.type("49,99")
    office.key(ENTER)

    assert office.sum("totalNetAmount") == "49,99"


def test_f2_selects_the_whole_cell(office: Office) -> None:
    office.go(0, "Qty")
    office.key(Qt.Key.Key_F2)

    assert office.focus().selectedText() == "1"


def test_shift_tab_goes_back_and_out_of_the_first_cell(office: Office) -> None:
    table = office.go(0, "Description")
    office.key(BACKTAB, SHIFT)
    assert table.currentIndex().column() == office.column("Code")
    office.key(BACKTAB, SHIFT)

    assert office.focus() is not table


def test_insert_duplicate_move_and_remove(office: Office) -> None:
    table = office.go(0, "Code")
    office.type("Α")
    office.key(ENTER)
    office.key(Qt.Key.Key_Insert)
    office.type("Β")
    office.key(ENTER)
    office.key(Qt.Key.Key_D, CONTROL | SHIFT)
    assert [office.cell(row, "Code") for row in range(3)] == ["Α", "Β", "Β"]
    assert table.currentIndex().row() == 2

    office.key(Qt.Key.Key_Up, ALT)
    office.key(Qt.Key.Key_Up, ALT)
    assert [office.cell(row, "Code") for row in range(3)] == ["Β", "Α", "Β"]
    assert table.currentIndex().row() == 0

    office.key(Qt.Key.Key_Delete, CONTROL)
    assert [office.cell(row, "Code") for row in range(2)] == ["Α", "Β"]


def test_a_line_is_added_below_the_one_that_is_being_typed(office: Office) -> None:
    office.page.add_line()
    office.go(0, "Code")
    office.type("Α")
    office.page.add_line()
    office.type("Β")
    office.key(ENTER)

    assert [office.cell(row, "Code") for row in range(3)] == ["Α", "Β", ""]


def test_typing_into_an_emptied_table_begins_its_first_row(office: Office) -> None:
    table = office.go(0, "Code")
    office.key(Qt.Key.Key_Delete, CONTROL)
    assert table.rows.rowCount() == 0
    office.type("Ζ")

    assert table.rows.rowCount() == 1
    assert office.session.value("details[0].code") == "Ζ"


def test_a_code_cell_opens_its_list_with_f4(office: Office) -> None:
    office.go(0, "VAT")
    office.key(Qt.Key.Key_F4)
    box = office.focus()
    assert isinstance(box, CodeBox)
    assert box.is_open()
    office.key(Qt.Key.Key_Down)
    office.key(ENTER)

    assert office.session.value("details[0].vatCategoryCode") == 2


def test_delete_empties_a_cell(office: Office) -> None:
    office.go(0, "Price")
    office.type("50")
    office.key(ENTER)
    office.go(0, "Price")
    office.key(Qt.Key.Key_Delete)

    assert office.cell(0, "Price") == ""
    assert office.sum("totalNetAmount") == "0,00"


def test_up_and_down_leave_an_amount_for_the_row_above_and_below(office: Office) -> None:
    office.page.add_line()
    table = office.go(0, "Price")
    office.type("5")
    office.key(Qt.Key.Key_Down)

    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, office.column("Price"))
    assert office.cell(0, "Price") == "5,00"


def test_a_block_is_pasted_and_copied(office: Office, qapp: Any) -> None:
    qapp.clipboard().setText("Κ1\tΚαλώδιο\tΚιλά\t2\t10,50\nΚ2\tΛάμπα\tΤεμάχια\t1.000\t1,25")
    table = office.go(0, "Code")
    table.clipboard.paste()

    assert table.rows.rowCount() == 2
    assert [office.cell(1, title) for title in ("Code", "Description", "Unit", "Qty", "Price")] == [
        "Κ2",
        "Λάμπα",
        "Τεμάχια",
        "1.000",
        "1,25",
    ]
    assert office.sum("totalNetAmount") == "1.271,00"
    table.selectRow(0)
    table.clipboard.copy()
    assert qapp.clipboard().text().startswith("Κ1\tΚαλώδιο\tΚιλά\t2\t10,50")


def test_another_document_begins_in_its_first_cell(office: Office) -> None:
    office.go(0, "VAT")
    office.page.show_problem("paymentDetails.paymentMethods[0].amount")
    office.session.replace(office.desk.new_draft(), None)
    office.page.focus_first()
    office.key(Qt.Key.Key_F6)

    table = office.table()
    assert office.focus() is table
    assert (table.currentIndex().row(), table.currentIndex().column()) == (0, 0)
