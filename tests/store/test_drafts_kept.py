"""Drafts: what was typed is kept, to the last half-typed character."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import DraftRecord
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store.books import NOW, later, request_of

DRAFT = DraftRecord(
    document='{"series":"Α","details":[{"unitPrice":0.10}]}'.encode(),
    typed={"details[0].unitPrice": "0,1", "counterParty.registeredName": "Καφεκοπτείο \ud83d"},
    type_code="1.1",
    counterparty_name="Καφεκοπτείο ΑΕ",
    gross=Decimal("12345678901234.90"),
)


def test_a_draft_comes_back_as_it_was_after_a_restart(store: SqlStore, database: Path) -> None:
    draft_id = store.drafts.save("practice", DRAFT, NOW)
    store.close()
    again = open_store(database)
    assert again.drafts.get(draft_id) == replace(DRAFT, id=draft_id, updated_at=NOW)
    assert again.drafts.rows("practice") == [
        replace(DRAFT, document=b"", typed={}, id=draft_id, updated_at=NOW)
    ]
    again.close()


def test_a_draft_that_was_deleted_meanwhile_does_not_come_back(store: SqlStore) -> None:
    draft_id = store.drafts.save("practice", DRAFT, NOW)
    store.drafts.delete(draft_id)
    store.drafts.delete(draft_id)
    with pytest.raises(UserError) as error:
        store.drafts.save("practice", replace(DRAFT, id=draft_id), later(1))
    assert error.value.code == "draft_gone"
    assert store.drafts.rows("practice") == []


def test_a_draft_that_two_windows_show_is_issued_once(store: SqlStore) -> None:
    draft_id = store.drafts.save("practice", DRAFT, NOW)
    store.outbox.seal(request_of(draft_id=draft_id), NOW)
    with pytest.raises(UserError) as error:
        store.outbox.seal(request_of(draft_id=draft_id), NOW)
    assert error.value.code == "draft_gone"
    assert [row.sealed.key.number for row in store.outbox.rows()] == ["1"]


def test_a_deleted_drafts_id_is_nobody_elses(store: SqlStore) -> None:
    first = store.drafts.save("practice", DRAFT, NOW)
    store.drafts.delete(first)
    assert store.drafts.save("practice", DRAFT, NOW) != first


def test_a_draft_never_moves_to_other_books(store: SqlStore) -> None:
    draft_id = store.drafts.save("practice", DRAFT, NOW)
    with pytest.raises(ValueError, match="practice"):
        store.drafts.save("production", replace(DRAFT, id=draft_id), NOW)
    assert store.drafts.rows("production") == []
    assert len(store.drafts.rows("practice")) == 1


def test_a_seal_takes_its_own_draft_alone(store: SqlStore) -> None:
    kept = store.drafts.save("practice", DRAFT, NOW)
    other_books = store.drafts.save("uat", DRAFT, NOW)
    sealed = store.drafts.save("practice", DRAFT, NOW)
    store.outbox.seal(request_of(draft_id=sealed), NOW)
    with pytest.raises(UserError):
        store.outbox.seal(request_of(draft_id=other_books), NOW)
    assert [row.id for row in store.drafts.rows("practice")] == [kept]
    assert [row.id for row in store.drafts.rows("uat")] == [other_books]


def test_the_same_document_given_again_takes_its_draft_too(store: SqlStore) -> None:
    store.outbox.seal(request_of("7"), NOW)
    draft_id = store.drafts.save("practice", DRAFT, NOW)
    store.outbox.seal(request_of("7", draft_id=draft_id), NOW)
    assert store.drafts.get(draft_id) is None


def test_there_is_no_draft_of_an_unknown_id(store: SqlStore) -> None:
    assert store.drafts.get(77) is None
