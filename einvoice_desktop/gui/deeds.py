"""What the window's commands do: each is carried from the part that wishes it to the part that can."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from einvoice_desktop.gui.alarms import Alarms
from einvoice_desktop.gui.backups.deeds import BackupDeeds
from einvoice_desktop.gui.book_deeds import BookDeeds
from einvoice_desktop.gui.bulk.deeds import BulkIssuing
from einvoice_desktop.gui.cards.deeds import CardDeeds
from einvoice_desktop.gui.closing import Closing
from einvoice_desktop.gui.crediting import Crediting
from einvoice_desktop.gui.document_defaults import DocumentDefaults
from einvoice_desktop.gui.drafts_deeds import DraftDeeds
from einvoice_desktop.gui.duplicating import Duplicating
from einvoice_desktop.gui.encryption_watch import watch_the_key
from einvoice_desktop.gui.exporting import ExportDeeds
from einvoice_desktop.gui.frame_deeds import FrameDeeds
from einvoice_desktop.gui.grid_deeds import GridDeeds
from einvoice_desktop.gui.importing.deeds import ImportDeeds
from einvoice_desktop.gui.issuing import Issuing
from einvoice_desktop.gui.manual.deeds import HelpDeeds
from einvoice_desktop.gui.notes import Notes
from einvoice_desktop.gui.opening import Opening, ReadFile
from einvoice_desktop.gui.paper.deeds import PaperDeeds
from einvoice_desktop.gui.provider_files import ProviderFileDeeds
from einvoice_desktop.gui.recent import RecentFiles
from einvoice_desktop.gui.search.search import Ways
from einvoice_desktop.gui.templates.deeds import TemplateDeeds
from einvoice_desktop.gui.templates.repeats import Repeats
from einvoice_desktop.gui.updating.deeds import UpdateDeeds
from einvoice_desktop.gui.vat_check import CustomerCheck
from einvoice_desktop.gui.watch import OutboxWatch

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.cards.offered import Offered
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.pages.page import Page
    from einvoice_desktop.gui.preferences import Settings


class Deeds(QObject):
    """Connects the window's commands with session, pages and desk."""

    def __init__(self, window: MainWindow, settings: Settings, read_file: ReadFile) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office
        self._session = window.session
        self._waiting: list[Callable[[], None]] = []
        self._defaults: DocumentDefaults | None = None
        self.watch = OutboxWatch(window.office, self)
        self.drafts = DraftDeeds(window, self)
        self.issuing = Issuing(window.office, window.stage.page, self)
        self.opening = Opening(window.office, read_file, window)
        self.recent = RecentFiles(window.preferences, window.menu_row.recent, self.open_file, self)
        self.cards = CardDeeds(window, self.new_for)
        ways = Ways(
            self.drafts.open,
            self.show_receipt,
            self.new_for,
            window.stage.known.find,
            self.cards.open_item,
            window.stage.books.items.find,
        )
        self.frame = FrameDeeds(window, ways, read_file)
        self._connect_actions()
        self._connect_parts()
        self._add_pages()
        self.paper = PaperDeeds(window, read_file)
        self.imports = ImportDeeds(window, read_file, self.when_ready, self.drafts.count)
        self.books = BookDeeds(window, self.when_ready)
        self.grid = GridDeeds(window, self.issuing)
        Duplicating(window).draft_made.connect(self._take_in_series)
        crediting = Crediting(window)
        crediting.draft_made.connect(self._take_in_series)
        crediting.ordered.connect(self._on_sealed)
        notes = Notes(window)
        notes.draft_made.connect(self.take)
        notes.changed.connect(window.book.tell)
        ProviderFileDeeds(window, self.watch)
        self.many = BulkIssuing(window, self.watch)
        self.many.run.sealed.connect(self.drafts.on_sealed)
        self.many.run.receipt_wanted.connect(self.show_receipt)
        for wishing in (self.many, self.many.run):
            wishing.draft_wanted.connect(self.drafts.open)
        CustomerCheck(window)
        self.help = HelpDeeds(window)
        self.repeats = Repeats(window, self.watch)
        TemplateDeeds(window, self.repeats, self.when_ready).draft_made.connect(self.take)
        Alarms(window, self.watch)
        self._closing = Closing(window, settings, self.drafts, self.watch, self)
        self.exporting = ExportDeeds(window, read_file, self.when_ready)
        self.backups = BackupDeeds(window)
        self.updates = UpdateDeeds(window, lambda: self.issuing.is_reviewing or self.many.is_busy)
        self._closing.beforehand = self.many.run.hold
        self._closing.afterwards = self.backups.at_the_end
        self.ended_suddenly = False

    def _connect_actions(self) -> None:
        actions, page = self._window.actions_, self._window.stage.page
        for name, deed in {
            "new": lambda: self.when_ready(self.new),
            "open": lambda: self.when_ready(self.opening.choose),
            "save": self.drafts.save,
            "quit": self._window.close,
            "undo": self._session.undo,
            "redo": self._session.redo,
            "cut": lambda: _press(Qt.Key.Key_X),
            "copy": lambda: _press(Qt.Key.Key_C),
            "paste": lambda: _press(Qt.Key.Key_V),
            "addLine": page.add_line,
            "removeLine": page.remove_line,
            "duplicateLine": page.duplicate_line,
            "grossPrice": lambda: page.ask_price("grossPrice"),
            "wantedTotal": lambda: page.ask_price("payable"),
            "moveLineUp": lambda: page.move_line(-1),
            "moveLineDown": lambda: page.move_line(1),
            "issue": lambda: self.when_ready(self.issue),
            "tryNow": lambda: self.when_ready(self.try_now),
            "find": lambda: self._window.open_view("archive"),
        }.items():
            actions.on(name, deed)

    def _connect_parts(self) -> None:
        window = self._window
        window.file_dropped.connect(self.open_file)
        self.opening.draft_made.connect(self.take)
        self.opening.file_read.connect(self.recent.add)
        self.opening.file_missed.connect(self.recent.drop)
        self.issuing.sealing_changed.connect(window.follow_sealing)
        self.issuing.sealed.connect(self._on_sealed)
        self.drafts.draft_loaded.connect(self.take)
        self.watch.submission_changed.connect(window.book.tell)
        self.watch.counted.connect(window.show_outbox)
        self.watch.counted.connect(window.book.look_again)
        self.watch.signed_in_seen.connect(window.status.show_sign_in)
        self.watch.status_changed.connect(
            lambda status, alive: window.status.show_sender(status, alive=alive)
        )

    def _add_pages(self) -> None:
        book = self._window.book
        book.add("drafts", self._make_drafts)
        book.add("outbox", self._make_outbox)
        book.add("receipt", self._make_receipt)
        book.add("archive", self._make_archive)
        book.add("customers", self.cards.make_customers)
        book.add("items", self.cards.make_items)
        book.add("figures", self._make_figures)
        book.add("samples", self._make_samples)

    # --- pages, built when they are first shown ---------------------------------------------------

    def _make_drafts(self) -> Page:
        from einvoice_desktop.gui.pages.drafts import DraftsPage

        page = DraftsPage(self._office, self._window.actions_, self._window)
        page.open_requested.connect(self.drafts.open)
        page.counted.connect(lambda count: self._window.show_count("drafts", count))
        page.deleted.connect(self.drafts.on_deleted)
        return page

    def _make_outbox(self) -> Page:
        from einvoice_desktop.gui.pages.outbox import OutboxPage

        page = OutboxPage(self._office, self._window)
        page.open_requested.connect(self.show_receipt)
        page.try_now_requested.connect(self.try_now)
        return page

    def _make_receipt(self) -> Page:
        from einvoice_desktop.gui.pages.receipt import ReceiptPage

        page = ReceiptPage(self._office, self._window.actions_, self._window)
        page.new_requested.connect(self.new)
        page.correct_requested.connect(self._on_correct)
        page.journal_requested.connect(self.books.show_journal)
        page.try_now_requested.connect(self.try_now)
        return page

    def _make_archive(self) -> Page:
        from einvoice_desktop.gui.pages.archive import ArchivePage

        page = ArchivePage(self._office, self._window.actions_, self._window)
        page.open_requested.connect(self.show_receipt)
        return page

    def _make_figures(self) -> Page:
        from einvoice_desktop.gui.pages.figures import FiguresPage

        return FiguresPage(self._office, self._window.actions_, self._window)

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
        self._defaults = DocumentDefaults(self._window.preferences, desk.server)
        self._session.follow, self._session.begin = self._defaults.follow, self._defaults.fill
        self._session.attach(desk, self._defaults.fill(draft) if draft_id is None else draft, draft_id)
        self.watch.start(desk)
        watch_the_key(self._window, desk)
        self.backups.begin()
        self.updates.begin()
        self.drafts.count()
        self.ended_suddenly = self._closing.note_running(desk.server)
        for chore in (desk.learn_series, desk.archive.tidy):
            self._office.tasks.run(chore, lambda _none: None, self._office.on_failed)
        waiting, self._waiting = self._waiting, []
        for deed in waiting:
            deed()

    def when_ready(self, deed: Callable[[], None]) -> None:
        """Does it now, or as soon as the engine is there."""
        if self._session.ready:
            deed()
        else:
            self._waiting.append(deed)

    def open_file(self, path: Path) -> None:
        """A file as a new draft, now or as soon as the engine is there."""
        self.when_ready(lambda: self.opening.open(path))

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

    def _take_in_series(self, draft: Draft) -> None:
        """The same of a document that was made of another one."""
        self.take(draft if self._defaults is None else self._defaults.in_series(draft))

    def new(self) -> None:
        """An empty document of the same issuer and series."""
        self._window.stage.page.commit()
        before = self._session.draft
        if before is not None and self._defaults is not None:
            self.take(self._session.next_draft(before))

    def new_for(self, offered: Offered) -> None:
        """The same, for that customer."""
        if self._session.ready and not self._session.is_sealing:
            self.new()
            offered.put_into(self._session)

    def issue(self) -> None:
        """Seals and sends the document as it stands, with what is still being typed."""
        self._window.stage.page.commit()
        self._window.unsay()
        self.issuing.issue()

    # --- submissions ------------------------------------------------------------------------------

    def _on_sealed(self, submission: Submission) -> None:
        self._window.unsay()
        self._show_submission(submission)
        self.watch.wake()
        self.drafts.count()

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


def _press(key: Qt.Key) -> None:
    """As if the person had pressed Ctrl and `key`: every field knows its own cut, copy and paste."""
    target = QApplication.focusWidget()
    if target is not None:
        control = Qt.KeyboardModifier.ControlModifier
        QApplication.sendEvent(target, QKeyEvent(QKeyEvent.Type.KeyPress, key, control))
