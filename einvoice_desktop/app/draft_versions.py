"""Which version of each draft this desk has seen last, so that nobody's later save is saved over."""

from __future__ import annotations

import threading


class DraftVersions:
    """By the draft's id. Any thread may ask and tell."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: dict[int, int] = {}

    def of(self, draft_id: int | None) -> int | None:
        """None for a draft that was never read or saved here."""
        with self._lock:
            return None if draft_id is None else self._seen.get(draft_id)

    def read(self, draft_id: int, version: int | None) -> None:
        """It was read as it stands."""
        with self._lock:
            if version is not None:
                self._seen[draft_id] = version

    def saved(self, draft_id: int, over: int | None, *, new: bool) -> None:
        """A save went through, over the version `over`; a new draft is of version 1."""
        with self._lock:
            if new:
                self._seen[draft_id] = 1
            elif over is not None:
                self._seen[draft_id] = over + 1
