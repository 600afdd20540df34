"""Issue and send: from the document on the stage, past the review, to one on its way, once a press."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.compose.page import ComposePage
    from einvoice_desktop.gui.first_use import FirstUsePanel
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.review import ReviewPanel
    from einvoice_desktop.gui.review_figures import Figures

COUNTDOWN = "issue.countdown"
"""The setting: seconds between the press and the issue; 0 for at once, without a review."""
COUNTDOWN_SECONDS = 4
LONGEST_COUNTDOWN = 30
_DEAF_SECONDS = 3.0


class Issuing(QObject):
    """The one road from the compose page to the outbox.

    What is sealed is the very draft whose figures were shown: any change to it ends the review.
    """

    sealing_changed = Signal(bool)
    sealed = Signal(object)

    def __init__(self, office: Office, compose: ComposePage, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._compose = compose
        self._panel: ReviewPanel | None = None
        self._first_use: FirstUsePanel | None = None
        self._shown: object = None
        self._told_back = False
        self._came_from: QWidget | None = None
        self._sealed_at = -_DEAF_SECONDS
        self._fresh: object = None
        office.session.composition_changed.connect(self._on_composition_changed)

    @property
    def is_reviewing(self) -> bool:
        """Whether the panel with the figures is open, or the one that asks for a series' last number."""
        panels = (self._panel, self._first_use)
        return any(panel is not None and panel.is_open for panel in panels)

    def issue(self) -> None:
        """Shows what is about to be issued, or goes to what is in the way. A second press does nothing."""
        if self._is_deaf():
            return
        focus = QApplication.focusWidget()
        if focus is not None and self._compose.isAncestorOf(focus):
            # A cell that is being edited hands in its text when it loses the focus.
            focus.clearFocus()
        composition = self._office.session.composition
        if composition is None:
            return
        if composition.has_errors:
            self._show_problems(composition.problems)
            return
        self._came_from = _lasting(focus)
        seconds = self._office.preferences.number(COUNTDOWN, COUNTDOWN_SECONDS, 0, LONGEST_COUNTDOWN)
        self._told_back = bool(self._came_back())
        # What came back from a copy is never issued unseen.
        if seconds or self._told_back:
            self._review(composition, seconds)
        else:
            self._go_back()
            self._seal()

    def _is_deaf(self) -> bool:
        session = self._office.session
        return self.is_reviewing or session.is_sealing or self._just_sealed()

    def _just_sealed(self) -> bool:
        """A key that is held meant the document that was there, not the empty one after it."""
        untouched = self._office.session.draft is self._fresh
        return untouched and time.monotonic() - self._sealed_at < _DEAF_SECONDS

    # --- the review -----------------------------------------------------------------------------

    def _review(self, composition: Composition, seconds: int) -> None:
        from einvoice_desktop.gui.review_figures import figures_of

        self._shown = self._office.session.draft
        place_name = self._compose.place_name

        def figures() -> Figures:
            shown = figures_of(composition, self._office, place_name)
            return shown._replace(warnings=(*self._came_back(), *shown.warnings))

        self._the_panel().review(figures, seconds)

    def _came_back(self) -> tuple[str, ...]:
        """What is to be said of a draft that came back with the books from a copy."""
        desk = self._office.the_desk
        made = desk.drafts_back.day(self._office.session.draft_id)
        return (desk.sentence("draft_came_back", {"made": made}, self._office.language),) if made else ()

    def _the_panel(self) -> ReviewPanel:
        if self._panel is None:
            from einvoice_desktop.gui.review import ReviewPanel

            self._panel = ReviewPanel(self._compose, self._office.icons, self._office.theme)
            self._panel.confirmed.connect(self._on_confirmed)
            self._panel.cancelled.connect(self._on_cancelled)
        return self._panel

    def _on_composition_changed(self) -> None:
        if self._office.session.draft is self._shown:
            return
        for panel in (self._panel, self._first_use):
            if panel is not None and panel.is_open:
                panel.cancel()

    def _on_confirmed(self) -> None:
        self._go_back()
        if self._office.session.draft is self._shown:
            self._seal()
        else:
            self._on_cancelled(by_person=False)

    def _on_cancelled(self, by_person: bool) -> None:
        if by_person:
            self._go_back()
            self._office.say(self.tr("Not issued. The document is as it was."))
        else:
            self._office.say(
                self.tr("Not issued: you went on with something else while the seconds ran."), "warning"
            )

    def _go_back(self) -> None:
        before = self._came_from
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._compose.focus_first()

    # --- sealing --------------------------------------------------------------------------------

    def _seal(self) -> None:
        if self._office.session.seal(self._on_sealed, self._on_failed, sure=self._told_back):
            self.sealing_changed.emit(True)

    def _on_sealed(self, submission: Submission) -> None:
        self._sealed_at = time.monotonic()
        self._fresh = self._office.session.draft
        self.sealing_changed.emit(False)
        self.sealed.emit(submission)

    # --- the first use of a series ----------------------------------------------------------------

    def _ask_last_number(self, known: str) -> None:
        draft = self._office.session.draft
        if draft is None:
            return
        if self._first_use is None:
            from einvoice_desktop.gui.first_use import FirstUsePanel

            self._first_use = FirstUsePanel(self._compose)
            self._first_use.answered.connect(self._on_last_number)
            self._first_use.cancelled.connect(self._on_cancelled)
        self._shown = draft
        self._came_from = _lasting(QApplication.focusWidget())
        self._first_use.ask(draft.document, known)

    def _on_last_number(self, last: str) -> None:
        draft, series = self._office.session.draft, self._office.the_desk.series
        if draft is None or draft is not self._shown:
            return
        self._office.tasks.run(
            lambda: series.set_last_number(draft.document, last), self._on_number_set, self._on_number_refused
        )

    def _on_number_set(self, _state: object) -> None:
        panel = self._first_use
        if panel is None or not panel.is_open:
            return
        panel.close_quietly()
        self._go_back()
        self._seal()

    def _on_number_refused(self, error: Exception) -> None:
        sentence = self._office.sentence_of(error)
        if sentence is None or self._first_use is None:
            raise error
        if self._first_use.is_open:
            self._first_use.say_fault(sentence)
        else:
            self._office.say(sentence, "error")

    # --- what stands in the way -------------------------------------------------------------------

    def _on_failed(self, error: Exception) -> None:
        self.sealing_changed.emit(False)
        if getattr(error, "code", "") in ("series_unknown", "series_unsure"):
            self._ask_last_number(getattr(error, "params", {}).get("last", ""))
            return
        problems = getattr(error, "problems", None)
        problem = getattr(error, "problem", None)
        if problems:
            # The books may have told more in the moment of sealing than was known before.
            self._office.session.recheck()
            self._show_problems(problems)
        elif problem is not None:
            self._show_problems((problem,))
        else:
            self._office.on_failed(error)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        errors = [problem for problem in problems if problem.is_error]
        if not errors:
            return
        self._compose.show_problem(errors[0].path)
        sentence = self._office.the_desk.problem_sentence(errors[0], self._office.language)
        if len(errors) == 1:
            text = self.tr("It cannot be issued yet: {0}").format(sentence)
        else:
            text = self.tr("It cannot be issued yet, {0} things are wrong. The first: {1}").format(
                len(errors), sentence
            )
        self._office.say(text, "error")


def _lasting(focus: QWidget | None) -> QWidget | None:
    """What the keyboard can go back to: the table where a cell of it was being edited."""
    widget = focus
    while widget is not None:
        if isinstance(widget, QAbstractItemView):
            return widget
        widget = widget.parentWidget()
    return focus
