"""The pages of the settings on the company: its data and branches, and the series of its new documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from einvoice_desktop.app.companies import (
    BRANCHES_SETTING,
    CARD_SETTING,
    HIGHEST_BRANCH,
    branches_of,
    branches_text,
    card_from,
    card_of,
    card_text,
    card_texts,
)
from einvoice_desktop.app.connection import vat_fault
from einvoice_desktop.app.series_choice import series_text
from einvoice_desktop.domain.identity import bare_vat
from einvoice_desktop.gui.companies.branches_box import BranchesBox
from einvoice_desktop.gui.companies.form import CompanyForm
from einvoice_desktop.gui.document_defaults import series_setting
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.series_rows import SeriesRows
from einvoice_desktop.gui.settings.page import SettingsPage
from einvoice_desktop.gui.settled_series import asking_last, branch_rows, settled, telling_last, type_rows
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from collections.abc import Mapping

    from einvoice_desktop.gui.series_rows import SeriesRow
    from einvoice_desktop.gui.settings.page import Kit

translate = QCoreApplication.translate


class CompanyPage(SettingsPage):
    """Held by the settings of this data folder; several desks tell it each for itself."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda: translate("SettingsDialog", "Company"))
        inside = self.inside
        self.form = CompanyForm("settings.company.card", inside)
        self.branches = BranchesBox("settings.company.branches", inside)
        self._fault = label("error", inside, wrap=True)
        identify(self._fault, "settings.company.fault")
        self._fault.hide()
        self._add_ways()
        self.add_block(self.form, _card_words, self._show_card)
        self.add_block(self.branches, _branches_words, self._show_branches)
        self.add_below(self._fault)
        self.form.edited.connect(self._on_card_edited)
        self.branches.changed.connect(self._on_branches_edited)

    def _add_ways(self) -> None:
        names = ("setUp", "companies")
        box, buttons = ways(self, names)

        def say() -> None:
            words = (
                translate("SettingsDialog", "Set up step by step…"),
                translate("SettingsDialog", "Companies…"),
            )
            for button, text in zip(buttons, words, strict=True):
                button.setText(text)

        self.add_row(box, _ways_words, lambda: None, say, buttons[0])

    def _show_card(self) -> None:
        self.form.fill(card_texts(card_of(self.value(CARD_SETTING, ""))))

    def _show_branches(self) -> None:
        if not self.branches.is_sound:
            return
        self.branches.fill(branches_of(self.value(BRANCHES_SETTING, "")))

    def _on_card_edited(self) -> None:
        texts = self.form.texts
        fault = vat_fault(texts["vat"], real=False) if texts["vat"] else ""
        told = self.kit.office.sentence(fault, {}) if fault else self._mismatch(bare_vat(texts["vat"]))
        self._say(told)
        if not fault:
            card = card_from(texts, card_of(self.value(CARD_SETTING, "")))
            self.choose(CARD_SETTING, "", card_text(card) if any(texts.values()) else "")

    def _mismatch(self, vat: str) -> str:
        """A connection opens for one company: another one's data are not taken there."""
        connected = self.value("connection.vat", "")
        if not vat or connected in ("", vat):
            return ""
        words = translate(
            "SettingsDialog", "The connection is for VAT number {0}; these data do not count there."
        )
        return words.format(connected)

    def _on_branches_edited(self) -> None:
        sound = self.branches.is_sound
        told = {"most": str(HIGHEST_BRANCH)}
        self._say("" if sound else self.kit.office.sentence("branch_number_malformed", told))
        if sound:
            self.choose(BRANCHES_SETTING, "", branches_text(self.branches.branches))

    def _say(self, sentence: str) -> None:
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))


class SeriesPage(SettingsPage):
    """For the books that are open; the last numbers go into the books themselves."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda: translate("SettingsDialog", "Series"))
        self.rows = SeriesRows("settings.series", self.inside)
        self._fault = label("error", self.inside, wrap=True)
        identify(self._fault, "settings.series.fault")
        self._fault.hide()
        self.add_block(self.rows, _series_words, self._show)
        self.add_below(self._fault)
        self.rows.changed.connect(self._on_changed)

    def _show(self) -> None:
        office = self.kit.office
        self.rows.setEnabled(office.desk is not None)
        if office.desk is None:
            return
        self.rows.offer(type_rows(office), branch_rows(office))
        if settled(office, office.desk.server) != self.rows.table:
            self.rows.fill(settled(office, office.desk.server))
        self._ask()

    def _on_changed(self) -> None:
        office = self.kit.office
        server, rows = office.the_desk.server, self.rows.rows
        self.choose(series_setting(server), "", series_text(self.rows.table))
        if any(row.last for row in rows):
            office.tasks.run(
                telling_last(office, server, rows),
                while_alive(self, lambda _done: self._on_told()),
                while_alive(self, self._on_failed),
            )
        else:
            self._ask()

    def _on_told(self) -> None:
        self._fault.hide()
        self.rows.forget_lasts()
        self._ask()

    def _on_failed(self, error: Exception) -> None:
        sentence = self.kit.office.sentence_of(error)
        if sentence is None:
            raise error
        self._fault.setText(sentence)
        self._fault.show()

    def _ask(self) -> None:
        office, rows = self.kit.office, self.rows.rows
        if rows:
            work = asking_last(office, office.the_desk.server, rows)
            office.tasks.run(work, while_alive(self, self._on_known), office.on_failed)

    def _on_known(self, known: Mapping[SeriesRow, str]) -> None:
        self.rows.tell_last(known)


def ways(page: SettingsPage, names: tuple[str, ...]) -> tuple[QWidget, list[QPushButton]]:
    """Buttons that do commands of the window, side by side."""
    box = QWidget(page.inside)
    line = QHBoxLayout(box)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    buttons = []
    for name in names:
        button = QPushButton(box)
        button.setAutoDefault(False)
        identify(button, f"settings.{name}")
        button.clicked.connect(lambda _checked=False, name=name: page.kit.command(name))
        line.addWidget(button)
        buttons.append(button)
    line.addStretch(1)
    return box, buttons


def _ways_words() -> tuple[str, str]:
    return (
        translate("SettingsDialog", "Setting up"),
        translate(
            "SettingsDialog",
            "The wizard asks for everything that a company needs; under Companies lie others, names, "
            "colours.",
        ),
    )


def _card_words() -> tuple[str, str]:
    return (
        translate("SettingsDialog", "Company data"),
        translate(
            "SettingsDialog",
            "They stand as issuer on every new document; what you change on one document stays on that one. "
            "In practice the practice company issues.",
        ),
    )


def _branches_words() -> tuple[str, str]:
    return (
        translate("SettingsDialog", "Branches"),
        translate(
            "SettingsDialog",
            "As they are declared to the tax office; the seat is branch 0. A document takes the address of "
            "the branch that is chosen under Issuer.",
        ),
    )


def _series_words() -> tuple[str, str]:
    return (
        translate("SettingsDialog", "Series of new documents"),
        translate(
            "SettingsDialog",
            "By type and branch; a series that you type on a document stays. The last number goes into the "
            "books: the next one follows it.",
        ),
    )
