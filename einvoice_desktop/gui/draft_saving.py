"""Saves what is typed: off the GUI thread, one save at a time, each document to its own row of the drafts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from decimal import Decimal

    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.gui.tasks import TaskRunner

SAVE_AFTER_MS = 400
"""From the first unsaved key press: a draft is on disk within a second."""

TRY_SAVING_AGAIN_MS = 2000


class Work:
    """One document's way through the session: its row in the drafts, and what of it is not saved yet."""

    # No dataclass: making one is paid for before the first picture.
    __slots__ = ("draft_id", "unsaved")

    def __init__(self, draft_id: int | None = None) -> None:
        self.draft_id = draft_id
        self.unsaved: tuple[Draft, Decimal] | None = None


class DraftSaving(QObject):
    """Lives on the GUI thread."""

    saved = Signal(object)
    """The way of the document that is in the books now."""
    failed = Signal(object, object, object)
    """(The exception, the draft that is not saved, its way)."""
    changed_elsewhere = Signal(object, int)
    """(The exception, the row that somebody else changed): what was typed here goes into a row of its own."""

    def __init__(self, tasks: TaskRunner, desk: Callable[[], Desk], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk = desk
        self._unsaved: list[Work] = []
        self._saving = False
        self._afterwards: list[Callable[[], None]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_now)

    @property
    def is_due(self) -> bool:
        """Whether a save comes by itself in a moment."""
        return self._timer.isActive()

    def note(self, work: Work, draft: Draft, gross: Decimal) -> None:
        """Something was typed; it is saved in a moment."""
        work.unsaved = (draft, gross)
        if work not in self._unsaved:
            self._unsaved.append(work)
        if not self._timer.isActive():
            self._timer.start()

    def forget(self, work: Work) -> None:
        """It is sealed now, and not to be saved any more."""
        if work in self._unsaved:
            self._unsaved.remove(work)

    def when_still(self, then: Callable[[], None]) -> None:
        """Calls `then` at once, or when the save on its way has ended."""
        if self._saving:
            self._afterwards.append(then)
        else:
            then()

    def save_now(self) -> None:
        """Saves what is unsaved; one save at a time."""
        if self._saving or not self._unsaved:
            return
        self._timer.stop()
        work = self._unsaved.pop(0)
        assert work.unsaved is not None
        draft, gross = work.unsaved
        work.unsaved = None
        desk, draft_id = self._desk(), work.draft_id
        self._saving = True
        self._tasks.run(
            lambda: desk.save_draft(draft, draft_id, gross),
            lambda saved_id: self._on_saved(work, saved_id),
            lambda error: self._on_failed(work, (draft, gross), error),
        )

    def _on_saved(self, work: Work, saved_id: int) -> None:
        self._saving = False
        work.draft_id = saved_id
        self.saved.emit(work)
        self._go_on()

    def _on_failed(self, work: Work, unsaved: tuple[Draft, Decimal], error: Exception) -> None:
        self._saving = False
        code = getattr(error, "code", "")
        theirs = work.draft_id if code == "draft_changed_elsewhere" else None
        if theirs is not None:
            work.draft_id = None
        # A draft that another window has issued or deleted is not saved again: it must not come back.
        if code != "draft_gone":
            work.unsaved = work.unsaved or unsaved
            if work not in self._unsaved:
                self._unsaved.append(work)
            self._timer.start(TRY_SAVING_AGAIN_MS if theirs is None else 0)
        if theirs is None:
            self.failed.emit(error, unsaved[0], work)
        else:
            self.changed_elsewhere.emit(error, theirs)
        self._go_on()

    def _go_on(self) -> None:
        waiting, self._afterwards = self._afterwards, []
        for then in waiting:
            then()
        if not waiting and self._unsaved and not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)
