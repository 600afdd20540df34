"""Opening files: by dialog, by dragging onto the window, from the command line; each as a new draft."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from einvoice_desktop.app.drafting import Draft
    from einvoice_desktop.gui.office import Office

LARGEST_FILE = 20_000_000
"""Bytes. The largest document that the provider takes is far smaller."""

ReadFile = Callable[[Path], bytes]


def read_bounded(path: Path) -> bytes:
    """The file, one byte past the limit at most, so that a huge one fails as a document, not as memory."""
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)


class Opening(QObject):
    """Reads files off the GUI thread; what cannot be read is told in a sentence."""

    draft_made = Signal(object)
    file_read = Signal(object)
    """The path of a file that a draft was made of."""
    file_missed = Signal(object)
    """The path of a file that is not there."""

    def __init__(self, office: Office, read_file: ReadFile, window: QWidget) -> None:
        super().__init__(window)
        self._office = office
        self._read_file = read_file
        self._window = window

    def choose(self) -> None:
        """Asks for a file."""
        dialog = QFileDialog(self._window, self.tr("Open a document as a new draft"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Documents (*.json *.invdraft)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open(self, path: Path) -> None:
        """Reads `path` and offers it as a new draft."""
        desk, read_file, language = self._office.the_desk, self._read_file, self._office.language
        self._office.tasks.run(
            lambda: desk.ahead(desk.read_draft(read_file(path), language)),
            lambda draft: self._on_read(path, draft),
            lambda error: self._on_failed(path, error),
        )

    def _on_read(self, path: Path, draft: Draft) -> None:
        self.draft_made.emit(draft)
        self.file_read.emit(path)

    def _on_failed(self, path: Path, error: Exception) -> None:
        sentence = self._office.sentence_of(error)
        if sentence is None:
            raise error
        if isinstance(error, FileNotFoundError):
            self.file_missed.emit(path)
        place = getattr(error, "path", "")
        why = f"{sentence} ({place})" if place else sentence
        self._office.say(self.tr("{0} was not opened. {1}").format(path.name, why), "error")


def dropped_file(data: QMimeData) -> Path | None:
    """The one local file that is being dragged; None for anything else."""
    urls = data.urls() if data.hasUrls() else []
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() in (".json", ".invdraft") else None
