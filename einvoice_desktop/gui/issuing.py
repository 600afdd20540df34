"""Issue and send: from the document on the stage to a sealed one on its way, exactly once a press."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.office import Office


class ShowsProblems(Protocol):
    """The compose page: goes to the field at a JSON path."""

    def show_problem(self, path: str) -> None: ...


_DEAF_SECONDS = 3.0


class Issuing(QObject):
    """The one road from the compose page to the outbox."""

    sealing_changed = Signal(bool)
    sealed = Signal(object)

    def __init__(self, office: Office, compose: ShowsProblems, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._compose = compose
        self._sealed_at = -_DEAF_SECONDS
        self._fresh: object = None

    def issue(self) -> None:
        """Seals the document on the stage, or goes to what stands in the way. A second press does nothing."""
        composition = self._office.session.composition
        if composition is None or self._office.session.is_sealing or self._just_sealed():
            return
        if composition.has_errors:
            self._show_problems(composition.problems)
        elif self._office.session.seal(self._on_sealed, self._on_failed):
            self.sealing_changed.emit(True)

    def _just_sealed(self) -> bool:
        """A key that is held meant the document that was there, not the empty one after it."""
        untouched = self._office.session.draft is self._fresh
        return untouched and time.monotonic() - self._sealed_at < _DEAF_SECONDS

    def _on_sealed(self, submission: Submission) -> None:
        self._sealed_at = time.monotonic()
        self._fresh = self._office.session.draft
        self.sealing_changed.emit(False)
        self.sealed.emit(submission)

    def _on_failed(self, error: Exception) -> None:
        self.sealing_changed.emit(False)
        problems = getattr(error, "problems", None)
        problem = getattr(error, "problem", None)
        if problems:
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
