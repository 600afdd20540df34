"""A table view that can mark rows and cells as wrong, in colours that the style sheet hands in."""

from __future__ import annotations

from PySide6.QtCore import Property, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QTableView, QWidget


class MarkedView(QTableView):
    """`errorColor`, `errorTint`, `warningColor`, `warningTint` are the style sheet's (qproperty-…)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: dict[str, QColor] = {}

    def colour(self, severity: str) -> QColor:
        """What a sign of `severity` is drawn in."""
        return self._colours.get(severity) or self.palette().color(QPalette.ColorRole.BrightText)

    def tint(self, severity: str) -> QColor:
        """What lies behind a marked cell."""
        return self._colours.get(f"{severity}Tint") or self.palette().color(QPalette.ColorRole.AlternateBase)

    def _keep(self, name: str, colour: QColor) -> None:
        self._colours[name] = QColor(colour)
        self.viewport().update()

    def _get_error_color(self) -> QColor:
        return self.colour("error")

    def _set_error_color(self, colour: QColor) -> None:
        self._keep("error", colour)

    def _get_error_tint(self) -> QColor:
        return self.tint("error")

    def _set_error_tint(self, colour: QColor) -> None:
        self._keep("errorTint", colour)

    def _get_warning_color(self) -> QColor:
        return self.colour("warning")

    def _set_warning_color(self, colour: QColor) -> None:
        self._keep("warning", colour)

    def _get_warning_tint(self) -> QColor:
        return self.tint("warning")

    def _set_warning_tint(self, colour: QColor) -> None:
        self._keep("warningTint", colour)

    errorColor = Property(QColor, _get_error_color, _set_error_color)  # noqa: N815 - the style sheet's name
    errorTint = Property(QColor, _get_error_tint, _set_error_tint)  # noqa: N815 - the style sheet's name
    warningColor = Property(QColor, _get_warning_color, _set_warning_color)  # noqa: N815 - the style sheet's name
    warningTint = Property(QColor, _get_warning_tint, _set_warning_tint)  # noqa: N815 - the style sheet's name


def draw_sign(painter: QPainter, rect: QRectF, severity: str, colour: QColor, paper: QColor) -> None:
    """The sign of a problem in the square `rect`: a disc for an error, a triangle for a warning."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    middle = rect.center()
    if severity == "error":
        painter.drawEllipse(rect)
        top, foot, dot = 0.24, 0.56, 0.76
    else:
        painter.drawPolygon(
            QPolygonF([QPointF(middle.x(), rect.top()), rect.bottomRight(), rect.bottomLeft()])
        )
        top, foot, dot = 0.36, 0.64, 0.84
    painter.setPen(QPen(paper, rect.width() * 0.15, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    height = rect.height()
    painter.drawLine(
        QPointF(middle.x(), rect.top() + height * top), QPointF(middle.x(), rect.top() + height * foot)
    )
    painter.drawPoint(QPointF(middle.x(), rect.top() + height * dot))
    painter.restore()
