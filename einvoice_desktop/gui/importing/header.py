"""The head of the preview: over each column what the file calls it, and a box that says what it means."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QTableView

from einvoice_desktop.gui.fields.choice_box import ChoiceBox

_LETTERS = 8
_ROOM = 6
_TITLE = 24


class MeaningHeader(QHeaderView):
    """The first `fixed` columns have words alone. `boxes` stand in the order of the columns after them."""

    meaning_chosen = Signal(int, str)
    """The column of the file, and the path that it means now."""

    def __init__(self, table: QTableView, fixed: int) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._fixed = fixed
        self.boxes: list[ChoiceBox] = []
        self.setSectionsClickable(False)
        self.sectionResized.connect(lambda *_sizes: self._place())
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self._place())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        height = self.boxes[0].sizeHint().height() + _TITLE + _ROOM if self.boxes else hint.height()
        return QSize(hint.width(), height)

    def show_meanings(
        self, rows: Sequence[tuple[str, str]], columns: Sequence[str], names: Sequence[str]
    ) -> None:
        """`rows`: what can be chosen; `columns`: what each means; `names`: of the boxes, to be heard."""
        if len(columns) != len(self.boxes):
            self._make(len(columns))
        for box, path, name in zip(self.boxes, columns, names, strict=True):
            box.blockSignals(True)
            box.fill(rows)
            box.choose(path)
            box.blockSignals(False)
            box.setAccessibleName(name)
            box.setToolTip(box.currentText())
        self.updateGeometries()
        self._place()

    def _make(self, count: int) -> None:
        for box in self.boxes:
            box.hide()
            box.deleteLater()
        self.boxes = []
        for column in range(count):
            box = ChoiceBox(f"import.column.{column}", _LETTERS, self.viewport())
            box.currentIndexChanged.connect(lambda _index, at=column: self._on_chosen(at))
            box.installEventFilter(self)
            box.show()
            self.boxes.append(box)

    def _on_chosen(self, column: int) -> None:
        self.boxes[column].setToolTip(self.boxes[column].currentText())
        self.meaning_chosen.emit(column, self.boxes[column].value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, ChoiceBox) and watched in self.boxes:
            self._show_column(self.boxes.index(watched))
        return super().eventFilter(watched, event)

    def _show_column(self, column: int) -> None:
        """Where Tab has gone there is something to be seen."""
        at = column + self._fixed
        left, right = (
            self.sectionViewportPosition(at),
            self.sectionViewportPosition(at) + self.sectionSize(at),
        )
        bar = self._table.horizontalScrollBar()
        if left < 0:
            bar.setValue(bar.value() + left)
        elif right > self.viewport().width():
            bar.setValue(bar.value() + right - self.viewport().width())

    def _place(self) -> None:
        for column, box in enumerate(self.boxes):
            at = column + self._fixed
            if at < self.count():
                top = self.height() - box.sizeHint().height() - _ROOM // 2
                left = self.sectionViewportPosition(at) + _ROOM // 2
                box.setGeometry(left, top, self.sectionSize(at) - _ROOM, box.sizeHint().height())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        if logical < self._fixed or not self.boxes:
            super().paintSection(painter, rect, logical)
            return
        painter.save()
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = str(self.model().headerData(logical, Qt.Orientation.Horizontal) or "")
        room = QRect(rect.left() + 8, rect.top() + 2, rect.width() - 12, _TITLE)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
