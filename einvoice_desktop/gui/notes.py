"""Delivery notes and orders that were issued: one document of several, and the cancelling of a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.cancel_panel import CancelPanel
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.pages.page import Page

_VIEWS = ("archive", "receipt")


class Notes(QObject):
    """The commands can be used while such documents are in sight; both work off the GUI thread."""

    draft_made = Signal(object)
    changed = Signal(object)
    """The Submission of a note whose cancelling was asked for, as it stands now."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office
        self._panels: dict[str, CancelPanel] = {}
        self._busy = False
        window.actions_.on("join", self.join)
        window.actions_.on("cancelNote", self.ask)
        window.book.page_built.connect(self._on_page_built)
        window.book.currentChanged.connect(self.follow)
        self.follow()

    def _on_page_built(self, page: Page) -> None:
        page.sight_changed.connect(self.follow)

    def follow(self) -> None:
        """Whether there is something to be billed or cancelled."""
        row, chosen = self._row(), self._chosen()
        joins = cancels = False
        if row is not None or chosen:
            from einvoice_desktop.app.cancelling import why_not_cancelled
            from einvoice_desktop.app.joining import can_be_joined

            joins = bool(chosen) and can_be_joined(chosen)
            cancels = row is not None and not why_not_cancelled(row)
        self._window.actions_["join"].setEnabled(joins)
        self._window.actions_["cancelNote"].setEnabled(cancels)

    def _row(self) -> Submission | None:
        book = self._window.book
        return book.page(book.view).submission_in_sight() if book.view in _VIEWS else None

    def _chosen(self) -> list[Submission]:
        book = self._window.book
        return (book.page(book.view).submissions_chosen() or []) if book.view == "archive" else []

    # --- one document of several ----------------------------------------------------------------

    def join(self) -> None:
        """Makes the draft; whoever hears of it opens it."""
        ids = [row.id for row in self._chosen()]
        if self._busy or not ids:
            return
        self._busy = True
        desk = self._office.the_desk
        self._office.tasks.run(lambda: desk.join(ids), self._on_joined, self._on_failed)

    def _on_joined(self, draft: object) -> None:
        self._busy = False
        self.draft_made.emit(draft)

    # --- cancelling -----------------------------------------------------------------------------

    def ask(self) -> None:
        """Shows what is about to be cancelled."""
        row = self._row()
        if row is not None and not self._busy:
            self._panel().ask(row, self._office.kind(row.sealed.key.type_code))

    def _panel(self) -> CancelPanel:
        book = self._window.book
        if book.view not in self._panels:
            from einvoice_desktop.gui.cancel_panel import CancelPanel

            panel = CancelPanel(book.page(book.view))
            panel.confirmed.connect(self._cancel)
            self._panels[book.view] = panel
        return self._panels[book.view]

    def _cancel(self, submission_id: int) -> None:
        self._busy = True
        desk = self._office.the_desk
        self._office.say(self.tr("Asking the provider to cancel the note…"))
        self._office.tasks.run(lambda: desk.cancel_note(submission_id), self._on_cancelled, self._on_failed)

    def _on_cancelled(self, row: Submission) -> None:
        from einvoice_desktop.app.cancelling import is_cancelled

        self._busy = False
        told = self._office.sentence(row.reason, {"message": row.message})
        done = is_cancelled(row)
        if row.message and not done:
            told = f"{told} {row.message}"
        self._office.say(told, "success" if done else "warning")
        self.changed.emit(row)
        self.follow()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self._office.on_failed(error)
