"""Books in a new data folder, and the same in a new database of a PostgreSQL server: each test sees both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store import server
from tests.store.books import NOW, request_of

__all__ = ["NOW", "request_of"]

SQLITE, POSTGRESQL = "sqlite", "postgresql"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "engine" in metafunc.fixturenames:
        on_file = metafunc.definition.get_closest_marker("one_file") is not None
        metafunc.parametrize("engine", [SQLITE] if on_file else [SQLITE, POSTGRESQL])


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[server.Server]:
    reason = server.why_not()
    if reason:
        pytest.skip(reason)
    with server.running() as running:
        with_tables = running.new_database()
        open_store(with_tables).close()
        running.template = with_tables.rpartition("/")[2]
        yield running


@pytest.fixture
def database(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Path | str]:
    """A file's path or a server's address: what open_store takes. The file is not there yet."""
    if engine == SQLITE:
        yield tmp_path / "books.sqlite"
        return
    running: server.Server = request.getfixturevalue("postgres_server")
    address = running.new_database()
    yield address
    running.drop(address)


@pytest.fixture
def store(database: Path | str) -> Iterator[SqlStore]:
    opened = open_store(database)
    yield opened
    opened.close()
