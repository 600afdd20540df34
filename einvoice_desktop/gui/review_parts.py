"""The parts of the review before issuing: rows of figures, the list of warnings, the bar of time."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from einvoice_desktop.gui.countdown import Countdown
from einvoice_desktop.gui.fields.identity import identify, plain_tip, tabular
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.review_figures import Figure

_WARNINGS_HEIGHT = 92
_EDGE = 2
_MOST_IN_SIGHT = 4


class FigureGrid(QWidget):
    """Captions and values in rows."""

    def __init__(self, parent: QWidget, *, right: bool = False) -> None:
        super().__init__(parent)
        self._right = right
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(1, 1)

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """One row for each; rows that are not needed are hidden."""
        while len(self._rows) < len(figures):
            self._rows.append(self._new_row(len(self._rows)))
        for place, (caption, value) in enumerate(self._rows):
            shown = place < len(figures)
            caption.setVisible(shown)
            value.setVisible(shown)
            if shown:
                caption.setText(figures[place].caption)
                value.setText(figures[place].value)
                identify(value, f"review.{figures[place].name}")

    def _new_row(self, place: int) -> tuple[QLabel, QLabel]:
        caption, value = label("muted", self), label("", self, wrap=not self._right)
        caption.setBuddy(value)
        value.setFont(tabular(value.font()))
        side = Qt.AlignmentFlag.AlignRight if self._right else Qt.AlignmentFlag.AlignLeft
        value.setAlignment(side | Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(caption, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, place, 1)
        return caption, value


class WarningList(QScrollArea):
    """Every warning in its sentence; scrolls by keys where there are many."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = label("warnings", self, wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        identify(self._text, "review.warnings")
        self.setWidgetResizable(True)
        self.setWidget(self._text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("role", "warnings")

    def show_warnings(self, warnings: tuple[str, ...], name: str) -> None:
        """Hidden where there are none."""
        self._text.setText("\n".join(f"⚠ {sentence}" for sentence in warnings))
        self.setAccessibleName(name)
        self.setVisible(bool(warnings))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(self._text.heightForWidth(width - 2 * _EDGE) + 2 * _EDGE, _WARNINGS_HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(1, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)


class DocumentList(QListWidget):
    """A sentence for each document that something is to be said of; Enter or a double click opens it."""

    opened = Signal(int)
    """The place of the sentence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        identify(self, "review.documents")
        self.setProperty("role", "popup")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.itemActivated.connect(lambda item: self.opened.emit(self.row(item)))

    def show_warnings(self, warnings: tuple[str, ...], name: str) -> None:
        """Hidden where there are none."""
        if warnings != tuple(self.item(place).text() for place in range(self.count())):
            self.clear()
            for sentence in warnings:
                item = QListWidgetItem(sentence, self)
                item.setToolTip(plain_tip(sentence))
            self.setCurrentRow(0)
        self.setAccessibleName(name)
        self.setVisible(bool(warnings))
        rows = min(self.count(), _MOST_IN_SIGHT)
        self.setFixedHeight(rows * max(self.sizeHintForRow(0), 1) + 2 * _EDGE)


class TimeBar(QWidget):
    """What is left of a countdown as a bar. A screen reader is told once, not twenty times a second."""

    def __init__(self, countdown: Countdown, parent: QWidget) -> None:
        super().__init__(parent)
        self._countdown = countdown
        self.setFixedHeight(6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(self.rect())
        painter.setBrush(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRoundedRect(ground, 3, 3)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Highlight))
        ground.setWidth(ground.width() * self._countdown.part_left)
        painter.drawRoundedRect(ground, 3, 3)
        painter.end()
