"""One line with all its fields, in the place of the table of lines until the person goes back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from einvoice_desktop.domain.lines import Classification, Detail
from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.compose.line_fields import LINE, groups_of_line
from einvoice_desktop.gui.compose.part_sheet import PartSheet
from einvoice_desktop.gui.fields.choices import ChoiceTables
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.gui.change import Change
    from einvoice_desktop.gui.compose.form import FieldSheet
    from einvoice_desktop.gui.session import DraftSession

_SEVERAL, _SINGLE = "expensesClassifications", "expensesClassification"


class LineSheet(QWidget):
    """Ctrl+Page Up and Ctrl+Page Down lead from line to line, Escape and Alt+Enter back to the table."""

    left = Signal(int)
    """The person is done with the line of this place."""
    made = Signal(object)
    """The PartSheet of another line."""

    def __init__(self, session: DraftSession, tables: ChoiceTables, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._tables = session, tables
        self.row = 0
        self.sheet: PartSheet | None = None
        identify(self, "line")
        self._title = label("section", self)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._several = KeyButton("", "quiet", self)
        self._before = KeyButton("Ctrl+PgUp", "quiet", self)
        self._next = KeyButton("Ctrl+PgDn", "quiet", self)
        self._back = KeyButton("Esc", "quiet", self)
        names = ("several", "before", "next", "back")
        buttons = (self._several, self._before, self._next, self._back)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        for name, button in zip(names, buttons, strict=True):
            identify(button, f"line.{name}")
            head.addWidget(button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(2, 6, 0, 0)
        self._layout.addLayout(head)
        self._connect()

    def _connect(self) -> None:
        self._several.clicked.connect(self._on_several)
        self._before.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self._back.clicked.connect(lambda: self.left.emit(self.row))
        for key, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.step(step))

    def open(self, row: int) -> None:
        """Shows the line at `row`."""
        self.row = row
        before, self.sheet = (
            self.sheet,
            PartSheet(self._session, groups_of_line(row), self._tables, "part.line", self),
        )
        if before is not None:
            self._layout.removeWidget(before)
            before.hide()
            before.deleteLater()
        self._layout.addWidget(self.sheet, 1)
        self.sheet.show()
        self.setFocusProxy(self.sheet)
        self.retranslate()
        self.made.emit(self.sheet)

    def step(self, by: int) -> None:
        """To the line before or after, where there is one."""
        row = self.row + by
        if 0 <= row < self._session.row_count(LINE):
            self.open(row)
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def sheets(self) -> Iterator[FieldSheet]:
        """Every sheet of fields that there is by now."""
        if self.sheet is not None and not self.isHidden():
            yield from self.sheet.sheets()

    def apply(self, change: Change) -> None:
        """Shows what an edit changed."""
        if self.isHidden() or self.sheet is None:
            return
        if self.row >= self._session.row_count(LINE):
            self.left.emit(max(self.row - 1, 0))
        elif change.scope != "row" or change.path == LINE:
            self.sheet.refresh()
            self._show_head()

    def _line(self) -> Detail | None:
        value = self._session.value(f"{LINE}[{self.row}]")
        return value if isinstance(value, Detail) else None

    def _on_several(self) -> None:
        """The one classification becomes the first of several; the amounts are typed."""
        line, composition = self._line(), self._session.composition
        if line is None or composition is None:
            return
        single = line.expenses_classification or Classification()
        first = single.with_member("amount", composition.line(self.row).net)
        with self._session.together():
            self._session.put(f"{LINE}[{self.row}].{_SINGLE}", None)
            self._session.put(f"{LINE}[{self.row}].{_SEVERAL}", (first,))

    def _show_head(self) -> None:
        line = self._line()
        text = self._session.text(f"{LINE}[{self.row}].descriptions[0]")
        count = self._session.row_count(LINE)
        told = self.tr("Line {0} of {1}").format(self.row + 1, count)
        self._title.setText(f"{told} · {text[:40]}" if text else told)
        held = line is not None and line.expenses_classification is not None
        self._several.setVisible(held and not (line and line.expenses_classifications))
        self._before.setEnabled(self.row > 0)
        self._next.setEnabled(self.row + 1 < count)

    def retranslate(self) -> None:
        """Everything in the language of the day."""
        self._several.setText(self.tr("Several"))
        self._before.setText(self.tr("Previous"))
        self._next.setText(self.tr("Next"))
        self._back.setText(self.tr("Lines"))
        self.setAccessibleName(self.tr("All of the line"))
        if self.sheet is not None:
            self.sheet.setAccessibleName(self.accessibleName())
            self.sheet.retranslate()
        self._show_head()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (alt and enter):
            self.left.emit(self.row)
        else:
            super().keyPressEvent(event)
