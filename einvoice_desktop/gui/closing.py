"""The end: what was typed is saved, the threads end in time, and where the window stood is kept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject

from einvoice_desktop.gui.crash import log_quietly

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.gui.drafts_deeds import DraftDeeds
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.preferences import Settings
    from einvoice_desktop.gui.watch import OutboxWatch

ENGINE_SECONDS = 10.0
"""How long closing waits for an engine that is still being loaded while something typed hangs on it."""
SAVING_SECONDS = 1.5
STOPPING_SECONDS = 1.0
TASKS_SECONDS = 0.5
_YES = "1"


class Closing(QObject):
    """Answers whether the window may close, and ends everything when it does."""

    def __init__(
        self,
        window: MainWindow,
        settings: Settings,
        drafts: DraftDeeds,
        watch: OutboxWatch,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._settings = window, settings
        self._drafts, self._watch = drafts, watch
        self._office, self._session = window.office, window.session
        self._running = ""
        self.beforehand: Callable[[], object] = lambda: None
        """Nothing new is begun from here on."""
        self.afterwards: Callable[[], None] = lambda: None
        """Once nothing has the books open any more; may take its time."""
        window.may_close = self.may_close
        window.closing.connect(self._on_closing)

    def note_running(self, server: str) -> bool:
        """From now on these books are at work; whether they still were when this program began."""
        self._running = f"running.{server}"
        was = self._settings.get(self._running) == _YES
        self._window.preferences.choose(self._running, _YES)
        return was

    def may_close(self) -> bool:
        """Saves the draft first; where it cannot be saved, the first try to close only says so."""
        if not self._session.ready and not self._wait_for_the_engine():
            return True
        self.beforehand()
        self._window.stage.page.commit()
        warned, self._drafts.save_failed = self._drafts.save_failed, False
        deadline = time.monotonic() + SAVING_SECONDS
        self._session.save_now()
        while not self._office.tasks.is_idle and not self._drafts.save_failed and time.monotonic() < deadline:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 20)
            self._session.save_now()
        return warned or not self._drafts.save_failed

    def _wait_for_the_engine(self) -> bool:
        """What was typed before the engine came must not be lost; whether the engine came."""
        deadline = time.monotonic() + ENGINE_SECONDS
        while self._window.has_typed and not self._session.ready and time.monotonic() < deadline:
            if self._window.is_barred:
                return False
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 20)
        return self._session.ready

    def _on_closing(self) -> None:
        """Sender and threads end within three seconds; what hangs is left to the process's end."""
        places = self._window.places()
        if self._running:
            places[self._running] = ""
        self._window.hide()
        stopped = self._watch.stop(STOPPING_SECONDS)
        ended = self._office.tasks.shutdown(TASKS_SECONDS)
        if self._office.desk is not None and stopped and ended:
            self._office.desk.close()
        self._remember(places)
        if self._office.desk is not None:
            self.afterwards()

    def _remember(self, places: dict[str, str]) -> None:
        try:
            for name, value in places.items():
                if self._settings.get(name) != value:
                    self._settings.set(name, value)
        except OSError as error:
            # The window is gone; where it stood is no reason to trouble anybody.
            log_quietly("einvoice_desktop", f"geometry not kept: {type(error).__name__}")
