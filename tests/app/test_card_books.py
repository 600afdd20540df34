"""The books of customers and items, as the forms use them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.app.customer_book import CustomerBook
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.item_book import ItemBook
from einvoice_desktop.domain.cards import Customer, Item
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.parties import Address, Party


@pytest.fixture
def customers(store, clock) -> CustomerBook:  # type: ignore[no-untyped-def]
    return CustomerBook(store.customers, clock)


@pytest.fixture
def items(store, clock) -> ItemBook:  # type: ignore[no-untyped-def]
    return ItemBook(store.items, clock)


def customer(name: str, vat: str, **more: object) -> Customer:
    party = Party(registered_name=name, vat=vat, **more)
    return Customer(Document(invoice_type_code="1.1", counter_party=party))


CAFE = customer(
    "Καφεκοπτείο",
    "EL094014201",
    brand_name="Mocca",
    phones=("2101234567",),
    emails=("info@mocca.gr",),
    address=Address(country_code="GR", city="Αθήνα"),
)


def test_a_customer_is_saved_found_and_saved_again(customers: CustomerBook) -> None:
    kept = customers.save(CAFE)
    assert customers.get(kept.id) == kept
    assert customers.of_vat("gr 094014201") == kept
    assert customers.of_vat("094014201", branch=1) is None
    assert kept.customer == CAFE
    again = customers.save(customer("Καφεκοπτείο ΑΕ", "094014201"), kept)
    assert (again.id, again.version) == (kept.id, 2)
    assert customers.rows() == [again]
    with pytest.raises(UserError) as told:
        customers.save(CAFE, kept)
    assert told.value.code == "card_changed_elsewhere"
    with pytest.raises(UserError) as told:
        customers.save(CAFE)
    assert told.value.code == "card_twice"


def test_a_branch_of_a_customer_has_a_card_of_its_own(customers: CustomerBook) -> None:
    customers.save(CAFE)
    branch = customers.save(customer("Καφεκοπτείο, Πάτρα", "094014201", branch_code=3))
    assert customers.of_vat("EL094014201", 3) == branch


def test_lists_need_not_read_the_whole_card(customers: CustomerBook, items: ItemBook) -> None:
    facts = customers.save(CAFE).facts
    assert (facts.name, facts.brand, facts.vat, facts.city) == (
        "Καφεκοπτείο",
        "Mocca",
        "EL094014201",
        "Αθήνα",
    )
    assert (facts.phones, facts.emails, facts.invoice_type) == (("2101234567",), ("info@mocca.gr",), "1.1")
    line = Detail(
        code="Κ1",
        descriptions=("Καφές",),
        unit_price=Decimal("4.20"),
        measurement_unit_code=1,
        vat_category_code=2,
    )
    item = items.save(Item(line, notes="ράφι")).facts
    assert (item.code, item.name, item.price, item.unit, item.vat_category, item.notes) == (
        "Κ1",
        "Καφές",
        Decimal("4.20"),
        1,
        2,
        "ράφι",
    )
    assert str(item.price) == "4.20"


def test_deleted_customers_come_back(customers: CustomerBook) -> None:
    kept = customers.save_all([(CAFE, None), (customer("Άλλος", "123456783"), None)])
    customers.delete([row.id for row in kept])
    back = customers.restore(kept)
    assert [(row.id, row.customer) for row in back] == [(row.id, row.customer) for row in kept]
    assert customers.rows() == back
    with pytest.raises(UserError) as told:
        # As it was before it went, in a form that was open meanwhile.
        customers.save(CAFE, kept[0])
    assert told.value.code == "card_changed_elsewhere"


def test_many_saves_are_one_step_to_take_back(items: ItemBook) -> None:
    before = items.save(Item(Detail(code="Κ1", unit_price=Decimal(1))))
    after, made = items.save_all(
        [(Item(Detail(code="Κ1", unit_price=Decimal(2))), before), (Item(Detail(code="Κ2")), None)]
    )
    assert items.take_back([(before, after)], [made]) == ()
    assert [row.facts.price for row in items.rows()] == [Decimal(1)]
    assert items.of_code("κ1") == items.rows()[0]
    assert items.of_code("Κ2") is None
