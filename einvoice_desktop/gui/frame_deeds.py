"""What the frame's own commands do: settings, help, the folders for support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from einvoice_desktop.gui.companies.deeds import CompanyDeeds
from einvoice_desktop.gui.search.box import SearchBox
from einvoice_desktop.gui.search.search import Search, Ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.opening import ReadFile


class FrameDeeds(QObject):
    """Opens the dialogs that stand beside the window, each once."""

    def __init__(self, window: MainWindow, ways: Ways, read_file: ReadFile) -> None:
        super().__init__(window)
        self._window = window
        self._ways = ways
        self._office = window.office
        self._read_file = read_file
        self._open: dict[str, QDialog] = {}
        for name, deed in {
            "connection": self.show_connection,
            "settings": self.show_settings,
            "details": self._copy_details,
            "openLogs": self._show_logs,
            "keys": lambda: self._show("keys", self._make_keys),
            "about": lambda: self._show("about", self._make_about),
        }.items():
            window.actions_.on(name, deed)
        self.companies = CompanyDeeds(window, self._show)
        window.actions_["openLogs"].setEnabled(self._office.folders is not None)
        window.actions_["connection"].setEnabled(self._office.connections is not None)
        self._add_search()

    def _add_search(self) -> None:
        window, actions = self._window, self._window.actions_
        box = SearchBox(actions.commands["search"].key, window, window.menu_row)
        window.menu_row.add_search(box)
        self.search = Search(box, self._office, actions, self._ways, self)
        actions.on("search", box.enter)

    def _make_keys(self) -> QDialog:
        from einvoice_desktop.gui.help import KeysDialog

        return KeysDialog(self._window.actions_, self._window)

    def _make_about(self) -> QDialog:
        from einvoice_desktop.gui.about import AboutDialog

        return AboutDialog(self._office, self._window)

    def show_settings(self) -> None:
        """The settings, beside the window."""
        from einvoice_desktop.gui.settings.dialog import SettingsDialog

        window = self._window

        def command(name: str) -> None:
            window.actions_[name].trigger()

        self._show(
            "settings",
            lambda: SettingsDialog(self._office, window.choose, self._read_file, window, command),
        )

    def show_connection(self) -> None:
        """Where documents go, and by which way."""
        from einvoice_desktop.gui.connection.dialog import connection_dialog

        self._show("connection", lambda: connection_dialog(self._office, self._window))

    def _show(self, name: str, make: Callable[[], QDialog]) -> None:
        dialog = self._open.get(name)
        # One that was closed a moment ago is still on its way out.
        if dialog is None or not dialog.isVisible():
            dialog = self._open[name] = make()
            dialog.destroyed.connect(lambda _gone=None, made=dialog: self._forget(name, made))
            dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def _forget(self, name: str, dialog: QDialog) -> None:
        if self._open.get(name) is dialog:
            del self._open[name]

    def _show_logs(self) -> None:
        from einvoice_desktop.gui.folders import show_folder

        folders = self._office.folders
        if folders is not None and not show_folder(folders.logs):
            self._office.say(self.tr("The folder lies here: {0}").format(folders.logs), "warning")

    def _copy_details(self) -> None:
        from einvoice_desktop.gui.help import program_details

        desk = self._office.desk
        QGuiApplication.clipboard().setText(program_details(desk.server if desk else ""))
        self._office.say(self.tr("Program details copied."), "success")
