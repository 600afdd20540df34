"""One process sends for a data folder; everybody else is told who."""

from __future__ import annotations

import json
import os
import platform
import stat
import sys
import threading
from pathlib import Path

import pytest

from einvoice_desktop.app.ports import LockHolder
from einvoice_desktop.store.lock import HOLDER_FILE, LOCK_FILE, FolderSenderLock
from tests.store.books import child

OURS = LockHolder(os.getpid(), platform.node())


def test_a_free_lock_is_given_and_taken_back(tmp_path: Path) -> None:
    first, second = FolderSenderLock(tmp_path), FolderSenderLock(tmp_path)
    with first.hold() as mine, second.hold() as theirs:
        assert (mine, theirs) == (True, False)
        assert first.holder() == second.holder() == OURS
    assert first.holder() is second.holder() is None
    with second.hold() as mine:
        assert mine


def test_holds_of_one_object_nest_in_any_thread(tmp_path: Path) -> None:
    lock, other = FolderSenderLock(tmp_path), FolderSenderLock(tmp_path)
    seen = []

    def hold_too() -> None:
        with lock.hold() as mine:
            seen.append(mine)

    with lock.hold():
        thread = threading.Thread(target=hold_too)
        thread.start()
        thread.join()
        with other.hold() as theirs:
            seen.append(theirs)
    assert seen == [True, False]
    with other.hold() as free_again:
        assert free_again


def test_the_last_hold_to_end_frees_the_lock_whoever_began(tmp_path: Path) -> None:
    lock = FolderSenderLock(tmp_path)
    begun, end = threading.Event(), threading.Event()

    def begin() -> None:
        with lock.hold():
            begun.set()
            end.wait(10)

    thread = threading.Thread(target=begin)
    thread.start()
    begun.wait(10)
    with lock.hold():
        end.set()
        thread.join()
        with FolderSenderLock(tmp_path).hold() as theirs:
            assert not theirs
    with FolderSenderLock(tmp_path).hold() as free_again:
        assert free_again


def test_an_error_inside_gives_the_lock_back(tmp_path: Path) -> None:
    lock = FolderSenderLock(tmp_path)
    with pytest.raises(RuntimeError), lock.hold():
        raise RuntimeError
    with FolderSenderLock(tmp_path).hold() as mine:
        assert mine


def test_another_process_has_it_until_it_is_killed(tmp_path: Path) -> None:
    lock = FolderSenderLock(tmp_path)
    process = child("hold", tmp_path)
    assert process.stdout
    mine, pid = process.stdout.readline().split()
    assert mine == "True"
    with lock.hold() as here:
        assert not here
    assert lock.holder() == LockHolder(int(pid), platform.node())
    process.kill()
    process.communicate(timeout=10)
    # What it left in the side file is believed no longer.
    assert (tmp_path / HOLDER_FILE).exists()
    assert lock.holder() is None
    with lock.hold() as here:
        assert here


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"pid": 1}', b"\xff", b"7"])
def test_a_broken_side_file_hides_the_name_alone(tmp_path: Path, content: bytes) -> None:
    lock, other = FolderSenderLock(tmp_path), FolderSenderLock(tmp_path)
    with lock.hold():
        (tmp_path / HOLDER_FILE).write_bytes(content)
        assert other.holder() is None
        with other.hold() as theirs:
            assert not theirs


def test_a_side_file_that_cannot_be_written_does_not_stop_the_sender(tmp_path: Path) -> None:
    (tmp_path / HOLDER_FILE).mkdir()
    lock = FolderSenderLock(tmp_path)
    with lock.hold() as mine:
        assert mine
        assert lock.holder() is None


@pytest.mark.skipif(sys.platform == "win32", reason="the profile's rights do this on Windows")
def test_the_files_are_their_owners_alone_and_name_nobody(tmp_path: Path) -> None:
    with FolderSenderLock(tmp_path).hold():
        for name in LOCK_FILE, HOLDER_FILE:
            assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
        told = json.loads((tmp_path / HOLDER_FILE).read_text(encoding="utf-8"))
        assert told == {"pid": os.getpid(), "host": platform.node()}
