"""The tabs: there is what the type has, nothing that holds something disappears, each field by its path."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.domain.fields import field_kind
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.gui.compose.part_fields import DELIVERY_GROUPS, REFERENCE_GROUPS
from einvoice_desktop.gui.compose.tab_kinds import TABS, tab_of
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from einvoice_desktop.gui.compose.part_fields import FieldGroup

PUBLISHED = Path(__file__).resolve().parents[3] / "resources" / "samples" / "published"
TAB = Qt.Key.Key_Tab


def bar(office: Office) -> QTabWidget:
    found = office.page.findChild(QTabWidget, "compose.tabs")
    assert found is not None
    return found


def shown(office: Office) -> list[str]:
    tabs = bar(office)
    return [kind.part for place, kind in enumerate(TABS) if tabs.isTabVisible(place)]


def choose_type(office: Office, code: str) -> None:
    office.session.choose("invoiceTypeCode", code)


def told(office: Office, part: str) -> str:
    place = [kind.part for kind in TABS].index(part)
    return bar(office).tabBar().accessibleTabName(place)


# --- which tabs there are -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ("1.1", ["lines", "taxes", "payments", "delivery", "references", "order", "notify", "more"]),
        ("2.1", ["lines", "taxes", "payments", "references", "notify", "more"]),
        ("3.1", ["lines", "taxes", "payments", "references", "order", "notify", "more"]),
        ("5.1", ["lines", "taxes", "payments", "delivery", "references", "order", "notify", "more"]),
        ("9.3", ["lines", "delivery", "references", "notify", "more"]),
        ("8.6", ["lines", "taxes", "references", "order", "notify", "more"]),
        ("11.1", ["lines", "taxes", "payments", "delivery", "references", "order", "notify", "more"]),
    ],
)
def test_a_type_shows_the_tabs_that_it_has(office: Office, code: str, parts: list[str]) -> None:
    office.session.remove_row("paymentDetails.paymentMethods", 0)
    choose_type(office, code)

    assert shown(office) == parts


def test_every_type_of_the_table_has_its_tabs(office: Office) -> None:
    for choice in office.desk.codes.choices("provider_types", "en"):
        choose_type(office, choice.code)
        kind = office.desk.codes.invoice_type(choice.code)
        assert kind is not None
        assert {"references", "more"} <= set(shown(office))
        assert ("lines" in shown(office)) is not kind.is_receipt


def test_where_the_tab_in_front_goes_the_first_one_comes(office: Office) -> None:
    choose_type(office, "8.4")
    assert bar(office).currentIndex() == [kind.part for kind in TABS].index(shown(office)[0])


def test_a_tab_that_holds_something_stays_and_says_that_it_does_not_belong(office: Office) -> None:
    office.session.edit("paymentDetails.paymentMethods[0].remarks", "έναντι")
    choose_type(office, "9.3")

    assert "payments" in shown(office)
    assert "1" in told(office, "payments")
    office.session.remove_row("paymentDetails.paymentMethods", 0)
    assert "payments" not in shown(office)
    office.session.undo()
    assert "payments" in shown(office)


def test_delivery_details_of_a_service_are_shown_as_long_as_there_are_any(office: Office) -> None:
    choose_type(office, "2.1")
    office.session.edit("distributionDetails.vehileNumber", "ΥΑΒ 1")
    assert "delivery" in shown(office)
    office.session.edit("distributionDetails.vehileNumber", "")
    assert "delivery" not in shown(office)


def test_our_own_id_of_the_document_is_no_delivery(office: Office) -> None:
    choose_type(office, "2.1")
    office.session.edit("distributionDetails.internalDocumentId", "7")

    assert "delivery" not in shown(office)


@pytest.mark.parametrize("path", sorted(PUBLISHED.glob("*.json")), ids=lambda path: path.stem)
def test_a_published_document_shows_every_part_that_it_carries(unready: Office, path: Path) -> None:
    document = read_document(path.read_bytes())
    unready.start(Draft(document))

    assert not document.taxes or "taxes" in shown(unready)
    assert "payments" in shown(unready)


def test_a_type_that_nobody_knows_shows_everything(office: Office) -> None:
    office.session.edit("invoiceTypeCode", "99.9")

    assert shown(office) == [kind.part for kind in TABS if not kind.is_rare]


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_a_tab_says_that_it_is_required_and_what_is_wrong_in_it(office: Office) -> None:
    choose_type(office, "9.3")
    assert told(office, "delivery") == "Delivery. ● Required for this document type · Errors: 5"
    assert told(office, "references") == "References"
    choose_type(office, "5.1")
    assert told(office, "references") == "References. ● Required for this document type · Errors: 1"
    office.session.edit("correlatedInvoices", "400000000000001")
    assert told(office, "references") == "References. ● Required for this document type"


# --- fields -------------------------------------------------------------------------------------------


def paths(groups: Sequence[FieldGroup]) -> Iterator[str]:
    for group in groups:
        for row in group.rows:
            for spec in row:
                yield f"{group.list_path}[0].{spec.path}" if group.list_path else group.prefix + spec.path


@pytest.mark.parametrize("place", [3, 4])
def test_every_field_of_a_sheet_is_found_by_its_path_and_named(office: Office, place: int) -> None:
    bar(office).setCurrentIndex(place)
    for path in paths(DELIVERY_GROUPS if place == 3 else REFERENCE_GROUPS):
        field = office.page.findChild(QWidget, path)
        assert field is not None, path
        assert field.accessibleIdentifier() == path
        assert field.accessibleName(), path
        assert field.isVisible(), path
        assert tab_of(path) == place
        field_kind(path)


def test_the_fields_are_made_when_their_tab_is_first_opened(office: Office) -> None:
    assert office.page.findChild(QWidget, "distributionDetails.vehileNumber") is None
    bar(office).tabBar().setFocus()
    for _ in range(3):
        office.key(Qt.Key.Key_Right)

    assert office.field("distributionDetails.vehileNumber").isVisible()


def test_tab_goes_through_the_fields_in_reading_order(office: Office) -> None:
    bar(office).setCurrentIndex(3)
    office.page.findChild(QWidget, "isDeliveryNote").setFocus()
    seen = []
    for _ in range(4):
        seen.append(office.focus().objectName())
        office.key(TAB)

    assert seen == [
        "isDeliveryNote",
        "distributionDetails.movePurposeCode",
        "distributionDetails.otherMovePurposeTitle",
        "distributionDetails.dispatchDate",
    ]


def test_a_delivery_is_typed(office: Office) -> None:
    choose_type(office, "9.3")
    bar(office).setCurrentIndex(3)
    for path, typed, value in (
        ("distributionDetails.movePurposeCode", "1", 1),
        ("distributionDetails.dispatchDate", "30/11/2035", "2035-11-30"),
        ("distributionDetails.dispatchTime", "1030", "10:30"),
        ("distributionDetails.vehileNumber", "YAB 1", "YAB 1"),
        ("distributionDetails.deliveryOriginDetails.address.city", "Athens", "Athens"),
        ("distributionDetails.deliveryDestinationDetails.shippingBranchCode", "3", 3),
        ("distributionDetails.packingDeclarations[0].quantity", "4", 4),
    ):
        office.field(path).setFocus()
        office.type(typed)
        office.key(TAB)
        assert office.session.value(path) == value, path


def test_yes_and_no_are_chosen_and_taken_away(office: Office) -> None:
    bar(office).setCurrentIndex(3)
    field = office.field("isDeliveryNote")
    field.setFocus()
    office.type("yes")
    office.key(TAB)
    assert office.session.value("isDeliveryNote") is True
    field.setFocus()
    field.selectAll()
    office.key(Qt.Key.Key_Delete)
    office.key(TAB)

    assert office.session.value("isDeliveryNote") is None


def test_packages_grow_by_one_row(office: Office) -> None:
    bar(office).setCurrentIndex(3)
    base = "distributionDetails.packingDeclarations"
    assert office.page.findChild(QWidget, f"{base}[1].quantity") is None
    office.session.edit(f"{base}[0].quantity", "2")
    assert office.field(f"{base}[1].quantity").isVisible()
    office.session.undo()

    assert not office.field(f"{base}[1].quantity").isVisible()


# --- lists in one field -------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["400000000000001 400000000000002", "400000000000001,400000000000002;"])
def test_several_marks_are_typed_in_one_field(office: Office, typed: str) -> None:
    bar(office).setCurrentIndex(4)
    office.field("correlatedInvoices").setFocus()
    office.type(typed)
    assert office.session.value("correlatedInvoices") == (400000000000001, 400000000000002)
    office.key(TAB)
    assert office.field("correlatedInvoices").text() == "400000000000001, 400000000000002"
    office.session.undo()

    assert office.session.value("correlatedInvoices") is None


def test_a_mark_that_is_no_number_is_kept_as_typed_and_is_a_problem(office: Office) -> None:
    bar(office).setCurrentIndex(4)
    office.field("correlatedInvoices").setFocus()
    office.type("4000x")
    office.key(TAB)

    assert office.field("correlatedInvoices").text() == "4000x"
    assert office.field("correlatedInvoices").parentWidget() is not None
    assert office.page.findChild(QWidget, "correlatedInvoices").property("problem") == "error"


def test_texts_of_a_list_may_have_blanks(office: Office) -> None:
    office.session.edit("relativeDocuments", "ΤΔΑ Α 12, προσφορά 7")

    assert office.session.value("relativeDocuments") == ("ΤΔΑ Α 12", "προσφορά 7")


def test_a_list_typed_whole_and_then_by_row_shows_what_it_holds(office: Office) -> None:
    office.session.edit("correlatedInvoices", "1, 2")
    office.session.edit("correlatedInvoices[0]", "3")
    assert office.session.text("correlatedInvoices") == "3, 2"
    office.session.edit("correlatedInvoices", "1, 2")

    assert office.session.value("correlatedInvoices") == (1, 2)
    assert office.session.text("correlatedInvoices[0]") == "1"


# --- rows ---------------------------------------------------------------------------------------------


def test_row_commands_leave_hidden_lines_alone(office: Office) -> None:
    office.session.edit("details[0].code", "α")
    bar(office).setCurrentIndex(3)
    office.page.remove_line()
    office.page.duplicate_line()
    office.page.move_line(1)
    assert office.session.row_count("details") == 1
    office.page.add_line()

    assert bar(office).currentIndex() == 0
    assert office.session.row_count("details") == 2


def test_an_edit_of_a_line_does_not_refresh_a_sheet_and_a_hidden_sheet_waits(office: Office) -> None:
    bar(office).setCurrentIndex(3)
    bar(office).setCurrentIndex(0)
    office.session.edit("distributionDetails.vehileNumber", "ΥΑΒ 1")
    assert office.field("distributionDetails.vehileNumber").text() == ""
    bar(office).setCurrentIndex(3)

    assert office.field("distributionDetails.vehileNumber").text() == "ΥΑΒ 1"


def test_the_tables_of_taxes_and_payments_come_when_nothing_else_is_to_do(
    office: Office, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: office.page.findChild(QWidget, "payments") is not None)

    assert office.page.findChild(QWidget, "taxes") is not None
    assert not office.table("taxes").isVisible()
