"""A list of hits under a box that somebody types into, and the keys that work it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QLineEdit

from einvoice_desktop.gui.fields.choices import Entry

if TYPE_CHECKING:
    from einvoice_desktop.gui.fields.code_list import CodeList

T = TypeVar("T")

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 11, Qt.Key.Key_PageUp: -11}


class HitList(QObject, Generic[T]):
    """Down, Up, Enter, Escape. `words` are the number or code of a hit and what it is called."""

    def __init__(
        self, box: QLineEdit, words: Callable[[T], tuple[str, str]], take: Callable[[T], None]
    ) -> None:
        super().__init__(box)
        self._box = box
        self._words = words
        self._take = take
        self._hits: Sequence[T] = ()
        self._list: CodeList | None = None

    def offer(self, hits: Sequence[T], *, marked: bool = True) -> None:
        """Shows them, the first one `marked` for Enter; none: no list."""
        self._hits = hits
        if not hits:
            self.close()
            return
        if self._list is None:
            from einvoice_desktop.gui.fields.code_list import CodeList

            self._list = CodeList(self._box)
            self._list.picked.connect(self._on_picked)
        self._list.setAccessibleName(self._box.accessibleName())
        self._list.open_with([self._entry(hit, place) for place, hit in enumerate(hits)])
        if not marked:
            self._list.setCurrentIndex(QModelIndex())

    def _entry(self, hit: T, place: int) -> Entry:
        code, name = self._words(hit)
        return Entry(code or name, name, str(place))

    def close(self) -> None:
        """Hides the list."""
        if self._list is not None:
            self._list.hide()

    @property
    def is_open(self) -> bool:
        """Whether hits are shown."""
        return self._list is not None and self._list.isVisible()

    def key(self, key: int) -> bool:
        """Whether the list has used a key."""
        if self._list is None or not self.is_open:
            return False
        marked = self._list.marked()
        if key in _STEPS:
            self._list.step(_STEPS[Qt.Key(key)])
        elif key in _ENTER and marked is not None:
            self._on_picked(marked)
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _on_picked(self, entry: Entry) -> None:
        hit = self._hits[int(entry.words)]
        self.close()
        self._take(hit)
