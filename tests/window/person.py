"""What a person does and sees at the window: keys for whatever has the keyboard, sums, receipt and QR."""

from __future__ import annotations

import re
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from tests.driver.atspi import App, decode_qr
from tests.driver.nodes import Widget

MARK = re.compile(r"^\d{15}$")
SHA1 = re.compile(r"[0-9A-F]{40}")
SUMS = ("totalNetAmount", "totalVATAmount", "totalPayableAmount")
MARK_SECONDS = 20
REVIEW_SECONDS = 0.35
"""A key that comes sooner was meant for what was there before."""
KEY_NAMES = {",": "comma", ".": "period", "-": "minus"}
SCREEN = (1280, 900)


def wait_until(fact: Callable[[], object], what: str, seconds: float = 10) -> None:
    """Waits for something that is to become true; says `what` where it does not."""
    end = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < end, what
        time.sleep(0.02)


def wait_for_rows(app: App, rows: int, table: str = "details") -> None:
    """Waits until a table has so many rows."""
    wait_until(lambda: app.rows(table) == rows, f"{table} has not {rows} rows")


def enter(app: App, text: str) -> None:
    """Enters text into whatever has the keyboard: figures key by key, all else from the clipboard."""
    if text and set(text) <= {*"0123456789", *KEY_NAMES}:
        app.desktop.key(*(KEY_NAMES.get(letter, letter) for letter in text))
    elif text:
        app.desktop.paste(text)


def column(app: App, *titles: str) -> int:
    """The place of the lines' column with one of these titles."""
    names = app.columns("details")
    return next(names.index(title) for title in titles if title in names)


def has_focus(app: App, widget: Widget) -> bool:
    """Whether the next key goes to this widget."""
    return "focused" in app.desktop.reader.ask("look", handle=widget.handle)["states"]


def wait_for_focus(app: App, widget: Widget) -> None:
    """Waits until the next key goes to this widget."""
    wait_until(lambda: has_focus(app, widget), f"{widget.id} has not got the keyboard")


def sums(app: App) -> tuple[str, ...]:
    """Net, VAT and what is to be paid, as they are shown."""
    return tuple(app.text(f"summaries.{name}") for name in SUMS)


def issue(app: App) -> None:
    """Ctrl+Enter, the figures, and Enter once the panel with them listens."""
    app.desktop.key("ctrl+Return")
    confirm(app)


def confirm(app: App) -> None:
    """Reads what is about to be issued and presses Enter."""
    payable = app.text("summaries.totalPayableAmount")
    app.wait_for_text("review.payable", f"{payable} EUR")
    wait_for_focus(app, app.find("review.issueNow"))
    time.sleep(REVIEW_SECONDS)
    app.desktop.key("Return")


def read_receipt(app: App, folder: Path) -> str:
    """Waits for the MARK and reads the QR off the screen: it holds the address that the receipt shows, and
    the page there is that of the document. The MARK."""
    mark = app.wait_for_text("receipt.mark", MARK, MARK_SECONDS)
    assert SHA1.fullmatch(app.text("receipt.uid"))
    assert SHA1.fullmatch(app.text("receipt.authenticationCode"))
    qr = app.find("receipt.qr")
    assert min(qr.x, qr.y) >= 0
    assert qr.x + qr.width <= SCREEN[0]
    assert qr.y + qr.height <= SCREEN[1]
    url = app.text("receipt.url")
    assert decode_qr(app.desktop.screenshot(folder / "receipt.png")) == url
    with urllib.request.urlopen(url) as page:
        assert mark in page.read().decode()
    return mark
