"""Bars over a base line, drawn by hand; the keys go from bar to bar and each says its value."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.gui.theme import Theme

_HEIGHT = 168
_EDGE = 12.0
_WIDEST_BAR = 42.0
_OF_ITS_PLACE = 0.68
_LEAST = 2.0
"""Pixels of a bar that is not nothing."""


class Bar(NamedTuple):
    """`share` is its height, from -1 to 1; `label` stands below it; `spoken` is all that it says."""

    label: str
    share: float
    spoken: str


class BarChart(QWidget):
    """Its title is its accessible name; the bar that the keys stand on its description."""

    def __init__(self, identifier: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, identifier)
        self._theme = theme
        self._bars: Sequence[Bar] = ()
        self._title = ""
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def said(self) -> str:
        """What is written beside the title now."""
        return self._bars[self._at].spoken if 0 <= self._at < len(self._bars) else ""

    def show_bars(self, title: str, bars: Sequence[Bar]) -> None:
        """Other bars; none stands out until the keys or the mouse choose one."""
        self._title, self._bars, self._at = title, bars, -1
        self.setAccessibleName(title)
        self._say()

    def _choose(self, place: int) -> None:
        place = min(max(place, -1), len(self._bars) - 1)
        if place != self._at:
            self._at = place
            self._say()

    def _say(self) -> None:
        self.setAccessibleDescription(self.said)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    # --- keys and mouse -------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._bars) - 1
        places = {
            Qt.Key.Key_Left: max(self._at - 1, 0),
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        place = places.get(Qt.Key(event.key()))
        if place is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        room = self._room()
        inside = room.left() <= event.position().x() < room.right() and self._bars
        step = room.width() / max(len(self._bars), 1)
        self._choose(int((event.position().x() - room.left()) / step) if inside else -1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- drawing --------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(320, self._tall())

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self._tall())

    def _tall(self) -> int:
        return _HEIGHT + 2 * round(QFontMetricsF(self.font()).height()) - 2 * 16

    def _room(self) -> QRectF:
        """Where the bars stand: below the title, above their labels."""
        line = QFontMetricsF(self.font()).height()
        return QRectF(self.rect()).adjusted(_EDGE, _EDGE + line + 10, -_EDGE, -(_EDGE + line + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_title(painter)
        if self._bars:
            self._paint_bars(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        colours = self._theme.colours
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if focused else colours.line), 2 if focused else 1))
        painter.setBrush(QColor(colours.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_title(self, painter: QPainter) -> None:
        colours, metrics = self._theme.colours, QFontMetricsF(self.font())
        line = QRectF(_EDGE, _EDGE - 2, self.width() - 2 * _EDGE, metrics.height())
        said = self.said
        painter.setPen(QColor(colours.text))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, said)
        room = line.width() - (metrics.horizontalAdvance(said) + 12 if said else 0)
        painter.setPen(QColor(colours.muted))
        title = metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, title)

    def _paint_bars(self, painter: QPainter) -> None:
        colours, room = self._theme.colours, self._room()
        above = max((bar.share for bar in self._bars), default=0.0)
        below = max((-bar.share for bar in self._bars), default=0.0)
        above, below = max(above, 0.0), max(below, 0.0)
        scale = room.height() / ((above + below) or 1.0)
        base = room.top() + above * scale if above + below else room.bottom()
        step = room.width() / len(self._bars)
        width = min(step * _OF_ITS_PLACE, _WIDEST_BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        for place, bar in enumerate(self._bars):
            if bar.share:
                tall = max(abs(bar.share) * scale, _LEAST)
                left = room.left() + place * step + (step - width) / 2
                shape = QRectF(left, base - tall if bar.share > 0 else base, width, tall)
                painter.setBrush(QColor(colours.accent))
                painter.drawRect(shape)
            if place == self._at:
                self._mark(painter, QRectF(room.left() + place * step, room.top(), step, room.height()))
        painter.setPen(QPen(QColor(colours.field_line), 1))
        painter.drawLine(round(room.left()), round(base), round(room.right()), round(base))
        self._paint_labels(painter, room, step)

    def _mark(self, painter: QPainter, place: QRectF) -> None:
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._theme.colours.text), 1.5))
        painter.drawRect(place.adjusted(0.5, -4, -0.5, 2))
        painter.restore()

    def _paint_labels(self, painter: QPainter, room: QRectF, step: float) -> None:
        """As many labels as there is room for."""
        metrics = QFontMetricsF(self.font())
        widest = max(metrics.horizontalAdvance(bar.label) for bar in self._bars) + 6
        every = max(1, -(-int(widest) // max(int(step), 1)))
        painter.setPen(QColor(self._theme.colours.muted))
        top = room.bottom() + 4
        for place in range(0, len(self._bars), every):
            middle = room.left() + (place + 0.5) * step
            where = QRectF(middle - widest / 2, top, widest, metrics.height())
            painter.drawText(where, Qt.AlignmentFlag.AlignHCenter, self._bars[place].label)
