"""A document of each kind, filled by keyboard until nothing is wrong, and sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QTabWidget

from einvoice_desktop.gui.compose.tab_kinds import PLACE_OF
from tests.gui.compose.office import Office

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from einvoice_desktop.domain.submission import Submission

ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space
DAY = "31/12/2035"


def show(office: Office, part: str) -> None:
    """Brings a tab forward with the arrow keys of the tab bar."""
    bar = office.page.findChild(QTabWidget, "compose.tabs")
    assert bar is not None
    bar.tabBar().setFocus()
    for _ in range(bar.count()):
        if bar.currentIndex() == PLACE_OF[part]:
            return
        office.key(Qt.Key.Key_Right)
    for _ in range(bar.count()):
        if bar.currentIndex() == PLACE_OF[part]:
            return
        office.key(Qt.Key.Key_Left)
    raise AssertionError(part)


def fill(office: Office, **fields: str) -> None:
    """Each field typed; a path's dots are written as two underscores."""
    for name, text in fields.items():
        put(office, name.replace("__", "."), text)


def put(office: Office, path: str, text: str) -> None:
    field = office.field(path)
    field.setFocus()
    field.selectAll()
    office.type(text)
    office.key(TAB)


def choose_kind(office: Office, words: str) -> None:
    put(office, "counterParty.kind", words)


def cell(office: Office, row: int, title: str, text: str, identifier: str = "details") -> None:
    """Types into a cell and leaves it."""
    table = office.go(row, title, identifier)
    assert not table.isColumnHidden(office.column(title, identifier)), title
    office.type(text[0])
    office.type(text[1:])
    office.key(TAB)


def customer(office: Office, vat: str, name: str = "Πελάτης Α.Ε.") -> None:
    put(office, "counterParty.vat", vat)
    put(office, "counterParty.registeredName", name)
    put(office, "counterParty.address.street", "Ερμού")
    put(office, "counterParty.address.number", "1")
    put(office, "counterParty.address.postal", "10563")
    put(office, "counterParty.address.city", "Πόλη")


def first_line(office: Office, category: str = "1_1", kind: str = "", price: str = "100") -> None:
    show(office, "lines")
    cell(office, 0, "Description", "Είδος")
    if price:
        cell(office, 0, "Price", price)
    if category:
        cell(office, 0, "Class", f"category{category}")
    if kind:
        cell(office, 0, "E3", f"E3_{kind}")


def errors(office: Office) -> list[str]:
    composition = office.session.composition
    assert composition is not None
    return [f"{p.path}: {p.code} {p.params}" for p in composition.problems if p.is_error]


def seal(office: Office, qtbot: QtBot) -> Submission:
    """Sealed in practice: the row of the outbox."""
    sealed: list[Submission] = []
    failed: list[Exception] = []
    office.session.seal(sealed.append, failed.append)
    qtbot.waitUntil(lambda: bool(sealed or failed))
    assert failed == []
    return sealed[0]


def test_a_greek_business(office: Office, qtbot: QtBot) -> None:
    customer(office, "EL094014201")
    first_line(office, "1_1", "561_001")

    assert errors(office) == []
    assert seal(office, qtbot).sealed.key.type_code == "1.1"


def test_a_customer_of_the_union(office: Office, qtbot: QtBot) -> None:
    choose_kind(office, "Ευρωπ")
    customer(office, "DE136695976", "Kunde")
    put(office, "counterParty.address.countryCode", "DE")
    first_line(office, "1_1", "561_005")

    assert errors(office) == []
    assert office.cell(0, "VAT") == "0 %"
    assert office.cell(0, "Reason") == "14"
    assert seal(office, qtbot).sealed.key.type_code == "1.2"


def test_a_customer_beyond_the_union_in_dollars(office: Office, qtbot: QtBot) -> None:
    choose_kind(office, "Τρίτη")
    customer(office, "123456789", "Customer")
    put(office, "counterParty.address.countryCode", "US")
    put(office, "currencyCode", "USD")
    put(office, "paymentDetails.exchangeCurrencyRate", "1,25")
    first_line(office, "1_1", "561_006")

    assert errors(office) == []
    assert office.cell(0, "Reason") == "8"
    assert office.sum("totalPayableAmountAC") == "125,00 USD"
    assert seal(office, qtbot).sealed.key.type_code == "1.3"


