"""The note that goes from one version to the next: what is being tried, and what it came to."""

from __future__ import annotations

import codecs
import configparser
import contextlib
import io
from collections.abc import Mapping
from pathlib import Path

from einvoice_desktop import paths
from einvoice_desktop.store.files import write_whole

SECTION = "update"
STARTED, DONE, FAILED = "started", "done", "failed"
_MOST = 64 * 1024


def write_note(path: Path, values: Mapping[str, str], system: str) -> None:
    """An INI file, durable. Windows' own functions, by which the setup program reads it, want UTF-16 where
    there are letters beyond the system's code page. Raises OSError."""
    parser = _parser()
    parser[SECTION] = {name: " ".join(value.splitlines()) for name, value in values.items()}
    text = io.StringIO()
    parser.write(text, space_around_delimiters=False)
    told = text.getvalue()
    if system == "windows":
        write_whole(path, codecs.BOM_UTF16_LE + told.replace("\n", "\r\n").encode("utf-16-le"))
    else:
        write_whole(path, told.encode())


def read_note(path: Path) -> dict[str, str]:
    """What it says; {} where there is none or none that can be read."""
    try:
        data = paths.read_bounded(path, _MOST)
    except OSError:
        return {}
    encoding = "utf-16" if data.startswith(codecs.BOM_UTF16_LE) else "utf-8-sig"
    parser = _parser()
    with contextlib.suppress(configparser.Error):
        parser.read_string(data.decode(encoding, errors="replace"))
    return dict(parser[SECTION]) if parser.has_section(SECTION) else {}


def _parser() -> configparser.ConfigParser:
    return configparser.ConfigParser(interpolation=None, delimiters=("=",), strict=False)
