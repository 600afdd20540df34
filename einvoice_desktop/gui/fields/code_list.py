"""The list under a code box: shows what a search found and never takes the focus away from the box."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListView, QWidget

from einvoice_desktop.gui.fields.choices import Entry

Index = QModelIndex | QPersistentModelIndex
_SHOWN_ROWS = 12
_WIDEST = 460


class EntryModel(QAbstractListModel):
    """Rows of a code table."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: Sequence[Entry] = ()
        self.row_height = 0
        self.heading_font = QFont()

    def show(self, entries: Sequence[Entry]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are passed by."""
        heads = index.isValid() and self.entries[index.row()].is_heading
        return Qt.ItemFlag.NoItemFlags if heads else super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.FontRole and index.isValid() and self.entries[index.row()].is_heading:
            return self.heading_font
        if role == Qt.ItemDataRole.DisplayRole and index.isValid() and self.entries[index.row()].is_heading:
            return self.entries[index.row()].label
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) and index.isValid():
            return self.entries[index.row()].text
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self.row_height)
        return None


class CodeList(QListView):
    """The open list of one box. `picked` is sent when a row is clicked."""

    picked = Signal(object)

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self._box = box
        self._entries = EntryModel(self)
        self.setModel(self._entries)
        self.setWindowFlags(Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setProperty("role", "popup")
        self.clicked.connect(self._on_clicked)

    def open_with(self, entries: Sequence[Entry], current: str = "") -> None:
        """Shows `entries` under the box, the row of the code `current` (else the first) marked."""
        self._entries.row_height = self.fontMetrics().height() + 8
        self._entries.heading_font = small_caption(self.font())
        self._entries.show(entries)
        if not entries:
            self.hide()
            return
        first = next((i for i, entry in enumerate(entries) if not entry.is_heading), 0)
        row = next((i for i, e in enumerate(entries) if e.code == current and not e.is_heading), first)
        self._place()
        self.show()
        self.setCurrentIndex(self._entries.index(row))
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def marked(self) -> Entry | None:
        """The row that Enter and Tab take."""
        index = self.currentIndex()
        marked = self._entries.entries[index.row()] if self.isVisible() and index.isValid() else None
        return None if marked is None or marked.is_heading else marked

    def step(self, rows: int) -> None:
        """Moves the mark by so many rows, stopping at the ends."""
        entries = self._entries.entries
        onward = 1 if rows > 0 else -1
        row = min(max(self.currentIndex().row() + rows, 0), len(entries) - 1)
        while 0 <= row < len(entries) and entries[row].is_heading:
            row += onward
        if 0 <= row < len(entries):
            self.setCurrentIndex(self._entries.index(row))
        else:
            # Above the first row stands only its heading.
            self.scrollToTop()

    def page(self) -> int:
        """How many rows Page Down moves."""
        return _SHOWN_ROWS - 1

    def _place(self) -> None:
        rows = min(len(self._entries.entries), _SHOWN_ROWS)
        frame = 2 * self.frameWidth()
        size = QSize(max(self._box.width(), self._width()), rows * self._entries.row_height + frame)
        below = self._box.mapToGlobal(QPoint(0, self._box.height()))
        room = self._box.screen().availableGeometry()
        top = (
            below.y()
            if below.y() + size.height() <= room.bottom()
            else below.y() - self._box.height() - size.height()
        )
        left = max(min(below.x(), room.right() - size.width()), room.left())
        self.setGeometry(left, max(top, room.top()), size.width(), size.height())

    def _width(self) -> int:
        metrics = self.fontMetrics()
        longest = max((entry.text for entry in self._entries.entries), key=len, default="")
        return min(metrics.horizontalAdvance(longest) + 40, _WIDEST)

    def _on_clicked(self, index: QModelIndex) -> None:
        if not self._entries.entries[index.row()].is_heading:
            self.picked.emit(self._entries.entries[index.row()])


def small_caption(font: QFont) -> QFont:
    """`font` for a heading between rows."""
    heading = QFont(font)
    heading.setBold(True)
    if font.pixelSize() > 0:
        heading.setPixelSize(max(font.pixelSize() - 2, 9))
    else:
        heading.setPointSizeF(max(font.pointSizeF() - 1, 7))
    return heading
