"""The settings file: an INI file in the data folder, written whole or not at all."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from einvoice_desktop.store.files import write_whole

if TYPE_CHECKING:
    import configparser

_SECTION = "settings"
_HEAD = f"[{_SECTION}]"
_UNLIKE_OURS = (" ", "\t", "#", ";", "[", "=")


class SettingsFile:
    """Names and texts. A missing file is empty settings. Of one that a person has edited, what cannot be
    understood is left out; it is replaced at the next `set`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._values: dict[str, str] = {}
        # What cannot be read now is not written over either: `set` reads again and raises.
        with contextlib.suppress(OSError):
            self._values = self._read()

    def _read(self) -> dict[str, str]:
        try:
            # An editor of Windows begins a file with a byte order mark, and may save it in another encoding.
            text = self._path.read_text(encoding="utf-8", errors="replace").removeprefix("\ufeff")
        except FileNotFoundError:
            return {}
        return self.parsed(text)

    @staticmethod
    def parsed(text: str) -> dict[str, str]:
        """What a file's text says; what cannot be understood is left out."""
        values = _as_written(text)
        if values is not None:
            return values
        import configparser

        parser = _parser()
        with contextlib.suppress(configparser.Error):
            parser.read_string(text)
        return dict(parser[_SECTION]) if parser.has_section(_SECTION) else {}

    @staticmethod
    def text_of(values: Mapping[str, str]) -> str:
        """A file's text that says this."""
        import io

        parser = _parser()
        parser[_SECTION] = {name: " ".join(value.splitlines()) for name, value in values.items()}
        text = io.StringIO()
        parser.write(text)
        return text.getvalue()

    def values(self) -> dict[str, str]:
        """All of them by name, in small letters."""
        return dict(self._values)

    def replace(self, values: Mapping[str, str]) -> None:
        """These and no others from now on. Durable when it returns."""
        with self._lock:
            self._values = dict(values)
            self._write()

    def get(self, name: str, default: str = "") -> str:
        """The setting, or `default`."""
        return self._values.get(name.lower(), default)

    def set(self, name: str, value: str) -> None:
        """Durable when it returns; the file is replaced in one step."""
        with self._lock:
            # What another process has set since is kept.
            self._values |= self._read() | {name.lower(): value}
            self._write()

    def _write(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._path, self.text_of(self._values).encode())


def _parser() -> configparser.ConfigParser:
    """A name may hold a server's address and with it a colon: only "=" parts it from its value."""
    import configparser

    return configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=False)


def _as_written(text: str) -> dict[str, str] | None:
    """What the text says where it has the very form that `text_of` gives it, else None: the whole parser
    costs the start its time."""
    head, *lines = text.rstrip("\n").split("\n")
    if head != _HEAD:
        return None
    values = {}
    for line in lines:
        name, parted, value = line.partition(" =")
        if not parted or "=" in name or line.startswith(_UNLIKE_OURS):
            return None
        values[name.strip().lower()] = value.strip()
    return values
