"""What a release consists of: the portable ZIP, the bill of materials, licences and checksums."""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.utils import canonicalize_name

from einvoice_desktop.gui.parts import PARTS

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))
sys.path.append(str(Path(__file__).parent))

import bill_of_materials  # noqa: E402
import contents  # noqa: E402
import distribute  # noqa: E402
import portable  # noqa: E402
import setup_program  # noqa: E402
import signing  # noqa: E402
import windows_folder  # noqa: E402

LOCK = (TOP / "packaging" / "locks" / "runtime.txt").read_text(encoding="utf-8")
PLATFORMS = {"windows": bill_of_materials.WINDOWS, "linux": bill_of_materials.LINUX}


def test_the_same_folder_gives_the_same_zip_under_one_name(tmp_path: Path) -> None:
    folder = windows_folder.make(tmp_path / "any name")
    portable.pack(folder, tmp_path / "one.zip")
    for path in folder.rglob("*"):
        path.touch()
    portable.pack(folder, tmp_path / "two.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert names == sorted(names)
    assert set(names) == {f"einvoice-desktop/{name}" for name in windows_folder.listed(folder)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither these bits nor these links")
def test_on_linux_programs_stay_programs_and_links_stay_links(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "_internal").mkdir(parents=True)
    (folder / "einvoice-desktop").write_bytes(b"\x7fELF")
    (folder / "einvoice-desktop").chmod(0o700)
    (folder / "_internal" / "libQt6Core.so.6").symlink_to("PySide6/Qt/lib/libQt6Core.so.6")
    (folder / "_internal" / "words.txt").write_text("words", encoding="utf-8")
    assert portable.pack(folder, tmp_path / "p.zip") == 3
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        modes = {info.filename: info.external_attr >> 16 for info in archive.infolist()}
        link = "einvoice-desktop/_internal/libQt6Core.so.6"
        assert archive.read(link) == b"PySide6/Qt/lib/libQt6Core.so.6"
    assert modes["einvoice-desktop/einvoice-desktop"] == stat.S_IFREG | 0o755
    assert modes["einvoice-desktop/_internal/words.txt"] == stat.S_IFREG | 0o644
    assert stat.S_ISLNK(modes[link])


@pytest.mark.parametrize("platform", sorted(PLATFORMS))
def test_the_bill_names_every_package_of_the_lock_with_version_licence_and_hashes(
    platform: str, tmp_path: Path
) -> None:
    locked = bill_of_materials.locked(LOCK, PLATFORMS[platform])
    folder = windows_folder.make(tmp_path / "folder")
    licences = {canonicalize_name(name): licence for name, licence in PARTS.items()}
    for name, pinned in locked.items():
        windows_folder.add_package(folder, name, pinned.version, licences[name])
    parts = contents.packages(folder)
    bill_of_materials.write(parts, locked, platform, "0.1.0", tmp_path / "bill.json")
    bill = json.loads((tmp_path / "bill.json").read_text(encoding="utf-8"))
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    told = {canonicalize_name(part["name"]): part for part in bill["components"]}
    assert set(told) == set(locked)
    assert ("pywin32-ctypes" in told, "secretstorage" in told) == (platform == "windows", platform == "linux")
    for name, part in told.items():
        assert part["version"] == locked[name].version
        assert part["purl"] == f"pkg:pypi/{part['name'].lower()}@{part['version']}"
        assert part["licenses"], name
        (origin,) = part["externalReferences"]
        assert {digest["content"] for digest in origin["hashes"]} == set(locked[name].hashes)


def test_a_package_that_is_not_the_locks_stops_the_release(tmp_path: Path) -> None:
    locked = bill_of_materials.locked(LOCK, bill_of_materials.LINUX)
    stranger = contents.Carried("pypi", "httpx", "0.0.1", "BSD-3-Clause", "")
    with pytest.raises(bill_of_materials.BillWrong, match=r"httpx 0\.0\.1 is in the folder"):
        bill_of_materials.write([stranger], locked, "linux", "0.1.0", tmp_path / "bill.json")


def top_with_locks(folder: Path) -> Path:
    (folder / "packaging").mkdir(parents=True)
    (folder / "packaging" / "locks").symlink_to(TOP / "packaging" / "locks", target_is_directory=True)
    (folder / "resources").symlink_to(TOP / "resources", target_is_directory=True)
    return folder


def test_a_release_of_a_windows_folder_is_complete_and_its_checksums_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (signing.PFX, signing.COMMAND):
        monkeypatch.delenv(name, raising=False)
    top = top_with_locks(tmp_path / "top")
    release = top / "dist" / "release"
    release.mkdir(parents=True)
    (release / "einvoice-desktop-0.0.9-setup.exe").write_bytes(b"old")
    (release / "update.json").write_text("{}", encoding="utf-8")
    folder = windows_folder.make(tmp_path / "folder")
    shutil.copytree(TOP / "resources" / "fonts", folder / "_internal" / "resources" / "fonts")
    pinned = bill_of_materials.locked(LOCK, bill_of_materials.WINDOWS)["httpx"].version
    windows_folder.add_package(folder, "httpx", pinned, "BSD-3-Clause")
    version = distribute.import_module("einvoice_desktop").__version__

    assert distribute.main(top, folder) == 0

    stem = f"einvoice-desktop-{version}"
    made = {f"{stem}-setup.exe", f"{stem}-windows-x64.zip", f"{stem}-windows-x64.cdx.json"}
    # The description of the update before is written anew after the checksums.
    assert {path.name for path in release.iterdir()} == made | {"SHA256SUMS", "update.json"}
    sums = dict(
        reversed(line.split(" *"))
        for line in (release / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    )
    assert sums == {name: hashlib.sha256((release / name).read_bytes()).hexdigest() for name in made}
    subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=release, check=True, capture_output=True
    )
    with zipfile.ZipFile(release / f"{stem}-windows-x64.zip") as archive:
        assert "einvoice-desktop/_internal/program-files.txt" in archive.namelist()
        words = archive.read("einvoice-desktop/THIRD-PARTY-LICENCES.txt").decode()
    shown = ("The licence of httpx", "GNU LESSER GENERAL PUBLIC LICENSE", "Python 3.12.9: PSF-2.0")
    for text in (*shown, "PYTHON SOFTWARE FOUNDATION LICENSE", "SIL OPEN FONT LICENSE"):
        assert text in words
    bill = json.loads((release / f"{stem}-windows-x64.cdx.json").read_text(encoding="utf-8"))
    assert {"Python", "PostgreSQL client library", "httpx"} <= {part["name"] for part in bill["components"]}
    assert "not signed, neither EINVOICE_SIGN_PFX nor EINVOICE_SIGN_COMMAND is set" in capsys.readouterr().out


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a folder for Linux is made on Linux")
def test_a_release_of_a_linux_folder_has_no_setup_and_tells_of_the_systems_libraries(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "_internal").mkdir(parents=True)
    (folder / "einvoice-desktop").write_bytes(b"\x7fELF")
    (folder / "_internal" / "libz.so.1").write_bytes(b"\x7fELF")
    inside = folder / "_internal" / "pikepdf.libs"
    inside.mkdir()
    for name in ("libqpdf-781b0270.so.30.4.2", "libjpeg-e87d2658.so.62.2.0"):
        (inside / name).write_bytes(b"\x7fELF")
    top = top_with_locks(tmp_path / "top")
    assert distribute.main(top, folder) == 0
    release = top / "dist" / "release"
    (bill,) = release.glob("*-linux-x64.cdx.json")
    kinds = {path.suffix for path in release.iterdir()}
    assert kinds == {".zip", ".json", ""}
    names = {part["name"] for part in json.loads(bill.read_text(encoding="utf-8"))["components"]}
    debian = Path("/var/lib/dpkg/info/zlib1g:amd64.list").exists()
    assert names == {"Python", "qpdf", "libjpeg-turbo"} | ({"zlib1g"} if debian else set())
    assert ("Jean-loup Gailly" in (folder / distribute.LICENCES).read_text(encoding="utf-8")) == debian


def test_without_makensis_there_is_a_release_without_setup_and_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setup_program.shutil, "which", lambda _name: None)
    told = distribute.make_setup(TOP, tmp_path, tmp_path / "setup.exe", "0.1.0")
    assert told == "not made, there is no makensis (NSIS 3) on this machine"
