"""Alarms that need no sender: something waits too long, the sender has died, this computer's clock is wrong.

Each is said once when it begins, in the message bar; the status line shows it as long as it lasts.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.gui.status import LATE_SECONDS

if TYPE_CHECKING:
    from einvoice_desktop.app.sender import SenderStatus
    from einvoice_desktop.domain.submission import Attempt, Submission
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.watch import OutboxWatch

VERY_LATE_SECONDS = 60 * 60
"""From this age on it is said a second time."""
CLOCK_MAY_DIFFER = timedelta(minutes=2)


class Alarms(QObject):
    """Hears what the watch sees."""

    def __init__(self, window: MainWindow, watch: OutboxWatch) -> None:
        super().__init__(window)
        self._window, self._office, self._watch = window, window.office, watch
        self._lateness = 0
        self._was_alive = True
        self._clock_is_off = False
        self._looking = False
        watch.counted.connect(self._on_counted)
        watch.status_changed.connect(self._on_status)
        watch.submission_changed.connect(self._on_submission)

    # --- something waits too long -----------------------------------------------------------------

    def _on_counted(self, count: int, oldest: datetime | None) -> None:
        before = self._lateness
        seconds = (datetime.now(UTC) - oldest).total_seconds() if count and oldest else 0.0
        self._lateness = (seconds >= LATE_SECONDS) + (seconds >= VERY_LATE_SECONDS)
        if self._lateness <= before:
            return
        from einvoice_desktop.gui import words

        told = self.tr("Not issued yet: {0} waiting, the oldest for {1}. Look in the outbox why.")
        self._office.say(
            told.format(count, words.span(seconds)),
            "error" if seconds >= VERY_LATE_SECONDS else "warning",
            self.tr("Show outbox"),
            lambda: self._window.open_view("outbox"),
        )

    # --- nobody sends -------------------------------------------------------------------------------

    def _on_status(self, _status: SenderStatus, alive: bool) -> None:
        died, self._was_alive = self._was_alive and not alive, alive
        if died:
            self._office.say(
                self.tr("Sending has stopped by a fault of the program. Nothing is lost; nothing is sent."),
                "error",
                self.tr("Restart sending"),
                self._watch.restart,
            )

    # --- the clock ----------------------------------------------------------------------------------

    def _on_submission(self, submission: Submission) -> None:
        if self._looking or not submission.attempts or submission.state is State.SENDING:
            return
        self._looking = True
        desk, submission_id = self._office.the_desk, submission.id
        self._office.tasks.run(lambda: desk.journal(submission_id)[-1:], self._on_attempt, self._on_failed)

    def _on_attempt(self, latest: list[Attempt]) -> None:
        self._looking = False
        for attempt in latest:
            date = attempt.outcome.server_date
            if date is not None:
                self._compare(attempt.ended_at - date)

    def _compare(self, ahead: timedelta) -> None:
        """The provider's date is of the moment in which it answered."""
        before, self._clock_is_off = self._clock_is_off, abs(ahead) > CLOCK_MAY_DIFFER
        self._window.status.show_clock_off(self._clock_is_off)
        if before or not self._clock_is_off:
            return
        from einvoice_desktop.gui import words

        if ahead > timedelta():
            told = self.tr(
                "This computer's clock is {0} ahead of the provider's. Set it: dates depend on it."
            )
        else:
            told = self.tr("This computer's clock is {0} behind the provider's. Set it: dates depend on it.")
        self._office.say(told.format(words.span(abs(ahead).total_seconds())), "warning")

    def _on_failed(self, error: Exception) -> None:
        self._looking = False
        self._office.on_failed(error)
