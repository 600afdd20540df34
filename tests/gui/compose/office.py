"""A compose page on the screen, and the hands that work it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from einvoice_desktop.gui.compose.page import ComposePage
from einvoice_desktop.gui.compose.table_view import RowsView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.gui.compose.party_search import FindParties
    from einvoice_desktop.gui.session import DraftSession
    from einvoice_desktop.gui.tasks import TaskRunner

NO_KEY = Qt.KeyboardModifier.NoModifier
PAGE_SIZE = (1056, 808)
"""What the page has of a window of 1280 x 900."""


class Office:
    """A page on the screen, and what a person does with it."""

    def __init__(
        self, desk: Desk, session: DraftSession, qtbot: QtBot, find_parties: FindParties | None = None
    ) -> None:
        self.desk = desk
        self.session = session
        self.page = ComposePage(
            session,
            lambda table: desk.codes.choices(table, session.language),
            other_choices=lambda table: desk.codes.choices(table, "en" if session.language == "el" else "el"),
            sentence=lambda problem: desk.problem_sentence(problem, session.language),
            find_parties=find_parties,
            side_of=lambda code: kind.side if (kind := desk.codes.invoice_type(code)) else "income",
        )
        qtbot.addWidget(self.page)
        self.page.resize(*PAGE_SIZE)
        self.page.show()
        self.page.activateWindow()
        qtbot.waitActive(self.page)

    def start(self, draft: Draft | None = None) -> None:
        """The engine arrives."""
        self.session.attach(self.desk, draft or self.desk.new_draft(), None)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY, text: str = "") -> None:
        """One key, to whatever has the focus; Tab as the window system sends it."""
        target = self.focus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text))
        QCoreApplication.processEvents()

    def type(self, text: str) -> None:
        """Letter by letter; Greek has no key codes."""
        for letter in text:
            code = ord(letter.upper()) if letter.isascii() else 0
            key = Qt.Key(code) if code else Qt.Key.Key_unknown
            self.key(key, text=letter)

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def field(self, path: str) -> QLineEdit:
        """The text box of a field outside of tables."""
        found = self.page.findChild(QWidget, path)
        assert found is not None, path
        line = found.lineEdit() if hasattr(found, "lineEdit") else found
        assert isinstance(line, QLineEdit)
        return line

    def table(self, identifier: str = "details") -> RowsView:
        found = self.page.findChild(RowsView, identifier)
        assert found is not None, identifier
        return found

    def column(self, title: str, identifier: str = "details") -> int:
        """A column by the English title of its source text."""
        return [column.title for column in self.table(identifier).rows.columns].index(title)

    def cell(self, row: int, title: str, identifier: str = "details") -> str:
        table = self.table(identifier)
        return str(table.rows.index(row, self.column(title, identifier)).data() or "")

    def go(self, row: int, title: str, identifier: str = "details") -> RowsView:
        """Puts the focus on a cell."""
        table = self.table(identifier)
        table.setFocus()
        table.go(row, self.column(title, identifier))
        return table

    def sum(self, name: str) -> str:
        label = self.page.findChild(QLabel, f"summaries.{name}")
        assert label is not None
        return label.text()


def all_saved(session: DraftSession, tasks: TaskRunner) -> bool:
    """Whether nothing of the document is still on its way to the disk; sends it there."""
    session.save_now()
    return tasks.is_idle and not session.is_saving_due
