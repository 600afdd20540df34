"""A backup is one verified file of the books, the settings and what they name; whole, or not there at all."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
import threading
import zipfile
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.store import backup_file
from einvoice_desktop.store.engine import SqlStore, open_store
from einvoice_desktop.store.schema import VERSION
from einvoice_desktop.store.shelf import FolderShelf
from tests.store.backups import made, shelf, shelf_of
from tests.store.books import NOW, attempt, past_the_store, request_of, settle, without_guards

pytestmark = pytest.mark.one_file

__all__ = ["shelf"]

NAME = "einvoice-backup-20261123-120000.zip"
PASSWORD = "s3cret"


def test_while_the_books_are_open_it_holds_them_as_they_are_and_says_so(
    store: SqlStore, shelf: FolderShelf, tmp_path: Path
) -> None:
    (tmp_path / "settings.ini").write_text("[settings]\nlanguage = en\n", encoding="utf-8")
    store.outbox.note(store.outbox.get(1), attempt())
    backup = made(shelf)
    assert backup.path == tmp_path / "backups" / NAME
    assert (backup.documents, backup.schema, backup.program, backup.own) == (3, VERSION, "1.2", True)
    assert (backup.made_at, backup.last_sealed_at, backup.is_verified) == (NOW, NOW, True)
    assert shelf.listed(shelf.own_folder) == [backup]
    with zipfile.ZipFile(backup.path) as archive:
        told = json.loads(archive.read("manifest.json"))
        assert sorted(archive.namelist()) == ["books.sqlite", "manifest.json", "settings.ini"]
        assert b"language = en" in archive.read("settings.ini")
        archive.extract("books.sqlite", tmp_path / "out")
    assert (told["books"]["rows"]["submissions"], told["reason"]) == (3, "daily")
    copy = open_store(tmp_path / "out" / "books.sqlite")
    assert copy.outbox.rows() == store.outbox.rows()
    assert copy.outbox.first_broken_attempt() is None
    copy.close()
    if sys.platform != "win32":
        assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
    # Nothing is left beside.
    assert [path.name for path in backup.path.parent.iterdir()] == [NAME]
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_writer_meanwhile_neither_waits_nor_spoils_it(store: SqlStore, shelf: FolderShelf) -> None:
    ended = threading.Event()

    def write() -> None:
        while not ended.is_set():
            store.outbox.seal(request_of(), NOW)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        backups = [made(shelf) for _ in range(3)]
    finally:
        ended.set()
        writer.join()
    assert len({backup.path for backup in backups}) == 3
    assert all(backup.is_verified and backup.documents for backup in backups)
    for backup in backups:
        assert shelf.examine(backup.path).backup == backup


def test_no_password_goes_along_and_what_settings_name_in_the_data_folder_does(
    shelf: FolderShelf, tmp_path: Path
) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-elsewhere.png"
    outside.write_bytes(b"PNG outside")
    (tmp_path / "logo.png").write_bytes(b"PNG")
    (tmp_path / "key.asc").write_bytes(b"-----BEGIN PGP PRIVATE KEY BLOCK-----")
    (tmp_path / "settings.ini").write_text(
        f"[settings]\npaper.logo = {tmp_path / 'logo.png'}\nother.logo = {outside}\n"
        f"a.key = {tmp_path / 'key.asc'}\nbooks = {tmp_path / 'books.sqlite'}\n"
        f"database.url = postgresql://me:{PASSWORD}@host/books\n",
        encoding="utf-8",
    )
    backup = made(shelf)
    with zipfile.ZipFile(backup.path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist() if name != "books.sqlite"}
    outside.unlink()
    assert contents["files/0.png"] == b"PNG"
    assert [name for name in contents if name.startswith("files/")] == ["files/0.png"]
    assert not any(PASSWORD.encode() in content for content in contents.values())


def test_where_the_books_are_on_a_server_only_the_settings_are_kept(
    shelf: FolderShelf, tmp_path: Path
) -> None:
    on_server = shelf_of(tmp_path, "db.example/books")
    backup = made(on_server)
    assert (backup.documents, backup.has_books) == (None, False)
    whole = made(shelf)
    with pytest.raises(UserError) as error:
        on_server.restore(whole.path, NOW, 0.0)
    assert (error.value.code, error.value.params) == ("restore_on_server", {"place": "db.example/books"})


def test_damaged_books_are_not_backed_up(store: SqlStore, shelf: FolderShelf, database: Path) -> None:
    good = made(shelf)
    store.close()
    content = bytearray(database.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    database.write_bytes(content)
    with pytest.raises(UserError) as error:
        made(shelf)
    assert error.value.code == "store_damaged"
    assert shelf.listed(shelf.own_folder) == [good]


def test_a_journal_that_was_altered_is_kept_and_said(store: SqlStore, shelf: FolderShelf) -> None:
    store.outbox.note(store.outbox.get(1), attempt())
    with past_the_store(store) as connection:
        without_guards(connection)
        connection.exec_driver_sql("UPDATE attempts SET message = 'never said'")
    backup = made(shelf)
    assert (backup.is_verified, backup.broken_at) == (False, 1)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EFBIG])
def test_a_full_disk_leaves_the_old_ones_and_nothing_half(
    shelf: FolderShelf, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    old = made(shelf)

    def full(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patched:
        patched.setattr(backup_file.os, "fsync", full)
        with pytest.raises(UserError) as error:
            made(shelf)
    assert (error.value.code, error.value.params) == ("backup_no_room", {"path": str(shelf.own_folder)})
    assert [path.name for path in shelf.own_folder.iterdir()] == [NAME]
    assert shelf.examine(old.path).backup == old


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_a_disk_that_takes_no_more_in_the_middle_leaves_nothing_half(
    store: SqlStore, shelf: FolderShelf, tmp_path: Path
) -> None:
    import resource
    import signal

    elsewhere = tmp_path / "stick"
    elsewhere.mkdir()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    store.outbox.seal(request_of(content=os.urandom(1_000_000).hex()), NOW)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, before[1]))
    try:
        with pytest.raises(UserError) as error:
            made(shelf, elsewhere)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert error.value.code in ("store_failed", "backup_no_room")
    assert list(elsewhere.iterdir()) == []
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".backup")]


def test_a_name_that_is_taken_is_not_written_over(shelf: FolderShelf, tmp_path: Path) -> None:
    mine = tmp_path / "mine.zip"
    first = made(shelf, mine)
    with pytest.raises(UserError) as error:
        made(shelf, mine)
    assert error.value.code == "file_exists"
    assert shelf.examine(mine).backup == first
    with pytest.raises(UserError) as error:
        made(shelf, tmp_path / "nowhere" / "mine.zip")
    assert error.value.code == "backup_folder_unusable"


def test_companies_that_back_up_into_one_folder_in_one_second_all_get_theirs(
    shelf: FolderShelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usb, other = tmp_path / "usb", tmp_path / "other"
    usb.mkdir()
    other.mkdir()
    write, theirs = backup_file._write, []

    def meanwhile(*words: Any) -> Any:
        if not theirs:
            theirs.append(None)
            theirs[0] = made(shelf_of(other), usb)
        return write(*words)

    monkeypatch.setattr(backup_file, "_write", meanwhile)
    ours = made(shelf, usb)
    assert sorted(path.name for path in usb.iterdir()) == [NAME.replace(".zip", "-2.zip"), NAME]
    assert (shelf.read(ours.path), shelf_of(other).read(theirs[0].path)) == (ours, theirs[0])


def test_a_folder_on_a_stick_that_knows_no_links_takes_them_too(
    shelf: FolderShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(_self: Path, _other: Path) -> None:
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    assert made(shelf).path.name == NAME
    assert made(shelf).path.name == NAME.replace(".zip", "-2.zip")
    with pytest.raises(UserError) as error:
        made(shelf, shelf.own_folder / NAME)
    assert error.value.code == "file_exists"


def test_a_flipped_bit_is_found_and_a_file_that_is_none_is_passed_over(
    shelf: FolderShelf, tmp_path: Path
) -> None:
    backup = made(shelf)
    (shelf.own_folder / "einvoice-backup-20200101-000000.zip").write_bytes(b"my own notes")
    (shelf.own_folder / "einvoice-backup-20200102-000000.zip").mkdir()
    assert shelf.listed(shelf.own_folder) == [backup]
    content = bytearray(backup.path.read_bytes())
    with zipfile.ZipFile(backup.path) as archive:
        books = archive.getinfo("books.sqlite")
    content[books.header_offset + 200] ^= 0x10
    broken = tmp_path / "broken.zip"
    broken.write_bytes(content)
    with pytest.raises(UserError) as error:
        shelf.examine(broken)
    assert error.value.code == "backup_damaged"


def test_what_would_be_missing_is_counted_and_other_books_are_told_apart(
    store: SqlStore, shelf: FolderShelf, tmp_path: Path
) -> None:
    backup = made(shelf)
    assert shelf.examine(backup.path).missing == 0
    settle(store, store.outbox.seal(request_of(), NOW), State.ISSUED)
    settle(store, store.outbox.seal(request_of(), NOW), State.REFUSED)
    outlook = shelf.examine(backup.path)
    assert (outlook.missing, outlook.other_books) == (1, False)
    other = tmp_path / "other"
    other.mkdir()
    strange = open_store(other / "books.sqlite")
    strange.outbox.seal(request_of(series="Z"), NOW)
    strange.close()
    theirs = made(shelf_of(other))
    outlook = shelf.examine(theirs.path)
    assert (outlook.missing, outlook.other_books, outlook.backup.own) == (2, True, False)


def test_a_backup_of_another_company_is_not_offered_here(
    store: SqlStore, shelf: FolderShelf, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    theirs = "[settings]\nconnection.vat = 123456783\n"
    (other / "settings.ini").write_text(theirs, encoding="utf-8")
    backup = made(shelf_of(other))
    assert shelf.examine(backup.path).backup.own is False
    (tmp_path / "settings.ini").write_text("[settings]\nconnection.vat = 094014201\n", encoding="utf-8")
    for deed in (lambda: shelf.examine(backup.path), lambda: shelf.restore(backup.path, NOW, 0.0)):
        with pytest.raises(UserError) as error:
            deed()
        assert error.value.code == "backup_other_company"
        assert (error.value.params["theirs"], error.value.params["ours"]) == ("123456783", "094014201")
    # A number that was mended here since is no other company.
    own = made(shelf)
    (tmp_path / "settings.ini").write_text(theirs, encoding="utf-8")
    assert shelf.examine(own.path).backup.own
    assert store.outbox.rows()


def test_a_change_since_a_moment_is_seen(store: SqlStore, shelf: FolderShelf, database: Path) -> None:
    moment = NOW + timedelta(days=3650)
    assert not shelf.changed_since(moment)
    os.utime(database, (moment.timestamp() + 5,) * 2)
    assert shelf.changed_since(moment)
    assert store.outbox.rows()


def test_what_a_killed_process_left_is_cleared_away_a_day_later(shelf: FolderShelf, tmp_path: Path) -> None:
    made(shelf)
    left = [tmp_path / ".backup-0a", shelf.own_folder / ".einvoice-backup-0b.tmp"]
    left[0].mkdir()
    (left[0] / "books.sqlite").write_bytes(b"half")
    left[1].write_bytes(b"half")
    fresh = shelf.own_folder / ".einvoice-backup-0c.tmp"
    fresh.write_bytes(b"of a process at work")
    for path in left:
        os.utime(path, (1, 1))
    made(shelf)
    assert [path.exists() for path in (*left, fresh)] == [False, False, True]