def test_a_private_person(office: Office, qtbot: QtBot) -> None:
    choose_kind(office, "Ιδιώτης")
    first_line(office, "1_1", "561_003")

    assert errors(office) == []
    assert seal(office, qtbot).sealed.key.type_code == "11.1"


def test_a_public_body(office: Office, qtbot: QtBot) -> None:
    choose_kind(office, "Δημόσιος")
    customer(office, "EL090000045", "Υπουργείο")
    first_line(office, "1_1", "561_001")
    cell(office, 0, "CPV", "15511000-3")
    cell(office, 0, "EN unit", "H87")
    show(office, "public")
    fill(
        office,
        b2GDetails__contractingAuthorityCode="1015.E00236.0001",
        b2GDetails__contractingAuthority="Authority",
        b2GDetails__contractTypeCode="3|0",
        b2GDetails__contractReferenceCode="0",
    )
    button = office.page.findChild(QAbstractButton, "fill.recipient")
    assert button is not None
    button.setFocus()
    office.key(SPACE, text=" ")
    assert office.field("recipient.vat").text() == "EL090000045"

    assert errors(office) == []
    assert office.session.value("documentTypeCode") == "ELB2G"
    assert seal(office, qtbot).sealed.key.type_code == "1.1"


def test_a_delivery_note(office: Office, qtbot: QtBot) -> None:
    put(office, "invoiceTypeCode", "9.3")
    customer(office, "EL094014201")
    first_line(office, "", price="")
    cell(office, 0, "Qty", "12")
    show(office, "delivery")
    put(office, "distributionDetails.movePurposeCode", "1")
    put(office, "distributionDetails.dispatchDate", DAY)
    put(office, "distributionDetails.dispatchTime", "10:30")
    put(office, "distributionDetails.vehileNumber", "YAB1234")
    for place in ("deliveryOriginDetails", "deliveryDestinationDetails"):
        button = office.page.findChild(QAbstractButton, f"fill.distributionDetails.{place}.address")
        assert button is not None
        button.setFocus()
        office.key(SPACE, text=" ")
    assert office.field("distributionDetails.deliveryDestinationDetails.address.city").text() == "Πόλη"
    if not office.field("distributionDetails.deliveryOriginDetails.address.street").text():
        put(office, "distributionDetails.deliveryOriginDetails.address.street", "Δρόμος")
        put(office, "distributionDetails.deliveryOriginDetails.address.postal", "11741")
        put(office, "distributionDetails.deliveryOriginDetails.address.city", "Αθήνα")

    assert errors(office) == []
    assert office.page.findChild(QTabWidget, "compose.tabs") is not None
    assert seal(office, qtbot).sealed.key.type_code == "9.3"


def test_fuel(office: Office, qtbot: QtBot) -> None:
    customer(office, "EL094014201")
    show(office, "order")
    put(office, "isFuelInvoice", "Ναι")
    first_line(office, "1_1", "561_001")
    cell(office, 0, "Fuel", "20")
    cell(office, 0, "At 15°", "98")
    cell(office, 0, "Unit", "3")

    assert errors(office) == []
    assert seal(office, qtbot).sealed.key.type_code == "1.1"


def test_a_restaurant_s_order(office: Office, qtbot: QtBot) -> None:
    put(office, "invoiceTypeCode", "8.6")
    first_line(office, "", price="12")
    show(office, "order")
    put(office, "tableId", "7")
    put(office, "orderCode", "A1")

    assert errors(office) == []
    assert seal(office, qtbot).sealed.key.type_code == "8.6"


@pytest.mark.parametrize("code", ["3.1"])
def test_a_purchase_with_two_classifications_on_a_line(office: Office, qtbot: QtBot, code: str) -> None:
    put(office, "invoiceTypeCode", code)
    customer(office, "000000000", "Αγρότης")
    first_line(office, "2_5", "585_004")
    office.go(0, "Description")
    office.key(ENTER, Qt.KeyboardModifier.AltModifier)
    several = office.page.findChild(QAbstractButton, "line.several")
    assert several is not None
    several.setFocus()
    office.key(SPACE, text=" ")
    rows = "details[0].expensesClassifications"
    put(office, f"{rows}[0].amount", "40")
    put(office, f"{rows}[1].classificationCategoryCode", "category2_3")
    put(office, f"{rows}[1].classificationTypeCode", "E3_585_009")
    put(office, f"{rows}[1].amount", "60")
    office.key(Qt.Key.Key_Escape)
    assert office.table().isVisible()

    assert errors(office) == []
    assert seal(office, qtbot).sealed.key.type_code == code
