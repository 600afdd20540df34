"""How far the document is: a line of words over a thin bar, and at the end that it is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from einvoice_desktop.app.completeness import Completeness

_BAR = 4
_SIGN = 14
_TICK = ((3.5, 7.2), (6.2, 10.0), (10.8, 4.6))


class Meter(QWidget):
    """`trackColor`, `barColor` and `readyColor` are the style sheet's (qproperty-…). Empty at first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Completeness | None = None
        self._colours: dict[str, QColor] = {}
        self._words = label("muted", self, wrap=True)
        identify(self._words, "completeness")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, _BAR + 3)
        layout.setSpacing(0)
        layout.addWidget(self._words)
        self.hide()

    def show_completeness(self, completeness: Completeness) -> None:
        """Says how far the document is."""
        if completeness != self._shown:
            self._shown = completeness
            self.retranslate()
            self.show()
            self.update()

    def retranslate(self) -> None:
        """In the language of the day."""
        shown = self._shown
        if shown is None:
            return
        margins = self._words.contentsMargins()
        margins.setLeft(_SIGN + 6 if shown.is_ready else 0)
        self._words.setContentsMargins(margins)
        self._words.setText(self._sentence(shown))

    def _sentence(self, shown: Completeness) -> str:
        if shown.is_ready:
            return self.tr("Ready to issue")
        return self.tr("{0} of {1} required fields filled").format(shown.filled, shown.required)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, self.height() - _BAR, self.width(), _BAR)
        self._draw_bar(painter, track, self._colour("track"))
        share = self._shown.filled / self._shown.required if self._shown.required else 1.0
        track.setWidth(track.width() * share)
        self._draw_bar(painter, track, self._colour("ready" if self._shown.is_ready else "bar"))
        if self._shown.is_ready:
            self._draw_tick(painter)
        painter.end()

    def _draw_bar(self, painter: QPainter, bar: QRectF, colour: QColor) -> None:
        painter.setBrush(colour)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)

    def _draw_tick(self, painter: QPainter) -> None:
        top = (self._words.height() - _SIGN) / 2
        painter.setBrush(self._colour("ready"))
        painter.drawEllipse(QRectF(0, top, _SIGN, _SIGN))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(
                self.palette().color(QPalette.ColorRole.Base),
                1.8,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.drawPolyline(QPolygonF([QPointF(x, y + top) for x, y in _TICK]))

    # --- colours ------------------------------------------------------------------------------------

    def _colour(self, name: str) -> QColor:
        return self._colours.get(name) or self.palette().color(QPalette.ColorRole.Mid)

    def _keep(self, name: str, colour: QColor) -> None:
        self._colours[name] = QColor(colour)
        self.update()

    def _get_track(self) -> QColor:
        return self._colour("track")

    def _set_track(self, colour: QColor) -> None:
        self._keep("track", colour)

    def _get_bar(self) -> QColor:
        return self._colour("bar")

    def _set_bar(self, colour: QColor) -> None:
        self._keep("bar", colour)

    def _get_ready(self) -> QColor:
        return self._colour("ready")

    def _set_ready(self, colour: QColor) -> None:
        self._keep("ready", colour)

    trackColor = Property(QColor, _get_track, _set_track)  # noqa: N815 - the style sheet's name
    barColor = Property(QColor, _get_bar, _set_bar)  # noqa: N815 - the style sheet's name
    readyColor = Property(QColor, _get_ready, _set_ready)  # noqa: N815 - the style sheet's name
