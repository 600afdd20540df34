"""The coloured band that says where documents go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from einvoice_desktop.gui.fields.identity import identify, restyle

PRACTICE_SERVER = "practice"
TRIAL_SERVERS = frozenset({"uat", "softone-uat"})


class EnvironmentBand(QLabel):
    """Says in colour that nothing real happens here; a production server shows no band."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._server = ""
        self.setContentsMargins(16, 0, 16, 0)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFixedHeight(28)
        # An address may be long: it must not make the window wider.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        identify(self, "band")
        self.hide()

    def show_server(self, server: str) -> None:
        """`server` is a name of the books: "practice", a known host's name or an address."""
        self._server = server
        self.setProperty("role", "practice" if server == PRACTICE_SERVER else "trial")
        restyle(self)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        if self._server == PRACTICE_SERVER:
            self.setText(self.tr("PRACTICE – nothing leaves this computer"))
        elif self._server in TRIAL_SERVERS:
            self.setText(self.tr("TRIAL – sent to the provider's test service, with no legal effect"))
        elif "://" in self._server:
            self.setText(self.tr("Documents go to {0}").format(self._server))
        else:
            self.clear()
        self.setVisible(bool(self.text()))
