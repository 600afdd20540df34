"""The stack of pages: each is built when it is first shown, never before the engine is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from einvoice_desktop.gui.fields.identity import identify

if TYPE_CHECKING:
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.pages.page import Page

P = TypeVar("P", bound="Page")


class Book(QStackedWidget):
    """Compose and the pages beside it, by name."""

    page_built = Signal(QWidget, str)

    def __init__(self, compose: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._makers: dict[str, Callable[[], Page]] = {}
        self._pages: dict[str, Page] = {}
        self.compose = compose
        identify(compose, "page.compose")
        self.addWidget(compose)
        self.view = "compose"

    def add(self, name: str, make: Callable[[], Page]) -> None:
        """A page that `make` builds when it is asked for."""
        self._makers[name] = make

    def page(self, name: str) -> Page:
        """The page, built now if need be. Raises KeyError."""
        if name not in self._pages:
            page = self._makers[name]()
            self._pages[name] = page
            self.addWidget(page)
            self.page_built.emit(page, name)
        return self._pages[name]

    def open(self, name: str) -> None:
        """Shows a page by its name."""
        self.view = name
        self.setCurrentWidget(self.compose if name == "compose" else self.page(name))

    def look_again(self) -> None:
        """Something may have changed elsewhere: the page in sight looks."""
        page = self._pages.get(self.view)
        if page is not None:
            page.look_again()

    def tell(self, submission: Submission) -> None:
        """Every page that is built hears of a submission that has moved."""
        for page in self._pages.values():
            page.on_submission(submission)
