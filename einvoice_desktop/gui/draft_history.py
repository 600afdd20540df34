"""The steps of a document's undo and redo: each is the document as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft

UNDO_STEPS = 500


class _Step(NamedTuple):
    draft: Draft
    path: str
    """Where it was typed, as long as further key presses there belong to the same step."""


class DraftHistory:
    """What one document went through on the stage."""

    def __init__(self) -> None:
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is something to bring back."""
        return bool(self._redo)

    def note(self, before: Draft, merge: str = "") -> None:
        """The document as it was before an edit; consecutive edits with the same `merge` are one step."""
        if not (merge and self._undo and self._undo[-1].path == merge):
            self._undo.append(_Step(before, merge))
            del self._undo[:-UNDO_STEPS]
        self._redo.clear()

    def back(self, now: Draft) -> Draft | None:
        """The document one step ago; None where there is none."""
        return self._travel(now, self._undo, self._redo)

    def forward(self, now: Draft) -> Draft | None:
        """The document before the last step back; None where there is none."""
        return self._travel(now, self._redo, self._undo)

    def _travel(self, now: Draft, source: list[_Step], target: list[_Step]) -> Draft | None:
        if not source:
            return None
        after = source.pop().draft
        target.append(_Step(now, ""))
        if self._undo:
            # What is typed from now on is a step of its own.
            self._undo[-1] = _Step(self._undo[-1].draft, "")
        return after
