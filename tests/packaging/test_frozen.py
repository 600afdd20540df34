"""What goes into the frozen program's folder, its icon, its version, and the table of what it measures."""

from __future__ import annotations

import ast
import re
import struct
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageReader

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))

import frozen_parts  # noqa: E402
import frozen_table  # noqa: E402
import icu_data  # noqa: E402
import program_icon  # noqa: E402
import version_resource  # noqa: E402
from frozen_starts import Starts  # noqa: E402
from frozen_table import BuildRow  # noqa: E402

from einvoice_desktop import __version__  # noqa: E402

NEEDED = (
    "PySide6/Qt/lib/libQt6Network.so.6",
    "PySide6/Qt6Network.dll",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/plugins/styles/qmodernwindowsstyle.dll",
    "PySide6/plugins/imageformats/qsvg.dll",
    "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
    "PySide6/Qt/translations/qtbase_el.qm",
    "cryptography/hazmat/bindings/_rust.abi3.so",
    "psycopg_binary.libs/libpq-e9b5c9ac.so.5.18",
    "keyring-25.7.0.dist-info/entry_points.txt",
    "pikepdf-10.17.0.dist-info/licenses/LICENSE.txt",
    "resources/i18n/einvoice_el.qm",
    "resources/manual/help/el/01-start.md",
    "resources/fonts/NotoSans-Regular.ttf",
    "win32ctypes/core/cffi/_util.py",
)
LEFT_OUT = (
    "PySide6/Qt/lib/libQt6Qml.so.6",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/translations/qtbase_de.qm",
    "PySide6/opengl32sw.dll",
    "stdnum/oui.dat",
    "tzdata/zoneinfo/America/New_York",
    "filelock-4.2.11.dist-info/sboms/filelock.cdx.json",
    "resources/i18n/einvoice_el.ts",
    "resources/manual/compose-el.png",
)
OF_DEBIAN = {
    "libpython3.11.so.1.0": True,
    "libxcb-cursor.so.0": True,
    "libxkbcommon-x11.so.0": True,
    "libgtk-3.so.0": False,
    "libX11.so.6": False,
}


@pytest.mark.parametrize("name", NEEDED)
def test_what_the_program_needs_comes_along(name: str) -> None:
    assert frozen_parts.is_wanted(name, f"/venv/lib/python3.11/site-packages/{name}")
    assert frozen_parts.is_wanted(name.replace("/", "\\"))


@pytest.mark.parametrize("name", LEFT_OUT)
def test_what_it_never_reads_stays_behind(name: str) -> None:
    assert not frozen_parts.is_wanted(name)


def test_of_debian_s_libraries_those_come_along_that_not_every_desktop_has() -> None:
    found = {name: frozen_parts.is_wanted(name, f"/lib/x86_64-linux-gnu/{name}") for name in OF_DEBIAN}
    assert found == OF_DEBIAN
    assert frozen_parts.is_wanted("libOwn.so.6", "/venv/lib/python3.11/site-packages/own/libOwn.so.6")


def test_every_zone_that_the_program_names_comes_along() -> None:
    named = {
        zone
        for path in (TOP / "einvoice_desktop").rglob("*.py")
        for zone in re.findall(r'ZoneInfo\("([^"]+)"\)', path.read_text(encoding="utf-8"))
    }
    assert "Europe/Athens" in named
    assert all(frozen_parts.is_wanted(f"tzdata/zoneinfo/{zone}") for zone in named)


def test_nothing_that_is_left_out_is_imported_by_the_program() -> None:
    imported = {
        name
        for path in (TOP / "einvoice_desktop").rglob("*.py")
        for name in _imports(path.read_text(encoding="utf-8"))
    }
    assert "PySide6.QtNetwork" in imported
    assert imported.isdisjoint(frozen_parts.EXCLUDED)


