"""What this program is, where it keeps what is written, and under which licences its parts come."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop import __version__
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.folders import show_folder
from einvoice_desktop.gui.help import close_button
from einvoice_desktop.gui.office import PROGRAM
from einvoice_desktop.gui.parts import OTHERS, Part, parts
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office


class AboutDialog(QDialog):
    """Name, version, places, licences. Every place can be copied, its folder opened."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        identify(self, "about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About"))
        self._licences = QPlainTextEdit(self)
        self._licences.setReadOnly(True)
        self._licences.setTabChangesFocus(True)
        self._licences.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self._licences.setAccessibleName(self.tr("Licences of the parts"))
        identify(self._licences, "about.licences")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(10)
        for widget in self._words():
            layout.addWidget(widget)
        layout.addLayout(self._places())
        layout.addWidget(self._section(self.tr("Licences of the parts")))
        layout.addWidget(self._licences, 1)
        layout.addWidget(close_button(self), 0, Qt.AlignmentFlag.AlignRight)
        self.resize(640, 560)
        office.tasks.run(parts, while_alive(self, self._on_parts))

    def _words(self) -> list[QWidget]:
        title = label("heading", self, text=PROGRAM)
        text = label("", self, text=self.tr("Composes, issues and keeps electronic invoices for Greece."))
        text.setWordWrap(True)
        python = ".".join(map(str, sys.version_info[:3]))
        version = self.tr("Version {0}").format(__version__)
        details = label("muted", self, text=f"{version}  ·  Qt {qVersion()}  ·  Python {python}")
        details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        identify(details, "about.version")
        return [title, text, details]

    def _section(self, text: str) -> QLabel:
        return label("section", self, text=text)

    def _places(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        folders = self._office.folders
        if folders is None:
            return grid
        for row, (name, words, path, folder) in enumerate(
            (
                ("data", self.tr("Data folder"), folders.data, folders.data),
                ("books", self.tr("Books"), folders.books, folders.books.parent),
                ("logs", self.tr("Logs"), folders.logs, folders.logs),
            )
        ):
            self._add_place(grid, row, name, words, path, folder)
        return grid

    def _add_place(
        self, grid: QGridLayout, row: int, name: str, words: str, path: Path, folder: Path
    ) -> None:
        shown = QLineEdit(str(path), self)
        shown.setReadOnly(True)
        shown.setCursorPosition(0)
        identify(shown, f"about.{name}")
        caption = label("", self, text=words)
        caption.setBuddy(shown)
        button = QPushButton(self.tr("Open"), self)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{self.tr('Open')}: {words}")
        identify(button, f"about.{name}.open")
        button.clicked.connect(lambda _checked=False: show_folder(folder))
        for column, widget in enumerate((caption, shown, button)):
            grid.addWidget(widget, row, column)

    def _on_parts(self, found: list[Part]) -> None:
        self._licences.setPlainText(licence_text(found))


def licence_text(found: list[Part]) -> str:
    """The list, then every text in full."""
    lines = [f"{name}: {licence}" for name, licence in OTHERS.items()]
    lines += [f"{part.name} {part.version}: {part.licence}" for part in found]
    rule = "\n\n" + "—" * 24 + "\n"
    texts = [f"{rule}{part.name} {part.version}\n\n{part.text}" for part in found if part.text]
    return "\n".join(lines) + "".join(texts) + "\n"
