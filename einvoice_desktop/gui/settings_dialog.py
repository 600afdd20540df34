"""The settings: each applied at once and kept, with one sentence that says what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QTabWidget, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.help import row_of
from einvoice_desktop.gui.keys import LatinKeys
from einvoice_desktop.gui.settings_documents import documents_page
from einvoice_desktop.gui.settings_encryption import EncryptionPage
from einvoice_desktop.gui.settings_page import Kit, SettingsPage
from einvoice_desktop.gui.settings_pages import issuing_page, paper_page, window_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile

PAGES: tuple[Callable[[Kit], SettingsPage], ...] = (
    window_page,
    issuing_page,
    documents_page,
    paper_page,
    EncryptionPage,
)
"""In the order of the tabs; one more page is one more line."""


class SettingsDialog(QDialog):
    """Stands beside the window; `choose` puts a setting into force and keeps it."""

    def __init__(
        self, office: Office, choose: Callable[[str, str], None], read_file: ReadFile, parent: QWidget
    ) -> None:
        super().__init__(parent)
        identify(self, "settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit = Kit(office, choose, read_file)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._pages = [make(kit) for make in PAGES]
        for page in self._pages:
            self._tabs.addTab(page, "")
        self._close = QPushButton(self)
        identify(self._close, "settings.close")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 12)
        layout.addWidget(self._tabs, 1)
        layout.addLayout(row_of(self._close))
        self._retranslate()
        office.preferences.changed.connect(self._refresh)
        office.session.ready_changed.connect(self._retranslate)
        self.resize(680, min(560, max(420, parent.height() - 40)))

    def _refresh(self) -> None:
        for page in self._pages:
            page.refresh()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self._tabs.setAccessibleName(self.tr("Settings"))
        for place, page in enumerate(self._pages):
            self._tabs.setTabText(place, page.title())
            page.setAccessibleName(page.title())
            page.retranslate()
        self._close.setText(self.tr("Close"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(LatinKeys(self))
        self._tabs.tabBar().setFocus()
