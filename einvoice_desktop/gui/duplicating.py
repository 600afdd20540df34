"""Duplicate: the sealed document in sight becomes a new draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.pages.page import Page

_VIEWS = ("archive", "receipt", "outbox")


class Duplicating(QObject):
    """The command can be used while a sealed document is in sight."""

    draft_made = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._busy = False
        window.actions_.on("duplicate", self.duplicate)
        window.book.page_built.connect(self._on_page_built)
        window.book.currentChanged.connect(self.follow)
        self.follow()

    def _on_page_built(self, page: Page) -> None:
        page.sight_changed.connect(self.follow)

    def follow(self) -> None:
        """Whether there is something to be duplicated."""
        self._window.actions_["duplicate"].setEnabled(self._subject() is not None)

    def _subject(self) -> int | None:
        book = self._window.book
        return book.page(book.view).subject_in_sight() if book.view in _VIEWS else None

    def duplicate(self) -> None:
        """Makes the draft; whoever hears of it opens it."""
        subject, office = self._subject(), self._window.office
        if subject is None or self._busy:
            return
        self._busy = True
        desk = office.the_desk
        office.tasks.run(lambda: desk.duplicate(subject), self._on_made, self._on_failed)

    def _on_made(self, draft: object) -> None:
        self._busy = False
        self.draft_made.emit(draft)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._window.office.on_failed(error)
