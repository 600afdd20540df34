"""Customers and items as they are kept: in a file and on a server, by several desks."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import CardRecord
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store.books import NOW, later


def card(key: str, text: str = "{}") -> CardRecord:
    return CardRecord(text.encode(), key)


@pytest.fixture
def other(database: Path | str) -> Iterator[SqlStore]:
    """The same books at another desk."""
    opened = open_store(database, folder_id="b" * 32, desk_name="ΛΟΓΙΣΤΗΡΙΟ")
    yield opened
    opened.close()


def test_a_card_is_there_as_it_was_saved(store: SqlStore) -> None:
    card_id = store.customers.save(card("094014201", '{"α": 1}'), NOW)
    kept = store.customers.get(card_id)
    assert kept is not None
    assert (kept.card, kept.key, kept.version, kept.updated_at) == ('{"α": 1}'.encode(), "094014201", 1, NOW)
    assert store.customers.of_key("094014201") == kept
    assert store.customers.of_key("") is None
    assert store.items.rows() == []


def test_a_save_over_a_newer_one_is_told_who_was_quicker(store: SqlStore, other: SqlStore) -> None:
    card_id = store.customers.save(card("1"), NOW)
    other.customers.save(CardRecord(b"[]", "1", card_id, version=1), later(60))
    with pytest.raises(UserError) as told:
        store.customers.save(CardRecord(b"{}", "1", card_id, version=1), later(61))
    assert told.value.code == "card_changed_elsewhere"
    assert told.value.params == {"computer": "ΛΟΓΙΣΤΗΡΙΟ", "when": "23/11/2026 12:01"}
    kept = store.customers.get(card_id)
    assert kept is not None
    assert (kept.card, kept.version) == (b"[]", 2)


def test_a_deleted_card_is_not_saved_over(store: SqlStore) -> None:
    card_id = store.items.save(card("a"), NOW)
    store.items.delete([card_id, 999])
    with pytest.raises(UserError) as told:
        store.items.save(CardRecord(b"{}", "a", card_id, version=1), NOW)
    assert told.value.code == "card_gone"


def test_a_key_is_there_once_and_none_as_often_as_one_likes(store: SqlStore) -> None:
    first = store.customers.save(card("1"), NOW)
    store.customers.save_all([card(""), card("")], NOW)
    with pytest.raises(UserError) as told:
        store.customers.save_all([card("2"), card("1")], NOW)
    assert (told.value.code, told.value.params["key"]) == ("card_twice", "1")
    assert store.customers.of_key("2") is None
    store.customers.save(CardRecord(b"{}", "1", first, version=1), NOW)
    assert len(store.customers.rows()) == 3


def test_deleted_cards_come_back_under_their_own_ids(store: SqlStore) -> None:
    ids = store.customers.save_all([card("1", "one"), card("2", "two")], NOW)
    rows = store.customers.rows()
    store.customers.delete(ids)
    assert store.customers.rows() == []
    store.customers.put_back(rows)
    store.customers.put_back(rows)
    assert store.customers.rows() == rows
    assert store.customers.save(card("3"), NOW) not in ids


def test_one_that_was_replaced_meanwhile_does_not_come_back(store: SqlStore) -> None:
    card_id = store.customers.save(card("1"), NOW)
    rows = store.customers.rows()
    store.customers.delete([card_id])
    store.customers.save(card("1", "new"), NOW)
    with pytest.raises(UserError) as told:
        store.customers.put_back(rows)
    assert told.value.code == "card_twice"


def test_many_saves_are_taken_back_but_for_what_somebody_touched_since(store: SqlStore) -> None:
    stood = store.items.save_all([card("a", "old a"), card("b", "old b")], NOW)
    store.items.save_all(
        [CardRecord(b"new", key, id_, version=1) for key, id_ in zip("ab", stood, strict=True)], later(1)
    )
    made = store.items.save_all([card("c"), card("d")], later(1))
    store.items.save(CardRecord(b"mine", "b", stood[1], version=2), later(2))
    store.items.save(CardRecord(b"mine", "d", made[1], version=1), later(2))

    changed = [
        CardRecord(f"old {key}".encode(), key, id_, version=2) for key, id_ in zip("ab", stood, strict=True)
    ]
    created = [CardRecord(b"", "", id_, version=1) for id_ in made]
    left = store.items.take_back(changed, created, later(3))
    assert set(left) == {stood[1], made[1]}
    assert [row.card for row in store.items.rows()] == [b"old a", b"mine", b"mine"]
    assert store.items.rows()[0].version == 3


def test_texts_that_no_database_takes_stand_in_no_way(store: SqlStore) -> None:
    store.items.save(card("a\0\udcff"), NOW + timedelta(hours=1))
    found = store.items.of_key("a\0\udcff")
    assert found is not None
    assert store.items.rows() == [found]


def test_of_two_desks_that_make_the_same_card_at_once_one_is_told(store: SqlStore, other: SqlStore) -> None:
    told: list[str] = []
    ready = threading.Barrier(2)

    def save(desk: SqlStore) -> None:
        ready.wait(10)
        for number in range(15):
            try:
                desk.customers.save(card(str(number)), NOW)
            except UserError as error:
                told.append(error.code)

    desks = [threading.Thread(target=save, args=(desk,)) for desk in (store, other)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join(60)
    assert told == ["card_twice"] * 15
    assert len(store.customers.rows()) == 15


@pytest.mark.one_file
def test_a_card_is_sought_by_its_key_in_the_index(store: SqlStore) -> None:
    for sought in (store.customers._of_key, store.customers._holder):
        with store._database.reading() as connection:
            told = str(sought.compile(connection, compile_kwargs={"literal_binds": False}))
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}", ("1",)).all()
        assert "USING" in plan[0][-1], plan
        assert "customers_key (key=?)" in plan[0][-1], plan
