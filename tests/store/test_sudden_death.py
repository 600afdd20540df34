"""A process killed anywhere in a seal leaves nothing, or a whole row: no burned number, no lost draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from einvoice_desktop.app.ports import DraftRecord
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.store.engine import open_store
from tests.store.books import NOW, child, request_of

# The statements of a seal with a draft, BEGIN the first; one more than there are shows that they are all.
STATEMENTS = [str(number) for number in range(1, 10)]


@pytest.mark.parametrize("points", [STATEMENTS[:4], STATEMENTS[4:], ["build", "commit"]], ids=" ".join)
def test_killed_before_the_commit_ended_nothing_happened(tmp_path: Path, points: list[str]) -> None:
    for point, (status, said) in _deaths(tmp_path, points).items():
        assert (status != 0, said) == (True, ""), point
        store = open_store(tmp_path / point / "books.sqlite")
        assert store.outbox.rows() == [], point
        assert [row.id for row in store.drafts.rows("practice")] == [1], point
        assert store.outbox.seal(request_of(draft_id=1), NOW).sealed.key.number == "1", point
        assert store.drafts.rows("practice") == []
        store.close()


def test_killed_after_it_everything_happened(tmp_path: Path) -> None:
    """Also: statement 10 does not exist, so STATEMENTS are all."""
    for point, (status, said) in _deaths(tmp_path, ["after", "10"]).items():
        assert (status == 0, said) == (point == "10", "sealed 1\n"), point
        store = open_store(tmp_path / point / "books.sqlite")
        (row,) = store.outbox.rows()
        assert (row.sealed.key.number, row.state) == ("1", State.WAITING)
        assert store.outbox.get(row.id).sealed == request_of().build("1")
        assert store.drafts.rows("practice") == []
        assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"
        store.close()


def _deaths(folder: Path, points: list[str]) -> dict[str, tuple[int, str]]:
    running = {}
    for point in points:
        (folder / point).mkdir()
        store = open_store(folder / point / "books.sqlite")
        draft_id = store.drafts.save("practice", DraftRecord(b"{}"), NOW)
        store.close()
        running[point] = child("seal_and_die", folder / point, point, draft_id)
    ended = {}
    for point, process in running.items():
        said, errors = process.communicate(timeout=60)
        assert "Traceback" not in errors, errors
        ended[point] = (process.returncode, said)
    return ended
