"""Makes the program's icon for Windows, all its sizes in one file, from the drawing in resources/icons."""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""What Windows asks for at 100 to 250 per cent: lists, task bar, desktop, large pictures."""
_BITMAP_HEAD = 40
_DIRECTORY_HEAD, _DIRECTORY_ENTRY = 6, 16


def write_icon(drawing: Path, target: Path) -> Path:
    """Draw `drawing` (SVG) at every size and keep them in `target` (ICO); the target."""
    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"not a drawing: {drawing}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(icon_of([_drawn(renderer, size) for size in SIZES]))
    return target


def icon_of(images: list[QImage]) -> bytes:
    """The ICO container: the pictures' places and sizes, then the pictures."""
    pictures = [_png(image) if image.width() >= 256 else _bitmap(image) for image in images]
    place = _DIRECTORY_HEAD + _DIRECTORY_ENTRY * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for image, picture in zip(images, pictures, strict=True):
        # 256 is written as 0: one byte holds no more.
        width, height = image.width() % 256, image.height() % 256
        directory += struct.pack("<BBBBHHII", width, height, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return directory + b"".join(pictures)


def _drawn(renderer: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter)
    painter.end()
    return image


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(data.data())


def _bitmap(image: QImage) -> bytes:
    """The picture from its last line up, four bytes a point, and a mask that hides nothing: the small sizes
    as every reader of icons knows them."""
    size = image.width()
    points = bytes(image.convertToFormat(QImage.Format.Format_ARGB32).constBits())
    lines = [points[start : start + 4 * size] for start in range(0, len(points), 4 * size)]
    mask = bytes((size + 31) // 32 * 4 * size)
    head = struct.pack("<IiiHHIIiiII", _BITMAP_HEAD, size, size * 2, 1, 32, 0, len(points), 0, 0, 0, 0)
    return head + b"".join(reversed(lines)) + mask
