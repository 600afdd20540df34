"""The panel for a price with VAT included and for a wanted total, worked by keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from tests.gui.compose.office import Office

ENTER, ESCAPE, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Space


def answer(office: Office) -> str:
    found = office.page.findChild(QLabel, "pricing.answer")
    assert found is not None
    return found.text()


def panel(office: Office) -> QWidget:
    found = office.page.findChild(QWidget, "pricing")
    assert found is not None
    return found


def test_a_price_with_vat_is_typed_and_taken(office: Office, line: Callable[..., None]) -> None:
    line(0, "α", "3", "1")
    office.go(0, "Price")
    office.page.ask_price("grossPrice")
    assert office.focus().objectName() == "pricing.amount"
    office.type("9,99")
    assert "8,057" in answer(office)
    assert "29,97" in answer(office)
    office.key(ENTER)

    assert office.cell(0, "Price") == "8,057"
    assert office.cell(0, "Total") == "29,97"
    assert not panel(office).isVisible()
    assert office.focus() is office.table()


def test_one_undo_takes_it_back(office: Office, line: Callable[..., None]) -> None:
    line(0, "α", "1", "100")
    office.page.ask_price("payable")
    office.type("111,60")
    office.key(TAB)
    office.key(TAB)
    office.key(SPACE, text=" ")
    assert office.page.findChild(QCheckBox, "pricing.discount").isChecked()
    office.key(ENTER)
    assert office.sum("totalPayableAmount") == "111,60"
    assert office.cell(0, "Discount") == "10,00"
    office.session.undo()

    assert office.sum("totalPayableAmount") == "124,00"
    assert office.session.value("details[0].allowancesCharges") in (None, ())


def test_what_cannot_be_reached_is_told(office: Office, line: Callable[..., None]) -> None:
    line(0, "α", "1", "1")
    office.page.ask_price("grossPrice")
    office.type("100")

    assert len(answer(office).splitlines()) == 2
    assert "100,00" in answer(office).splitlines()[1]


@pytest.mark.parametrize("typed", ["", "12x", "-4"])
def test_what_is_no_amount_is_not_taken(office: Office, line: Callable[..., None], typed: str) -> None:
    line(0, "α", "1", "1")
    office.page.ask_price("grossPrice")
    office.type(typed)
    take = office.page.findChild(QWidget, "pricing.take")
    assert not take.isEnabled()
    office.key(ENTER)

    assert office.cell(0, "Price") == "1,00"


def test_escape_leaves_the_line_as_it_was(office: Office, line: Callable[..., None]) -> None:
    line(0, "α", "1", "1")
    office.page.ask_price("grossPrice")
    office.type("50")
    office.key(ESCAPE)

    assert office.cell(0, "Price") == "1,00"
    assert office.focus() is office.table()


def test_the_keypad_writes_the_decimal_mark_of_the_language(office: Office) -> None:
    office.page.ask_price("grossPrice")
    office.type("1")
    office.key(Qt.Key.Key_Period, Qt.KeyboardModifier.KeypadModifier, ".")
    office.type("5")
    amount = office.page.findChild(QLineEdit, "pricing.amount")

    assert amount.text() == "1,5"


def test_the_panel_lies_inside_the_page_and_goes_when_the_focus_leaves_it(
    office: Office, line: Callable[..., None]
) -> None:
    for row in range(12):
        line(row, "α", "1", "1")
    office.page.resize(780, 560)
    office.go(11, "Total")
    office.page.ask_price("payable")

    assert office.page.rect().contains(panel(office).geometry())
    office.field("counterParty.vat").setFocus()
    assert not panel(office).isVisible()


def test_what_is_being_typed_is_taken_over_first(office: Office) -> None:
    office.go(0, "Qty")
    office.type("3")
    office.page.ask_price("grossPrice")
    office.type("9,99")
    office.key(ENTER)

    assert office.cell(0, "Qty") == "3"
    assert office.cell(0, "Total") == "29,97"
