"""The items page, the form of an item, and prices of single customers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from einvoice_desktop.domain.cards import CustomerPrice, Item
from einvoice_desktop.domain.lines import Detail
from tests.gui.frame.conftest import Office
from tests.gui.frame.test_customers import CTRL, card, dialog, field, key, write

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

DOWN, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Return


def item(code: str, name: str, price: str) -> Item:
    return Item(
        Detail(
            code=code,
            descriptions=(name,),
            unit_price=Decimal(price),
            quantity=Decimal(1),
            measurement_unit_code=1,
            vat_category_code=1,
        )
    )


@pytest.fixture
def kept(office: Office) -> Office:
    """Two items and a customer, and the page in front."""
    office.desk.items.save_all(
        [(item("ΚΦ-1", "Καφές", "12.50"), None), (item("ΜΤ-1", "Μεταφορικά", "15"), None)]
    )
    office.desk.customers.save(card("Ωμέγα Α.Ε.", "EL094014201"))
    office.window.stage.books.customers.read_again()
    office.view("items")
    return office


def test_items_are_listed_with_price_and_rate_and_found_in_greeklish(kept: Office) -> None:
    model = kept.find("items").model()
    first = [str(model.index(0, place).data()) for place in range(model.columnCount())]
    assert first == ["ΚΦ-1", "Καφές", "Τεμάχια", "12,50", "24 %"]
    kept.find("items.search").setText("metaf")
    assert [row.facts.code for row in model.rows] == ["ΜΤ-1"]


def test_a_price_with_vat_becomes_the_price_without(kept: Office) -> None:
    kept.key(ENTER)
    form = dialog(kept, "itemCard")
    gross = form.findChild(QWidget, "item.gross")
    assert gross.text() == "15,50"
    gross.setFocus()
    gross.selectAll()
    write("12,40")
    assert field(form, "details[0].unitPrice").text() == "10,00"
    key(form, Qt.Key.Key_S, CTRL)
    kept.wait(lambda: kept.desk.items.of_code("ΚΦ-1").facts.price == Decimal("10.00"))


def test_a_price_that_means_nothing_is_not_saved(kept: Office) -> None:
    kept.key(ENTER)
    form = dialog(kept, "itemCard")
    field(form, "details[0].unitPrice").setText("δώδεκα")
    key(form, Qt.Key.Key_S, CTRL)
    assert form.isVisible()
    assert field(form, "details[0].unitPrice").hasFocus()
    assert form.form.told.text()
    key(form, Qt.Key.Key_Escape)
    assert kept.find("items.unfinished").isVisible()


def test_a_customer_has_its_own_price_typed_in_either_card(kept: Office) -> None:
    kept.key(ENTER)
    form = dialog(kept, "itemCard")
    form.form.tabs.setCurrentIndex(1)
    form.findChild(QWidget, "prices.search").setFocus()
    write("ωμεγ")
    key(form, ENTER)
    write("11")
    key(form, Qt.Key.Key_S, CTRL)
    customer = kept.desk.customers.of_vat("094014201")
    kept.wait(lambda: kept.desk.items.of_code("ΚΦ-1").item.prices)
    assert kept.desk.items.of_code("ΚΦ-1").item.prices == {customer.id: CustomerPrice(Decimal(11), None)}

    kept.view("customers")
    kept.key(ENTER)
    form = dialog(kept)
    table = form.findChild(QWidget, "prices")
    assert str(table.model().index(0, 2).data()) == "11,00"
    prices, discount = table.model(), table.model().index(0, 3)
    for wrong in ("150", "-5"):
        prices.setData(discount, wrong)
        assert prices.is_misread
    prices.setData(discount, "5")
    assert not prices.is_misread
    # Meanwhile somebody changes the item itself.
    theirs = kept.desk.items.of_code("ΚΦ-1")
    kept.desk.items.save(replace(theirs.item, notes="από αλλού"), theirs)
    key(form, Qt.Key.Key_S, CTRL)
    kept.wait(lambda: kept.desk.items.of_code("ΚΦ-1").item.prices[customer.id].discount == Decimal(5))
    assert kept.desk.items.of_code("ΚΦ-1").facts.notes == "από αλλού"


def test_the_search_for_everything_finds_items_and_customers(kept: Office) -> None:
    kept.key(Qt.Key.Key_K, CTRL)
    write("καφ")
    hits = {hit.group: hit for hit in kept.find("search.results").hits}
    assert hits["items"].text.startswith("ΚΦ-1")
    kept.find("search").setText("")
    write("ωμέγα")
    kept.wait(lambda: any(hit.group == "customers" for hit in kept.find("search.results").hits))
    next(hit for hit in kept.find("search.results").hits if hit.group == "customers").do()
    assert kept.text("counterParty.vat") == "EL094014201"
