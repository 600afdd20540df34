"""The driver works a real window as a person would: what it types, chooses and presses is what is shown."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.driver import atspi
from tests.driver.atspi import App, Desktop, decode_qr
from tests.driver.nodes import Named, NotFound

DEMO = Path(__file__).with_name("demo_window.py")
pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif(bool(atspi.missing_tools()), reason=f"not here: {atspi.missing_tools()}"),
]


@pytest.fixture
def app() -> Iterator[App]:
    with Desktop() as desktop:
        yield desktop.start([sys.executable, DEMO])


def test_greek_text_that_is_pasted_arrives_whole(app: App) -> None:
    app.paste("counterParty.registeredName", "Καφεκοπτεῖον «Ἡ Ὡραία» Ά.Ε.")
    assert app.text("counterParty.registeredName") == "Καφεκοπτεῖον «Ἡ Ὡραία» Ά.Ε."


def test_a_field_without_an_identifier_is_found_by_role_and_name(app: App) -> None:
    app.paste(Named("text", "Παρατηρήσεις"), "σημείωση")
    assert app.text(Named("text", re.compile("^Παρατ"))) == "σημείωση"


def test_a_cell_is_edited_and_read_back(app: App) -> None:
    app.edit_cell("details", 1, 0, "Καφές ελληνικός")
    app.edit_cell("details", 0, 1, "12,50")
    assert (app.rows("details"), app.columns("details")) == (2, ["Περιγραφή", "Ποσό"])
    assert app.cell_text("details", 1, 0) == "Καφές ελληνικός"
    assert app.cell_text("details", 0, 1) == "12,50"


def test_a_whole_round_ends_in_a_qr_that_reads_from_the_screen(app: App, tmp_path: Path) -> None:
    app.type("counterParty.registeredName", "ACME 42")
    app.choose("invoiceType", re.compile(r"^5\.1"))
    app.edit_cell("details", 1, 0, "ρύζι")
    app.press("action.issue")
    app.wait_for_text("receipt.status", "ACME 42 | 5.1 Πιστωτικό | ρύζι")
    qr = app.find("receipt.qr")
    assert qr.width > 100
    assert (
        decode_qr(app.desktop.screenshot(tmp_path / "screen.png"))
        == "https://example.test/v/DEMO-400001234567890"
    )
    with pytest.raises(AssertionError, match="disabled"):
        app.press("action.issue")


def test_what_is_not_there_is_told_with_the_tree(app: App) -> None:
    with pytest.raises(NotFound, match=r"(?s)receipt\.mark is not there.*Έκδοση"):
        app.find("receipt.mark", seconds=0.2)


def test_keys_reach_the_field_in_focus_and_the_clipboard_comes_back(app: App) -> None:
    app.paste("counterParty.registeredName", "Ωμέγα")
    app.desktop.key("ctrl+a", "ctrl+c", "Tab")
    assert app.desktop.clipboard() == "Ωμέγα"
    assert "focused" in app.find(Named("text", "Παρατηρήσεις")).states


def test_keys_alone_work_the_window_and_its_dialog(app: App) -> None:
    app.desktop.paste("πρώτο πεδίο")
    app.wait_for_text("counterParty.registeredName", "πρώτο πεδίο")
    app.desktop.key("F2")
    app.find("question.answer")
    app.activate("Ερώτηση")
    app.desktop.paste("ναι")
    app.desktop.key("Return")
    app.gone("question.answer")
    app.wait_for_text("receipt.status", "ναι")


def test_a_program_that_ends_at_once_is_told_with_its_status() -> None:
    with Desktop() as desktop, pytest.raises(NotFound, match="ended with 7"):
        desktop.start([sys.executable, "-c", "raise SystemExit(7)"])
