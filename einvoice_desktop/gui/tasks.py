"""Work off the GUI thread: callables run in a few threads, their results come back on the GUI thread."""

from __future__ import annotations

import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")

_THREADS = 3
_TURN = 0.0005
"""Seconds for which a thread keeps Python to itself while another waits. The window takes it dozens of times
for one key, and would wait ten times as long each time while a thread computes."""


class _Task(NamedTuple):
    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


class _Result(NamedTuple):
    task: _Task
    value: Any = None
    error: Exception | None = None


def while_alive(owner: QObject, then: Callable[[T], None]) -> Callable[[T], None]:
    """`then`, unless the dialog or page that wanted to know has gone meanwhile."""

    def tell(value: T) -> None:
        if isValid(owner):
            then(value)

    return tell


class TaskRunner(QObject):
    """Runs blocking calls in up to three threads; lives on the GUI thread.

    The threads are daemons: a call that hangs keeps neither `shutdown` nor the end of the process waiting.
    """

    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[_Task | None] = deque()
        self._handed_in = threading.Semaphore(0)
        self._results: deque[_Result] = deque()
        self._threads: list[threading.Thread] = []
        self._pending = 0
        self._closed = False
        sys.setswitchinterval(_TURN)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether everything handed in has been answered."""
        return self._pending == 0

    def run(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Calls `work` in a thread; on the GUI thread `then` with its result, or `failed` with its exception.

        An exception nobody asked for goes to sys.excepthook. After `shutdown` nothing is run or answered.
        """
        if self._closed:
            return
        self._pending += 1
        self._hand_in(_Task(work, then, failed))
        if len(self._threads) < min(_THREADS, self._pending):
            thread = threading.Thread(target=self._work, name=f"task-{len(self._threads)}", daemon=True)
            self._threads.append(thread)
            thread.start()

    def shutdown(self, timeout: float = 3.0) -> bool:
        """Ends the threads, drops what comes later. Whether all ended within `timeout` seconds."""
        self._closed = True
        for _ in self._threads:
            self._hand_in(None)
        deadline = time.monotonic() + timeout
        for thread in self._threads:
            thread.join(max(0.0, deadline - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    def _hand_in(self, task: _Task | None) -> None:
        self._waiting.append(task)
        self._handed_in.release()

    def _next(self) -> _Task | None:
        self._handed_in.acquire()
        return self._waiting.popleft()

    def _work(self) -> None:
        while (task := self._next()) is not None and not self._closed:
            try:
                result = _Result(task, task.work())
            except Exception as error:  # noqa: BLE001 - handed to whoever asked, or to sys.excepthook
                result = _Result(task, error=error)
            if self._closed:
                return
            self._results.append(result)
            self._arrived.emit()

    @Slot()
    def _on_arrived(self) -> None:
        while self._results and not self._closed:
            result = self._results.popleft()
            self._pending -= 1
            self._deliver(result)

    def _deliver(self, result: _Result) -> None:
        if result.error is None:
            result.task.then(result.value)
        elif result.task.failed is not None:
            result.task.failed(result.error)
        else:
            sys.excepthook(type(result.error), result.error, result.error.__traceback__)
