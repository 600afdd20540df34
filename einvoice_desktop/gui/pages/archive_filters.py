"""What the archive is asked by: words, a period, a document type, a state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from einvoice_desktop.app.archive import STATES, ArchiveQuery, period
from einvoice_desktop.app.entry import show_date, understand_date
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify, mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.gui.buttons import KeyButton

OWN = "own"
"""The period that is typed from day to day."""
_PERIODS = ("all", "today", "month", "lastMonth", "year", "lastYear", OWN)


class SearchBox(QLineEdit):
    """A search box: down goes to the table, Escape empties it."""

    left_downwards = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class DayBox(QLineEdit):
    """A typed day; one that cannot be understood is marked and bounds nothing."""

    day_changed = Signal()

    def __init__(self, identifier: str, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, identifier)
        self.day = ""
        """yyyy-MM-dd, "" for none."""
        self.setMaxLength(20)
        self.textChanged.connect(self._on_text_changed)
        self.editingFinished.connect(lambda: self.show_day(self.day) if self.day else None)

    def show_day(self, day: str) -> None:
        """Shows dd/MM/yyyy."""
        if self.text() != show_date(day):
            self.setText(show_date(day))

    def _on_text_changed(self, text: str) -> None:
        understood = understand_date(text) or ""
        wrong = bool(text.strip()) and not understood
        mark(self, "error" if wrong else "", self.tr("This is no date.") if wrong else "")
        if understood != self.day:
            self.day = understood
            self.day_changed.emit()


class ArchiveFilters(QWidget):
    """One row for words, one for choices. `changed` on every key and choice."""

    changed = Signal()

    def __init__(self, clear_button: KeyButton, parent: QWidget) -> None:
        super().__init__(parent)
        self.search = SearchBox(self)
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(200)
        identify(self.search, "archive.search")
        self.period = ChoiceBox("archive.period", 13, self)
        self.since, self.until = DayBox("archive.since", self), DayBox("archive.until", self)
        self.type = ChoiceBox("archive.type", 16, self)
        self.state = ChoiceBox("archive.state", 12, self)
        self.clear_button = clear_button
        self._types: Sequence[tuple[str, str]] = ()
        self._lay_out()
        self.retranslate()
        self.search.textChanged.connect(lambda _text: self._on_changed())
        for box in (self.period, self.type, self.state):
            box.currentIndexChanged.connect(lambda _index: self._on_changed())
        for day in (self.since, self.until):
            day.day_changed.connect(self._on_changed)
        self._on_changed()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.period, self.since, self.until, self.type, self.state):
            row.addWidget(widget)
        row.addStretch(1)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.search, 1)
        first.addWidget(self.clear_button)
        for day in (self.since, self.until):
            day.setFixedWidth(day.fontMetrics().horizontalAdvance("00/00/0000") + 28)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(first)
        rows.addLayout(row)

    def query(self, today: str) -> ArchiveQuery:
        """What is asked for now, as seen on `today` (yyyy-MM-dd)."""
        since, until = self.since.day, self.until.day
        if self.period.value != OWN:
            since, until = period(self.period.value, today)  # type: ignore[arg-type]  # one of _PERIODS
        types = frozenset({self.type.value}) if self.type.value else frozenset()
        return ArchiveQuery(self.search.text(), since, until, types, STATES[self.state.value])

    @property
    def is_narrowed(self) -> bool:
        """Whether less than everything that was issued is asked for."""
        choices = (self.period.value, self.type.value, self.state.value)
        return bool(self.search.text().strip()) or choices != ("all", "", "issued")

    def clear(self) -> None:
        """Back to everything that was issued; told once."""
        boxes = (self.period, self.type, self.state, self.search, self.since, self.until)
        blockers = [QSignalBlocker(box) for box in boxes]
        for box in (self.period, self.type, self.state):
            box.setCurrentIndex(0)
        self.search.clear()
        for blocker in blockers:
            blocker.unblock()
        self.since.clear()
        self.until.clear()
        self._on_changed()

    def offer_types(self, types: Sequence[tuple[str, str]]) -> None:
        """The document types that can be asked for: code and words."""
        self._types = types
        self._fill_types()

    def _fill_types(self) -> None:
        self.type.fill([("", self.tr("All types")), *self._types])

    def _on_changed(self) -> None:
        own = self.period.value == OWN
        self.since.setVisible(own)
        self.until.setVisible(own)
        self.clear_button.setVisible(self.is_narrowed)
        self.changed.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """The words of the language of now."""
        self.search.setPlaceholderText(self.tr("Search by customer, VAT number, series, MARK…"))
        self.search.setAccessibleName(self.tr("Search the archive"))
        periods = (
            self.tr("All dates"),
            self.tr("Today"),
            self.tr("This month"),
            self.tr("Last month"),
            self.tr("This year"),
            self.tr("Last year"),
            self.tr("From – to…"),
        )
        self.period.fill(list(zip(_PERIODS, periods, strict=True)))
        states = (self.tr("Issued"), self.tr("Refused"), self.tr("On their way"), self.tr("All states"))
        self.state.fill(list(zip(STATES, states, strict=True)))
        self._fill_types()
        self.period.setAccessibleName(self.tr("Period"))
        self.type.setAccessibleName(self.tr("Document type"))
        self.state.setAccessibleName(self.tr("State"))
        self.since.setPlaceholderText(self.tr("From"))
        self.until.setPlaceholderText(self.tr("To"))
        self.since.setAccessibleName(self.tr("From date"))
        self.until.setAccessibleName(self.tr("To date"))
        self.clear_button.setText(self.tr("Clear filters"))
