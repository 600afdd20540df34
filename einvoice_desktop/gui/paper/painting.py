"""Paints a page's items; the painter's unit is a millimetre."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QTransform

from einvoice_desktop.app.paper.page import Box, Code, Item, Page, Picture, Text
from einvoice_desktop.gui.paper.fonts import EM, font
from einvoice_desktop.gui.paper.pictures import flattened
from einvoice_desktop.gui.qr import QUIET_ZONE, Matrix, matrix_of


class PagePainter:
    """Paints pages; keeps fonts, colours and the painter's state between items, as every change of them is
    written into a PDF and costs more than the text between."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._fonts: dict[bool, QFont] = {}
        self._colours: dict[str, QColor] = {}
        self._base = painter.worldTransform()
        self._scale = 1.0

    def paint(self, page: Page) -> None:
        """All items in their order."""
        painter = self._painter
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        self._base, self._scale = painter.worldTransform(), 1.0
        painter.setPen(Qt.PenStyle.NoPen)
        for item in page.items:
            self._paint(item)
        painter.restore()

    def _paint(self, item: Item) -> None:
        match item:
            case Text():
                self._text(item)
            case Box():
                self._scaled(1.0)
                area = QRectF(item.x, item.y, item.width, item.height)
                self._painter.fillRect(area, self._colour(item.ink))
            case Code():
                self._scaled(1.0)
                self._code(item)
            case Picture():
                self._scaled(1.0)
                area = QRectF(item.x, item.y, item.width, item.height)
                self._painter.drawImage(area, flattened(item.data))

    def _scaled(self, scale: float) -> None:
        """What is painted from here on is in units of so many millimetres."""
        if scale != self._scale:
            self._painter.setWorldTransform(QTransform.fromScale(scale, scale) * self._base)
            self._scale = scale

    def _text(self, item: Text) -> None:
        painter = self._painter
        scale = item.face.size / EM
        self._scaled(scale)
        painter.setFont(self._font(item.face.bold))
        painter.setPen(self._colour(item.ink))
        place = QPointF(item.x / scale, item.y / scale)
        if not item.angle:
            painter.drawText(place, item.text)
            return
        painter.save()
        painter.translate(place)
        painter.rotate(-item.angle)
        painter.drawText(QPointF(0.0, 0.0), item.text)
        painter.restore()

    def _font(self, bold: bool) -> QFont:
        """At the size at which text is measured: set large and drawn small, its advances are exact."""
        if bold not in self._fonts:
            self._fonts[bold] = font(bold, EM)
        return self._fonts[bold]

    def _colour(self, ink: str) -> QColor:
        if ink not in self._colours:
            self._colours[ink] = QColor(ink)
        return self._colours[ink]

    def _code(self, item: Code) -> None:
        self._painter.fillRect(QRectF(item.x, item.y, item.side, item.side), QColor(Qt.GlobalColor.white))
        self._painter.fillPath(_modules(matrix_of(item.address), item), QColor(Qt.GlobalColor.black))


def _modules(matrix: Matrix, item: Code) -> QPainterPath:
    """The dark modules as one path: painted in one piece they have no seams."""
    step = item.side / (len(matrix) + 2 * QUIET_ZONE)
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for y, row in enumerate(matrix):
        top = item.y + (y + QUIET_ZONE) * step
        for start, length in _runs(row):
            path.addRect(QRectF(item.x + (start + QUIET_ZONE) * step, top, length * step, step))
    return path


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """(start, length) of each run of dark modules."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if not dark:
            continue
        if runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((x, 1))
    return runs
