"""What happens to drafts: they are saved, opened, counted and deleted, and the window says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.ports import DraftRecord
    from einvoice_desktop.gui.main_window import MainWindow


class DraftDeeds(QObject):
    """Carries drafts between session, desk and window."""

    draft_loaded = Signal(object, int)
    """A draft that wants the stage, and its id."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._office = window.office
        self._session = window.session
        self._asked_to_save = False
        self._counting = False
        self.save_failed = False
        self._session.draft_saved.connect(self._on_draft_saved)
        self._session.save_failed.connect(self._on_save_failed)

    def save(self) -> None:
        """Saves the draft now; it is saved a moment after every key anyway."""
        self._window.stage.page.commit()
        self._asked_to_save = True
        self._session.save_now()
        if self._office.tasks.is_idle:
            self._say_saved()

    def _say_saved(self) -> None:
        self._asked_to_save = False
        self._office.say(self.tr("Saved. Drafts are saved by themselves while you type."), "success")

    def open(self, draft_id: int) -> None:
        """Puts a draft on the stage, where it is still there."""
        desk, language = self._office.the_desk, self._office.language
        self._office.tasks.run(
            lambda: desk.load_draft(draft_id, language),
            lambda draft: self._on_loaded(draft, draft_id),
            self._office.on_failed,
        )

    def _on_loaded(self, draft: Draft | None, draft_id: int) -> None:
        if draft is None:
            self._office.say(self.tr("This draft is gone: it was issued or deleted."), "warning")
        elif draft_id == self._session.draft_id:
            self._window.open_view("compose")
        else:
            self.draft_loaded.emit(draft, draft_id)

    def on_deleted(self, draft_id: int) -> None:
        """A draft that lies on the stage leaves it, or the next key would save it anew."""
        before = self._session.draft
        if before is not None and draft_id == self._session.draft_id:
            self._session.replace(self._office.the_desk.next_draft(before), None)

    def _on_draft_saved(self) -> None:
        self.save_failed = False
        if self._asked_to_save:
            self._say_saved()
        self.count()

    def _on_save_failed(self, error: Exception) -> None:
        self.save_failed, self._asked_to_save = True, False
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        self._office.say(self.tr("The draft could not be saved. {0}").format(sentence), "error")

    def count(self) -> None:
        """Shows how many there are, unless a count is on its way."""
        if self._counting:
            return
        self._counting = True
        self._office.tasks.run(self._office.the_desk.draft_rows, self._on_counted, self._on_count_failed)

    def _on_counted(self, rows: list[DraftRecord]) -> None:
        self._counting = False
        self._window.show_count("drafts", len(rows))

    def _on_count_failed(self, error: Exception) -> None:
        self._counting = False
        self._office.on_failed(error)
