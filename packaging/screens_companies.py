"""Screens of the companies, the wizard and the pages of the settings, for pictures.py --all."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

Screen = tuple[str, Callable[[Any], Any]]

NAMES = (("Καφεκοπτείο «Η Ωραία» Α.Ε.", "green"), ("Μεταφορές του Βορρά Ι.Κ.Ε.", "orange"))
VAT = "094014201"
STEPS = ("vat", "company", "connection", "series", "paper", "summary")


def shown(name: str) -> Any:
    from PySide6.QtWidgets import QApplication

    found = [w for w in QApplication.topLevelWidgets() if w.objectName() == name and w.isVisible()]
    assert found, name
    return found[-1]


def prepared(window: Any) -> None:
    """As if the program had been started from a command line: companies and a connection are there."""
    from einvoice_desktop.companies import SystemCompanies
    from einvoice_desktop.connections import SystemConnections

    office = window.office
    if office.companies is None:
        folder = Path(tempfile.mkdtemp())
        office.companies = SystemCompanies(folder, ("program",))
        for name, colour in NAMES:
            office.companies.make(name, colour)
        office.connections = SystemConnections(folder, office.preferences, None, _NoKeys())
        window.actions_.enable(("companies", "setUp", "connection"), True)


class _NoKeys:
    """A keyring in which nothing lies."""

    def api_key(self, _server: str, _vat: str) -> None:
        return None

    def set_api_key(self, _server: str, _vat: str, _key: str) -> None:
        raise AssertionError("no key is typed for a picture")


def companies(window: Any) -> Any:
    from einvoice_desktop.gui.picture import settle

    prepared(window)
    window.actions_["companies"].trigger()
    settle(window)
    return shown("companies")


def new_company(window: Any) -> Any:
    from einvoice_desktop.gui.picture import settle

    listed = companies(window)
    listed.new_button.click()
    settle(window)
    asked = shown("companyName")
    asked.name.setText(NAMES[0][0])
    return asked


def step(place: int) -> Callable[[Any], Any]:
    """The wizard at one of its steps, filled in so far."""

    def opened(window: Any) -> Any:
        from einvoice_desktop.gui.picture import settle

        prepared(window)
        window.preferences.choose("setUp.typed", "")
        window.actions_["setUp"].trigger()
        settle(window)
        wizard = shown("setUp")
        wizard.vat.field.setText(VAT)
        for _step in range(place):
            if STEPS[wizard.place] == "series":
                wizard.series.rows.add()
            wizard.next.click()
            settle(window)
        if STEPS[place] == "connection":
            wizard.connection.form.server.choose("production")
        if STEPS[place] == "series":
            wizard.series.rows.add()
            wizard.series.rows.add()
        return wizard

    return opened


def settings_page(place: int) -> Callable[[Any], Any]:
    def opened(window: Any) -> Any:
        from einvoice_desktop.gui.picture import settle

        prepared(window)
        window.actions_["settings"].trigger()
        settle(window)
        settings = shown("settings")
        assert place < settings.list.count(), "no such page"
        settings.list.setCurrentRow(place)
        return settings

    return opened


def named(window: Any) -> None:
    """A window that says whose it is."""
    window.preferences.choose("company.name", NAMES[0][0])
    window.preferences.choose("company.colour", NAMES[0][1])
    window.open_view("compose")


def screens_of_companies() -> Iterator[Screen]:
    yield "companies", companies
    yield "companies-new", new_company
    for place, name in enumerate(STEPS):
        yield f"set-up-{name}", step(place)
    for place in range(1, 9):
        yield f"settings-{place}", settings_page(place)
    yield "company-named", named
