"""A small folder that looks like the frozen program for Windows, and what setup is made of it."""

from __future__ import annotations

import struct
from pathlib import Path

NAMES = ("einvoice-desktop.exe", "einvoice-desktop-console.exe", "_internal/python312.dll")


def program(words: bytes) -> bytes:
    """The least that is a 64-bit Windows program to those who look at its head."""
    head = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", 0x40)
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", 0x8664, 0, 0, 0, 0, 240, 0x22)
    return (head + coff + struct.pack("<H", 0x20B).ljust(240, b"\0")).ljust(0x400, b"\0") + words


def make(folder: Path, version: str = "0.1.0") -> Path:
    told = "ProductVersion\0\0003.12.9\0".encode("utf-16-le")
    for name in NAMES:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(program(version.encode() + told))
    texts = {
        "_internal/resources/samples/τιμολόγιο πώλησης.json": "{}",
        "_internal/resources/Οδηγίες/ελληνικά.md": "Καλημέρα",
        "_internal/PySide6/plugins/platforms/qwindows.dll": version,
        "_internal/psycopg_binary.libs/libpq-1.dll": version,
    }
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def add_package(folder: Path, name: str, version: str, licence: str) -> None:
    """As the freezing leaves a distribution behind: its metadata and its licence."""
    info = folder / "_internal" / f"{name.replace('-', '_')}-{version}.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "licenses" / "LICENSE").write_text(f"The licence of {name}", encoding="utf-8")
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\nLicense-Expression: {licence}\n",
        encoding="utf-8",
    )
    (info / "RECORD").write_text(
        f"{info.name}/METADATA,,\n{info.name}/licenses/LICENSE,,\n", encoding="utf-8"
    )


def listed(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
