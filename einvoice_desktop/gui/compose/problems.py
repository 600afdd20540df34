"""The list of what is wrong: sign, word, place and sentence; Enter or a click leads to the field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
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
    QFrame,
    QHBoxLayout,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.gui.compose.marked_view import MarkedView, draw_sign
from einvoice_desktop.gui.compose.problem_index import ProblemIndex
from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.domain.problems import Problem

Index = QModelIndex | QPersistentModelIndex
PlaceName = Callable[[str], str]
"""What the field at a JSON path is called by people ("Line 2 · VAT")."""

SEVERITY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SIGN = 14
_PAD = 7


@dataclass(frozen=True, slots=True)
class Told:
    """One problem in words."""

    path: str
    severity: str
    head: str
    sentence: str


def severity_word(severity: str) -> str:
    """The word beside the sign."""
    if severity == "error":
        return QCoreApplication.translate("Problems", "Error")
    return QCoreApplication.translate("Problems", "Warning")


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
            return f"{told.head}\n{told.sentence}\n{told.path}"
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


class ProblemPanel(QFrame):
    """The list under its heading, with how many there are."""

    def __init__(
        self,
        sentence: Callable[[Problem], str],
        place_name: PlaceName,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sentence = sentence
        self._place_name = place_name
        self._index = ProblemIndex(None)
        self._shown: tuple[Problem, ...] | None = None
        self.setProperty("role", "panel")
        self._heading = QLabel(self)
        self._heading.setProperty("role", "section")
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self._none = QLabel(self)
        self._none.setProperty("role", "muted")
        self._none.setWordWrap(True)
        self.list = ProblemList(self)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(self._heading)
        head.addStretch()
        head.addWidget(self._count)
        none = QHBoxLayout()
        none.setContentsMargins(12, 0, 12, 0)
        none.addWidget(self._none)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 9, 2, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(none)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)

    def show_index(self, index: ProblemIndex) -> None:
        """Lists the problems of a composition; nothing is drawn when they are the same as before."""
        self._index = index
        shown = index.shown()
        self._tell_count(index.count())
        if shown != self._shown:
            self._shown = shown
            self.list.show_problems([self._told(problem) for problem in shown])

    def _told(self, problem: Problem) -> Told:
        severity = str(problem.severity)
        place = self._place_name(problem.path)
        head = f"{severity_word(severity)} · {place}" if place else severity_word(severity)
        return Told(problem.path, severity, head, self._sentence(problem))

    def _tell_count(self, count: int) -> None:
        self._count.setText(str(count) if count else "")
        self._none.setVisible(not count)
        self.list.setVisible(bool(count))

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        self._heading.setText(self.tr("Problems"))
        self._none.setText(self.tr("Nothing stands in the way of issuing."))
        self.list.setAccessibleName(self.tr("Problems"))
        self._shown = None
        self.show_index(self._index)
