"""The companies of the office: which there are, whose window to open, a new one, another name or colour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QWidget

from einvoice_desktop.app.companies import Company
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.gui.companies.look import company_icon
from einvoice_desktop.gui.connection.words import server_rows
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.list_dialog import ListDialog
from einvoice_desktop.gui.records import Column
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.app.companies import Companies
    from einvoice_desktop.gui.office import Office

_SIZE = (720, 440)


class CompaniesDialog(ListDialog[Company]):
    """Stands beside the window. What is opened is a window of its own: this one stays whose it is."""

    open_wanted = Signal(object)
    """A Company whose window is to be opened."""
    described = Signal(object)
    """The Company that is open here has another name or colour."""
    made = Signal(object)
    """A Company that is new."""

    def __init__(self, office: Office, companies: Companies, parent: QWidget) -> None:
        super().__init__("companies", self._columns(), lambda one: one.folder, _SIZE, parent)
        self._office, self._companies = office, companies
        self._heading = label("muted", self, wrap=True)
        self.head.addWidget(self._heading)
        self.table.setIconSize(QSize(20, 20))
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = self.add_button("open", "", "Enter", self._on_open, role="primary")
        self.new_button = self.add_button("new", "", "Ins", self._on_new)
        self.change_button = self.add_button("change", "", "F2", self._on_change)
        self.foot.addStretch(1)
        self._close = self.add_button("close", "", "Esc", self.reject)
        self.leave_enter_to_the_list()
        self.table.opened.connect(self._on_open)
        self.table.current_changed.connect(self._follow)
        self._retranslate()
        self.refresh()

    def _columns(self) -> list[Column[Company]]:
        return [
            Column("name", lambda: self.tr("Company"), self.name_of, icon=self._icon, width=0),
            Column("vat", lambda: self.tr("VAT number"), lambda one: one.vat or "–", width=130),
            Column("server", lambda: self.tr("Environment"), _environment, width=250),
        ]

    def _icon(self, one: Company) -> QIcon:
        dark, scale = self._office.theme.is_dark, self.devicePixelRatioF()
        return company_icon(self.name_of(one), one.colour, dark=dark, scale=scale)

    def name_of(self, one: Company) -> str:
        """The first company may have no name yet."""
        return one.name or self.tr("First company")

    # --- what there is --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Reads anew which companies there are."""
        self._office.tasks.run(
            self._companies.listed, while_alive(self, self._on_listed), self._office.on_failed
        )

    def _on_listed(self, found: list[Company]) -> None:
        chosen = self.table.current_record()
        self.model.set_rows(found)
        self.table.choose(self._companies.own if chosen is None else chosen.folder)
        if chosen is None:
            self.focus_first()
        self._follow()

    def _follow(self) -> None:
        chosen = self.table.current_record()
        for button in (self.open_button, self.change_button):
            button.setEnabled(chosen is not None)
        if chosen is not None:
            self.say(
                self.tr(
                    "All of it lies in {0}. To take a company away, close its window and delete its folder."
                ).format(chosen.place)
            )

    # --- what is done ---------------------------------------------------------------------------

    def _on_open(self) -> None:
        chosen = self.table.current_record()
        if chosen is not None:
            self.accept()
            if chosen.folder != self._companies.own:
                self.open_wanted.emit(chosen)

    def _on_new(self) -> None:
        from einvoice_desktop.gui.companies.name import CompanyNameDialog

        dialog = CompanyNameDialog(self._office, self.tr("New company"), "", "", self)
        dialog.work = self._companies.make
        dialog.kept.connect(self._on_made)
        dialog.open()

    def _on_made(self, made: Company) -> None:
        self.made.emit(made)
        self.accept()
        self.open_wanted.emit(made)

    def _on_change(self) -> None:
        from einvoice_desktop.gui.companies.name import CompanyNameDialog

        chosen = self.table.current_record()
        if chosen is None:
            return
        name, folder, companies = self.name_of(chosen), chosen.folder, self._companies

        def change(name: str, colour: str) -> Company:
            companies.describe(folder, name, colour)
            return next(one for one in companies.listed() if one.folder == folder)

        dialog = CompanyNameDialog(self._office, self.tr("Name and colour"), name, chosen.colour, self)
        dialog.work = change
        dialog.kept.connect(self._on_described)
        dialog.open()

    def _on_described(self, changed: Company) -> None:
        if changed.folder == self._companies.own:
            self.described.emit(changed)
        self.refresh()

    # --- words ----------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Companies"))
        self._heading.setText(
            self.tr(
                "Each company has a window, books, keys and settings of its own; nothing of one is ever sent "
                "for another."
            )
        )
        self.table.setAccessibleName(self.tr("Companies"))
        self.open_button.setText(self.tr("Open"))
        self.new_button.setText(self.tr("New…"))
        self.change_button.setText(self.tr("Name and colour…"))
        self._close.setText(self.tr("Close"))
        self.model.refresh()
        self.table.fit_titles()
        self._follow()

    def focus_first(self) -> None:
        self.table.setFocus()


def _environment(one: Company) -> str:
    server = one.server or PRACTICE
    return dict(server_rows()).get(server, server)
