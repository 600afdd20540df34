"""The connection as a person chooses it: typed, tried against a real provider, kept, and gone over to."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.connections import SystemConnections
from einvoice_desktop.practice import Practice
from tests.provider.loopback import KEY, Loopback, answer, json_answer, tokens

VAT = "094014201"


class Vault(dict[tuple[str, str], str]):
    """The system's keyring of one test."""

    locked = ""

    def api_key(self, server: str, vat: str) -> str | None:
        self._may_be_asked()
        return self.get((server, vat))

    def set_api_key(self, server: str, vat: str, key: str) -> None:
        self._may_be_asked()
        self[server, vat] = key

    def _may_be_asked(self) -> None:
        if self.locked:
            raise UserError(self.locked)


@pytest.fixture
def vault() -> Vault:
    return Vault()


@pytest.fixture
def provider(tmp_path: Path) -> Iterator[str]:
    """The practice provider on a real port, as if it were somebody's server."""
    practice = Practice(tmp_path / "provider")
    served = practice.serve(0)
    assert served is not None
    yield served.address
    practice.close()


class Desk:
    """One person before the dialog."""

    def __init__(self, office: Any, vault: Vault, folder: Path, environment_key: str | None = None) -> None:
        self.office, self.vault = office, vault
        self.reopened = 0
        self.connections = SystemConnections(folder, office.settings, environment_key, vault)
        office.window.office.connections = self.connections
        office.window.office.reopen = self._on_reopen
        office.window.actions_["connection"].setEnabled(True)

    def _on_reopen(self) -> None:
        self.reopened += 1

    def open(self) -> None:
        self.office.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
        self.office.wait(lambda: self.dialog.isVisible())
        self.office.rest()

    @property
    def dialog(self) -> Any:
        return self.office.program.deeds.frame._open["connection"]

    def find(self, name: str) -> Any:
        (found,) = [
            widget for widget in self.dialog.findChildren(QWidget) if widget.accessibleIdentifier() == name
        ]
        return found

    def choose(self, server: str) -> None:
        self.find("connection.server").choose(server)

    def type(self, name: str, text: str) -> None:
        field = self.find(name)
        assert field.isVisible(), name
        field.setFocus()
        field.selectAll()
        self.office.qtbot.keyClicks(field, text)

    def press(self, name: str) -> None:
        button = self.find(name)
        assert button.isEnabled(), name
        self.office.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def try_it(self) -> str:
        self.press("connection.test")
        self.office.wait(lambda: self.find("connection.test").isEnabled(), 20_000)
        return str(self.find("connection.told").text())

    def use(self) -> None:
        self.press("connection.use")
        self.office.rest()

    @property
    def is_open(self) -> bool:
        return "connection" in self.office.program.deeds.frame._open and self.dialog.isVisible()


@pytest.fixture
def desk(start: Callable[..., Any], vault: Vault, tmp_path: Path) -> Desk:
    desk = Desk(start(language="en"), vault, tmp_path)
    desk.open()
    return desk


def test_at_first_practice_is_chosen_and_asks_for_nothing(desk: Desk) -> None:
    assert desk.find("connection.server").value == "practice"
    shown = {
        name: desk.find(f"connection.{name}").isVisible() for name in ("address", "vat", "signIn", "key")
    }
    assert not any(shown.values())
    assert not desk.find("connection.live").isVisible()


def test_practice_can_be_tried_too(desk: Desk) -> None:
    told = desk.try_it()
    assert "✓ The provider accepted the key." in told
    assert "Signed in until" in told


def test_another_address_is_tried_with_the_key_that_was_just_typed(
    desk: Desk, provider: str, vault: Vault
) -> None:
    desk.choose("")
    desk.type("connection.address", provider)
    desk.type("connection.vat", f"EL{VAT}")
    desk.type("connection.key", KEY)
    told = desk.try_it()
    assert f"✓ The provider answered: {provider}." in told
    assert "Signed in until" in told
    assert KEY not in told
    assert vault == {}, "a try keeps nothing"


