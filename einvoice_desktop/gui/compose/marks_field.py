"""MARKs of other documents: typed, or chosen among the issued ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from einvoice_desktop.gui.fields.choices import Entry
from einvoice_desktop.gui.fields.text import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from einvoice_desktop.app.issued_marks import IssuedMark
    from einvoice_desktop.gui.fields.code_list import CodeList
    from einvoice_desktop.gui.session import DraftSession

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 11, Qt.Key.Key_PageUp: -11}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEAST = 10
"""Digits from which a number is a MARK, not the number of a document."""
_NUMBERS = re.compile(r"^[\d\s,;]*$")


class MarksField(TextField):
    """F4, or words instead of a number, search what was issued; Enter takes the marked document's MARK."""

    def __init__(self, session: DraftSession, path: str, parent: QWidget | None = None) -> None:
        super().__init__(session, path, parent)
        self._list: CodeList | None = None
        self._asked = ""

    def send(self, text: str) -> None:
        """Everything is the document's, as typed; words search, too."""
        super().send(text)
        if _NUMBERS.match(text):
            self._close()
        else:
            self._search(_words(text))

    def commit(self) -> None:
        """The person is done: the list goes."""
        self._close()
        super().commit()

    def _search(self, words: str) -> None:
        if not self.session.ready:
            return
        from einvoice_desktop.app.issued_marks import issued_marks

        self._asked, language = words, self.session.language
        self.session.ask(
            lambda desk: issued_marks(desk, words, language), lambda found: self._on_found(words, found)
        )

    def _on_found(self, words: str, found: Sequence[IssuedMark]) -> None:
        if words != self._asked or not self.hasFocus():
            return
        if self._list is None:
            from einvoice_desktop.gui.fields.code_list import CodeList

            self._list = CodeList(self)
            self._list.picked.connect(self._take)
        self._list.setAccessibleName(self.accessibleName())
        self._list.open_with([Entry(str(hit.mark), hit.words, hit.words) for hit in found])

    def _take(self, entry: Entry) -> None:
        """Behind the MARKs that are there already, in the place of the words."""
        self._close()
        marks = [part for part in re.split(r"[,;\s]+", self.text()) if part.isdigit() and len(part) >= _LEAST]
        if entry.code not in marks:
            marks.append(entry.code)
        self.session.edit(self.path, ", ".join(marks))
        super().commit()
        self.selectAll()

    def _close(self) -> None:
        self._asked = ""
        if self._list is not None:
            self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        marked = self._list.marked() if self._list is not None else None
        if key == Qt.Key.Key_F4 or (alt and key == Qt.Key.Key_Down):
            self._search("")
        elif self._list is None or marked is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._list.step(_STEPS[Qt.Key(key)])
        elif key in _ENTER:
            self._take(marked)
        elif key == Qt.Key.Key_Escape:
            self.commit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._close()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._close()
        super().hideEvent(event)


def _words(text: str) -> str:
    """What is searched: the part behind the last MARK."""
    return re.split(r"[,;]", text)[-1].strip()
