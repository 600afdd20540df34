"""Which span of time is looked at: a month, a quarter, a year, or days typed one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from einvoice_desktop.app.entry import show_date
from einvoice_desktop.app.spans import Span, own_span, span_of
from einvoice_desktop.gui.fields.choice_box import ChoiceBox
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.pages.archive_filters import DayBox

if TYPE_CHECKING:
    from einvoice_desktop.app.entry import Language
    from einvoice_desktop.app.spans import Size
    from einvoice_desktop.gui.buttons import KeyButton

_SIZES: tuple[Size, ...] = ("month", "quarter", "year", "own")
_LOCALES = {"el": QLocale.Language.Greek, "en": QLocale.Language.English}


class SpanChooser(QWidget):
    """`changed` when another span is looked at. The buttons that step through time are the page's."""

    changed = Signal()

    def __init__(self, today: str, before: KeyButton, after: KeyButton, parent: QWidget) -> None:
        super().__init__(parent)
        self.span = span_of("month", today)
        self._language: Language = "el"
        self.size_box = ChoiceBox("figures.size", 0, self)
        self.since, self.until = DayBox("figures.since", self), DayBox("figures.until", self)
        self.name = label("subheading", self)
        identify(self.name, "figures.span")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.size_box, before, self.name, self.since, self.until, after):
            row.addWidget(widget)
        row.addStretch(1)
        for day in (self.since, self.until):
            day.setFixedWidth(day.fontMetrics().horizontalAdvance("00/00/0000") + 28)
            day.hide()
            day.day_changed.connect(self._on_days_typed)
        self.size_box.currentIndexChanged.connect(lambda _index: self._on_size_chosen())

    def step(self, steps: int) -> None:
        """So many spans later, or earlier below 0."""
        self._look_at(self.span.stepped(steps))

    def _on_size_chosen(self) -> None:
        size: Size = next((size for size in _SIZES if size == self.size_box.value), "month")
        if size == self.span.size:
            return
        if size == "own":
            self._look_at(own_span(self.span.since, self.span.until))
        else:
            self._look_at(span_of(size, self.span.since))

    def _on_days_typed(self) -> None:
        since, until = self.since.day, self.until.day
        if self.span.size == "own" and since and until:
            span = own_span(since, until)
            if span != self.span:
                self.span = span
                self.changed.emit()

    def _look_at(self, span: Span) -> None:
        self.look_at(span)
        self.changed.emit()

    def look_at(self, span: Span) -> None:
        """Shows another span without telling of it."""
        self.span = span
        with QSignalBlocker(self.size_box):
            self.size_box.choose(span.size)
        self._show()

    def _show(self) -> None:
        own = self.span.size == "own"
        self.name.setVisible(not own)
        self.name.setText(span_words(self.span, self._language))
        for box, day in ((self.since, self.span.since), (self.until, self.span.until)):
            box.setVisible(own)
            if own:
                box.show_day(day)

    def retranslate(self, language: Language) -> None:
        """The words of the language of now."""
        self._language = language
        names = (self.tr("Month"), self.tr("Quarter"), self.tr("Year"), self.tr("From – to…"))
        self.size_box.fill(list(zip(_SIZES, names, strict=True)))
        with QSignalBlocker(self.size_box):
            self.size_box.choose(self.span.size)
        self.size_box.setAccessibleName(self.tr("Period"))
        self.since.setAccessibleName(self.tr("From date"))
        self.until.setAccessibleName(self.tr("To date"))
        self._show()


def span_words(span: Span, language: Language) -> str:
    """ "Νοέμβριος 2026", "4ο τρίμηνο 2026", "2026", or its days."""
    year, month = int(span.since[:4]), int(span.since[5:7])
    if span.size == "month":
        return month_words(span.since, language)
    if span.size == "quarter":
        words = QCoreApplication.translate("SpanChooser", "Quarter {0}, {1}")
        return words.format((month + 2) // 3, year)
    if span.size == "year":
        return str(year)
    return f"{show_date(span.since)} – {show_date(span.until)}"


def month_words(day: str, language: Language, *, short: bool = False) -> str:
    """ "Νοέμβριος 2026" of yyyy-MM or yyyy-MM-dd; `short`: "Νοέ"."""
    locale = QLocale(_LOCALES[language])
    month = int(day[5:7])
    if short:
        return locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat).strip(".")
    return f"{locale.standaloneMonthName(month)} {day[:4]}"
