"""The customers page and the form of a card, as a person at the keyboard works them."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from einvoice_desktop.domain.cards import Customer
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.parties import Address, Party
from tests.gui.frame.conftest import Office

CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = {"Ωμέγα Α.Ε.": "EL094014201", "άλφα Ο.Ε.": "EL999999993", "Βήτα Ε.Ε.": "EL090000045"}

# Over the window a form is a dialog: without a screen Qt cannot hint at its size, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def card(name: str, vat: str, city: str = "Αθήνα", **members: object) -> Customer:
    address = Address(street="Ερμού", number="1", postal="10563", city=city, country_code="GR")
    party = Party(registered_name=name, vat=vat, branch_code=0, address=address)
    return Customer(Document(counter_party=party, document_type_code="INVOICE", **members))


@pytest.fixture
def kept(office: Office) -> Office:
    """Three customers in the book, and the page in front."""
    office.desk.customers.save_all([(card(name, vat), None) for name, vat in NAMES.items()])
    office.view("customers")
    return office


def shown(office: Office) -> list[str]:
    return [row.facts.name for row in office.find("customers").records.rows]


def write(text: str) -> None:
    """Letter by letter into whatever has the keys; Greek has no key codes."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(QApplication.focusWidget(), event)


def dialog(office: Office, name: str = "customerCard") -> Any:
    """The form that is open; on a real screen once it has the keys."""
    office.wait(lambda: any(open_forms(office, name)))
    (form,) = open_forms(office, name)
    if QApplication.platformName() != "offscreen":
        office.wait(form.isActiveWindow)
    return form


def open_forms(office: Office, name: str = "customerCard") -> list[Any]:
    return [one for one in office.window.findChildren(QWidget, name) if one.isVisible()]


def field(form: Any, path: str) -> Any:
    """The text box of a field of the form."""
    found = form.findChild(QWidget, path)
    return found.lineEdit() if hasattr(found, "lineEdit") else found


