"""Buttons that carry the key of their command, written on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QRect, QSize, Qt
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QPushButton, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.held_enter import HeldEnter

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon, QPixmap

_GAP = 10
_EDGE = 12
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

ICON = QSize(21, 18)
"""An icon on a button: 18 px and the room between it and the words."""


class KeyButton(QPushButton):
    """A button with its key in a quieter colour, `keyColor` (a property for the style sheet)."""

    def __init__(self, key: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._held = HeldEnter()
        self._key_colour: QColor | None = None
        self._has_icon = False
        if role:
            self.setProperty("role", role)
        # In a window that is no dialog, Enter presses a button only so.
        self.setAutoDefault(True)
        self.setIconSize(ICON)
        self.setAccessibleDescription(key)

    @property
    def key(self) -> str:
        """The key as it is written on the button; "" for none."""
        return self._key

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        icon = ICON.width() if self._has_icon else 0
        width = 2 * _EDGE + icon + words + (self._key_room() + 8 if self._key else 2)
        return QSize(width, super().sizeHint().height())

    def setIcon(self, icon: QIcon | QPixmap) -> None:
        # Asked for its icon a button makes Python know icons, for which no first picture has the time.
        super().setIcon(icon)
        self._has_icon = not icon.isNull()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # An Enter that is held was meant for what had the focus before.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self._held.is_held(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._held.see_release(event)
        super().keyReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        # The style sheet sets the words on the left: what is free on the right is the key's.
        super().paintEvent(event)
        if self._key:
            painter = QPainter(self)
            painter.setFont(self._key_font())
            painter.setPen(self._pen_colour())
            painter.drawText(QRect(0, 0, self.width() - _EDGE, self.height()), _RIGHT, self._key)
            painter.end()

    def _pen_colour(self) -> QColor:
        if self.isEnabled() and self._key_colour is not None:
            return self._key_colour
        return self.palette().color(QPalette.ColorRole.ButtonText)

    def _key_font(self) -> QFont:
        font = self.font()
        font.setPointSizeF(font.pointSizeF() - 1)
        return font

    def _key_room(self) -> int:
        return QFontMetrics(self._key_font()).horizontalAdvance(self._key) + _GAP if self._key else 0

    def _get_key_colour(self) -> QColor:
        return self._key_colour or self.palette().color(QPalette.ColorRole.PlaceholderText)

    def _set_key_colour(self, colour: QColor) -> None:
        # A copy: what the style sheet hands over is its own, and gone with the sheet.
        self._key_colour = QColor(colour)
        self.update()

    keyColor = Property(QColor, _get_key_colour, _set_key_colour)  # noqa: N815 - the style sheet's name


class ActionButton(KeyButton):
    """The visible button of an action: its words, its key, and whether it can be pressed now."""

    def __init__(
        self, action: QAction, key: str, identifier: str, role: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(key, role, parent)
        self._action = action
        self._takes_room = True
        identify(self, identifier)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText(self._action.iconText())
        self.setEnabled(self._action.isEnabled())
        if not self._takes_room:
            self.setVisible(self._action.isEnabled())

    def take_no_room(self) -> None:
        """Of a command that seldom applies: there only while it can be used."""
        self._takes_room = False
        self._follow()

    def set_icon(self, icon: QIcon) -> None:
        """The picture, once the window has painted."""
        self.setIcon(icon)
        self.updateGeometry()
