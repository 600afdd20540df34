"""The connection as a person chooses it: typed, tried against a real provider, kept, and gone over to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tests.gui.frame.connection.conftest import VAT, Desk, Vault
from tests.provider.loopback import KEY


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