def key(form: Any, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(form.windowHandle(), which, modifiers)
    QApplication.processEvents()


def test_an_empty_book_says_what_to_do(office: Office) -> None:
    page = office.view("customers")
    assert page.shown.hint.isVisible()
    assert "Insert" in page.shown.hint.text()
    assert "Ctrl+I" in page.shown.hint.text()
    assert not page.open_button.isEnabled()


def test_customers_are_sorted_as_greek_names_and_found_as_one_types(kept: Office) -> None:
    assert shown(kept) == ["άλφα Ο.Ε.", "Βήτα Ε.Ε.", "Ωμέγα Α.Ε."]
    QTest.keyClicks(kept.find("customers.search"), "wmega")
    assert shown(kept) == ["Ωμέγα Α.Ε."]
    kept.key(Qt.Key.Key_Escape)
    QTest.keyClicks(kept.find("customers.search"), "0900000")
    assert shown(kept) == ["Βήτα Ε.Ε."]
    kept.find("customers.search").setText("τίποτα τέτοιο")
    page = kept.window.book.page("customers")
    assert page.shown.hint.isVisible()
    assert "Esc" in page.shown.hint.text()


def test_deleted_customers_come_back_by_one_undo(kept: Office) -> None:
    table = kept.find("customers")
    table.setFocus()
    table.selectAll()
    kept.key(Qt.Key.Key_Delete)
    kept.wait(lambda: shown(kept) == [])
    assert kept.desk.customers.rows() == []
    kept.press("message.action")
    kept.wait(lambda: len(shown(kept)) == len(NAMES))
    assert {row.facts.vat for row in kept.desk.customers.rows()} == set(NAMES.values())


def test_a_new_customer_is_typed_and_saved_by_keys(office: Office) -> None:
    office.view("customers")
    office.key(Qt.Key.Key_Insert)
    form = dialog(office)
    assert field(form, "counterParty.vat").hasFocus()
    write("EL094014201")
    key(form, Qt.Key.Key_Return)
    assert field(form, "counterParty.registeredName").hasFocus()
    write("Ωμέγα Α.Ε.")
    field(form, "counterParty.emails").setFocus()
    write("a@example.gr, b@example.gr")
    key(form, Qt.Key.Key_S, CTRL)
    office.wait(lambda: shown(office) == ["Ωμέγα Α.Ε."])
    (saved,) = office.desk.customers.rows()
    assert saved.customer.party.emails == ("a@example.gr", "b@example.gr")
    assert saved.customer.party.address.country_code == "GR"
    assert open_forms(office) == []
    assert "Ωμέγα" in office.window.message


def test_escape_keeps_what_was_typed_until_it_is_saved_or_discarded(kept: Office) -> None:
    kept.key(Qt.Key.Key_Return)
    form = dialog(kept)
    field(form, "counterParty.registeredName").setFocus()
    write("Άλλο όνομα")
    key(form, Qt.Key.Key_Escape)
    assert open_forms(kept) == []
    assert kept.find("customers.unfinished").isVisible()
    assert "Άλλο όνομα" in kept.text("customers.unfinished")
    kept.press("customers.goOn")
    form = dialog(kept)
    assert "Άλλο όνομα" in field(form, "counterParty.registeredName").text()
    form.discard.click()
    assert open_forms(kept) == []
    assert not kept.find("customers.unfinished").isVisible()
    kept.key(Qt.Key.Key_Return)
    assert field(dialog(kept), "counterParty.registeredName").text() == "άλφα Ο.Ε."


def test_what_was_typed_and_not_saved_outlives_the_program(start: Any) -> None:
    office = start()
    office.view("items")
    office.key(Qt.Key.Key_Insert)
    form = dialog(office, "itemCard")
    write("ΚΦ-1")
    field(form, "details[0].unitPrice").setFocus()
    write("δώδεκα")
    key(form, Qt.Key.Key_Escape)
    office.rest()
    kept = {name: value for name, value in office.settings.values.items() if name.startswith("cards.")}
    again = start(**kept)
    again.view("items")
    assert "ΚΦ-1" in again.text("items.unfinished")
    again.press("items.goOn")
    form = dialog(again, "itemCard")
    assert field(form, "details[0].code").text() == "ΚΦ-1"
    assert field(form, "details[0].unitPrice").text() == "δώδεκα"
    form.discard.click()
    again.rest()
    assert not again.settings.values["cards.begun"]


def test_escape_from_a_form_that_was_only_looked_at_leaves_nothing(kept: Office) -> None:
    kept.key(Qt.Key.Key_Return)
    key(dialog(kept), Qt.Key.Key_Escape)
    assert open_forms(kept) == []
    assert not kept.find("customers.unfinished").isVisible()


def test_what_the_authority_does_not_take_is_said_at_its_field(kept: Office) -> None:
    kept.key(Qt.Key.Key_Insert)
    form = dialog(kept)
    field(form, "counterParty.registeredName").setText("ω" * 201)
    field(form, "counterParty.vat").setText("EL094014202")
    told = form.form.told.text()
    assert "200" in told
    assert "094014202" in told
    for path in ("counterParty.registeredName", "counterParty.vat"):
        assert field(form, path).property("problem")
        assert field(form, path).accessibleDescription()


def test_the_same_customer_twice_is_said_and_nothing_is_lost(kept: Office) -> None:
    kept.key(Qt.Key.Key_Insert)
    form = dialog(kept)
    field(form, "counterParty.vat").setText("094014201")
    field(form, "counterParty.registeredName").setText("Ωμέγα ξανά")
    key(form, Qt.Key.Key_S, CTRL)
    way_out = form.findChild(QWidget, "customerCard.wayOut")
    kept.wait(way_out.isVisible)
    assert form.isVisible()
    way_out.click()
    other = dialog(kept)
    assert field(other, "counterParty.registeredName").text() == "Ωμέγα Α.Ε."
    key(other, Qt.Key.Key_Escape)
    assert "Ωμέγα ξανά" in kept.text("customers.unfinished")


def test_a_card_changed_elsewhere_is_said_and_saved_over_only_when_asked(kept: Office) -> None:
    kept.key(Qt.Key.Key_Return)
    form = dialog(kept)
    theirs = form.form.kept
    kept.desk.customers.save(card("άλφα από αλλού", "EL999999993"), theirs)
    field(form, "counterParty.registeredName").setText("άλφα από εδώ")
    key(form, Qt.Key.Key_S, CTRL)
    way_out = form.findChild(QWidget, "customerCard.wayOut")
    kept.wait(way_out.isVisible)
    assert kept.desk.customers.get(theirs.id).facts.name == "άλφα από αλλού"
    way_out.click()
    kept.wait(lambda: kept.desk.customers.get(theirs.id).facts.name == "άλφα από εδώ")


def test_what_was_begun_over_an_older_card_does_not_overwrite_a_newer_one(start: Any) -> None:
    office = start()
    theirs = office.desk.customers.save(card("Ωμέγα Α.Ε.", "EL094014201"))
    office.view("customers")
    office.key(Qt.Key.Key_Return)
    field(dialog(office), "counterParty.registeredName").setText("Ωμέγα από εδώ")
    key(dialog(office), Qt.Key.Key_Escape)
    office.rest()
    begun = office.settings.values["cards.begun"]
    office.desk.customers.save(card("Ωμέγα από αλλού", "EL094014201"), theirs)
    again = start(**{"cards.begun": begun})
    again.view("customers")
    again.press("customers.goOn")
    form = dialog(again)
    key(form, Qt.Key.Key_S, CTRL)
    again.wait(form.findChild(QWidget, "customerCard.wayOut").isVisible)
    assert again.desk.customers.get(theirs.id).facts.name == "Ωμέγα από αλλού"


def test_a_new_document_begins_as_the_customer_has_it(office: Office) -> None:
    office.desk.customers.save(card("Κάφε Α.Ε.", "EL094014201", invoice_type_code="2.1", series="K"))
    office.view("customers")
    office.key(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert office.window.book.view == "compose"
    assert office.text("counterParty.registeredName") == "Κάφε Α.Ε."
    assert office.window.session.value("invoiceTypeCode") == "2.1"
    assert office.window.session.value("series") == "K"


def test_the_form_speaks_the_other_language_at_once(kept: Office) -> None:
    kept.key(Qt.Key.Key_Return)
    form = dialog(kept)
    before = form.save_button.text()
    kept.window.choose_language("en")
    kept.wait(lambda: form.save_button.text() == "Save")
    assert before != "Save"
    assert field(form, "counterParty.registeredName").accessibleName().endswith("Registered name")
