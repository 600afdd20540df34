"""Where a draft goes that the books do not take: into a file of its own, in a place that is told."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from einvoice_desktop.gui.office import Office

FOLDER = "eInvoice Desktop – rescued"
SUFFIX = ".invdraft"


def rescue_folders() -> tuple[Path, ...]:
    """Where rescued drafts are put, the first that can be written to; never among the books."""
    places = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(places.DocumentsLocation)
    home = QStandardPaths.writableLocation(places.HomeLocation)
    return tuple(dict.fromkeys(Path(place) / FOLDER for place in (documents, home) if place))


class Rescue(QObject):
    """Each document has one file, written anew as it goes on; no other file is ever written over."""

    rescued = Signal(object, object)
    """(the error that made it needful, the Path; None where no place took it)."""

    def __init__(self, office: Office, parent: QObject) -> None:
        super().__init__(parent)
        self._office = office
        self._places: dict[object, tuple[Path, ...]] = {}
        self._written: dict[object, object] = {}
        self._files: dict[object, Path] = {}

    def keep(self, key: object, draft: object, make: Callable[[], bytes], error: Exception) -> None:
        """Writes what `make` gives off the GUI thread. `key` is the document, `draft` its state: a state that
        is in its file already is not written again, its place is told again."""
        if key in self._written and self._written[key] is draft:
            if key in self._files:
                self.rescued.emit(error, self._files[key])
            return
        self._written[key] = draft
        self._files.pop(key, None)
        places = self._places.setdefault(key, _new_names())
        write = self._office.keep_file

        def done(path: Path | None) -> None:
            if path is None:
                self._written.pop(key, None)
            elif self._written.get(key) is draft:
                self._files[key] = path
            self.rescued.emit(error, path)

        self._office.tasks.run(lambda: _written(places, make(), write), done)

    def forget(self, key: object) -> None:
        """It is in the books; its file stays, and another failure makes another one."""
        self._places.pop(key, None)
        self._written.pop(key, None)
        self._files.pop(key, None)


def _new_names() -> tuple[Path, ...]:
    name = f"{datetime.now(UTC).astimezone():%Y-%m-%d %H.%M.%S} {uuid.uuid4().hex[:6]}{SUFFIX}"
    return tuple(folder / name for folder in rescue_folders())


def _written(places: Sequence[Path], data: bytes, write: Callable[[Path, bytes], None]) -> Path | None:
    """The first place that took it."""
    for path in places:
        try:
            write(path, data)
        except OSError:
            continue
        return path
    return None
