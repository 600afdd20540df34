"""Who issues: one line that says it, opening to every field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from einvoice_desktop.gui.compose.form import CONTEXT, FieldSheet
from einvoice_desktop.gui.compose.party import ISSUER, ISSUER_ROWS
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.identity import plain_tip

if TYPE_CHECKING:
    from einvoice_desktop.gui.session import DraftSession

_LEAST_HEIGHT = 56
_BESIDE_SUMMARY = 56
"""Pixels of the fold's head that are not words: its arrow and its edges."""


class IssuerFold(QFrame):
    """Folded, a summary; its fields are made when it first opens, `opened` tells of them."""

    opened = Signal(object)
    """The FieldSheet that has just been made."""

    all_fields_wanted = Signal()
    """The person asks for the fields that are not in the fold."""

    def __init__(self, session: DraftSession, tables: ChoiceTables, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._tables = tables
        self.sheet: FieldSheet | None = None
        self._all: QPushButton | None = None
        self._scroll: QScrollArea | None = None
        self.setProperty("role", "panel")
        self._head = QToolButton(self)
        self._head.setProperty("role", "fold")
        self._head.setCheckable(True)
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setArrowType(Qt.ArrowType.RightArrow)
        self._head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # As wide as the page, whatever the name: its text must not keep the page from getting narrower.
        self._head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._head.setObjectName("issuer")
        self._head.setAccessibleIdentifier("issuer")
        self._head.toggled.connect(self._on_toggled)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(4, 2, 6, 2)
        self._layout.addWidget(self._head)
        self.refresh()

    def open(self) -> None:
        """Shows the fields."""
        self._head.setChecked(True)

    def refresh(self) -> None:
        """The summary, and the fields where they are shown, say what the session holds."""
        self._elide()
        if self.sheet is not None:
            self.sheet.refresh()

    def _elide(self) -> None:
        """The summary as far as there is room; whole in the tool tip and to a screen reader."""
        whole = self._summary()
        room = self.width() - _BESIDE_SUMMARY
        shown = self._head.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        # In a button an & would underline the letter behind it.
        self._head.setText(shown.replace("&", "&&"))
        if whole != self._head.accessibleName():
            self._head.setAccessibleName(whole)
        self._head.setToolTip("" if shown == whole else plain_tip(whole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _summary(self) -> str:
        text = self._session.text
        branch = text("issuer.branchCode")
        parts = [text("issuer.registeredName"), text("issuer.vat")]
        if branch:
            parts.append(self.tr("branch {0}").format(branch))
        told = "  ·  ".join(part for part in parts if part)
        return f"{QCoreApplication.translate(CONTEXT, ISSUER)}    {told}"

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        if self.sheet is not None and self._all is not None:
            self.sheet.retranslate()
            self._all.setText(self.tr("All fields of the issuer"))
        self.refresh()

    def bring_into_view(self, field: QWidget) -> None:
        """Scrolls to a field of the sheet."""
        if self._scroll is not None and self._scroll.isAncestorOf(field):
            self._scroll.ensureWidgetVisible(field)

    def _on_toggled(self, on: bool) -> None:
        self._head.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        if self._scroll is None:
            self._make_sheet()
        if self._scroll is not None:
            self._scroll.setVisible(on)
        self._layout.setContentsMargins(4, 2, 6, 8 if on else 2)

    def _make_sheet(self) -> None:
        inside = QWidget(self)
        self.sheet = FieldSheet(
            self._session, ISSUER_ROWS, self._tables, prefix="issuer.", group=ISSUER, parent=inside
        )
        self._all = QPushButton(inside)
        self._all.setProperty("role", "quiet")
        self._all.clicked.connect(self.all_fields_wanted)
        self.retranslate()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(8, 0, 6, 0)
        layout.addWidget(self.sheet)
        layout.addWidget(self._all, 0, Qt.AlignmentFlag.AlignRight)
        # The style sheet's heights are known only once it has been applied: before anybody asks for them.
        for child in inside.findChildren(QWidget):
            child.ensurePolished()
        for rows in inside.findChildren(QLayout):
            rows.invalidate()
        self._scroll = _scroll_area(inside, self)
        self._layout.addWidget(self._scroll)
        self.opened.emit(self.sheet)


def _scroll_area(inside: QWidget, parent: QWidget) -> QScrollArea:
    """As high as what it holds; on a low screen it gives way to the lines and scrolls."""
    area = QScrollArea(parent)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    inside.setAutoFillBackground(False)
    area.setMinimumHeight(_LEAST_HEIGHT)
    area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return area
