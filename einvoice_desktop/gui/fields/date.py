"""A date, typed or picked from a calendar; the session gets it as yyyy-MM-dd."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from einvoice_desktop.app.entry import understand_date
from einvoice_desktop.gui.fields.chevron import draw_chevron
from einvoice_desktop.gui.fields.text import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QCalendarWidget

    from einvoice_desktop.gui.session import DraftSession

_TODAY = ("t", "τ", "s", "σ")
_WHOLE_YEAR = r"[0-9]{4}$|^[0-9]{4}"


class DateField(TextField):
    """Shows dd/MM/yyyy. A half typed date goes to the session as it is; "t" and "σ" mean today."""

    selects_all = True

    def __init__(self, session: DraftSession, path: str, parent: QWidget | None = None) -> None:
        super().__init__(session, path, parent)
        self._button = QToolButton(self)
        self._button.setAutoRaise(True)
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._button.setCursor(Qt.CursorShape.ArrowCursor)
        self._button.setProperty("role", "inline")
        self._button.clicked.connect(self.show_calendar)
        self._calendar: QCalendarWidget | None = None
        self.setTextMargins(0, 0, 18, 0)
        self.retranslate()

    def retranslate(self) -> None:
        """Names the button in the language of the day."""
        self._button.setAccessibleName(self.tr("Calendar"))

    def send(self, text: str) -> None:
        whole = re.search(_WHOLE_YEAR, text.strip())
        self._send(text, understand_date(text) if whole else None)

    def commit(self) -> None:
        text = self.text()
        if self._typed:
            self._send(text, understand_date(text, QDate.currentDate().year()))
        super().commit()

    def _send(self, text: str, iso: str | None) -> None:
        if iso is None and text.strip():
            self.session.edit(self.path, text)
        else:
            self.session.choose(self.path, iso)

    def show_calendar(self) -> None:
        """Opens the calendar at the date shown, or at today."""
        if self._calendar is None:
            self._calendar = self._new_calendar()
        iso = understand_date(self.text())
        self._calendar.setSelectedDate(
            QDate.fromString(iso, Qt.DateFormat.ISODate) if iso else QDate.currentDate()
        )
        self._calendar.setLocale(QLocale(self.session.language))
        self._calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        self._calendar.resize(self._calendar.sizeHint() + QSize(36, 36))
        self._calendar.show()
        self._calendar.setFocus()

    def _new_calendar(self) -> QCalendarWidget:
        from PySide6.QtWidgets import QCalendarWidget

        calendar = QCalendarWidget(self)
        calendar.setWindowFlags(Qt.WindowType.Popup)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setProperty("role", "popup")
        calendar.activated.connect(self._on_picked)
        calendar.clicked.connect(self._on_picked)
        return calendar

    def _on_picked(self, day: QDate) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self.session.choose(self.path, day.toString(Qt.DateFormat.ISODate))
        self._typed = False
        self.refresh()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt_down = event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_F4 or alt_down:
            self.show_calendar()
        elif event.text().casefold() in _TODAY and self.selectedText() == self.text():
            self._on_picked(QDate.currentDate())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_chevron(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._button.setGeometry(self.width() - 20, 1, 19, self.height() - 2)
