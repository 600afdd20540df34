"""Packs a frozen folder into the ZIP that needs no installation; the same folder gives the same bytes."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

from contents import is_windows

TOP_NAME = "einvoice-desktop"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
UNIX = 3


def pack(folder: Path, output: Path) -> int:
    """One folder `einvoice-desktop/` with everything in it; returns how many entries.

    Links (PyInstaller makes some on Linux) stay links, with their target as content, as Info-ZIP keeps them.
    """
    windows = is_windows(folder)
    inside = (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())
    entries = sorted((path.relative_to(folder).as_posix(), path) for path in inside)
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in entries:
            info = zipfile.ZipInfo(f"{TOP_NAME}/{name}", LONG_AGO)
            info.create_system = UNIX
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _mode(path, windows=windows) << 16
            archive.writestr(info, str(path.readlink()).encode() if path.is_symlink() else path.read_bytes())
    return len(entries)


def _mode(path: Path, *, windows: bool) -> int:
    if path.is_symlink():
        return stat.S_IFLNK | 0o777
    runs = not windows and path.stat().st_mode & stat.S_IXUSR
    return stat.S_IFREG | (0o755 if runs else 0o644)
