"""Long work beside a window: the threads take shorter turns while it lasts.

Every cell that the window paints asks Python for its words, and waits for a turn each time: at the usual five
milliseconds a table of two hundred cells stands still for a second.
"""

from __future__ import annotations

import sys
import threading
from types import TracebackType

SECONDS = 0.0003

_lock = threading.Lock()
_before: list[float] = []


class ShortTurns:
    """As long as it is entered, from any thread, several at once."""

    def __enter__(self) -> None:
        with _lock:
            _before.append(sys.getswitchinterval())
            sys.setswitchinterval(SECONDS)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with _lock:
            # The first of them found it as it is to be.
            last = _before.pop()
            if not _before:
                sys.setswitchinterval(last)
