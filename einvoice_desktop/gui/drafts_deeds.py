"""What happens to drafts: they are saved, opened, counted and deleted, and the window says so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.gui.folders import show_folder
from einvoice_desktop.gui.rescue import Rescue

if TYPE_CHECKING:
    from pathlib import Path

    from einvoice_desktop.app.desk import Desk
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
        self._session.changed_elsewhere.connect(self._on_changed_elsewhere)
        self._rescue = Rescue(window.office, self)
        self._session.saved.connect(self._rescue.forget)
        self._rescue.rescued.connect(self._on_rescued)

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
            lambda: _ahead(desk, desk.load_draft(draft_id, language)),
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
            self._session.replace(self._session.next_draft(before), None)

    def on_sealed(self, draft_id: int) -> None:
        """A draft was issued without the stage: it leaves it too, and there is one less."""
        self.on_deleted(draft_id)
        self.count()

    def _on_draft_saved(self) -> None:
        failed, self.save_failed = self.save_failed, False
        if self._asked_to_save:
            self._say_saved()
        elif failed:
            self._office.say(self.tr("The draft is saved again."), "success")
        self.count()

    def _on_save_failed(self, error: Exception, draft: Draft, work: object) -> None:
        self.save_failed, self._asked_to_save = True, False
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        self._office.say(self.tr("The draft could not be saved. {0}").format(sentence), "error")
        if getattr(error, "code", "") != "draft_gone":
            from einvoice_desktop.app.rescue import rescue_bytes

            self._rescue.keep(work, draft, lambda: rescue_bytes(draft), error)

    def rescue_early(self, error: Exception) -> None:
        """The books cannot be opened: what was typed meanwhile would be lost with the window."""
        typed = self._session.early
        if typed:
            from einvoice_desktop.app.rescue import early_bytes

            self._rescue.keep(self, typed, lambda: early_bytes(typed), error)

    def say_recovered(self, count: int) -> None:
        """The program did not come to its end last time; the draft on the stage is as it stood."""
        if count > 1:
            self._office.say(
                self.tr("Recovered after a sudden end: here is what you typed. Drafts in all: {0}").format(
                    count
                ),
                "success",
                self.tr("Show drafts"),
                lambda: self._window.open_view("drafts"),
            )
        else:
            self._office.say(self.tr("Recovered after a sudden end: here is what you typed."), "success")

    def _on_rescued(self, error: Exception, path: Path | None) -> None:
        sentence = self._office.sentence_of(error) or ""
        if path is None:
            told = self.tr("The draft could not be saved, nor in a file. {0} Leave the window open.")
            self._office.say(told.format(sentence), "error")
        else:
            told = self.tr("The draft could not be saved. {0} What you typed is kept in this file: {1}")
            self._office.say(
                told.format(sentence, path), "error", self.tr("Show the file"), partial(_show, path)
            )

    def _on_changed_elsewhere(self, error: Exception, theirs: int) -> None:
        params = getattr(error, "params", {})
        who, when = params.get("computer", ""), params.get("when", "")
        by = " · ".join(part for part in (who, when) if part)
        told = self.tr("Somebody else changed this draft{0}. What you typed is a draft of its own now.")
        self._office.say(
            told.format(f" ({by})" if by else ""),
            "warning",
            self.tr("Show the other one"),
            lambda: self.open(theirs),
        )

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


def _show(path: Path) -> None:
    """The folder of a file, in the system's own window."""
    show_folder(path.parent)


def _ahead(desk: Desk, draft: Draft | None) -> Draft | None:
    return None if draft is None else desk.ahead(draft)
