"""Numbers without gaps or twins, states that move one at a time, a journal that shows what was changed."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from sqlalchemy.exc import IntegrityError

from einvoice_desktop.app.ports import ConcurrentMove, DraftRecord, NumberTaken, Scope
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Attempt, Outcome, OutcomeKind
from einvoice_desktop.store.engine import open_store
from einvoice_desktop.store.on_its_way import STATEMENTS
from tests.store.books import past_the_store, without_guards
from tests.store.conftest import NOW, request_of

RECEIPT = Receipt(
    "400001000000001", "A" * 40, "B" * 40, "SUBMITTED", "http://127.0.0.1:1/v/x", "A", "1", "", "id-1", ""
)


def attempt(kind: OutcomeKind = OutcomeKind.UNKNOWN, reason: str = "read_timeout") -> Attempt:
    return Attempt(NOW, NOW, Outcome(kind, reason, "words", http_status=408, answer=b"\x00raw"))


def test_a_series_starts_at_one_and_leaves_no_gap(store):
    numbers = [store.outbox.seal(request_of(), NOW).sealed.key.number for _ in range(5)]
    assert numbers == ["1", "2", "3", "4", "5"]


def test_each_books_type_and_series_counts_for_itself(store):
    latin, greek = request_of(series="A"), request_of(series="Α")
    assert [store.outbox.seal(r, NOW).sealed.key.number for r in (latin, greek, latin)] == ["1", "1", "2"]
    assert store.outbox.seal(request_of(server="uat"), NOW).sealed.key.number == "1"


def test_a_given_number_is_kept_may_leave_a_gap_and_the_next_one_follows_it(store):
    assert store.outbox.seal(request_of("5"), NOW).sealed.key.number == "5"
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "6"
    assert store.outbox.seal(request_of("2", content="tea"), NOW).sealed.key.number == "2"
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "7"


def test_a_number_beyond_64_bits_of_sign_is_counted_on_from(store):
    store.outbox.seal(request_of("18446744073709551614"), NOW)
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "18446744073709551615"


def test_the_same_content_under_the_same_number_answers_the_row_that_is_there(store):
    first = store.outbox.seal(request_of("7"), NOW)
    assert store.outbox.seal(request_of("7"), NOW) == first
    assert len(store.outbox.rows()) == 1


def test_other_content_under_a_number_in_use_is_not_sealed(store):
    first = store.outbox.seal(request_of("7"), NOW)
    with pytest.raises(NumberTaken) as taken:
        store.outbox.seal(request_of("007", content="tea"), NOW)
    assert taken.value.holder == first
    assert len(store.outbox.rows()) == 1


def refuse(store, row, **changes):
    sending = store.outbox.move(row, State.SENDING, NOW, count_attempt=True)
    return store.outbox.move(sending, State.REFUSED, NOW, attempt=attempt(OutcomeKind.REFUSED), **changes)


def test_a_refused_number_waits_for_its_correction_and_nobody_else_gets_it(store):
    refuse(store, store.outbox.seal(request_of(), NOW))
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"
    assert store.outbox.seal(request_of("1", content="corrected"), NOW).sealed.key.number == "1"


def test_a_spent_number_is_never_given_again(store):
    spent = refuse(store, store.outbox.seal(request_of("1"), NOW), number_spent=True)
    for content in ("coffee", "tea"):
        with pytest.raises(NumberTaken) as taken:
            store.outbox.seal(request_of("1", content=content), NOW)
        assert taken.value.holder.id == spent.id
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "2"


def test_a_failed_build_burns_no_number(store):
    def broken(_: str):
        raise RuntimeError("no bytes")

    with pytest.raises(RuntimeError):
        store.outbox.seal(request_of(build=broken), NOW)
    assert store.outbox.rows() == []
    assert store.outbox.seal(request_of(), NOW).sealed.key.number == "1"


def test_sealing_takes_the_draft_away_in_the_same_step(store):
    draft_id = store.drafts.save("practice", DraftRecord(b"{}"), NOW)
    store.outbox.seal(request_of(draft_id=draft_id), NOW)
    assert store.drafts.get(draft_id) is None


def test_everything_comes_back_as_it_went_in(store, database):
    row = store.outbox.seal(request_of(gross="12345678901234.90"), NOW)
    sending = store.outbox.move(row, State.SENDING, NOW, count_attempt=True)
    problem = Problem(
        "details[0].vatTotal", "authority_229", params={"message": "λάθος"}, authority_code="229"
    )
    later = NOW + timedelta(seconds=90)
    store.outbox.move(
        sending,
        State.UNKNOWN,
        NOW,
        attempt=attempt(),
        problems=[problem],
        reason="r",
        message="μ",
        next_try_at=later,
        may_have_arrived=True,
    )
    store.close()
    again = open_store(database)
    found = again.outbox.get(row.id)
    assert found.sealed == row.sealed
    assert found.sealed.gross == Decimal("12345678901234.90")
    assert (found.state, found.attempts, found.next_try_at) == (State.UNKNOWN, 1, later)
    assert found.problems == (problem,)
    assert found.may_have_arrived
    assert again.outbox.journal(row.id) == [attempt()]
    again.close()


def test_a_receipt_survives_later_moves(store):
    row = store.outbox.move(store.outbox.seal(request_of(), NOW), State.SENDING, NOW)
    issued = store.outbox.move(row, State.ISSUED, NOW, receipt=RECEIPT)
    assert store.outbox.get(row.id).receipt == issued.receipt == RECEIPT


def test_of_two_who_move_a_row_one_is_told(store):
    row = store.outbox.seal(request_of(), NOW)
    store.outbox.move(row, State.SENDING, NOW)
    with pytest.raises(ConcurrentMove):
        store.outbox.move(row, State.SENDING, NOW)


def test_a_waiting_number_holds_the_later_ones_of_its_series_back(store):
    first = store.outbox.seal(request_of(), NOW)
    store.outbox.seal(request_of(), NOW)
    other = store.outbox.seal(request_of(series="B"), NOW)
    later = NOW + timedelta(minutes=2)
    sending = store.outbox.move(first, State.SENDING, NOW)
    assert store.outbox.due(Scope(), NOW).id == other.id
    unknown = store.outbox.move(sending, State.UNKNOWN, NOW, next_try_at=later)
    assert store.outbox.due(Scope(), NOW).id == other.id
    assert store.outbox.due(Scope(), later).id == first.id
    refuse(store, unknown)
    assert store.outbox.due(Scope(), NOW).sealed.key.number == "2"


def test_due_rows_keep_to_their_scope(store):
    store.outbox.seal(request_of(), NOW)
    assert store.outbox.due(Scope(server="uat"), NOW) is None
    assert store.outbox.due(Scope(issuer_vat="999999993"), NOW) is None
    assert (
        store.outbox.due(Scope(server="practice", issuer_vat="123456789"), NOW).sealed.payload
        == b"coffee A 1"
    )


def test_it_is_known_when_something_becomes_due_and_that_can_be_now(store):
    assert store.outbox.next_due_at(Scope()) is None
    row = store.outbox.move(store.outbox.seal(request_of(), NOW), State.SENDING, NOW)
    later = NOW + timedelta(minutes=5)
    store.outbox.move(row, State.WAITING, NOW, next_try_at=later)
    assert store.outbox.next_due_at(Scope()) == later
    assert store.outbox.try_now(Scope(), NOW) == 1
    assert store.outbox.due(Scope(), NOW).id == row.id


@pytest.mark.parametrize(
    ("tampering", "shown_at"),
    [
        ("UPDATE attempts SET message = 'nothing happened' WHERE id = 2", 2),
        ("UPDATE attempts SET answer = (SELECT payload FROM payloads) WHERE id = 1", 1),
        ("UPDATE attempts SET ended_at = ended_at + 1 WHERE id = 3", 3),
        ("DELETE FROM attempts WHERE id = 1", 2),
        ("DELETE FROM attempts WHERE id = 3", 0),
        ("UPDATE payloads SET payload = (SELECT answer FROM attempts WHERE id = 1)", 1),
    ],
)
def test_the_journals_chain_shows_what_was_changed(store, tampering, shown_at):
    row = store.outbox.seal(request_of(), NOW)
    for _ in range(3):
        row = store.outbox.move(row, State.SENDING, NOW)
        row = store.outbox.move(row, State.UNKNOWN, NOW, attempt=attempt())
    assert store.outbox.first_broken_attempt() is None
    with past_the_store(store) as raw:
        with pytest.raises(IntegrityError):
            raw.exec_driver_sql(tampering)
        # Whoever goes further than that is found out.
        without_guards(raw)
        raw.exec_driver_sql(tampering)
    assert store.outbox.first_broken_attempt() == shown_at


def test_drafts_are_kept_replaced_and_listed_newest_first(store):
    one = store.drafts.save(
        "practice", DraftRecord(b'{"a":1}', {"details[0].unitPrice": "12,"}, "1.1", "Α"), NOW
    )
    two = store.drafts.save("practice", DraftRecord(b"{}"), NOW + timedelta(seconds=1))
    store.drafts.save("uat", DraftRecord(b"{}"), NOW)
    kept = store.drafts.get(one)
    assert (kept.document, kept.typed) == (b'{"a":1}', {"details[0].unitPrice": "12,"})
    assert [row.id for row in store.drafts.rows("practice")] == [two, one]
    assert store.drafts.save("practice", replace(kept, document=b"[]"), NOW + timedelta(seconds=2)) == one
    assert [row.id for row in store.drafts.rows("practice")] == [one, two]
    store.drafts.delete(one)
    assert store.drafts.get(one) is None


def test_the_latest_of_each_books_is_found_with_its_bytes(store):
    assert store.outbox.latest("practice") is None
    store.outbox.seal(request_of(), NOW)
    last = store.outbox.seal(request_of(), NOW)
    store.outbox.seal(request_of(server="uat"), NOW)
    assert store.outbox.latest("practice") == last


def test_what_is_on_its_way_leaves_out_what_was_settled_long_ago(store):
    old, refused, mended, fresh, waiting = (store.outbox.seal(request_of(), NOW) for _ in range(5))
    for row, to in ((old, State.ISSUED), (refused, State.REFUSED), (mended, State.REFUSED)):
        store.outbox.move(store.outbox.move(row, State.SENDING, NOW), to, NOW)
    later = NOW + timedelta(hours=30)
    store.outbox.move(store.outbox.move(fresh, State.SENDING, NOW), State.ISSUED, later)
    again = store.outbox.seal(request_of(mended.sealed.key.number, content="tea"), NOW)
    other = store.outbox.seal(request_of(server="uat"), NOW)
    shown = store.outbox.on_its_way("practice", later - timedelta(hours=24))
    assert [row.id for row in shown] == [again.id, waiting.id, fresh.id, refused.id]
    assert shown[0].sealed.payload == b""
    assert [row.id for row in store.outbox.on_its_way("uat", later)] == [other.id]


@pytest.mark.one_file
@pytest.mark.parametrize("statement", STATEMENTS)
def test_what_is_on_its_way_is_found_by_indices_alone(store, statement):
    with store._database.reading() as connection:
        literal = statement.params(server="practice", since=NOW).compile(
            connection.engine, compile_kwargs={"literal_binds": True}
        )
        plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {literal}").all()]
    assert plan
    assert not [step for step in plan if step.startswith("SCAN submissions") and "INDEX" not in step], plan
