"""Every type that is offered: chosen by keyboard, it shows what the table of types gives it, and no more."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget

from einvoice_desktop.app.choosing_kind import choose_kind
from einvoice_desktop.app.completeness import required_fields
from einvoice_desktop.app.type_parts import MUST, NOT, fields_of_type, held_parts, parts_of
from einvoice_desktop.gui.compose.form import REQUIRED, AnyField
from einvoice_desktop.gui.compose.needs import plain
from einvoice_desktop.gui.compose.tab_kinds import BELOW, PLACE_OF, SHEETS, TABS
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLE = Path(__file__).resolve().parents[3] / "resources" / "codes" / "invoice_types.json"
OFFERED = [row["code"] for row in json.loads(TABLE.read_bytes()) if row["provider_channel"]]
ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab


def bar(office: Office) -> QTabWidget:
    found = office.page.findChild(QTabWidget, "compose.tabs")
    assert found is not None
    return found


def choose_by_keyboard(office: Office, code: str) -> None:
    """As a person does: the whole code typed into the box, then Tab."""
    office.field("invoiceTypeCode").setFocus()
    office.field("invoiceTypeCode").selectAll()
    office.type(code)
    office.key(TAB)


def fields_of(office: Office, place: int) -> Iterator[AnyField]:
    """Every field of the tab at `place`, seen or not."""
    page = bar(office).widget(place)
    for sheet in office.page.tabs.sheets():
        if page.isAncestorOf(sheet):
            yield from sheet.fields()


def caption(office: Office, field: AnyField) -> str:
    return next(label.text() for label in office.page.findChildren(QLabel) if label.buddy() is field)


def word(office: Office, path: str) -> str:
    """What the table says of a path, or of the part that it lies in."""
    told = fields_of_type(str(office.session.value("invoiceTypeCode")), office.desk.codes)
    bare = plain(path)
    composition = office.session.composition
    assert composition is not None
    if told.get(bare) != NOT and bare in required_fields(composition):
        return MUST
    if bare in told:
        return told[bare]
    while "." in bare:
        bare = bare.rpartition(".")[0]
        if told.get(bare) == NOT:
            return NOT
    return "may"


@pytest.mark.parametrize("code", OFFERED)
def test_a_type_shows_the_tabs_and_fields_that_its_table_gives_it(office: Office, code: str) -> None:
    choose_by_keyboard(office, code)
    assert office.session.value("invoiceTypeCode") == code
    draft = office.session.draft
    assert draft is not None
    parts, held = parts_of(draft.document, office.desk.codes), held_parts(draft.document)
    for place, kind in enumerate(TABS):
        has = parts[kind.part] == MUST if kind.is_rare else parts[kind.part] != NOT
        assert bar(office).isTabVisible(place) == (has or kind.part in held), kind.part
    for place in (*SHEETS, *BELOW):
        # Which recipients are shown follows from the way that is chosen, not from the type.
        if not bar(office).isTabVisible(place) or TABS[place].part == "notify":
            continue
        bar(office).setCurrentIndex(place)
        assert list(fields_of(office, place))
        for field in fields_of(office, place):
            told = word(office, field.path)
            assert field.isVisible() == (told != NOT or bool(field.text())), field.path
            assert caption(office, field).endswith(REQUIRED) == (told == MUST), field.path


@pytest.mark.parametrize("code", OFFERED)
def test_a_type_shows_the_columns_that_its_table_gives_it(office: Office, code: str) -> None:
    choose_by_keyboard(office, code)
    table = office.table()
    if word(office, "details") == NOT:
        assert not table.isVisible()
        return
    for place, column in enumerate(table.rows.columns):
        told = word(office, f"details.{column.member}") if column.member else "may"
        if column.stretches:
            # It takes what room the others leave: it is always there.
            assert not table.isColumnHidden(place)
        elif told == NOT:
            assert table.isColumnHidden(place), column.title
        elif told == MUST or (not column.extra and not column.optional and not column.spare):
            assert not table.isColumnHidden(place), column.title


@pytest.mark.parametrize("code", OFFERED)
def test_the_defaults_of_a_type_are_no_errors_of_the_line(office: Office, code: str) -> None:
    choose_by_keyboard(office, code)
    composition = office.session.composition
    assert composition is not None
    wrong = [
        problem
        for problems in composition.line_problems.values()
        for problem in problems
        if problem.is_error and problem.code not in ("description_missing", "field_missing")
    ]

    assert wrong == []


def test_a_change_of_type_and_back_is_one_step_each(office: Office) -> None:
    office.session.edit("details[0].unitPrice", "10")
    before = office.session.draft
    choose_by_keyboard(office, "1.2")
    choose_by_keyboard(office, "9.3")
    office.session.undo()
    office.session.undo()

    assert office.session.draft == before


def test_what_was_typed_stays_in_sight_in_a_type_that_has_it_not(office: Office) -> None:
    office.session.edit("details[0].quantity", "3")
    choose_by_keyboard(office, "2.1")
    assert not office.table().isColumnHidden(office.column("Qty"))
    assert office.cell(0, "Qty") == "3"
    office.session.edit("details[0].quantity", "")
    choose_by_keyboard(office, "2.2")

    assert office.table().isColumnHidden(office.column("Qty"))


def test_a_document_to_the_state_marks_what_the_state_asks_for(office: Office) -> None:
    office.session.rework(lambda draft, codes: choose_kind(draft, "public", codes))
    bar(office).setCurrentIndex(PLACE_OF["public"])
    captions = {field.path: caption(office, field) for field in fields_of(office, PLACE_OF["public"])}

    for path in ("b2GDetails.contractingAuthorityCode", "b2GDetails.contractTypeCode", "recipient.vat"):
        assert captions[path].endswith(REQUIRED), path
    assert not captions["referenceCode"].endswith(REQUIRED)
