"""What a tab says beside its name: that the document's type requires it, and how much is wrong in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QTabBar

from einvoice_desktop.app.faults import NO_FAULTS, Faults
from einvoice_desktop.gui.compose.marked_view import draw_sign

_SIGN = 12


class TabMarks:
    """Signs, tool tips and spoken names of a tab bar. `required` and `problems` are by the tab's place.

    `colour` is what a sign of a severity is drawn in.
    """

    def __init__(self, bar: QTabBar, colour: Callable[[str], QColor]) -> None:
        self._bar = bar
        self._colour = colour
        self._shown: dict[int, tuple[str, str, str]] = {}
        self._signs: dict[tuple[str, str, str, float], QIcon] = {}
        self.required: set[int] = set()
        self.problems: Mapping[int, Faults] = {}
        bar.setIconSize(QSize(_SIGN, _SIGN))

    def show(self, titles: Sequence[str]) -> None:
        """Draws what has changed."""
        for place, title in enumerate(titles):
            wrong = self.problems.get(place, NO_FAULTS)
            words = self._words(place, wrong)
            shown = (title, words, self._colour(wrong.severity).name())
            if self._shown.get(place) == shown:
                continue
            self._shown[place] = shown
            self._bar.setTabToolTip(place, words)
            self._bar.setAccessibleTabName(place, f"{title}. {words}" if words else title)
            self._bar.setTabIcon(place, self._icon(wrong.severity))

    def _words(self, place: int, wrong: Faults) -> str:
        told = []
        if place in self.required:
            told.append(QCoreApplication.translate("Tabs", "● Required for this document type"))
        if wrong.errors:
            told.append(QCoreApplication.translate("Tabs", "Errors: {0}").format(wrong.errors))
        if wrong.warnings:
            told.append(QCoreApplication.translate("Tabs", "Warnings: {0}").format(wrong.warnings))
        return " · ".join(told)

    def _icon(self, severity: str) -> QIcon:
        if not severity:
            return QIcon()
        colour, paper = self._colour(severity), self._bar.palette().color(QPalette.ColorRole.Base)
        key = (severity, colour.name(), paper.name(), self._bar.devicePixelRatioF())
        if key not in self._signs:
            self._signs[key] = _drawn(severity, colour, paper, key[-1])
        return self._signs[key]


def _drawn(severity: str, colour: QColor, paper: QColor, ratio: float) -> QIcon:
    drawn = QPixmap(QSize(_SIGN, _SIGN) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    draw_sign(painter, QRectF(0, 0, _SIGN, _SIGN), severity, colour, paper)
    painter.end()
    return QIcon(drawn)
