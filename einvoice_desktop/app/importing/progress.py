"""How far an import is, and whether a person has had enough of it; seen from two threads."""

from __future__ import annotations


class Cancelled(Exception):
    """A person ended it; nothing of it is in the books."""


class Progress:
    """Written by the thread that works, read by the one that shows it; `cancel` the other way round."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self.is_writing = False
        """The books take all of it at once: from here on it cannot be cancelled."""
        self._cancelled = False

    def cancel(self) -> None:
        """Ends it at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int) -> None:
        """So much of it is done. Raises Cancelled."""
        self.done, self.total = done, total
        if self._cancelled:
            raise Cancelled

    def write(self) -> None:
        """The last chance to cancel. Raises Cancelled."""
        self.step(self.total, self.total)
        self.is_writing = True
