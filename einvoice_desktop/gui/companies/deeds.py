"""What the window does about companies: shows whose it is, opens others, offers to set this one up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess

from einvoice_desktop.app.companies import (
    BRANCHES_SETTING,
    CARD_SETTING,
    COLOUR_SETTING,
    NAME_SETTING,
    own_issuer,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from einvoice_desktop.app.companies import Companies, Company
    from einvoice_desktop.gui.main_window import MainWindow

    Show = Callable[[str, Callable[[], QDialog]], None]

OFFERED_SETTING = "setUp.offered"
"""Whether the wizard was offered: "1", or "open" where it is to open by itself at the first start."""


class CompanyDeeds(QObject):
    """`show` opens a dialog beside the window, or brings it to the front."""

    def __init__(self, window: MainWindow, show: Show) -> None:
        super().__init__(window)
        self._window, self._office, self._show = window, window.office, show
        self._is_wanted = False
        window.actions_.on("companies", self.show_companies)
        window.actions_.on("setUp", self.show_set_up)
        window.company_wanted.connect(self.show_companies)
        window.actions_.enable(("companies",), self._office.companies is not None)
        window.actions_.enable(("setUp",), self._office.connections is not None)
        window.preferences.changed.connect(self._on_setting_changed)
        window.session.ready_changed.connect(self._on_ready)

    # --- companies ------------------------------------------------------------------------------

    def show_companies(self) -> None:
        """Which companies there are."""
        from einvoice_desktop.gui.companies.dialog import CompaniesDialog

        companies = self._office.companies
        if companies is None:
            return
        known = companies

        def make() -> QDialog:
            dialog = CompaniesDialog(self._office, known, self._window)
            dialog.open_wanted.connect(self._on_open_wanted)
            dialog.described.connect(self._on_described)
            dialog.made.connect(self._on_made)
            return dialog

        self._show("companies", make)

    def _on_open_wanted(self, company: Company) -> None:
        companies = self._office.companies
        assert companies is not None
        program, *words = companies.words(company.folder)
        if QProcess.startDetached(program, words)[0]:
            # Where its window is open already, nobody else would note it.
            self._note(companies, company.folder)
            self._office.say(self.tr("The window of {0} opens.").format(company.name or company.place))
        else:
            self._office.say(self.tr("The window of {0} could not be opened.").format(company.name), "error")

    def _note(self, companies: Companies, folder: str) -> None:
        note = companies.note_opened
        self._office.tasks.run(lambda: note(folder), lambda _none: None, self._office.on_failed)

    def _on_described(self, company: Company) -> None:
        self._window.preferences.choose(NAME_SETTING, company.name)
        self._window.preferences.choose(COLOUR_SETTING, company.colour)

    def _on_made(self, _made: Company) -> None:
        """Now that there are several, this one must say whose it is too."""
        if not self._window.preferences.get(NAME_SETTING):
            self._window.preferences.choose(NAME_SETTING, self.tr("First company"))

    def _on_setting_changed(self, name: str) -> None:
        if name in (NAME_SETTING, COLOUR_SETTING):
            self._window.show_company()
        elif name in (CARD_SETTING, BRANCHES_SETTING) and self._office.desk is not None:
            self._office.desk.company = own_issuer(self._window.preferences.get)

    # --- the first start ------------------------------------------------------------------------

    def _on_ready(self) -> None:
        companies, preferences = self._office.companies, self._window.preferences
        if companies is not None:
            self._note(companies, companies.own)
        if self._is_wanted:
            self.show_set_up()
        offered = preferences.get(OFFERED_SETTING)
        is_new = not preferences.get(CARD_SETTING) and not preferences.get("connection.vat")
        if self._office.connections is None or offered == "1":
            return
        preferences.choose(OFFERED_SETTING, "1")
        if offered:
            self.show_set_up()
        elif is_new:
            self._office.say(
                self.tr("You are practising: nothing leaves this computer. Your own company takes minutes."),
                "info",
                self.tr("Set up my company…"),
                self.show_set_up,
            )

    def show_set_up(self) -> None:
        """The wizard, where it was left."""
        from einvoice_desktop.gui.set_up.wizard import set_up_dialog

        if self._office.connections is None:
            return
        if self._office.desk is None:
            self._is_wanted = True
        else:
            self._show("setUp", lambda: set_up_dialog(self._office, self._window))
