"""The first invoice, worked in the real window from outside: by pointing, and by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.driver.atspi import App
from tests.window.person import (
    column,
    confirm,
    enter,
    issue,
    read_receipt,
    sums,
    wait_for_focus,
    wait_for_rows,
)

VAT, NAME, CITY, POSTAL = "094014201", "Καφεκοπτείο «Η Ωραία» Α.Ε.", "Αθήνα", "10431"
PAYABLE = "summaries.totalPayableAmount"

CUSTOMER = (
    ("vat", VAT),
    ("registeredName", NAME),
    ("brandName", "Ωραία"),
    ("phones[0]", "2103210321"),
    ("activities[0]", "Καφεκοπτείο"),
    ("taxOffice", ""),
    ("generalCommercialRegistryNumber", ""),
    ("branchCode", ""),
    ("emails[0]", ""),
    ("address.street", "Σταδίου"),
    ("address.number", "10"),
    ("address.postal", POSTAL),
    ("address.city", CITY),
)
"""The customer's fields in the order in which Tab reaches them, and what is typed; "" leaves one as it is."""

LINES = (
    (
        ("ΚΦ-1", "0,00"),
        ("Καφές ελληνικός, 1 κιλό", "0,00"),
        ("", "0,00"),
        ("4", "0,00"),
        ("12,50", "62,00"),
        ("10", "55,80"),
        ("", "55,80"),
        ("", "55,80"),
        ("", "55,80"),
    ),
    (
        ("ΜΤ-1", "55,80"),
        ("Μεταφορικά", "55,80"),
        ("", "55,80"),
        ("", "55,80"),
        ("8,5", "66,34"),
    ),
)
"""Code, description, unit, quantity, price, discount, VAT, classification category and type as they are
entered, cell by cell, and what is to be paid after each; the last price is still being typed at issue."""


def test_an_invoice_of_two_lines_by_pointing(app: App, tmp_path: Path) -> None:
    wait_for_rows(app, 1)
    app.paste("counterParty.vat", VAT)
    app.paste("counterParty.registeredName", NAME)
    app.paste("counterParty.address.city", CITY)
    app.paste("counterParty.address.postal", POSTAL)
    description, quantity = column(app, "Περιγραφή"), column(app, "Ποσ.", "Ποσότητα")
    price, discount = column(app, "Τιμή"), column(app, "Έκπ.%", "Εκπ.%", "Έκπτωση %")
    app.edit_cell("details", 0, description, "Καφές ελληνικός, 1 κιλό")
    app.edit_cell("details", 0, price, "12,50")
    app.wait_for_text(PAYABLE, "15,50")
    app.edit_cell("details", 0, quantity, "4")
    app.wait_for_text(PAYABLE, "62,00")
    app.edit_cell("details", 0, discount, "10")
    assert app.wait_for_text(PAYABLE, "55,80")
    assert sums(app) == ("45,00", "10,80", "55,80")
    app.press("action.addLine")
    wait_for_rows(app, 2)
    app.edit_cell("details", 1, description, "Μεταφορικά")
    app.edit_cell("details", 1, price, "8")
    app.wait_for_text(PAYABLE, "65,72")
    app.press("action.issue")
    confirm(app)
    read_receipt(app, tmp_path)


@pytest.mark.parametrize(
    ("language", "to_the_lines", "mark"),
    [("el", ("Tab", "Tab", "Tab"), ","), ("en", ("F6",), ".")],
    ids=["greek, tab all the way", "english, f6 to the lines"],
)
def test_the_same_invoice_by_keyboard_alone(
    start: Callable[..., App], tmp_path: Path, language: str, to_the_lines: tuple[str, ...], mark: str
) -> None:
    app = start(language)
    wait_for_rows(app, 1)
    lines, payable = app.find("details"), app.find(PAYABLE)
    type_customer(app)
    app.desktop.key(*to_the_lines)
    wait_for_focus(app, lines)
    for row, cells in enumerate(LINES):
        wait_for_rows(app, row + 1)
        for place, (text, to_pay) in enumerate(cells):
            if place > 0:
                app.desktop.key("Tab")
            enter(app, text)
            app.wait_for_text(payable, to_pay.replace(",", mark))
        if row + 1 < len(LINES):
            app.desktop.key("Tab")
    assert sums(app) == tuple(amount.replace(",", mark) for amount in ("53,50", "12,84", "66,34"))
    assert [app.cell_text("details", row, 1) for row in (0, 1)] == [cells[1][0] for cells in LINES]
    issue(app)
    read_receipt(app, tmp_path)


def type_customer(app: App) -> None:
    """The customer's fields one after the other, from the first, where a new document begins."""
    fields = {name: app.find(f"counterParty.{name}") for name, _ in CUSTOMER}
    for place, (name, text) in enumerate(CUSTOMER):
        if place > 0:
            app.desktop.key("Tab")
        wait_for_focus(app, fields[name])
        enter(app, text)
    for name, text in CUSTOMER:
        if text:
            app.wait_for_text(fields[name], text)
