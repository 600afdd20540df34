"""The column beside the rail: the band, what is told, what bars the way, and under them the pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from einvoice_desktop.gui.band import EnvironmentBand
from einvoice_desktop.gui.office import Office
from einvoice_desktop.gui.pages.book import Book

if TYPE_CHECKING:
    from einvoice_desktop.gui.message_bar import MessageBar


class PageColumn(QVBoxLayout):
    """Message bar and barrier are made when they are first needed; both stand above the page."""

    def __init__(self, book: Book, window: QWidget) -> None:
        super().__init__()
        self._window = window
        self._book = book
        self._message: MessageBar | None = None
        self.band = EnvironmentBand(window)
        self.barrier: QWidget | None = None
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addWidget(self.band)
        self.addWidget(book, 1)

    def say(self, office: Office, text: str, tone: str, action: str, then: Callable[[], None] | None) -> None:
        """One sentence in the message bar."""
        if self._message is None:
            from einvoice_desktop.gui.message_bar import MessageBar

            self._message = MessageBar(office.icons, office.theme, self._window)
            self.insertWidget(1, self._message)
        self._message.say(text, tone, action, then)

    @property
    def message(self) -> str:
        """What the message bar says now; "" for nothing."""
        return self._message.text if self._message else ""

    def unsay(self) -> None:
        """Takes the message away."""
        if self._message is not None:
            self._message.dismiss()

    def bar(self, panel: QWidget) -> None:
        """`panel` stands above the compose page, in which nothing can be typed meanwhile."""
        self.release()
        self.barrier = panel
        self.insertWidget(1, panel)
        panel.show()
        self._book.compose.setEnabled(False)

    def release(self) -> None:
        """Takes it away again."""
        if self.barrier is not None:
            self.barrier.deleteLater()
            self.barrier = None
            self._book.compose.setEnabled(True)