def test_a_wrong_key_is_told_in_words_and_so_is_another_companys(desk: Desk, provider: str) -> None:
    desk.choose("")
    desk.type("connection.address", provider)
    desk.type("connection.vat", VAT)
    desk.type("connection.key", KEY)
    desk.try_it()
    desk.type("connection.key", "11111111-0000-4000-8000-000000000000")
    told = desk.try_it()
    assert f"did not accept this key for VAT number {VAT}" in told
    assert "belongs to another VAT number" in told
    assert "✗" in told


def test_what_was_told_goes_with_the_next_change(desk: Desk) -> None:
    desk.try_it()
    desk.choose("uat")
    assert not desk.find("connection.told").isVisible()


def test_a_used_connection_is_kept_with_its_key_and_the_window_goes_over(
    desk: Desk, provider: str, vault: Vault
) -> None:
    desk.choose("")
    desk.type("connection.address", f"{provider}/")
    desk.type("connection.vat", f"el {VAT}")
    desk.find("connection.signIn").choose("oauth")
    desk.type("connection.key", KEY)
    desk.use()
    assert desk.reopened == 1
    assert not desk.is_open
    assert vault == {(provider, VAT): KEY}
    kept = {name: value for name, value in desk.office.settings.values.items() if "connection" in name}
    assert kept == {
        "connection.server": provider,
        "connection.vat": VAT,
        "connection.signIn": "oauth",
    }
    assert KEY not in json.dumps(desk.office.settings.values)


def test_a_saved_key_is_never_shown_again(desk: Desk, vault: Vault) -> None:
    vault["uat", VAT] = KEY
    desk.choose("uat")
    desk.type("connection.vat", VAT)
    sentence = desk.find("connection.key.sentence")
    desk.office.wait(lambda: "A key is in the system's keyring" in sentence.text())
    assert desk.find("connection.key").text() == ""
    assert desk.find("connection.key").echoMode() is QLineEdit.EchoMode.Password
    desk.use()
    assert vault == {("uat", VAT): KEY}
    assert desk.reopened == 1


def test_a_pasted_key_loses_its_blanks_and_a_strange_one_is_asked_about(desk: Desk) -> None:
    desk.choose("uat")
    field = desk.find("connection.key")
    QGuiApplication.clipboard().setText(f"  {KEY[:20]} {KEY[20:]}\n")
    field.setFocus()
    field.paste()
    assert field.text() == KEY
    assert "never shown again" in desk.find("connection.key.sentence").text()
    desk.type("connection.key", "not-a-key")
    assert "is it whole?" in desk.find("connection.key.sentence").text()


@pytest.mark.parametrize(
    ("server", "address", "vat", "words"),
    [
        ("", "", VAT, "Type the provider's address."),
        ("", "http://einvoice.example.gr", VAT, "is not https"),
        ("", "ftp://einvoice.example.gr", VAT, "Unknown server"),
        ("uat", "", "", "Type the VAT number of the company"),
        ("uat", "", "12345", "A VAT number has nine digits."),
        ("production", "", "094014202", "a digit is wrong"),
    ],
)
def test_what_cannot_be_is_told_and_nothing_is_kept(
    server: str, address: str, vat: str, words: str, desk: Desk
) -> None:
    desk.choose(server)
    if address:
        desk.type("connection.address", address)
    if vat:
        desk.type("connection.vat", vat)
    desk.type("connection.key", KEY)
    if desk.find("connection.live").isVisible():
        desk.type("connection.confirm", vat)
    desk.use()
    assert words in desk.find("connection.fault").text()
    assert desk.is_open
    assert desk.reopened == 0
    assert "connection.server" not in desk.office.settings.values


def test_a_made_up_number_is_good_enough_for_the_test_service(desk: Desk) -> None:
    desk.choose("uat")
    desk.type("connection.vat", "123456789")
    desk.type("connection.key", KEY)
    desk.use()
    assert desk.reopened == 1


def test_without_a_key_nobody_goes_over(desk: Desk) -> None:
    desk.choose("uat")
    desk.type("connection.vat", VAT)
    desk.use()
    assert "The API key is missing" in desk.find("connection.fault").text()
    assert desk.reopened == 0


