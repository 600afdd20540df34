"""The screens of the VAT check and of the manual."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any


def vat_check(vat: str, country: str = "GR") -> Callable[[Any], None]:
    """What the practice provider's registry knows, beside what was typed."""

    def opened(window: Any) -> None:
        from screens import filled

        from einvoice_desktop.gui.picture import settle

        filled(window)
        window.session.edit("counterParty.vat", vat)
        window.session.choose("counterParty.address.countryCode", country)
        window.actions_["checkVat"].trigger()
        settle(window)

    return opened


def manual(address: str, typed: str = "") -> Callable[[Any], Any]:
    """The manual at one of its pages, or with what was found."""

    def opened(window: Any) -> Any:
        from einvoice_desktop.gui.manual.deeds import HelpDeeds
        from einvoice_desktop.gui.picture import settle

        deeds = window.findChild(HelpDeeds)
        deeds.show_page(address)
        settle(window)
        deeds.open_window.search.setText(typed)
        return deeds.open_window

    return opened


def screens_of_help() -> Iterator[tuple[str, Callable[[Any], Any]]]:
    """By name, and what opens each."""
    yield "vat-check", vat_check("EL999998100")
    yield "vat-check-long", vat_check("EL999997268")
    yield "vat-check-union", vat_check("DE999999995", "DE")
    yield "vat-check-mistyped", vat_check("094014202")
    yield "help", manual("first-invoice#fields")
    yield "help-found", manual("messages#319", "credit")
