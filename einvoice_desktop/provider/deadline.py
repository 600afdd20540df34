"""A point in time after which nobody waits any more, and the one who sees to it."""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Callable, Iterator


class Deadline:
    """`seconds` from now, by a clock that is never set."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds, never negative."""
        return max(0.0, self.end - time.monotonic())


class Watchdog:
    """Cuts what is still under way at its deadline, from a thread of its own.

    A socket's time-out starts anew with every byte that comes: whoever reads a byte a second never sees it.
    The thread sleeps until the next deadline is due; work that ends in time costs no change of threads.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._watched: dict[object, tuple[float, Callable[[], None]]] = {}
        self._wakes_at = math.inf
        self._thread: threading.Thread | None = None
        self._closed = False

    @contextlib.contextmanager
    def watching(self, deadline: Deadline, cut: Callable[[], None]) -> Iterator[None]:
        """Calls `cut` (quick, from another thread) at `deadline`, and never once this block is left."""
        mark = object()
        with self._changed:
            self._watched[mark] = (deadline.end, cut)
            if self._thread is None:
                self._thread = threading.Thread(target=self._watch, name="provider-watchdog", daemon=True)
                self._thread.start()
            elif deadline.end < self._wakes_at:
                self._changed.notify()
        try:
            yield
        finally:
            with self._changed:
                self._watched.pop(mark, None)

    def close(self) -> None:
        """Cuts everything that is under way and lets the thread go."""
        with self._changed:
            self._closed = True
            self._cut_due(math.inf)
            self._changed.notify()

    def _watch(self) -> None:
        with self._changed:
            while not self._closed:
                self._cut_due(time.monotonic())
                self._wakes_at = min((end for end, _ in self._watched.values()), default=math.inf)
                pause = self._wakes_at - time.monotonic()
                self._changed.wait(max(0.0, pause) if math.isfinite(pause) else None)

    def _cut_due(self, now: float) -> None:
        """With the lock held, so that nothing is cut that has just ended and belongs to somebody else."""
        for mark, (end, cut) in list(self._watched.items()):
            if end <= now:
                del self._watched[mark]
                cut()
