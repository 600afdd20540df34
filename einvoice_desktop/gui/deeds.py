"""What the window's commands do: each is carried from the part that wishes it to the part that can."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication

from einvoice_desktop.gui.crash import log_quietly
from einvoice_desktop.gui.help import AboutDialog, KeysDialog, program_details
from einvoice_desktop.gui.issuing import Issuing
from einvoice_desktop.gui.opening import Opening, ReadFile
from einvoice_desktop.gui.watch import OutboxWatch

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.app.ports import DraftRecord
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.main_window import MainWindow, Settings
    from einvoice_desktop.gui.pages.page import Page

ENGINE_SECONDS = 10.0
"""How long closing waits for an engine that is still being loaded while something typed hangs on it."""
SAVING_SECONDS = 1.5
STOPPING_SECONDS = 1.0
TASKS_SECONDS = 0.5


class Deeds(QObject):
    """Connects the window's commands with session, pages and desk."""

    def __init__(self, window: MainWindow, settings: Settings, read_file: ReadFile) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._office = window.office
        self._session = window.session
        self._save_failed = False
        self._asked_to_save = False
        self._counting = False
        self._waiting: list[Callable[[], None]] = []
        self.watch = OutboxWatch(window.office, self)
        self.issuing = Issuing(window.office, window.stage.page, self)
        self.opening = Opening(window.office, read_file, window)
        self._connect_actions()
        self._connect_parts()
        self._add_pages()
        window.may_close = self.may_close
        window.closing.connect(self._on_closing)

    def _connect_actions(self) -> None:
        actions, page = self._window.actions_, self._window.stage.page
        for name, deed in {
            "new": lambda: self.when_ready(self.new),
            "open": lambda: self.when_ready(self.opening.choose),
            "save": self.save,
            "quit": self._window.close,
            "undo": self._session.undo,
            "redo": self._session.redo,
            "cut": lambda: _press(Qt.Key.Key_X),
            "copy": lambda: _press(Qt.Key.Key_C),
            "paste": lambda: _press(Qt.Key.Key_V),
            "addLine": page.add_line,
            "removeLine": page.remove_line,
            "duplicateLine": page.duplicate_line,
            "moveLineUp": lambda: page.move_line(-1),
            "moveLineDown": lambda: page.move_line(1),
            "issue": lambda: self.when_ready(self.issue),
            "tryNow": lambda: self.when_ready(self.try_now),
            "find": lambda: self._window.open_view("archive"),
            "details": self._copy_details,
            "keys": lambda: KeysDialog(actions, self._window).show(),
            "about": lambda: AboutDialog(self._server(), self._window).show(),
        }.items():
            actions.on(name, deed)

    def _connect_parts(self) -> None:
        window = self._window
        window.file_dropped.connect(lambda path: self.when_ready(lambda: self.opening.open(path)))
        self.opening.draft_made.connect(self.take)
        self.issuing.sealing_changed.connect(window.follow_sealing)
        self.issuing.sealed.connect(self._on_sealed)
        self._session.draft_saved.connect(self._on_draft_saved)
        self._session.save_failed.connect(self._on_save_failed)
        self.watch.submission_changed.connect(window.book.tell)
        self.watch.counted.connect(window.show_outbox)
        self.watch.counted.connect(window.book.look_again)
        self.watch.status_changed.connect(
            lambda status, alive: window.status.show_sender(status, alive=alive)
        )

    def _add_pages(self) -> None:
        book = self._window.book
        book.add("drafts", self._make_drafts)
        book.add("outbox", self._make_outbox)
        book.add("receipt", self._make_receipt)
        book.add("archive", self._make_archive)
        book.add("samples", self._make_samples)

    # --- pages, built when they are first shown ---------------------------------------------------

    def _make_drafts(self) -> Page:
        from einvoice_desktop.gui.pages.drafts import DraftsPage

        page = DraftsPage(self._office, self._window)
        page.open_requested.connect(self._on_open_draft)
        page.counted.connect(lambda count: self._window.show_count("drafts", count))
        page.deleted.connect(self._on_draft_deleted)
        return page

    def _make_outbox(self) -> Page:
        from einvoice_desktop.gui.pages.outbox import OutboxPage

        page = OutboxPage(self._office, self._window)
        page.open_requested.connect(self.show_receipt)
        page.try_now_requested.connect(self.try_now)
        return page

    def _make_receipt(self) -> Page:
        from einvoice_desktop.gui.pages.receipt import ReceiptPage

        page = ReceiptPage(self._office, self._window)
        page.new_requested.connect(self.new)
        page.correct_requested.connect(self._on_correct)
        page.try_now_requested.connect(self.try_now)
        return page

    def _make_archive(self) -> Page:
        from einvoice_desktop.gui.pages.archive import ArchivePage

        page = ArchivePage(self._office, self._window)
        page.open_requested.connect(self.show_receipt)
        return page

    def _make_samples(self) -> Page:
        from einvoice_desktop.gui.pages.samples import SamplesPage

        page = SamplesPage(self._office, self._window)
        page.draft_made.connect(self.take)
        return page

    # --- the engine ------------------------------------------------------------------------------

    def attach(self, desk: Desk, draft: Draft, draft_id: int | None) -> None:
        """The engine has arrived."""
        self._office.desk = desk
        self._window.show_server(desk.server)
        self._session.attach(desk, draft, draft_id)
        self.watch.start(desk)
        self._count_drafts()
        waiting, self._waiting = self._waiting, []
        for deed in waiting:
            deed()

    def when_ready(self, deed: Callable[[], None]) -> None:
        """Does it now, or as soon as the engine is there."""
        if self._session.ready:
            deed()
        else:
            self._waiting.append(deed)

    def _server(self) -> str:
        return self._office.desk.server if self._office.desk else ""

    # --- the document on the stage ----------------------------------------------------------------

    def take(self, draft: Draft, draft_id: int | None = None) -> None:
        """Another document takes the stage; the one before is in the drafts."""
        if self._session.is_sealing:
            return
        self._window.stage.page.commit()
        self._window.unsay()
        self._session.replace(draft, draft_id)
        self._window.open_view("compose")
        self._window.stage.page.focus_first()

    def new(self) -> None:
        """An empty document of the same issuer and series."""
        before = self._session.draft
        if before is not None:
            self.take(self._office.the_desk.next_draft(before))

    def issue(self) -> None:
        """Seals and sends the document as it stands, with what is still being typed."""
        self._window.stage.page.commit()
        self.issuing.issue()

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

    def _on_open_draft(self, draft_id: int) -> None:
        desk, language = self._office.the_desk, self._office.language
        self._office.tasks.run(
            lambda: desk.load_draft(draft_id, language),
            lambda draft: self._on_draft_loaded(draft, draft_id),
            self._office.on_failed,
        )

    def _on_draft_loaded(self, draft: Draft | None, draft_id: int) -> None:
        if draft is None:
            self._office.say(self.tr("This draft is gone: it was issued or deleted."), "warning")
        elif draft_id == self._session.draft_id:
            self._window.open_view("compose")
        else:
            self.take(draft, draft_id)

    def _on_draft_deleted(self, draft_id: int) -> None:
        """A draft that lies on the stage leaves it, or the next key would save it anew."""
        before = self._session.draft
        if before is not None and draft_id == self._session.draft_id:
            self._session.replace(self._office.the_desk.next_draft(before), None)

    def _on_draft_saved(self) -> None:
        self._save_failed = False
        if self._asked_to_save:
            self._say_saved()
        self._count_drafts()

    def _on_save_failed(self, error: Exception) -> None:
        self._save_failed, self._asked_to_save = True, False
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        self._office.say(self.tr("The draft could not be saved. {0}").format(sentence), "error")

    def _count_drafts(self) -> None:
        if self._counting:
            return
        self._counting = True
        count = self._office.the_desk.draft_rows
        self._office.tasks.run(count, self._on_drafts_counted, self._on_count_failed)

    def _on_drafts_counted(self, rows: list[DraftRecord]) -> None:
        self._counting = False
        self._window.show_count("drafts", len(rows))

    def _on_count_failed(self, error: Exception) -> None:
        self._counting = False
        self._office.on_failed(error)

    # --- submissions ------------------------------------------------------------------------------

    def _on_sealed(self, submission: Submission) -> None:
        self._window.unsay()
        self._show_submission(submission)
        self.watch.wake()
        self._count_drafts()

    def show_receipt(self, submission_id: int) -> None:
        """The receipt page of one submission."""
        desk = self._office.the_desk
        self._office.tasks.run(
            lambda: desk.submission(submission_id), self._show_submission, self._office.on_failed
        )

    def _show_submission(self, submission: Submission) -> None:
        from einvoice_desktop.gui.pages.receipt import ReceiptPage

        page = self._window.book.page("receipt")
        assert isinstance(page, ReceiptPage)
        page.show_submission(submission)
        self._window.open_view("receipt")

    def _on_correct(self, submission_id: int) -> None:
        desk = self._office.the_desk
        self._office.tasks.run(lambda: desk.correct(submission_id), self.take, self._office.on_failed)

    def try_now(self) -> None:
        """Everything that waits is tried at once."""
        self._office.tasks.run(self._office.the_desk.try_now, self._on_tried, self._office.on_failed)

    def _on_tried(self, count: int) -> None:
        self.watch.wake()
        if count:
            self._office.say(self.tr("Trying now: {0}").format(count))
        else:
            self._office.say(self.tr("Nothing waits to be sent."))

    # --- the rest ---------------------------------------------------------------------------------

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(program_details(self._server()))
        self._office.say(self.tr("Program details copied."), "success")

    def may_close(self) -> bool:
        """Saves the draft first; where it cannot be saved, the first try to close only says so."""
        if not self._session.ready and not self._wait_for_the_engine():
            return True
        self._window.stage.page.commit()
        warned, self._save_failed = self._save_failed, False
        deadline = time.monotonic() + SAVING_SECONDS
        self._session.save_now()
        while not self._office.tasks.is_idle and not self._save_failed and time.monotonic() < deadline:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 20)
            self._session.save_now()
        return warned or not self._save_failed

    def _wait_for_the_engine(self) -> bool:
        """What was typed before the engine came must not be lost; whether the engine came."""
        deadline = time.monotonic() + ENGINE_SECONDS
        while self._window.has_typed and not self._session.ready and time.monotonic() < deadline:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 20)
        return self._session.ready

    def _on_closing(self) -> None:
        """Sender and threads end within three seconds; what hangs is left to the process's end."""
        geometry = self._window.geometry_text()
        self._window.hide()
        stopped = self.watch.stop(STOPPING_SECONDS)
        ended = self._office.tasks.shutdown(TASKS_SECONDS)
        if self._office.desk is not None and stopped and ended:
            self._office.desk.close()
        self._remember_geometry(geometry)

    def _remember_geometry(self, geometry: str) -> None:
        try:
            self._settings.set("window", geometry)
        except OSError as error:
            # The window is gone; where it stood is no reason to trouble anybody.
            log_quietly("einvoice_desktop", f"geometry not kept: {type(error).__name__}")


def _press(key: Qt.Key) -> None:
    """As if the person had pressed Ctrl and `key`: every field knows its own cut, copy and paste."""
    target = QApplication.focusWidget()
    if target is not None:
        control = Qt.KeyboardModifier.ControlModifier
        QApplication.sendEvent(target, QKeyEvent(QKeyEvent.Type.KeyPress, key, control))
