"""Parts that give way on a low screen: as high as what they hold where there is room, else they scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


def give_way(inside: QWidget, parent: QWidget, least: int) -> RoomyArea:
    """A scroll area around `inside` that is always as wide, and at least `least` pixels high."""
    return RoomyArea(inside, least, parent)


class RoomyArea(QScrollArea):
    """Scrolls up and down only. Hidden while what it holds is hidden."""

    def __init__(self, inside: QWidget, least: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._inside = inside
        self._least = least
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setWidget(inside)
        inside.setAutoFillBackground(False)
        inside.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        hint = self._inside.minimumSizeHint()
        width = hint.width() + self.verticalScrollBar().sizeHint().width()
        return QSize(width, min(hint.height(), self._least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(not self._inside.isHidden())
        return super().eventFilter(watched, event)
