"""Many documents on their way into the outbox: one after the other, with a person's hand on it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from einvoice_desktop.domain.lifecycle import UNSETTLED, State

if TYPE_CHECKING:
    from einvoice_desktop.app.bulk import Bulk, BulkLine, Phase
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.bulk.panel import BulkPanel
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.pages.drafts import DraftsPage
    from einvoice_desktop.gui.watch import OutboxWatch

_LIST_MS, _DRAW_MS = 250, 60
_AT_ONCE = 200
"""Documents that are asked after at once."""


class BulkRun(QObject):
    """Each is sealed off the GUI thread, the next one when the window has heard of it: a pause, a cancel or
    the end of the program come in between, and what is not sealed stays a draft."""

    changed = Signal()
    """It has begun, gone on or come to its end."""
    sealed = Signal(int)
    """The draft with this id is in the outbox."""
    draft_wanted = Signal(int)
    receipt_wanted = Signal(int)

    def __init__(self, window: MainWindow, watch: OutboxWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._office, self._watch = window, window.office, watch
        self._page: DraftsPage | None = None
        self._panel: BulkPanel | None = None
        self._bulk: Bulk | None = None
        self._heard: dict[int, Submission] = {}
        self._looking = self._summed_up = False
        self._listing = QTimer(self, singleShot=True, interval=_LIST_MS)
        self._listing.timeout.connect(self._on_listing)
        self._stands: tuple[Phase, bool] | None = None
        self._drawing = QTimer(self, singleShot=True, interval=_DRAW_MS)
        self._drawing.timeout.connect(self._draw)
        watch.submission_changed.connect(self._on_submission)
        watch.counted.connect(self._look)

    # --- one after the other ----------------------------------------------------------------------

    @property
    def is_sealing(self) -> bool:
        """Whether an order is not done with."""
        return self._bulk is not None and self._bulk.is_sealing

    def begin(self, bulk: Bulk, page: DraftsPage) -> None:
        """Issues these; `page` shows how far they have come."""
        self._bulk, self._page = bulk, page
        self._heard.clear()
        self._summed_up = False
        panel = self._the_panel(page)
        panel.begin(bulk)
        panel.show()
        self._stands = None
        self._next()

    def _the_panel(self, page: DraftsPage) -> BulkPanel:
        if self._panel is None:
            from einvoice_desktop.gui.bulk.panel import BulkPanel

            self._panel = BulkPanel(self._office, page)
            page.content.addWidget(self._panel, 1)
            self._panel.pause_wanted.connect(self.pause_or_go_on)
            self._panel.cancel_wanted.connect(self.cancel)
            self._panel.opened.connect(self._on_line_opened)
            self._panel.closed.connect(self._on_closed)
        return self._panel

    def _next(self) -> None:
        bulk = self._bulk
        line = None if bulk is None else bulk.next
        if bulk is None or line is None:
            self._tell()
            return
        self._bulk = bulk.begun(line.draft_id)
        self._tell()
        session, seal = self._window.session, partial(self._seal, line)
        if session.draft_id == line.draft_id:
            # What is being typed into it makes it another one than was shown, and is not lost.
            self._window.stage.page.commit()
            session.when_saved(seal)
        else:
            seal()

    def _seal(self, line: BulkLine) -> None:
        from einvoice_desktop.app.bulk import seal_line

        desk, language, draft_id = self._office.the_desk, self._office.language, line.draft_id
        self._office.tasks.run(
            lambda: seal_line(desk, line, language),
            lambda row: self._on_sealed(draft_id, row),
            lambda error: self._on_stopped(draft_id, error),
        )

    def _on_sealed(self, draft_id: int, row: Submission) -> None:
        assert self._bulk is not None
        # The worker may have been quicker than the news of the sealing.
        self._bulk = self._bulk.sealed(draft_id, row).told(self._heard.values())
        self.sealed.emit(draft_id)
        self._watch.wake()
        if not self._listing.isActive():
            # Not put off by each that follows: what is issued must not stand among the drafts.
            self._listing.start()
        self._next()

    def _on_stopped(self, draft_id: int, error: Exception) -> None:
        assert self._bulk is not None
        self._bulk = self._bulk.failed(draft_id, error)
        if self._bulk.trouble is not None:
            self._say_trouble(error)
        self._next()

    def _say_trouble(self, error: Exception) -> None:
        sentence = self._office.sentence_of(error)
        if sentence is None:
            # A bug: the crash dialog tells it, the drafts that are left wait.
            self._tell()
            raise error
        told = self.tr("Issuing many documents is paused. {0}").format(sentence)
        self._office.say(told, "error", self.tr("Go on"), self._go_on)

    def _on_listing(self) -> None:
        if self._page is not None and self._page.isVisible():
            self._page.refresh()

    # --- a person's hand on it --------------------------------------------------------------------

    def pause_or_go_on(self) -> None:
        """Stops before the next one, or goes on."""
        if not self.hold():
            self._go_on()

    def hold(self) -> bool:
        """Stops before the next one; False where it does not run."""
        from einvoice_desktop.app.bulk import Phase

        if self._bulk is None or self._bulk.phase is not Phase.RUNNING:
            return False
        self._bulk = self._bulk.paused()
        self._tell()
        return True

    def _go_on(self) -> None:
        from einvoice_desktop.app.bulk import Phase

        if self._bulk is not None and self._bulk.phase is Phase.PAUSED:
            self._bulk = self._bulk.resumed()
            self._next()

    def cancel(self) -> None:
        """What is not sealed stays a draft."""
        from einvoice_desktop.app.bulk import Phase

        if self._bulk is not None and self._bulk.phase is not Phase.CANCELLED:
            self._bulk = self._bulk.cancelled()
            self._focus_list()
            self._tell()

    def _focus_list(self) -> None:
        """What was pressed is not there any more."""
        if self._page is not None and self._page.isVisible():
            self._page.focus_first()

    def _on_line_opened(self, line: BulkLine) -> None:
        if line.row is not None:
            self.receipt_wanted.emit(line.row.id)
        else:
            self.draft_wanted.emit(line.draft_id)

    def _on_closed(self) -> None:
        if self._bulk is not None and not self._bulk.is_sealing and self._panel is not None:
            self._panel.hide()
            self._bulk = None
            self._focus_list()

    # --- what becomes of them ---------------------------------------------------------------------

    def _on_submission(self, submission: Submission) -> None:
        if self._bulk is not None:
            self._heard[submission.id] = submission
            self._hear([submission])

    def _look(self) -> None:
        """Another process may be the one that sends."""
        ids = [] if self._bulk is None else self._bulk.on_its_way[:_AT_ONCE]
        if not ids or self._looking:
            return
        self._looking = True
        desk = self._office.the_desk
        self._office.tasks.run(lambda: desk.archive.rows(ids), self._on_looked, self._on_look_failed)

    def _on_looked(self, rows: list[Submission]) -> None:
        self._looking = False
        self._hear(rows)

    def _on_look_failed(self, error: Exception) -> None:
        self._looking = False
        self._office.on_failed(error)

    def _hear(self, rows: list[Submission]) -> None:
        if self._bulk is None:
            return
        told = self._bulk.told(rows)
        if told is not self._bulk:
            self._bulk = told
            self._tell()

    def _tell(self) -> None:
        """What a person has done is shown at once, how far it has come a few times a second."""
        bulk = self._bulk
        stands = None if bulk is None else (bulk.phase, bulk.is_sealing)
        if stands != self._stands:
            self._stands = stands
            self._draw()
            self.changed.emit()
        elif not self._drawing.isActive():
            self._drawing.start()

    def _draw(self) -> None:
        bulk = self._bulk
        if bulk is None or self._panel is None:
            return
        self._panel.show_bulk(bulk)
        if not self._summed_up and not bulk.is_sealing and not self._is_fresh(bulk):
            self._summed_up = True
            self._sum_up(bulk)

    def _is_fresh(self, bulk: Bulk) -> bool:
        """Whether one of them has not had its first answer yet, and is going to have it soon."""
        return any(
            line.row is not None
            and (line.state is State.SENDING or (line.state in UNSETTLED and not line.row.attempts))
            and bulk.held_by(line) is None
            for line in bulk.lines
        )

    def _sum_up(self, bulk: Bulk) -> None:
        from einvoice_desktop.gui.bulk.words import summary_text

        told = summary_text(bulk.figures, self._office.language)
        if self._panel is not None:
            self._panel.announce(told)
        if any(line.needs_a_person for line in bulk.lines):
            self._office.say(told, "warning", self.tr("Open the refused ones"), self._show_refused)
        elif bulk.is_over and not bulk.figures.ready:
            self._office.say(told, "success")
        else:
            self._office.say(told, "warning", self.tr("Show"), self._show)

    def _show(self) -> None:
        self._window.open_view("drafts")

    def _show_refused(self) -> None:
        self._show()
        if self._panel is not None and self._bulk is not None:
            self._panel.show_refused()
