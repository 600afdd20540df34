"""A desk among others that share its books: it lives, hears of changes, takes up what dead desks left."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Changes, Presence, Store

END_SECONDS = 5.0


@contextmanager
def alone(_wake: Callable[[], None]) -> Iterator[Callable[[], int]]:
    """Nobody shares the books: there is nothing to take up."""
    yield lambda: 0


class Attendance:
    """How the sender stands among the desks. `changes` opens the news of the books."""

    def __init__(self, presence: Presence, changes: Callable[[], Changes]) -> None:
        self._presence = presence
        self._changes = changes

    @contextmanager
    def __call__(self, wake: Callable[[], None]) -> Iterator[Callable[[], int]]:
        """Inside, the lease is renewed on a thread of its own, however long a document takes to be sent, and
        `wake` is called at every change. What is given takes up dead desks' rows when it is time, and says
        how many. Raises UserError."""
        self._presence.renew()
        news, stop = self._changes(), threading.Event()
        thread = threading.Thread(target=self._attend, args=(news, stop, wake), name="desk", daemon=True)
        thread.start()
        try:
            yield _Rounds(self._presence)
        finally:
            stop.set()
            news.close()
            thread.join(timeout=END_SECONDS)

    def _attend(self, news: Changes, stop: threading.Event, wake: Callable[[], None]) -> None:
        due = time.monotonic() + self._presence.renew_seconds
        while not stop.is_set():
            try:
                if news.wait(max(due - time.monotonic(), 0.0)):
                    wake()
                if time.monotonic() >= due:
                    due = time.monotonic() + self._presence.renew_seconds
                    self._presence.renew()
            except UserError:
                # The sender meets the same and tells of it; here it is only tried again.
                stop.wait(min(1.0, self._presence.renew_seconds))


def attendance(store: Store) -> Callable[[Callable[[], None]], AbstractContextManager[Callable[[], int]]]:
    """As the books need it."""
    presence = store.presence
    return alone if presence is None else Attendance(presence, store.changes)


class News:
    """The books' news for whoever asks now and then; opened when first asked."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock = threading.Lock()
        self._open: Changes | None = None
        self._closed = False

    def wait(self, seconds: float) -> bool:
        """As Changes.wait; False once it is closed."""
        with self._lock:
            if self._closed:
                return False
            if self._open is None:
                self._open = self._store.changes()
        return self._open.wait(seconds)

    def close(self) -> None:
        """Ends a wait."""
        with self._lock:
            self._closed = True
            if self._open is not None:
                self._open.close()


class _Rounds:
    """Takes up what dead desks left, as often as leases are renewed."""

    def __init__(self, presence: Presence) -> None:
        self._presence = presence
        self._due = 0.0

    def __call__(self) -> int:
        now = time.monotonic()
        if now < self._due:
            return 0
        self._due = now + self._presence.renew_seconds
        return self._presence.take_up()
