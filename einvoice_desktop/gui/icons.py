"""The program's line icons, drawn in whatever colour they are asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImageReader, QPainter, QPixmap

from einvoice_desktop.gui.buttons import ICON

if TYPE_CHECKING:
    from einvoice_desktop.gui.theme import Colours

SIZE = 20
_SHARP = 2.0
"""Drawn for this scale too: what a picture or a screen to come scales down from."""


class Icons:
    """Icons by name (a file in resources/icons), each made once for a colour.

    The first one loads Qt's SVG reader: not before the window has painted.
    """

    def __init__(self, resource: Callable[[str], Path]) -> None:
        self._resource = resource
        self._made: dict[tuple[str, str], QIcon] = {}
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}
        self._scales = sorted({_SHARP, *(s.devicePixelRatio() for s in QGuiApplication.screens())})

    def icon(self, name: str, colour: str, disabled: str = "", chosen: str = "") -> QIcon:
        """The icon in `colour` ("#rrggbb"), in `disabled` on a dead button, in `chosen` on a chosen row."""
        key = (name, f"{colour}/{disabled}/{chosen}")
        if key not in self._made:
            icon = QIcon()
            for scale in self._scales:
                icon.addPixmap(self.pixmap(name, colour, SIZE, scale))
                if disabled:
                    icon.addPixmap(self.pixmap(name, disabled, SIZE, scale), QIcon.Mode.Disabled)
                if chosen:
                    icon.addPixmap(self.pixmap(name, chosen, SIZE, scale), QIcon.Mode.Selected)
            self._made[key] = icon
        return self._made[key]

    def sign(self, name: str, colour: str, colours: Colours) -> QIcon:
        """The icon for a row of a list, told apart from the ground of a chosen row too."""
        return self.icon(name, colour, chosen=colours.on_row(colour))

    def button_icon(self, name: str, colour: str, disabled: str) -> QIcon:
        """The icon for a button: smaller, with the room that keeps it off the words."""
        key = (name, f"{colour}/{disabled}/button")
        if key not in self._made:
            icon = QIcon()
            for scale in self._scales:
                icon.addPixmap(self._beside_words(name, colour, scale))
                icon.addPixmap(self._beside_words(name, disabled, scale), QIcon.Mode.Disabled)
            self._made[key] = icon
        return self._made[key]

    def _beside_words(self, name: str, colour: str, ratio: float) -> QPixmap:
        drawn = QPixmap(ICON * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.drawPixmap(0, 0, self.pixmap(name, colour, ICON.height(), ratio))
        painter.end()
        return drawn

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """A square of `size` device-independent pixels for a screen of `ratio`; not to be drawn on.

        Each is drawn once: of every new one that a label shows, Qt keeps a copy of its own for a while.
        """
        key = (name, colour, size, ratio)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _draw(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        pixels = round(size * ratio)
        reader = QImageReader(str(self._resource(f"icons/{name}.svg")))
        reader.setScaledSize(QSize(pixels, pixels))
        drawn = QPixmap.fromImageReader(reader)
        painter = QPainter(drawn)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(drawn.rect(), QColor(colour))
        painter.end()
        drawn.setDevicePixelRatio(ratio)
        return drawn
