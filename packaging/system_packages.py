"""Knows which Debian packages the program, its tests and its build need, and installs the missing ones."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec

Say = Callable[[str], None]

# What Qt loads to draw, on a screen (xcb) or without one (offscreen).
RUN = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxkbcommon-x11-0",
)
# A virtual screen, the means to work it and to read a QR code from it, a real Secret Service.
SCREEN = (
    "xvfb",
    "xauth",
    "xdotool",
    "xclip",
    "imagemagick",
    "at-spi2-core",
    "python3-gi",
    "gir1.2-atspi-2.0",
    "gnome-keyring",
    "dbus",
    "zbar-tools",
)
# What makes the setup program for Windows, and lists what is in it.
SETUP = ("nsis", "p7zip-full")
# A real gpg, readers of PDF, a server of books that several desks share.
TEST = (*SCREEN, *SETUP, "gnupg", "poppler-utils", "postgresql")
# PyInstaller reads programs with objdump and shrinks them with strip; what it made is worked on a screen.
BUILD = (*SCREEN, *SETUP, "binutils")


def for_running() -> tuple[str, ...]:
    return RUN if find_spec("ensurepip") else (*RUN, "python3-venv")


def for_testing() -> tuple[str, ...]:
    return (*for_running(), *TEST)


def for_building() -> tuple[str, ...]:
    # Debian's python3 is linked whole; a frozen program needs the library form of it.
    library = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
    return (*for_running(), *BUILD, *((library,) if sys.base_prefix == "/usr" else ()))


def provide(packages: Iterable[str], say: Say = print) -> None:
    """Install what is missing where that is allowed; elsewhere print the command for it and go on."""
    if not sys.platform.startswith("linux") or shutil.which("dpkg-query") is None:
        return
    wanted = tuple(packages)
    absent = missing(wanted)
    if absent and _may_install():
        say(f"Installing system packages: {' '.join(absent)}")
        _install(absent, say)
        absent = missing(wanted)
    if absent:
        say(f"Some system packages are missing. Please run:\n    sudo apt-get install {' '.join(absent)}")
        say("Going on without them.")


def missing(packages: Iterable[str]) -> list[str]:
    """Return those of `packages` that are neither installed nor provided by one that is (libglib2.0-0t64)."""
    command = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package} ${Provides}\\n"]
    listing = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    present: set[str] = set()
    for line in listing.splitlines():
        status, _, names = line.partition(" ")
        if status == "installed":
            present.update(name.strip().partition(" ")[0] for name in names.replace(" ", ",", 1).split(","))
    return [name for name in packages if name not in present]


def _may_install() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str], say: Say) -> None:
    """Try with the package lists as they are, then twice with fresh ones; tell why if all failed."""
    apt = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120"]
    install, update = [*apt, "install", "--no-install-recommends", *packages], [*apt, "update"]
    complaint = _run(install)
    for _ in range(2):
        if complaint is None:
            return
        complaint = _run(update) or _run(install)
    if complaint is not None:
        say(f"apt-get did not manage: {complaint}")


def _run(command: list[str]) -> str | None:
    """Run one apt-get command without questions; return None, or the end of its complaint."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    return (
        None if done.returncode == 0 else (done.stderr or done.stdout).strip()[-1000:] or "it gave no reason"
    )
