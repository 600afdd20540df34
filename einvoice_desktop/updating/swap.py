"""Linux: a new program folder takes the old one's place in one step, and gives it back if it does not start.

Once the folders have changed places nothing may be imported here: what lies at the old paths is the new
version's. So everything is imported above, and what is called afterwards has been called before.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from einvoice_desktop.store.files import settle

CAME_UP_SECONDS = 60.0
"""So long the new version has to read the note; one that still runs then is believed."""
_LOOK_SECONDS = 0.05
_AT_CWD, _EXCHANGE = -100, 2


@dataclass(frozen=True, slots=True)
class Folders:
    """The program's own folder, and its two neighbours. Hidden, for nobody is to start what lies there."""

    program: Path

    @property
    def new(self) -> Path:
        return self.program.with_name(f".{self.program.name}.new")

    @property
    def previous(self) -> Path:
        return self.program.with_name(f".{self.program.name}.previous")


def exchange(one: Path, other: Path) -> None:
    """Each has the other's name, in one step and durably. Raises OSError, also where that cannot be done."""
    library = ctypes.CDLL(None, use_errno=True)
    try:
        rename = library.renameat2
    except AttributeError:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS)) from None
    if rename(_AT_CWD, os.fsencode(one), _AT_CWD, os.fsencode(other), _EXCHANGE) != 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(one))
    # The names have changed: a disk that will not say so for good is no reason to tell otherwise.
    with contextlib.suppress(OSError):
        settle(one.parent)


def can_exchange(beside: Path) -> bool:
    """Whether the file system there changes names in one step."""
    tries = [beside.with_name(f".{beside.name}.try-{which}-{os.getpid()}") for which in "ab"]
    try:
        for one in tries:
            one.mkdir()
        exchange(*tries)
    except OSError:
        return False
    finally:
        for one in tries:
            with contextlib.suppress(OSError):
                one.rmdir()
    return True


def others_at_work(folder: Path) -> int:
    """How many other processes of this user run a program of `folder`."""
    count = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and int(entry.name) != os.getpid():
            with contextlib.suppress(OSError):
                count += (entry / "exe").readlink().parent == folder
    return count


def replace(folders: Folders, start: Sequence[str], environ: Mapping[str, str], note: Path) -> bool:
    """Whether the new version goes on. `start` is what starts it; it has come up once `note` is gone. Raises
    OSError where nothing was changed; otherwise the folders are as they were where the answer is no."""
    exchange(folders.program, folders.new)
    aside = _put_aside(folders)
    try:
        child = subprocess.Popen(
            start,
            env=environ,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            cwd=folders.program.parent,
        )
        came_up = _came_up(child, note.exists)
    except OSError:
        came_up = False
    if not came_up:
        exchange(folders.program, aside)
        shutil.rmtree(aside, ignore_errors=True)
    return came_up


def _put_aside(folders: Folders) -> Path:
    """The old version waits beside the new one, where a person can still go back to it."""
    try:
        shutil.rmtree(folders.previous, ignore_errors=True)
        folders.new.rename(folders.previous)
    except OSError:
        return folders.new
    return folders.previous


def _came_up(child: subprocess.Popen[bytes], is_waiting: Callable[[], bool]) -> bool:
    end = time.monotonic() + CAME_UP_SECONDS
    while is_waiting() and time.monotonic() < end:
        status = child.poll()
        if status is not None:
            # One that ended well has been seen and closed.
            return status == 0
        time.sleep(_LOOK_SECONDS)
    # It outlives this process: nobody waits for its end, and nobody is to be warned of that.
    child.returncode = 0
    return True
