"""A dialog that is a list: rows to choose from, buttons with their keys, a line that says what happened."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from einvoice_desktop.gui.buttons import KeyButton
from einvoice_desktop.gui.fields.identity import identify
from einvoice_desktop.gui.fields.label import label
from einvoice_desktop.gui.keys import with_twins
from einvoice_desktop.gui.pages.table import RecordTable, TableOrHint
from einvoice_desktop.gui.records import Column, RecordModel
from einvoice_desktop.gui.worded_dialog import WordedDialog

R = TypeVar("R")
_MARGIN = 80


class ListDialog(WordedDialog, Generic[R]):
    """`name` is the beginning of every identifier. Goes when it is closed."""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column[R]],
        identity: Callable[[R], object],
        size: tuple[int, int],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._name = name
        identify(self, name)
        self.model: RecordModel[R] = RecordModel(columns, identity, self)
        self.table: RecordTable[R] = RecordTable(f"{name}.list", self.model, self)
        self.shown = TableOrHint(self.table, self)
        self.told = label("muted", self, wrap=True)
        identify(self.told, f"{name}.told")
        self.head, self.foot = QVBoxLayout(), QHBoxLayout()
        self.head.setSpacing(8)
        self.foot.setSpacing(8)
        self.below = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(self.head)
        layout.addWidget(self.shown, 1)
        layout.addLayout(self.below)
        layout.addWidget(self.told)
        layout.addLayout(self.foot)
        self.finished.connect(self.deleteLater)
        room = parent.size()
        self.resize(min(size[0], room.width() - _MARGIN), min(size[1], room.height() - _MARGIN))

    def add_button(
        self,
        name: str,
        text: str,
        key: str,
        pressed: Callable[[], object],
        *,
        role: str = "",
        works_in: QWidget | None = None,
    ) -> KeyButton:
        """A button below; its key works everywhere in the dialog, or in one widget of it. Enter and Esc are
        the dialog's own. A dialog that changes its language while it is open gives the `text` later."""
        button = KeyButton(key, role, self)
        identify(button, f"{self._name}.{name}")
        button.setText(text)
        button.clicked.connect(lambda _checked=False: pressed())
        if key not in ("Enter", "Esc", ""):
            self.give_key(button, key, works_in)
        self.foot.addWidget(button)
        return button

    def give_key(self, button: KeyButton, key: str, works_in: QWidget | None = None) -> None:
        """`key` presses `button`, everywhere in the dialog or in one widget of it."""
        shortcut = QShortcut(self if works_in is None else works_in)
        if works_in is not None:
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.setKeys(with_twins([QKeySequence(key)]))
        shortcut.activated.connect(button.click)

    def leave_enter_to_the_list(self) -> None:
        """Enter presses no button: the list, and what stands below it, take it themselves."""
        for button in self.findChildren(KeyButton):
            button.setAutoDefault(False)

    def show_rows(self, rows: Sequence[R]) -> None:
        """What there is to choose from now."""
        self.model.set_rows(rows)
        self.table.fit_figures(rows)
        self.table.choose_first()

    def say(self, text: str) -> None:
        """What has just happened."""
        self.told.setText(text)
