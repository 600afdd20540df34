"""A text to be read, selected and copied beside the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.help import close_button


class TextDialog(QDialog):
    """Plain text, whatever it looks like. Goes when it is closed."""

    def __init__(self, identifier: str, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, identifier)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.box = QPlainTextEdit(self)
        self.box.setReadOnly(True)
        self.box.setTabChangesFocus(True)
        self.box.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.box.setAccessibleName(title)
        self.box.setPlainText(text)
        identify(self.box, f"{identifier}.text")
        copy = QPushButton(self.tr("Copy all"), self)
        copy.setAutoDefault(False)
        identify(copy, f"{identifier}.copy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        foot = QHBoxLayout()
        foot.addWidget(copy)
        foot.addStretch(1)
        foot.addWidget(close_button(self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.box, 1)
        layout.addLayout(foot)
        self.resize(760, 560)
        self.box.setFocus()
