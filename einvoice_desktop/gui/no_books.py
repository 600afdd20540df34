"""What stands over the page when the books cannot be opened: why, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.folders import show_folder

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office


class NoBooks(QFrame):
    """Stays until the books are open. Nothing can be typed meanwhile: it could not be saved."""

    try_again_wanted = Signal()

    def __init__(self, office: Office, error: Exception, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._error = office, error
        self.setProperty("tone", "error")
        identify(self, "noBooks")
        self._heading = QLabel(self)
        self._heading.setProperty("role", "subheading")
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        identify(self.words, "noBooks.words")
        self.again = QPushButton(self)
        identify(self.again, "noBooks.tryAgain")
        self.again.setAutoDefault(True)
        self.again.clicked.connect(lambda _checked=False: self.try_again_wanted.emit())
        self._open = QPushButton(self)
        identify(self._open, "noBooks.openFolder")
        self._open.setAutoDefault(True)
        self._open.clicked.connect(self._on_open)
        self._open.setVisible(office.folders is not None)
        self._lay_out()
        self._retranslate()
        if getattr(error, "code", "") == "store_damaged" and office.backups is not None:
            from einvoice_desktop.gui.backups.offered import BackupsOffered

            self._column.addWidget(BackupsOffered(office, office.backups(), self))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.again)
        buttons.addWidget(self._open)
        buttons.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addWidget(self.words)
        column.addLayout(buttons)

    def _on_open(self) -> None:
        if self._office.folders is not None:
            show_folder(self._office.folders.data)

    def _retranslate(self) -> None:
        why = self._office.sentence_of(self._error) or self.tr("The program has a fault; it is in the log.")
        what = self.tr("Nothing can be typed until they are open: it could not be saved.")
        self._heading.setText(self.tr("The books could not be opened"))
        self.words.setText(f"{why}\n{what}")
        self.again.setText(self.tr("Try again"))
        self._open.setText(self.tr("Open data folder"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
