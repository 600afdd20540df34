"""What credits a document is found by its MARK, on both databases, and is asked about as it is sealed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import ArchiveQuery, SealRequest
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import Kind, Submission
from einvoice_desktop.store.engine import SqlStore
from tests.store.books import NOW, request_of, settle

MARK = "400001000000001"
CORRELATED = b'{"invoiceTypeCode": "5.1", "correlatedInvoices": [%s]}'
RETAIL = b'{"invoiceTypeCode": "11.4", "multipleConnectedMarks": [%s]}'
ORDER = b'{"mark": %s, "series": "A"}'


def request(body: bytes, type_code: str, content: str, kind: Kind = Kind.DOCUMENT) -> SealRequest:
    plain = request_of(content=content, type_code=type_code)
    payload = body % MARK.encode() if b"%s" in body else body
    return replace(plain, build=lambda number: replace(plain.build(number), payload=payload, kind=kind))


def test_every_kind_of_credit_is_found_and_a_refused_one_is_not(store: SqlStore) -> None:
    box = store.outbox
    made = [
        box.seal(request(CORRELATED, "5.1", "one"), NOW),
        box.seal(request(RETAIL, "11.4", "two"), NOW),
        box.seal(request(ORDER, "5.1", "three", Kind.CREDIT), NOW),
    ]
    # It names the MARK, and credits nothing.
    box.seal(request(CORRELATED.replace(b"5.1", b"1.6"), "1.6", "four"), NOW)
    server = made[0].server
    assert box.credits_of(server, MARK) == made
    assert box.credits_of("elsewhere", MARK) == []
    assert box.credits_of(server, MARK[:-1]) == []
    settle(store, made[1], State.REFUSED)
    assert [row.id for row in box.credits_of(server, MARK)] == [made[0].id, made[2].id]
    settle(store, made[0], State.ISSUED)
    assert [row.id for row in box.credits_of(server, MARK)] == [made[0].id, made[2].id]


def test_who_looks_for_a_mark_finds_its_document_alone(store: SqlStore) -> None:
    row = store.outbox.seal(request(CORRELATED, "5.1", "one"), NOW)
    states = frozenset({State.WAITING, State.SENDING, State.UNKNOWN, State.ISSUED})
    assert store.archive.page(row.server, ArchiveQuery(words=MARK, states=states), None, 9).rows == ()


def test_sealing_is_told_what_is_there_and_leaves_nothing_where_it_is_stopped(store: SqlStore) -> None:
    first = store.outbox.seal(request(CORRELATED, "5.1", "one"), NOW)
    told: list[Mapping[str, Sequence[Submission]]] = []

    def stop(found: Mapping[str, Sequence[Submission]]) -> None:
        told.append(found)
        raise UserError("credit_nothing_left", named="1.1 A 1")

    second = replace(request(CORRELATED, "5.1", "two"), credited=(MARK,), check_credits=stop)
    with pytest.raises(UserError, match="credit_nothing_left"):
        store.outbox.seal(second, NOW)
    assert told == [{MARK: [first]}]
    assert [row.id for row in store.outbox.rows()] == [first.id]
    third = store.outbox.seal(request(CORRELATED, "5.1", "three"), NOW)
    assert third.sealed.key.number == "2"
