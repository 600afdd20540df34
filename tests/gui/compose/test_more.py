"""The tab of all fields: found by name, edited by kind, lists that grow and shrink."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.node import FieldKind, members_of
from einvoice_desktop.gui.compose import outline
from einvoice_desktop.gui.compose.field_names import _NAMES, table_of
from einvoice_desktop.gui.compose.field_names_rare import RARE_NAMES
from einvoice_desktop.gui.compose.more import MoreTab
from einvoice_desktop.gui.compose.outline_model import NAME, VALUE
from einvoice_desktop.gui.compose.tab_kinds import MORE
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.outline_model import OutlineModel

ENTER = Qt.Key.Key_Return
WARN = QAbstractItemModelTester.FailureReportingMode.Warning


@pytest.fixture
def more(office: Office) -> MoreTab:
    office.page.findChild(QWidget, "compose.tabs").setCurrentIndex(MORE)
    tab = office.page.findChild(MoreTab)
    assert tab is not None
    QAbstractItemModelTester(tab.view.fields, WARN, tab.view.fields)
    return tab


def paths(model: OutlineModel) -> list[str]:
    return [model.node(model.index(row, 0)).path for row in range(model.rowCount())]


def test_the_tab_is_built_when_it_is_first_looked_at(office: Office) -> None:
    assert office.page.findChild(MoreTab) is None
    office.page.findChild(QWidget, "compose.tabs").setCurrentIndex(MORE)

    assert office.page.findChild(MoreTab) is not None


def test_every_root_field_of_the_model_is_there(more: MoreTab) -> None:
    assert paths(more.view.fields) == [member.json_name for member in members_of(Document).ordered]


@pytest.mark.parametrize("typed", ["iban", "BANKS", "bank ibán"])
def test_a_field_is_found_by_any_of_its_names(more: MoreTab, typed: str) -> None:
    more.search_for(typed)

    assert "banks[0].iban" in paths(more.view.fields)


def test_a_found_field_is_edited_and_a_missing_row_is_made(office: Office, more: MoreTab) -> None:
    more.search_for("banks iban")
    more.view.setFocus()
    office.key(ENTER)
    office.type("GR16")
    office.key(ENTER)

    assert office.session.value("banks[0].iban") == "GR16"
    model = more.view.fields
    assert model.index(paths(model).index("banks[0].iban"), VALUE).data() == "GR16"


def test_of_the_lines_a_search_sees_the_one_at_hand(office: Office) -> None:
    for _ in range(3):
        office.page.add_line()
    office.go(2, "Code")
    office.page.findChild(QWidget, "compose.tabs").setCurrentIndex(MORE)
    tab = office.page.findChild(MoreTab)
    tab.search_for("details cpv")

    assert paths(tab.view.fields) == ["details[2].cpvCode"]


def reveal(office: Office, tab: MoreTab, path: str) -> None:
    tab.reveal(path)
    assert office.focus() is tab.view
    assert tab.view.fields.node(tab.view.currentIndex()).path == path


def test_each_kind_of_value_is_edited_in_its_own_way(office: Office, more: MoreTab) -> None:
    for path, typed, value in (
        ("orderNumber", "ΠΑΡ-1", "ΠΑΡ-1"),
        ("selfPricing", "yes", True),
        ("iaprSignPolicy", "1", 1),
        ("paymentDetails.paymentDate", "5/3/2026", "2026-03-05"),
        ("counterParty.branchAddress.countryCode", "κυπρ", "CY"),
        ("additionalDetails.transmissionMethod", "E", "E"),
        ("details[0].recordTypeCode", "gift", 6),
    ):
        reveal(office, more, path)
        office.key(ENTER)
        office.type(typed)
        office.key(ENTER)
        assert office.session.value(path) == value, path


def test_escape_leaves_a_value_as_it_was(office: Office, more: MoreTab) -> None:
    reveal(office, more, "orderNumber")
    office.key(ENTER)
    office.type("1")
    office.key(Qt.Key.Key_Escape)

    assert office.session.value("orderNumber") is None


def test_lists_grow_by_typing_and_shrink_by_key(office: Office, more: MoreTab) -> None:
    for number, text in enumerate(("400000000000001", "400000000000002")):
        reveal(office, more, "correlatedInvoices")
        office.key(Qt.Key.Key_Insert)
        assert more.view.currentIndex().siblingAtColumn(NAME).data().endswith(f"{number + 1} (new)")
        office.key(ENTER)
        office.type(text)
        office.key(ENTER)
    assert office.session.value("correlatedInvoices") == (400000000000001, 400000000000002)
    reveal(office, more, "correlatedInvoices[0]")
    office.key(Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    assert office.session.value("correlatedInvoices") == (400000000000002,)


def test_a_row_of_objects_is_made_by_typing_into_it(office: Office, more: MoreTab) -> None:
    reveal(office, more, "banks")
    office.key(Qt.Key.Key_Insert)
    reveal(office, more, "banks[0].name")
    office.key(ENTER)
    office.type("Εθνική")
    office.key(ENTER)

    assert office.session.value("banks[0].name") == "Εθνική"
    assert more.view.fields.rowCount(more.view.fields.index_of("banks").siblingAtColumn(NAME)) == 2


def test_a_line_that_is_added_here_is_a_whole_line(office: Office, more: MoreTab) -> None:
    reveal(office, more, "details")
    office.key(Qt.Key.Key_Insert)

    assert office.session.value("details[1].vatCategoryCode") == 1


def test_an_edit_elsewhere_shows(office: Office, more: MoreTab) -> None:
    more.reveal("counterParty.vat")
    office.session.edit("counterParty.vat", "EL1")

    assert more.view.currentIndex().siblingAtColumn(VALUE).data() == "EL1"


def test_rows_that_come_and_go_elsewhere_show(office: Office, more: MoreTab) -> None:
    more.reveal("details[0].code")
    index = more.view.fields.index_of("details").siblingAtColumn(NAME)
    office.session.insert_row("details")
    assert more.view.fields.rowCount(index) == 2
    office.session.remove_row("details", 0)
    assert more.view.fields.rowCount(index) == 1
    office.session.undo()
    assert more.view.fields.rowCount(more.view.fields.index_of("details").siblingAtColumn(NAME)) == 2


def test_sums_are_shown_and_cannot_be_edited(office: Office, more: MoreTab) -> None:
    office.session.edit("details[0].unitPrice", "10")
    reveal(office, more, "summaries.totalNetAmount")

    assert more.view.currentIndex().data() == "10,00"
    assert not more.view.fields.flags(more.view.currentIndex()) & Qt.ItemFlag.ItemIsEditable


def leaves() -> Iterator[outline.OutlineNode]:
    yield from outline.searchable(outline.root(), lambda _path: 0, 0)


def test_every_table_that_a_field_names_exists(more: MoreTab) -> None:
    tables = {table_of(node.name, node.member) for node in leaves()} - {""}

    assert len(tables) > 20
    for table in tables:
        assert more._tables.entries(table), table


def test_no_field_goes_by_its_name_in_the_file() -> None:
    known = _NAMES.keys() | RARE_NAMES.keys()
    nameless = {
        node.name for node in leaves() if node.row is None and node.name.removesuffix("AC") not in known
    }

    assert nameless == set()


def test_every_leaf_has_a_name_for_people(more: MoreTab) -> None:
    for node in leaves():
        assert node.kind not in (FieldKind.NODE, FieldKind.LIST)
        assert more.view.fields.spoken(node).strip()


@pytest.mark.parametrize("path", ["selfPricing", "iaprSignPolicy"])
def test_a_word_that_a_short_list_does_not_have_is_forgotten(
    office: Office, more: MoreTab, path: str
) -> None:
    before = office.session.value(path)
    reveal(office, more, path)
    office.key(ENTER)
    office.type("zzz")
    office.key(ENTER)

    assert office.session.value(path) == before
