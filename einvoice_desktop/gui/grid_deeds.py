"""What the commands of the tables do, what tables have to say, and where their columns are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.gui.compose.table_view import RowsView
    from einvoice_desktop.gui.issuing import Issuing
    from einvoice_desktop.gui.main_window import MainWindow


class GridDeeds(QObject):
    """Connects tables and customer search with the window."""

    def __init__(self, window: MainWindow, issuing: Issuing) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = window.stage.page.tabs
        actions = window.actions_
        actions.on("fillDown", lambda: self._in_sight(lambda view: view.clipboard.fill_down()))
        actions.on("columns", lambda: self._in_sight(lambda view: view.room.choose()))
        actions.on("findCustomer", window.stage.page.find_customer)
        issuing.sealed.connect(window.stage.known.learn)
        for view in self._tabs.made():
            self._on_table_made(view)
        self._tabs.table_made.connect(self._on_table_made)

    def _in_sight(self, deed: Callable[[RowsView], None]) -> None:
        view = self._tabs.in_front()
        if view.isVisible():
            deed(view)

    def _on_table_made(self, view: RowsView) -> None:
        preferences, setting = self._window.preferences, f"columns.{view.objectName()}"
        view.room.restore(preferences.get(setting))
        view.room.changed.connect(lambda text: preferences.choose(setting, text))
        view.clipboard.told.connect(self._window.office.say)
