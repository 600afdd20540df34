"""Issue many drafts: from the chosen rows, past the review, to the order that is carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from einvoice_desktop.gui.bulk.run import BulkRun
from einvoice_desktop.gui.issuing import COUNTDOWN, COUNTDOWN_SECONDS, LONGEST_COUNTDOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.bulk_plan import BulkPlan, SeriesPlan
    from einvoice_desktop.gui.bulk.review import BulkReview
    from einvoice_desktop.gui.first_use import FirstUsePanel
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.pages.drafts import DraftsPage
    from einvoice_desktop.gui.pages.page import Page
    from einvoice_desktop.gui.watch import OutboxWatch

_LOOK_MS, _LOOKS = 30, 60


class BulkIssuing(QObject):
    """The command can be used while drafts are chosen and none of an earlier order are still to be sealed.

    What is sealed are the very drafts whose figures were shown.
    """

    draft_wanted = Signal(int)
    """A draft with something wrong that the person wants to look at."""

    def __init__(self, window: MainWindow, watch: OutboxWatch) -> None:
        super().__init__(window)
        self._window, self._office = window, window.office
        self.run = BulkRun(window, watch, self)
        self._page: DraftsPage | None = None
        self.review_panel: BulkReview | None = None
        self._first_use: FirstUsePanel | None = None
        self._plan: BulkPlan | None = None
        self._to_ask: list[SeriesPlan] = []
        self._planning = False
        window.actions_.on("issueMany", self.issue)
        window.book.page_built.connect(self._on_page_built)
        window.book.currentChanged.connect(self.follow)
        self.run.changed.connect(self.follow)
        self.follow()

    def _on_page_built(self, page: Page, name: str) -> None:
        if name == "drafts":
            from einvoice_desktop.gui.pages.drafts import DraftsPage

            assert isinstance(page, DraftsPage)
            self._page = page
            page.sight_changed.connect(self.follow)

    @property
    def is_busy(self) -> bool:
        """Whether an order is being looked at, asked about or sealed."""
        panels = (self.review_panel, self._first_use)
        asking = any(panel is not None and panel.is_open for panel in panels)
        return self._planning or asking or self.run.is_sealing

    def follow(self) -> None:
        """Whether there is something to be issued."""
        in_sight = self._page is not None and self._window.book.view == "drafts"
        chosen = in_sight and self._page is not None and self._page.has_chosen
        self._window.actions_["issueMany"].setEnabled(chosen and not self.is_busy)

    # --- before ---------------------------------------------------------------------------------

    def issue(self) -> None:
        """Shows what is about to be issued."""
        page = self._page
        if page is None or self.is_busy or not page.chosen_ids():
            return
        self._planning = True
        self.follow()
        self._window.unsay()
        self._window.stage.page.commit()
        self._window.session.save_now()
        chosen = page.chosen_ids()
        self._when_saved(lambda: self._read(chosen), _LOOKS)

    def _when_saved(self, then: Callable[[], None], looks: int) -> None:
        """What was typed last is in the books before they are read. A draft that is saved later is another
        one than was shown, and is not issued."""
        if self._office.tasks.is_idle or not looks:
            then()
        else:
            QTimer.singleShot(_LOOK_MS, self, lambda: self._when_saved(then, looks - 1))

    def _read(self, chosen: list[int]) -> None:
        from einvoice_desktop.app.bulk_plan import plan_of

        desk, language = self._office.the_desk, self._office.language
        self._office.tasks.run(lambda: plan_of(desk, chosen, language), self._on_read, self._on_not_read)

    def _on_not_read(self, error: Exception) -> None:
        self._planning = False
        self.follow()
        self._office.on_failed(error)

    def _on_read(self, plan: BulkPlan) -> None:
        from einvoice_desktop.gui.bulk.review import bulk_figures

        self._planning, self._plan = False, plan
        page = self._page
        if page is None or not page.isVisible():
            self.follow()
            return
        if not plan.to_be_told and not plan.ready:
            self._office.say(self.tr("These drafts are gone: they were issued or deleted."), "warning")
            page.refresh()
            return
        seconds = self._office.preferences.number(COUNTDOWN, COUNTDOWN_SECONDS, 0, LONGEST_COUNTDOWN)
        self._the_review(page).review_many(
            # Many are never issued without a moment to say no.
            lambda: bulk_figures(plan, self._office),
            seconds or COUNTDOWN_SECONDS,
            len(plan.ready),
        )
        self.follow()

    def _the_review(self, page: DraftsPage) -> BulkReview:
        if self.review_panel is None:
            from einvoice_desktop.gui.bulk.review import BulkReview

            self.review_panel = BulkReview(page, self._office.icons, self._office.theme)
            self.review_panel.confirmed.connect(self._on_confirmed)
            self.review_panel.cancelled.connect(self._on_cancelled)
            self.review_panel.opened.connect(self._on_faulty_opened)
        return self.review_panel

    def _on_faulty_opened(self, place: int) -> None:
        if self._plan is not None:
            self.draft_wanted.emit(self._plan.to_be_told[place].draft_id)
        self.follow()

    def _on_cancelled(self, by_person: bool) -> None:
        self._go_back()
        if by_person:
            self._office.say(self.tr("Nothing was issued. The drafts are as they were."))
        else:
            self._office.say(
                self.tr("Nothing was issued: you went on with something else while the seconds ran."),
                "warning",
            )
        self.follow()

    def _go_back(self) -> None:
        if self._page is not None and self._page.isVisible():
            self._page.focus_first()

    # --- the first use of a series ----------------------------------------------------------------

    def _on_confirmed(self) -> None:
        if self._plan is not None and self._plan.ready:
            self._to_ask = list(self._plan.asked_about)
            self._ask_or_begin()

    def _ask_or_begin(self) -> None:
        if self._to_ask and self._page is not None:
            if self._first_use is None:
                from einvoice_desktop.gui.first_use import FirstUsePanel

                self._first_use = FirstUsePanel(self._page)
                self._first_use.answered.connect(self._on_last_number)
                self._first_use.cancelled.connect(self._on_cancelled)
            self._first_use.ask(self._to_ask[0].document, self._to_ask[0].known)
        else:
            self._go_back()
            self._begin()

    def _begin(self) -> None:
        plan, self._plan = self._plan, None
        if plan is not None and self._page is not None:
            self.run.begin(plan.begin(), self._page)

    def _on_last_number(self, last: str) -> None:
        series, document = self._office.the_desk.series, self._to_ask[0].document
        self._office.tasks.run(
            lambda: series.set_last_number(document, last), self._on_number_set, self._on_number_refused
        )

    def _on_number_set(self, _state: object) -> None:
        panel = self._first_use
        if panel is not None and panel.is_open:
            panel.close_quietly()
            del self._to_ask[0]
            self._ask_or_begin()

    def _on_number_refused(self, error: Exception) -> None:
        sentence = self._office.sentence_of(error)
        if sentence is None or self._first_use is None:
            raise error
        if self._first_use.is_open:
            self._first_use.say_fault(sentence)
        else:
            self._office.say(sentence, "error")
