"""The latest document for each counterparty, out of many."""

from __future__ import annotations

from dataclasses import replace

import pytest

from einvoice_desktop.app.ports import SealRequest
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import SealedDocument
from einvoice_desktop.store import parties
from einvoice_desktop.store.engine import SqlStore
from tests.store.books import NOW, request_of, settle


def to(vat: str, name: str, content: str, server: str = "practice") -> SealRequest:
    asked = request_of(content=content, server=server)

    def build(number: str) -> SealedDocument:
        return replace(asked.build(number), counterparty_vat=vat, counterparty_name=name)

    return replace(asked, build=build)


def latest(store: SqlStore, most: int = 100, server: str = "practice") -> list[str]:
    return [payload.decode().split()[0] for payload in store.outbox.latest_of_parties(server, most)]


def test_each_party_once_the_most_recent_first(store: SqlStore) -> None:
    for vat, name, content in (
        ("1", "Α", "a-old"),
        ("2", "Β", "b"),
        ("", "Γιάννης", "c-old"),
        ("1", "Α νέα", "a-new"),
        ("", "Γιάννης", "c-new"),
        ("", "", "nobody"),
    ):
        store.outbox.seal(to(vat, name, content), NOW)
    store.outbox.seal(to("9", "Ξ", "elsewhere", server="uat"), NOW)

    assert latest(store) == ["c-new", "a-new", "b"]
    assert latest(store, most=2) == ["c-new", "a-new"]
    assert latest(store, server="uat") == ["elsewhere"]


def test_refused_documents_do_not_count(store: SqlStore) -> None:
    store.outbox.seal(to("1", "Α", "good"), NOW)
    bad = store.outbox.seal(to("1", "Α λάθος", "bad"), NOW)
    settle(store, bad, State.REFUSED)
    assert latest(store) == ["good"]


def test_more_parties_than_are_read_at_once(store: SqlStore) -> None:
    for place in range(230):
        store.outbox.seal(to(str(place), "Α", f"doc{place}"), NOW)
    assert latest(store, most=1000) == [f"doc{place}" for place in reversed(range(230))]


def test_who_was_billed_long_ago_is_left_to_the_cards(
    store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parties, "MOST_DOCUMENTS", 3)
    for place in range(5):
        store.outbox.seal(to(str(place), "Α", f"doc{place}"), NOW)
    assert latest(store) == ["doc4", "doc3", "doc2"]
