"""F1: opens the manual beside the window, at what has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from einvoice_desktop.gui.manual.meaning import MeaningButton

if TYPE_CHECKING:
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.manual.files import CommandLine
    from einvoice_desktop.gui.manual.window import HelpWindow
    from einvoice_desktop.gui.pages.page import Page

_KEY = "F1"
_TAUGHT = "knowsHelp"


class HelpDeeds(QObject):
    """The command, and the same key in every dialog: a window's shortcut does not work there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._help: HelpWindow | None = None
        window.actions_.on("help", self.show_here)
        window.stage.page.problems.meaning_wanted.connect(self.explain)
        window.book.page_built.connect(self._on_page_built)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def show_here(self) -> None:
        """The manual at what has the keyboard, else at the page in sight."""
        from einvoice_desktop.gui.manual.places import address_of

        focus, book = QApplication.focusWidget(), self._window.book
        button = focus if isinstance(focus, MeaningButton) else None
        if button is None and focus is not None and focus.window() is self._window and book.view == "receipt":
            button = book.page("receipt").findChild(MeaningButton)
        if button is not None and button.isVisible():
            self.explain(button.code)
        else:
            self.show_page(address_of(focus, book.view))

    def explain(self, code: str) -> None:
        """The manual at a message of the authority."""
        from einvoice_desktop.gui.manual.places import message_address

        self.show_page(message_address(code))

    def show_page(self, address: str) -> None:
        """The manual at a page, or at one of its headings ("page#heading")."""
        if self._help is None:
            from einvoice_desktop.gui.manual.window import HelpWindow

            self._help = HelpWindow(self._window.office, self._commands, address, self._window)
            self._help.finished.connect(self._on_gone)
            self._help.show()
        else:
            self._help.go_to(address)
        self._help.raise_()
        self._help.activateWindow()

    @property
    def open_window(self) -> HelpWindow | None:
        """The manual, while it is open."""
        return self._help

    def _on_page_built(self, page: Page, _name: str) -> None:
        for button in page.findChildren(MeaningButton):
            button.wanted.connect(self.explain)

    def _on_gone(self) -> None:
        """It is closed, and deleted a little later."""
        self._help = None

    def _commands(self) -> list[CommandLine]:
        from einvoice_desktop.gui.manual.files import CommandLine
        from einvoice_desktop.gui.manual.places import address_of_command

        actions = self._window.actions_
        return [
            CommandLine(
                actions[name].text().partition("\t")[0].replace("&", "").rstrip("…"),
                actions.commands[name].key or "–",
                address_of_command(name),
            )
            for name in actions
        ]

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        if isinstance(dialog, QDialog) and dialog is not self._help and not dialog.property(_TAUGHT):
            dialog.setProperty(_TAUGHT, True)
            shortcut = QShortcut(QKeySequence(_KEY), dialog)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(self.show_here)
