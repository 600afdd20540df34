"""What the frozen program must do before it counts: stand on its own, check itself, issue an invoice."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from frozen_parts import OF_THE_SYSTEM

NAME = "einvoice-desktop"
HERE = Path(__file__).resolve().parent
SELF_CHECK_SECONDS = 180
WINDOW_SECONDS = 120
OUTSIDE_SECONDS = 600
OUTSIDE = "tests/window/test_first_invoice.py"

Check = Callable[[Path, Path], str]
"""The program's folder, the source tree: "" where all is well, else what is not."""


def own_libraries(folder: Path, _top: Path) -> str:
    """Linux: each library of the folder finds what it needs in the folder, or in what every desktop has."""
    if not sys.platform.startswith("linux"):
        return ""
    libraries = [path for path in folder.rglob("*") if path.is_file() and _is_elf(path)]
    inside = {path.name for path in libraries}
    lacking = {
        f"{path.relative_to(folder)} needs {name}"
        for path in libraries
        for name in _needed(path)
        if name not in inside | OF_THE_SYSTEM
    }
    return "; ".join(sorted(lacking))


def self_check(folder: Path, _top: Path) -> str:
    """Let the frozen program work a sample through everything it has, in a data folder that is new."""
    return _run_in_new_folder([str(console_program(folder)), "--self-check"], {}, SELF_CHECK_SECONDS)


def window_check(folder: Path, _top: Path) -> str:
    """The program issues a practice invoice by the keys of its own window."""
    command = [str(console_program(folder)), "--practice"]
    quiet = {"QT_LOGGING_RULES": "default.warning=false"}
    return _run_in_new_folder(command, {"EINVOICE_WINDOW_CHECK": "1", **quiet}, WINDOW_SECONDS)


def outside_check(folder: Path, top: Path) -> str:
    """The same from outside as a person does it, on a virtual screen through the accessibility tree."""
    if not sys.platform.startswith("linux"):
        print("There is no virtual screen here: the window was not worked from outside.")
        return ""
    sys.path.append(str(top))
    lacking: list[str] = import_module("tests.driver.atspi").missing_tools()
    if lacking:
        print(f"The window was not worked from outside: there is no {', '.join(lacking)} here.")
        return ""
    session = ["dbus-run-session", "--", sys.executable, str(HERE / "private_session.py")]
    test = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", OUTSIDE]
    program = shlex.quote(str(folder / NAME))
    environ = {**os.environ, "PYTHONPATH": str(top), "PYTHONUTF8": "1", "EINVOICE_PROGRAM": program}
    return _run([*session, *test], environ, top, OUTSIDE_SECONDS)


CHECKS: tuple[tuple[str, Check], ...] = (
    ("Libraries of its own", own_libraries),
    ("Self-check", self_check),
    ("An invoice by the keys of its window", window_check),
    ("Invoices in its window, worked from outside", outside_check),
)


def console_program(folder: Path) -> Path:
    return folder / (f"{NAME}-console.exe" if os.name == "nt" else f"{NAME}-console")


def bare_environ() -> dict[str, str]:
    """What the frozen program gets: nothing that would let it find modules outside its own folder."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environ.pop("VIRTUAL_ENV", None)
    if sys.platform.startswith("linux"):
        environ["QT_QPA_PLATFORM"] = "offscreen"
    return environ


def _run_in_new_folder(command: list[str], more: dict[str, str], seconds: float) -> str:
    with tempfile.TemporaryDirectory(prefix="eid-check-", ignore_cleanup_errors=True) as data:
        words = [command[0], "--data-dir", data, *command[1:]]
        return _run(words, {**bare_environ(), **more}, Path(data), seconds)


def _run(command: list[str], environ: dict[str, str], folder: Path, seconds: float) -> str:
    """Its own words go to the screen; "" where it ended with 0."""
    try:
        status = subprocess.call(command, env=environ, cwd=folder, timeout=seconds)
    except subprocess.TimeoutExpired:
        return f"FAILED: it did not end within {seconds:.0f} s"
    return f"FAILED ({status})" if status != 0 else ""


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _needed(path: Path) -> list[str]:
    """The libraries that one names, as binutils read them."""
    command = ["objdump", "--private-headers", str(path)]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line.split()[1] for line in listing.splitlines() if line.strip().startswith("NEEDED")]