@pytest.mark.parametrize(
    ("trouble", "words"), [("keyring_absent", "EINVOICE_API_KEY"), ("keyring_locked", "Unlock it")]
)
def test_a_keyring_that_cannot_be_asked_is_said_in_words(
    trouble: str, words: str, desk: Desk, vault: Vault
) -> None:
    vault.locked = trouble
    desk.choose("uat")
    desk.type("connection.vat", VAT)
    desk.office.wait(lambda: words in desk.find("connection.key.sentence").text())
    assert words in desk.try_it()
    desk.type("connection.key", KEY)
    desk.use()
    assert words in desk.find("connection.fault").text()
    assert desk.reopened == 0
    assert "connection.server" not in desk.office.settings.values


def test_the_environments_key_needs_no_keyring(
    start: Callable[..., Any], vault: Vault, tmp_path: Path
) -> None:
    vault.locked = "keyring_absent"
    desk = Desk(start(language="en"), vault, tmp_path, environment_key=KEY)
    desk.open()
    desk.choose("uat")
    desk.type("connection.vat", VAT)
    desk.office.wait(lambda: "EINVOICE_API_KEY" in desk.find("connection.key.sentence").text())
    desk.use()
    assert desk.reopened == 1


# --- going live ---------------------------------------------------------------------------------------


def test_going_live_is_a_deliberate_act(desk: Desk) -> None:
    desk.choose("production")
    desk.type("connection.vat", VAT)
    desk.type("connection.key", KEY)
    assert desk.find("connection.live").isVisible()
    assert not desk.find("connection.use").isEnabled()
    desk.type("connection.confirm", "094014202")
    assert not desk.find("connection.use").isEnabled()
    desk.type("connection.confirm", f"EL{VAT}")
    desk.use()
    assert desk.reopened == 1
    assert desk.office.settings.values["connection.server"] == "production"


def test_a_confirmation_is_for_one_company_alone(desk: Desk) -> None:
    desk.choose("production")
    desk.type("connection.vat", VAT)
    desk.type("connection.confirm", VAT)
    assert desk.find("connection.use").isEnabled()
    desk.type("connection.vat", "090000045")
    assert not desk.find("connection.use").isEnabled()
    assert desk.find("connection.confirm").text() == ""


@pytest.mark.parametrize(
    ("server", "address", "asked"),
    [
        ("practice", "", False),
        ("uat", "", False),
        ("softone-uat", "", False),
        ("production", "", True),
        ("softone-production", "", True),
        ("", "https://einvoice.example.gr", True),
        ("", "http://127.0.0.1:9", False),
    ],
)
def test_only_where_documents_may_be_real_it_is_confirmed(
    server: str, address: str, asked: bool, desk: Desk
) -> None:
    desk.choose(server)
    if address:
        desk.type("connection.address", address)
    assert desk.find("connection.live").isVisible() is asked


def test_whoever_is_live_already_is_not_asked_again(
    start: Callable[..., Any], vault: Vault, tmp_path: Path
) -> None:
    vault["production", VAT] = KEY
    settings = {"connection.server": "production", "connection.vat": VAT}
    desk = Desk(start(language="en", **settings), vault, tmp_path)
    desk.open()
    assert not desk.find("connection.live").isVisible()
    desk.use()
    assert desk.reopened == 0
    assert desk.office.window.message == "The connection is kept."


def test_back_to_practice_the_company_stays_known(
    start: Callable[..., Any], vault: Vault, tmp_path: Path
) -> None:
    settings = {"connection.server": "production", "connection.vat": VAT, "connection.signIn": "apikey"}
    desk = Desk(start(language="en", **settings), vault, tmp_path)
    desk.open()
    desk.choose("practice")
    desk.use()
    assert desk.reopened == 1
    values = desk.office.settings.values
    assert values["connection.server"] == "practice"
    assert (values["connection.vat"], values["connection.signIn"]) == (VAT, "apikey")


# --- words and keys -----------------------------------------------------------------------------------


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


def test_another_number_typed_to_go_live_is_told_as_one(desk: Desk) -> None:
    desk.choose("production")
    desk.type("connection.vat", VAT)
    told = desk.find("connection.fault")
    desk.type("connection.confirm", VAT[:-1])
    assert not told.isVisible()
    desk.type("connection.confirm", "094014202")
    assert told.isVisible()
    assert "another number" in told.text()
    desk.type("connection.confirm", VAT)
    assert not told.isVisible()
    assert desk.find("connection.use").isEnabled()
