"""The kind of customer: what it narrows, what choosing it sets, and that one undo takes it all back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.gui.fields.code import CodeBox
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from collections.abc import Callable

TAB, ENTER, F4 = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_F4
USUAL = "Usual here"


def box(office: Office, path: str) -> CodeBox:
    found = office.page.findChild(CodeBox, path)
    assert found is not None, path
    return found


def choose(office: Office, words: str) -> None:
    field = office.field("counterParty.kind")
    field.setFocus()
    field.selectAll()
    office.type(words)
    office.key(TAB)


def kind(office: Office) -> str:
    return office.field("counterParty.kind").text()


def offered(office: Office, path: str) -> list[str]:
    """What the open list shows, headings as they are."""
    field = box(office, path)
    field.setFocus()
    office.key(F4)
    assert field._list is not None
    rows = [entry.code or entry.label for entry in field._list._entries.entries]
    office.key(Qt.Key.Key_Escape)
    return rows


@pytest.mark.parametrize("unready", ["en"], indirect=True)
@pytest.mark.parametrize(
    ("words", "shown", "type_code", "country", "document_type"),
    [
        ("european", "European Union", "1.2", None, "INVOICE"),
        ("third", "Third country", "1.3", None, "INVOICE"),
        ("private", "Private person", "11.1", "GR", "INVOICE"),
        ("public", "Public body", "1.1", "GR", "ELB2G"),
    ],
)
def test_a_kind_sets_what_it_implies_in_one_step(
    office: Office, words: str, shown: str, type_code: str, country: str | None, document_type: str
) -> None:
    before = office.session.draft
    assert kind(office) == "Greek business"
    choose(office, words)

    assert kind(office) == shown
    assert office.session.value("invoiceTypeCode") == type_code
    assert office.session.value("counterParty.address.countryCode") == country
    assert office.session.value("documentTypeCode") == document_type
    office.session.undo()
    assert office.session.draft == before
    assert kind(office) == "Greek business"


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_a_service_stays_a_service(office: Office) -> None:
    office.session.choose("invoiceTypeCode", "2.1")
    choose(office, "third")
    assert office.session.value("invoiceTypeCode") == "2.3"
    assert office.session.value("details[0].vatExemptionCategoryCode") == 4
    choose(office, "private")

    assert office.session.value("invoiceTypeCode") == "11.2"
    assert office.session.value("details[0].vatCategoryCode") == 1
    assert office.session.value("details[0].vatExemptionCategoryCode") is None


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_a_business_is_not_taken_for_the_state_by_accident(office: Office) -> None:
    choose(office, "public")
    office.session.edit("b2GDetails.contractingAuthorityCode", "1015.E00236.0001")
    choose(office, "greek")

    assert office.session.value("b2GDetails") is None
    assert office.session.value("documentTypeCode") == "INVOICE"
    office.session.undo()
    assert office.session.value("b2GDetails.contractingAuthorityCode") == "1015.E00236.0001"


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_the_kind_follows_the_type_that_is_chosen(office: Office) -> None:
    office.session.choose("invoiceTypeCode", "1.2")
    assert kind(office) == "European Union"
    office.session.choose("invoiceTypeCode", "11.2")

    assert kind(office) == "Private person"


def test_a_number_with_a_prefix_says_the_country(office: Office) -> None:
    office.session.choose("invoiceTypeCode", "1.2")
    office.field("counterParty.vat").setFocus()
    office.type("FR12345678901")

    assert office.session.value("counterParty.address.countryCode") == "FR"


def test_a_country_that_was_chosen_stays_whatever_the_number_begins_with(office: Office) -> None:
    office.field("counterParty.vat").setFocus()
    office.type("FR12345678901")

    assert office.session.value("counterParty.address.countryCode") == "GR"


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_the_types_of_the_kind_come_first_and_all_others_are_found(office: Office) -> None:
    every = {choice.code for choice in office.desk.codes.choices("provider_types", "en")}
    choose(office, "european")
    rows = offered(office, "invoiceTypeCode")

    assert rows[:3] == [USUAL, "1.2", "2.2"]
    assert every <= set(rows)
    first = rows[: next(i for i, row in enumerate(rows) if row.startswith("All others"))]
    assert "1.1" not in first
    assert "11.1" not in first


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_a_heading_is_never_chosen(office: Office) -> None:
    field = box(office, "counterParty.address.countryCode")
    field.setFocus()
    office.key(F4)
    for _ in range(3):
        office.key(Qt.Key.Key_Up)
    office.key(ENTER)
    assert office.session.value("counterParty.address.countryCode") == "GR"
    office.key(F4)
    office.key(Qt.Key.Key_Down)
    office.key(ENTER)

    assert office.session.value("counterParty.address.countryCode") not in (None, "", "GR")


def edited(office: Office, title: str) -> CodeBox:
    table = office.go(0, title)
    office.key(F4)
    editor = table.cells.editor
    assert isinstance(editor, CodeBox)
    return editor


def rows_of(editor: CodeBox) -> list[str]:
    assert editor._list is not None
    return [entry.code or entry.label for entry in editor._list._entries.entries]


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_vat_categories_that_a_certain_table_refuses_are_not_offered(office: Office) -> None:
    office.session.choose("invoiceTypeCode", "3.1")
    assert rows_of(edited(office, "VAT")) == ["8"]


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_vat_categories_of_a_less_certain_table_stay_below(office: Office) -> None:
    office.session.choose("invoiceTypeCode", "1.2")
    rows = rows_of(edited(office, "VAT"))

    assert rows[:2] == [USUAL, "7"]
    assert "1" in rows


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_a_held_value_is_always_in_the_list(office: Office) -> None:
    office.session.choose("invoiceTypeCode", "3.1")
    office.session.choose("details[0].vatCategoryCode", 1)

    assert "1" in rows_of(edited(office, "VAT"))


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_the_usual_reason_comes_first(office: Office) -> None:
    office.session.choose("invoiceTypeCode", "2.2")
    rows = rows_of(edited(office, "Reason"))

    assert rows[:2] == [USUAL, "4"]
    assert len(rows) > 31


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_classifications_are_those_of_the_type_and_the_category(office: Office) -> None:
    office.session.choose("invoiceTypeCode", "2.1")
    categories = rows_of(edited(office, "Class"))
    assert "category1_3" in categories
    assert "category1_1" not in categories
    office.key(Qt.Key.Key_Escape)
    office.session.choose("details[0].incomeClassification.classificationCategoryCode", "category1_3")
    kinds = rows_of(edited(office, "E3"))

    pairs = office.desk.codes.pairs("2.1", "income")
    assert set(kinds) == {kind for category, kind in pairs if category == "category1_3" and kind}
    assert kinds[0] == "E3_561_001"


def test_what_follows_the_type_leaves_what_was_typed(office: Office, line: Callable[..., None]) -> None:
    line(0, "Καφές", "3", "10")
    office.session.choose("details[0].vatCategoryCode", 2)
    office.session.edit("paymentDetails.paymentMethods[0].amount", "5")
    office.session.choose("invoiceTypeCode", "11.1")

    assert office.session.value("details[0].vatCategoryCode") == 2
    assert office.session.text("details[0].quantity") == "3"
    assert office.session.value("paymentDetails.paymentMethods[0].paymentMethodTypeCode") == 5
    office.session.choose("invoiceTypeCode", "9.3")
    assert office.session.row_count("paymentDetails.paymentMethods") == 1


def test_a_document_of_another_program_keeps_what_it_says(unready: Office) -> None:
    draft = unready.desk.new_draft()
    unready.start(Draft(draft.document.with_member("document_type_code", "OFFER")))
    unready.session.choose("invoiceTypeCode", "1.2")

    assert unready.session.value("documentTypeCode") == "OFFER"


def test_nothing_is_made_before_it_is_looked_at(unready: Office) -> None:
    def made(name: str) -> bool:
        return unready.page.findChild(QWidget, name) is not None

    late = ("counterParty.kind", "line", "paymentDetails.exchangeCurrencyRate", "part.public", "part.order")
    assert not any(made(name) for name in late)
    unready.start()
    assert made("counterParty.kind")
    assert not any(made(name) for name in late[1:])


@pytest.mark.parametrize("unready", ["en"], indirect=True)
def test_what_changes_with_the_type_is_told(office: Office, line: Callable[..., None]) -> None:
    told: list[str] = []
    office.table().clipboard.told.connect(lambda words, _tone: told.append(words))
    office.session.choose("invoiceTypeCode", "1.3")
    assert told == []
    office.session.undo()
    line(0, "Coffee", "1", "10")
    office.session.choose("invoiceTypeCode", "1.2")
    assert told == ["With type 1.2 changed, too: VAT. Ctrl+Z takes it back."]
    office.session.undo()
    office.session.redo()
    office.session.choose("invoiceTypeCode", "1.3")

    assert len(told) == 2


def test_the_focus_stays_where_it_is_when_the_head_grows(office: Office) -> None:
    office.field("counterParty.vat").setFocus()
    office.session.choose("invoiceTypeCode", "1.3")

    assert office.page.findChild(QWidget, "paymentDetails.exchangeCurrencyRate") is not None
    assert office.focus() is office.field("counterParty.vat")
