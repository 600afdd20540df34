"""The wizard that sets up the company: each step may be passed by, nothing typed is lost."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from einvoice_desktop.app.companies import CARD_SETTING, card_of, card_texts
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.opening import read_bounded
from einvoice_desktop.gui.set_up.company import CompanyStep, VatStep
from einvoice_desktop.gui.set_up.steps import (
    ConnectionStep,
    PaperStep,
    SeriesStep,
    SummaryStep,
    server_words,
)
from einvoice_desktop.gui.tasks import while_alive
from einvoice_desktop.gui.worded_dialog import WordedDialog

if TYPE_CHECKING:
    from einvoice_desktop.app.connection import ConnectionChoice, Connections
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.opening import ReadFile
    from einvoice_desktop.gui.set_up.step import Step

TYPED_SETTING = "setUp.typed"
"""What stood in the wizard's fields when it was left, and at which step; never a key."""
REMEMBER_MS = 1000
_SIZE = (760, 640)


class SetUpDialog(WordedDialog):
    """Stands beside the window. What a step tells holds once it is left by Next; the books at Finish."""

    books_chosen = Signal()
    """Another connection is kept: the window is to go on with it."""

    def __init__(
        self, office: Office, connections: Connections, read_file: ReadFile, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._office, self._connections = office, connections
        identify(self, "setUp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._stack = QStackedWidget(self)
        self.vat = VatStep(office, self)
        self.company = CompanyStep(office, lambda: self.vat.vat, self)
        self.connection = ConnectionStep(office, connections, lambda: self.vat.vat, self)
        self.series = SeriesStep(office, lambda: self.connection.server, self)
        self.paper = PaperStep(office, read_file, self)
        self.summary = SummaryStep(office, self._lines, self)
        self.steps: tuple[Step, ...] = (
            self.vat,
            self.company,
            self.connection,
            self.series,
            self.paper,
            self.summary,
        )
        self._place_words = label("caption", self)
        identify(self._place_words, "setUp.place")
        self._told = label("error", self, wrap=True)
        identify(self._told, "setUp.fault")
        self.back = self._button("back", "Alt+←", "")
        self.next = self._button("next", "Enter", "primary")
        self._close = self._button("close", "Esc", "")
        self._areas: list[QScrollArea] = []
        self._lay_out()
        self._connect()
        self.resize(_SIZE[0], min(_SIZE[1], max(520, parent.height() - 20)))
        self._go(self._restore())

    def _button(self, name: str, key: str, role: str) -> KeyButton:
        button = KeyButton(key, role, self)
        identify(button, f"setUp.{name}")
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        for step in self.steps:
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            area.setWidget(step)
            self._areas.append(area)
            self._stack.addWidget(area)
        foot = QHBoxLayout()
        foot.setContentsMargins(28, 0, 28, 0)
        foot.setSpacing(8)
        foot.addWidget(self._place_words)
        foot.addStretch(1)
        for button in (self.back, self.next, self._close):
            foot.addWidget(button)
        told = QHBoxLayout()
        told.setContentsMargins(28, 0, 28, 0)
        told.addWidget(self._told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 12)
        layout.setSpacing(8)
        layout.addWidget(self._stack, 1)
        layout.addLayout(told)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.next.setDefault(True)
        self.next.clicked.connect(lambda _checked=False: self._on_next())
        self.back.clicked.connect(lambda _checked=False: self._on_back())
        self._close.clicked.connect(self.reject)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self._on_back)
        self.vat.found.connect(self.company.take)
        for step in self.steps:
            step.told.connect(self._say)
        # A computer that goes out in the middle of a step takes nothing with it.
        keeper = QTimer(self, interval=REMEMBER_MS)
        keeper.timeout.connect(self._remember)
        self.finished.connect(lambda _result: self._remember())
        self.finished.connect(keeper.stop)
        keeper.start()

    # --- from step to step ------------------------------------------------------------------------

    @property
    def place(self) -> int:
        """The step in sight, from 0."""
        return self._stack.currentIndex()

    @property
    def _step(self) -> Step:
        return self.steps[self.place]

    @property
    def _is_last(self) -> bool:
        return self.place == len(self.steps) - 1

    def _go(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._step.enter()
        self._say("")
        self._retranslate()
        self._set_focus()

    def _set_focus(self) -> None:
        target = self.next if self._is_last else self._step.first()
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_back(self) -> None:
        if self.place and self.next.isEnabled():
            self._remember()
            self._go(self.place - 1)

    def _on_next(self) -> None:
        fault = self._step.fault()
        self._say(fault)
        if fault:
            return
        if self._is_last:
            self._finish()
            return
        self.next.setEnabled(False)
        work = self._step.keep()
        self._office.tasks.run(work, while_alive(self, self._on_kept), while_alive(self, self._on_failed))

    def _on_kept(self, _done: None) -> None:
        self.next.setEnabled(True)
        self._go(self.place + 1)
        self._remember()

    def _on_failed(self, error: Exception) -> None:
        self.next.setEnabled(True)
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        if getattr(error, "code", "").startswith("connection_"):
            self._go(self.steps.index(self.connection))
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._told.setText(sentence)
        self._told.setVisible(bool(sentence))

    # --- the end ----------------------------------------------------------------------------------

    def _finish(self) -> None:
        choice, connections = self.connection.choice, self._connections
        if not self.connection.is_confirmed:
            self._go(self.steps.index(self.connection))
            self._say(self.connection.fault())
            return

        def work() -> ConnectionChoice:
            if connections.key_state(choice.server, choice.vat) == "missing":
                raise UserError("connection_key_missing")
            connections.keep(choice)
            return connections.chosen()

        self.next.setEnabled(False)
        self._office.tasks.run(work, while_alive(self, self._on_finished), while_alive(self, self._on_failed))

    def _on_finished(self, kept: ConnectionChoice) -> None:
        opened = self._connections.opened
        self.accept()
        self._office.preferences.choose(TYPED_SETTING, "")
        if kept == opened or (kept.is_practice and opened.is_practice):
            self._office.say(self.tr("The company is set up."), "success")
        else:
            self.books_chosen.emit()

    def _lines(self) -> list[str]:
        """What holds, a line each."""
        card = card_texts(card_of(self._office.preferences.get(CARD_SETTING)))
        choice, rows = self.connection.choice, self.series.rows.rows
        told = " · ".join(filter(None, (card["registeredName"], card["vat"])))
        series = ", ".join(dict.fromkeys(row.series for row in rows))
        lines = {
            self.tr("Company"): told or self.tr("not told yet: the issuer is typed on each document"),
            self.tr("Environment"): server_words(choice.server),
            self.tr("Series"): series or self.tr("none settled: a new document goes on in the last one used"),
            self.tr("Provider's line"): self.paper.line.text().strip() or self.tr("none"),
        }
        return [f"{name}: {text}" for name, text in lines.items()]

    # --- what is remembered -----------------------------------------------------------------------

    def _remember(self) -> None:
        told = {step.name: step.typed() for step in self.steps} | {"place": self.place}
        text = json.dumps(told, ensure_ascii=False)
        if text != self._office.preferences.get(TYPED_SETTING):
            self._office.preferences.choose(TYPED_SETTING, text)

    def _restore(self) -> int:
        """The fields as they were left; the step where that was."""
        try:
            told = json.loads(self._office.preferences.get(TYPED_SETTING) or "{}")
        except ValueError:
            return 0
        if not isinstance(told, dict):
            return 0
        for step in self.steps:
            typed = told.get(step.name)
            if isinstance(typed, dict) and typed:
                step.restore(typed)
        place = told.get("place")
        return place if isinstance(place, int) and 0 <= place < len(self.steps) else 0

    # --- words ------------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Set up the company"))
        self._place_words.setText(self.tr("Step {0} of {1}").format(self.place + 1, len(self.steps)))
        self.back.setText(self.tr("Back"))
        self.back.setEnabled(self.place > 0)
        self.next.setText(self.tr("Finish") if self._is_last else self.tr("Next"))
        self._close.setText(self.tr("Later"))

    def focus_first(self) -> None:
        self._set_focus()


def set_up_dialog(office: Office, window: QWidget) -> SetUpDialog:
    """The wizard of a window; taking other books makes room for a window on those."""
    connections = office.connections
    assert connections is not None
    dialog = SetUpDialog(office, connections, read_bounded, window)
    dialog.books_chosen.connect(office.reopen)
    return dialog
