"""Saving a PDF: asks where, writes it off the GUI thread, says in a sentence what came of it."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from einvoice_desktop.gui.folders import show_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from einvoice_desktop.gui.office import Office
    from einvoice_desktop.gui.paper.subjects import Sheet

FOLDER = "paper.folder"
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


def ask_for_pdf(office: Office, window: QWidget, name: str, chosen: Callable[[Path], None]) -> None:
    """Asks for a place for a PDF; the folder of the last one is offered."""
    translate = QCoreApplication.translate
    dialog = QFileDialog(window, translate("Saving", "Save as PDF"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.setNameFilters([translate("Saving", "PDF documents (*.pdf)")])
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog.setDirectory(office.preferences.get(FOLDER) or documents)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class Saving(QObject):
    """Puts PDFs where the person says; the folder is offered again the next time."""

    def __init__(self, office: Office, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._window = window

    def ask(self, sheet: Sheet) -> None:
        """Asks for a place and saves there."""
        ask_for_pdf(self._office, self._window, sheet.naming.pdf_name, lambda path: self.save(sheet, path))

    def save(self, sheet: Sheet, path: Path) -> None:
        """Writes the whole file or none."""
        write_file = self._office.write_file
        self._office.tasks.run(
            lambda: write_file(path, pdf_of(sheet)),
            lambda _done: self._on_saved(path),
            lambda error: self.on_failed(path.name, error),
        )

    def _on_saved(self, path: Path) -> None:
        self._office.preferences.choose(FOLDER, str(path.parent))
        self._office.say(
            self.tr("Saved: {0}").format(path.name),
            "success",
            self.tr("Open folder"),
            lambda: self.open_folder(path),
        )

    def open_folder(self, path: Path) -> None:
        """Shows the folder that holds `path`."""
        if not show_folder(path.parent):
            self._office.say(self.tr("The folder could not be opened: {0}").format(path.parent), "warning")

    def on_failed(self, name: str, error: Exception) -> None:
        """Says why `name` was not written; what is no matter of files goes on."""
        if isinstance(error, OSError):
            self._office.say(self.tr("{0} was not saved. {1}").format(name, self._reason(error)), "error")
        else:
            self._office.on_failed(error)

    def _reason(self, error: OSError) -> str:
        if error.errno in _FULL:
            return self.tr("The disk is full.")
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            return self.tr("The folder may not be written to, or another program has the file open.")
        if error.errno == errno.ENOENT:
            return self.tr("The folder is not there.")
        return error.strerror or type(error).__name__


def pdf_of(sheet: Sheet) -> bytes:
    """The PDF; blocks."""
    from einvoice_desktop.gui.paper.output import pdf_bytes

    return pdf_bytes(sheet.pages, title=sheet.naming.title, data=sheet.data)
