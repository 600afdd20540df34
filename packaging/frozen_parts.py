"""What of the libraries comes into the frozen program's folder, and what is left out: the spec asks here."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import PurePosixPath

# Northern Ireland is looked for under Great Britain.
UNION = "at be bg cy cz de dk ee es fi fr gb gr hr hu ie it lt lu lv mt nl pl pt ro se si sk"

# Found by name at run time, so no import shows them.
HIDDEN = (
    "keyring.backends.Windows",
    "keyring.backends.SecretService",
    "keyring.backends.macOS",
    # Its package hands everything on from the library inside it.
    "pysequoia.pysequoia",
    "sqlalchemy.dialects.sqlite",
    "sqlalchemy.dialects.postgresql.psycopg",
    # The zones' folders are packages, for whoever reads a file out of them.
    "tzdata.zoneinfo.Europe",
    # Each country's number, found by the country's letters: the package names its module for VAT numbers.
    *(f"stdnum.{state}" for state in UNION.split()),
    *(f"stdnum.{state}.vat" for state in ("be", "bg", "cy", "de", "gb", "gr", "ie", "mt", "se")),
)

# Imported by a library on some path that this program never takes.
EXCLUDED = (
    *("tkinter", "setuptools", "pip", "unittest", "lib2to3", "test", "_pytest", "pytest", "mypy", "doctest"),
    *("pydoc_data", "xmlrpc", "ftplib", "readline", "_distutils_hack"),
    # From 3.12 on a part of setuptools, whose name PyInstaller then cannot give to a module that is left out.
    *(() if sys.version_info >= (3, 12) else ("distutils",)),
    *("rich", "pygments", "click", "anyio", "trio", "greenlet", "PIL", "lxml", "numpy", "dateutil"),
    *("pydantic.mypy", "pydantic.v1", "pydantic.deprecated.parse", "hypothesis", "werkzeug.debug"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtTest", "PySide6.QtDBus"),
    *("PySide6.QtDesigner", "PySide6.QtUiTools", "PySide6.QtSql", "PySide6.QtXml", "PySide6.QtConcurrent"),
    *("sqlalchemy.orm", "sqlalchemy.testing", "sqlalchemy.ext.asyncio", "sqlalchemy.ext.mypy"),
    *("sqlalchemy.ext.declarative", "sqlalchemy.ext.automap", "sqlalchemy.ext.baked"),
    *("sqlalchemy.dialects.mysql", "sqlalchemy.dialects.oracle", "sqlalchemy.dialects.mssql"),
    # Alphabets of East Asia: text comes as UTF-8 or in one of the Greek code pages.
    *("_codecs_cn", "_codecs_hk", "_codecs_iso2022", "_codecs_jp", "_codecs_kr", "_codecs_tw"),
)

# Plugins that a program of forms and tables never loads, and what only they need. QtNetwork stays: a second
# start finds the first one through QLocalServer. QtSvg draws the icons, QtPrintSupport the paper.
UNUSED = re.compile(
    r"Qt6?(Qml|Quick|VirtualKeyboard|OpenGL|Designer|Test|Labs|Wayland|WlShell|EglFs|Sql)"
    r"|plugins/(generic|networkinformation|tls|egldeviceintegrations|wayland|sqldrivers|qmltooling|designer)"
    r"|plugins/(xcbglintegrations|vectorimageformats)"
    r"|plugins/platforms/(lib)?q(eglfs|linuxfb|minimal|vnc|vkkhrdisplay|wayland|direct2d)"
    r"|plugins/platformthemes/libqgtk3|plugins/platforminputcontexts/(lib)?(qtvirtualkeyboard|ibus)"
    r"|plugins/imageformats/(lib)?q(tiff|tga|wbmp|webp|icns|pdf)"
    r"|opengl32sw|d3dcompiler",
    re.IGNORECASE,
)
# Libraries of the building machine that go along in Linux; `system_packages.RUN` brings the others, which who
# has a screen must have in his own version: GLib, X, fonts, D-Bus, the printers'.
BROUGHT = re.compile(
    r"^lib(python3|bz2|ffi|lzma|mpdec|sqlite3|ssl|crypto|stdc\+\+|gcc_s|uuid|z|zstd|xcb-|xkbcommon"
    r"|gssapi_krb5|krb5|k5crypto|com_err|keyutils)[^/]*$"
)
SYSTEM_FOLDERS = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
OF_THE_SYSTEM = frozenset(
    {
        *("libc.so.6", "libm.so.6", "libdl.so.2", "libpthread.so.0", "librt.so.1", "libutil.so.1"),
        *("ld-linux-x86-64.so.2", "libresolv.so.2", "libcrypt.so.1", "libexpat.so.1"),
        *("libGL.so.1", "libEGL.so.1", "libX11.so.6", "libX11-xcb.so.1", "libxcb.so.1"),
        *("libglib-2.0.so.0", "libgthread-2.0.so.0", "libdbus-1.so.3"),
        *("libfontconfig.so.1", "libfreetype.so.6", "libbrotlidec.so.1", "libbrotlicommon.so.1"),
        # Only where there is a printer: without it a document goes into a PDF.
        "libcups.so.2",
    }
)
"""What the libraries of the folder may look for outside of it."""
QT_TRANSLATIONS = re.compile(r"qtbase_(el|en)\.qm$")
# Athens for the law, the rest of Europe and the plain zones for what a server of shared books names.
ZONES = re.compile(r"tzdata/zoneinfo/(Europe/\w+|Etc/[\w+-]+|UTC|GMT|UCT|Zulu|EET|CET|MET|WET|Asia/Nicosia)$")
# Reference pages for those who work on the program, and the sources of its translations.
NOT_READ = re.compile(r"^resources/(manual/(?!help/|office-)|i18n/[^/]+\.ts$)")
LICENCES = re.compile(
    r"\.dist-info/(METADATA|entry_points\.txt|(LICEN[CS]E|COPYING|NOTICE|AUTHORS)[^/]*|licenses/.+)$"
)


def is_wanted(name: str, source: str = "") -> bool:
    """Whether the file that would lie at `name` in the program's folder is needed there; `source` is where
    it lies now."""
    name = name.replace("\\", "/")
    if name.startswith("PySide6/") and name.endswith(".qm"):
        return bool(QT_TRANSLATIONS.search(name))
    if name.startswith("tzdata/zoneinfo/"):
        return bool(ZONES.search(name))
    if ".dist-info/" in name:
        return bool(LICENCES.search(name))
    if name.startswith("stdnum/"):
        # Lists of banks, makers and post codes; the check digits are reckoned.
        return not name.endswith(".dat")
    if source.startswith(SYSTEM_FOLDERS) and re.match(r"lib[^/]+\.so[.\d]*$", name):
        return bool(BROUGHT.match(name))
    return not (UNUSED.search(name) or NOT_READ.search(name))


def carried(parts: Iterable[str], collected: Iterable[str]) -> list[metadata.Distribution]:
    """Those of `parts` of which something is among `collected` (names of modules and of files)."""
    tops = {re.split(r"[./\\]", name, maxsplit=1)[0] for name in collected}
    found = []
    for part in parts:
        try:
            distribution = metadata.distribution(part)
        except metadata.PackageNotFoundError:
            continue
        if tops & _tops_of(distribution):
            found.append(distribution)
    return found


def _tops_of(distribution: metadata.Distribution) -> set[str]:
    """The names that a distribution brings to where modules are looked for."""
    files = (PurePosixPath(str(file)) for file in distribution.files or ())
    return {
        file.parts[0].split(".")[0]
        for file in files
        if file.suffix in (".py", ".pyd", ".so") and not file.parts[0].endswith(".dist-info")
    }


def short_record(distribution: metadata.Distribution) -> str:
    """A distribution's list of its files, without those that are not here: the licences are found by it."""
    return "".join(f"{file},,\n" for file in distribution.files or () if LICENCES.search(str(file)))
