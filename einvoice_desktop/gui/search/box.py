"""The search box in the menu row: the keys stay in it while the list under it is worked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QSizePolicy, QWidget

from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.search.hits import Hit
from einvoice_desktop.gui.search.results import ResultList

_LEAST, _WANTED, _MOST = 110, 260, 320
_LIST_WIDTH = 520
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}
_LONGEST = 200


class SearchBox(QLineEdit):
    """Tells what is typed and what is chosen. Esc gives the focus back to where it was before."""

    typed = Signal(str)
    """Also when it is entered: with "", or what still stands in it."""
    chosen = Signal(object)
    """A Hit, after the focus has gone back."""

    def __init__(self, key: str, window: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._window = window
        self._before: QWidget | None = None
        self.setMaxLength(_LONGEST)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        identify(self, "search")
        self.results = ResultList(window)
        self.nothing = label("muted", self.results)
        self.nothing.setContentsMargins(12, 8, 12, 8)
        self.results.chosen.connect(self._take)
        window.installEventFilter(self)
        self.textEdited.connect(self.typed)
        self._retranslate()

    def sizeHint(self) -> QSize:
        return QSize(_WANTED, super().sizeHint().height())

    def enter(self) -> None:
        """The keys are here now."""
        focus = QApplication.focusWidget()
        if focus is not self:
            self._before = focus
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def show_hits(self, hits: Sequence[Hit], *, looking: bool) -> None:
        """Shows what was found so far; `looking`: more may come."""
        if not self.hasFocus():
            return
        self.results.show_hits(hits)
        empty = not hits and not looking
        self.nothing.setVisible(empty)
        if not hits and looking and not self.results.isVisible():
            return
        self._place(empty)
        self.results.show()
        self.results.raise_()
        self._announce()

    def _place(self, empty: bool) -> None:
        corner = self.mapTo(self._window, QPoint(0, self.height() + 2))
        width = min(max(_LIST_WIDTH, self.width()), self._window.width() - 16)
        left = min(corner.x() + self.width(), self._window.width() - 8) - width
        room = max(self._window.height() - corner.y() - 40, 120)
        height = self.nothing.sizeHint().height() + 4 if empty else self.results.height_for(room)
        self.nothing.resize(width - 4, self.nothing.sizeHint().height())
        self.results.setGeometry(QRect(max(left, 8), corner.y(), width, height))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.results.isVisible():
            # The box has its new place once the window has laid out what it holds.
            QTimer.singleShot(0, self, self._follow_window)
        return super().eventFilter(watched, event)

    def _follow_window(self) -> None:
        if self.results.isVisible():
            self._place(self.nothing.isVisible())

    def _announce(self) -> None:
        marked = self.results.marked
        told = " ".join(filter(None, marked[1:3])) if marked else self.nothing.text()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))

    # --- keys -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self.results.isVisible():
            self.results.step(_STEPS[key])
            self._announce()
        elif key == Qt.Key.Key_Down:
            self.typed.emit(self.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            marked = self.results.marked
            if self.results.isVisible() and marked is not None:
                self._take(marked)
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _take(self, hit: Hit) -> None:
        self.leave()
        self.chosen.emit(hit)

    def leave(self) -> None:
        """Empties the box; the focus is where it was before, as far as that can be seen."""
        self.clear()
        self.results.hide()
        before, self._before = self._before, None
        if before is not None and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            self.clearFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.typed.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.results.hide()

    # --- look -----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text() and self.width() > _LEAST + self.fontMetrics().horizontalAdvance(self._key):
            painter = QPainter(self)
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            area = self.rect().adjusted(0, 0, -10, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._key)
            painter.end()

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Search everything…"))
        self.setAccessibleName(self.tr("Search everything"))
        self.setAccessibleDescription(self._key)
        self.nothing.setText(self.tr("Nothing was found"))
        self.results.setAccessibleName(self.tr("What was found"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
