"""A data folder has one name of its own, the same for all who come, and never a second one."""

from __future__ import annotations

import stat
import sys
import threading
from pathlib import Path

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store.desk_id import FILE, desk_id


def test_it_is_made_once_and_kept(tmp_path: Path) -> None:
    first = desk_id(tmp_path)
    assert len(first) == 32
    assert desk_id(tmp_path) == first
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / FILE).stat().st_mode) == 0o600


def test_two_folders_have_two(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert desk_id(tmp_path / "a") != desk_id(tmp_path / "b")


def test_all_who_come_first_at_once_get_the_same(tmp_path: Path) -> None:
    start, found = threading.Barrier(8), []

    def come() -> None:
        start.wait()
        found.append(desk_id(tmp_path))

    threads = [threading.Thread(target=come) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert set(found) == {desk_id(tmp_path)}


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"somebody"])
def test_a_damaged_one_is_said_and_not_replaced(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(UserError) as error:
        desk_id(tmp_path)
    assert error.value.code == "desk_id_damaged"
    assert (tmp_path / FILE).read_bytes() == content


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError) as error:
        desk_id(tmp_path / "gone")
    assert error.value.code == "store_read_only"
