"""What is about to be cancelled at the provider, over the lower part of the page, before it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.app.cancelling import is_being_cancelled
from einvoice_desktop.app.entry import show_date
from einvoice_desktop.gui import words
from einvoice_desktop.gui.bottom_panel import BottomPanel
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.domain.submission import Submission


class CancelPanel(BottomPanel):
    """The keyboard stands on the button that leaves everything as it is."""

    confirmed = Signal(int)
    """The outbox id of the note."""

    def __init__(self, page: QWidget) -> None:
        self._row: Submission | None = None
        self._kind = ""
        super().__init__(page, "cancelNote")
        self._heading = label("subheading", self)
        self._what = label(parent=self, wrap=True)
        identify(self._what, "cancelNote.document")
        self._means = label("muted", self, wrap=True)
        identify(self._means, "cancelNote.meaning")
        self._go_on = KeyButton("", "primary", self)
        identify(self._go_on, "cancelNote.goOn")
        self._keep = KeyButton("Esc", "", self)
        identify(self._keep, "cancelNote.keep")
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self._go_on)
        foot.addWidget(self._keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        for line in (self._heading, self._what, self._means):
            layout.addWidget(line)
        layout.addLayout(foot)
        self._go_on.clicked.connect(self._on_go_on)
        self._keep.clicked.connect(lambda: self.end(by_person=True))

    @property
    def is_open(self) -> bool:
        """Whether it is being asked."""
        return self._row is not None

    def ask(self, row: Submission, kind: str) -> None:
        """Asks about this note; `kind` is its type in words."""
        self._row, self._kind = row, kind
        self.say_all()
        self.open_with(self._keep)
        self.announce(f"{self._heading.text()}. {self._what.text()}. {self._means.text()}")

    def close_quietly(self) -> None:
        """Nothing is asked any more."""
        self._row = None
        self.hide()

    def stops(self) -> tuple[QWidget, ...]:
        return (self._go_on, self._keep)

    def say_all(self) -> None:
        row = self._row
        if row is None:
            return
        self._heading.setText(self.tr("Cancel this delivery note at the provider?"))
        mark = row.receipt.mark if row.receipt else ""
        facts = (
            words.document_name(row, self._kind),
            show_date(row.sealed.key.date),
            row.sealed.counterparty_name,
            f"MARK {mark}",
        )
        self._what.setText(" · ".join(filter(None, facts)))
        if is_being_cancelled(row):
            told = self.tr("It was asked for before, and nobody knows the outcome. Asking again is safe.")
        else:
            told = self.tr("It cannot be taken back. The provider cancels a note only before the goods move.")
        self._means.setText(told)
        self._go_on.setText(self.tr("Cancel the note"))
        self._keep.setText(self.tr("Keep it"))
        self.setAccessibleName(self._heading.text())

    def _on_go_on(self) -> None:
        row = self._row
        if row is not None and not self.is_deaf():
            self.close_quietly()
            self.confirmed.emit(row.id)
