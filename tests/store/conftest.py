"""Books in a new data folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store.books import NOW, request_of

__all__ = ["NOW", "request_of"]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "books.sqlite"


@pytest.fixture
def store(database: Path) -> Iterator[SqlStore]:
    opened = open_store(database)
    yield opened
    opened.close()
