"""A try of the connection: a button, and step by step what came of it. No document is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from einvoice_desktop.app.ports import ConnectionCheck, StepEnd
from einvoice_desktop.gui import words
from einvoice_desktop.gui.connection.newest import Newest
from einvoice_desktop.gui.fields.identity import identify, restyle
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.gui.office import Office

_SIGNS = {StepEnd.FINE: "✓", StepEnd.WARNING: "⚠", StepEnd.FAILED: "✗"}


class ConnectionTrial(QWidget):
    """`check` is asked on the GUI thread for the work of now; None where there is nothing to be tried."""

    tried = Signal(bool)
    """Whether documents could go that way."""

    def __init__(
        self, office: Office, check: Callable[[], Callable[[], ConnectionCheck] | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._office, self._check = office, check
        self._result: ConnectionCheck | Exception | None = None
        self._newest: Newest[ConnectionCheck] = Newest(office.tasks, self)
        self.button = QPushButton(self)
        self.button.setAutoDefault(False)
        identify(self.button, "connection.test")
        self.button.clicked.connect(lambda _checked=False: self.try_it())
        self._hint = label("caption", self, wrap=True)
        self._box = QFrame(self)
        self._box.hide()
        self.told = label("", self._box, wrap=True)
        identify(self.told, "connection.told")
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addWidget(self.told)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.button)
        row.addWidget(self._hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._box)
        self._retranslate()

    @property
    def has_told(self) -> bool:
        """Whether what came of the choice of now is in sight."""
        return self._result is not None

    def try_it(self) -> None:
        """Tries what is chosen now; an earlier one that still runs is waited for and not heard."""
        work = self._check()
        if work is None:
            return
        self.button.setEnabled(False)
        self._show(self.tr("Trying…"), "info")
        self._newest.ask(work, self._on_tried, self._on_tried)

    def forget(self) -> None:
        """What was told is not about the choice of now."""
        self._newest.forget()
        self._result = None
        self.button.setEnabled(True)
        self._box.hide()

    def _on_tried(self, result: ConnectionCheck | Exception) -> None:
        self.button.setEnabled(True)
        if isinstance(result, Exception) and self._office.sentence_of(result) is None:
            self._box.hide()
            raise result
        self._result = result
        self._tell()
        self.tried.emit(isinstance(result, ConnectionCheck) and result.is_fine)

    def _tell(self) -> None:
        if isinstance(self._result, ConnectionCheck):
            ends = {step.end for step in self._result.steps}
            tone = "error" if StepEnd.FAILED in ends else "warning" if StepEnd.WARNING in ends else "success"
            self._show("\n".join(self._lines(self._result)), tone)
        elif self._result is not None:
            self._show(self._office.sentence_of(self._result) or "", "error")

    def _lines(self, check: ConnectionCheck) -> list[str]:
        lines = [
            f"{_SIGNS[step.end]} {self._office.sentence(step.code, step.params)}" for step in check.steps
        ]
        if check.until is not None:
            until = {"until": words.clock(check.until)}
            lines.append(self._office.sentence("connection_until", until))
        elif check.is_fine:
            lines.append(self.tr("It works. No document was sent."))
        return lines

    def _show(self, text: str, tone: str) -> None:
        self.told.setText(text)
        if self._box.property("tone") != tone:
            self._box.setProperty("tone", tone)
            restyle(self._box)
        self._box.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.told, text))

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Test connection"))
        self._hint.setText(self.tr("Signs in and says what is wrong. No document is sent."))
        self._tell()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
