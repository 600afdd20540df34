"""The series as people ask about them: where one stands, its first use, its gaps and conflicts."""

from __future__ import annotations

import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.numbers_report import numbers_report
from einvoice_desktop.app.ports import SeriesPlace, SeriesState
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.store.engine import SqlStore
from tests.store.books import NOW, VAT, numbers, request_of, settle

PLACE = SeriesPlace("practice", VAT, 0, "1.1", "A")


def test_a_series_starts_after_the_number_that_was_the_last(store: SqlStore) -> None:
    assert store.numbers.state(PLACE) == SeriesState(None, "1")
    assert store.numbers.set_last(PLACE, " 0123 ") == SeriesState("123", "124")
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "124"
    assert store.numbers.state(PLACE) == SeriesState("124", "125")
    assert store.outbox.next_number(store.outbox.get(1)) == "125"


def test_a_series_never_used_before_may_start_at_one(store: SqlStore) -> None:
    assert store.numbers.set_last(PLACE, "0") == SeriesState("0", "1")
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "1"


@pytest.mark.parametrize(
    ("last", "code"),
    [("", "last_number_malformed"), ("-1", "last_number_malformed"), ("٣", "last_number_malformed"),
     ("1.5", "last_number_malformed"), ("400001000000001", "last_number_too_long"),
     ("1", "last_number_lower")],
)  # fmt: skip
def test_what_is_no_last_number_changes_nothing(store: SqlStore, last: str, code: str) -> None:
    for _ in range(2):
        store.outbox.seal(request_of(), NOW)
    with pytest.raises(UserError) as error:
        store.numbers.set_last(PLACE, last)
    assert error.value.code == code
    assert store.numbers.state(PLACE) == SeriesState("2", "3")
    assert numbers(store) == ["1", "2"]


def test_gaps_conflicts_and_corrections_are_reported_series_by_series(store: SqlStore) -> None:
    seal = store.outbox.seal
    first = seal(request_of("5"), NOW)
    settle(store, first, State.ISSUED)
    settle(store, seal(request_of("6", content="b"), NOW), State.REFUSED, spent=True)
    settle(store, seal(request_of("7", content="c"), NOW), State.REFUSED)
    seal(request_of("7", content="c2"), NOW)
    settle(store, seal(request_of("8", content="d"), NOW), State.REFUSED)
    seal(request_of("12", content="e"), NOW)
    seal(request_of("Β-1", content="f"), NOW)
    seal(request_of(series="Α"), NOW)
    latin, greek = numbers_report(store.numbers.used("practice"))
    assert (latin.place, latin.count, latin.lowest, latin.highest) == (PLACE, 5, 5, 12)
    assert latin.gaps == ((8, 11),)
    assert (latin.conflicts, latin.to_correct, latin.odd) == (("6",), ("8",), ("Β-1",))
    assert latin.open == ("7", "12", "Β-1")
    assert (latin.looks_like, greek.looks_like) == (("Α",), ("A",))
    assert (greek.gaps, greek.count, greek.is_clean) == ((), 1, False)
    assert list(numbers_report(store.numbers.used("uat"))) == []
    assert sorted(store.numbers.names("practice")) == ["A", "Α"]


def test_a_series_in_order_has_nothing_to_ask_about(store: SqlStore) -> None:
    for _ in range(3):
        store.outbox.seal(request_of(), NOW)
    (report,) = numbers_report(store.numbers.used(None))
    assert report.is_clean
    assert (report.lowest, report.highest, report.count) == (1, 3, 3)
