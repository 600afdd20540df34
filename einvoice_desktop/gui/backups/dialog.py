"""The backups there are: one more, one of them restored, one from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from einvoice_desktop.app.ports import Backup
from einvoice_desktop.gui import words
from einvoice_desktop.gui.backups import words as said
from einvoice_desktop.gui.backups.restore_panel import RestorePanel, give_way_to
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.folders import show_folder
from einvoice_desktop.gui.list_dialog import ListDialog
from einvoice_desktop.gui.records import Column
from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from einvoice_desktop.app.backups import Backups
    from einvoice_desktop.gui.office import Office

_SIZE = (820, 560)
_Found = tuple[list[Backup], Path, str, str]
"""The backups, where the next one goes, the chosen folder if that is not there, and the books' server."""


class BackupsDialog(ListDialog[Backup]):
    """Stands beside the window."""

    backup_wanted = Signal()

    def __init__(self, office: Office, backups: Backups, parent: QWidget, *, may_make: bool = True) -> None:
        """`may_make`: there are books to be backed up."""
        super().__init__("backups", self._columns(), lambda one: one.path, _SIZE, parent)
        self._office, self._backups, self._window = office, backups, parent
        self._folder: Path | None = None
        self._missing = self._server = ""
        self._heading = label("muted", self, wrap=True)
        identify(self._heading, "backups.heading")
        self.head.addWidget(self._heading)
        self.restore = RestorePanel(office, backups, self)
        self.below.addWidget(self.restore)
        self.told.hide()
        self.make_button = self.add_button("make", "", "Ins", self.backup_wanted.emit, role="primary")
        self.restore_button = self.add_button("restore", "", "Enter", self._on_restore)
        self.file_button = self.add_button("file", "", "Ctrl+O", self._on_file)
        self.folder_button = self.add_button("folder", "", "", self._on_folder)
        self.foot.addStretch(1)
        self._close = self.add_button("close", "", "Esc", self.reject)
        self.leave_enter_to_the_list()
        self.make_button.setVisible(may_make)
        self.table.opened.connect(self._on_restore)
        self.table.current_changed.connect(self._follow)
        self.restore.shown_or_hidden.connect(self._follow)
        self.restore.confirmed.connect(self._on_confirmed)
        self._retranslate()
        self.refresh()

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
        self.model.set_rows(listed)
        if listed:
            self.table.choose(listed[0].path if chosen is None else chosen.path)
        if chosen is None and not self.restore.isVisibleTo(self):
            self.focus_first()
        self._retranslate()

    def _follow(self) -> None:
        asking = self.restore.isVisibleTo(self)
        self.restore_button.setEnabled(self.table.current_record() is not None and not asking)
        self.file_button.setEnabled(not asking)
        self.folder_button.setEnabled(self._folder is not None)

    # --- what is done ---------------------------------------------------------------------------

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
        if event.key() == Qt.Key.Key_Escape and self.restore.isVisibleTo(self):
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
        self.model.refresh()
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
