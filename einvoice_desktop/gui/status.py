"""The line at the foot of the window: whose books, who sends, what waits and since when, what is saved."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from einvoice_desktop.gui.band import PRACTICE_SERVER
from einvoice_desktop.gui.fields.identity import identify, restyle

if TYPE_CHECKING:
    from einvoice_desktop.app.sender import SenderStatus
    from einvoice_desktop.gui.office import Office

LATE_SECONDS = 15 * 60
"""From this age on the oldest waiting document is shown as a warning."""

_COMPANY = 260
"""Pixels that the company's name has."""

_PARTS = ("company", "environment", "sender", "outbox", "saved")


class StatusLine(QFrame):
    """Shows what it is told; knows nothing by itself but the time."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office = office
        self._server = ""
        self._sender: SenderStatus | None = None
        self._alive = True
        self._waiting: tuple[int, datetime | None] = (0, None)
        self._saved: datetime | None = None
        self.setProperty("role", "status")
        self.labels = {name: QLabel(self) for name in _PARTS}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 16, 4)
        layout.setSpacing(20)
        for name, shown in self.labels.items():
            identify(shown, f"status.{name}")
            shown.setProperty("role", "muted")
            shown.setTextFormat(Qt.TextFormat.PlainText)
            if name == "saved":
                layout.addStretch(1)
            layout.addWidget(shown)

    def show_company(self, name: str) -> None:
        """The issuer of the document on the stage."""
        shown = self.labels["company"]
        shown.setToolTip(name)
        self._set("company", shown.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _COMPANY))

    def show_server(self, server: str) -> None:
        """The name of the books."""
        self._server = server
        self._set("environment", self._environment())

    def show_sender(self, status: SenderStatus, *, alive: bool) -> None:
        """Who sends, where it is not this window; `alive`: whether this window's own sender still runs."""
        self._sender, self._alive = status, alive
        text, tone = self._sender_text()
        self._set("sender", text, tone)

    def show_outbox(self, count: int, oldest: datetime | None) -> None:
        """How many documents are unsettled, and since when the oldest has been sealed."""
        self._waiting = (count, oldest)
        self.tick()

    def show_saved(self, moment: datetime) -> None:
        """When the draft was last saved."""
        from einvoice_desktop.gui import words

        self._saved = moment
        self._set("saved", self.tr("Draft saved at {0}").format(words.clock(moment)))

    def tick(self) -> None:
        """Time has passed."""
        from einvoice_desktop.gui import words

        count, oldest = self._waiting
        if not count or oldest is None:
            self._set("outbox", self.tr("Outbox: nothing waits"))
            return
        late = (datetime.now(UTC) - oldest).total_seconds() >= LATE_SECONDS
        text = self.tr("Outbox: {0} waiting, oldest {1}").format(count, words.age(oldest, datetime.now(UTC)))
        self._set("outbox", f"⚠ {text}" if late else text, "warning" if late else "muted")

    def _environment(self) -> str:
        names = {
            "": "",
            PRACTICE_SERVER: self.tr("Practice"),
            "uat": self.tr("Trial (UAT)"),
            "softone-uat": self.tr("Trial (SoftOne UAT)"),
            "production": self.tr("Production"),
            "softone-production": self.tr("Production (SoftOne)"),
        }
        return names.get(self._server, self._server)

    def _sender_text(self) -> tuple[str, str]:
        sender = self._sender
        if sender is None:
            return "", "muted"
        if not self._alive:
            return "⚠ " + self.tr("Sending has stopped – restart the program"), "error"
        if sender.trouble:
            trouble = self._office.the_desk.sentence(sender.trouble, {}, self._office.language)
            return "⚠ " + self.tr("Sending waits: {0}").format(trouble), "warning"
        if sender.holder:
            return self.tr("Another window sends: {0}").format(sender.holder), "muted"
        return "", "muted"

    def _set(self, name: str, text: str, role: str = "muted") -> None:
        shown = self.labels[name]
        if shown.text() != text:
            shown.setText(text)
        shown.setVisible(bool(text))
        if shown.property("role") != role:
            shown.setProperty("role", role)
            restyle(shown)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._set("environment", self._environment())
            self._set("sender", *self._sender_text())
            if self._saved is not None:
                self.show_saved(self._saved)
            if self._server:
                self.tick()
