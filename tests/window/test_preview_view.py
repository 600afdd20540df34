"""The preview in the real window: the paper of an issued document, its code readable from the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.driver.atspi import App, decode_qr
from tests.window.person import confirm, read_receipt, wait_for_focus, wait_for_rows, wait_until
from tests.window.test_samples_view import ROWS


def test_the_paper_of_an_issued_document_is_read_from_the_screen(
    start: Callable[..., App], tmp_path: Path
) -> None:
    app = start()
    wait_for_rows(app, 1)
    app.press("view.samples")
    wait_for_rows(app, ROWS, "samples")
    app.desktop.key("Down", "Down", "Down", "Return")
    app.wait_for_text("summaries.totalPayableAmount", "609,06")
    app.press("action.preview")
    wait_for_focus(app, app.find("preview.paper"))
    wait_until(lambda: "609,06" in app.description("preview.paper"), "the paper has no sum")
    app.desktop.key("Escape")
    app.press("action.issue")
    confirm(app)
    mark = read_receipt(app, tmp_path)
    url = app.text("receipt.url")
    app.desktop.key("F5")
    wait_until(lambda: mark in app.description("preview.paper"), "the paper has no MARK")
    wait_for_focus(app, app.find("preview.paper"))
    app.desktop.key("End")
    wait_until(lambda: _code(app, tmp_path) == url, "the code on the paper cannot be read")
    app.desktop.key("Escape")
    app.wait_for_text("receipt.mark", mark)


def _code(app: App, folder: Path) -> str:
    try:
        return decode_qr(app.desktop.screenshot(folder / "paper.png"))
    except AssertionError:
        return ""
