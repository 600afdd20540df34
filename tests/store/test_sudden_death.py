"""A process killed anywhere in a seal leaves nothing, or a whole row: no burned number, no lost draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from einvoice_desktop.app.ports import DraftRecord
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.store.engine import open_store
from tests.store.books import ADDRESS, NOW, child, request_of
from tests.store.conftest import POSTGRESQL
from tests.store.server import Server

# The statements of a seal with a draft, what begins it the first; one more than there are shows that they
# are all. A server has two more: the lock on the series and the lease.
COUNT = {"sqlite": 11, "postgresql": 13}

Place = Callable[[str], Path | str]


@pytest.fixture
def place(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Place]:
    """Books of their own for each point of death, where child.py finds them too."""
    made: dict[str, Path | str] = {}

    def at(point: str) -> Path | str:
        if point not in made:
            (tmp_path / point).mkdir()
            made[point] = tmp_path / point / "books.sqlite"
            if engine == POSTGRESQL:
                server: Server = request.getfixturevalue("postgres_server")
                made[point] = address = server.new_database()
                (tmp_path / point / ADDRESS).write_text(address, encoding="utf-8")
        return made[point]

    yield at
    if engine == POSTGRESQL:
        for address in made.values():
            request.getfixturevalue("postgres_server").drop(address)


def points_of(engine: str) -> list[str]:
    """Of a server, every third statement: what a broken line leaves behind, the server undoes itself."""
    step = 3 if engine == POSTGRESQL else 1
    return [*map(str, range(1, COUNT[engine] + 1, step)), "build", "commit"]


def test_killed_before_the_commit_ended_nothing_happened(engine: str, tmp_path: Path, place: Place) -> None:
    for point, (status, said) in _deaths(tmp_path, place, points_of(engine)).items():
        assert (status != 0, said) == (True, ""), point
        store = open_store(place(point))
        assert store.outbox.rows() == [], point
        assert [row.id for row in store.drafts.rows("practice")] == [1], point
        assert store.outbox.seal(request_of(draft_id=1), NOW).sealed.key.number == "1", point
        assert store.drafts.rows("practice") == []
        store.close()


def test_killed_after_it_everything_happened(engine: str, tmp_path: Path, place: Place) -> None:
    """Also: one statement more does not exist, so COUNT is all."""
    beyond = str(COUNT[engine] + 1)
    for point, (status, said) in _deaths(tmp_path, place, ["after", beyond]).items():
        assert (status == 0, said) == (point == beyond, "sealed 1\n"), point
        store = open_store(place(point))
        (row,) = store.outbox.rows()
        assert (row.sealed.key.number, row.state) == ("1", State.WAITING)
        assert store.outbox.get(row.id).sealed == request_of().build("1")
        assert store.drafts.rows("practice") == []
        assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"
        store.close()


def _deaths(folder: Path, place: Place, points: list[str]) -> dict[str, tuple[int, str]]:
    running = {}
    for point in points:
        store = open_store(place(point))
        draft_id = store.drafts.save("practice", DraftRecord(b"{}"), NOW)
        store.close()
        running[point] = child("seal_and_die", folder / point, point, draft_id)
    ended = {}
    for point, process in running.items():
        said, errors = process.communicate(timeout=60)
        assert "Traceback" not in errors, errors
        ended[point] = (process.returncode, said)
    return ended
