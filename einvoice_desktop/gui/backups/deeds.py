"""The day's backup made by itself, what the status line says of it, and the window of the backups."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from einvoice_desktop.app.backups import Backups, Standing
    from einvoice_desktop.app.ports import Backup
    from einvoice_desktop.gui.backups.dialog import BackupsDialog
    from einvoice_desktop.gui.main_window import MainWindow

AFTER_START_MS = 4000
"""The day's first backup begins so long after the books are open: people issue first."""
AGAIN_MS = 3_600_000
"""A window may stay open over midnight."""
LONGEST_END_SECONDS = 20.0
"""So long the process waits at its end for a backup; what is not ready then is left out whole."""


class BackupDeeds(QObject):
    """Every backup is made off the GUI thread, one at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._office = window, window.office
        self._dialog: BackupsDialog | None = None
        self._standing: Standing | None = None
        self._is_making = False
        self._timer = QTimer(self, interval=AGAIN_MS)
        self._timer.timeout.connect(self.make_if_due)
        window.actions_.on("backups", self.show_dialog)
        window.actions_["backups"].setEnabled(False)
        window.closing.connect(self._timer.stop)
        self._office.preferences.changed.connect(self._on_setting)

    @property
    def _backups(self) -> Backups | None:
        return None if self._office.backups is None else self._office.backups()

    # --- by itself ------------------------------------------------------------------------------

    def begin(self) -> None:
        """The books are open."""
        if self._office.backups is None:
            return
        self._window.actions_["backups"].setEnabled(True)
        self.tell_ended()
        self._timer.start()
        self.look()
        QTimer.singleShot(AFTER_START_MS, self, self.make_if_due)

    def make_if_due(self) -> None:
        """The day's own, where there is none yet."""
        backups = self._backups
        if backups is not None and not self._is_making:
            self._is_making = True
            self._office.tasks.run(backups.make_if_due, lambda _made: self._on_made(), self._on_failed)

    def make(self) -> None:
        """One more, as the person wants it."""
        backups = self._backups
        if backups is not None and not self._is_making:
            self._is_making = True
            self._office.tasks.run(backups.make, self._on_wanted_made, self._on_failed)

    def _on_wanted_made(self, made: Backup) -> None:
        if made.is_verified:
            self._office.say(self.tr("Backed up: {0}").format(made.path.name), "success")
        else:
            told = self._office.sentence("journal_broken", {"attempt": str(made.broken_at)})
            self._office.say(told, "warning")
        self._on_made()

    def _on_made(self) -> None:
        self._is_making = False
        self.look()
        if self._dialog is not None:
            self._dialog.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._is_making = False
        self.look()
        self._office.on_failed(error)

    def at_the_end(self) -> None:
        """Today's, where there is none and something has changed; not where others take the books' place."""
        backups = self._backups
        if backups is None or backups.planned is not None:
            return
        thread = threading.Thread(target=_make_quietly, args=(backups,), name="backup", daemon=True)
        thread.start()
        thread.join(LONGEST_END_SECONDS)

    # --- what is told ---------------------------------------------------------------------------

    def look(self) -> None:
        """Reads how the backups stand, for the status line."""
        backups = self._backups
        if backups is not None:
            self._office.tasks.run(backups.standing, self._on_looked, self._office.on_failed)

    def _on_looked(self, standing: Standing) -> None:
        self._standing = standing
        self._show_standing()

    def _show_standing(self) -> None:
        if self._standing is None:
            return
        from einvoice_desktop.gui.backups.words import status_text, status_tip

        text, tone = status_text(self._office, self._standing, datetime.now(UTC))
        self._window.status.show_backup(text, tone, status_tip(self._standing))

    def tell_ended(self) -> None:
        """What the restore came to that this window was opened after."""
        backups = self._backups
        if backups is None or backups.ended is None:
            return
        ended, backups.ended = backups.ended, None
        if isinstance(ended, Exception):
            self._office.on_failed(ended)
            return
        from einvoice_desktop.gui.backups.words import restored_text

        self._office.say(restored_text(ended), "success")

    def _on_setting(self, name: str) -> None:
        if name.startswith("backup.") or name == "language":
            QTimer.singleShot(0, self, self.look)

    # --- the window of the backups ----------------------------------------------------------------

    def show_dialog(self) -> None:
        """Beside the window, once."""
        backups = self._backups
        if backups is None or self._office.desk is None:
            return
        if self._dialog is None:
            from einvoice_desktop.gui.backups.dialog import BackupsDialog

            self._dialog = BackupsDialog(self._office, backups, self._window)
            self._dialog.backup_wanted.connect(self.make)
            self._dialog.destroyed.connect(self._on_dialog_gone)
        # A command may have made one meanwhile.
        self.look()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_dialog_gone(self) -> None:
        self._dialog = None


def _make_quietly(backups: Backups) -> None:
    """The window is gone: the next one's status line says how old the last backup is."""
    from einvoice_desktop.app.errors import UserError
    from einvoice_desktop.gui.crash import log_quietly

    try:
        backups.make_if_due(if_changed=True)
    except UserError as error:
        log_quietly("einvoice_desktop", f"no backup at closing: {error.code}")
