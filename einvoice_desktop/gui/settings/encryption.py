"""The page of the settings on encryption, for the books that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout

from einvoice_desktop.gui.encryption import EncryptionBox
from einvoice_desktop.gui.settings.page import SettingsPage

if TYPE_CHECKING:
    from einvoice_desktop.gui.settings.page import Kit


class EncryptionPage(SettingsPage):
    """One box instead of rows."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda: QCoreApplication.translate("SettingsDialog", "Encryption"))
        inside = self.widget()
        layout = inside.layout() if inside is not None else None
        assert isinstance(layout, QVBoxLayout)
        self.box = EncryptionBox(kit.office, inside)
        layout.insertWidget(0, self.box)

    def refresh(self) -> None:
        super().refresh()
        desk = self.kit.office.desk
        if desk is not None:
            self.box.follow(desk.encryption, desk.server)
