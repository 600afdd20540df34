"""What a frozen folder carries of others: Python packages, and the libraries that came along inside them."""

from __future__ import annotations

import re
import struct
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

TEXTS = Path(__file__).resolve().parent / "licences"
INSIDE = "_internal"
WINDOWS_PROGRAM = "einvoice-desktop.exe"
IN_ITS_TEXT = "several, see the text"


class Carried(NamedTuple):
    """One part: `kind` and `name` as a package URL has them; `version` "" where the folder does not tell."""

    kind: str
    name: str
    version: str
    licence: str
    text: str


class _Library(NamedTuple):
    pattern: str
    name: str
    licence: str
    text: str


# What packages bring in ready-made libraries, found by the names of files.
_LIBRARIES = (
    _Library(r"(lib)?Qt6Core\b.*", "Qt", "LGPL-3.0-only", "LGPL-3.0.txt"),
    _Library(r"libpq\b.*", "PostgreSQL client library", "PostgreSQL", "PostgreSQL.txt"),
    _Library(r"lib(crypto|ssl)\b.*", "OpenSSL", "Apache-2.0", "Apache-2.0.txt"),
    _Library(r"(lib)?sqlite3\b.*", "SQLite", "blessing", ""),
    _Library(r"lib(krb5|k5crypto|gssapi_krb5|com_err)\b.*", "MIT Kerberos", "MIT", "krb5.txt"),
    _Library(r"lib(ldap|lber)\b.*", "OpenLDAP", "OLDAP-2.8", "openldap.txt"),
    _Library(r"libsasl2\b.*", "Cyrus SASL", "BSD-4-Clause-UC", "cyrus-sasl.txt"),
    _Library(r"libkeyutils\b.*", "keyutils", "LGPL-2.0-or-later", "keyutils.txt"),
    _Library(r"(lib)?qpdf\d*\b.*", "qpdf", "Apache-2.0", "Apache-2.0.txt"),
    # Its texts stand among those of the package that brings it.
    _Library(r"libjpeg\b.*", "libjpeg-turbo", "IJG AND BSD-3-Clause AND Zlib", ""),
    _Library(r"(lib)?(icudata|icuuc|icui18n|icudt)\d*\b.*", "ICU", "Unicode-3.0", "icu.txt"),
    _Library(
        r"(vcruntime|msvcp|ucrtbase).*\.dll", "Microsoft Visual C++ runtime", "LicenseRef-Microsoft", ""
    ),
    _Library(r"_?pysequoia\b.*", "Sequoia-PGP", "LGPL-2.0-or-later", "LGPL-2.0.txt"),
)


def is_windows(folder: Path) -> bool:
    return (folder / WINDOWS_PROGRAM).exists()


def packages(folder: Path) -> list[Carried]:
    """The Python packages, as the About box of this folder lists them."""
    parts = import_module("einvoice_desktop.gui.parts")
    found = parts.parts([str(folder / INSIDE)])
    return [Carried("pypi", part.name, part.version, part.licence, part.text) for part in found]


def others(folder: Path) -> list[Carried]:
    """Python itself, the paper's font, the libraries inside packages; on Linux those of the system too."""
    files = sorted(path for path in (folder / INSIDE).rglob("*") if path.is_file())
    found = [Carried("generic", "Python", _python_version(folder), "PSF-2.0", _text("PSF-2.0.txt"))]
    for font in sorted((folder / INSIDE / "resources" / "fonts").glob("*.ttf")):
        licence = (font.parent / "OFL.txt").read_text(encoding="utf-8").strip()
        found.append(Carried("generic", font.stem, _font_version(font), "OFL-1.1", licence))
    for library in _LIBRARIES:
        there = [path for path in files if re.fullmatch(library.pattern, path.name, re.IGNORECASE)]
        if there:
            version = _qt_version(folder) if library.name == "Qt" else _told_version(there[0])
            text = _text(library.text) if library.text else ""
            found.append(Carried("generic", library.name, version, library.licence, text))
    return found + ([] if is_windows(folder) else _system_libraries(folder))


def third_party_text(folder: Path) -> str:
    """The list of all parts, then every licence in full."""
    found = [*packages(folder), *others(folder)]
    lines = ["eInvoice Desktop contains the work of others, under these licences:", ""]
    lines += [f"{' '.join((part.name, part.version)).strip()}: {part.licence}" for part in found]
    sections = [(f"{part.name} {part.version}".strip(), part.text) for part in found if part.text]
    sections += [("GNU Lesser General Public License 3", _text("LGPL-3.0.txt"))]
    sections += [("GNU General Public License 3", _text("GPL-3.0.txt"))]
    rule = "\n\n" + "=" * 72 + "\n"
    return "\n".join(lines) + "".join(f"{rule}{title}\n\n{text}" for title, text in _once(sections)) + "\n"


def _once(sections: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """A text that several parts share stands once, under all their names."""
    titles: dict[str, list[str]] = {}
    for title, text in sections:
        titles.setdefault(text, []).append(title)
    return [(", ".join(names), text) for text, names in titles.items()]


def _text(name: str) -> str:
    return (TEXTS / name).read_text(encoding="utf-8").strip()


def _qt_version(folder: Path) -> str:
    return next((part.version for part in packages(folder) if part.name == "PySide6-Essentials"), "")


def _python_version(folder: Path) -> str:
    if not is_windows(folder):
        return sys.version.split()[0]
    return next((_told_version(path) for path in (folder / INSIDE).glob("python3[0-9]*.dll")), "")


def _told_version(path: Path) -> str:
    """What a Windows library says of itself (UTF-16, zeros to a multiple of four between); "" for others."""
    if path.suffix.lower() != ".dll":
        return ""
    name = "ProductVersion".encode("utf-16-le")
    told = re.search(name + rb"\0{2,6}((?:[\d.]\0)+)", path.read_bytes())
    return told.group(1).decode("utf-16-le") if told else ""


def _font_version(font: Path) -> str:
    """The revision in the font's `head` table, a number of 16.16 bits."""
    data = font.read_bytes()
    for number in range(struct.unpack(">H", data[4:6])[0]):
        tag, _, place, _ = struct.unpack(">4sIII", data[12 + 16 * number : 28 + 16 * number])
        if tag == b"head":
            return f"{struct.unpack('>i', data[place + 4 : place + 8])[0] / 65536:.3f}"
    return ""


def _system_libraries(folder: Path) -> list[Carried]:
    """The Debian packages whose libraries PyInstaller took along; elsewhere nobody knows them."""
    taken = {path.name for path in (folder / INSIDE).glob("lib*.so*") if not path.is_symlink()}
    owners = set()
    for listing in Path("/var/lib/dpkg/info").glob("*.list"):
        names = {line.rpartition("/")[2] for line in listing.read_text(encoding="utf-8").splitlines()}
        if names & taken and not listing.name.startswith("libpython"):
            owners.add(listing.name.removesuffix(".list"))
    return [_system_package(owner) for owner in sorted(owners)]


def _system_package(package: str) -> Carried:
    name = package.partition(":")[0]
    command = ["dpkg-query", "--show", "--showformat", "${Version}", package]
    version = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    told = Path("/usr/share/doc") / name / "copyright"
    text = told.read_text(encoding="utf-8", errors="replace").strip() if told.exists() else ""
    return Carried("deb", name, version, IN_ITS_TEXT, text)
