"""Help: every command with its key, and what support asks for first."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop import __version__
from einvoice_desktop.gui.actions import Actions
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
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
            grid.addWidget(label("", inside, text=name), row, 0)
            grid.addWidget(label("muted", inside, text=key), row, 1)
        grid.setColumnStretch(0, 1)
        area = QScrollArea(self)
        area.setProperty("focusRing", True)
        area.setAccessibleName(self.tr("Keys"))
        area.setWidgetResizable(True)
        area.setWidget(inside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.addWidget(area)
        layout.addLayout(row_of(close_button(self)))
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
            (self.tr("All fields of a line, and back"), "Alt+Enter"),
            (self.tr("Next part of the page"), "F6"),
            (self.tr("Menus"), "F10"),
        )
        return [*rows, *more]


def row_of(button: QPushButton) -> QHBoxLayout:
    """The foot of a dialog: its button at the right, in line with what stands above."""
    row = QHBoxLayout()
    row.setContentsMargins(20, 0, 20, 0)
    row.addStretch(1)
    row.addWidget(button)
    return row


def close_button(dialog: QDialog) -> QPushButton:
    """Enter and Esc close a dialog that only shows something."""
    button = QPushButton(QCoreApplication.translate("KeysDialog", "Close"), dialog)
    identify(button, f"{dialog.objectName()}.close")
    button.setDefault(True)
    button.clicked.connect(dialog.accept)
    return button
