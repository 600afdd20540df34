"""Books of version 1 come over whole, a checked copy beside them; what stops it leaves them as they were."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.domain.lifecycle import UNSETTLED, State
from einvoice_desktop.store.engine import open_store
from einvoice_desktop.store.schema import VERSION, metadata
from tests.store.books import NOW, RECEIPT, child, request_of

MADE_BY_VERSION_1 = Path(__file__).with_name("version_1.sql")
# Kept tables with the rows that the script has of each.
ROWS = {"attempts": 2, "drafts": 1, "payloads": 3, "series": 3, "submissions": 3}


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "books.sqlite"
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(MADE_BY_VERSION_1.read_text(encoding="utf-8"))
    return path


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as raw:
        return {name: raw.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in ROWS}


def version(path: Path) -> str:
    with closing(sqlite3.connect(path)) as raw:
        (found,) = raw.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
    return str(found)


def test_every_row_comes_over_and_can_be_found(old: Path) -> None:
    before = content(old)
    assert {name: len(rows) for name, rows in before.items()} == ROWS
    store = open_store(old)
    archive = store.archive
    assert [r.id for r in archive.page("practice", ArchiveQuery("καφεκ"), None, 9).rows] == [1]
    assert archive.ids("practice", ArchiveQuery(RECEIPT.mark), None, 9) == [1]
    refused = ArchiveQuery(type_codes=frozenset({"5.1"}), states=frozenset({State.REFUSED}))
    assert archive.ids("practice", refused, None, 9) == [2]
    assert archive.ids("uat", ArchiveQuery("τδα7", states=UNSETTLED), None, 9) == [3]
    assert store.outbox.first_broken_attempt() is None
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"
    assert archive.ids("practice", ArchiveQuery(states=UNSETTLED), None, 9) == [4]
    store.close()
    assert version(old) == str(VERSION)
    # What later versions keep beside stands after what there was.
    after = {name: [row[: len(before[name][0])] for row in rows] for name, rows in content(old).items()}
    assert {name: rows[: len(before[name])] for name, rows in after.items() if name != "series"} == {
        name: rows for name, rows in before.items() if name != "series"
    }


def test_a_checked_copy_lies_beside_as_it_was(old: Path) -> None:
    before = content(old)
    open_store(old).close()
    copy = old.with_name("books.v1.sqlite")
    assert (version(copy), content(copy)) == ("1", before)
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_came_over_has_the_tables_of_new_books(old: Path, tmp_path: Path) -> None:
    open_store(old).close()
    open_store(tmp_path / "new.sqlite").close()
    brought, new = (_shapes(path) for path in (old, tmp_path / "new.sqlite"))
    assert brought == new
    assert set(metadata.tables) <= set(new)


def _shapes(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as raw:
        rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: re.sub(r"\s*([,)])", r"\1", " ".join(sql.split())).replace("( ", "(") for name, sql in rows}


def test_ten_thousand_come_over_in_steps(old: Path) -> None:
    with closing(sqlite3.connect(old)) as raw, raw:
        columns = [row[1] for row in raw.execute("PRAGMA table_info(submissions)") if row[1] != "id"]
        named = ", ".join(columns)
        values = named.replace("number_key", "'n' || i").replace("internal_id", "'i' || i")
        raw.execute(
            f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3001) "
            f"INSERT INTO submissions ({named}) SELECT {values} FROM submissions, n WHERE id = 1"
        )
    store = open_store(old)
    assert store.archive.count("practice", ArchiveQuery("καφεκοπτείο"), 10_000) == 3002
    store.close()


@pytest.mark.parametrize("points", [("1", "4", "7"), ("9", "11", "12"), ("13", "14", "commit")], ids=" ".join)
def test_killed_on_the_way_they_are_as_they_were_and_come_over_next_time(
    old: Path, points: tuple[str, ...]
) -> None:
    before = content(old)
    for point in points:
        folder = old.parent / point
        folder.mkdir()
        path = folder / "books.sqlite"
        shutil.copy(old, path)
        process = child("open_and_die", folder, point)
        said, errors = process.communicate(timeout=60)
        assert (said, "Traceback" in errors, process.returncode != 0) == ("", False, True), (point, errors)
        assert (version(path), content(path)) == ("1", before), point
        store = open_store(path)
        assert store.archive.ids("practice", ArchiveQuery("καφεκ"), None, 9) == [1], point
        store.close()
