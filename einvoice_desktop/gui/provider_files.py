"""The provider's own PDF and the authority's XML of the document in sight: kept, saved, shown."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from einvoice_desktop.domain.lifecycle import State

if TYPE_CHECKING:
    from einvoice_desktop.app.ports import KeptFile
    from einvoice_desktop.domain.submission import Submission
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.pages.page import Page
    from einvoice_desktop.gui.watch import OutboxWatch

COMMANDS = ("providerPdf", "providerXml")
_VIEWS = ("archive", "receipt")


class ProviderFileDeeds(QObject):
    """Fetches off the GUI thread; a document that has just been issued has its PDF kept by itself."""

    def __init__(self, window: MainWindow, watch: OutboxWatch) -> None:
        super().__init__(window)
        self._window = window
        self._office = window.office
        self._to_keep: deque[int] = deque()
        self._is_keeping = False
        window.actions_.on("providerPdf", self.save_pdf)
        window.actions_.on("providerXml", self.show_xml)
        window.book.page_built.connect(self._on_page_built)
        window.book.currentChanged.connect(self.follow)
        watch.submission_changed.connect(self._on_submission_changed)
        self.follow()

    def _on_page_built(self, page: Page) -> None:
        page.sight_changed.connect(self.follow)

    def follow(self) -> None:
        """The commands can be used while there is a document in sight that the provider shows."""
        self._window.actions_.enable(COMMANDS, self._row() is not None)

    def _row(self) -> Submission | None:
        book = self._window.book
        row = book.page(book.view).submission_in_sight() if book.view in _VIEWS else None
        return row if row is not None and _has_page(row) else None

    # --- the PDF --------------------------------------------------------------------------------

    def save_pdf(self) -> None:
        """Asks where the provider's PDF is to be saved, and opens it from there."""
        from einvoice_desktop.app.ports import Form

        row = self._row()
        if row is not None:
            files = self._office.the_desk.provider_files
            self._office.tasks.run(
                lambda: files.get(row.id, Form.PDF),
                lambda file: self._ask_where(row, file),
                self._office.on_failed,
            )

    def _ask_where(self, row: Submission, file: KeptFile) -> None:
        from einvoice_desktop.gui.paper.saving import ask_for_pdf

        key, mark = row.sealed.key, row.receipt.mark if row.receipt else ""
        name = " ".join(part for part in (key.type_code, key.series, key.number, mark) if part)
        ask_for_pdf(self._office, self._window, f"{name}.pdf", lambda path: self._save(file.content, path))

    def _save(self, content: bytes, path: Path) -> None:
        write_file = self._office.write_file
        self._office.tasks.run(
            lambda: write_file(path, content), lambda _none: self._on_saved(path), self._office.on_failed
        )

    def _on_saved(self, path: Path) -> None:
        self._office.say(
            self.tr("Saved: {0}").format(path.name), "success", self.tr("Open"), lambda: self._open(path)
        )

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._office.say(self.tr("No program could open the file: {0}").format(path.name), "warning")

    # --- the XML --------------------------------------------------------------------------------

    def show_xml(self) -> None:
        """The authority's XML, to be read and copied."""
        from einvoice_desktop.app.ports import Form

        row = self._row()
        if row is not None:
            files = self._office.the_desk.provider_files
            self._office.tasks.run(lambda: files.get(row.id, Form.XML), self._on_xml, self._office.on_failed)

    def _on_xml(self, file: KeptFile) -> None:
        from einvoice_desktop.app.provider_files import readable_xml
        from einvoice_desktop.gui.text_dialog import TextDialog

        TextDialog(
            "authorityXml", self.tr("Authority's XML"), readable_xml(file.content), self._window
        ).show()

    # --- kept by itself -------------------------------------------------------------------------

    def _on_submission_changed(self, row: Submission) -> None:
        if _has_page(row) and row.receipt is not None and row.receipt.mark:
            self._to_keep.append(row.id)
            self._keep_next()

    def _keep_next(self) -> None:
        """One after the other, so that a slow provider holds up no other work."""
        if self._is_keeping or not self._to_keep:
            return
        from einvoice_desktop.app.ports import Form

        self._is_keeping = True
        files, submission_id = self._office.the_desk.provider_files, self._to_keep.popleft()
        self._office.tasks.run(lambda: files.get(submission_id, Form.PDF), self._on_kept, self._on_not_kept)

    def _on_kept(self, _file: KeptFile) -> None:
        self._is_keeping = False
        self._keep_next()

    def _on_not_kept(self, error: Exception) -> None:
        self._is_keeping = False
        self._keep_next()
        if self._office.sentence_of(error) is None:
            raise error
        # Nobody has asked for it: who does, is told then.


def _has_page(row: Submission) -> bool:
    return row.state is State.ISSUED and row.receipt is not None and bool(row.receipt.url)
