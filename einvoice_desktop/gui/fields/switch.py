"""A yes-or-no field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QWidget

from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession


class SwitchField(QCheckBox):
    """Shows and edits the truth value at `path`; an absent one shows as off."""

    def __init__(self, session: DraftSession, path: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.path = path
        identify(self, path)
        self.toggled.connect(self._on_toggled)

    def refresh(self) -> None:
        """Shows what the session holds."""
        with QSignalBlocker(self):
            self.setChecked(self.session.value(self.path) is True)

    def _on_toggled(self, on: bool) -> None:
        self.session.choose(self.path, on)
