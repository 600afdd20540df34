"""Files that people keep: written whole and durably, or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_HELD = (5, 32, 33)
"""What Windows says of a file that somebody has open."""
_WAITS = (0.02, 0.05, 0.1, 0.2, 0)
"""Seconds between the tries; after the last one no more."""


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
    beside = target.with_name(f".{os.urandom(16).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        _replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    settle(target.parent)


def _replace(beside: Path, target: Path) -> None:
    """Waits out what a virus scanner does with a new file. Raises OSError(EBUSY) where another program has
    the old one open: Windows says "forbidden" then, as for a file that must not be written."""
    for wait in _WAITS:
        try:
            beside.replace(target)
        except OSError as error:
            if getattr(error, "winerror", None) not in _HELD or _is_read_only(target):
                raise
            if not wait:
                raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(target)) from error
            time.sleep(wait)
        else:
            return


def _is_read_only(target: Path) -> bool:
    return target.exists() and not os.access(target, os.W_OK)


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
