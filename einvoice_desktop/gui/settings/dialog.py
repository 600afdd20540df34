"""The settings: applied at once and kept, each with one sentence that says what it does; found by words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.app.entry import fold
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.help import row_of
from einvoice_desktop.gui.settings.backups import backups_page
from einvoice_desktop.gui.settings.company import CompanyPage, SeriesPage
from einvoice_desktop.gui.settings.connection import connection_page
from einvoice_desktop.gui.settings.documents import documents_page
from einvoice_desktop.gui.settings.encryption import EncryptionPage
from einvoice_desktop.gui.settings.page import Kit, SettingsPage, no_command
from einvoice_desktop.gui.settings.pages import issuing_page, paper_page, window_page
from einvoice_desktop.gui.worded_dialog import WordedDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile

PAGES: tuple[Callable[[Kit], SettingsPage], ...] = (
    window_page,
    CompanyPage,
    connection_page,
    issuing_page,
    documents_page,
    SeriesPage,
    paper_page,
    EncryptionPage,
    backups_page,
)
"""In the order of the list; one more page is one more line."""

_LIST_WIDTH, _ROW = 190, 32
_SIZE = (880, 600)


class SettingsDialog(WordedDialog):
    """Stands beside the window; `choose` puts a setting into force and keeps it, `command` does a command."""

    def __init__(
        self,
        office: Office,
        choose: Callable[[str, str], None],
        read_file: ReadFile,
        parent: QWidget,
        command: Callable[[str], None] = no_command,
    ) -> None:
        super().__init__(parent)
        identify(self, "settings")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit = Kit(office, choose, read_file, command)
        self.search = QLineEdit(self)
        identify(self.search, "settings.search")
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        identify(self.list, "settings.pages")
        self.list.setFixedWidth(_LIST_WIDTH)
        self._none = label("empty", self, wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._pages = [make(kit) for make in PAGES]
        for page in self._pages:
            item = QListWidgetItem(self.list)
            item.setSizeHint(QSize(0, _ROW))
            self._stack.addWidget(page)
        self._stack.addWidget(self._none)
        self._close = QPushButton(self)
        identify(self._close, "settings.close")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.accept)
        self._lay_out()
        self._connect(office)
        self.list.setCurrentRow(0)
        self._retranslate()
        self.resize(_SIZE[0], min(_SIZE[1], max(420, parent.height() - 40)))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setContentsMargins(16, 14, 0, 0)
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        self.search.setFixedWidth(_LIST_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self._stack, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(10)
        layout.addLayout(row, 1)
        layout.addLayout(row_of(self._close))

    def _connect(self, office: Office) -> None:
        self.list.currentRowChanged.connect(lambda place: self._stack.setCurrentIndex(max(0, place)))
        self.search.textChanged.connect(lambda _text: self._search())
        self.search.returnPressed.connect(self._enter_page)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        office.preferences.changed.connect(self._refresh)
        office.session.ready_changed.connect(self._retranslate)

    def page(self, kind: type[SettingsPage]) -> SettingsPage | None:
        """The page of a class of its own, for whoever leads there."""
        return next((page for page in self._pages if isinstance(page, kind)), None)

    def _refresh(self) -> None:
        for page in self._pages:
            page.refresh()

    # --- searching --------------------------------------------------------------------------------

    def _search(self) -> None:
        """Leaves what holds every word; accents and case are no difference."""
        words = fold(self.search.text()).split()
        found = [page.search(words) for page in self._pages]
        for place, has in enumerate(found):
            self.list.item(place).setHidden(not has)
        here = self.list.currentRow()
        if not any(found):
            self._stack.setCurrentWidget(self._none)
        elif here < 0 or not found[here]:
            self.list.setCurrentRow(found.index(True))
        else:
            self._stack.setCurrentIndex(here)

    def _enter_page(self) -> None:
        """Into the first field that was found."""
        page = self._stack.currentWidget()
        if isinstance(page, SettingsPage):
            page.enter()

    # --- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        self.list.setAccessibleName(self.tr("Settings"))
        self.search.setPlaceholderText(self.tr("Find a setting…"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self._none.setText(self.tr("No setting holds these words."))
        for place, page in enumerate(self._pages):
            self.list.item(place).setText(page.title())
            page.setAccessibleName(page.title())
            page.retranslate()
        self._close.setText(self.tr("Close"))
        self._search()

    def focus_first(self) -> None:
        self.list.setFocus()
