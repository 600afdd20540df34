"""The document on the stage: the one writer of it, the one signal about it, its undo and its saving.

Lives on the GUI thread. Edits made before the engine is there are queued and applied when it arrives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.app.entry import Language, show_value
from einvoice_desktop.gui.change import EVERYTHING, change_at, change_between
from einvoice_desktop.gui.change import Change as Change
from einvoice_desktop.gui.draft_history import DraftHistory
from einvoice_desktop.gui.draft_saving import DraftSaving, Work
from einvoice_desktop.gui.draft_sealing import DraftSealing
from einvoice_desktop.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from einvoice_desktop.app.credit_ceiling import Creditable
    from einvoice_desktop.app.customer_book import KeptCustomer
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.domain.codes import CodeTables
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.domain.parties import Party
    from einvoice_desktop.domain.submission import Submission

T = TypeVar("T")


class DraftSession(QObject):
    """One document being composed."""

    composition_changed = Signal(object, object)
    """(Composition, Change) after every edit."""
    draft_saved = Signal(object)
    """When (aware UTC)."""
    save_failed = Signal(object, object, object)
    """(The exception, the draft that is not saved, its way through the session)."""
    saved = Signal(object)
    """The way of the document that is in the books now."""
    changed_elsewhere = Signal(object, int)
    """(The exception, the row that somebody else changed): what was typed here goes into a row of its own."""
    ready_changed = Signal()
    travelled = Signal(object, object)
    """(Draft before, draft after) an undo or a redo."""

    def __init__(self, tasks: TaskRunner, language: Language = "el", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.language: Language = language
        self.follow: Callable[[Draft, Draft], Draft] = lambda _before, after: after
        """What else goes with a choice: the draft before it and after it -> the draft that is shown."""
        self.begin: Callable[[Draft], Draft] = lambda fresh: fresh
        """An empty document as the office wishes it."""
        self.begin_line: Callable[[Draft, int], Draft] = lambda draft, _row: draft
        """A new line, and its place, as its customer has them."""
        self.for_customer: Callable[[Draft, Party, KeptCustomer | None], Draft] = _with_party
        """The draft for another customer, who may have a card."""
        self.leave_card: Callable[[Draft], Draft] = lambda draft: draft
        """A draft without what the next one does not go on with: a series that is its customer's own."""
        self._desk: Desk | None = None
        self._draft: Draft | None = None
        self._composition: Composition | None = None
        self._work = Work()
        self._saving = DraftSaving(tasks, self._the_desk, self)
        self._saving.saved.connect(self._on_saved)
        self._saving.failed.connect(self.save_failed)
        self._saving.changed_elsewhere.connect(self.changed_elsewhere)
        self._queued: list[Callable[[], None]] = []
        self._early: dict[str, str] = {}
        self._history = DraftHistory()
        self._sealing = DraftSealing(tasks, self._the_desk, self._saving)
        self._together = False

    # --- state ----------------------------------------------------------------------------------

    @property
    def ready(self) -> bool:
        """Whether the engine is there."""
        return self._draft is not None

    @property
    def composition(self) -> Composition | None:
        """None until ready."""
        return self._composition

    @property
    def draft(self) -> Draft | None:
        """None until ready."""
        return self._draft

    @property
    def codes(self) -> CodeTables:
        """The code tables; there once ready."""
        return self._the_desk().codes

    @property
    def draft_id(self) -> int | None:
        """The row of the drafts that holds this document; None where it is not saved yet."""
        return self._work.draft_id

    @property
    def is_sealing(self) -> bool:
        """Whether the document is being sealed: it cannot be changed meanwhile."""
        return self._sealing.is_under_way

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is something to bring back."""
        return self._history.can_redo

    def attach(self, desk: Desk, draft: Draft, draft_id: int | None) -> None:
        """The engine has arrived; what was typed before is typed now."""
        self._desk = desk
        queued, self._queued = self._queued, []
        self.replace(draft, draft_id)
        self.ready_changed.emit()
        for edit in queued:
            edit()
        self._early.clear()

    def replace(self, draft: Draft, draft_id: int | None) -> None:
        """Another document takes the stage; the one before is saved first."""
        self.save_now()
        assert self._desk is not None
        self._draft, self._work = draft, Work(draft_id)
        self._history = DraftHistory()
        self._composition = self._desk.compose(draft)
        self.composition_changed.emit(self._composition, EVERYTHING)

    @property
    def early(self) -> dict[str, str]:
        """What was typed before the engine is there, by path."""
        return self._early

    # --- reading --------------------------------------------------------------------------------

    def value(self, path: str) -> object:
        """The value at a path, given or computed."""
        return None if self._composition is None else self._composition.value(path)

    def text(self, path: str) -> str:
        """What the field at `path` shows: the value, or what was typed where it means nothing."""
        if self._draft is None:
            return self._early.get(path, "")
        if path in self._draft.misread or path in self._draft.held:
            return self._draft.typed[path]
        return self.show(path, self.value(path))

    def is_held(self, path: str) -> bool:
        """Whether what was typed at `path` does not count (yet)."""
        if self._draft is None:
            return path in self._early
        return path in self._draft.held or path in self._draft.misread

    def show(self, path: str, value: object) -> str:
        """A value as text, as the field at `path` shows it."""
        return show_value(path, value, self.language)

    # --- edits ----------------------------------------------------------------------------------

    @contextmanager
    def together(self) -> Iterator[None]:
        """Edits made inside are one step of undo and one signal (a block that is pasted)."""
        if self._draft is None or self.is_sealing or self._together:
            yield
            return
        before = self._draft
        self._together = True
        try:
            yield
        finally:
            self._together = False
            if self._draft is not before:
                self._history.note(before)
                self._show(self._draft, EVERYTHING)

    def edit(self, path: str, text: str) -> None:
        """The text of a field after a key press."""
        if self._draft is None:
            self._early[path] = text
            self._queued.append(lambda: self.edit(path, text))
            return
        known = self._draft.typed.get(path) == text and not self.is_held(path)
        if known or (path not in self._draft.typed and self.text(path) == text):
            return
        from einvoice_desktop.app.drafting import edit_text

        desk = self._the_desk()
        edited = edit_text(self._draft, path, text, self.language, desk.codes)
        self._apply(self.follow(self._draft, edited), change_at(path), path)

    def choose(self, path: str, value: object) -> None:
        """A code, a switch or a date (ISO); None takes it away."""
        if self._draft is None:
            self._queued.append(lambda: self.choose(path, value))
            return
        from einvoice_desktop.app.drafting import choose

        chosen = choose(self._draft, path, value, self._the_desk().codes)
        self._apply(self.follow(self._draft, chosen), change_at(path), "")

    def hold(self, path: str, text: str) -> None:
        """The text of an amount that could mean two things: nothing counts before it has been shown back."""
        if self._draft is None:
            self._early[path] = text
            self._queued.append(lambda: self.hold(path, text))
            return
        from einvoice_desktop.app.drafting import hold_text

        self._apply(hold_text(self._draft, path, text), change_at(path), path)

    def put(self, path: str, value: object) -> None:
        """A whole object (a party), in one step of undo."""
        from einvoice_desktop.app.drafting import put

        self._apply(put(self._the_draft(), path, value), Change("field", path), "")

    def rework(self, edit: Callable[[Draft, CodeTables], Draft]) -> None:
        """An edit of many places at once (a block that is pasted), in one step of undo."""
        self._apply(edit(self._the_draft(), self._the_desk().codes), EVERYTHING, "")

    def ask(self, work: Callable[[Desk], T], then: Callable[[T], None]) -> None:
        """Looks something up in the books, off the GUI thread."""
        desk = self._the_desk()
        self._tasks.run(lambda: work(desk), then)

    @property
    def originals(self) -> tuple[Creditable, ...]:
        """What the books have told of the documents that this one credits."""
        known = self._draft is not None and self._desk is not None
        return self._the_desk().originals.of(self._the_draft().document) if known else ()

    def recheck(self) -> None:
        """Composes anew: the books have told more of what the document names."""
        if self._draft is not None and not self.is_sealing:
            self._composition = self._the_desk().compose(self._draft)
            self.composition_changed.emit(self._composition, Change("field", "summaries.totalNetAmount"))

    def insert_row(self, path: str, index: int | None = None) -> int:
        """A new row of list `path`, at its end or at `index`; its index."""
        from einvoice_desktop.app.drafting import add_row

        place = self.row_count(path) if index is None else index
        draft = add_row(self._the_draft(), path, place)
        if path == "details":
            draft = self.begin_line(draft, place)
        self._apply(draft, Change("rows", path, place), "")
        return place

    def remove_row(self, path: str, index: int) -> None:
        """Without row `index`."""
        from einvoice_desktop.app.drafting import after_rows, drop_row

        draft = self._the_draft()
        draft = after_rows(draft, drop_row(draft, path, index), path, self._the_desk().codes)
        self._apply(draft, Change("rows", path, index), "")

    def duplicate_row(self, path: str, index: int) -> None:
        """Row `index` once more, below itself."""
        from einvoice_desktop.app.drafting import after_rows, copy_row

        draft = self._the_draft()
        draft = after_rows(draft, copy_row(draft, path, index), path, self._the_desk().codes)
        self._apply(draft, Change("rows", path, index + 1), "")

    def move_row(self, path: str, index: int, to: int) -> None:
        """Row `index` to place `to`."""
        from einvoice_desktop.app.drafting import shift_row

        self._apply(shift_row(self._the_draft(), path, index, to), Change("rows", path), "")

    def row_count(self, path: str) -> int:
        """Rows in list `path`."""
        if self._draft is None:
            return 0
        from einvoice_desktop.domain.fields import get_value

        rows = get_value(self._draft.document, path)
        return len(rows) if isinstance(rows, tuple) else 0

    def undo(self) -> None:
        """Takes the last step back."""
        self._travel(self._history.back)

    def redo(self) -> None:
        """Brings the last undone step back."""
        self._travel(self._history.forward)

    def _travel(self, step: Callable[[Draft], Draft | None]) -> None:
        before = self._draft
        after = None if before is None or self.is_sealing else step(before)
        if before is not None and after is not None:
            self._show(after, change_between(before, after))
            self.travelled.emit(before, after)

    def _apply(self, draft: Draft, change: Change, merge: str) -> None:
        """`merge`: the path whose consecutive key presses are one step of undo."""
        if self.is_sealing:
            return
        if self._together:
            self._draft = draft
            return
        self._history.note(self._the_draft(), merge)
        self._show(draft, change)

    def _show(self, draft: Draft, change: Change) -> None:
        desk, before = self._the_desk(), self._composition
        line = change.row if change.scope == "row" and change.path == "details" else None
        self._draft = draft
        if before is None:
            self._composition = desk.compose(draft)
        else:
            self._composition = desk.recompose(before, draft, line=line)
        self._note_unsaved()
        self.composition_changed.emit(self._composition, change)

    # --- saving and sealing ---------------------------------------------------------------------

    def _note_unsaved(self) -> None:
        assert self._draft is not None
        assert self._composition is not None
        self._saving.note(self._work, self._draft, self._composition.summaries.gross)

    @property
    def is_saving_due(self) -> bool:
        """Whether what was typed is saved in a moment."""
        return self._saving.is_due

    def save_now(self) -> None:
        """Saves what is unsaved, off the GUI thread."""
        self._saving.save_now()

    def when_saved(self, then: Callable[[], None]) -> None:
        """Saves what is unsaved, and calls `then` when that is in the books, or cannot be."""
        self._saving.save_now()
        self._saving.when_still(then)

    def _on_saved(self, work: Work) -> None:
        self.saved.emit(work)
        self.draft_saved.emit(datetime.now(UTC))

    def seal(
        self,
        then: Callable[[Submission], None],
        failed: Callable[[Exception], None],
        *,
        sure: bool = False,
    ) -> bool:
        """Seals the document as it stands, `sure` as in Desk.seal; False where that is under way already."""
        if self._draft is None:
            return False
        draft = self._draft
        return self._sealing.seal(
            draft,
            self._work,
            lambda row: self._on_sealed(row, draft, then),
            lambda error: self._on_seal_failed(error, failed),
            sure=sure,
        )

    def _on_sealed(self, row: Submission, sealed: Draft, then: Callable[[Submission], None]) -> None:
        """The sealed document leaves the stage at once: it is never sealed twice."""
        self.replace(self.next_draft(sealed), None)
        then(row)

    def _on_seal_failed(self, error: Exception, failed: Callable[[Exception], None]) -> None:
        self._note_unsaved()
        failed(error)

    def next_draft(self, previous: Draft) -> Draft:
        """An empty document after that one, as the office wishes it."""
        return self.begin(self._the_desk().next_draft(self.leave_card(previous)))

    def _the_desk(self) -> Desk:
        assert self._desk is not None
        return self._desk

    def _the_draft(self) -> Draft:
        assert self._draft is not None
        return self._draft


def _with_party(draft: Draft, party: Party, _card: KeptCustomer | None) -> Draft:
    from einvoice_desktop.app.drafting import put

    return put(draft, "counterParty", party)
