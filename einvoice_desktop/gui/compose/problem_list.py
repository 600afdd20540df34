"""The list of what is wrong: sign, place and sentence; Enter or a click leads to the field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from einvoice_desktop.gui.compose.marked_view import MarkedView, draw_sign
from einvoice_desktop.gui.fields.identity import identify, plain_tip

Index = QModelIndex | QPersistentModelIndex

SEVERITY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SIGN = 14
_PAD = 7


class Told(NamedTuple):
    """One problem in words."""

    path: str
    severity: str
    head: str
    sentence: str


class ProblemModel(QAbstractTableModel):
    """One column of problems."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.told: Sequence[Told] = ()

    def show(self, told: Sequence[Told]) -> None:
        """Replaces the rows."""
        self.beginResetModel()
        self.told = told
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.told)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        told = self.told[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{told.head}: {told.sentence}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{told.head}\n{told.sentence}")
        return told.severity if role == SEVERITY_ROLE else None


class ProblemDelegate(QStyledItemDelegate):
    """Draws sign, place in bold and the whole sentence, wrapped."""

    def __init__(self, view: ProblemList) -> None:
        super().__init__(view)
        self._view = view

    def height(self, told: Told, width: int) -> int:
        """How high a row must be to show everything."""
        room = QRect(0, 0, width - _SIGN - 3 * _PAD, 10_000)
        bold = QFontMetrics(_bold(self._view.font()))
        plain = self._view.fontMetrics()
        flags = int(Qt.TextFlag.TextWordWrap)
        text = bold.boundingRect(room, flags, told.head).height()
        return text + plain.boundingRect(room, flags, told.sentence).height() + 2 * _PAD - 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        told = self._view.problems.told[index.row()]
        painter.save()
        self._draw_ground(painter, option)
        rect = option.rect.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
        colour = self._view.colour(told.severity)
        sign = QRectF(rect.left(), rect.top() + 1, _SIGN, _SIGN)
        draw_sign(painter, sign, told.severity, colour, self._view.palette().color(QPalette.ColorRole.Base))
        words = rect.adjusted(_SIGN + _PAD, 0, 0, 0)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.setFont(_bold(option.font))
        painter.setPen(colour)
        used = painter.drawText(words, flags, told.head)
        painter.setFont(option.font)
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(words.adjusted(0, used.height(), 0, 0), flags, told.sentence)
        painter.restore()

    def _draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = QStyle.StateFlag
        if option.state & state.State_Selected and self._view.hasFocus():
            painter.fillRect(option.rect, self._view.palette().color(QPalette.ColorRole.Midlight))
        elif option.state & state.State_MouseOver:
            painter.fillRect(option.rect, option.palette.color(QPalette.ColorRole.AlternateBase))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.height(self._view.problems.told[index.row()], width))


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


class ProblemList(MarkedView):
    """The table `problems`. `chosen` carries the JSON path of the problem that was picked."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems = ProblemModel(self)
        identify(self, "problems")
        self.setProperty("role", "list")
        self.setModel(self.problems)
        self._delegate = ProblemDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(20)
        self.clicked.connect(self._on_clicked)

    def show_problems(self, told: Sequence[Told]) -> None:
        """Lists `told`; nothing moves when it is what is listed already."""
        if list(told) == list(self.problems.told):
            return
        self.problems.show(tuple(told))
        self._fit_rows()

    def _fit_rows(self) -> None:
        width = self.viewport().width()
        for row, told in enumerate(self.problems.told):
            self.setRowHeight(row, self._delegate.height(told, width))

    def sizeHint(self) -> QSize:
        """No more than the least: the sums above it come first."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_rows()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_clicked(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: Index) -> None:
        if index.isValid():
            self.chosen.emit(self.problems.told[index.row()].path)
