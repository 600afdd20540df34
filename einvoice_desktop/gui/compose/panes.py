"""F6 and Shift+F6 lead round the parts of a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Pane = tuple[QWidget, Callable[[], QWidget]]
"""A part of the page, and what has the focus in it when one comes to it."""


class Panes(QObject):
    """The parts in their order. One that is not in sight is passed by."""

    def __init__(self, page: QWidget, panes: Sequence[Pane]) -> None:
        super().__init__(page)
        self._page = page
        self._panes = panes
        for key, slot in (("F6", self._on_next), ("Shift+F6", self._on_previous)):
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def _on_next(self) -> None:
        self._go(1)

    def _on_previous(self) -> None:
        self._go(-1)

    def _go(self, step: int) -> None:
        focus = self._page.focusWidget()
        here = next((i for i, (part, _) in enumerate(self._panes) if focus and part.isAncestorOf(focus)), -1)
        places = [(here + step * far) % len(self._panes) for far in range(1, len(self._panes) + 1)]
        targets = (self._panes[place][1]() for place in places)
        target = next((target for target in targets if target.isVisible()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
