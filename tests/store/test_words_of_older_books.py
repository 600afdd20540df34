"""The archive's words of books that an older version of the program kept."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sqlalchemy import text

from einvoice_desktop.app.archive import STATES
from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store.books import NOW, request_of, settle
from tests.store.older import as_version_5

_WORDS = text("SELECT words FROM submission_words ORDER BY submission_id")


def words(store: SqlStore) -> list[str]:
    with store._database.reading() as connection:
        return list(connection.execute(_WORDS).scalars())


def test_documents_of_version_5_are_found_by_their_state(database: Path | str) -> None:
    with closing(open_store(database)) as store:
        settle(store, store.outbox.seal(request_of(content="a"), NOW), State.ISSUED)
        settle(store, store.outbox.seal(request_of(content="b"), NOW), State.REFUSED)
        store.outbox.seal(request_of(content="c", server="uat"), NOW)
        now = words(store)
        as_version_5(store)
        assert [row.split()[1] for row in words(store)] == ["!i", "!r", "!o"]
    with closing(open_store(database)) as store:
        assert words(store) == now

        def found(server: str, states: str) -> list[int]:
            return store.archive.ids(server, ArchiveQuery(states=STATES[states]), None, 10)

        assert (found("practice", "issued"), found("practice", "refused")) == ([1], [2])
        assert (found("uat", "open"), found("uat", "all"), found("practice", "all")) == ([3], [3], [2, 1])
