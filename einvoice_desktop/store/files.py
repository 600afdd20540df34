"""Files that people keep: written whole and durably, or not at all."""

from __future__ import annotations

import contextlib
import os
import uuid
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Durable when it returns; until then `path` is as it was. Raises OSError and leaves no half file behind.

    A link stays one: what it points to is replaced.
    """
    target = Path(os.path.realpath(path))
    # A short name of its own: the one that was chosen may be as long as names can be.
    beside = target.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    settle(target.parent)


def settle(folder: Path) -> None:
    """Makes the new name itself durable, where the system can (Windows cannot open a folder)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
