"""The two pages of help: every key, and what this program is."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop import __version__
from einvoice_desktop.gui.actions import Actions
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.office import PROGRAM


def program_details(server: str) -> str:
    """What support asks for first; nothing of any document."""
    python = ".".join(map(str, sys.version_info[:3]))
    return f"{PROGRAM} {__version__} · Qt {qVersion()} · Python {python} · {sys.platform} · {server or '–'}"


class KeysDialog(QDialog):
    """Every command with its key, to be left open beside the window."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, "keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        inside = QFrame(self)
        grid = QGridLayout(inside)
        grid.setContentsMargins(20, 16, 20, 16)
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(6)
        for row, (name, key) in enumerate(self._rows(actions)):
            grid.addWidget(QLabel(name, inside), row, 0)
            shown = QLabel(key, inside)
            shown.setProperty("role", "muted")
            grid.addWidget(shown, row, 1)
        grid.setColumnStretch(0, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(area)
        layout.addWidget(_close_button(self), 0, Qt.AlignmentFlag.AlignHCenter)
        self.resize(460, 560)

    def _rows(self, actions: Actions) -> list[tuple[str, str]]:
        rows = []
        for name in actions:
            command = actions.commands[name]
            if command.key:
                keys = dict.fromkeys((command.key, *command.keys[1:]))
                rows.append((actions[name].text().partition("\t")[0].replace("&", ""), "  ·  ".join(keys)))
        more = (
            (self.tr("Next field, next cell"), "Tab"),
            (self.tr("Open the list of a field"), "F4"),
            (self.tr("Next part of the page"), "F6"),
            (self.tr("Menus"), "F10"),
        )
        return [*rows, *more]


class AboutDialog(QDialog):
    """Name, version and parts."""

    def __init__(self, server: str, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, "about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About"))
        title = QLabel(PROGRAM, self)
        title.setProperty("role", "heading")
        text = QLabel(self.tr("Composes, issues and keeps electronic invoices for Greece."), self)
        text.setWordWrap(True)
        details = QLabel(program_details(server), self)
        details.setProperty("role", "muted")
        details.setWordWrap(True)
        details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (title, text, details):
            layout.addWidget(widget)
        layout.addWidget(_close_button(self), 0, Qt.AlignmentFlag.AlignRight)
        self.resize(420, self.sizeHint().height())


def _close_button(dialog: QDialog) -> QPushButton:
    button = QPushButton(QCoreApplication.translate("KeysDialog", "Close"), dialog)
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    return button
