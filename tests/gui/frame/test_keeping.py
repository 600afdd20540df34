"""Books and invoice: customers and items are put in, kept and made without leaving the invoice."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from einvoice_desktop.domain.cards import CustomerPrice
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from tests.gui.frame.conftest import Office
from tests.gui.frame.test_customers import CTRL, card, dialog, field, key, write
from tests.gui.frame.test_items import item

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SHIFT = Qt.KeyboardModifier.ShiftModifier
DOWN, ENTER, TAB = Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab
VAT = "EL094014201"


@pytest.fixture
def books(office: Office) -> Office:
    """A customer with a discount and a type of its own, two items, one of them cheaper for it."""
    customer = office.desk.customers.save(
        card(
            "Ωμέγα Α.Ε.",
            VAT,
            allowances_charges=(AllowanceCharge(type="ALLOWANCE", percentage=Decimal(10)),),
            details=(Detail(vat_category_code=2),),
        )
    )
    coffee = item("ΚΦ-1", "Καφές φίλτρου", "12.50")
    cheaper = {customer.id: CustomerPrice(Decimal("11.00"))}
    office.desk.items.save(type(coffee)(coffee.line, cheaper))
    office.desk.items.save(item("ΚΦ-10", "Καφές εσπρέσο", "18.40"))
    for held in (office.window.stage.books.customers, office.window.stage.books.items):
        held.read_again()
    office.rest()
    return office


def offered(office: Office) -> list[str]:
    """What the list under the cell or the box in which one types says; [] for none."""
    lists = [one for one in office.window.findChildren(QListView) if one.isVisible() and one.isWindow()]
    model = lists[0].model() if lists else None
    return [] if model is None else [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def lines(office: Office) -> Any:
    return office.window.stage.page.tabs.lines()


def go(office: Office, row: int, member: str) -> None:
    table = lines(office)
    table.setFocus()
    table.go(row, [column.path for column in table.rows.columns].index(member))


def value(office: Office, path: str) -> object:
    return office.window.session.value(path)


def take_customer(office: Office) -> None:
    office.key(Qt.Key.Key_L, CTRL)
    write("ωμεγ")
    office.key(ENTER)


def test_a_customer_of_the_book_comes_with_its_defaults_and_goes_by_one_undo(books: Office) -> None:
    before = books.window.session.draft.document
    take_customer(books)
    assert value(books, "counterParty.vat") == VAT
    assert value(books, "details[0].vatCategoryCode") == 2
    assert value(books, "details[0].allowancesCharges[0].percentage") == Decimal(10)
    assert lines(books).hasFocus()
    books.window.session.undo()
    assert books.window.session.draft.document == before


def test_its_number_typed_whole_offers_it(books: Office) -> None:
    books.find("counterParty.vat").setFocus()
    write("09401420")
    assert offered(books) == []
    write("1")
    assert offered(books) == [f"{VAT} Ωμέγα Α.Ε."]
    books.key(ENTER)
    assert value(books, "counterParty.registeredName") == "Ωμέγα Α.Ε."


def test_a_new_line_begins_as_the_customer_has_lines(books: Office) -> None:
    take_customer(books)
    books.window.session.choose("details[0].vatCategoryCode", 1)
    books.key(Qt.Key.Key_Insert)
    assert value(books, "details[1].vatCategoryCode") == 2
    assert value(books, "details[1].allowancesCharges[0].percentage") == Decimal(10)


def test_a_code_typed_whole_fills_the_line_and_the_keys_go_to_the_quantity(books: Office) -> None:
    go(books, 0, "code")
    write("κφ-1")
    assert offered(books)[0].startswith("ΚΦ-1 Καφές φίλτρου")
    books.key(TAB)
    assert value(books, "details[0].descriptions") == ("Καφές φίλτρου",)
    assert value(books, "details[0].code") == "ΚΦ-1"
    assert value(books, "details[0].unitPrice") == Decimal("12.50")
    table = lines(books)
    assert table.hasFocus()
    assert table.rows.columns[table.currentIndex().column()].path == "quantity"
    assert offered(books) == []


def test_words_of_the_description_offer_items_and_arrows_choose_one(books: Office) -> None:
    take_customer(books)
    go(books, 0, "descriptions[0]")
    write("φιλτ")
    assert len(offered(books)) == 1
    books.key(DOWN)
    books.key(ENTER)
    assert value(books, "details[0].code") == "ΚΦ-1"
    assert value(books, "details[0].unitPrice") == Decimal("11.00")
    books.window.session.undo()
    assert value(books, "details[0].code") is None


def test_a_description_that_is_only_typed_stays_as_it_is(books: Office) -> None:
    go(books, 0, "descriptions[0]")
    write("καφ")
    assert offered(books)
    books.key(ENTER)
    assert value(books, "details[0].descriptions") == ("καφ",)
    assert value(books, "details[0].code") is None
    assert offered(books) == []


def test_the_customer_in_the_form_is_kept_and_taken_back(office: Office) -> None:
    office.fill()
    office.find("action.keepCustomer")
    assert office.find("action.keepCustomer").isVisible()
    office.key(Qt.Key.Key_C, CTRL | SHIFT)
    office.wait(lambda: office.desk.customers.of_vat(VAT))
    office.rest()
    assert office.window.book.view == "compose"
    assert not office.find("action.keepCustomer").isVisible()
    office.press("message.action")
    office.wait(lambda: office.desk.customers.rows() == [])


def test_a_kept_customer_is_brought_up_to_date_and_keeps_its_defaults(books: Office) -> None:
    take_customer(books)
    books.window.session.edit("counterParty.address.street", "Πανεπιστημίου")
    books.key(Qt.Key.Key_C, CTRL | SHIFT)
    books.wait(lambda: books.desk.customers.of_vat(VAT).customer.party.address.street == "Πανεπιστημίου")
    kept = books.desk.customers.of_vat(VAT).customer
    assert kept.document.allowances_charges[0].percentage == Decimal(10)
    books.rest()
    books.press("message.action")
    books.wait(lambda: books.desk.customers.of_vat(VAT).customer.party.address.street == "Ερμού")


def test_what_the_form_does_not_say_stays_on_the_card(books: Office) -> None:
    for path, text in (("vat", VAT), ("registeredName", "Ωμέγα Καφέ Α.Ε.")):
        books.window.session.edit(f"counterParty.{path}", text)
    assert books.find("action.keepCustomer").isVisible()
    books.key(Qt.Key.Key_C, CTRL | SHIFT)
    books.wait(lambda: books.desk.customers.of_vat(VAT).facts.name == "Ωμέγα Καφέ Α.Ε.")
    assert books.desk.customers.of_vat(VAT).customer.party.address.street == "Ερμού"
    books.rest()
    assert not books.find("action.keepCustomer").isVisible()


def test_branches_of_one_number_are_told_apart(books: Office) -> None:
    branch = card("Ωμέγα Α.Ε.", VAT, city="Πάτρα")
    party = branch.party.with_member("branch_code", 3)
    books.desk.customers.save(type(branch)(branch.document.with_member("counter_party", party)))
    books.window.stage.books.customers.read_again()
    books.rest()
    books.key(Qt.Key.Key_L, CTRL)
    write("ωμεγ")
    assert sorted(offered(books)) == [f"{VAT} Ωμέγα Α.Ε.", f"{VAT} Ωμέγα Α.Ε.  ·  υποκατάστημα 3, Πάτρα"]


def test_what_somebody_saves_while_the_book_is_read_is_read_after_it(books: Office) -> None:
    held, book = books.window.stage.books.customers, books.desk.customers
    held.read_again()
    book.save(card("Ψι Ο.Ε.", "EL999999993"))
    held.read_again()
    books.wait(lambda: held.of_key("999999993"))
    books.rest()
    assert [kept.facts.name for kept in held.rows] == ["Ψι Ο.Ε.", "Ωμέγα Α.Ε."]


def test_the_present_line_is_kept_as_an_item(office: Office) -> None:
    office.fill()
    go(office, 0, "descriptions[0]")
    office.key(Qt.Key.Key_A, CTRL | SHIFT)
    office.wait(lambda: office.desk.items.rows())
    (kept,) = office.desk.items.rows()
    assert kept.facts.name == "Καφές φίλτρου 1 kg"
    assert kept.item.line.unit_price == Decimal("12.50")
    assert kept.item.line.income_classification.classification_type_code == "E3_561_001"


def test_an_empty_form_has_nothing_to_keep_and_says_so(office: Office) -> None:
    office.key(Qt.Key.Key_C, CTRL | SHIFT)
    first = office.window.message
    office.key(Qt.Key.Key_A, CTRL | SHIFT)
    assert first
    assert office.window.message not in ("", first)
    assert office.desk.customers.rows() == []


def test_who_is_not_found_is_made_over_the_invoice(books: Office) -> None:
    books.key(Qt.Key.Key_L, CTRL)
    write("Εντελώς Νέος")
    assert len(offered(books)) == 1
    books.key(ENTER)
    form = dialog(books)
    assert field(form, "counterParty.registeredName").text() == "Εντελώς Νέος"
    write("EL999999993")
    key(form, Qt.Key.Key_S, CTRL)
    books.wait(lambda: value(books, "counterParty.vat") == "EL999999993")
    assert value(books, "counterParty.registeredName") == "Εντελώς Νέος"
    assert books.desk.customers.of_vat("999999993") is not None
    assert books.window.book.view == "compose"
