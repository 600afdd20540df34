"""Problems on the page: each is told, leads to its field, and is marked once somebody has been there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from einvoice_desktop.gui.compose.problem_list import ProblemList
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


def told(office: Office) -> list[str]:
    problems = office.page.findChild(ProblemList, "problems")
    assert problems is not None
    return [problem.path for problem in problems.problems.told]


def test_enter_on_a_problem_leads_to_its_field(office: Office) -> None:
    problems = office.page.findChild(ProblemList, "problems")
    assert problems is not None
    row = told(office).index("counterParty.registeredName")
    problems.setFocus()
    problems.setCurrentIndex(problems.problems.index(row, 0))
    office.key(ENTER)

    assert office.focus() is office.field("counterParty.registeredName")


def test_a_click_on_a_problem_of_a_line_leads_to_its_cell(
    office: Office, line: Callable[..., None], qtbot: QtBot
) -> None:
    line(0, "α", "1", "100")
    line(1, "β", "1", "100")
    office.session.choose("details[1].vatCategoryCode", 7)
    office.page.findChild(QWidget, "compose.tabs").setCurrentIndex(2)
    problems = office.page.findChild(ProblemList, "problems")
    index = problems.problems.index(told(office).index("details[1].vatExemptionCategoryCode"), 0)
    problems.scrollTo(index)
    qtbot.mouseClick(problems.viewport(), Qt.MouseButton.LeftButton, pos=problems.visualRect(index).center())

    table = office.table()
    assert table.isVisible()
    assert office.focus() is table
    assert table.currentIndex() == table.rows.index(1, office.column("Reason"))
    assert not table.isColumnHidden(office.column("Reason"))


def test_a_problem_of_the_issuer_opens_the_fold(office: Office) -> None:
    office.page.show_problem("issuer.address.city")

    assert office.focus() is office.field("issuer.address.city")
    assert office.field("issuer.address.city").selectedText() == "Αθήνα"


def test_a_problem_of_a_tax_opens_its_tab(office: Office) -> None:
    office.session.insert_row("taxes")
    office.page.show_problem("taxes[0].taxAmount")

    assert office.focus() is office.table("taxes")
    assert office.table("taxes").currentIndex().column() == office.column("Tax amount", "taxes")


def test_a_problem_of_a_rare_field_is_shown_among_all_fields(office: Office) -> None:
    office.page.show_problem("distributionDetails.billOfLading")

    view = office.focus()
    assert view.objectName() == "fields"
    assert view.fields.node(view.currentIndex()).path == "distributionDetails.billOfLading"


@pytest.mark.parametrize(
    "path",
    [
        "details",
        "summaries.totalGrossValue",
        "paymentDetails",
        "counterParty",
        "details[0]",
        "details[0].cpvCode",
    ],
)
def test_every_kind_of_path_leads_somewhere(office: Office, path: str) -> None:
    office.page.show_problem(path)
    office.page.findChild(QWidget, "compose.tabs")

    assert office.page.isAncestorOf(office.focus())


def test_an_empty_field_is_marked_only_once_somebody_has_been_there(office: Office) -> None:
    name = office.field("counterParty.registeredName")
    assert "counterParty.registeredName" in told(office)
    assert not name.property("problem")
    name.setFocus()
    office.key(TAB)

    assert name.property("problem") == "error"
    assert name.toolTip()
    name.setFocus()
    office.type("Π")
    assert not name.property("problem")
    assert not name.toolTip()


def test_a_cell_with_a_problem_is_marked_and_says_why(office: Office, line: Callable[..., None]) -> None:
    line(0, "α", "1", "100")
    office.session.choose("details[0].vatCategoryCode", 7)
    table = office.table()
    index = table.rows.index(0, office.column("Reason"))

    assert table.rows.severity(0, index.column()) == "error"
    assert "εξαίρεσης" in str(index.data(Qt.ItemDataRole.ToolTipRole))


def test_text_that_means_nothing_is_a_problem_at_its_cell(office: Office) -> None:
    office.go(0, "Price")
    office.type("12x")
    office.key(TAB)

    assert "details[0].unitPrice" in told(office)
    assert office.table().rows.severity(0, office.column("Price")) == "error"
