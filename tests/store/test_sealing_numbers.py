"""Sealing gives each document its number, and a number to one document only."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from einvoice_desktop.app.ports import NumberTaken
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.submission import SealedDocument, SignIn
from einvoice_desktop.store.engine import SqlStore, open_store
from einvoice_desktop.store.schema import submissions
from tests.store.books import NOW, VAT, later, numbers, past_the_store, request_of, settle


def test_a_new_series_starts_at_one_and_counts_on(store: SqlStore) -> None:
    assert [store.outbox.seal(request_of(), NOW).sealed.key.number for _ in range(3)] == ["1", "2", "3"]


def test_every_part_of_a_series_makes_another_one(store: SqlStore) -> None:
    store.outbox.seal(request_of(), NOW)
    others = [
        request_of(server="production"),
        request_of(vat="094014201"),
        request_of(branch=1),
        request_of(type_code="2.1"),
        request_of(series="B"),
        request_of(series=""),
    ]
    assert [store.outbox.seal(other, NOW).sealed.key.number for other in others] == ["1"] * 6


def test_latin_and_greek_letters_that_look_alike_are_two_series(store: SqlStore) -> None:
    latin, greek, small = "A", "Α", "a"
    for series in (latin, greek, small, latin, greek):
        store.outbox.seal(request_of(series=series), NOW)
    found = [(row.sealed.key.series, row.sealed.key.number) for row in store.outbox.rows()]
    assert found == [(latin, "1"), (greek, "1"), (small, "1"), (latin, "2"), (greek, "2")]


def test_composed_and_decomposed_letters_are_two_series(store: SqlStore) -> None:
    store.outbox.seal(request_of("1", series="\u03ac"), NOW)
    store.outbox.seal(request_of("1", series="\u03b1\u0301", content="other"), NOW)
    assert numbers(store) == ["1", "1"]


def test_a_sealed_row_is_what_was_asked_for_and_is_there_after_a_restart(
    store: SqlStore, database: Path
) -> None:
    asked = request_of(source="/home/μαρία/τιμολόγιο.json")
    sealed = store.outbox.seal(asked, NOW)
    assert sealed.sealed == asked.build("1")
    assert (sealed.server, sealed.sign_in, sealed.encrypted) == ("practice", SignIn.OAUTH, True)
    assert (sealed.state, sealed.sealed_at, sealed.changed_at) == (State.WAITING, NOW, NOW)
    assert (sealed.attempts, sealed.may_have_arrived, sealed.number_spent) == (0, False, False)
    assert (sealed.next_try_at, sealed.receipt, sealed.problems) == (None, None, ())
    assert sealed.source == "/home/μαρία/τιμολόγιο.json"
    store.close()
    again = open_store(database)
    assert again.outbox.get(sealed.id) == sealed
    again.close()


@pytest.mark.parametrize(
    "gross", ["0.10", "12345678901234.99", "0.00", "-3.40", "1E+3", "99999999999999999999.01"]
)
def test_money_survives_digit_for_digit(store: SqlStore, gross: str) -> None:
    sealed = store.outbox.seal(request_of(gross=gross), NOW)
    for row in (store.outbox.get(sealed.id), store.outbox.rows()[0]):
        assert str(row.sealed.gross) == gross
    with past_the_store(store) as raw:
        assert raw.exec_driver_sql("SELECT gross FROM submissions").scalar_one() == gross


@pytest.mark.parametrize("gross", [Decimal("NaN"), Decimal("Infinity"), 0.1])
def test_what_is_no_amount_of_money_is_not_kept(store: SqlStore, gross: Decimal) -> None:
    asked = request_of()
    broken = replace(asked, build=lambda number: replace(asked.build(number), gross=gross))
    with pytest.raises(Exception, match="no finite Decimal"):
        store.outbox.seal(broken, NOW)
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "1"


# --- given numbers ----------------------------------------------------------------------------------


def test_a_given_number_is_kept_and_the_series_goes_on_after_it(store: SqlStore) -> None:
    for number in (None, "10", None, "5", None):
        store.outbox.seal(request_of(number, content=f"content {number}"), NOW)
    assert numbers(store) == ["1", "10", "11", "5", "12"]


@pytest.mark.parametrize("given", ["A-7", "7α", "٧", "７", "+7", " 7", "7_0", "-1", "²"])
def test_a_number_that_is_no_whole_number_moves_nothing(store: SqlStore, given: str) -> None:
    store.outbox.seal(request_of(given), NOW)
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "1"


def test_leading_noughts_are_kept_and_counted(store: SqlStore) -> None:
    store.outbox.seal(request_of("0041"), NOW)
    with pytest.raises(NumberTaken):
        store.outbox.seal(request_of("41", content="another"), NOW)
    assert numbers(store) == ["0041"]
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "42"


def test_numbers_longer_than_a_machine_word(store: SqlStore) -> None:
    store.outbox.seal(request_of("9" * 30), NOW)
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "1" + "0" * 30


def test_an_automatic_number_skips_what_is_taken(store: SqlStore) -> None:
    for number in ("1", "2", "4"):
        store.outbox.seal(request_of(number), NOW)
    with past_the_store(store) as raw:
        # As after a series' row was lost.
        raw.exec_driver_sql("DELETE FROM series")
    assert [store.outbox.seal(request_of(), NOW).sealed.key.number for _ in range(3)] == ["3", "5", "6"]


@pytest.mark.parametrize("state", [State.WAITING, State.SENDING, State.UNKNOWN, State.ISSUED])
def test_the_same_content_under_the_same_number_is_the_same_row(store: SqlStore, state: State) -> None:
    row = _in_state(store, state)
    assert store.outbox.seal(request_of("7", source="again.json"), later(60)) == store.outbox.get(row)
    assert numbers(store) == ["7"]


@pytest.mark.parametrize("state", [State.WAITING, State.SENDING, State.UNKNOWN, State.ISSUED])
def test_other_content_under_a_living_number_is_refused(store: SqlStore, state: State) -> None:
    row = _in_state(store, state)
    with pytest.raises(NumberTaken) as refused:
        store.outbox.seal(request_of("7", content="other"), later(60))
    assert refused.value.holder == store.outbox.get(row)
    assert numbers(store) == ["7"]


def test_the_same_number_in_other_books_is_free(store: SqlStore) -> None:
    store.outbox.seal(request_of("7"), NOW)
    assert store.outbox.seal(request_of("7", content="other", server="uat"), NOW).id == 2


@pytest.mark.parametrize("content", ["coffee", "corrected"])
def test_a_number_refused_after_a_400_may_be_sealed_again(store: SqlStore, content: str) -> None:
    first = settle(store, store.outbox.seal(request_of("7"), NOW), State.REFUSED)
    second = store.outbox.seal(request_of("7", content=content), NOW)
    assert second.id != first.id
    assert second.state is State.WAITING
    with pytest.raises(NumberTaken):
        store.outbox.seal(request_of("7", content="a third"), NOW)


@pytest.mark.parametrize("content", ["coffee", "corrected"])
def test_a_number_lost_to_a_conflict_is_spent(store: SqlStore, content: str) -> None:
    lost = settle(store, store.outbox.seal(request_of("7"), NOW), State.REFUSED, spent=True)
    with pytest.raises(NumberTaken) as refused:
        store.outbox.seal(request_of("7", content=content), NOW)
    assert refused.value.holder == lost
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "8"


def test_an_automatic_number_is_never_a_refused_one(store: SqlStore) -> None:
    settle(store, store.outbox.seal(request_of(), NOW), State.REFUSED)
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"


def test_the_database_itself_refuses_a_number_twice(store: SqlStore) -> None:
    store.outbox.seal(request_of("7"), NOW)
    settle(store, store.outbox.seal(request_of("8"), NOW), State.REFUSED, spent=True)
    settle(store, store.outbox.seal(request_of("9"), NOW), State.REFUSED)
    with past_the_store(store) as raw:
        for number in "7", "8":
            with pytest.raises(IntegrityError, match=r"(?i)unique"):
                _copy_as_waiting(raw, number)
        _copy_as_waiting(raw, "9")


def test_what_is_sealed_cannot_be_altered_nor_taken_away(store: SqlStore) -> None:
    settle(store, store.outbox.seal(request_of("7"), NOW), State.ISSUED)
    with past_the_store(store) as raw:
        for forbidden in (
            "UPDATE submissions SET server = 'production'",
            "UPDATE submissions SET number = '8'",
            "UPDATE payloads SET payload = NULL",
            "DELETE FROM payloads",
            "DELETE FROM submissions",
        ):
            with pytest.raises(IntegrityError, match=r"sealed|kept"):
                raw.exec_driver_sql(forbidden)


# --- what stops a seal ------------------------------------------------------------------------------


def test_a_build_that_fails_burns_no_number_and_keeps_the_draft(store: SqlStore) -> None:
    def broken(number: str) -> SealedDocument:
        raise RuntimeError(number)

    with pytest.raises(RuntimeError, match="1"):
        store.outbox.seal(replace(request_of(), build=broken), NOW)
    assert store.outbox.rows() == []
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "1"


@pytest.mark.parametrize(
    "other",
    [
        request_of(series="B"),
        request_of(vat="1"),
        request_of(branch=2),
        request_of(type_code="x"),
        request_of(content="y"),
    ],
)
def test_a_build_of_another_document_is_not_sealed(store: SqlStore, other: object) -> None:
    with pytest.raises(ValueError, match="asked for"):
        store.outbox.seal(replace(request_of(), build=other.build), NOW)  # type: ignore[attr-defined]
    assert store.outbox.rows() == []


def test_a_state_that_nobody_knows_is_not_kept(store: SqlStore) -> None:
    row = store.outbox.seal(request_of(), NOW)
    with pytest.raises(IntegrityError, match=r"(?i)check"):
        store.outbox.move(row, State.DRAFT, NOW)
    assert store.outbox.get(row.id) == row


def test_stray_bytes_of_a_file_name_do_not_stop_a_seal(store: SqlStore) -> None:
    row = store.outbox.seal(request_of(source="\udce1.json"), NOW)
    assert row.source == r"\udce1.json"
    assert store.outbox.get(row.id) == row


def _in_state(store: SqlStore, state: State) -> int:
    row = store.outbox.seal(request_of("7"), NOW)
    if state is not State.WAITING:
        row = store.outbox.move(row, State.SENDING, NOW)
    if state not in (State.WAITING, State.SENDING):
        row = store.outbox.move(row, state, NOW)
    assert row.sealed.key.issuer_vat == VAT
    return row.id


def _copy_as_waiting(raw: Connection, number: str) -> None:
    columns = [column.name for column in submissions.c if column.name != "id"]
    instead = {"state": "'waiting'", "number_spent": "false"}
    values = [instead.get(name, name) for name in columns]
    raw.exec_driver_sql(
        f"INSERT INTO submissions ({', '.join(columns)}) "
        f"SELECT {', '.join(values)} FROM submissions WHERE number = '{number}'"
    )
