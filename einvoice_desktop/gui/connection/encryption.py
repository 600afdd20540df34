"""The encryption of the chosen server's documents, folded until somebody wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.app.connection import Connections
    from einvoice_desktop.gui.encryption import EncryptionBox
    from einvoice_desktop.gui.office import Office


class ConnectionEncryption(QWidget):
    """Is built when it is first opened. What is chosen in it holds at once, for that server."""

    def __init__(self, office: Office, connections: Connections, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._connections = office, connections
        self._server = ""
        self.box: EncryptionBox | None = None
        self.head = QToolButton(self)
        self.head.setProperty("role", "fold")
        self.head.setCheckable(True)
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setArrowType(Qt.ArrowType.RightArrow)
        identify(self.head, "connection.encryption")
        self.head.toggled.connect(self._on_toggled)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        self._retranslate()

    def follow(self, server: str) -> None:
        """`server` as it was chosen; an address as it was typed so far."""
        if server != self._server:
            self._server = server
            # Its settings stand under the server's one name, which a half-typed address does not have.
            self.head.setChecked(False)
        self.setVisible(bool(server) and server != PRACTICE and self._office.desk is not None)

    def _on_toggled(self, on: bool) -> None:
        self.head.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        if self.box is not None:
            self.box.hide()
        if on:
            connections, server = self._connections, self._server
            self._office.tasks.run(
                lambda: connections.server_name(server),
                while_alive(self, self._show),
                while_alive(self, self._on_failed),
            )

    def _show(self, server: str) -> None:
        from einvoice_desktop.gui.encryption import EncryptionBox

        if not self.head.isChecked():
            return
        if self.box is None:
            self.box = EncryptionBox(self._office, self)
            self._column.addWidget(self.box)
        self.box.follow(self._office.the_desk.encryption, server)
        self.box.show()

    def _on_failed(self, error: Exception) -> None:
        self.head.setChecked(False)
        self._office.on_failed(error)

    def _retranslate(self) -> None:
        self.head.setText(self.tr("Encryption"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
