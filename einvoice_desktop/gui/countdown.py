"""A count of seconds down to zero that only runs while somebody can see it and stop it."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_TICK_MS = 50
_LONGEST_STEP = 1.0
"""Seconds that pass at once at most: while the computer slept or stood still nobody could have said no."""


class Countdown(QObject):
    """Counts by the monotonic clock. While `held` says so it stands; afterwards it begins anew."""

    ticked = Signal()
    """What is left, or whether it stands, has changed."""
    ended = Signal()

    def __init__(self, held: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self._seconds = 0.0
        self._left = 0.0
        self._before = 0.0
        self.is_held = False
        """Whether it stands now."""
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    @property
    def is_running(self) -> bool:
        """Whether it was started and has neither ended nor been stopped."""
        return self._timer.isActive()

    @property
    def seconds_left(self) -> int:
        """Whole seconds, rounded up: 1 until the very end."""
        return math.ceil(self._left)

    @property
    def part_left(self) -> float:
        """From 1 at the start to 0 at the end."""
        return self._left / self._seconds if self._seconds else 0.0

    def start(self, seconds: float) -> None:
        """Counts from `seconds` on."""
        self._seconds = self._left = seconds
        self._before = time.monotonic()
        self.is_held = self._held()
        self._timer.start()

    def stop(self) -> None:
        """It never ends."""
        self._timer.stop()

    def _on_tick(self) -> None:
        now = time.monotonic()
        step, self._before = min(now - self._before, _LONGEST_STEP), now
        was_held, self.is_held = self.is_held, self._held()
        if self.is_held or was_held:
            self._left = self._seconds
        else:
            self._left = max(0.0, self._left - step)
        self.ticked.emit()
        if not self._left:
            self.stop()
            self.ended.emit()
