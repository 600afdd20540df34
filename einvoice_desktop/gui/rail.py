"""The rail: one button a page, with the count of what waits there and the key that leads to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QVBoxLayout, QWidget

from einvoice_desktop.gui.fields.identity import identify, tabular

if TYPE_CHECKING:
    from einvoice_desktop.gui.companies.look import CompanyBadge
    from einvoice_desktop.gui.icons import Icons
    from einvoice_desktop.gui.main_window import MainWindow

WIDTH = 208
NARROW = 44
"""Of a button, in pixels: with its name, and its icon alone."""
SIZE = 20
"""Pixels of an icon."""
_HEIGHT = 36
_EDGE = 12
_NARROW_EDGE = 9
"""Left of an icon that stands alone, so that its count has room beside it."""
_GAP = 8
_TALL, _SMALL = 18.0, 14.0
"""Heights of a count: beside the name, and over the corner of an icon that stands alone."""

VIEWS = ("compose", "drafts", "outbox", "receipt", "archive", "customers", "items", "figures", "samples")
"""The pages in the rail's order; the key of each is Ctrl and its place, from 1."""


class RailButton(QAbstractButton):
    """A page's name with its icon, a count where something waits, and its key."""

    def __init__(self, view: str, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = view
        self._key = key
        self._count = 0
        self._narrow = False
        self._icon_colours = ("", "")
        self._icons: Icons | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        identify(self, f"view.{view}")

    def draw_with(self, icons: Icons, resting: str, chosen: str) -> None:
        """From now on with an icon, in the colours of the theme."""
        self._icons, self._icon_colours = icons, (resting, chosen)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Shows the icon alone; its name and key are its tool tip then."""
        self._narrow = narrow
        self._follow_name()
        self.updateGeometry()
        self.update()

    def setText(self, text: str) -> None:
        """Its name."""
        super().setText(text)
        self._follow_name()

    def _follow_name(self) -> None:
        self.setToolTip(f"{self.text()}  {self._key}" if self._narrow else "")

    def set_count(self, count: int, description: str) -> None:
        """How many wait there; none shows nothing. `description` says it for a screen reader."""
        self._count = count
        self.setAccessibleDescription(description)
        self.update()

    @property
    def count(self) -> int:
        """What the badge shows; 0 for none."""
        return self._count

    def sizeHint(self) -> QSize:
        return QSize(NARROW if self._narrow else WIDTH, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_icon(painter)
        if self._narrow:
            self._paint_badge(painter, float(self.width()), _SMALL / 2, _SMALL)
            painter.end()
            return
        right = self._paint_badge(painter, self._paint_key(painter), self.height() / 2)
        left = _EDGE + SIZE + _GAP
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(right - left))
        painter.drawText(QRectF(left, 0, right - left, self.height()), _MIDDLE_LEFT, shown)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        palette = self.palette()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        accent = palette.color(QPalette.ColorRole.Highlight)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            soft = QColor(accent)
            soft.setAlphaF(0.13)
            painter.setBrush(soft)
            painter.drawRoundedRect(area, 6, 6)
            painter.setBrush(accent)
            painter.drawRoundedRect(QRectF(area.left(), area.top() + 8, 3, area.height() - 16), 1.5, 1.5)
        elif self.underMouse():
            painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(area, 6, 6)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(accent)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _paint_icon(self, painter: QPainter) -> None:
        if self._icons is None:
            return
        colour = self._icon_colours[1 if self.isChecked() else 0]
        pixmap = self._icons.pixmap(self.view, colour, SIZE, painter.deviceTransform().m11())
        edge = _NARROW_EDGE if self._narrow else _EDGE
        painter.drawPixmap(QRectF(edge, (self.height() - SIZE) / 2, SIZE, SIZE).topLeft(), pixmap)

    def _paint_key(self, painter: QPainter) -> float:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() - 2)
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        width = painter.fontMetrics().horizontalAdvance(self._key)
        right = self.width() - _EDGE
        painter.drawText(QRectF(right - width, 0, width, self.height()), _MIDDLE_LEFT, self._key)
        return float(right - width - _GAP)

    def _paint_badge(self, painter: QPainter, right: float, middle: float, height: float = _TALL) -> float:
        if not self._count:
            return right
        font = tabular(self.font())
        font.setPointSizeF(font.pointSizeF() - (1 if height == _TALL else 2.5))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        shown = str(self._count) if self._count < 1000 else "999+"
        width = max(painter.fontMetrics().horizontalAdvance(shown) + height * 2 / 3 - 2, height)
        pill = QRectF(right - width, middle - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(self.palette().color(QPalette.ColorRole.HighlightedText))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, shown)
        return float(right - width - _GAP)


_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Rail(QFrame):
    """The buttons of VIEWS, one of them chosen. Up and down move between them, Enter and Space choose."""

    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self._narrow = False
        self._badge: CompanyBadge | None = None
        self.setMinimumWidth(NARROW + 16)
        self.setMaximumWidth(WIDTH + 16)
        self._group = QButtonGroup(self)
        self.buttons = {view: RailButton(view, f"Ctrl+{n}", self) for n, view in enumerate(VIEWS, 1)}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.setSpacing(2)
        for button in self.buttons.values():
            self._group.addButton(button)
            layout.addWidget(button)
            button.clicked.connect(self._on_clicked)
        layout.addStretch(1)

    def show_company(self, name: str, colour: str, window: MainWindow) -> None:
        """Whose window it is stands above the pages; nothing does without a name."""
        if self._badge is None and name:
            from einvoice_desktop.gui.companies.look import CompanyBadge

            self._badge = CompanyBadge(window.actions_.commands["companies"].key, window.office.theme, self)
            self._badge.companies_wanted.connect(window.company_wanted)
            self._badge.set_narrow(self._narrow)
            layout = self.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(0, self._badge)
        if self._badge is not None:
            self._badge.show_company(name, colour)
            self._badge.setVisible(bool(name))

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, where the page needs the room."""
        if self._badge is not None:
            self._badge.set_narrow(narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            self.setMaximumWidth((NARROW if narrow else WIDTH) + 16)
            for button in self.buttons.values():
                button.set_narrow(narrow)

    def choose(self, view: str) -> None:
        """Marks `view` as the one that is shown; nothing is emitted. A page that is reached from another one
        (the preview) leaves the mark there."""
        if view in self.buttons:
            self.buttons[view].setChecked(True)

    def draw_with(self, icons: Icons, resting: str, chosen: str) -> None:
        """The icons, once the window has painted, and again when the theme changes."""
        for button in self.buttons.values():
            button.draw_with(icons, resting, chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, RailButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self) -> None:
        button = self._group.checkedButton()
        if isinstance(button, RailButton):
            self.view_chosen.emit(button.view)
