"""Another customer on the invoice: what the first one's card had brought goes, comes back by Undo, and the
next invoice goes on as the office has it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from einvoice_desktop.domain.cards import CustomerPrice
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from tests.gui.frame.conftest import Office
from tests.gui.frame.test_customers import CTRL, card, write
from tests.gui.frame.test_items import item
from tests.gui.frame.test_keeping import TAB, VAT, go, value

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

OTHER = "EL090000045"
PERCENT = "details[0].allowancesCharges[0].percentage"


@pytest.fixture
def books(office: Office) -> Office:
    """One customer with everything of its own, one with nothing; an item that is cheaper for the first."""
    first = office.desk.customers.save(
        card(
            "Ωμέγα Α.Ε.",
            VAT,
            invoice_type_code="2.1",
            series="ΤΠΥ",
            allowances_charges=(AllowanceCharge(type="ALLOWANCE", percentage=Decimal(10)),),
            details=(Detail(vat_category_code=7, vat_exemption_category_code=8),),
        )
    )
    office.desk.customers.save(card("Άλφα Ο.Ε.", OTHER))
    coffee = item("ΚΦ-1", "Καφές", "12.50")
    office.desk.items.save(type(coffee)(coffee.line, {first.id: CustomerPrice(Decimal("11.00"))}))
    for held in (office.window.stage.books.customers, office.window.stage.books.items):
        held.read_again()
    office.rest()
    return office


def take(office: Office, typed: str) -> None:
    (hit,) = office.window.stage.known.find(typed)
    assert hit.put_into(office.window.session)


def told(office: Office) -> tuple[object, ...]:
    paths = ("invoiceTypeCode", "series", "details[0].vatCategoryCode", PERCENT, "details[0].unitPrice")
    return tuple(value(office, path) for path in paths)


def test_the_second_customer_has_nothing_of_the_first_and_undo_brings_it_back(books: Office) -> None:
    session = books.window.session
    take(books, "ωμεγα")
    go(books, 0, "code")
    write("κφ-1")
    books.key(TAB)
    first = told(books)
    assert first == ("2.1", "ΤΠΥ", 7, None, Decimal("11.00"))
    take(books, "αλφα")
    second = told(books)
    assert second == ("2.1", "A", 1, None, Decimal("12.50"))
    assert all(word in books.window.message for word in ("ΦΠΑ", "τιμή", "σειρά"))
    session.undo()
    assert told(books) == first
    while session.can_undo:
        session.undo()
    assert told(books) == ("1.1", "A", 1, None, None)
    while session.can_redo:
        session.redo()
    assert told(books) == second


def test_the_next_invoice_is_in_no_customers_own_series(books: Office) -> None:
    take(books, "ωμεγα")
    books.key(Qt.Key.Key_N, CTRL)
    assert value(books, "series") == "A"
    take(books, "ωμεγα")
    books.window.session.edit("series", "Β")
    books.key(Qt.Key.Key_N, CTRL)
    assert value(books, "series") == "Β"


def test_after_it_was_issued_too(books: Office) -> None:
    take(books, "ωμεγα")
    for path, text in (("descriptions[0]", "Ναύλος"), ("unitPrice", "100")):
        books.window.session.edit(f"details[0].{path}", text)
    category = {"classificationCategoryCode": "category1_3", "classificationTypeCode": "E3_561_001"}
    for name, code in category.items():
        books.window.session.choose(f"details[0].incomeClassification.{name}", code)
    books.press("action.issue")
    books.wait(lambda: not value(books, "counterParty.vat"))
    books.rest()
    assert books.desk.known_parties()
    assert value(books, "series") == "A"
    assert books.desk.new_draft().document.series == "A"
