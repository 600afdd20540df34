"""Restoring as a deliberate act: what it means, and the backup's date typed once more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from pathlib import Path

    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.app.ports import Backup, Outlook
    from einvoice_desktop.gui.office import Office

_FIELD_WIDTH = 140


class RestorePanel(QFrame):
    """Hidden until a backup is to be restored. The file is read whole first: a damaged one is not offered."""

    confirmed = Signal(object)
    """The Backup that is to take the place of the books."""
    shown_or_hidden = Signal()

    def __init__(self, office: Office, backups: Backups, parent: QWidget) -> None:
        super().__init__(parent)
        self._office, self._backups = office, backups
        self._outlook: Outlook | None = None
        self._wanted: Path | None = None
        self.setProperty("tone", "warning")
        identify(self, "restore")
        self._heading = label("subheading", self)
        self._text = label("", self, wrap=True)
        identify(self._text, "restore.text")
        self._question = label("", self, wrap=True)
        self.field = QLineEdit(self)
        identify(self.field, "restore.date")
        self.field.setMaxLength(12)
        self.field.setFixedWidth(_FIELD_WIDTH)
        self.field.textChanged.connect(lambda _text: self._follow())
        self.field.returnPressed.connect(self._on_confirmed)
        self._question.setBuddy(self.field)
        self.go = QPushButton(self)
        self.go.setProperty("role", "primary")
        identify(self.go, "restore.go")
        self.leave = QPushButton(self)
        identify(self.leave, "restore.leave")
        for button in (self.go, self.leave):
            button.setAutoDefault(False)
        self.go.clicked.connect(self._on_confirmed)
        self.leave.clicked.connect(self.close_it)
        self._lay_out()
        self.hide()
        self._retranslate()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for widget in (self.field, self.go, self.leave):
            foot.addWidget(widget)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for line in (self._heading, self._text, self._question):
            column.addWidget(line)
        column.addLayout(foot)

    # --- what others ask for --------------------------------------------------------------------

    def ask(self, path: Path) -> None:
        """Reads the backup, then says what would change and asks for its date."""
        self.close_it()
        self._wanted, examine = path, self._backups.examine
        self._office.tasks.run(
            lambda: examine(path), while_alive(self, self._on_examined), while_alive(self, self._on_failed)
        )

    def close_it(self) -> None:
        """Nothing is restored."""
        self._outlook = self._wanted = None
        self.hide()
        self.shown_or_hidden.emit()

    @property
    def is_confirmed(self) -> bool:
        """Whether the backup's own date stands in the field."""
        return self._outlook is not None and _digits(self.field.text()) == _digits(self._day())

    # --- inside ---------------------------------------------------------------------------------

    def _on_examined(self, outlook: Outlook) -> None:
        if outlook.backup.path != self._wanted:
            # Another one has been chosen meanwhile.
            return
        self._outlook = outlook
        self.field.clear()
        self._retranslate()
        self.show()
        self.shown_or_hidden.emit()
        self.field.setFocus()

    def _on_failed(self, error: Exception) -> None:
        self._wanted = None
        self._office.on_failed(error)

    def _on_confirmed(self) -> None:
        if self.is_confirmed and self._outlook is not None:
            self.confirmed.emit(self._outlook.backup)

    def _day(self) -> str:
        from einvoice_desktop.gui.backups.words import day_text

        return "" if self._outlook is None else day_text(self._outlook.backup.made_at)

    def _follow(self) -> None:
        self.go.setEnabled(self.is_confirmed)

    def _retranslate(self) -> None:
        self._heading.setText(self.tr("Restore a backup"))
        self.go.setText(self.tr("Restore now"))
        self.leave.setText(self.tr("Do not restore"))
        if self._outlook is not None:
            from einvoice_desktop.gui.backups.words import outlook_text

            self._text.setText(outlook_text(self._outlook))
        self._question.setText(self.tr("Type the day of the backup to restore it: {0}").format(self._day()))
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()


def give_way_to(backup: Backup, backups: Backups, office: Office, window: QWidget) -> None:
    """Makes room for a window on the restored books; where this one cannot close, nothing is restored."""
    backups.plan(backup)
    office.reopen()
    if window.isVisible():
        backups.plan(None)


def _digits(text: str) -> tuple[int, ...]:
    """A date by its numbers: 1/2/2026 and 01.02.2026 are one."""
    return tuple(int(part) for part in re.findall(r"[0-9]+", text))
