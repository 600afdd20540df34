"""A draft that came back with the books from a copy is known as one, and no other is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from einvoice_desktop.app.ports import DraftRecord
from einvoice_desktop.store.engine import SqlStore
from tests.store.books import NOW, later


def copied_at(store: SqlStore, draft_id: int) -> datetime | None:
    record = store.drafts.get(draft_id)
    assert record is not None
    return record.copied_at


def test_what_came_back_is_known_by_the_moment_of_the_copy_whatever_is_typed_into_it(store: SqlStore) -> None:
    draft = DraftRecord(b"{}")
    back = store.drafts.save("practice", draft, NOW)
    assert copied_at(store, back) is None
    store.mark_restored(NOW, later(60))
    assert copied_at(store, back) == NOW
    store.drafts.save("practice", replace(draft, id=back, type_code="1.1"), later(70))
    assert copied_at(store, back) == NOW


def test_what_is_begun_afterwards_is_new_until_those_books_come_back_too(store: SqlStore) -> None:
    back = store.drafts.save("practice", DraftRecord(b"{}"), NOW)
    store.mark_restored(NOW, later(60))
    new = store.drafts.save("practice", DraftRecord(b"{}"), later(70))
    assert copied_at(store, new) is None
    store.mark_restored(later(80), later(90))
    assert [copied_at(store, one) for one in (back, new)] == [later(80), later(80)]


def test_books_without_drafts_come_back_too(store: SqlStore) -> None:
    store.mark_restored(NOW, later(60))
    assert copied_at(store, store.drafts.save("practice", DraftRecord(b"{}"), later(70))) is None
