"""The invoice that an office makes all day, for a customer it knows: the keys it takes beyond its text."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.driver.atspi import App
from tests.driver.nodes import Named
from tests.window.person import confirm, enter, read_receipt, wait_for_focus, wait_for_rows

MOST_KEYS = 40
VAT, NAME = "094014201", "Καφεκοπτείο «Η Ωραία» Α.Ε."
PAYABLE = "summaries.totalPayableAmount"

EARLIER = {
    "invoiceTypeCode": "1.1",
    "invoiceType": "Τιμολόγιο Πώλησης",
    "documentTypeCode": "INVOICE",
    "currencyCode": "EUR",
    "series": "ΠΑΛ",
    "issuer": {
        "vat": "EL999999993",
        "registeredName": "Εκδότρια Α.Ε.",
        "branchCode": 0,
        "address": {"countryCode": "GR", "postal": "10431", "city": "Αθήνα"},
    },
    "counterParty": {
        "vat": f"EL{VAT}",
        "registeredName": NAME,
        "brandName": "Ωραία",
        "taxOffice": "Α' Αθηνών",
        "branchCode": 0,
        "address": {
            "countryCode": "GR",
            "street": "Σταδίου",
            "number": "10",
            "postal": "10431",
            "city": "Αθήνα",
        },
    },
    "details": [
        {
            "descriptions": ["Καφές"],
            "quantity": 1,
            "unitPrice": 10,
            "measurementUnitCode": 1,
            "vatCategoryCode": 1,
            "incomeClassification": {
                "classificationCategoryCode": "category1_1",
                "classificationTypeCode": "E3_561_001",
            },
        }
    ],
    "paymentDetails": {"paymentMethods": [{"paymentMethodTypeCode": 5, "amount": 12.4}]},
}
"""What the office has billed this customer before."""

FIRST = ("ΚΦ-1", "Καφές ελληνικός, 1 κιλό", "", "4", "12,50", "10", "", "", "")
SECOND = ("ΜΤ-1", "Μεταφορικά", "", "", "8,5")
"""The cells of each line, as they are typed; "" leaves one as it is."""


class CountedKeys:
    """A person at the keyboard: every key that is no text counts."""

    def __init__(self, app: App) -> None:
        self._app = app
        self.pressed: list[str] = []

    def press(self, *keys: str) -> None:
        """Keys that are not text: each counts one, with all that is held down."""
        self.pressed += keys
        self._app.desktop.key(*keys)

    def text(self, text: str) -> None:
        """Letters and figures of the invoice itself."""
        enter(self._app, text)

    def line(self, cells: tuple[str, ...]) -> None:
        """The cells of one line, with Tab from each to the next."""
        for place, text in enumerate(cells):
            if place:
                self.press("Tab")
            self.text(text)


def bill_once(data: Path, folder: Path) -> None:
    """An earlier document to the same customer, through the commands."""
    file = folder / "earlier.json"
    file.write_text(json.dumps(EARLIER), encoding="utf-8")
    words = [sys.executable, "-m", "einvoice_desktop", "--data-dir", str(data), "submit", str(file)]
    done = subprocess.run([*words, "--practice", "--today"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_reference_invoice_takes_few_keys(start: Callable[..., App], data: Path, tmp_path: Path) -> None:
    bill_once(data, tmp_path)
    app = start()
    wait_for_rows(app, 1)
    keys = CountedKeys(app)
    vat, lines = app.find("counterParty.vat"), app.find("details")
    wait_for_focus(app, vat)
    keys.text(VAT)
    app.find(Named("list item", re.compile(NAME)))
    keys.press("Return")
    wait_for_focus(app, lines)
    app.wait_for_text("counterParty.registeredName", NAME)

    keys.line(FIRST)
    app.wait_for_text(PAYABLE, "55,80")
    keys.press("Tab")
    wait_for_rows(app, 2)
    keys.line(SECOND)
    app.wait_for_text(PAYABLE, "66,34")

    keys.press("ctrl+Return")
    confirm(app)
    keys.pressed.append("Return")
    read_receipt(app, tmp_path)
    print(f"\n{len(keys.pressed)} keys beyond the text: {' '.join(keys.pressed)}")
    assert len(keys.pressed) <= MOST_KEYS
