"""Looks at a window as a person does: words that are cut off, controls without a name, markup in labels."""

from __future__ import annotations

import math
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

_NAMELESS_BY_NATURE = ("qt_", "QtSplitter")


def visible(window: QWidget) -> Iterator[QWidget]:
    """Every widget in sight, Qt's own inner parts left out."""
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.objectName().startswith(_NAMELESS_BY_NATURE):
            yield widget


def told(widget: QWidget) -> str:
    """What names a widget in a complaint."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.objectName() or '-'} {text!r}"


# --- words that are cut off -------------------------------------------------------------------------


def cut_words(window: QWidget) -> list[str]:
    """Labels, buttons and tabs in sight whose words do not fit and are told by no tool tip either."""
    found = []
    for widget in visible(window):
        if _is_cut(widget) and not widget.toolTip() and not _can_be_scrolled_to(widget):
            found.append(f"{told(widget)}: {widget.width()}x{widget.height()}")
        if isinstance(widget, QTabBar):
            found += [f"tab {text!r}" for text in _cut_tabs(widget)]
        if isinstance(widget, QTableView):
            found += [f"head {text!r} of {widget.objectName()}" for text in _cut_heads(widget)]
    return found


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text()) and _label_is_cut(widget)
    if isinstance(widget, QPushButton | QCheckBox):
        # Half a pixel is lost where sizes are rounded on a scaled screen.
        return (
            widget.width() + 1 < widget.sizeHint().width()
            or widget.height() + 1 < widget.minimumSizeHint().height()
        )
    return False


def _label_is_cut(label: QLabel) -> bool:
    room = label.contentsRect()
    if label.wordWrap():
        need = QFontMetricsF(label.font()).boundingRect(
            QRect(0, 0, max(1, room.width()), 100_000), int(Qt.TextFlag.TextWordWrap), label.text()
        )
        return need.height() > room.height() + 1 or need.width() > room.width() + 1
    width = max(QFontMetricsF(label.font()).horizontalAdvance(line) for line in label.text().split("\n"))
    return math.floor(width) > room.width() or label.visibleRegion().boundingRect().width() + 1 < min(
        width, label.width()
    )


def _can_be_scrolled_to(widget: QWidget) -> bool:
    """Whether what lies outside is only scrolled away: its own size is enough."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea) and parent.widget() is not None:
            return isinstance(widget, QLabel) and widget.height() + 1 >= widget.heightForWidth(widget.width())
        parent = parent.parentWidget()
    return False


def _cut_tabs(bar: QTabBar) -> list[str]:
    shown = [place for place in range(bar.count()) if bar.isTabVisible(place)]
    return [bar.tabText(place) for place in shown if not bar.rect().contains(bar.tabRect(place))]


def _cut_heads(table: QTableView) -> list[str]:
    """Heads of columns that neither fit nor are told whole by a tool tip."""
    head, model = table.horizontalHeader(), table.model()
    cut = []
    for column in range(model.columnCount(QModelIndex()) if model is not None and head.isVisible() else 0):
        text = model.headerData(column, Qt.Orientation.Horizontal) or ""
        tip = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        need = QFontMetricsF(head.font()).horizontalAdvance(text)
        if not head.isSectionHidden(column) and math.floor(need) > head.sectionSize(column) and not tip:
            cut.append(text)
    return cut


# --- names ------------------------------------------------------------------------------------------


def nameless(window: QWidget) -> list[str]:
    """Controls in sight that a screen reader would not know what to call."""
    return [told(widget) for widget in visible(window) if _is_control(widget) and not name_of(widget).strip()]


def name_of(widget: QWidget) -> str:
    """What a screen reader calls a widget. On Unix a combo box's name is its text, its label comes beside."""
    if isinstance(widget, QComboBox):
        labels = widget.window().findChildren(QLabel)
        return widget.accessibleName() or "".join(label.text() for label in labels if label.buddy() is widget)
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def _is_control(widget: QWidget) -> bool:
    """Whether the keyboard comes to it; what hands the keyboard on to another part is no control itself."""
    takes = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    return takes and not isinstance(widget, QLabel)


# --- labels -----------------------------------------------------------------------------------------


def labels_that_read_markup(window: QWidget) -> list[str]:
    """Labels, in sight or not, that would take a name with < and > for markup."""
    return [
        told(label)
        for label in window.findChildren(QLabel)
        if label.textFormat() is not Qt.TextFormat.PlainText and not label.objectName().startswith("qt_")
    ]
