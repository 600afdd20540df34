"""The bridge to the sender: it works in a thread of its own, what it reports is told on the GUI thread."""

from __future__ import annotations

import threading
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.sender import Sender, SenderStatus
    from einvoice_desktop.domain.submission import Submission


class SenderThread(QObject):
    """Runs one sender. Lives on the GUI thread, and so does everything connected to its signal."""

    submission_changed = Signal(object)
    """A Submission that has moved."""

    _arrived = Signal()

    def __init__(
        self, make_sender: Callable[[Callable[[Submission], None]], Sender], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._moved: SimpleQueue[Submission] = SimpleQueue()
        self._stop = threading.Event()
        self._worker: Sender = make_sender(self._on_sender_moved)
        self._thread = threading.Thread(target=self._run, name="sender", daemon=True)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Starts sending."""
        self._thread.start()

    def wake(self) -> None:
        """Something new waits: look now, not at the next turn."""
        self._worker.wake()

    def status(self) -> SenderStatus:
        """Who sends. May be called from any thread; may read the lock's file."""
        return self._worker.status()

    @property
    def is_running(self) -> bool:
        """Whether the thread lives; a sender that died is a bug that was reported."""
        return self._thread.is_alive()

    def stop(self, timeout: float = 3.0) -> bool:
        """Asks the sender to end and waits at most `timeout` seconds; whether it did."""
        self._stop.set()
        self._worker.wake()
        if self._thread.is_alive():
            self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        self._worker.run(self._stop)

    def _on_sender_moved(self, submission: Submission) -> None:
        """Called in the sender's thread."""
        if not self._stop.is_set():
            self._moved.put(submission)
            self._arrived.emit()

    @Slot()
    def _on_arrived(self) -> None:
        while not self._stop.is_set():
            try:
                submission = self._moved.get_nowait()
            except Empty:
                return
            self.submission_changed.emit(submission)
