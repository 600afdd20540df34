"""Going live is a deliberate act: where documents may be real, the VAT number is typed once more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.gui.frame.connection.conftest import VAT, Desk, Vault
from tests.provider.loopback import KEY


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
