"""The backups there are: one more, one of them restored, one from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.app.ports import Backup
from einvoice_desktop.gui import words
from einvoice_desktop.gui.backups import words as said
from einvoice_desktop.gui.backups.restore_panel import RestorePanel, give_way_to
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.folders import show_folder
from einvoice_desktop.gui.pages.table import RecordTable
from einvoice_desktop.gui.records import Column, RecordModel
from einvoice_desktop.gui.tasks import while_alive
from einvoice_desktop.gui.worded_dialog import WordedDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.gui.office import Office

_SIZE = (820, 560)
_Found = tuple[list[Backup], Path, str, str]
"""The backups, where the next one goes, the chosen folder if that is not there, and the books' server."""


class BackupsDialog(WordedDialog):
    """Stands beside the window."""

    backup_wanted = Signal()

    def __init__(self, office: Office, backups: Backups, parent: QWidget, *, may_make: bool = True) -> None:
        """`may_make`: there are books to be backed up."""
        super().__init__(parent)
        self._office, self._backups, self._window = office, backups, parent
        self._folder: Path | None = None
        self._missing = self._server = ""
        identify(self, "backups")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._heading = label("muted", self, wrap=True)
        identify(self._heading, "backups.heading")
        self._model: RecordModel[Backup] = RecordModel(self._columns(), lambda one: one.path, self)
        self.table: RecordTable[Backup] = RecordTable("backups.table", self._model, self)
        self.restore = RestorePanel(office, backups, self)
        self.make_button = self._button("make", "Ins", "primary", self._on_make)
        self.restore_button = self._button("restore", "Enter", "", self._on_restore)
        self.file_button = self._button("file", "Ctrl+O", "", self._on_file)
        self.folder_button = self._button("folder", "", "", self._on_folder)
        self._close = self._button("close", "Esc", "", self.reject)
        self.make_button.setVisible(may_make)
        self._lay_out()
        self.table.opened.connect(self._on_restore)
        self.table.current_changed.connect(self._follow)
        self.restore.shown_or_hidden.connect(self._follow)
        self.restore.confirmed.connect(self._on_confirmed)
        self._retranslate()
        self.resize(_SIZE[0], min(_SIZE[1], max(420, parent.height() - 40)))
        self.refresh()

    def _button(self, name: str, key: str, role: str, deed: Callable[[], object]) -> KeyButton:
        button = KeyButton(key, role, self)
        identify(button, f"backups.{name}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: deed())
        return button

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.make_button, self.restore_button, self.file_button, self.folder_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self.table, 1)
        column.addWidget(self.restore)
        column.addLayout(foot)

    def _columns(self) -> list[Column[Backup]]:
        return [
            Column(
                "made",
                lambda: self.tr("Made"),
                lambda one: words.moment_text(one.made_at),
                sort=lambda one: one.made_at,
                width=150,
            ),
            Column("reason", lambda: self.tr("Why"), said.reason_word, width=165),
            Column("documents", lambda: self.tr("Documents"), said.documents_word, figure=True, width=120),
            Column(
                "size",
                lambda: self.tr("Size"),
                lambda one: said.size_text(one.size),
                sort=lambda one: one.size,
                figure=True,
                width=90,
            ),
            Column("verified", lambda: self.tr("Checked"), said.verified_word, width=125),
            Column("of", lambda: self.tr("Of"), self._whose, width=0),
        ]

    def _whose(self, one: Backup) -> str:
        return self.tr("these books") if one.own else self.tr("another data folder")

    # --- what there is --------------------------------------------------------------------------

    def refresh(self) -> None:
        """Reads the folders anew."""
        backups = self._backups

        def look() -> _Found:
            folder, missing = backups.folder()
            return backups.listed(), folder, missing, backups.server()

        self._office.tasks.run(look, while_alive(self, self._on_listed), self._office.on_failed)

    def _on_listed(self, found: _Found) -> None:
        listed, self._folder, self._missing, self._server = found
        chosen = self.table.current_record()
        self._model.set_rows(listed)
        if listed:
            self.table.choose(listed[0].path if chosen is None else chosen.path)
        self._retranslate()

    def _follow(self) -> None:
        asking = self.restore.isVisibleTo(self)
        self.restore_button.setEnabled(self.table.current_record() is not None and not asking)
        self.file_button.setEnabled(not asking)
        self.folder_button.setEnabled(self._folder is not None)

    # --- what is done ---------------------------------------------------------------------------

    def _on_make(self) -> None:
        self.backup_wanted.emit()

    def _on_restore(self) -> None:
        chosen = self.table.current_record()
        if chosen is not None:
            self.restore.ask(chosen.path)

    def _on_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Restore a backup"), str(self._folder or ""), "*.zip")
        identify(dialog, "backups.chooseFile")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.restore.ask(Path(name)))
        dialog.open()

    def _on_folder(self) -> None:
        if self._folder is not None:
            show_folder(self._folder)

    def _on_confirmed(self, backup: Backup) -> None:
        self.accept()
        give_way_to(backup, self._backups, self._office, self._window)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Insert and not self.make_button.isHidden():
            self._on_make()
        elif event.key() == Qt.Key.Key_O and control and self.file_button.isEnabled():
            self._on_file()
        elif event.key() == Qt.Key.Key_Escape and self.restore.isVisibleTo(self):
            self.restore.close_it()
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    # --- words ----------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Backups"))
        self._heading.setText(self._heading_text())
        self.table.setAccessibleName(self.tr("Backups"))
        self.make_button.setText(self.tr("Back up now"))
        self.restore_button.setText(self.tr("Restore…"))
        self.file_button.setText(self.tr("From a file…"))
        self.folder_button.setText(self.tr("Open folder"))
        self._close.setText(self.tr("Close"))
        self._model.refresh()
        self.table.fit_titles()
        self._follow()

    def _heading_text(self) -> str:
        if self._server:
            return self.tr(
                "The books are on {0} and need that server's own backup. Here only the settings are kept."
            ).format(self._server)
        told = self.tr(
            "A backup is one file with the books and settings, checked when it is made. Keys and passwords "
            "are never in it."
        )
        if self._missing:
            missing = self.tr("{0} is not there today: backups go to the data folder meanwhile.")
            told += "\n⚠ " + missing.format(self._missing)
        if self._folder is not None:
            told += "\n" + self.tr("They go to {0}").format(self._folder)
        return told

    def focus_first(self) -> None:
        self.table.setFocus()
