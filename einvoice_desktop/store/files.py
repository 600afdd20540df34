"""Files that people keep: written whole and durably, or not at all."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


def write_whole(path: Path, data: bytes) -> None:
    """Durable when it returns; until then `path` is as it was. Raises OSError and leaves no half file behind.

    A link stays one: what it points to is replaced.
    """
    with new_file(path) as file:
        file.write(data)


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """The same for what is written piece by piece: whatever ends the block early leaves `path` as it was."""
    target = Path(os.path.realpath(path))
    # A short name of its own: the one that was chosen may be as long as names can be.
    beside = target.with_name(f".{uuid.uuid4().hex}.tmp")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
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


def give_name(beside: Path, path: Path) -> None:
    """Names a finished file. Raises FileExistsError where the name is taken: a rename would replace."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: two that come at the same instant are not looked for there.
        if path.exists():
            raise FileExistsError(path) from None
        beside.rename(path)
    else:
        beside.unlink()
