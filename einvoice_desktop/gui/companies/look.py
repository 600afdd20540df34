"""How a company is told from others at a glance: its letter on its colour, its name beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.gui.theme import Theme

_ON_LIGHT = {
    "": "#566372",
    "blue": "#1c5db8",
    "green": "#18733f",
    "orange": "#a8530b",
    "purple": "#7337a8",
    "red": "#b3261e",
    "teal": "#0a6463",
}
_ON_DARK = {
    "": "#9ca8b6",
    "blue": "#84b4ff",
    "green": "#74d39c",
    "orange": "#ffb268",
    "purple": "#cfa5f7",
    "red": "#ff9d93",
    "teal": "#80d8d3",
}
_HEIGHT, _WIDTH, _NARROW = 40, 208, 44
_SQUARE = 24
_GAP = 8


def company_colour(colour: str, *, dark: bool) -> QColor:
    """What a colour of app.companies looks like on a light or a dark ground."""
    known = _ON_DARK if dark else _ON_LIGHT
    return QColor(known.get(colour, known[""]))


def colour_name(colour: str) -> str:
    """What a person calls it."""
    translate = QCoreApplication.translate
    return {
        "": translate("Company", "None"),
        "blue": translate("Company", "Blue"),
        "green": translate("Company", "Green"),
        "orange": translate("Company", "Orange"),
        "purple": translate("Company", "Purple"),
        "red": translate("Company", "Red"),
        "teal": translate("Company", "Teal"),
    }[colour]


def paint_company(painter: QPainter, area: QRectF, name: str, colour: str, *, dark: bool) -> None:
    """The first letter of the name on the colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(company_colour(colour, dark=dark))
    painter.drawRoundedRect(area, 5, 5)
    font = QFont(painter.font())
    font.setPixelSize(max(8, round(area.height() * 0.58)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor("#10151c" if dark else "#ffffff"))
    letter = next((char for char in name if char.isalnum()), "·").upper()
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)


def company_icon(name: str, colour: str, *, dark: bool, scale: float) -> QIcon:
    """The same as a picture beside the name in a list."""
    picture = QPixmap(QSize(round(20 * scale), round(20 * scale)))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_company(painter, QRectF(1, 1, 18, 18), name, colour, dark=dark)
    painter.end()
    return QIcon(picture)


class CompanyBadge(QAbstractButton):
    """Whose window this is, at the top of the rail; a press leads to the other companies."""

    companies_wanted = Signal()

    def __init__(self, key: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._key, self._theme = key, theme
        self._colour = ""
        self._narrow = False
        identify(self, "company")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(lambda _checked=False: self.companies_wanted.emit())
        theme.changed.connect(self.update)

    def show_company(self, name: str, colour: str) -> None:
        """`name` stands beside the colour; where there is no room, in the tool tip."""
        self._colour = colour
        self.setText(name)
        self.setAccessibleName(QCoreApplication.translate("Company", "Company: {0}").format(name))
        self.setToolTip(f"{name}  {self._key}")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """The letter alone."""
        self._narrow = narrow
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_NARROW if self._narrow else _WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = (self.width() - _SQUARE) / 2 if self._narrow else 9.0
        square = QRectF(left, (self.height() - _SQUARE) / 2, _SQUARE, _SQUARE)
        painter.save()
        paint_company(painter, square, self.text(), self._colour, dark=self._theme.is_dark)
        painter.restore()
        if not self._narrow:
            self._paint_name(painter, round(square.right()) + _GAP)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_name(self, painter: QPainter, left: int) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.rect().adjusted(left, 0, -_GAP, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


class Swatch(QWidget):
    """The colour before the company's name in the status line; says nothing that the name does not say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = ("", "")
        self.setFixedSize(16, 16)
        theme.changed.connect(self.update)
        self.hide()

    def show_company(self, name: str, colour: str) -> None:
        """Hidden without a name."""
        self._told = (name, colour)
        self.setVisible(bool(name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_company(painter, QRectF(self.rect()), *self._told, dark=self._theme.is_dark)
        painter.end()
