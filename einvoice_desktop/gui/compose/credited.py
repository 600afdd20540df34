"""Beside the sums of a credit: what was credited of its original already, and what is left of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from einvoice_desktop.app.entry import show_amount, show_date
from einvoice_desktop.gui.change import EVERYTHING
from einvoice_desktop.gui.compose.give_way import give_way
from einvoice_desktop.gui.fields.identity import identify, plain_tip, tabular
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.app.credit_ceiling import Creditable, CreditedLine
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.gui.change import Change
    from einvoice_desktop.gui.session import DraftSession

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIGURES = ("original", "credited", "left")
_LEAST = 40
"""Pixels of the lines that stay in sight where they are many."""
_LOW = 720
"""Pixels of the page below which only the sum that is left is shown."""


class CreditedPanel(QFrame):
    """Displays only; hidden where the document names no original that these books know."""

    def __init__(self, session: DraftSession, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._asked: tuple[str, ...] = ()
        self._shown: tuple[Creditable, ...] = ()
        self.setProperty("role", "panel")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._heading = label("section", self, wrap=True)
        identify(self._heading, "credited.heading")
        self._captions = {name: label("muted", self) for name in _FIGURES}
        self._figures = {name: label("figure", self) for name in _FIGURES}
        self._lines = QWidget(self)
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._lines_grid = QGridLayout(self._lines)
        self._is_low = False
        self._lay_out()
        self.hide()
        parent.installEventFilter(self)
        self._is_low = parent.height() < _LOW
        self._give_way()
        session.composition_changed.connect(self._follow)
        if session.composition is not None:
            self._follow(session.composition, EVERYTHING)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for place, (name, figure) in enumerate(self._figures.items()):
            identify(figure, f"credited.{name}")
            figure.setFont(tabular(figure.font()))
            figure.setAlignment(_RIGHT)
            self._captions[name].setBuddy(figure)
            grid.addWidget(self._captions[name], place, 0)
            grid.addWidget(figure, place, 1)
        self._lines_grid.setContentsMargins(0, 4, 0, 0)
        self._lines_grid.setHorizontalSpacing(6)
        self._lines_grid.setVerticalSpacing(3)
        self._lines_grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 9, 12, 10)
        layout.setSpacing(5)
        layout.addWidget(self._heading)
        layout.addLayout(grid)
        layout.addWidget(give_way(self._lines, self, _LEAST))

    # --- what is known --------------------------------------------------------------------------

    def _follow(self, composition: Composition, change: Change) -> None:
        from einvoice_desktop.app.credit_rules import originals_named

        marks = originals_named(composition.source)
        opened = change.scope == "all" and not self._session.can_undo
        if marks != self._asked or opened:
            self._asked = marks
            if marks:
                self._session.ask(lambda desk: desk.originals.learn(marks), lambda _none: self._learnt(marks))
        self._show()

    def _learnt(self, marks: tuple[str, ...]) -> None:
        if marks == self._asked:
            self._session.recheck()

    # --- what is shown --------------------------------------------------------------------------

    def _show(self) -> None:
        known = self._session.originals
        if known != self._shown:
            self._shown = known
            self.retranslate()
        self.setVisible(bool(known))

    def retranslate(self) -> None:
        """Every word and figure in the language of the day."""
        known, language = self._shown, self._session.language
        if not known:
            return
        names = ", ".join(f"{one.named} · {show_date(one.date)}" for one in known)
        self._heading.setText(self.tr("Credit of {0}").format(names))
        captions = (self.tr("Net as issued"), self.tr("Credited already"), self.tr("Left to credit"))
        for name, caption in zip(_FIGURES, captions, strict=True):
            self._captions[name].setText(caption)
        for name, amount in zip(_FIGURES, _sums(known), strict=True):
            self._figures[name].setText(show_amount(amount, language))
        touched = [line for one in known for line in one.lines if not line.is_untouched]
        self._show_lines(touched)

    def _show_lines(self, lines: Sequence[CreditedLine]) -> None:
        while len(self._rows) < len(lines):
            self._rows.append(self._new_row(len(self._rows)))
        for place, (words, left) in enumerate(self._rows):
            for part in (words, left):
                part.setVisible(place < len(lines))
            if place < len(lines):
                words.setText(self._line(lines[place]))
                words.setToolTip(plain_tip(words.text()))
                left.setText(show_amount(lines[place].left_net, self._session.language))
        self._lines.setVisible(bool(lines) and not self._is_low)

    def _new_row(self, place: int) -> tuple[QLabel, QLabel]:
        words, left = label("muted", self._lines), label("figure", self._lines)
        # What is longer than the room is told whole by a tool tip.
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        left.setFont(tabular(left.font()))
        identify(words, f"credited.lines[{place}]")
        identify(left, f"credited.lines[{place}].left")
        words.setBuddy(left)
        self._lines_grid.addWidget(words, place, 0)
        self._lines_grid.addWidget(left, place, 1, _RIGHT)
        return words, left

    def _line(self, line: CreditedLine) -> str:
        """How much of the quantity is credited, then the name: its end is what may be cut."""
        if line.quantity is None:
            return line.name
        language = self._session.language
        numbers = (show_amount(number, language, 0) for number in (line.credited_quantity, line.quantity))
        return self.tr("{0} of {1} · {2}").format(*numbers, line.name)

    # --- a low screen ---------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a low screen what is left is what stays in sight: the sums need the room."""
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            low = watched.height() < _LOW
            if low != self._is_low:
                self._is_low = low
                self._give_way()
        return super().eventFilter(watched, event)

    def _give_way(self) -> None:
        for name in ("original", "credited"):
            for part in (self._captions[name], self._figures[name]):
                part.setHidden(self._is_low)
        self._lines.setVisible(bool(self._rows) and not self._is_low)


def _sums(known: Sequence[Creditable]) -> tuple[Decimal, Decimal, Decimal]:
    from einvoice_desktop.app.credit_ceiling import summed

    return summed(known)
