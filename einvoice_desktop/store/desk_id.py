"""The data folder's own name among others: chosen once, by chance, and kept in a file."""

from __future__ import annotations

import contextlib
import os
import re
import uuid
from pathlib import Path

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store.faults import told_of_files
from einvoice_desktop.store.files import give_name, settle

FILE = "desk.id"
_FORM = re.compile(r"[0-9a-f]{32}")


def desk_id(folder: Path) -> str:
    """Made at the first call, durably and for its owner alone. Of processes that begin at once all get the
    same. Raises UserError("store_read_only" | "disk_full" | "desk_id_damaged", path=)."""
    path = folder / FILE
    with told_of_files(path):
        if not path.exists():
            _make(path)
        text = path.read_text(encoding="ascii", errors="replace").strip()
    if not _FORM.fullmatch(text):
        # Another one would make this desk a stranger to its own documents.
        raise UserError("desk_id_damaged", path=path)
    return text


def _make(path: Path) -> None:
    """Whole or not at all, and never over one that another process has made meanwhile."""
    beside = path.with_name(f"{FILE}.{uuid.uuid4().hex}.tmp")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(f"{uuid.uuid4().hex}\n")
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            give_name(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    settle(path.parent)
