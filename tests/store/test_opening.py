"""Books that cannot be opened: a sentence's code, and nothing touched."""

import sqlite3
import stat
import sys

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.store.engine import open_store
from einvoice_desktop.store.settings import SettingsFile


def test_books_of_a_newer_program_are_left_alone(tmp_path):
    path = tmp_path / "books.sqlite"
    open_store(path).close()
    with sqlite3.connect(path) as raw:
        raw.execute("UPDATE meta SET value = '999' WHERE name = 'version'")
    raw.close()
    before = path.read_bytes()
    with pytest.raises(UserError) as error:
        open_store(path)
    assert (error.value.code, error.value.params["found"]) == ("store_newer", "999")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"this is no database at all " * 100, b"SQLite format 3\x00" + b"\xff" * 8192]
)
def test_a_damaged_file_is_said_to_be_damaged_and_left_alone(tmp_path, content):
    path = tmp_path / "books.sqlite"
    path.write_bytes(content)
    with pytest.raises(UserError) as error:
        open_store(path)
    assert error.value.code == "store_damaged"
    assert path.read_bytes() == content


def test_a_folder_that_is_none_is_said_so(tmp_path):
    with pytest.raises(UserError) as error:
        open_store(tmp_path / "nowhere" / "books.sqlite")
    assert error.value.code == "store_read_only"


@pytest.mark.skipif(sys.platform == "win32", reason="the profile's rights do this on Windows")
def test_the_books_are_their_owners_alone(tmp_path):
    path = tmp_path / "books.sqlite"
    open_store(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_settings_are_kept_and_a_broken_file_is_empty_settings(tmp_path):
    path = tmp_path / "settings.ini"
    SettingsFile(path).set("language", "en")
    SettingsFile(path).set("remark", "50% έκπτωση")
    assert SettingsFile(path).get("language") == "en"
    assert SettingsFile(path).get("remark") == "50% έκπτωση"
    path.write_bytes(b"\xff\xfe not ini [")
    assert SettingsFile(path).get("language", "el") == "el"
