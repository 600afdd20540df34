"""Credit: the issued document in sight becomes a credit draft, or is credited as a whole by order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from einvoice_desktop.gui.tasks import while_alive

if TYPE_CHECKING:
    from collections.abc import Callable

    from einvoice_desktop.app.credited import Credited
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.credit_dialog import CreditDialog
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.pages.page import Page

_VIEWS = ("archive", "receipt")


class Crediting(QObject):
    """The command can be used while a document is in sight that can be credited."""

    draft_made = Signal(object)
    ordered = Signal(object)
    """The Submission of an order to credit: it is sealed."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office
        window.actions_.on("credit", self.credit)
        window.book.page_built.connect(self._on_page_built)
        window.book.currentChanged.connect(self.follow)
        self.follow()

    def _on_page_built(self, page: Page) -> None:
        page.sight_changed.connect(self.follow)

    def follow(self) -> None:
        """Whether there is something to be credited."""
        row = self._row()
        creditable = False
        if row is not None:
            from einvoice_desktop.app.crediting import can_be_credited

            creditable = can_be_credited(row)
        self._window.actions_["credit"].setEnabled(creditable)

    def _row(self) -> Submission | None:
        book = self._window.book
        return book.page(book.view).submission_in_sight() if book.view in _VIEWS else None

    def credit(self) -> None:
        """Asks how, and does it."""
        from einvoice_desktop.gui.credit_dialog import CreditDialog

        row = self._row()
        if row is None:
            return
        why_not = self._office.the_desk.credits.why_not_whole(row)
        sentence = self._office.sentence(why_not, {"type": row.sealed.key.type_code}) if why_not else ""
        dialog = CreditDialog(row, self._office.kind(row.sealed.key.type_code), sentence, self._window)
        dialog.draft_wanted.connect(lambda: self._draft(row.id, dialog))
        dialog.whole_wanted.connect(lambda series, last: self._order(row.id, series, last, dialog))
        dialog.open()
        credits, language = self._office.the_desk.credits, self._office.language

        def done(credited: Credited) -> None:
            dialog.show_credited(credited, language)

        self._office.tasks.run(
            lambda: credits.already(row.id), while_alive(dialog, done), self._office.on_failed
        )

    def _draft(self, submission_id: int, dialog: CreditDialog) -> None:
        desk = self._office.the_desk

        def done(draft: object) -> None:
            dialog.accept()
            self.draft_made.emit(draft)

        self._run(lambda: desk.credit(submission_id), done, dialog)

    def _order(self, submission_id: int, series: str, last: str, dialog: CreditDialog) -> None:
        desk = self._office.the_desk

        def done(row: object) -> None:
            dialog.accept()
            self.ordered.emit(row)

        self._run(
            lambda: desk.credits.whole(submission_id, series=series, asks=True, last=last), done, dialog
        )

    def _run(self, work: Callable[[], object], done: Callable[[object], None], dialog: CreditDialog) -> None:
        def failed(error: Exception) -> None:
            sentence = self._office.sentence_of(error)
            if sentence is None:
                raise error
            dialog.say_fault(sentence, asks_last=getattr(error, "code", "") == "series_unknown")

        self._office.tasks.run(work, while_alive(dialog, done), while_alive(dialog, failed))
