"""The files that were opened last: kept in the settings, offered in the File menu."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu

from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.gui.preferences import Preferences

MOST = 8
_LONGEST_NAME = 60


class RecentFiles(QObject):
    """Newest first; a file stands there once."""

    def __init__(
        self, preferences: Preferences, menu: QMenu, open_file: Callable[[Path], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._menu = menu
        self._open_file = open_file
        identify(menu, "menu.recent")
        preferences.changed.connect(self._on_setting_changed)
        self._fill()

    @property
    def files(self) -> list[Path]:
        """What the settings hold of them."""
        try:
            told = json.loads(self._preferences.get("recent") or "[]")
        except ValueError:
            return []
        names = [name for name in told if isinstance(name, str)] if isinstance(told, list) else []
        return [Path(name) for name in names[:MOST]]

    def add(self, file: Path) -> None:
        """A file that has just been opened."""
        file = file.absolute()
        self._keep([file, *(other for other in self.files if other != file)][:MOST])

    def drop(self, file: Path) -> None:
        """A file that is not there any more."""
        file = file.absolute()
        self._keep([other for other in self.files if other != file])

    def _keep(self, files: list[Path]) -> None:
        self._preferences.choose("recent", json.dumps([str(file) for file in files], ensure_ascii=False))

    def _on_setting_changed(self, name: str) -> None:
        if name == "recent":
            self._fill()

    def _fill(self) -> None:
        self._menu.clear()
        files = self.files
        for place, file in enumerate(files, 1):
            action = self._menu.addAction(f"&{place}  {_shown(file)}")
            action.setObjectName(f"menu.recent.{place}")
            action.setStatusTip(str(file))
            action.triggered.connect(lambda _checked=False, file=file: self._open_file(file))
        self._menu.menuAction().setEnabled(bool(files))
        if files:
            self._menu.addSeparator()
            forget = self._menu.addAction(QCoreApplication.translate("Menu", "&Clear this list"))
            forget.setObjectName("menu.recent.clear")
            forget.triggered.connect(lambda _checked=False: self._keep([]))


def _shown(file: Path) -> str:
    """The name, and the folder it lies in; "&" is no letter's mark here."""
    name = f"{file.name} – {file.parent.name}" if file.parent.name else file.name
    if len(name) > _LONGEST_NAME:
        name = f"{name[: _LONGEST_NAME - 1]}…"
    return name.replace("&", "&&")
