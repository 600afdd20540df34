"""What is wrong with the document, under its heading, with how much there is of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.gui.compose.problem_index import ProblemIndex
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.app.completeness import Completeness
    from einvoice_desktop.app.faults import Faults
    from einvoice_desktop.domain.problems import Problem
    from einvoice_desktop.gui.compose.meter import Meter
    from einvoice_desktop.gui.compose.problem_list import ProblemList, Told
    from einvoice_desktop.gui.manual.meaning import MeaningButton

PlaceName = Callable[[str], str]
"""What the field at a JSON path is called by people ("Line 2 · VAT")."""

_PLACE_OF_LIST = 4
"""In the panel's layout: below the heading, the meter, the counts and what says that nothing is wrong."""


def severity_word(severity: str) -> str:
    """The word beside the sign."""
    if severity == "error":
        return QCoreApplication.translate("Problems", "Error")
    return QCoreApplication.translate("Problems", "Warning")


class ProblemPanel(QFrame):
    """The list is made when it is first asked for; nothing is wrong before the engine is there."""

    chosen = Signal(str)
    """The JSON path of the problem that was picked."""
    meaning_wanted = Signal(str)
    """The authority's number of a problem."""

    def __init__(
        self,
        sentence: Callable[[Problem], str],
        place_name: PlaceName,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self._place_name = place_name
        self._index = ProblemIndex(None)
        self._shown: tuple[Problem, ...] | None = None
        self.setProperty("role", "panel")
        self._heading = label("section", self)
        self._count = label("muted", self, wrap=True)
        self._none = label("muted", self)
        self._none.setWordWrap(True)
        self._meter: Meter | None = None
        self._list: ProblemList | None = None
        self._meaning: MeaningButton | None = None
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self._heading)
        head.addStretch()
        self._room_of_meter = QHBoxLayout()
        self._room_of_meter.setContentsMargins(12, 0, 12, 2)
        count = QHBoxLayout()
        count.setContentsMargins(12, 0, 12, 0)
        count.addWidget(self._count)
        none = QHBoxLayout()
        none.setContentsMargins(12, 0, 12, 0)
        none.addWidget(self._none)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2, 9, 2, 6)
        self._layout.setSpacing(4)
        self._layout.addLayout(head)
        self._layout.addLayout(self._room_of_meter)
        self._layout.addLayout(count)
        self._layout.addLayout(none)
        self._layout.addStretch(0)

    @property
    def list(self) -> ProblemList:
        """The list itself."""
        if self._list is None:
            self._list = self._new_list()
        return self._list

    def _new_list(self) -> ProblemList:
        from einvoice_desktop.gui.compose.problem_list import ProblemList

        made = ProblemList(self)
        made.setAccessibleName(self.tr("Problems"))
        made.setMinimumHeight(2 * made.fontMetrics().height())
        made.setVisible(bool(self._index.count()))
        made.chosen.connect(self.chosen)
        self._layout.insertWidget(_PLACE_OF_LIST, made, 1)
        return made

    def show_completeness(self, completeness: Completeness) -> None:
        """Says how far the document is."""
        if self._meter is None:
            from einvoice_desktop.gui.compose.meter import Meter

            self._meter = Meter(self)
            self._room_of_meter.addWidget(self._meter)
        self._meter.show_completeness(completeness)

    def show_index(self, index: ProblemIndex) -> None:
        """Lists the problems of a composition; nothing is drawn when they are the same as before."""
        self._index = index
        shown = index.shown()
        self._tell_count(index.faults())
        if shown != self._shown:
            self._shown = shown
            if shown or self._list is not None:
                self.list.show_problems([self._told(problem) for problem in shown])
            self._offer_meaning([problem.authority_code for problem in shown])

    def _offer_meaning(self, codes: Sequence[str]) -> None:
        if self._meaning is None:
            if not any(codes):
                return
            # The list stands above it.
            assert self.list is not None
            from einvoice_desktop.gui.manual.meaning import MeaningButton

            self._meaning = MeaningButton("problems.meaning", self, self._chosen_code)
            self._meaning.wanted.connect(self.meaning_wanted)
            self._layout.insertWidget(_PLACE_OF_LIST + 1, self._meaning, 0, Qt.AlignmentFlag.AlignLeft)
        self._meaning.show_codes(codes)

    def _chosen_code(self) -> str:
        row = self.list.currentIndex().row()
        return self._shown[row].authority_code if self._shown and 0 <= row < len(self._shown) else ""

    def _told(self, problem: Problem) -> Told:
        from einvoice_desktop.gui.compose.problem_list import Told

        severity = str(problem.severity)
        place = self._place_name(problem.path)
        head = f"{severity_word(severity)} · {place}" if place else severity_word(severity)
        return Told(problem.path, severity, head, self._sentence(problem))

    def _tell_count(self, wrong: Faults) -> None:
        told = []
        if wrong.errors:
            told.append(self.tr("Errors: {0}").format(wrong.errors))
        if wrong.warnings:
            told.append(self.tr("Warnings: {0}").format(wrong.warnings))
        self._count.setText(" · ".join(told))
        self._count.setVisible(bool(told))
        self._none.setVisible(not told)
        if told or self._list is not None:
            self.list.setVisible(bool(told))

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        self._heading.setText(self.tr("Problems"))
        if self._meter is not None:
            self._meter.retranslate()
        self._none.setText(self.tr("Nothing stands in the way of issuing."))
        if self._list is not None:
            self._list.setAccessibleName(self.tr("Problems"))
        self._shown = None
        self.show_index(self._index)