def _imports(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def test_only_parts_that_are_inside_are_told_of() -> None:
    found = frozen_parts.carried(
        ("PySide6-Essentials", "lxml"), ["PySide6/QtCore.abi3.so", "einvoice_desktop"]
    )
    assert [one.metadata["Name"].lower() for one in found] == ["pyside6_essentials"]


def test_the_record_of_a_part_leads_to_its_licence_alone() -> None:
    lines = frozen_parts.short_record(distribution("pikepdf")).splitlines()
    assert any("licenses/" in line for line in lines)
    assert all(".dist-info/" in line for line in lines)


def test_the_icon_has_every_size_that_windows_asks_for(tmp_path: Path) -> None:
    drawing = TOP / "resources" / "icons" / "einvoice-desktop.svg"
    reader = QImageReader(str(program_icon.write_icon(drawing, tmp_path / "icon.ico")))
    assert reader.imageCount() == len(program_icon.SIZES)
    for place, size in enumerate(program_icon.SIZES):
        reader.jumpToImage(place)
        image = reader.read()
        assert (image.width(), image.height()) == (size, size)
        assert len(_colours(image)) > 3
        assert image.pixelColor(0, 0).alpha() < 255, "its corners are round"


def _colours(image: QImage) -> set[str]:
    points = range(0, image.width(), max(image.width() // 16, 1))
    return {image.pixelColor(x, y).name() for x in points for y in points}


def test_the_version_of_the_files_is_the_program_s_own() -> None:
    text = version_resource.version_text(__version__, "einvoice-desktop.exe")
    ast.parse(text)
    assert text.count(f"StringStruct('FileVersion', '{__version__}')") == 2
    assert "Έκδοση ηλεκτρονικών τιμολογίων" in text
    assert 'VarStruct("Translation", [1032, 1200, 1033, 1200])' in text
    assert "filevers=(1, 2, 3, 0)" in version_resource.version_text("1.2.3", "x.exe")


def test_the_data_of_languages_keeps_its_form() -> None:
    head = struct.pack("<HH", 32, 0x27DA) + b"\0" * 8 + b"CmnD" + b"\0" * 16
    names = ("brkitr/thaidict.dict", "coll/de.res", "coll/el.res", "coll/root.res", "ibm-943.cnv", "root.res")
    items = [icu_data.Item(f"icudt73l/{name}", name.encode() * 3) for name in names]
    items[4] = items[4]._replace(data=bytes(20_000))
    again = icu_data.unpacked(icu_data.packed(head, items))
    assert again[0] == head
    for item, read in zip(items, again[1], strict=True):
        assert read.name == item.name
        assert read.data.rstrip(b"\0") == item.data.rstrip(b"\0")
    kept = [item.name.removeprefix("icudt73l/") for item in items if icu_data.is_wanted(item)]
    assert kept == ["coll/el.res", "coll/root.res", "root.res"]


def _row(version: str, platform: str, folder: int) -> BuildRow:
    return BuildRow(version, platform, folder, 55_000_000, 578, Starts(0.23, 0.115))


def test_a_build_measured_again_replaces_its_row(tmp_path: Path) -> None:
    page = tmp_path / "builds.md"
    for row in (
        _row("0.10.0", "Linux x86_64", 140_000_000),
        _row("0.9.0", "Windows AMD64", 120_000_000),
        _row("0.9.0", "Linux x86_64", 150_000_000),
        _row("0.9.0", "Linux x86_64", 137_400_000),
    ):
        frozen_table.keep(page, row)
    assert page.read_text(encoding="utf-8") == frozen_table.HEAD + (
        "| 0.9.0 | Linux x86_64 | 137 | 55 | 578 | 0.23 | 2.00 |\n"
        "| 0.9.0 | Windows AMD64 | 120 | 55 | 578 | 0.23 | 2.00 |\n"
        "| 0.10.0 | Linux x86_64 | 140 | 55 | 578 | 0.23 | 2.00 |\n"
    )
