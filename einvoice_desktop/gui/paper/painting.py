"""Paints a page's items; the painter's unit is a millimetre."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath

from einvoice_desktop.app.paper.page import Box, Code, Item, Page, Picture, Text
from einvoice_desktop.gui.paper.fonts import font
from einvoice_desktop.gui.paper.pictures import flattened
from einvoice_desktop.gui.qr import QUIET_ZONE, Matrix, matrix_of

_FINE = 100
"""Pixels of a font to the millimetre: text is set large and drawn small, so that its advances are exact."""

code_matrix = lru_cache(maxsize=64)(matrix_of)
"""The modules of an address, kept: choosing their mask costs as much as a page."""


class PagePainter:
    """Paints pages; keeps fonts and colours between items."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        self._fonts: dict[tuple[bool, int], QFont] = {}
        self._colours: dict[str, QColor] = {}

    def paint(self, page: Page) -> None:
        """All items in their order."""
        painter = self._painter
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.setPen(Qt.PenStyle.NoPen)
        for item in page.items:
            self._paint(item)
        painter.restore()

    def _paint(self, item: Item) -> None:
        match item:
            case Text():
                self._text(item)
            case Box():
                area = QRectF(item.x, item.y, item.width, item.height)
                self._painter.fillRect(area, self._colour(item.ink))
            case Code():
                self._code(item)
            case Picture():
                area = QRectF(item.x, item.y, item.width, item.height)
                self._painter.drawImage(area, flattened(item.data))

    def _text(self, item: Text) -> None:
        painter = self._painter
        painter.save()
        painter.translate(item.x, item.y)
        if item.angle:
            painter.rotate(-item.angle)
        pixels = max(1, round(item.face.size * _FINE))
        scale = item.face.size / pixels
        painter.scale(scale, scale)
        painter.setFont(self._font(item.face.bold, pixels))
        painter.setPen(self._colour(item.ink))
        painter.drawText(QPointF(0.0, 0.0), item.text)
        painter.restore()

    def _font(self, bold: bool, pixels: int) -> QFont:
        key = (bold, pixels)
        if key not in self._fonts:
            self._fonts[key] = font(bold, pixels)
        return self._fonts[key]

    def _colour(self, ink: str) -> QColor:
        if ink not in self._colours:
            self._colours[ink] = QColor(ink)
        return self._colours[ink]

    def _code(self, item: Code) -> None:
        self._painter.fillRect(QRectF(item.x, item.y, item.side, item.side), QColor(Qt.GlobalColor.white))
        self._painter.fillPath(_modules(code_matrix(item.address), item), QColor(Qt.GlobalColor.black))


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
