"""The one table model: Qt's own model tester watches it while rows come, go, move and change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from einvoice_desktop.gui.compose.columns import LINE_COLUMNS, PAYMENT_COLUMNS, TAX_COLUMNS
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from collections.abc import Callable

WARN = QAbstractItemModelTester.FailureReportingMode.Warning


@pytest.fixture
def watched(office: Office, line: Callable[..., None]) -> Office:
    for row, letter in enumerate("αβγδ"):
        line(row, letter, "1", "10")
        office.session.edit(f"details[{row}].code", letter)
    model = office.table().rows
    model.setParent(office.page)
    QAbstractItemModelTester(model, WARN, model)
    return office


def codes(office: Office) -> str:
    return "".join(office.cell(row, "Code") for row in range(office.table().rows.rowCount()))


def test_rows_are_inserted_removed_doubled_and_moved(watched: Office) -> None:
    session = watched.session
    session.insert_row("details", 2)
    session.edit("details[2].code", "ν")
    assert codes(watched) == "αβνγδ"
    session.remove_row("details", 0)
    assert codes(watched) == "βνγδ"
    session.duplicate_row("details", 1)
    assert codes(watched) == "βννγδ"
    session.move_row("details", 0, 4)
    assert codes(watched) == "ννγδβ"
    for _ in range(5):
        session.remove_row("details", 0)
    assert watched.table().rows.rowCount() == 0
    session.insert_row("details")
    assert watched.table().rows.rowCount() == 1


def test_the_last_row_and_the_first_are_removed(watched: Office) -> None:
    watched.session.remove_row("details", 3)
    watched.session.remove_row("details", 0)

    assert codes(watched) == "βγ"


def test_undo_redo_and_another_document(watched: Office) -> None:
    watched.session.remove_row("details", 1)
    watched.session.undo()
    assert codes(watched) == "αβγδ"
    watched.session.redo()
    assert codes(watched) == "αγδ"
    watched.session.replace(watched.desk.new_draft(), None)
    assert watched.table().rows.rowCount() == 1


def test_payments_follow_the_gross_and_only_their_amounts_change(
    office: Office, line: Callable[..., None]
) -> None:
    tabs = office.page.findChild(object, "compose.tabs")
    tabs.setCurrentIndex(2)
    line(0, "α", "1", "100")

    assert office.cell(0, "Amount", "payments") == "124,00"
    assert office.cell(0, "Way of payment", "payments") == "Επί Πιστώσει"


def test_a_tax_follows_the_net(office: Office, line: Callable[..., None]) -> None:
    tabs = office.page.findChild(object, "compose.tabs")
    tabs.setCurrentIndex(1)
    office.session.insert_row("taxes")
    office.session.choose("taxes[0].taxTypeCode", 1)
    office.session.choose("taxes[0].taxCategoryCode", 3)
    line(0, "α", "1", "100")

    assert office.cell(0, "Tax amount", "taxes") == "20,00"


def test_a_discount_is_shown_beside_a_charge_that_stands_before_it(office: Office) -> None:
    session = office.session
    session.edit("details[0].unitPrice", "100")
    session.insert_row("details[0].allowancesCharges")
    session.choose("details[0].allowancesCharges[0].type", "CHARGE")
    session.edit("details[0].allowancesCharges[0].amount", "5")
    office.go(0, "Disc.%")
    office.type("10")
    office.key(Qt.Key.Key_Return)

    assert str(session.value("details[0].allowancesCharges[1].percentage")) == "10"
    assert office.cell(0, "Disc.%") == "10"
    assert office.cell(0, "Net") == "95,00"


def test_numbers_stand_right_and_texts_left(office: Office) -> None:
    model = office.table().rows
    right = {
        model.headerData(i, Qt.Orientation.Horizontal)
        for i, column in enumerate(model.columns)
        if not column.extra
        and model.index(0, i).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    }

    assert right == {"Qty", "Price", "Disc.%", "Discount", "Net", "VAT amount", "Total"}


def test_the_columns_are_what_the_plan_of_the_screens_names() -> None:
    assert [column.title for column in LINE_COLUMNS if not column.optional] == [
        "Code",
        "Description",
        "Unit",
        "Qty",
        "Price",
        "Disc.%",
        "VAT",
        "Class",
        "E3",
        "Net",
        "Total",
    ]
    assert TAX_COLUMNS[0].path == "taxTypeCode"
    assert PAYMENT_COLUMNS[0].path == "paymentMethodTypeCode"


@pytest.mark.parametrize(
    ("member", "title"),
    [
        ("unitPrice", "Price"),
        ("incomeClassification", "Class"),
        ("incomeClassification.classificationTypeCode", "E3"),
        ("allowancesCharges[0].amount", "Discount"),
        ("descriptions", "Description"),
    ],
)
def test_a_member_of_a_line_has_its_column(office: Office, member: str, title: str) -> None:
    assert office.table().rows.column_of(0, member) == office.column(title)


def test_a_member_without_a_column_has_none(office: Office) -> None:
    assert office.table().rows.column_of(0, "lotNumber") is None
