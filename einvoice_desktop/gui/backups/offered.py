"""Where the books cannot be read: the newest verified backup is named, and the window of all is at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.app.ports import Backup
    from einvoice_desktop.gui.office import Office


class BackupsOffered(QWidget):
    """Hidden where there is none."""

    def __init__(self, office: Office, backups: Backups, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._backups = office, backups
        self._newest: Backup | None = None
        identify(self, "offered")
        self.words = label("", self, wrap=True)
        identify(self.words, "offered.words")
        self.button = QPushButton(self)
        identify(self.button, "offered.restore")
        self.button.setAutoDefault(True)
        self.button.clicked.connect(lambda _checked=False: self._on_restore())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self.words, 1)
        self.hide()
        office.tasks.run(backups.listed, while_alive(self, self._on_listed), office.on_failed)

    def _on_listed(self, listed: list[Backup]) -> None:
        self._newest = next((one for one in listed if one.is_verified and one.has_books and one.own), None)
        self._retranslate()
        self.setVisible(self._newest is not None)

    def _on_restore(self) -> None:
        from einvoice_desktop.gui.backups.dialog import BackupsDialog

        BackupsDialog(self._office, self._backups, self.window(), may_make=False).show()

    def _retranslate(self) -> None:
        from einvoice_desktop.gui import words

        if self._newest is None:
            return
        told = self.tr("The newest verified backup is of {0}, with {1} documents.")
        self.words.setText(told.format(words.moment_text(self._newest.made_at), self._newest.documents))
        self.button.setText(self.tr("Restore a backup…"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
