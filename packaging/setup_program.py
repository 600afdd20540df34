"""Makes the setup program for Windows out of a frozen folder, with NSIS; on Windows and elsewhere alike."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

import signing

HERE = Path(__file__).resolve().parent
SCRIPT = HERE / "installer" / "einvoice-desktop.nsi"
LIST = "_internal/program-files.txt"
"""What the folder's program consists of: setup moves, goes back and removes by it."""
NEW_PROGRAM_AND_OLD = 2
TARGET = "x86-unicode"
"""A 32-bit setup also starts where it has to say that the program does not."""


class SetupFailed(Exception):
    """NSIS did not make the setup program; its own words are the text."""


def find_makensis() -> str | None:
    found = shutil.which("makensis")
    if found is None and os.name == "nt":
        usual = Path(os.environ.get("PROGRAMFILES(X86)", r"C:\Program Files (x86)")) / "NSIS" / "makensis.exe"
        found = str(usual) if usual.exists() else None
    return found


def write_list(folder: Path) -> Path:
    """Name every file of the folder, those on top first, then every folder, deepest first, with a backslash.

    UTF-16 without a mark, because that is what NSIS reads.
    """
    target = folder / LIST
    target.touch()
    inside = [path.relative_to(folder) for path in folder.rglob("*")]
    files = sorted((path for path in inside if (folder / path).is_file()), key=_top_first)
    folders = sorted((path for path in inside if (folder / path).is_dir()), key=_deepest_first)
    lines = [str(path).replace("/", "\\") for path in files]
    lines += [str(path).replace("/", "\\") + "\\" for path in folders]
    target.write_bytes("".join(f"{line}\r\n" for line in lines).encode("utf-16-le"))
    return target


class Wish(NamedTuple):
    """What is packed into which file; the icon and the picture of the first page where there are some."""

    folder: Path
    output: Path
    version: str
    icon: Path | None = None
    picture: Path | None = None
    target: str = TARGET


def make(makensis: str, wish: Wish, work: Path) -> None:
    """Pack a folder into a setup program; `work` takes what NSIS reads. Raises SetupFailed."""
    work.mkdir(parents=True, exist_ok=True)
    facts = work / "build.nsh"
    facts.write_text(_facts(wish), encoding="utf-8-sig")
    wish.output.unlink(missing_ok=True)
    command = [makensis, "-NOCONFIG", "-V2", "-WX", "-INPUTCHARSET", "UTF8", f"-DBUILD={facts}", str(SCRIPT)]
    if os.name == "nt":
        command = [part.replace("-", "/", 1) if part.startswith("-") else part for part in command]
    # Outside of Windows NSIS reads the names of files as the locale says.
    environ = {**os.environ, "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, env=environ, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    if done.returncode != 0 or not wish.output.exists():
        raise SetupFailed((done.stdout + done.stderr).strip())


def numbers(version: str) -> str:
    """Windows wants four numbers: 0.2.0rc1 is 0.2.0.0 there."""
    parts = [int(part) for part in re.findall(r"\d+", re.split(r"[^\d.]", version)[0])]
    return ".".join(str(part) for part in [*parts, 0, 0, 0, 0][:4])


def _facts(wish: Wish) -> str:
    size = sum(path.stat().st_size for path in wish.folder.rglob("*") if path.is_file())
    needed = size * NEW_PROGRAM_AND_OLD
    facts = {
        "VERSION": wish.version,
        "NUMBERS": numbers(wish.version),
        "PUBLISHER": os.environ.get("EINVOICE_PUBLISHER", "eInvoice Desktop"),
        "FILES": str(wish.folder / "*"),
        "OUTPUT": str(wish.output),
        "TARGET": wish.target,
        "BYTES": str(needed),
        "KILOBYTES": str(size // 1024),
        "MEGABYTES": str(-(-needed // 1_000_000)),
    }
    if wish.icon is not None:
        facts["ICON"] = str(wish.icon)
    if wish.picture is not None:
        facts["PICTURE"] = str(wish.picture)
    if signing.configured():
        facts["SIGNING"] = " ".join(f'"{part}"' for part in signing.own_command())
    return "".join(f"!define {name} '{_escaped(value)}'\n" for name, value in facts.items())


def _escaped(text: str) -> str:
    return text.replace("$", "$$").replace("'", "$\\'")


def _top_first(path: Path) -> tuple[bool, str]:
    return (len(path.parts) > 1, str(path))


def _deepest_first(path: Path) -> tuple[int, str]:
    return (-len(path.parts), str(path))
