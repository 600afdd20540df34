"""Which page is in sight, and where the keys were on each of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from einvoice_desktop.gui.compose.page import ComposePage
    from einvoice_desktop.gui.pages.book import Book
    from einvoice_desktop.gui.rail import Rail


class Views(QObject):
    """Shows pages by name. `has_engine`: whether the other pages have anything to show yet."""

    opened = Signal(str)
    """A page is in sight; the keys are put on it next."""

    def __init__(
        self, book: Book, rail: Rail, compose: ComposePage, has_engine: Callable[[], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._book, self._rail, self._compose = book, rail, compose
        self._has_engine = has_engine
        self._wanted = "compose"
        self._focus_of: dict[str, QWidget | None] = {}

    def open(self, view: str) -> None:
        """Shows a page and puts the focus where it was there last, or where its work begins."""
        self._wanted = view
        book = self._book
        if view != "compose" and not self._has_engine():
            # The engine is a moment away: the page is shown when it is there.
            self._rail.choose(book.view)
            return
        focus, page = self._window.focusWidget(), book.currentWidget()
        if focus is not None and page is not None and page.isAncestorOf(focus):
            self._focus_of[book.view] = focus
        book.open(view)
        self._rail.choose(view)
        self.opened.emit(view)
        if view == "compose":
            self._focus_on_compose()
        else:
            book.page(view).focus_first()

    def open_wanted(self) -> None:
        """The engine has come: the page that was asked for before."""
        if self._wanted != self._book.view:
            self.open(self._wanted)

    def _focus_on_compose(self) -> None:
        before = self._focus_of.get("compose")
        if before is not None and before.isVisible():
            before.setFocus()
        else:
            self._compose.focus_first()
