"""The arrow of a box that opens a list, drawn by hand: a picture would load Qt's image readers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

_FROM_EDGE = 13
"""Pixels from the right edge to its middle."""
_SHAPE = ((-3.5, -1.5), (0.0, 2.0), (3.5, -1.5))
_WIDTH = 1.5


def draw_chevron(widget: QWidget) -> None:
    """Draws it at the right of `widget`, whose paint event this is."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = widget.palette().color(QPalette.ColorRole.PlaceholderText)
    painter.setPen(
        QPen(colour, _WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    x, y = widget.width() - _FROM_EDGE, widget.height() / 2
    painter.drawPolyline(QPolygonF([QPointF(x + right, y + down) for right, down in _SHAPE]))
    painter.end()
