"""The outbox page: what is on its way, how old it is, and what happens next and when."""

from __future__ import annotations

from datetime import UTC, datetime
from math import inf
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QHideEvent, QIcon
from PySide6.QtWidgets import QPlainTextEdit, QSplitter, QTabWidget, QVBoxLayout, QWidget

from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Submission
from einvoice_desktop.gui import words
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.pages.details import all_sent_text, answers_text
from einvoice_desktop.gui.pages.list_page import ListPage
from einvoice_desktop.gui.pages.page import label
from einvoice_desktop.gui.pages.receipt_followed import is_open
from einvoice_desktop.gui.records import Column

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office

_TICK = 1000


class OutboxPage(ListPage[Submission]):
    """One row a sealed document; below it the bytes that were sent and what came back."""

    open_requested = Signal(int)
    try_now_requested = Signal()

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__("outbox", office, lambda row: row.id, parent)
        self.try_button = self.add_button("outbox.tryNow", self.try_now_requested.emit, "F8", "sending")
        self.open_button = self.add_button("outbox.open", self.open_chosen, "Enter", "receipt", "primary")
        self.for_chosen = [self.open_button]
        self.state = label(parent=self, wrap=True)
        identify(self.state, "outbox.state")
        self.sent, self.answers = _reading_box("outbox.sent", self), _reading_box("outbox.answers", self)
        self.details = QTabWidget(self)
        self.details.setDocumentMode(True)
        self.details.tabBar().setDrawBase(False)
        self.details.addTab(self.answers, "")
        self.details.addTab(self.sent, "")
        below = QWidget(self)
        lines = QVBoxLayout(below)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.state)
        lines.addWidget(self.details, 1)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(12)
        splitter.addWidget(self.shown)
        splitter.addWidget(below)
        splitter.setSizes([360, 260])
        self.content.addWidget(splitter)
        self._ticker = QTimer(self, interval=_TICK)
        self._ticker.timeout.connect(self._on_tick)
        self._told: tuple[object, ...] = ()
        self.retranslate()
        self.follow_chosen()

    def columns(self) -> list[Column[Submission]]:
        return [
            Column(
                "state",
                lambda: self.tr("State"),
                words.short_state,
                icon=self._icon,
                width=170,
            ),
            Column(
                "document",
                lambda: self.tr("Document"),
                lambda row: words.document_name(row, row.sealed.key.type_code),
                sort=lambda row: row.id,
                width=100,
            ),
            Column(
                "customer",
                lambda: self.tr("Customer"),
                lambda row: row.sealed.counterparty_name or "–",
                width=0,
            ),
            *self._figures(),
            Column("limit", lambda: self.tr("Legal limit"), self._limit, sort=self._left, width=92),
            Column("next", lambda: self.tr("Next step"), self._next, width=0),
        ]

    def _figures(self) -> list[Column[Submission]]:
        office = self.office
        return [
            Column(
                "gross",
                lambda: self.tr("Amount"),
                lambda row: show_amount(row.sealed.gross, office.language),
                sort=lambda row: row.sealed.gross,
                figure=True,
                width=100,
            ),
            Column(
                "age",
                lambda: self.tr("Age"),
                lambda row: words.age(row.sealed_at, datetime.now(UTC)),
                sort=lambda row: row.sealed_at,
                figure=True,
                width=80,
            ),
            Column(
                "attempts",
                lambda: self.tr("Tries"),
                lambda row: str(row.attempts),
                sort=lambda row: row.attempts,
                figure=True,
                width=80,
            ),
        ]

    def _icon(self, row: Submission) -> QIcon:
        colours = self.office.theme.colours
        colour = colours.warning if row.mark_pending else getattr(colours, COLOUR_OF[row.state])
        return self.office.icons.sign(row.state, colour, colours)

    def _limit(self, row: Submission) -> str:
        clock = self.office.the_desk.legal_clock(row) if row.attempts else None
        if clock is None:
            return ""
        if clock.is_over:
            return "⚠ " + self.tr("passed")
        left = words.span(clock.left.total_seconds())
        return f"⚠ {left}" if words.clock_tone(clock) == "warning" else left

    def _left(self, row: Submission) -> float:
        clock = self.office.the_desk.legal_clock(row) if row.attempts else None
        return inf if clock is None else clock.left.total_seconds()

    def _next(self, row: Submission) -> str:
        return words.next_step_briefly(row, datetime.now(UTC)) or words.moment_text(row.changed_at)

    def refresh(self) -> None:
        self._ticker.start()
        self.office.tasks.run(self.office.the_desk.on_its_way, self._on_rows, self.office.on_failed)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ticker.stop()

    def look_again(self) -> None:
        self.refresh()

    def on_submission(self, _submission: Submission) -> None:
        if self.isVisible():
            self.refresh()

    def _on_rows(self, rows: list[Submission]) -> None:
        self.show_rows(rows)
        self.try_button.setEnabled(any(is_open(row) for row in self.model.rows))

    def _on_tick(self) -> None:
        self.model.refresh()
        self._say_state()

    def _say_state(self) -> None:
        row = self.table.current_record()
        if row is None:
            self.state.clear()
            return
        reason = words.reason(row, self.office.the_desk.sentence, self.office.language)
        clock = self.office.the_desk.legal_clock(row) if row.attempts else None
        due = words.clock_line(clock) if clock else ""
        parts = (words.state_sentence(row), reason, words.next_step(row, datetime.now(UTC)), due)
        self.state.setText(" · ".join(part for part in parts if part).replace("\n", " "))

    def follow_chosen(self) -> None:
        super().follow_chosen()
        row = self.table.current_record()
        self.details.setVisible(row is not None)
        self._say_state()
        wanted = () if row is None else (row.id, row.state, row.attempts, self.office.language)
        if row is None or wanted == self._told:
            return
        self._told = wanted
        desk, submission_id, language = self.office.the_desk, row.id, self.office.language

        def read() -> tuple[str, str]:
            return all_sent_text(desk, submission_id), answers_text(desk, submission_id, language)

        self.office.tasks.run(read, lambda texts: self._on_read(wanted, *texts), self.office.on_failed)

    def _on_read(self, asked: tuple[object, ...], sent: str, answers: str) -> None:
        if asked == self._told:
            self.sent.setPlainText(sent)
            self.answers.setPlainText(answers or self.tr("Nothing has come back yet."))

    def open_chosen(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self.open_requested.emit(row.id)

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Outbox"))
        self.hint.setText(self.tr("What is on its way. It is sent in the background; you can go on working."))
        self.try_button.setText(self.tr("Try now"))
        self.open_button.setText(self.tr("Open"))
        self.table.setAccessibleName(self.tr("Outbox"))
        self.details.setTabText(0, self.tr("What came back"))
        self.details.setTabText(1, self.tr("What was sent"))
        self.answers.setAccessibleName(self.tr("What came back"))
        self.sent.setAccessibleName(self.tr("What was sent"))
        self.shown.hint.setText(self.tr("Nothing is on its way. Everything has been sent."))
        self.name_columns()
        self._told = ()
        self.follow_chosen()


COLOUR_OF = {
    State.WAITING: "accent",
    State.SENDING: "accent",
    State.UNKNOWN: "warning",
    State.ISSUED: "success",
    State.REFUSED: "error",
    State.DRAFT: "muted",
}


def _reading_box(identifier: str, parent: QWidget) -> QPlainTextEdit:
    box = QPlainTextEdit(parent)
    box.setReadOnly(True)
    box.setTabChangesFocus(True)
    box.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    identify(box, identifier)
    return box
