"""The settings file: an INI file in the data folder, written whole or not at all."""

from __future__ import annotations

import configparser
import io
import threading
from pathlib import Path

from einvoice_desktop.store.files import write_whole

_SECTION = "settings"


class SettingsFile:
    """Names and texts. A missing or unreadable file is empty settings; it is replaced at the next `set`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._values = self._read()

    def _read(self) -> dict[str, str]:
        parser = configparser.ConfigParser(interpolation=None)
        try:
            parser.read(self._path, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            return {}
        return dict(parser[_SECTION]) if parser.has_section(_SECTION) else {}

    def get(self, name: str, default: str = "") -> str:
        """The setting, or `default`."""
        return self._values.get(name.lower(), default)

    def set(self, name: str, value: str) -> None:
        """Durable when it returns; the file is replaced in one step."""
        with self._lock:
            self._values[name.lower()] = value
            parser = configparser.ConfigParser(interpolation=None)
            parser[_SECTION] = {n: v.replace("\n", " ") for n, v in self._values.items()}
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            text = io.StringIO()
            parser.write(text)
            write_whole(self._path, text.getvalue().encode())
