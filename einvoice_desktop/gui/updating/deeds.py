"""What the window does about new versions: tells of them, opens their dialog, and gives way to one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from einvoice_desktop.domain.lifecycle import State

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.ports.updates import Outcome, Ready
    from einvoice_desktop.app.updates import Look, Updates
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.updating.dialog import UpdateDialog

LOOK, LOOKED = "update.look", "update.looked"
"""Settings: whether to look once a day without being asked ("1"), and the day of the last such look."""
AFTER_START_MS = 8000
"""So long after the books are open the background look begins: people issue first."""
_ASK_MS = 300


class UpdateDeeds(QObject):
    """Nothing is asked of the network unless the setting or the person wants it."""

    def __init__(self, window: MainWindow, is_issuing: Callable[[], bool]) -> None:
        """`is_issuing`: whether somebody looks at what is about to be issued, or it goes into the outbox."""
        super().__init__(window)
        self._window, self._office = window, window.office
        self._is_issuing = is_issuing
        self._dialog: UpdateDialog | None = None
        self._ready: Ready | None = None
        self._timer = QTimer(self, singleShot=True, interval=_ASK_MS)
        self._timer.timeout.connect(self._ask_whether_sending)
        window.actions_.on("update", self.show_dialog)
        window.actions_["update"].setEnabled(self._office.updates is not None)
        window.closing.connect(self._on_closing)

    @property
    def _updates(self) -> Updates | None:
        return None if self._office.updates is None else self._office.updates()

    # --- by itself --------------------------------------------------------------------------------

    def begin(self) -> None:
        """The books are open."""
        self.tell_outcome()
        if self._office.updates is not None and self._is_due():
            QTimer.singleShot(AFTER_START_MS, self, self._look_by_itself)

    def _is_due(self) -> bool:
        preferences = self._window.preferences
        return preferences.get(LOOK) == "1" and preferences.get(LOOKED) != _today()

    def _look_by_itself(self) -> None:
        updates = self._updates
        if updates is None or not updates.has_place or not self._is_due():
            return
        self._window.preferences.choose(LOOKED, _today())
        self._office.tasks.run(updates.look, self._on_looked, _note_quietly)

    def _on_looked(self, look: Look) -> None:
        if look.release is not None and self._dialog is None:
            told = self.tr("Version {0} of the program is there.").format(look.release.version)
            self._office.say(told, "info", self.tr("See what is new…"), self.show_dialog)

    def tell_outcome(self) -> None:
        """What the update came to that this window was opened after."""
        door = self._office.updates
        if door is not None and door.has_news():
            updates = door()
            self._office.tasks.run(updates.outcome, self._on_outcome, self._office.on_failed)

    def _on_outcome(self, outcome: Outcome | None) -> None:
        if outcome is not None:
            from einvoice_desktop.gui.updating.words import outcome_text

            self._office.say(*outcome_text(self._office, outcome))

    # --- the dialog -------------------------------------------------------------------------------

    def show_dialog(self) -> None:
        """Beside the window, once."""
        updates = self._updates
        if updates is None:
            return
        if self._dialog is None:
            from einvoice_desktop.gui.updating.dialog import UpdateDialog

            self._dialog = UpdateDialog(self._office, updates, self._window)
            self._dialog.ready.connect(self._on_ready)
            self._dialog.waiting_stopped.connect(self._on_stopped)
            self._dialog.destroyed.connect(self._on_dialog_gone)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _on_dialog_gone(self) -> None:
        self._dialog = None

    # --- giving way -------------------------------------------------------------------------------

    def _on_ready(self, ready: Ready) -> None:
        self._ready = ready
        self._ask_whether_sending()

    def _on_stopped(self) -> None:
        self._ready = None
        self._timer.stop()

    def _on_closing(self) -> None:
        self._on_stopped()
        if self._dialog is not None:
            self._dialog.close()

    def _ask_whether_sending(self) -> None:
        """Waits for the answer to what is on the line: an unknown outcome is worse than a minute. And for
        the end of a review: what went with it would be believed to be issued."""
        desk = self._office.desk
        if self._ready is None:
            return
        if self._window.session.is_sealing or self._is_issuing():
            self._timer.start()
        elif desk is None:
            self._give_way()
        else:
            self._office.tasks.run(
                lambda: bool(desk.submissions(frozenset({State.SENDING}))),
                self._on_asked,
                self._office.on_failed,
            )

    def _on_asked(self, is_sending: bool) -> None:
        if self._ready is None:
            return
        if is_sending:
            self._timer.start()
        else:
            self._give_way()

    def _give_way(self) -> None:
        """Closes this window as ever; where it cannot, nothing is installed."""
        updates, ready = self._updates, self._ready
        if updates is None or ready is None:
            return
        self._ready = None
        updates.plan(ready)
        self._office.reopen()
        if self._window.isVisible():
            updates.plan(None)
            if self._dialog is not None:
                self._dialog.go_back(self.tr("The window could not close; nothing was changed."))


def _today() -> str:
    from einvoice_desktop.domain.dates import ATHENS

    return datetime.now(ATHENS).date().isoformat()


def _note_quietly(error: Exception) -> None:
    """Nobody asked for this look, so nobody is told that it failed; a bug is told as ever."""
    from einvoice_desktop.gui.crash import log_quietly

    code = getattr(error, "code", "")
    if not code and not isinstance(error, OSError):
        raise error
    log_quietly("einvoice_desktop", f"no look for updates: {code or type(error).__name__}")
