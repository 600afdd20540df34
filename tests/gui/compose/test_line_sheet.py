"""All of one line in the table's place; columns that only some rows ask for; the document's discounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QTabWidget, QWidget

from einvoice_desktop.gui.compose.line_sheet import LineSheet
from einvoice_desktop.gui.compose.tab_kinds import PLACE_OF
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from collections.abc import Callable

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
ENTER, ESCAPE, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab


@pytest.fixture
def three(office: Office, line: Callable[..., None]) -> Office:
    for row, name in enumerate(("Καφές", "Τσάι", "Κακάο")):
        line(row, name, "1", "100")
    return office


def sheet(office: Office) -> LineSheet:
    found = office.page.findChild(LineSheet)
    assert found is not None
    return found


def press(office: Office, name: str) -> None:
    button = office.page.findChild(QAbstractButton, name)
    assert button is not None
    button.setFocus()
    office.key(Qt.Key.Key_Space, text=" ")


def told(office: Office) -> list[str]:
    return [label.text() for label in sheet(office).findChildren(QLabel) if label.isVisible()]


def test_alt_enter_opens_a_line_and_escape_leads_back_to_its_cell(three: Office) -> None:
    three.go(1, "Price")
    three.key(ENTER, ALT)
    assert sheet(three).isVisible()
    assert not three.table().isVisible()
    assert sheet(three).isAncestorOf(three.focus())
    three.key(ESCAPE)

    assert three.table().isVisible()
    assert three.focus() is three.table()
    assert three.table().here() == (1, three.column("Price"))


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_keys_lead_from_line_to_line(three: Office) -> None:
    three.go(0, "Price")
    three.key(ENTER, ALT)
    three.key(Qt.Key.Key_PageDown, CONTROL)
    three.key(Qt.Key.Key_PageDown, CONTROL)
    three.key(Qt.Key.Key_PageDown, CONTROL)
    assert "Line 3 of 3 · Κακάο" in told(three)
    three.key(Qt.Key.Key_PageUp, CONTROL)

    assert "Line 2 of 3 · Τσάι" in told(three)


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_what_is_left_to_classify_is_told(three: Office) -> None:
    three.session.choose("invoiceTypeCode", "3.1")
    head = "details[0].expensesClassification"
    three.session.choose(f"{head}.classificationCategoryCode", "category2_5")
    three.session.choose(f"{head}.classificationTypeCode", "E3_585_004")
    three.go(0, "Price")
    three.key(ENTER, ALT)
    press(three, "line.several")
    three.field("details[0].expensesClassifications[0].amount").setFocus()
    three.field("details[0].expensesClassifications[0].amount").selectAll()
    three.type("30")
    three.key(TAB)

    assert "Left to classify: 70.00" in told(three)
    three.session.undo()
    three.session.undo()
    assert three.session.value(f"{head}.classificationCategoryCode") == "category2_5"


def test_expenses_are_no_matter_of_a_sale(three: Office) -> None:
    three.go(0, "Price")
    three.key(ENTER, ALT)
    category = "details[0].expensesClassifications[0].classificationCategoryCode"
    assert not three.field(category).isVisible()
    three.session.choose("selfPricing", True)

    assert three.field(category).isVisible()


def test_a_problem_of_a_field_without_a_cell_opens_its_line(three: Office) -> None:
    three.session.choose("details[2].measurementUnitCode", 7)
    three.page.show_problem("details[2].otherMeasurementUnitTitle")

    assert three.focus() is three.field("details[2].otherMeasurementUnitTitle")
    three.page.show_problem("details[0].unitPrice")
    assert three.table().isVisible()
    assert not sheet(three).isVisible()


def test_a_line_that_goes_takes_its_sheet_along(three: Office) -> None:
    three.go(2, "Price")
    three.key(ENTER, ALT)
    three.session.remove_row("details", 2)

    assert three.table().isVisible()


def test_a_discount_of_the_document_is_typed_below_the_taxes_and_shared_by_the_lines(three: Office) -> None:
    bar = three.page.findChild(QTabWidget, "compose.tabs")
    assert bar is not None
    bar.setCurrentIndex(PLACE_OF["taxes"])
    three.field("allowancesCharges[0].percentage").setFocus()
    three.type("10")
    three.key(TAB)
    assert three.session.value("allowancesCharges[0].type") == "ALLOWANCE"
    assert three.field("allowancesCharges[1].percentage").isVisible()
    assert [three.cell(row, "Net") for row in range(3)] == ["90,00"] * 3

    assert three.sum("totalNetAmount") == "270,00"


def test_a_card_brings_its_columns_and_cash_none(office: Office) -> None:
    bar = office.page.findChild(QTabWidget, "compose.tabs")
    assert bar is not None
    bar.setCurrentIndex(PLACE_OF["payments"])
    table = office.table("payments")
    terminal = office.column("Terminal", "payments")
    assert table.isColumnHidden(terminal)
    office.session.choose("paymentDetails.paymentMethods[0].paymentMethodTypeCode", 7)

    assert not table.isColumnHidden(terminal)


def test_a_tax_of_a_line_is_a_column_as_long_as_there_is_one(three: Office) -> None:
    withheld = three.column("Withheld")
    assert three.table().isColumnHidden(withheld)
    three.session.choose("details[0].withheldPercentCategoryCode", 2)

    assert not three.table().isColumnHidden(three.column("Withholding"))
    assert three.session.text("details[0].withheldAmount") == "20,00"


def test_a_fee_of_a_clearance_is_classified_as_income(three: Office) -> None:
    three.session.choose("invoiceTypeCode", "1.5")
    table = three.table()
    assert not table.isColumnHidden(three.column("Part"))
    three.session.choose("details[0].invoiceDetailTypeCode", 1)
    three.session.choose("details[1].invoiceDetailTypeCode", 2)
    place = three.column("Class")
    paths = [table.rows.path(table.rows.index(row, place)) for row in range(2)]

    assert paths == [
        "details[0].expensesClassification.classificationCategoryCode",
        "details[1].incomeClassification.classificationCategoryCode",
    ]


def test_nothing_of_a_line_is_made_before_it_is_looked_at(three: Office) -> None:
    assert three.page.findChild(LineSheet) is None
    assert three.page.findChild(QWidget, "details[0].taricNo") is None
