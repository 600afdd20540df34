"""What a person may choose for a document whose date has passed before anything of it left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.office import Office


class DateChoices(QWidget):
    """Two buttons; each seals the document again under its number."""

    chosen = Signal(object)
    """The Submission as it stands now."""

    def __init__(self, office: Office, parent: QWidget) -> None:
        super().__init__(parent)
        self._office = office
        self._id = 0
        self.today = self._button("receipt.sendToday", delayed=False)
        self.delayed = self._button("receipt.sendDelayed", delayed=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.today)
        row.addWidget(self.delayed)
        row.addStretch(1)

    def _button(self, identifier: str, *, delayed: bool) -> KeyButton:
        button = KeyButton("", "", self)
        identify(button, identifier)
        button.clicked.connect(lambda: self._choose(delayed=delayed))
        return button

    def show_for(self, row: Submission) -> None:
        """There to be pressed only where the date has passed and nothing of it can have arrived."""
        self._id = row.id
        waits = row.state is State.WAITING and not row.may_have_arrived
        self.setVisible(waits and row.sealed.key.date < self._office.the_desk.surroundings().today)
        self.delayed.setVisible(row.sealed.kind.is_document)
        self.today.setText(self.tr("Send with today's date"))
        self.delayed.setText(self.tr("Send as issued during loss of connection"))

    def _choose(self, *, delayed: bool) -> None:
        desk, submission_id = self._office.the_desk, self._id
        self.setEnabled(False)
        self._office.tasks.run(
            lambda: desk.seal_again(submission_id, delayed=delayed), self._on_sealed, self._on_failed
        )

    def _on_sealed(self, submission: Submission) -> None:
        self.setEnabled(True)
        self.chosen.emit(submission)

    def _on_failed(self, error: Exception) -> None:
        self.setEnabled(True)
        self._office.on_failed(error)
