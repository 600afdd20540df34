"""A whole invoice without eyes and mouse: what a screen reader says at every stop, down to the MARK."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from tests.driver.atspi import App
from tests.driver.nodes import Widget
from tests.window.person import (
    MARK,
    MARK_SECONDS,
    REVIEW_SECONDS,
    enter,
    wait_for_focus,
    wait_for_rows,
    wait_until,
)

GREEK = re.compile("[Α-ώ]")
SPEAKING = {
    "text",
    "combo box",
    "push button",
    "toggle button",
    "check box",
    "table",
    "table cell",
    "page tab",
    "label",
}
MOST_STOPS = 40
TYPED = {
    "counterParty.vat": "094014201",
    "counterParty.registeredName": "Καφεκοπτείο «Η Ωραία» Α.Ε.",
    "counterParty.address.postal": "10431",
    "counterParty.address.city": "Αθήνα",
}
CELLS = {"Περιγραφή": "Καφές ελληνικός, 1 κιλό", "Ποσότητα": "4", "Τιμή μονάδας": "12,50"}
LATIN_NAMES = ("E-mail", "E3")


def stop(app: App, key: str = "") -> Widget:
    """Where the keyboard is after `key`: something that says what it is, in Greek."""
    before = app.focused()
    if key:
        app.desktop.key(key)
        wait_until(lambda: moved(before, app.focused()), f"{key} leads nowhere from {before}")
    here = app.focused()
    assert here is not None
    assert here.role in SPEAKING, here
    return here


def moved(before: Widget | None, now: Widget | None) -> bool:
    return now is not None and (before is None or place(now) != place(before))


def place(widget: Widget) -> tuple[object, ...]:
    return (widget.id, widget.role, widget.x, widget.y)


def spoken(app: App, here: Widget) -> str:
    """All that is said on coming to a stop: heads of a cell, label, name."""
    words = app.heads(here) if here.role == "table cell" else app.labels(here)
    return " ".join([*words, here.name])


def test_an_invoice_by_ear_from_the_vat_number_to_the_mark(start: Callable[..., App]) -> None:
    app = start()
    wait_for_rows(app, 1)
    wait_for_focus(app, app.find("counterParty.vat"))
    heard = customer_by_ear(app)
    assert len(heard) > 10
    lines_by_ear(app)
    assert app.labels("summaries.totalPayableAmount") == ["Πληρωτέο"]
    assert app.labels("summaries.totalNetAmount") == ["Καθαρή αξία"]
    app.wait_for_text("summaries.totalPayableAmount", "62,00")
    problems_by_ear(app)
    issue_by_ear(app)
    receipt_by_ear(app)


def customer_by_ear(app: App) -> list[str]:
    """Field by field until the lines; a wrong VAT number is told where it stands."""
    enter(app, "123")
    stop(app, "Tab")
    wait_until(lambda: app.description("counterParty.vat"), "nothing tells that the VAT number is wrong")
    assert GREEK.search(app.description("counterParty.vat"))
    here, heard = stop(app, "shift+Tab"), []
    while here.id != "details" and not here.id.endswith(".details"):
        words = spoken(app, here)
        assert GREEK.search(words) or words.endswith(LATIN_NAMES), here
        assert words not in heard, f"two stops are called alike: {words}"
        heard.append(words)
        if here.id in TYPED:
            app.desktop.key("ctrl+a")
            enter(app, TYPED[here.id])
            app.wait_for_text(here.id, TYPED[here.id])
        assert len(heard) < MOST_STOPS, heard
        here = stop(app, "Tab")
    return heard


def lines_by_ear(app: App) -> None:
    """Cell by cell: the head of its column and the number of its row are told."""
    left = dict(CELLS)
    for _ in range(MOST_STOPS):
        here = app.focused()
        assert here is not None
        if here.role == "table cell":
            head, row = app.heads(here)[:2]
            assert GREEK.search(head) or head in LATIN_NAMES, here
            assert row == "1"
            if head in left:
                enter(app, left.pop(head))
        if not left:
            return
        app.desktop.key("Tab")
        wait_until(lambda before=here: moved(before, app.focused()), "Tab leads to no further cell")
    pytest.fail(f"no cells for {left}")


def problems_by_ear(app: App) -> None:
    """The list of problems is a key away, and says each in a sentence."""
    here = stop(app, "F6")
    while "problems" not in here.id:
        here = stop(app, "F6")
    assert app.find("problems").name == "Προβλήματα"
    assert app.rows("problems") >= 1
    assert len(GREEK.findall(app.cell_text("problems", 0, 0))) > 10


def issue_by_ear(app: App) -> None:
    """On to the button; the review's figures have captions, and it waits because of the warning."""
    here = stop(app, "Tab")
    for _ in range(MOST_STOPS):
        if here.id == "action.issue":
            break
        assert GREEK.search(spoken(app, here)), here
        here = stop(app, "Tab")
    assert here.name == "Έκδοση και αποστολή"
    app.desktop.key("Return")
    wait_for_focus(app, app.find("review.issueNow"))
    assert stop(app).name == "Έκδοση τώρα"
    assert app.find("review").name == "Έλεγχος πριν από την έκδοση"
    assert (app.labels("review.payable"), app.text("review.payable")) == (["Πληρωτέο"], "62,00 EUR")
    assert app.labels("review.customer") == ["Πελάτης"]
    assert TYPED["counterParty.registeredName"] in app.text("review.customer")
    assert "Περιμένει" in app.text("review.countdown")
    time.sleep(REVIEW_SECONDS)
    app.desktop.key("Return")


def receipt_by_ear(app: App) -> None:
    """The MARK is a stop of the Tab key, under its label."""
    mark = app.wait_for_text("receipt.mark", MARK, MARK_SECONDS)
    here = stop(app)
    for _ in range(MOST_STOPS):
        assert spoken(app, here).strip(), here
        if here.id == "receipt.mark":
            break
        here = stop(app, "Tab")
    assert here.id == "receipt.mark"
    assert app.labels(here) == ["ΜΑΡΚ"]
    assert app.text(here) == mark
