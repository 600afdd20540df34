"""The settings as they go into a backup and come out of it, without secrets."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from einvoice_desktop.store.settings import SettingsFile

_PASSWORD = re.compile(r"://[^/@\s]*:[^/@\s]+@")
_OF_THIS_COMPUTER = (
    "window",
    "running.",
    "backup.folder",
    "printer.",
    "companies.last",
    "database.url",
    "recent",
)
"""How the names of settings begin that stay as they are where a backup is restored."""


def portable_settings(path: Path, data: Path) -> tuple[bytes, dict[str, Path]]:
    """The settings' text, and the files in the folder `data` that settings name, by the setting."""
    settings = SettingsFile(path).values()
    values = {name: value for name, value in settings.items() if not _PASSWORD.search(value)}
    files = {}
    for name, value in values.items():
        file = _inside(value, data)
        if file is not None:
            files[name] = file
    return SettingsFile.text_of(values).encode(), files


def restore_settings(path: Path, content: bytes, files: Mapping[str, Path]) -> None:
    """Those of a backup, but for what belongs to this computer; `files` says where what a setting named lies
    now. Raises OSError."""
    restored = SettingsFile.parsed(content.decode("utf-8", errors="replace"))
    settings = SettingsFile(path)
    kept = {name: value for name, value in settings.values().items() if _is_of_this_computer(name)}
    taken = {name: value for name, value in restored.items() if not _is_of_this_computer(name)}
    placed = {name: str(file) for name, file in files.items() if name in taken}
    settings.replace(taken | placed | kept)


def company_vat(settings: Mapping[str, str]) -> str:
    """Whose documents the settings' connection sends; "" where they do not say."""
    return settings.get("connection.vat", "").strip()


def _is_of_this_computer(name: str) -> bool:
    return name.startswith(_OF_THIS_COMPUTER)


def _inside(value: str, data: Path) -> Path | None:
    """The file that a setting names, where it lies in the data folder."""
    if not value or len(value) > 1000 or "\n" in value:
        return None
    try:
        file = Path(value)
        if not file.is_absolute() or file.is_symlink() or not file.is_file():
            return None
        return file if file.resolve().is_relative_to(data.resolve()) else None
    except (OSError, ValueError):
        return None
