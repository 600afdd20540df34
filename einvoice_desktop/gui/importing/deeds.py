"""The command of the import, and spreadsheets that are dragged onto the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from einvoice_desktop.app.importing.report import Report
    from einvoice_desktop.app.importing.targets import Subject
    from einvoice_desktop.gui.importing.dialog import ImportDialog
    from einvoice_desktop.gui.main_window import MainWindow
    from einvoice_desktop.gui.opening import ReadFile

_PAGES = {"customers": "customers", "items": "items", "documents": "drafts"}


class ImportDeeds(QObject):
    """Opens the window of an import, once; what it changed is shown everywhere."""

    def __init__(
        self,
        window: MainWindow,
        read_file: ReadFile,
        when_ready: Callable[[Callable[[], None]], None],
        count_drafts: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window, self._office = window, window.office
        self._read_file = read_file
        self._when_ready = when_ready
        self._count_drafts = count_drafts
        self._dialog: ImportDialog | None = None
        window.actions_.on("import", lambda: when_ready(self.show))
        window.files_dropped.connect(self.open)

    def show(self) -> None:
        """The window of the import."""
        self._shown()

    def _shown(self) -> ImportDialog:
        dialog = self._dialog
        if dialog is None:
            from einvoice_desktop.gui.importing.dialog import ImportDialog

            dialog = self._dialog = ImportDialog(self._office, self._read_file, self._window)
            dialog.finished.connect(self._on_gone)
            dialog.books_changed.connect(self._on_books_changed)
            dialog.shown_wanted.connect(lambda subject: self._window.open_view(_PAGES[subject.value]))
            dialog.report_wanted.connect(self._save_report)
            dialog.show()
        dialog.raise_()
        dialog.activateWindow()
        return dialog

    def open(self, paths: Sequence[Path]) -> None:
        """The window with these files open in it, now or as soon as the engine is there."""
        self._when_ready(lambda: self._shown().open_files(paths))

    def _on_gone(self) -> None:
        self._dialog = None

    def _on_books_changed(self, subject: Subject) -> None:
        books = self._window.stage.books
        if subject.value == "customers":
            books.customers.read_again()
        elif subject.value == "items":
            books.items.read_again()
        else:
            self._count_drafts()
            self._window.book.look_again()

    def _save_report(self, report: Report) -> None:
        from einvoice_desktop.gui.importing.saving import ask_where

        ask_where(self._office, self._dialog or self._window, report)
