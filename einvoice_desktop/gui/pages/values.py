"""Labels whose text is a bare value: to read, to select with mouse or keys, to copy."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QPaintEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from einvoice_desktop.gui.fields.identity import identify, tabular
from einvoice_desktop.gui.pages.page import label

_LEAST = 136
_FRAME = 4
_TALL = 10_000
_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class ValueLabel(QLabel):
    """One value, nothing else; the Tab key selects it whole.

    It has no accessible name of its own, which would hide its text: its buddy label names it.
    """

    def __init__(self, identifier: str, parent: QWidget | None = None, *, size: float = 0) -> None:
        super().__init__(parent)
        identify(self, identifier)
        self.setProperty("focusRing", True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        font = tabular(self.font())
        if size:
            font.setPointSizeF(size)
            font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _TAB:
            self.setSelection(0, len(self.text()))


class WordsValue(ValueLabel):
    """A value of several words that takes as many lines as it needs."""

    def __init__(self, identifier: str, parent: QWidget | None = None) -> None:
        super().__init__(identifier, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)


class LongValue(ValueLabel):
    """A value without spaces (an address, a hash) that goes on in the next line wherever the line is full."""

    def __init__(self, identifier: str, parent: QWidget | None = None) -> None:
        super().__init__(identifier, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(max(_LEAST, self.width())))

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(1, width - 2 * _FRAME), _TALL)
        anywhere = Qt.TextFlag.TextWrapAnywhere
        return self.fontMetrics().boundingRect(room, anywhere, self.text()).height() + 2 * _FRAME

    def paintEvent(self, event: QPaintEvent) -> None:
        # Laying out, which asking for the size makes the label do, sets its document back to whole words.
        super().sizeHint()
        document = self.findChild(QTextDocument)
        if document is not None:
            option = document.defaultTextOption()
            if option.wrapMode() is not QTextOption.WrapMode.WrapAnywhere:
                option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
                document.setDefaultTextOption(option)
        super().paintEvent(event)


class ValueRows:
    """A grid of captions and values under each other in a grid layout."""

    def __init__(self, grid: QGridLayout, parent: QWidget) -> None:
        self._grid = grid
        self._parent = parent
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)

    def add(self, value: ValueLabel) -> QLabel:
        """Adds `value` in a row of its own; the caption that names it, for its text."""
        caption = label("muted", self._parent)
        caption.setBuddy(value)
        # As far down as the frame of the value moves its words.
        caption.setContentsMargins(0, 3, 0, 0)
        value.setAlignment(
            value.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignTop
        )
        row = self._grid.rowCount()
        self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._grid.addWidget(value, row, 1)
        return caption
