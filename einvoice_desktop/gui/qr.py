"""A QR code painted from its matrix: dark on white in every theme, whole pixels a module."""

from __future__ import annotations

import sys
import threading
from types import ModuleType

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from einvoice_desktop.gui.fields.identity import plain_tip

QUIET_ZONE = 4
SMALLEST_MODULE = 5
_COMFORTABLE = 300
_DARK = QColor("#000000")
_LIGHT = QColor("#ffffff")

Matrix = tuple[tuple[bool, ...], ...]


_MOST = 16
_PICTURES = "qrcode.image.styles.moduledrawers.pil"
_kept: dict[str, Matrix] = {}
_computing = threading.Lock()


def matrix_of(text: str) -> Matrix:
    """The modules of `text`, True for dark, without a quiet zone; level M.

    Slow (10-60 ms) the first time: not on the GUI thread. Kept, for window and paper alike.
    """
    found = _kept.get(text)
    if found is not None:
        return found
    with _computing:
        if text not in _kept:
            while len(_kept) >= _MOST:
                del _kept[next(iter(_kept))]
            _kept[text] = _computed(text)
        return _kept[text]


def _computed(text: str) -> Matrix:
    qrcode = _without_pictures()
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    code.add_data(text)
    code.make(fit=True)
    return tuple(tuple(bool(module) for module in row) for row in code.get_matrix())


def _without_pictures() -> ModuleType:
    """qrcode as it is where Pillow is not installed: of it only the modules are asked, Pillow is 3 MiB."""
    sys.modules.setdefault(_PICTURES, None)  # type: ignore[arg-type]  # None: not to be imported
    try:
        import qrcode
    finally:
        if sys.modules[_PICTURES] is None:
            del sys.modules[_PICTURES]
    return qrcode  # type: ignore[no-any-return]


class QrCode(QWidget):
    """Shows one code at a size that a phone reads from the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: Matrix = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_code(self, matrix: Matrix, address: str) -> None:
        """`matrix` codes `address`, which is also what a screen reader says."""
        self._matrix = matrix
        self.setAccessibleDescription(address)
        self.setToolTip(plain_tip(address))
        self.updateGeometry()
        self.update()

    @property
    def module(self) -> int:
        """Width of a module in device-independent pixels: at least 5, more while the whole stays small."""
        across = max(1, self._across)
        return max(SMALLEST_MODULE, _COMFORTABLE // across)

    @property
    def _across(self) -> int:
        return len(self._matrix) + 2 * QUIET_ZONE if self._matrix else 0

    def sizeHint(self) -> QSize:
        side = self._across * self.module
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), _LIGHT)
        # The painter's own scale: a picture of the window may have another than the screen.
        ratio = painter.deviceTransform().m11()
        step = int(self.module * ratio)
        rest = int(self.width() * ratio) - step * self._across
        start = rest // 2 + QUIET_ZONE * step
        painter.scale(1 / ratio, 1 / ratio)
        painter.setPen(Qt.PenStyle.NoPen)
        for y, row in enumerate(self._matrix):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(QRect(start + x * step, start + y * step, step, step), _DARK)
        painter.end()
