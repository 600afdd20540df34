"""The first invoice, worked in the real window from outside: by pointing, and by keys alone."""

from __future__ import annotations

import re
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.driver import atspi
from tests.driver.atspi import App, Desktop, decode_qr

TOP = Path(__file__).resolve().parents[2]
pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(atspi.missing_tools()), reason=f"not here: {atspi.missing_tools()}"),
]
MARK = re.compile(r"^4\d{14}$")
VAT, NAME, CITY, POSTAL = "094014201", "Καφεκοπτείο «Η Ωραία» Α.Ε.", "Αθήνα", "10431"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[App]:
    with Desktop() as desktop:
        words = [sys.executable, "-m", "einvoice_desktop", "--data-dir", str(tmp_path / "data"), "--practice"]
        yield desktop.start(words)


def column(app: App, *titles: str) -> int:
    """The place of the column with one of these titles."""
    names = app.columns("details")
    return next(names.index(title) for title in titles if title in names)


def wait_for_rows(app: App, rows: int) -> None:
    end = time.monotonic() + 5
    while app.rows("details") != rows:
        assert time.monotonic() < end
        time.sleep(0.02)


def amounts(app: App) -> tuple[str, str, str]:
    return tuple(
        app.text(f"summaries.{n}") for n in ("totalNetAmount", "totalVATAmount", "totalPayableAmount")
    )


def read_receipt(app: App, tmp_path: Path) -> str:
    """Waits for the MARK, then reads the QR from the screen: the address that the receipt shows."""
    mark = app.wait_for_text("receipt.mark", MARK, 20)
    assert re.fullmatch(r"[0-9A-F]{40}", app.text("receipt.uid"))
    assert re.fullmatch(r"[0-9A-F]{40}", app.text("receipt.authenticationCode"))
    url = app.text("receipt.url")
    qr = app.find("receipt.qr")
    assert qr.x >= 0
    assert qr.y >= 0
    assert qr.x + qr.width <= 1280
    assert qr.y + qr.height <= 900
    assert decode_qr(app.desktop.screenshot(tmp_path / "receipt.png")) == url
    with urllib.request.urlopen(url) as page:
        assert mark in page.read().decode()
    return mark


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
    app.wait_for_text("summaries.totalPayableAmount", "15,50")
    app.edit_cell("details", 0, quantity, "4")
    app.wait_for_text("summaries.totalPayableAmount", "62,00")
    app.edit_cell("details", 0, discount, "10")
    assert app.wait_for_text("summaries.totalPayableAmount", "55,80")
    assert amounts(app) == ("45,00", "10,80", "55,80")
    app.press("action.addLine")
    wait_for_rows(app, 2)
    app.edit_cell("details", 1, description, "Μεταφορικά")
    app.edit_cell("details", 1, price, "8")
    app.wait_for_text("summaries.totalPayableAmount", "65,72")
    app.press("action.issue")
    assert MARK.match(read_receipt(app, tmp_path))
