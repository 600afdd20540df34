"""The page of the settings on where documents go, and where the books lie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.gui.connection.words import server_rows
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.settings.company import ways
from einvoice_desktop.gui.settings.page import SettingsPage

if TYPE_CHECKING:
    from einvoice_desktop.gui.settings.page import Kit

DATABASE_SETTING = "database.url"
translate = QCoreApplication.translate


def connection_page(kit: Kit) -> SettingsPage:
    """The connection has a dialog of its own, where it can be tried; this page leads there."""
    page = SettingsPage(kit, lambda: translate("SettingsDialog", "Connection and books"))
    box, (button,) = ways(page, ("connection",))
    now = label("muted", box)
    layout = box.layout()
    assert layout is not None
    layout.addWidget(now)

    def show() -> None:
        server = page.value("connection.server", "practice")
        now.setText(dict(server_rows()).get(server, server))

    page.add_row(
        box,
        _connection_words,
        show,
        lambda: button.setText(translate("SettingsDialog", "Connection to the provider…")),
        button,
    )
    page.add_line(DATABASE_SETTING, _database_words)
    return page


def _connection_words() -> tuple[str, str]:
    return (
        translate("SettingsDialog", "Provider"),
        translate(
            "SettingsDialog",
            "Environment, VAT number, way in and key (kept in the system's keyring), with a test that sends "
            "no document. As it comes: practice.",
        ),
    )


def _database_words() -> tuple[str, str]:
    return (
        translate("SettingsDialog", "Shared books"),
        translate(
            "SettingsDialog",
            "Address of a PostgreSQL server that several desks share, postgresql://USER@HOST/NAME; empty: a "
            "file of this computer. Holds from the next start; each company has its own.",
        ),
    )
