"""The screens of customers and items: the pages, empty and filled, and the forms of their cards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

CUSTOMERS = (
    ("Καφεκοπτείο «Η Ωραία» Α.Ε.", "EL094014201", "Αθήνα", "orders@example.gr"),
    ("Άλφα Τεχνική Ο.Ε.", "EL999999993", "Πάτρα", "alfa@example.gr, logistirio@example.gr"),
    ("Ένωση Αγροτικών Συνεταιρισμών Θεσσαλίας", "EL090000045", "Λάρισα", ""),
    ("Kaffee Handels GmbH", "DE136695976", "Berlin", "einkauf@example.de"),
)
ITEMS = (
    ("ΚΦ-101", "Καφές ελληνικός, 1 κιλό", "12.50"),
    ("ΚΦ-220", "Καφές εσπρέσο, 1 κιλό", "18.40"),
    ("ΜΤ-001", "Μεταφορικά", "15"),
)


def screens_of_cards() -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """The empty pages first: the others fill the books."""
    for view in ("customers", "items"):
        yield f"{view}-empty", page(view)
    yield "customers", filled("customers")
    yield "items", filled("items")
    yield "customer-card", card("customers")
    yield "customer-wrong", card("customers", wrong=True)
    yield "item-card", card("items")
    yield "item-prices", card("items", tab=1)


def page(view: str) -> Callable[[Any], None]:
    def opened(window: Any) -> None:
        window.open_view(view)

    return opened


def filled(view: str) -> Callable[[Any], None]:
    def opened(window: Any) -> None:
        fill(window)
        window.open_view(view)

    return opened


def fill(window: Any) -> None:
    """Some customers and items, once."""
    from einvoice_desktop.domain.cards import Customer, CustomerPrice, Item
    from einvoice_desktop.domain.document import Document
    from einvoice_desktop.domain.lines import Detail
    from einvoice_desktop.domain.parties import Address, Party
    from einvoice_desktop.gui.picture import settle

    desk = window.office.the_desk
    if desk.customers.rows():
        return
    for name, vat, city, emails in CUSTOMERS:
        country = "GR" if vat.startswith("EL") else vat[:2]
        address = Address(street="Ερμού", number="1", postal="10563", city=city, country_code=country)
        told = tuple(emails.split(", ")) if emails else None
        party = Party(registered_name=name, vat=vat, branch_code=0, emails=told, address=address)
        kind = "1.1" if country == "GR" else "1.2"
        document = Document(counter_party=party, invoice_type_code=kind, document_type_code="INVOICE")
        customer = desk.customers.save(Customer(document))
    for code, name, price in ITEMS:
        line = Detail(
            code=code,
            descriptions=(name,),
            unit_price=Decimal(price),
            quantity=Decimal(1),
            measurement_unit_code=2,
            vat_category_code=1,
        )
        desk.items.save(Item(line, {customer.id: CustomerPrice(Decimal("11.20"), Decimal(5))}))
    window.stage.books.customers.read_again()
    window.stage.books.items.read_again()
    settle(window)


def card(view: str, tab: int = 0, *, wrong: bool = False) -> Callable[[Any], Any]:
    """The form of the first card; its fields as they may not be."""

    def opened(window: Any) -> Any:
        from einvoice_desktop.gui.cards.dialog import CardDialog
        from einvoice_desktop.gui.picture import settle

        fill(window)
        window.open_view(view)
        settle(window)
        window.book.page(view).open_chosen()
        settle(window)
        form = next(one for one in window.findChildren(CardDialog) if one.isVisible())
        form.form.tabs.setCurrentIndex(tab)
        if wrong:
            form.form.session.edit("counterParty.registeredName", "Ω" * 201)
            form.form.session.edit("counterParty.vat", "EL094014202")
        return form

    return opened
