"""The logo's setting: which picture, how it looks, and the buttons that choose another one or none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from einvoice_desktop.gui.fields.identity import identify, plain_tip
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile

LARGEST = 5_000_000
"""Bytes."""
_THUMBNAIL = QSize(96, 32)


class LogoBox(QWidget):
    """`chosen` is called with the setting's name and the picture's path, "" for none."""

    def __init__(
        self, office: Office, read_file: ReadFile, chosen: Callable[[str, str], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._office, self._read_file, self._chosen = office, read_file, chosen
        self._path: str | None = None
        self.picture = label("", self)
        self.picture.setFixedSize(_THUMBNAIL)
        identify(self.picture, "settings.paper.logo.picture")
        self.words = label("muted", self)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        identify(self.words, "settings.paper.logo.words")
        self.button = QPushButton(self)
        identify(self.button, "settings.paper.logo")
        self.clear_button = QPushButton(self)
        identify(self.clear_button, "settings.paper.logo.clear")
        for button in (self.button, self.clear_button):
            button.setAutoDefault(False)
        self.button.clicked.connect(self._on_choose)
        self.clear_button.clicked.connect(lambda _checked=False: self._chosen("paper.logo", ""))
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.picture)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(self.clear_button)
        self.picture.hide()

    def show_logo(self, path: str) -> None:
        """Shows the picture of that path; it is read off the GUI thread."""
        if path == self._path:
            return
        self._path = path
        self.picture.clear()
        self.picture.hide()
        self.clear_button.setEnabled(bool(path))
        self.words.setText(Path(path).name if path else self.tr("No logo"))
        self.words.setToolTip(plain_tip(path))
        if path:
            read = self._read_file
            self._office.tasks.run(
                lambda: read(Path(path)),
                while_alive(self, lambda data: self._on_read(path, data)),
                while_alive(self, self._on_failed),
            )

    def _on_read(self, path: str, data: bytes) -> None:
        if path != self._path:
            return
        picture = QPixmap()
        if len(data) > LARGEST or not picture.loadFromData(data):
            self.words.setText(self.tr("{0} is not a picture that can be printed.").format(Path(path).name))
            return
        self.picture.setPixmap(
            picture.scaled(
                _THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
        )
        self.picture.show()

    def _on_failed(self, error: Exception) -> None:
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        self.words.setText(sentence)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a logo"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Pictures (*.png *.jpg *.jpeg *.svg)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self._chosen("paper.logo", name))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Choose…"))
        self.clear_button.setText(self.tr("No logo"))
        self.picture.setAccessibleName(self.tr("The logo as it is now"))
        if not self._path:
            self.words.setText(self.tr("No logo"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
