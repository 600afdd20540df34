"""The pages of the settings on the window, on issuing and on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.gui.issuing import COUNTDOWN, COUNTDOWN_SECONDS, LONGEST_COUNTDOWN
from einvoice_desktop.gui.languages import NAMES
from einvoice_desktop.gui.logo_box import LogoBox
from einvoice_desktop.gui.settings.page import SettingsPage

if TYPE_CHECKING:
    from einvoice_desktop.gui.settings.page import Kit

translate = QCoreApplication.translate


def window_page(kit: Kit) -> SettingsPage:
    """Language and look."""
    page = SettingsPage(kit, lambda: translate("SettingsDialog", "Window"))
    page.add_choice(
        "language",
        "el",
        lambda: (
            translate("SettingsDialog", "Language"),
            translate("SettingsDialog", "What the window is written in."),
        ),
        list(NAMES),
        lambda: list(NAMES.values()),
    )
    page.add_choice(
        "appearance",
        "system",
        lambda: (
            translate("SettingsDialog", "Appearance"),
            translate("SettingsDialog", "Light, dark, high contrast, or as the system has it."),
        ),
        ["system", "light", "dark", "contrast"],
        lambda: [
            translate("SettingsDialog", "As the system"),
            translate("SettingsDialog", "Light"),
            translate("SettingsDialog", "Dark"),
            translate("SettingsDialog", "High contrast"),
        ],
    )
    page.add_switch(
        "update.look",
        lambda: (
            translate("SettingsDialog", "New versions"),
            translate(
                "SettingsDialog",
                "After the first start of a day the program asks its publisher's place whether there is one; "
                "nothing of your office is sent. Installing is always your own click.",
            ),
        ),
        lambda: translate("SettingsDialog", "Look for a new version once a day"),
    )
    return page


def issuing_page(kit: Kit) -> SettingsPage:
    """How a document is issued."""
    page = SettingsPage(kit, lambda: translate("SettingsDialog", "Issuing"))
    page.add_choice(
        COUNTDOWN,
        str(COUNTDOWN_SECONDS),
        lambda: (
            translate("SettingsDialog", "Wait before issuing"),
            translate(
                "SettingsDialog",
                "So long the figures stand in sight after Issue and send; Esc stops it.",
            ),
        ),
        [str(seconds) for seconds in range(LONGEST_COUNTDOWN + 1)],
        lambda: [
            translate("SettingsDialog", "None: issue at once"),
            translate("SettingsDialog", "1 second"),
            *(translate("SettingsDialog", "{0} seconds").format(n) for n in range(2, LONGEST_COUNTDOWN + 1)),
        ],
    )
    return page


def paper_page(kit: Kit) -> SettingsPage:
    """What is printed and saved."""
    page = SettingsPage(kit, lambda: translate("SettingsDialog", "Paper"))
    page.add_choice(
        "paper.language",
        "el",
        lambda: (
            translate("SettingsDialog", "Language of the paper"),
            translate(
                "SettingsDialog",
                "The words printed on documents; names and descriptions stay as you typed them.",
            ),
        ),
        ["el", "en", "both"],
        lambda: [NAMES["el"], NAMES["en"], f"{NAMES['el']} + {NAMES['en']}"],
    )
    page.add_choice(
        "paper.form",
        "a4",
        lambda: (
            translate("SettingsDialog", "Form"),
            translate("SettingsDialog", "A4 for invoices, the narrow roll for a receipt printer."),
        ),
        ["a4", "80mm"],
        lambda: [translate("SettingsDialog", "A4"), translate("SettingsDialog", "Roll of 80 mm")],
    )
    _add_logo(page)
    _add_foot_and_data(page)
    return page


def _add_logo(page: SettingsPage) -> None:
    kit = page.kit
    logo = LogoBox(kit.office, kit.read_file, lambda name, value: page.choose(name, "", value), page)
    page.add_row(
        logo,
        lambda: (
            translate("SettingsDialog", "Logo"),
            translate("SettingsDialog", "A PNG, JPEG or SVG picture, printed above your name."),
        ),
        lambda: logo.show_logo(page.value("paper.logo", "")),
        buddy=logo.button,
    )


def _add_foot_and_data(page: SettingsPage) -> None:
    page.add_line(
        "paper.providerLine",
        lambda: (
            translate("SettingsDialog", "Provider's line"),
            translate(
                "SettingsDialog",
                "Printed at the foot: the provider's name and licence, as its contract asks.",
            ),
        ),
    )
    page.add_switch(
        "paper.attachData",
        lambda: (
            translate("SettingsDialog", "Data in the PDF"),
            translate(
                "SettingsDialog",
                "A saved PDF also carries the document as data, for the customer's own program.",
            ),
        ),
        lambda: translate("SettingsDialog", "Attach the document's data"),
    )
