"""The paper's typeface, shipped with the program, and how wide text runs in it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from PySide6.QtCore import QDir, QFileInfo
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from einvoice_desktop.app.paper.page import Face
from einvoice_desktop.gui.paper.pictures import proportion

FAMILY = "Noto Sans Paper"
"""Its own name: a system's Noto Sans of another version would be taken in its place."""
_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf")
_PLACE = "paperfonts"
EM = 1000
"""Text is measured at one large size and scaled: screen, printer and PDF break it at the same places."""


def point_at(resource: Callable[[str], Path]) -> None:
    """Says where the fonts lie; cheap, nothing is read."""
    QDir.setSearchPaths(_PLACE, [str(resource("fonts"))])


@cache
def load() -> None:
    """Makes the typeface known to Qt, once. Raises RuntimeError where `point_at` was not called."""
    for name in _FILES:
        if QFontDatabase.addApplicationFont(QFileInfo(f"{_PLACE}:{name}").absoluteFilePath()) < 0:
            raise RuntimeError(f"the paper's font is missing: {name}")


def font(bold: bool, pixels: int) -> QFont:
    """The typeface at a size. Ligatures stay off, so that text comes out of a PDF as it was typed."""
    made = QFont(FAMILY)
    made.setPixelSize(pixels)
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setFeature(QFont.Tag("liga"), 0)
    return made


class QtMeasure:
    """Measures text as the painters will set it."""

    def __init__(self) -> None:
        load()
        self._metrics = {bold: QFontMetricsF(font(bold, EM)) for bold in (False, True)}
        self._advances: dict[bool, dict[str, float]] = {False: {}, True: {}}

    def width(self, text: str, face: Face) -> float:
        """The advance of `text`, in mm; that at one size tells it at every other."""
        known = self._advances[face.bold]
        advance = known.get(text)
        if advance is None:
            advance = known[text] = self._metrics[face.bold].horizontalAdvance(text)
        return advance * face.size / EM

    def proportion(self, picture: bytes) -> float:
        """Width over height; 0 for what is no picture."""
        return proportion(picture)
