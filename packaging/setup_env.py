"""Makes the virtual environment that every command runs in, and leaves it alone while it fits its locks."""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Literal

Layer = Literal["runtime", "dev"]
Say = Callable[[str], None]

TOP = Path(__file__).resolve().parent.parent
STAMP = "complete.json"
PACKAGE_PARTS = ("pyproject.toml", "README.md", "einvoice_desktop", "resources", "packaging/build_py.py")
# Settings of a person's own that would send pip's files elsewhere, or another Python's modules into ours.
FOREIGN_SETTINGS = (
    "PYTHONHOME",
    "PYTHONPATH",
    "PIP_TARGET",
    "PIP_PREFIX",
    "PIP_USER",
    "PIP_REQUIRE_VIRTUALENV",
)


class SetupError(Exception):
    """What a person has to mend before anything can run; its text is the sentence to show."""


OFFICE = ".packaging/office"
"""The environment that holds what an office gets and nothing else, beside the one that is worked with."""


def environment(layer: Layer, *, top: Path = TOP, say: Say = print, folder: str = ".venv") -> Path:
    """Return the interpreter of `top/<folder>`, made to hold `packaging/locks/<layer>.txt`.

    The environment is remade when the Python, its folder or a lock is another than at its making. The stamp
    is taken away before the first change and written after the last: what was interrupted is made anew.
    Raises SetupError.
    """
    venv = top / folder
    if not _fits(venv, layer, top):
        with held(top / ".packaging" / "setup.lock", say):
            if not _fits(venv, layer, top):
                _bring_up(venv, layer, top, say)
    return interpreter(venv)


def interpreter(venv: Path) -> Path:
    return venv / "Scripts" / "python.exe" if os.name == "nt" else venv / "bin" / "python"


def installed_package(python: Path, *, top: Path = TOP) -> Path:
    """Install the package itself, as a person would get it, into a folder of its own; return that folder.

    It is built from a copy: setuptools leaves `build/` and `*.egg-info` behind, and takes stale modules
    from them.
    """
    work = top / ".packaging"
    source, target, new = work / "source", work / "installed", work / "installed.new"
    for old in (source, new):
        _remove(old)
    source.mkdir(parents=True)
    for name in PACKAGE_PARTS:
        _copy(top / name, source / name)
    pip(
        python,
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "--target",
        str(new),
        str(source),
    )
    _remove(target)
    new.rename(target)
    _remove(source)
    return target


def pip(python: Path, *args: str) -> None:
    command = [str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", *args]
    if subprocess.call(command, env=clean_environ(), stdin=subprocess.DEVNULL) != 0:
        raise SetupError("pip could not install what is needed; its own words stand above.")


def clean_environ(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN_SETTINGS}
    return {**kept, **more}


@contextmanager
def held(path: Path, say: Say) -> Iterator[None]:
    """Hold a lock of the operating system, so that two commands started together do not set up at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        told = False
        while not _try_lock(file):
            if not told:
                say("Another command is setting up the environment; waiting for it.")
                told = True
            time.sleep(0.2)
        yield


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def _wanted(venv: Path, top: Path) -> dict[str, str]:
    locks = top / "packaging" / "locks"
    layers = {
        layer: hashlib.sha256((locks / f"{layer}.txt").read_bytes()).hexdigest()
        for layer in ("runtime", "dev")
    }
    return {"python": f"{sys.version} {sys.platform}", "folder": str(venv), **layers}


def _stamped(venv: Path) -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found


def _fits(venv: Path, layer: Layer, top: Path) -> bool:
    wanted, stamped = _wanted(venv, top), _stamped(venv)
    return (
        all(stamped.get(key) == wanted[key] for key in ("python", "folder", layer))
        and interpreter(venv).exists()
    )


def _bring_up(venv: Path, layer: Layer, top: Path, say: Say) -> None:
    wanted, stamped = _wanted(venv, top), _stamped(venv)
    if not _can_grow(stamped, wanted, venv):
        say(f"Making the Python environment in {venv}")
        _remake(venv)
        stamped = {key: wanted[key] for key in ("python", "folder")}
    (venv / STAMP).unlink(missing_ok=True)
    lock = top / "packaging" / "locks" / f"{layer}.txt"
    say(f"Installing what {lock.relative_to(top).as_posix()} names (the first time takes a minute or two)")
    quiet = () if sys.stdout.isatty() else ("--quiet",)
    pip(interpreter(venv), *quiet, "--require-hashes", "--only-binary", ":all:", "-r", str(lock))
    # Everything of the runtime lock stands in the dev lock too, at the same versions.
    done = ("runtime", "dev") if layer == "dev" else ("runtime",)
    _write_stamp(venv, {**stamped, **{key: wanted[key] for key in done}})


def _can_grow(stamped: dict[str, str], wanted: dict[str, str], venv: Path) -> bool:
    same = all(stamped.get(key) == wanted[key] for key in ("python", "folder", "runtime"))
    return same and "dev" not in stamped and interpreter(venv).exists()


def _remake(venv: Path) -> None:
    importlib.invalidate_caches()
    if find_spec("ensurepip") is None:
        raise SetupError("This Python cannot make environments. On Debian: sudo apt-get install python3-venv")
    _remove(venv)
    base = getattr(sys, "_base_executable", None) or sys.executable
    if subprocess.call([base, "-m", "venv", str(venv)], env=clean_environ()) != 0:
        raise SetupError(f"The environment could not be made in {venv}.")


def _write_stamp(venv: Path, stamp: dict[str, str]) -> None:
    draft = venv / f"{STAMP}.new"
    draft.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
    draft.replace(venv / STAMP)


def _remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    if not path.exists():
        return
    try:
        # The stamp goes first: a removal that is interrupted must not leave a folder that looks whole.
        (path / STAMP).unlink(missing_ok=True)
        shutil.rmtree(path)
    except OSError as error:
        raise SetupError(
            f"{path} is in use by a running program; close it and try again. ({error})"
        ) from error


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*", "*.egg-info"))
    else:
        target.parent.mkdir(exist_ok=True)
        shutil.copy2(source, target)
