"""The compose page with the frame's buttons on it, and the code tables and sentences that it asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from einvoice_desktop.app.entry import Language
from einvoice_desktop.gui.buttons import ActionButton
from einvoice_desktop.gui.cards.held import HeldBooks
from einvoice_desktop.gui.compose.page import ComposePage
from einvoice_desktop.gui.fields.choices import BRANCHES
from einvoice_desktop.gui.known_parties import KnownParties

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.domain.codes import Choice
    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.gui.actions import Actions
    from einvoice_desktop.gui.office import Office

_ON_LINES = ("addLine", "removeLine")
_ON_FOOT = ("preview", "save", "issue")


class Stage:
    """Makes the compose page and keeps the buttons that the frame has put on it."""

    def __init__(self, office: Office, actions: Actions, parent: QWidget) -> None:
        self._office = office
        self.books = HeldBooks(office)
        self.known = KnownParties(office, self.books)
        self.page = ComposePage(
            office.session,
            self._choices,
            parent,
            sentence=self._sentence,
            side_of=self._side_of,
            find_parties=self.known.find_or_new,
            other_choices=self._other_choices,
        )
        self.page.choices.provide(BRANCHES, self._branches)
        self.buttons = [self._button(actions, name) for name in (*_ON_LINES, *_ON_FOOT)]
        *on_lines, preview, save, issue = self.buttons
        for button in on_lines:
            self.page.lines_toolbar_layout.addWidget(button)
        self.page.footer_layout.addWidget(preview)
        self.page.footer_layout.addWidget(save)
        self.page.footer_layout.addStretch(1)
        self.page.footer_layout.addWidget(issue)

    def _button(self, actions: Actions, name: str) -> ActionButton:
        command = actions.commands[name]
        return ActionButton(actions[name], command.key, f"action.{name}", command.role, self.page)

    def _choices(self, table: str) -> Sequence[Choice]:
        return self._office.the_desk.codes.choices(table, self._office.language)

    def _other_choices(self, table: str) -> Sequence[Choice]:
        other: Language = "en" if self._office.language == "el" else "el"
        return self._office.the_desk.codes.choices(table, other)

    def _branches(self) -> Sequence[tuple[str, str]]:
        """The company's own, the seat first; none where it has only the seat."""
        from einvoice_desktop.app.companies import BRANCHES_SETTING, branches_of

        kept = branches_of(self._office.preferences.get(BRANCHES_SETTING))
        seat = QCoreApplication.translate("Branches", "Seat")
        return [("0", seat), *((str(one.number), one.words) for one in kept)] if kept else []

    def _sentence(self, problem: Problem) -> str:
        return self._office.the_desk.problem_sentence(problem, self._office.language)

    def _side_of(self, type_code: str) -> str:
        kind = self._office.the_desk.codes.invoice_type(type_code)
        return kind.side if kind else "income"
