"""A backup's file is read as if a stranger had made it: nothing of it gets out of its place."""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import Backup
from einvoice_desktop.store.schema import VERSION
from einvoice_desktop.store.shelf import FolderShelf
from tests.store.backups import made, shelf
from tests.store.books import NOW

__all__ = ["shelf"]

pytestmark = pytest.mark.one_file


def forged(backup: Backup, target: Path, change: Callable[[dict[str, bytes]], object] | None = None) -> Path:
    """The backup's members, changed, as a new ZIP."""
    with zipfile.ZipFile(backup.path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    if change is not None:
        change(members)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return target


BAD_NAMES = [
    "../books.sqlite",
    "/etc/passwd",
    "C:\\Windows\\evil.dll",
    "..\\..\\evil.exe",
    "files/../../evil.png",
    "BOOKS.SQLITE",
    "Books.sqlite",
    "files/0.png/evil.png",
    "files/con.png",
    "manifest.json ",
    "a\0b",
    "folder/",
]


@pytest.mark.parametrize("name", BAD_NAMES)
def test_a_name_that_no_backup_has_is_refused(shelf: FolderShelf, tmp_path: Path, name: str) -> None:
    bad = tmp_path / "bad.zip"
    forged(made(shelf), bad)
    with zipfile.ZipFile(bad, "a") as archive:
        info = zipfile.ZipInfo("x")
        info.filename = info.orig_filename = name
        archive.writestr(info, b"evil")
    refused(shelf, bad, "backup_unsafe")


def refused(shelf: FolderShelf, path: Path, *codes: str) -> None:
    """Neither read nor restored, and nothing of it is on the disk."""
    data = shelf.own_folder.parent
    before = {
        file: file.read_bytes() for file in data.rglob("*") if file.is_file() and "sender" not in file.name
    }
    for deed in (shelf.examine, lambda file: shelf.restore(file, NOW, 0.0)):
        with pytest.raises(UserError) as error:
            deed(path)
        assert error.value.code in codes
    after = {
        file: file.read_bytes() for file in data.rglob("*") if file.is_file() and "sender" not in file.name
    }
    assert after == before


def test_a_link_in_it_is_refused(shelf: FolderShelf, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(made(shelf).path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(bad, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (stat.S_IFLNK | 0o777) << 16 if name == "settings.ini" else 0o600 << 16
            archive.writestr(info, b"/etc/passwd" if name == "settings.ini" else content)
    refused(shelf, bad, "backup_unsafe")


def test_the_same_name_twice_is_refused(shelf: FolderShelf, tmp_path: Path) -> None:
    bad = forged(made(shelf), tmp_path / "bad.zip")
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(bad, "a") as archive:
        archive.writestr("books.sqlite", b"other books")
    refused(shelf, bad, "backup_unsafe")


def test_a_file_of_a_million_names_is_not_even_listed(shelf: FolderShelf, tmp_path: Path) -> None:
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        for place in range(100):
            archive.writestr(f"files/{place}.png", b"")
    refused(shelf, bad, "backup_not_ours")


def _promise(members: dict[str, bytes], name: str, content: bytes) -> None:
    told = json.loads(members["manifest.json"])
    told["members"][name] = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    members["manifest.json"] = json.dumps(told).encode()
    members[name] = content


def test_what_unpacks_to_far_more_than_it_is_is_refused(shelf: FolderShelf, tmp_path: Path) -> None:
    backup, zeros = made(shelf), b"\0" * (65 << 20)
    books = forged(backup, tmp_path / "bomb.zip", lambda m: _promise(m, "books.sqlite", zeros))
    refused(shelf, books, "backup_unsafe")
    settings = forged(backup, tmp_path / "bomb2.zip", lambda m: _promise(m, "settings.ini", zeros[: 2 << 20]))
    refused(shelf, settings, "backup_unsafe")


def _tell(**changes: object) -> Callable[[dict[str, bytes]], None]:
    def change(members: dict[str, bytes]) -> None:
        members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | changes).encode()

    return change


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (_tell(program="another"), "backup_not_ours"),
        (_tell(format=99), "backup_newer"),
        (_tell(madeAt="yesterday"), "backup_not_ours"),
        (_tell(madeAt="2026-11-23T10:00:00"), "backup_not_ours"),
        (_tell(madeAt="9999-12-31T23:59:59-14:00"), "backup_not_ours"),
        (_tell(members={}), "backup_damaged"),
        (_tell(files={"paper.logo": "../../evil"}), "backup_damaged"),
        (_tell(books=None), "backup_damaged"),
        (lambda m: m.update({"manifest.json": b"[" * 5000}), "backup_not_ours"),
        (lambda m: m.update({"manifest.json": b" " * 1_000_001}), "backup_unsafe"),
        (lambda m: m.pop("manifest.json"), "backup_not_ours"),
        (lambda m: m.pop("books.sqlite"), "backup_damaged"),
        (lambda m: m.update({"settings.ini": b"[settings]\nother = 1\n"}), "backup_damaged"),
    ],
)
def test_a_manifest_that_does_not_hold_is_refused(
    shelf: FolderShelf, tmp_path: Path, change: Callable[[dict[str, bytes]], object], code: str
) -> None:
    refused(shelf, forged(made(shelf), tmp_path / "bad.zip", change), code)


def test_books_that_are_none_are_refused(shelf: FolderShelf, tmp_path: Path) -> None:
    for content in (b"", b"SQLite format 3\0 no books", b"no books at all" * 1000):
        bad = forged(made(shelf), tmp_path / "bad.zip", lambda m, c=content: _promise(m, "books.sqlite", c))
        with pytest.raises(UserError) as error:
            shelf.restore(bad, NOW, 0.0)
        assert error.value.code == "backup_damaged"


def test_no_zip_at_all_and_half_a_zip_are_refused(shelf: FolderShelf, tmp_path: Path) -> None:
    backup = made(shelf)
    for content in (b"", b"hello", b"PK\x05\x06" + b"\0" * 18, backup.path.read_bytes()[:-40]):
        bad = tmp_path / "bad.zip"
        bad.write_bytes(content)
        refused(shelf, bad, "backup_not_ours", "backup_damaged")
    refused(shelf, tmp_path / "not there.zip", "file_missing")


def test_books_of_a_newer_program_are_refused_in_words(shelf: FolderShelf, tmp_path: Path) -> None:
    def newer(members: dict[str, bytes]) -> None:
        file = tmp_path / "newer.sqlite"
        file.write_bytes(members["books.sqlite"])
        with contextlib.closing(sqlite3.connect(file)) as raw, raw:
            raw.execute("UPDATE meta SET value = ? WHERE name = 'version'", (str(VERSION + 1),))
        _promise(members, "books.sqlite", file.read_bytes())

    bad = forged(made(shelf), tmp_path / "bad.zip", newer)
    with pytest.raises(UserError) as error:
        shelf.restore(bad, NOW, 0.0)
    assert error.value.code == "store_newer"
