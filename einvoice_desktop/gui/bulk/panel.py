"""How far many documents have come that are issued one after the other: a panel below the drafts."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.app.bulk import Bulk, BulkLine, Phase, Place
from einvoice_desktop.app.entry import show_amount
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.gui import words
from einvoice_desktop.gui.bulk.words import figures_text
from einvoice_desktop.gui.fields.identity import identify, tabular
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.pages.outbox import COLOUR_OF
from einvoice_desktop.gui.pages.table import RecordTable
from einvoice_desktop.gui.records import Column, RecordModel

if TYPE_CHECKING:
    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.pages.page import Page

_LEAST_HEIGHT = 250
_SIGNS = {
    Place.READY: ("drafts", "muted"),
    Place.SEALING: ("sending", "accent"),
    Place.STOPPED: ("refused", "error"),
}
"""Icon and colour of what is not in the outbox."""


class BulkPanel(QFrame):
    """Says and shows; what is to be done about it others hear of."""

    pause_wanted = Signal()
    """Pause it, or go on."""
    cancel_wanted = Signal()
    opened = Signal(object)
    """The BulkLine that the person wants to look at."""
    closed = Signal()

    def __init__(self, office: Office, page: Page) -> None:
        super().__init__(page)
        self._office = office
        self._bulk = Bulk(())
        self._only_refused = False
        self.setProperty("role", "panel")
        identify(self, "bulk")
        self._heading = label("subheading", self, wrap=True)
        self._state = label("", self, wrap=True)
        self._state.setFont(tabular(self._state.font()))
        identify(self._state, "bulk.state")
        self._bar = _Bar(self)
        self._pause = page.make_button("bulk.pause", self.pause_wanted.emit, key="Ctrl+Shift+P")
        self._cancel = page.make_button("bulk.cancel", self.cancel_wanted.emit, "close", key="Ctrl+Shift+U")
        self._refused = page.make_button("bulk.refused", self._on_refused, "refused", key="Ctrl+Shift+R")
        self._refused.setCheckable(True)
        self._close = page.make_button("bulk.close", self.closed.emit, key="Ctrl+Shift+W")
        self._model = RecordModel(self._columns(), lambda line: line.draft_id, self)
        self.table: RecordTable[BulkLine] = RecordTable("bulk.documents", self._model, self)
        self.table.opened.connect(self._on_opened)
        self._lay_out()
        self.retranslate()
        office.theme.changed.connect(self._model.refresh)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        for button in (self._refused, self._pause, self._cancel, self._close):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 10)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._state)
        layout.addWidget(self._bar)
        layout.addWidget(self.table, 1)
        self.setMinimumHeight(_LEAST_HEIGHT)

    def _columns(self) -> list[Column[BulkLine]]:
        office = self._office
        return [
            Column("state", lambda: self.tr("State"), self._state_of, icon=self._icon_of, width=150),
            Column("document", lambda: self.tr("Document"), _name_of, width=100),
            Column("customer", lambda: self.tr("Customer"), lambda line: line.customer or "–", width=0),
            Column(
                "gross",
                lambda: self.tr("Amount"),
                lambda line: show_amount(line.gross, office.language),
                sort=lambda line: line.gross,
                figure=True,
                width=110,
            ),
            Column("next", lambda: self.tr("What happens next"), self._next_of, width=0),
        ]

    # --- one document ---------------------------------------------------------------------------

    def _state_of(self, line: BulkLine) -> str:
        if line.row is not None:
            return words.short_state(line.row)
        match line.place:
            case Place.SEALING:
                return self.tr("Being sealed")
            case Place.STOPPED if getattr(line.error, "code", "") == "draft_gone":
                return self.tr("No draft any more")
            case Place.STOPPED:
                return self.tr("Not issued")
        return words.state_word(State.DRAFT)

    def _icon_of(self, line: BulkLine) -> QIcon:
        colours = self._office.theme.colours
        if line.state is None:
            sign, colour = _SIGNS[line.place]
        else:
            sign, colour = str(line.state), COLOUR_OF[line.state]
        return self._office.icons.sign(sign, getattr(colours, colour), colours)

    def _next_of(self, line: BulkLine) -> str:
        if line.error is not None:
            return self._why(line.error)
        if line.row is None:
            cancelled = self._bulk.phase is Phase.CANCELLED
            return self.tr("Stays a draft") if cancelled and line.place is Place.READY else ""
        held_by = self._bulk.held_by(line)
        if held_by is not None:
            return self.tr("Waits for {0}, whose outcome is open").format(words.document_name(held_by, ""))
        office = self._office
        reason = words.reason(line.row, office.the_desk.sentence, office.language)
        told = (reason, words.next_step_briefly(line.row, datetime.now(UTC)))
        return " · ".join(part for part in told if part).replace("\n", " ")

    def _why(self, error: Exception) -> str:
        """The first thing that is wrong with the document, where it is that."""
        office = self._office
        errors = [problem for problem in getattr(error, "problems", ()) if problem.is_error]
        if errors:
            return office.the_desk.problem_sentence(errors[0], office.language)
        return (office.sentence_of(error) or str(error)).replace("\n", " ")

    def _on_opened(self) -> None:
        line = self.table.current_record()
        if line is not None:
            self.opened.emit(line)

    # --- all of them ----------------------------------------------------------------------------

    def show_bulk(self, bulk: Bulk) -> None:
        """As they stand now."""
        self._bulk = bulk
        lines = [line for line in bulk.lines if line.needs_a_person or not self._only_refused]
        self._model.set_rows(lines)
        self.table.choose_first()
        self._say()

    def show_refused(self) -> None:
        """The refused ones alone, the keys on the first of them."""
        self._refused.setChecked(True)
        self._on_refused()
        self.table.setFocus()

    def begin(self, bulk: Bulk) -> None:
        """Other documents."""
        self._only_refused = False
        self._refused.setChecked(False)
        self.show_bulk(bulk)
        self.table.fit_figures(bulk.lines)

    def _on_refused(self) -> None:
        self._only_refused = self._refused.isChecked()
        self.show_bulk(self._bulk)

    def _say(self) -> None:
        bulk, figures = self._bulk, self._bulk.figures
        self._heading.setText(self._heading_text())
        told = figures_text(figures, self._office.language)
        if bulk.trouble is not None:
            told += "\n" + (self._office.sentence_of(bulk.trouble) or str(bulk.trouble))
        self._state.setText(told)
        self._bar.show_part((figures.total - figures.ready) / figures.total if figures.total else 0.0)
        paused = bulk.phase is Phase.PAUSED
        self._pause.setText(self.tr("Go on") if paused else self.tr("Pause"))
        for button in (self._pause, self._cancel):
            button.setVisible(bulk.is_sealing)
            button.setEnabled(bulk.is_sealing)
        # What is hidden cannot be meant by its key either.
        self._close.setVisible(not bulk.is_sealing)
        self._close.setEnabled(not bulk.is_sealing)
        stopped = any(line.needs_a_person for line in bulk.lines)
        self._refused.setVisible(stopped or self._only_refused)
        self._refused.setEnabled(stopped or self._only_refused)

    def _heading_text(self) -> str:
        bulk = self._bulk
        if bulk.phase is Phase.PAUSED:
            return self.tr("Paused")
        if bulk.is_sealing:
            return self.tr("Issuing many documents")
        if bulk.phase is Phase.CANCELLED:
            return self.tr("Cancelled: the rest are drafts as they were")
        return (
            self.tr("Many documents issued") if bulk.is_over else self.tr("All are sealed, some on their way")
        )

    def announce(self, text: str) -> None:
        """Tells who does not see it."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def retranslate(self) -> None:
        """The words of the language of now."""
        self.setAccessibleName(self.tr("Issuing many documents"))
        self.table.setAccessibleName(self.tr("Documents issued together"))
        self._cancel.setText(self.tr("Cancel the rest"))
        self._refused.setText(self.tr("Only the refused"))
        self._close.setText(self.tr("Close"))
        self._model.refresh()
        self.table.fit_titles()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()


class _Bar(QWidget):
    """How much is sealed; the words beside it say the same."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._part = 0.0
        self.setFixedHeight(6)

    def show_part(self, part: float) -> None:
        self._part = part
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(self.rect())
        for role, width in ((QPalette.ColorRole.Mid, 1.0), (QPalette.ColorRole.Highlight, self._part)):
            painter.setBrush(self.palette().color(role))
            painter.drawRoundedRect(QRectF(0, 0, ground.width() * width, ground.height()), 3, 3)
        painter.end()


def _name_of(line: BulkLine) -> str:
    return words.document_name(line.row, line.type_code) if line.row else f"{line.type_code} {line.series}"
