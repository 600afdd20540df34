"""Keeps an eye on the outbox: who sends, how many wait and since when. It does not depend on the sender."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from einvoice_desktop.domain.lifecycle import UNSETTLED
from einvoice_desktop.gui.sending import SenderThread

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.sender import SenderStatus
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.office import Office

EVERY_MS = 5000


class _Seen(NamedTuple):
    rows: list[Submission]
    status: SenderStatus
    signs_in: bool
    until: datetime | None


class OutboxWatch(QObject):
    """Owns the sender's thread; tells the window what moved and what waits."""

    submission_changed = Signal(object)
    counted = Signal(int, object)
    """How many are unsettled, and when the oldest of them was sealed (aware UTC, None for none)."""
    status_changed = Signal(object, bool)
    """The sender's status, and whether this window's own sender is alive."""
    signed_in_seen = Signal(bool, object)
    """Whether the provider asks for a sign-in, and till when the issuer on the stage is signed in."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._thread: SenderThread | None = None
        self._looking = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self, desk: Desk) -> None:
        """Starts sending and watching."""
        self._send(desk)
        self._timer.start()
        self.look()

    def _send(self, desk: Desk) -> None:
        self._thread = SenderThread(desk.sender, self)
        self._thread.submission_changed.connect(self._on_submission_changed)
        self._thread.start()

    def restart(self) -> None:
        """Sends again where the sender has died; what it left half done is asked about first."""
        if self._thread is not None and not self._thread.is_running and self._timer.isActive():
            self._thread.deleteLater()
            self._send(self._office.the_desk)
        self.look()

    def wake(self) -> None:
        """Something new waits, or a person wants it tried: a sender that has died begins anew."""
        if self._thread is not None:
            self._thread.wake()
        self.restart()

    def stop(self, timeout: float) -> bool:
        """Ends the sender; whether it ended within `timeout` seconds."""
        self._timer.stop()
        return self._thread is None or self._thread.stop(timeout)

    def look(self) -> None:
        """Counts anew, unless a count is on its way."""
        thread = self._thread
        if self._looking or thread is None:
            return
        self._looking = True
        desk = self._office.the_desk
        vat = str(self._office.session.value("issuer.vat") or "")

        def work() -> _Seen:
            until = desk.signed_in_until(vat) if desk.signs_in else None
            return _Seen(desk.submissions(UNSETTLED), thread.status(), desk.signs_in, until)

        self._office.tasks.run(work, self._on_looked, self._on_failed)

    def _on_looked(self, seen: _Seen) -> None:
        self._looking = False
        rows, status = seen.rows, seen.status
        self.signed_in_seen.emit(seen.signs_in, seen.until)
        oldest: datetime | None = min((row.sealed_at for row in rows), default=None)
        self.counted.emit(len(rows), oldest)
        self.status_changed.emit(status, self._thread is not None and self._thread.is_running)

    def _on_failed(self, error: Exception) -> None:
        self._looking = False
        self._office.on_failed(error)

    def _on_submission_changed(self, submission: Submission) -> None:
        self.submission_changed.emit(submission)
        self.look()
