"""A code of a table, found by typing the code or words of its label."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from einvoice_desktop.gui.fields.chevron import draw_chevron
from einvoice_desktop.gui.fields.choices import ChoiceTables, Entry
from einvoice_desktop.gui.fields.identity import identify, is_undo
from einvoice_desktop.gui.fields.text import clean

if TYPE_CHECKING:
    from einvoice_desktop.gui.fields.code_list import CodeList
    from einvoice_desktop.gui.session import DraftSession

Table = str | Callable[[], str]
"""A table's name, or what tells it at the moment it is needed (the category of a tax depends on the tax)."""


class CodeBox(QComboBox):
    """Shows and edits the code at `path`. F4, Alt+Down or Down opens the list; typing searches it.

    `as_number`: the document holds the code as a number. A text that no row answers to goes to the session
    as typed, so that nothing is lost and the problem is shown; a `closed` box forgets it.
    """

    def __init__(
        self,
        session: DraftSession,
        path: str,
        tables: ChoiceTables,
        table: Table,
        *,
        as_number: bool = False,
        closed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.path = path
        self._tables = tables
        self._table = table
        self._as_number = as_number
        self._closed = closed
        self._list: CodeList | None = None
        self._typed = False
        self._moved = False
        # Not setEditable: that also builds Qt's own list, which is never shown.
        self._edit = QLineEdit(self)
        self.setLineEdit(self._edit)
        self.setCompleter(None)  # type: ignore[arg-type]  # None takes the built-in completer away
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(3)
        identify(self, path)
        self._edit.textChanged.connect(self._on_text_changed)

    # --- what is shown -----------------------------------------------------------------------------

    def refresh(self) -> None:
        """Shows what the session holds, unless a search is being typed."""
        if not self._typed:
            self._show(self._held_text())

    def _held_text(self) -> str:
        value = self.session.value(self.path)
        if value is None or value == "":
            return self.session.text(self.path)
        return self._tables.text(self.table(), self.code_of(value))

    def _show(self, text: str) -> None:
        line = self._edit
        if text == line.text():
            return
        with QSignalBlocker(line):
            line.setText(text)
        if not self.hasFocus():
            line.setCursorPosition(0)

    def table(self) -> str:
        """The name of the table that is searched just now."""
        return self._table if isinstance(self._table, str) else self._table()

    def text(self) -> str:
        """What the box shows."""
        return self._edit.text()

    # --- choosing -----------------------------------------------------------------------------------

    def choose(self, entry: Entry | None) -> None:
        """Hands a row's code to the session; None takes the value away."""
        self._typed = False
        self.hidePopup()
        if entry is None:
            self.session.choose(self.path, None)
        else:
            value = self.value_of(entry)
            if self.session.value(self.path) != value:
                self.session.choose(self.path, value)
        self.refresh()

    def value_of(self, entry: Entry) -> object:
        """What the document holds for a row."""
        return int(entry.code) if self._as_number and entry.code.isdecimal() else entry.code

    def code_of(self, value: object) -> str:
        """The row's code for what the document holds."""
        return str(value)

    def commit(self) -> None:
        """Takes what is typed: the marked row, else the row it means, else the text itself."""
        if not (self._typed or self._moved):
            self.hidePopup()
            return
        text = self._edit.text().strip()
        entry = self._marked() or self._meant(text)
        if entry is not None and (text or self._moved):
            self.choose(entry)
        elif not text:
            self.choose(None)
        elif self._closed:
            self.revert()
        else:
            self._typed = False
            self.hidePopup()
            self.session.edit(self.path, clean(text))
            self.refresh()

    def _meant(self, text: str) -> Entry | None:
        return self._tables.resolve(self.table(), text, self.path) if self.session.ready else None

    def accept(self) -> None:
        """Takes the marked row of the open list, whether or not anything was typed."""
        marked = self._marked()
        if marked is not None:
            self.choose(marked)

    def begin(self) -> None:
        """Selects everything, so that typing replaces it."""
        self._edit.selectAll()

    def revert(self) -> None:
        """Forgets what was typed."""
        self._typed = False
        self.hidePopup()
        self.refresh()

    def _marked(self) -> Entry | None:
        return self._list.marked() if self._list is not None else None

    # --- the list -----------------------------------------------------------------------------------

    def showPopup(self) -> None:
        """All rows, the present one marked."""
        if self.session.ready:
            value = self.session.value(self.path)
            current = "" if value is None else self.code_of(value)
            self._open_list().open_with(self._tables.offered(self.table(), self.path, current), current)

    def hidePopup(self) -> None:
        self._moved = False
        if self._list is not None:
            self._list.hide()

    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None and self._list.isVisible()

    def _open_list(self) -> CodeList:
        if self._list is None:
            from einvoice_desktop.gui.fields.code_list import CodeList

            self._list = CodeList(self)
            self._list.setAccessibleName(self.accessibleName())
            self._list.picked.connect(self.choose)
        return self._list

    def _on_text_changed(self, text: str) -> None:
        self._typed = True
        if not self.hasFocus():
            self.commit()
        elif self.session.ready and text.strip():
            self._open_list().open_with(self._tables.searched(self.table(), text, self.path))
        else:
            self.hidePopup()

    # --- keys ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_F4 or (key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not self.is_open()):
            self.hidePopup() if self.is_open() else self.showPopup()
            return True
        if not self.is_open() or self._list is None:
            return self._enter(key)
        page = self._list.page()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key in steps:
            self._moved = True
            self._list.step(steps[Qt.Key(key)])
            return True
        if key == Qt.Key.Key_Escape:
            self.revert()
            return True
        return self._enter(key)

    def _enter(self, key: int) -> bool:
        if key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if self.is_open():
            self.accept()
            self._edit.selectAll()
            return True
        self.commit()
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Its own, while it has the focus: `event` would be asked of every box for everything."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if is_undo(event):
                event.ignore()
                return True
            if self.is_open() and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        draw_chevron(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the page; it never changes a value.
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.installEventFilter(self)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._edit.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
            self.hidePopup()
        elif event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()
        super().focusOutEvent(event)
        self.removeEventFilter(self)
        if not self.hasFocus():
            self._edit.setCursorPosition(0)

    def hideEvent(self, event: QHideEvent) -> None:
        self.hidePopup()
        super().hideEvent(event)
