"""What measurements fill their books with is what the store itself would have written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.store.engine import open_store
from tests.store.many import fill
from tests.store.many_quickly import fill_quickly

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'submission_search%'"
_SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"


def test_books_that_are_filled_quickly_are_the_same(tmp_path: Path) -> None:
    slow, quick = tmp_path / "slow.sqlite", tmp_path / "quick.sqlite"
    store = open_store(slow)
    fill(store, 120)
    store.close()
    fill_quickly(quick, 120)
    assert _all_of(slow) == _all_of(quick)
    with closing(open_store(quick)) as store:
        (found,) = store.archive.page("practice", ArchiveQuery(words="δημοσ παπαδο 51"), None, 10).rows
        assert found.id == 51
        assert store.archive.count("practice", ArchiveQuery(), 1000) == 118


def _all_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as raw:
        names = [name for (name,) in raw.execute(_TABLES)]
        found = {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in names}
        found["meta"] = []
        return found | {"schema": raw.execute(_SCHEMA).fetchall()}
