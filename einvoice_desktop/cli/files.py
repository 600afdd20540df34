"""Reads the documents that a command was given."""

from __future__ import annotations

from pathlib import Path

from einvoice_desktop import paths
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.file_faults import file_fault
from einvoice_desktop.cli.output import Output
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.errors import UnreadableDocument
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.scan import MAX_BYTES


def read_file(name: str, output: Output) -> Document | None:
    """The document in file `name`; None after a sentence on standard error that names file and place."""
    try:
        data = paths.read_bounded(Path(name), MAX_BYTES)
    except OSError as error:
        output.unusable(name, file_fault(error))
        return None
    except ValueError:
        # No file can have such a name.
        output.unusable(name, UserError("file_name_unusable"))
        return None
    try:
        return read_document(data)
    except UnreadableDocument as error:
        output.unusable(name, error)
        return None
