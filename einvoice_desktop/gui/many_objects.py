"""Making very many objects that stay, without the collector stopping the window to look at each of them."""

from __future__ import annotations

import gc
import threading
from types import TracebackType

_MANY = 1_000

_lock = threading.Lock()
_at_work: list[ManyObjects] = []
_was_on: list[bool] = []


class ManyObjects:
    """While it is entered the collector is off; `made` of them stay, so that it need not look at them again.
    From any thread, several at once."""

    def __init__(self) -> None:
        self.made = 0

    def __enter__(self) -> ManyObjects:
        with _lock:
            if not _at_work:
                _was_on[:] = [gc.isenabled()]
                gc.disable()
            _at_work.append(self)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with _lock:
            _at_work.remove(self)
            if self.made >= _MANY:
                gc.freeze()
            if not _at_work and _was_on == [True]:
                gc.enable()
