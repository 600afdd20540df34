"""Drafts: what was typed is kept, to the last half-typed character."""

from __future__ import annotations

import threading
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


# --- two who work on one ----------------------------------------------------------------------------


def test_a_later_save_does_not_win_over_what_somebody_else_saved(
    store: SqlStore, database: Path | str
) -> None:
    draft_id = store.drafts.save("practice", DRAFT, NOW)
    other = open_store(database)
    mine, theirs = store.drafts.get(draft_id), other.drafts.get(draft_id)
    assert mine is not None
    assert theirs is not None
    other.drafts.save("practice", replace(theirs, type_code="2.1"), later(60))
    with pytest.raises(UserError) as error:
        store.drafts.save("practice", replace(mine, type_code="5.1"), later(61))
    assert error.value.code == "draft_changed_elsewhere"
    assert error.value.params["when"] == "23/11/2026 12:01"
    stands = store.drafts.get(draft_id)
    assert stands is not None
    assert stands.type_code == "2.1"
    store.drafts.save("practice", replace(stands, type_code="5.1"), later(62))
    other.close()


def test_of_many_who_save_one_version_at_once_one_goes_through(store: SqlStore) -> None:
    draft_id = store.drafts.save("practice", DRAFT, NOW)
    start, won, lost = threading.Barrier(4), [], []

    def save(place: int) -> None:
        start.wait()
        try:
            store.drafts.save("practice", replace(DRAFT, id=draft_id, version=1, type_code=str(place)), NOW)
            won.append(str(place))
        except UserError as error:
            lost.append(error.code)

    threads = [threading.Thread(target=save, args=(place,)) for place in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stands = store.drafts.get(draft_id)
    assert stands is not None
    assert ([stands.type_code], lost) == (won, ["draft_changed_elsewhere"] * 3)


def test_a_draft_that_somebody_else_changed_is_not_sealed_as_it_was(store: SqlStore) -> None:
    draft_id = store.drafts.save("practice", DRAFT, NOW)
    store.drafts.save("practice", replace(DRAFT, id=draft_id, version=1), later(1))
    with pytest.raises(UserError) as error:
        store.outbox.seal(replace(request_of(draft_id=draft_id), draft_version=1), NOW)
    assert error.value.code == "draft_changed_elsewhere"
    assert (store.outbox.rows(), len(store.drafts.rows("practice"))) == ([], 1)
    store.outbox.seal(replace(request_of(draft_id=draft_id), draft_version=2), NOW)
    assert store.drafts.rows("practice") == []


def test_many_drafts_are_kept_at_once_and_those_that_nobody_touched_are_taken_back(store: SqlStore) -> None:
    others = [replace(DRAFT, counterparty_name=name) for name in ("Άλφα", "Βήτα", "Γάμμα")]
    ids = store.drafts.save_all("practice", others, NOW)
    assert [store.drafts.get(id_).counterparty_name for id_ in ids] == ["Άλφα", "Βήτα", "Γάμμα"]
    store.drafts.save("practice", replace(others[1], id=ids[1]), later(1))
    store.drafts.delete(ids[2])
    assert store.drafts.delete_unchanged(ids) == [ids[1]]
    assert [row.id for row in store.drafts.rows("practice")] == [ids[1]]
