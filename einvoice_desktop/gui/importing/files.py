"""The files of an import, read off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.importing.importer import Importer
from einvoice_desktop.app.importing.json_plan import JsonFile, is_json
from einvoice_desktop.app.ports.sheets import Workbook
from einvoice_desktop.gui.importing.kinds import DOCUMENTS

ReadFile = Callable[[Path], bytes]

_MOST_FILES = 5_000


class Opened(NamedTuple):
    """A sheet (`data` for reading it again in another encoding), or documents."""

    name: str
    data: bytes = b""
    workbook: Workbook | None = None
    documents: tuple[JsonFile, ...] = ()


def open_files(paths: Sequence[Path], read_file: ReadFile, importer: Importer) -> Opened:
    """One sheet or any number of documents; a folder stands for the documents in it. Blocks.

    Raises OSError, UserError("import_several_sheets" | "import_no_files" | "sheet_…").
    """
    files = [file for path in paths for file in _files_of(path)]
    if not files:
        raise UserError("import_no_files")
    name = files[0].name if len(files) == 1 else f"{files[0].name} …"
    if len(files) > 1:
        if any(file.suffix.lower() not in DOCUMENTS for file in files):
            raise UserError("import_several_sheets")
        return Opened(name, documents=_documents(files, read_file))
    data = read_file(files[0])
    if is_json(data):
        return Opened(name, documents=_documents(files, read_file))
    return Opened(name, data, importer.read(data))


def _documents(files: Sequence[Path], read_file: ReadFile) -> tuple[JsonFile, ...]:
    return tuple(JsonFile(file.name, partial(read_file, file)) for file in files)


def _files_of(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    found = sorted(file for file in path.iterdir() if file.suffix.lower() in DOCUMENTS and file.is_file())
    return found[:_MOST_FILES]
