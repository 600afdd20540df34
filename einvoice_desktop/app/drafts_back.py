"""Drafts that came back with the books from a copy: each may have been issued since the copy was made."""

from __future__ import annotations

import threading

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import DraftRecord, Drafts
from einvoice_desktop.domain.dates import ATHENS

CODE = "draft_came_back"
"""Of the sentence, which takes `made`: the day of the copy."""


def day_of_copy(record: DraftRecord | None) -> str:
    """ "" for a draft that never came back."""
    if record is None or record.copied_at is None:
        return ""
    return record.copied_at.astimezone(ATHENS).strftime("%d/%m/%Y")


class DraftsBack:
    """What is known of them by their ids. Any thread may ask and tell."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts
        self._lock = threading.Lock()
        self._days: dict[int, str] = {}

    def read(self, draft_id: int, record: DraftRecord | None) -> None:
        """It was read as it stands."""
        with self._lock:
            self._days[draft_id] = day_of_copy(record)

    def day(self, draft_id: int | None) -> str:
        """The day of the copy with which it came back, as far as it was read here; asks nobody."""
        with self._lock:
            return "" if draft_id is None else self._days.get(draft_id, "")

    def check(self, draft_id: int | None) -> None:
        """Asks the books. Raises UserError("draft_came_back", made=) for one that came back."""
        if draft_id is None:
            return
        self.read(draft_id, self._drafts.get(draft_id))
        if self.day(draft_id):
            raise UserError(CODE, made=self.day(draft_id))
