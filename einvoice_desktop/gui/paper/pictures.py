"""A logo on paper: PNG, JPEG or SVG, laid on white, because PDF/A-1 knows no transparency."""

from __future__ import annotations

import re
from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

_LONGEST_SIDE = 1400
"""Pixels: some 600 to the inch at the logo's size."""

_PIXELS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How a PNG and a JPEG begin."""
_REFERENCE = re.compile(rb"""href\s*=\s*["']?\s*([^"'\s>]*)""", re.IGNORECASE)
_INSIDE = re.compile(rb"(?:#|data:image/(?:png|jpe?g);|$)")


def proportion(data: bytes) -> float:
    """Width over height; 0 for what is no picture."""
    image = flattened(data)
    return image.width() / image.height() if not image.isNull() else 0.0


@lru_cache(maxsize=4)
def flattened(data: bytes) -> QImage:
    """The picture without transparency, no larger than paper needs; a null one for what is no picture."""
    image = _read(data)
    if image.isNull() or min(image.width(), image.height()) < 1:
        return QImage()
    if max(image.width(), image.height()) > _LONGEST_SIDE:
        size = QSize(_LONGEST_SIDE, _LONGEST_SIDE)
        image = image.scaled(
            size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


def _read(data: bytes) -> QImage:
    """The picture as it is. Formats are told by their first bytes: none of Qt's other readers is asked."""
    if data.startswith(_PIXELS):
        return QImage.fromData(QByteArray(data))
    return _drawn(data) if b"<svg" in data[:4096] else QImage()


def _drawn(data: bytes) -> QImage:
    """An SVG in pixels; a null image for what is none, or refers to anything outside itself."""
    if any(not _INSIDE.match(address) for address in _REFERENCE.findall(data)):
        return QImage()
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(data))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        return QImage()
    size.scale(_LONGEST_SIDE, _LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image
