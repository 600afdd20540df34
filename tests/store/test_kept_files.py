"""What was fetched from the provider stays beside its receipt, on both databases, and in no list."""

from __future__ import annotations

import pytest

from einvoice_desktop.app.ports import Form, KeptFile
from einvoice_desktop.store.engine import SqlStore, open_store
from tests.store.books import NOW, later, request_of


def test_a_file_is_kept_replaced_and_told_apart_by_its_form(store: SqlStore) -> None:
    row = store.outbox.seal(request_of(), NOW)
    assert store.kept.get(row.id, Form.PDF) is None
    first = KeptFile(b"%PDF-1\x00\xff", NOW)
    store.kept.keep(row.id, Form.PDF, first)
    store.kept.keep(row.id, Form.XML, KeptFile(b"<a/>", NOW))
    assert store.kept.get(row.id, Form.PDF) == first
    second = KeptFile(b"%PDF-2", later(5))
    store.kept.keep(row.id, Form.PDF, second)
    assert store.kept.get(row.id, Form.PDF) == second
    assert store.kept.get(row.id, Form.XML) == KeptFile(b"<a/>", NOW)
    assert store.kept.get(row.id + 1, Form.PDF) is None


@pytest.mark.one_file
def test_it_survives_the_process(database, store: SqlStore) -> None:  # type: ignore[no-untyped-def]
    row = store.outbox.seal(request_of(), NOW)
    store.kept.keep(row.id, Form.PDF, KeptFile(b"%PDF-", NOW))
    again = open_store(database)
    assert again.kept.get(row.id, Form.PDF) == KeptFile(b"%PDF-", NOW)
    again.close()


def test_a_kind_comes_back_and_a_credit_is_sealed_once(store: SqlStore) -> None:
    from dataclasses import replace

    from einvoice_desktop.domain.lifecycle import State
    from einvoice_desktop.domain.submission import Kind
    from tests.store.books import settle

    plain = request_of(content="credit-of-7", type_code="5.1")
    order = replace(plain, once=True, build=lambda number: replace(plain.build(number), kind=Kind.CREDIT))
    first = store.outbox.seal(order, NOW)
    assert (first.sealed.kind, store.outbox.get(first.id)) == (Kind.CREDIT, first)
    elsewhere = request_of(content="credit-of-7", type_code="5.1", series="B")
    again = replace(
        elsewhere, once=True, build=lambda number: replace(elsewhere.build(number), kind=Kind.CREDIT)
    )
    assert store.outbox.seal(again, NOW).id == first.id
    settle(store, first, State.REFUSED)
    assert store.outbox.seal(again, NOW).id != first.id
