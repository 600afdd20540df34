"""Sealing the document on the stage, off the GUI thread, once at a time and after its last save."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from einvoice_desktop.gui.draft_saving import DraftSaving, Work
from einvoice_desktop.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.domain.submission import Submission

T = TypeVar("T")


class DraftSealing:
    """Seals what a session shows; lives on the GUI thread."""

    def __init__(self, tasks: TaskRunner, desk: Callable[[], Desk], saving: DraftSaving) -> None:
        self._tasks = tasks
        self._desk = desk
        self._saving = saving
        self.is_under_way = False

    def seal(
        self,
        draft: Draft,
        work: Work,
        then: Callable[[Submission], None],
        failed: Callable[[Exception], None],
        *,
        sure: bool,
    ) -> bool:
        """Seals `draft`, the row of `work`, `sure` as in Desk.seal; False where that is under way already.

        A save on its way ends first: a draft saved after sealing would be the same invoice once more.
        """
        if self.is_under_way:
            return False
        self.is_under_way = True
        self._saving.when_still(lambda: self._seal(draft, work, then, failed, sure))
        return True

    def _seal(
        self,
        draft: Draft,
        work: Work,
        then: Callable[[Submission], None],
        failed: Callable[[Exception], None],
        sure: bool,
    ) -> None:
        desk = self._desk()
        self._saving.forget(work)
        self._tasks.run(
            lambda: desk.seal(draft, work.draft_id, asks=True, sure=sure),
            lambda row: self._end(then, row),
            lambda error: self._end(failed, error),
        )

    def _end(self, tell: Callable[[T], None], outcome: T) -> None:
        self.is_under_way = False
        tell(outcome)
