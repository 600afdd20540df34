"""The items of the book under the cell that is typed in: arrows and Enter fill the line, Tab goes past."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from einvoice_desktop.app.entry import fold, show_amount
from einvoice_desktop.gui.compose.columns import LINES
from einvoice_desktop.gui.compose.hit_list import HitList

if TYPE_CHECKING:
    from einvoice_desktop.app.item_book import KeptItem
    from einvoice_desktop.gui.compose.table_view import RowsView
    from einvoice_desktop.gui.fields.text import TextField

FindItems = Callable[[str], "Sequence[KeptItem]"]
Take = Callable[["KeptItem", int, str], None]
"""Of an item, a row, and the path of the cell that was typed in."""

_OFFERED_IN = (".code", ".descriptions[0]")
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ItemOffers(QObject):
    """Attends the cells of the table of lines."""

    def __init__(self, view: RowsView, find: FindItems, take: Take) -> None:
        super().__init__(view)
        self._view, self._find, self._take = view, find, take
        view.cells.attend = self._attend

    def _attend(self, editor: TextField, row: int) -> None:
        if editor.path.startswith(LINES) and editor.path.endswith(_OFFERED_IN):
            ItemOffer(editor, self._find, lambda kept: self._on_taken(kept, row, editor.path))

    def _on_taken(self, kept: KeptItem, row: int, path: str) -> None:
        view = self._view
        if view.cells.editor is not None:
            view.cells.closeEditor.emit(view.cells.editor)
        self._take(kept, row, path)
        view.setFocus(Qt.FocusReason.OtherFocusReason)
        places = {column.path: place for place, column in enumerate(view.rows.columns)}
        onward = [places[member] for member in ("quantity", "unitPrice", "descriptions[0]")]
        view.go(row, next((place for place in onward if not view.isColumnHidden(place)), onward[-1]))


class ItemOffer(QObject):
    """In the cell of the code the first item is marked whose code begins as typed; in that of the description
    none, since what is typed there is mostly meant as it stands."""

    def __init__(self, editor: TextField, find: FindItems, take: Callable[[KeptItem], None]) -> None:
        super().__init__(editor)
        self._editor, self._find = editor, find
        self._of_codes = editor.path.endswith(".code")
        self._list: HitList[KeptItem] = HitList(editor, self._words, take)
        self._take = take
        self._first: KeptItem | None = None
        editor.textEdited.connect(self._on_edited)

    def _words(self, kept: KeptItem) -> tuple[str, str]:
        facts = kept.facts
        if facts.price is None:
            return facts.code, facts.name
        return facts.code, f"{facts.name}  ·  {show_amount(facts.price, self._editor.session.language)}"

    def _on_edited(self, text: str) -> None:
        hits = self._find(text) if text.strip() else ()
        self._first = hits[0] if hits else None
        begins = self._first is not None and fold(self._first.facts.code).startswith(fold(text.strip()))
        self._list.offer(hits, marked=self._of_codes and begins)
        # Installed anew it comes before the table's own keys; only while there is something to take.
        self._editor.removeEventFilter(self)
        if hits:
            self._editor.installEventFilter(self)

    def _is_named(self) -> bool:
        """Whether the whole code of the first item stands there."""
        if self._first is None or not self._of_codes:
            return False
        return fold(self._first.facts.code) == fold(self._editor.text().strip())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and self._list.is_open:
            if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and self._pressed(event):
                return True
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.close()
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if event.key() in _LEAVING and self._is_named() and self._first is not None:
            self._list.close()
            self._take(self._first)
            return True
        return self._list.key(event.key())
