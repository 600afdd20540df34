"""The list under the search box: what was found, by group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from einvoice_desktop.gui.fields.identity import identify, tabular
from einvoice_desktop.gui.search.hits import GROUPS, Group, Hit

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROOM, _EDGE = 10, 10
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def group_words() -> dict[Group, str]:
    """The heads of the groups."""
    return {
        "pages": QCoreApplication.translate("Search", "Pages"),
        "commands": QCoreApplication.translate("Search", "Commands"),
        "customers": QCoreApplication.translate("Search", "New document for"),
        "items": QCoreApplication.translate("Search", "Items"),
        "drafts": QCoreApplication.translate("Search", "Drafts"),
        "documents": QCoreApplication.translate("Search", "Documents"),
    }


class _Rows(QAbstractListModel):
    """Heads (text) and hits, in the order shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Hit | str] = []

    def show(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.rows = []
        heads = group_words()
        for group in GROUPS:
            inside = [hit for hit in hits if hit.group == group]
            if inside:
                self.rows += [heads[group], *inside]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else " ".join(filter(None, (row.text, row.aside)))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Painter(QStyledItemDelegate):
    """A head in small letters; a hit with what stands at its right end."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(100, option.fontMetrics.height() + _ROOM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, _Rows)
        row = model.rows[index.row()]
        area = option.rect.adjusted(_EDGE, 0, -_EDGE, 0)
        painter.save()
        if isinstance(row, str):
            self._paint_head(painter, option, area, row)
        else:
            self._paint_hit(painter, option, area, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, text: str) -> None:
        font = QFont(option.font)
        font.setPointSizeF(font.pointSizeF() - 1)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        painter.drawText(area, _MIDDLE_LEFT, text)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, hit: Hit) -> None:
        palette = option.palette
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 4, 4)
            strong = quiet = palette.color(QPalette.ColorRole.HighlightedText)
        else:
            strong = palette.color(QPalette.ColorRole.Text)
            quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        figures = tabular(option.font)
        painter.setFont(figures)
        aside = option.fontMetrics.horizontalAdvance(hit.aside) + 2 * _EDGE if hit.aside else 0
        painter.setPen(quiet)
        painter.drawText(area, _MIDDLE_RIGHT, hit.aside)
        painter.setPen(strong)
        room = area.width() - aside
        shown = option.fontMetrics.elidedText(hit.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, _MIDDLE_LEFT, shown)


class ResultList(QListView):
    """Lies over the window, never has the focus: the box keeps it and moves the mark."""

    chosen = Signal(object)
    """A Hit."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._rows = _Rows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_Painter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "popup")
        identify(self, "search.results")
        self.clicked.connect(self._on_clicked)
        self.hide()

    @property
    def hits(self) -> list[Hit]:
        """What is shown, heads aside."""
        return [row for row in self._rows.rows if not isinstance(row, str)]

    @property
    def marked(self) -> Hit | None:
        """What Enter takes."""
        index = self.currentIndex()
        row = self._rows.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Hit) else None

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Shows `hits`; the mark stays on what it stood on, else it stands on the first."""
        before = self.marked
        self._rows.show(hits)
        places = [place for place, row in enumerate(self._rows.rows) if isinstance(row, Hit)]
        same = [place for place in places if before and self._rows.rows[place][:3] == before[:3]]
        if places:
            self.setCurrentIndex(self._rows.index((same or places)[0]))
            if not same:
                self.scrollToTop()

    def step(self, by: int) -> None:
        """Moves the mark by so many hits, stopping at the ends."""
        places = [place for place, row in enumerate(self._rows.rows) if isinstance(row, Hit)]
        if places:
            here = self.currentIndex().row()
            now = places.index(here) if here in places else 0
            place = places[min(max(now + by, 0), len(places) - 1)]
            self.setCurrentIndex(self._rows.index(place))
            if place == places[0]:
                self.scrollToTop()

    def height_for(self, room: int) -> int:
        """As high as what it shows, at most `room`."""
        row = self.fontMetrics().height() + _ROOM
        return min(self._rows.rowCount() * row + 2 * self.frameWidth() + 8, room)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._rows.rows[index.row()]
        if isinstance(row, Hit):
            self.chosen.emit(row)
