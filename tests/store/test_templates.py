"""Templates in the books: kept as typed, proposed by one desk alone, never saved over somebody else's."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import TemplateRecord
from einvoice_desktop.domain.dates import athens_day
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store.books import NOW

RENT = TemplateRecord(
    name="Ενοίκιο",
    document='{"series":"Α","details":[{"unitPrice":0.10}]}'.encode(),
    typed={"details[0].unitPrice": "0,1", "details[0].descriptions[0]": "Μίσθωμα {μήνας} \ud83d"},
    type_code="8.1",
    counterparty_name="Καφεκοπτείο ΑΕ",
    gross=Decimal("12345678901234.90"),
    monthly=31,
    next_on="2026-11-30",
)
LATER = NOW + timedelta(minutes=5)


def test_a_template_comes_back_as_it_was_after_a_restart(store: SqlStore, database: Path | str) -> None:
    template_id = store.templates.save(RENT, NOW)
    store.templates.save(replace(RENT, name="Άλλο", monthly=0, next_on=""), NOW)
    store.close()
    again = open_store(database)
    assert again.templates.get(template_id) == replace(RENT, id=template_id, updated_at=NOW)
    listed = again.templates.rows()
    assert sorted(row.name for row in listed) == ["Άλλο", "Ενοίκιο"]
    rent = next(row for row in listed if row.id == template_id)
    assert rent == replace(RENT, document=b"", typed={}, id=template_id, updated_at=NOW)
    again.close()


def test_a_save_over_a_later_one_is_refused_and_a_deleted_one_does_not_come_back(store: SqlStore) -> None:
    template_id = store.templates.save(RENT, NOW)
    read = store.templates.get(template_id)
    assert read is not None
    store.templates.save(replace(read, name="Νέο"), LATER)
    with pytest.raises(UserError) as refused:
        store.templates.save(replace(read, name="Παλιό"), LATER)
    assert refused.value.code == "template_changed_elsewhere"
    now = store.templates.get(template_id)
    assert now is not None
    assert (now.name, now.updated_at) == ("Νέο", LATER)
    store.templates.delete(template_id)
    store.templates.delete(template_id)
    assert store.templates.get(template_id) is None
    with pytest.raises(UserError) as gone:
        store.templates.save(now, LATER)
    assert gone.value.code == "template_gone"
    assert store.templates.rows() == []


def test_those_are_due_whose_day_has_come_the_longest_due_first(store: SqlStore) -> None:
    for name, day in (("τώρα", "2026-11-21"), ("πριν", "2026-01-31"), ("μετά", "2026-11-22"), ("ποτέ", "")):
        store.templates.save(replace(RENT, name=name, next_on=day), NOW)
    due = store.templates.due("2026-11-21")
    assert [record.name for record in due] == ["πριν", "τώρα"]
    assert due[0].document == RENT.document
    assert due[0].typed == RENT.typed


def test_of_many_desks_one_moves_the_day_on(store: SqlStore, database: Path | str) -> None:
    template_id = store.templates.save(RENT, NOW)
    desks = [open_store(database) for _ in range(4)]
    start, won = threading.Barrier(len(desks)), []

    def take(desk: SqlStore) -> None:
        start.wait()
        won.append(desk.templates.propose_next(template_id, "2026-11-30", "2026-12-01"))

    threads = [threading.Thread(target=take, args=(desk,)) for desk in desks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for desk in desks:
        desk.close()
    assert sorted(won) == [False, False, False, True]
    moved = store.templates.get(template_id)
    assert moved is not None
    assert moved.next_on == "2026-12-01"


def test_who_read_it_before_its_day_moved_does_not_save_the_old_day_over_it(store: SqlStore) -> None:
    template_id = store.templates.save(RENT, NOW)
    read = store.templates.get(template_id)
    assert read is not None
    assert store.templates.propose_next(template_id, "2026-11-30", "2026-12-01")
    with pytest.raises(UserError, match="template_changed_elsewhere"):
        store.templates.save(replace(read, name="Νέο"), LATER)


def test_what_was_due_between_a_copy_and_its_return_may_have_been_issued_since(store: SqlStore) -> None:
    def save(name: str, next_on: str) -> None:
        store.templates.save(TemplateRecord(name, b"{}", monthly=1, next_on=next_on), NOW)

    day = timedelta(days=1)
    days = [athens_day(NOW + day * number) for number in (-1, 0, 5, 6)]
    for name, next_on in zip(["before", "copy", "return", "after"], days, strict=True):
        save(name, next_on)
    assert [record.copied_at for record in store.templates.due(days[-1])] == [None] * 4
    store.mark_restored(NOW, NOW + day * 5)
    told = {record.name: record.copied_at for record in store.templates.due(days[-1])}
    assert told == {"before": None, "copy": NOW, "return": NOW, "after": None}
