"""Cards of customers and items: what is written reads back, and what makes two of them the same."""

from __future__ import annotations

from decimal import Decimal

import pytest

from einvoice_desktop.domain.cards import (
    Customer,
    CustomerPrice,
    Item,
    read_customer,
    read_item,
    with_price,
    write_customer,
    write_item,
)
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.parties import Address, Party


def customer(vat: str = "", name: str = "", branch: int | None = None) -> Customer:
    return Customer(Document(counter_party=Party(vat=vat, registered_name=name, branch_code=branch)))


def test_a_customer_reads_back_as_it_was_written() -> None:
    card = Customer(
        Document(
            invoice_type_code="2.1",
            series="Β",
            counter_party=Party(
                registered_name="Ωραία Ελλάς", vat="EL094014201", address=Address(city="Αθήνα")
            ),
            allowances_charges=(AllowanceCharge(type="ALLOWANCE", percentage=Decimal("12.50")),),
            details=(Detail(vat_category_code=7, vat_exemption_category_code=16),),
        ),
        language="both",
        notes="πληρώνει\nαργά",
    )
    assert read_customer(write_customer(card)) == card


def test_an_item_reads_back_with_its_prices_to_the_last_digit() -> None:
    item = Item(Detail(code="Κ-1", descriptions=("Καφές",), unit_price=Decimal("1.10000")), notes="ράφι 3")
    item = with_price(item, 7, CustomerPrice(unit_price=Decimal("0.90")))
    item = with_price(item, 3, CustomerPrice(discount=Decimal("5.0")))
    back = read_item(write_item(item))
    assert back == item
    assert str(back.line.unit_price) == "1.10000"
    assert str(back.prices[7].unit_price) == "0.90"
    assert with_price(with_price(back, 7, None), 3, None).prices == {}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (customer("EL094014201"), customer("gr 094 014 201", "Άλλη")),
        (customer("094014201", branch=0), customer("094014201")),
        (customer(name="Γιάννης"), customer(name="ΓΙΑΝΝΗΣ ")),
    ],
)
def test_the_same_customer(one: Customer, other: Customer) -> None:
    assert one.key == other.key != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (customer("094014201"), customer("094014201", branch=2)),
        (customer("CY10259033P"), customer("DE10259033P")),
        (customer(name="Γιάννης"), customer(name="Γιάννα")),
    ],
)
def test_not_the_same_customer(one: Customer, other: Customer) -> None:
    assert one.key != other.key


def test_an_item_is_its_code_whatever_its_case_or_else_its_name() -> None:
    assert Item(Detail(code="ab-1", descriptions=("Α",))).key == Item(Detail(code=" AB-1")).key
    assert Item(Detail(descriptions=("", "Καφές"))).key == Item(Detail(descriptions=("ΚΑΦΈΣ",))).key
    assert Item(Detail()).key == ""


def test_what_is_no_card_is_refused() -> None:
    with pytest.raises(ValueError, match="no card"):
        read_customer(b"[]")
