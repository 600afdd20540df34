"""The dialog of the connection in words: names and keys, the language of the day, a line that hangs."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.gui.frame.connection.conftest import VAT, Desk, Vault
from tests.provider.loopback import KEY, Loopback, answer, json_answer, tokens


def test_everything_has_a_name_and_is_reached_by_keyboard(desk: Desk) -> None:
    desk.choose("production")
    for name in ("server", "vat", "signIn", "key", "confirm", "test", "use", "close"):
        widget = desk.find(f"connection.{name}")
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, name
    desk.office.qtbot.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert not desk.is_open


def test_it_speaks_the_language_of_the_window_at_once(desk: Desk) -> None:
    desk.try_it()
    desk.office.window.choose_language("el")
    desk.office.rest()
    assert desk.dialog.windowTitle() == "Σύνδεση με τον πάροχο"
    assert "Ο πάροχος δέχτηκε το κλειδί." in desk.find("connection.told").text()
    assert desk.find("connection.server").currentText() == "Εξάσκηση, σε αυτόν τον υπολογιστή"


def test_a_hotels_page_is_told_as_one(desk: Desk) -> None:
    hotel = Loopback()
    try:
        page = b"<!DOCTYPE html><html><head><title>Hotel <b>Wi-Fi</b></title></head></html>"
        hotel.on("/Authentication/login", answer(200, page, "text/html"))
        desk.choose("")
        desk.type("connection.address", hotel.url)
        desk.type("connection.vat", VAT)
        assert "open the browser, sign in and try again" in desk.try_it()
        hotel.on("/Authentication/login", json_answer(200, tokens()))
        assert "Signed in until" in desk.try_it()
    finally:
        hotel.close()


def test_encryption_is_of_the_chosen_server_and_needs_a_whole_address(desk: Desk) -> None:
    assert not desk.find("connection.encryption").isVisible()
    desk.choose("uat")
    desk.press("connection.encryption")
    desk.office.rest()
    assert desk.find("encryption").isVisible()
    desk.choose("")
    desk.type("connection.address", "https://einv")
    assert not desk.find("encryption").isVisible()
    desk.find("connection.address").setText("einvoice")
    desk.press("connection.encryption")
    desk.office.rest()
    assert not desk.find("encryption").isVisible()
    assert "Unknown server" in desk.office.window.message


def test_a_keyring_and_a_line_that_hang_take_one_thread_each_and_the_last_answer_counts(
    desk: Desk, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drafts are saved by the same threads: they must not all wait for a keyring."""
    free, asked = threading.Event(), []

    def slow(_server: str, vat: str) -> str | None:
        asked.append(vat)
        free.wait(20)
        return KEY if vat == VAT else None

    monkeypatch.setattr(vault, "api_key", slow)
    try:
        desk.choose("uat")
        for vat in ("090000045", "999999993", VAT):
            desk.type("connection.vat", vat)
            desk.office.wait(lambda: not desk.dialog.form._ask.isActive())
        desk.press("connection.test")
        desk.find("connection.signIn").choose("oauth")
        desk.press("connection.test")
        saved: list[int] = []
        desk.office.window.tasks.run(lambda: 1, saved.append)
        desk.office.wait(lambda: saved)
        assert asked == ["090000045", VAT], "one question of the form, one of the trial"
    finally:
        free.set()
    desk.office.wait(
        lambda: "A key is in the system's keyring" in desk.find("connection.key.sentence").text()
    )


def test_a_new_key_for_the_open_books_lets_go_what_waited_for_it(
    start: Callable[..., Any], vault: Vault, tmp_path: Path, play: Any
) -> None:
    vault["uat", VAT] = "old-key"
    settings = {"connection.server": "uat", "connection.vat": VAT}
    office = start("uat", language="en", **settings)
    office.line.will(play.never_left)
    office.name_issuer()
    office.fill()
    office.first_number_is(1)
    office.key(Qt.Key.Key_F9)
    office.wait(lambda: [row.attempts for row in office.desk.submissions()] == [1])
    desk = Desk(office, vault, tmp_path)
    desk.open()
    desk.type("connection.key", KEY)
    desk.use()
    assert vault["uat", VAT] == KEY
    office.wait(lambda: [str(row.state) for row in office.desk.submissions()] == ["issued"])


@pytest.mark.parametrize(
    ("server", "band", "status"),
    [
        ("practice", "PRACTICE – nothing leaves this computer", "Practice"),
        ("uat", "TRIAL – sent to the provider's test service, with no legal effect", "Trial (UAT)"),
        ("production", "", "Production"),
        ("softone-production", "", "Production (SoftOne)"),
        ("https://einvoice.example.gr", "Documents go to https://einvoice.example.gr", None),
    ],
)
def test_band_and_status_line_say_where_one_is(
    server: str, band: str, status: str | None, start: Callable[..., Any]
) -> None:
    window = start(server, language="en").window
    assert (window.band.text(), window.band.isVisible()) == (band, bool(band))
    assert window.status.parts["environment"].text() == (status or server)


@pytest.mark.parametrize("vat", ["", "123"])
def test_a_try_that_cannot_be_says_why(desk: Desk, vat: str) -> None:
    desk.choose("uat")
    desk.type("connection.vat", vat)
    desk.press("connection.test")
    told = desk.find("connection.fault")
    assert told.isVisible()
    assert "VAT" in told.text()
    desk.type("connection.vat", VAT)
    assert not told.isVisible()
