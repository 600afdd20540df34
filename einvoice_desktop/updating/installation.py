"""The program as it lies on this computer: whether a newer one can take its place, and how it does."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports.updates import Outcome, Package, Progress, Ready, Step, Stopped
from einvoice_desktop.app.updates import version_key
from einvoice_desktop.store.files import new_file
from einvoice_desktop.updating import swap
from einvoice_desktop.updating.result import STARTED, read_note, write_note
from einvoice_desktop.updating.trying import bare_environ, try_out
from einvoice_desktop.updating.unpack import unpack, unpacked_size

NAME = "einvoice-desktop"
INSIDE = "_internal"
_OWN = frozenset({NAME, f"{NAME}-console", INSIDE})
_MORE = frozenset({"THIRD-PARTY-LICENCES.txt"})
"""What else a release lays into its folder."""
_GROWS = 4
"""How many times its packed size a release may take unpacked."""
_REASONS = frozenset(
    (
        *("another_setup", "folder", "interrupted", "no_room", "others", "replacing", "self_check", "setup"),
        *("start", "still_open", "unpacking", "unsuitable"),
    )
)


@dataclass(frozen=True, slots=True)
class Copy:
    """This copy of the program. `executable` runs; `restartable`: its words are all that it was started
    with."""

    executable: Path
    frozen: bool
    platform: str
    version: str
    restartable: bool = True

    @classmethod
    def of_this_process(cls, version: str, *, restartable: bool) -> Copy:
        frozen = bool(getattr(sys, "frozen", False))
        return cls(Path(sys.executable).resolve(), frozen, sys.platform, version, restartable)


class SystemInstallation:
    """`app.ports.updates.Installation` of a frozen program's folder, for the window of one data folder."""

    def __init__(
        self, copy: Copy, data_dir: Path, note: Path, settle: Callable[[], None] | None = None
    ) -> None:
        """`note`: where one version leaves word for the next, in a folder of its own in the data folder; what
        is downloaded goes there too. `settle` makes what has been written durable."""
        self._copy, self._data = copy, data_dir
        self._folders = swap.Folders(copy.executable.parent)
        self._note, self._place = note, note.parent
        self._settle = settle if settle is not None else _sync
        systems = {"win32": "windows", "linux": "linux"}
        self.system = systems.get(copy.platform, "")

    @property
    def _is_windows(self) -> bool:
        return self.system == "windows"

    # --- whether it can be ------------------------------------------------------------------------

    def check(self) -> None:
        """Raises UserError as the port says."""
        copy, program = self._copy, self._folders.program
        if not copy.frozen:
            raise UserError("update_not_frozen")
        if not self.system:
            raise UserError("update_other_system")
        if not copy.restartable:
            raise UserError("update_not_restartable")
        # In Linux the whole folder changes its name, which is written in the one above.
        written = (program,) if self._is_windows else (program, program.parent)
        if not all(os.access(folder, os.W_OK) for folder in written):
            raise UserError("update_folder_locked", path=program)
        if not self._is_windows:
            if self._data.resolve().is_relative_to(program):
                raise UserError("update_data_inside", path=self._data)
            others = swap.others_at_work(program)
            if others:
                raise UserError("update_others_open", count=others)

    def make_room(self, size: int) -> None:
        """Raises UserError("update_no_room" | "update_not_in_one_step"), OSError."""
        shutil.rmtree(self._place, ignore_errors=True)
        self._place.mkdir(mode=0o700, parents=True)
        program = self._folders.program
        if not self._is_windows:
            _clear(self._folders.new)
            if not swap.can_exchange(program):
                raise UserError("update_not_in_one_step", path=program)
        _need(self._place, size)
        _need(program, size * _GROWS + size)

    @contextmanager
    def keeping(self, package: Package) -> Iterator[Callable[[bytes], object]]:
        """Writes the package; durable when the block ends well."""
        with new_file(self._place / package.name) as file:
            yield file.write

    # --- all but the change -----------------------------------------------------------------------

    def prepare(self, ready: Ready, progress: Progress, stopped: Stopped) -> None:
        """In Windows the setup program does all this; in Linux the new version lies beside, and works."""
        if self._is_windows:
            return
        package, new = self._place / ready.package.name, self._folders.new
        try:
            _need(new.parent, unpacked_size(package))
            unpack(package, new, progress, stopped)
            self._look_at(new)
            progress(Step.TRY_OUT, 0, 0)
            try_out(new / f"{NAME}-console", ready.version, stopped)
            self._settle()
        except BaseException:
            _clear(new)
            raise

    def _look_at(self, new: Path) -> None:
        there = {path.name for path in new.iterdir()}
        if not there >= _OWN:
            raise UserError("update_package_unsafe", name=NAME)
        for name in (NAME, f"{NAME}-console"):
            (new / name).chmod(0o755)
        # The whole folder is replaced: what somebody else put there would go with it.
        program = self._folders.program
        foreign = sorted({path.name for path in program.iterdir()} - there - _OWN - _MORE)
        if foreign:
            raise UserError("update_foreign_files", path=program, names=", ".join(foreign[:5])[:200])

    # --- the change itself ------------------------------------------------------------------------

    def carry_out(self, ready: Ready) -> bool:
        """Whether it goes on by itself; where not, `outcome` says why."""
        note = {
            "state": STARTED,
            "version": ready.version,
            "from": self._copy.version,
            "start": subprocess.list2cmdline(list(ready.words)),
        }
        reason = "replacing"
        try:
            write_note(self._note, note, self.system)
            if self._is_windows:
                reason = "setup"
                self._run_setup(ready)
                return True
            if swap.others_at_work(self._folders.program):
                reason = "others"
            else:
                start = [str(self._folders.program / self._copy.executable.name), *ready.words]
                if swap.replace(self._folders, start, bare_environ(os.environ), self._note):
                    return True
                reason = "start"
        except OSError as error:
            note["detail"] = error.strerror or ""
        with contextlib.suppress(OSError):
            write_note(self._note, {**note, "state": "failed", "reason": reason}, self.system)
        return False

    def _run_setup(self, ready: Ready) -> None:
        """From here on the setup program waits until this process has ended. Raises OSError."""
        setup = self._place / ready.package.name
        with setup.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != ready.package.sha256:
                raise OSError(0, "changed")
        program = self._folders.program
        is_portable = not (program / "Uninstall.exe").exists()
        command = setup_command(setup, os.getpid(), self._note, program, portable=is_portable)
        flags = getattr(subprocess, "DETACHED_PROCESS", 0) | getattr(
            subprocess, "CREATE_NEW_PROCESS_GROUP", 0
        )
        # Not from the program's folder, which could not be moved then.
        subprocess.Popen(
            command,
            executable=str(setup),
            env=bare_environ(os.environ),
            cwd=self._place,
            creationflags=flags,
        )

    # --- afterwards -------------------------------------------------------------------------------

    def outcome(self) -> Outcome | None:
        """What the last update came to; once. The note's absence tells the version before that this runs."""
        note = read_note(self._note)
        version = note.get("version", "")
        if not version:
            return None
        with contextlib.suppress(OSError):
            self._note.unlink()
        with contextlib.suppress(ValueError):
            if version_key(version) == version_key(self._copy.version):
                shutil.rmtree(self._place, ignore_errors=True)
                return Outcome(version)
        reason = note.get("reason", "interrupted").replace("-", "_")
        code = f"update_back_{reason if reason in _REASONS else 'interrupted'}"
        return Outcome(version, UserError(code, version=version, detail=note.get("detail", "") or "–"))


def setup_command(setup: Path, pid: int, note: Path, folder: Path, *, portable: bool) -> str:
    """The words that the setup program wants, as one line: what follows /D= goes to the end, unquoted."""
    words: Sequence[str] = (
        f'"{setup}" /S /UPDATE /WAIT={pid}',
        f'/RESULT="{note}"',
        *(("/PORTABLE",) if portable else ()),
        f"/D={folder}",
    )
    return " ".join(words)


def _sync() -> None:
    if hasattr(os, "sync"):
        os.sync()


def _need(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size:
        raise UserError("update_no_room", path=folder, needed=_megabytes(size), free=_megabytes(free))


def _megabytes(size: int) -> str:
    return f"{-(-size // 1_000_000)} MB"


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
