"""The archive's index: words and filters in any mix, always in step with the rows, never a table walked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from einvoice_desktop.app.ports import AmountOf, ArchiveQuery
from einvoice_desktop.domain.identity import NaturalKey
from einvoice_desktop.domain.lifecycle import UNSETTLED, State
from einvoice_desktop.domain.submission import SealedDocument
from einvoice_desktop.store import archive
from einvoice_desktop.store.engine import SqlStore
from einvoice_desktop.store.search import day_heads, terms_of
from einvoice_desktop.store.sqlite_search import question_of
from tests.store.books import NOW, RECEIPT, later, request_of, settle

EVERY = frozenset(State)


def seal(store: SqlStore, **told: Any) -> int:
    """A waiting document with these members of the sealed one (`day`, `type_code`, `name`, `vat` …)."""
    day, name, vat = told.pop("day", "2026-11-23"), told.pop("name", "Καφεκοπτείο ΑΕ"), told.pop("vat", "")
    asked = request_of(**told)

    def build(number: str) -> SealedDocument:
        honest = asked.build(number)
        key = NaturalKey(honest.key.issuer_vat, day, 0, asked.type_code, asked.series, number)
        return replace(honest, key=key, counterparty_name=name, counterparty_vat=vat)

    return store.outbox.seal(replace(asked, build=build), NOW).id


def found(store: SqlStore, words: str = "", **filters: Any) -> list[int]:
    query = ArchiveQuery(words, **{"states": EVERY} | filters)
    page = store.archive.page("practice", query, None, 100)
    assert page.after is None
    ids = [row.id for row in page.rows]
    assert store.archive.ids("practice", query, None, 100) == ids
    assert store.archive.count("practice", query, 100) == len(ids)
    return ids


# --- words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "ΚΑΦΕ",
        "καφεκοπτείο",
        "ωραία η καφεκ",
        "αε",
        "Α.Ε.",
        "094014201",
        "EL094",
        "ΤΔΑ",
        "τδα 7",
        "ΤΔΑ-7",
        "τδα7",
        "007",
        "1.1",
        "«Ωραία»",
        "",
        "   ",
        "!?",
    ],
)
def test_a_document_is_found_by_any_beginning_of_its_words(store: SqlStore, typed: str) -> None:
    id_ = seal(store, number="007", series="ΤΔΑ", name="Καφεκοπτεῖο «Η Ὡραία» Α.Ε.", vat="094014201")
    assert found(store, typed) == [id_]


@pytest.mark.parametrize("typed", ["κοπτειο", "καφεκ δημος", "8", "5.1", "tda", "!i", "OR", "* NOT"])
def test_what_stands_nowhere_at_the_beginning_of_a_word_is_not_found(store: SqlStore, typed: str) -> None:
    seal(store, number="7", series="ΤΔΑ", name="Καφεκοπτείο", vat="094014201")
    assert found(store, typed) == []


def test_a_series_is_found_whichever_alphabet_is_on(store: SqlStore) -> None:
    latin, greek = seal(store, series="AB"), seal(store, series="ΑΒ")
    for typed in ("ab", "αβ", "AB1", "ΑΒ 1"):
        assert found(store, typed) == [greek, latin], typed


def test_the_mark_is_found_as_soon_as_it_is_there(store: SqlStore) -> None:
    row = store.outbox.get(seal(store))
    assert found(store, "400001234567890") == []
    sending = store.outbox.move(row, State.SENDING, later(1))
    store.outbox.move(sending, State.ISSUED, later(2), receipt=RECEIPT)
    assert found(store, "400001234567890") == [row.id]
    assert found(store, "40000123") == [row.id]
    assert found(store, states=frozenset({State.ISSUED})) == [row.id]
    assert found(store, states=UNSETTLED) == []
    assert sound(store)


def test_a_seal_that_fails_leaves_no_word_behind(store: SqlStore) -> None:
    asked = request_of()
    with pytest.raises(ValueError, match="asked for"):
        store.outbox.seal(replace(asked, build=lambda _number: asked.build("99")), NOW)
    assert found(store) == []
    with store._database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM submission_words")).scalar_one() == 0


# --- filters ----------------------------------------------------------------------------------------


def test_filters_by_date_type_state_and_books_go_together(store: SqlStore) -> None:
    old = seal(store, day="2025-12-31")
    credit = seal(store, type_code="5.1", day="2026-01-01")
    new = seal(store, day="2026-11-23", name="Δήμος Αθηναίων")
    seal(store, server="uat")
    settle(store, store.outbox.get(new), State.ISSUED)
    settle(store, store.outbox.get(credit), State.REFUSED)
    assert found(store) == [new, credit, old]
    assert found(store, since="2026-01-01") == [new, credit]
    assert found(store, until="2025-12-31") == [old]
    assert found(store, since="2026-01-01", until="2026-01-31") == [credit]
    assert found(store, since="2026-01-02", until="2026-11-22") == []
    assert found(store, since="2026-02-01", until="2026-01-01") == []
    assert found(store, type_codes=frozenset({"5.1", "5.2"})) == [credit]
    assert found(store, states=frozenset({State.ISSUED, State.REFUSED})) == [new, credit]
    assert found(store, states=frozenset()) == []
    assert found(store, "αθην δημ", since="2026-11-01", type_codes=frozenset({"1.1"})) == [new]
    assert [row.server for row in store.archive.page("uat", ArchiveQuery(states=EVERY), None, 9).rows] == [
        "uat"
    ]


def test_one_unsettled_state_can_be_asked_for_alone(store: SqlStore) -> None:
    waiting, moved = seal(store), store.outbox.get(seal(store))
    store.outbox.move(moved, State.SENDING, later(1))
    assert found(store, states=frozenset({State.WAITING})) == [waiting]
    assert found(store, states=frozenset({State.SENDING})) == [moved.id]
    assert found(store, states=UNSETTLED) == [moved.id, waiting]


@given(
    days=st.lists(st.dates(date(2000, 1, 1), date(2031, 12, 31)), min_size=2, max_size=2),
    of=st.dates(date(2000, 1, 1), date(2032, 12, 31)),
    bounded=st.tuples(st.booleans(), st.booleans()),
)
def test_beginnings_of_dates_cover_their_days_and_no_other(
    days: list[date], of: date, bounded: tuple[bool, bool]
) -> None:
    first, last = sorted(days)
    since, until = (day.isoformat() if has else "" for day, has in zip((first, last), bounded, strict=True))
    heads = day_heads(since, until)
    inside = (not since or of >= first) and (not until or of <= last)
    assert any(of.strftime("%Y%m%d").startswith(head) for head in heads) == inside
    assert len(heads) < 50


def test_whole_months_and_years_are_one_beginning() -> None:
    assert day_heads("2024-02-01", "2024-02-29") == ["202402"]
    assert day_heads("2026-01-01", "2026-12-31") == ["2026"]
    assert day_heads("2026-11-23", "2026-11-23") == ["20261123"]
    assert len(day_heads("2026-01-01", "2026-11-23")) < 20


# --- the index in order -------------------------------------------------------------------------------


def test_an_index_in_many_pieces_is_put_in_order_and_finds_the_same(store: SqlStore) -> None:
    def pieces() -> int:
        with store._database.reading() as connection:
            return store._database.backend.index_pieces(connection)

    ids = [seal(store)]
    while pieces() < 6 and len(ids) < 60:
        ids.append(seal(store))
    assert pieces() == (1 if store._database.backend.shared else 6)
    store.archive.tidy(0)
    assert found(store, "καφεκ") == ids[::-1]
    store.archive.tidy(20)
    assert pieces() == 1
    assert found(store, "καφεκ") == ids[::-1]
    assert found(store, str(len(ids) // 2)) != []
    store.archive.tidy(20)
    assert found(store, since="2026-11-23") == [seal(store), *ids[::-1]][1:]


# --- pages ------------------------------------------------------------------------------------------


def test_pages_follow_each_other_by_key_whatever_is_sealed_meanwhile(store: SqlStore) -> None:
    ids = [seal(store) for _ in range(7)]
    query = ArchiveQuery(states=EVERY)
    seen, after, pages = [], None, 0
    while pages == 0 or after is not None:
        page = store.archive.page("practice", query, after, 3)
        seen += [row.id for row in page.rows]
        after, pages = page.after, pages + 1
        seal(store)
    assert (seen, pages) == (ids[::-1], 3)
    assert store.archive.ids("practice", query, ids[3], 2) == [ids[2], ids[1]]
    assert store.archive.count("practice", query, 4) == 4


def test_rows_and_amounts_come_by_id_whatever_their_number(store: SqlStore) -> None:
    ids = [seal(store, gross="999999999999.99") for _ in range(3)]
    assert [row.id for row in store.archive.rows(ids)] == ids[::-1]
    assert store.archive.rows(ids)[0].sealed.payload == b""
    many = [*ids, *range(ids[-1] + 1, ids[-1] + 1200)]
    zero = Decimal("0.00")
    assert store.archive.amounts(many) == [AmountOf("1.1", "EUR", Decimal("2999999999999.97"), zero, zero, 3)]
    assert store.archive.rows([]) == []


# --- how it is done ---------------------------------------------------------------------------------

QUERIES = [
    ArchiveQuery(),
    ArchiveQuery(states=EVERY),
    ArchiveQuery("καφ αθην"),
    ArchiveQuery(since="2026-01-01", until="2026-11-23", states=UNSETTLED),
    ArchiveQuery("4000", type_codes=frozenset({"1.1", "5.1"}), states=frozenset({State.WAITING})),
]


@pytest.mark.one_file
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.words or str(len(query.states)))
def test_no_question_walks_a_table_or_sorts(store: SqlStore, query: ArchiveQuery) -> None:
    asked = archive._asked("practice", query, 7, 200)
    part = len(query.states) == 1 and State.WAITING in query.states
    for statement in (archive._PAGE[part], archive._FOUND_IDS[part], archive._COUNT[part]):
        plan = plan_of(store, statement, asked)
        assert "VIRTUAL TABLE INDEX" in plan, plan
        assert "TEMP B-TREE" not in plan, plan
        assert "SCAN submissions" not in plan, plan


@pytest.mark.one_file
@pytest.mark.parametrize("statement", [archive._ROWS, archive._AMOUNTS])
def test_rows_are_fetched_by_their_keys(store: SqlStore, statement: Any) -> None:
    plan = plan_of(store, statement, {"ids": [3, 2, 1]})
    assert "SEARCH submissions USING INTEGER PRIMARY KEY" in plan
    assert "TEMP B-TREE FOR ORDER" not in plan


def plan_of(store: SqlStore, statement: Any, values: dict[str, Any]) -> str:
    with store._database.reading() as connection:
        literal = statement.params(**values).compile(
            connection.engine, compile_kwargs={"literal_binds": True}
        )
        rows = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + str(literal)).all()
    return " | ".join(row[-1] for row in rows)


def test_a_question_is_never_too_long_to_ask(store: SqlStore) -> None:
    seal(store)
    long = ArchiveQuery("α" * 5000 + " β" * 5000, "2020-03-02", "2026-11-29", states=EVERY)
    assert store.archive.page("practice", long, None, 9).rows == ()
    assert len(question_of(terms_of("practice", long))) < 5000


def sound(store: SqlStore) -> bool:
    """Whether index and words agree; SQLite raises where they do not. PostgreSQL makes one of the other."""
    if store._database.backend.shared:
        return True
    with store._database.writing() as connection:
        connection.execute(
            text("INSERT INTO submission_search (submission_search) VALUES ('integrity-check')")
        )
    return True
