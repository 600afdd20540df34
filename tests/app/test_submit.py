"""From sealing to settled: what each kind of answer means for a document, over real books."""

import sqlite3
import threading
from contextlib import nullcontext
from datetime import timedelta

import pytest

from einvoice_desktop.app.errors import DocumentHasErrors, UserError
from einvoice_desktop.app.ports import ConcurrentMove, Scope
from einvoice_desktop.app.sender import Sender
from einvoice_desktop.app.submit import RetryPolicy, Submitter, waits_for_a_person
from einvoice_desktop.domain.lifecycle import IllegalMove, State, check_move
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Outcome, OutcomeKind
from tests.app.scripted import receipt

KIND = OutcomeKind


def test_sealing_fills_number_date_and_internal_id_and_keeps_them_in_the_bytes(seal):
    row = seal()
    document = read_document(row.sealed.payload)
    assert document.number == row.sealed.key.number == "1"
    assert document.date_issued == "2026-11-21T10:00:00"
    assert document.distribution_details.internal_document_id == row.sealed.internal_id
    assert str(document.summaries.total_gross_value) == "24.80"
    assert str(row.sealed.gross) == "24.80"


def test_a_document_with_errors_is_not_sealed(seal, store):
    with pytest.raises(DocumentHasErrors) as error:
        seal(series=None)
    assert [p.path for p in error.value.problems if p.is_error] == ["series"]
    assert store.outbox.rows() == []


def test_yesterdays_date_is_not_sealed_unless_the_line_was_down(seal):
    with pytest.raises(DocumentHasErrors):
        seal(date_issued="2026-11-20")
    assert seal(date_issued="2026-11-20", is_delayed_code=1).sealed.key.date == "2026-11-20"


def test_the_same_file_tomorrow_is_the_same_document(seal, clock, store):
    first = seal(number="7")
    clock.moment += timedelta(days=1)
    around_tomorrow = seal(number="7", date_issued="2026-11-22")
    assert around_tomorrow.id == first.id
    assert len(store.outbox.rows()) == 1


def test_issued(seal, try_once, line):
    row = seal()
    settled = try_once(Outcome(KIND.ISSUED, "issued", receipt=receipt()))
    assert (settled.state, settled.receipt.mark, settled.attempts) == (State.ISSUED, "400001000000001", 1)
    assert line.sent == [row.sealed.payload]


def test_refused_keeps_the_number_for_the_correction(seal, try_once):
    seal()
    settled = try_once(Outcome(KIND.REFUSED, "refused", "203 …"))
    assert (settled.state, settled.number_spent, settled.message) == (State.REFUSED, False, "203 …")
    assert seal(number="1", series="A").sealed.key.number == "1"


def test_what_never_left_waits_and_goes_again_later_and_later(seal, try_once, clock, submitter, line):
    seal()
    waits = []
    for _ in range(4):
        settled = try_once(Outcome(KIND.NEVER_LEFT, "connection_refused"))
        assert settled.state is State.WAITING
        assert submitter.step([Scope()], lambda _: None) is None
        waits.append((settled.next_try_at - clock.moment).total_seconds())
        clock.moment = settled.next_try_at
    assert waits == [5, 10, 20, 40]
    assert try_once(Outcome(KIND.ISSUED, "issued", receipt=receipt())).state is State.ISSUED
    assert len(set(line.sent)) == 1


def test_an_unknown_outcome_is_settled_by_the_same_bytes_and_a_409_that_agrees(seal, try_once, clock, line):
    row = seal()
    unknown = try_once(Outcome(KIND.UNKNOWN, "read_timeout"))
    assert (unknown.state, unknown.may_have_arrived) == (State.UNKNOWN, True)
    clock.moment = unknown.next_try_at
    ours = receipt(internal_id=row.sealed.internal_id)
    settled = try_once(Outcome(KIND.CONFLICT, "already_transmitted", receipt=ours))
    assert (settled.state, settled.receipt.mark) == (State.ISSUED, "400001000000001")
    assert line.sent == [row.sealed.payload] * 2
    assert line.read == [ours.url]


def test_a_409_that_names_another_document_is_never_ours(seal, try_once, clock):
    seal()
    unknown = try_once(Outcome(KIND.UNKNOWN, "read_timeout"))
    clock.moment = unknown.next_try_at
    settled = try_once(Outcome(KIND.CONFLICT, "already_transmitted", receipt=receipt(internal_id="theirs")))
    assert (settled.state, settled.receipt, settled.number_spent) == (State.REFUSED, None, True)


def test_a_409_on_a_first_attempt_is_a_number_conflict(seal, try_once):
    row = seal()
    settled = try_once(
        Outcome(KIND.CONFLICT, "already_transmitted", receipt=receipt(internal_id=row.sealed.internal_id))
    )
    assert (settled.state, settled.reason, settled.receipt) == (State.REFUSED, "number_conflict", None)
    assert seal().sealed.key.number == "2"


def test_once_unknown_a_failure_to_connect_does_not_make_it_known(seal, try_once, clock):
    seal()
    unknown = try_once(Outcome(KIND.UNKNOWN, "connection_lost"))
    clock.moment = unknown.next_try_at
    assert try_once(Outcome(KIND.NEVER_LEFT, "name_not_found")).state is State.UNKNOWN


def test_the_provider_says_how_long_to_wait(seal, try_once, clock):
    seal()
    settled = try_once(Outcome(KIND.UNKNOWN, "still_processing", retry_after=125.0))
    assert settled.next_try_at - clock.moment == timedelta(seconds=125)


def test_without_a_key_it_waits_for_a_person(seal, try_once):
    seal()
    settled = try_once(UserError("api_key_missing", server="uat", vat="1"))
    assert (settled.state, settled.reason) == (State.WAITING, "api_key_missing")
    assert waits_for_a_person(settled)


def test_what_a_crash_left_in_sending_is_unknown(seal, submitter, store, clock):
    store.outbox.move(seal(), State.SENDING, clock.now())
    (left,) = submitter.recover()
    assert (left.state, left.reason, left.may_have_arrived) == (State.UNKNOWN, "interrupted", True)
    assert submitter.recover() == []


def test_the_journal_has_every_attempt(seal, try_once, clock, store):
    row = seal()
    for kind, reason in ((KIND.NEVER_LEFT, "tls_failed"), (KIND.UNKNOWN, "read_timeout")):
        clock.moment = try_once(Outcome(kind, reason, answer=b"raw")).next_try_at
    assert [(a.outcome.reason, a.outcome.answer) for a in store.outbox.journal(row.id)] == [
        ("tls_failed", b"raw"),
        ("read_timeout", b"raw"),
    ]


def test_no_other_move_is_possible():
    for state in State:
        for to in State:
            allowed = (state, to) in {
                (State.DRAFT, State.WAITING),
                (State.WAITING, State.SENDING),
                (State.UNKNOWN, State.SENDING),
                (State.SENDING, State.WAITING),
                (State.SENDING, State.UNKNOWN),
                (State.SENDING, State.ISSUED),
                (State.SENDING, State.REFUSED),
                (State.WAITING, State.WAITING),
                (State.ISSUED, State.ISSUED),
            }
            if allowed:
                check_move(state, to)
            else:
                with pytest.raises(IllegalMove):
                    check_move(state, to)


def test_waits_are_replaced_by_the_persons_own():
    assert RetryPolicy(override=0.1).wait(9, 120.0, 0.5) == 0.1
    assert round(RetryPolicy().wait(99, None, 1.0)) == 720


def test_of_a_run_each_document_leaves_after_the_one_before_is_written_down(
    seal, submitter, store, line, tmp_path, monkeypatch
):
    rows = [seal(), seal(), seal()]
    line.outcomes += [
        Outcome(KIND.ISSUED, "issued", receipt=receipt(mark=f"40000123456789{n}")) for n in "123"
    ]
    elsewhere, seen = sqlite3.connect(tmp_path / "books.sqlite"), []
    submit = line.submit

    def looked_at_first(sealed):
        seen.append([state for (state,) in elsewhere.execute("SELECT state FROM submissions ORDER BY id")])
        return submit(sealed)

    monkeypatch.setattr(line, "submit", looked_at_first)
    told = []
    left = iter((True, False))
    submitter.step([Scope()], lambda row: told.append((row.id, row.state.value)), lambda: next(left))
    elsewhere.close()
    # What another process reads is durable: the answer to one, and that the next is on its way.
    assert seen == [["sending", "waiting", "waiting"], ["issued", "sending", "waiting"]]
    assert told == [(1, "sending"), (1, "issued"), (2, "sending"), (2, "issued")]
    assert [store.outbox.get(row.id).state.value for row in rows] == ["issued", "issued", "waiting"]
    assert store.outbox.first_broken_attempt() is None


def test_what_a_run_tells_of_a_document_is_what_is_read_again(seal, submitter, store, line):
    seal()
    line.outcomes.append(Outcome(KIND.NEVER_LEFT, "tls_failed", "x\0y"))
    told = []
    submitter.step([Scope()], told.append, lambda: True)
    assert told[-1] == store.outbox.get(told[-1].id)
    store.outbox.try_now(Scope(), told[-1].changed_at)
    answered = Outcome(KIND.ISSUED, "issued", "«Ελήφθη»", receipt=receipt(), http_status=201, answer=b"{}")
    line.outcomes.append(answered)
    submitter.step([Scope()], told.append, lambda: True)
    assert told[-1] == store.outbox.get(told[-1].id)


def test_where_the_next_one_is_not_taken_up_the_answer_to_the_one_before_is_kept(
    seal, submitter, store, line, monkeypatch
):
    first, second = seal(), seal()
    line.outcomes.append(Outcome(KIND.ISSUED, "issued", receipt=receipt()))
    move = store.outbox.move

    def taken_meanwhile(row, to, *args, **named):
        if row.id == second.id:
            raise ConcurrentMove
        return move(row, to, *args, **named)

    monkeypatch.setattr(store.outbox, "move", taken_meanwhile)
    submitter.step([Scope()], lambda _: None, lambda: True)
    assert store.outbox.get(first.id).state is State.ISSUED
    assert store.outbox.get(second.id).state is State.WAITING


def issued(number: int) -> Outcome:
    return Outcome(KIND.ISSUED, "issued", receipt=receipt(f"40000123456789{number}", number=str(number)))


def states(store):
    return [row.state.value for row in store.outbox.rows()]


@pytest.mark.parametrize("trouble", [ValueError("no such state"), UserError("store_full", path="x")])
def test_where_the_next_one_cannot_even_be_looked_at_the_answer_to_the_one_before_is_kept(
    seal, submitter, store, line, monkeypatch, trouble
):
    seal(), seal()
    line.outcomes.append(issued(1))
    due, looked = store.outbox.due, []

    def broken(*args):
        looked.append(args)
        if len(looked) == 2:
            raise trouble
        return due(*args)

    monkeypatch.setattr(store.outbox, "due", broken)
    told = []
    done = submitter.step([Scope()], lambda row: told.append((row.id, row.state.value)), lambda: True)
    assert told == [(1, "sending"), (1, "issued")]
    assert states(store) == ["issued", "waiting"]
    assert done == store.outbox.get(1)
    assert len(store.outbox.journal(1)) == 1
    assert store.outbox.first_broken_attempt() is None


def test_what_is_left_by_a_death_between_the_commit_and_the_next_ones_leaving_goes_once(
    seal, submitter, store, line, clock, monkeypatch
):
    seal(), seal()
    line.outcomes.append(issued(1))
    submit = line.submit

    def dies_at_the_second(sealed):
        if len(line.sent) == 1:
            raise KeyboardInterrupt
        return submit(sealed)

    monkeypatch.setattr(line, "submit", dies_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        submitter.step([Scope()], lambda _: None, lambda: True)
    assert states(store) == ["issued", "sending"]
    monkeypatch.undo()
    after = Submitter(store.outbox, line, clock, lambda: 0.5)
    (left,) = after.recover()
    assert (left.id, left.state, left.reason, left.may_have_arrived) == (
        2,
        State.UNKNOWN,
        "interrupted",
        True,
    )
    line.outcomes.append(issued(2))
    after.step([Scope()], lambda _: None, lambda: True)
    assert states(store) == ["issued", "issued"]
    assert line.sent == [store.outbox.get(number).sealed.payload for number in (1, 2)]
    assert [one.outcome.reason for one in store.outbox.journal(2)] == ["interrupted", "issued"]
    assert store.outbox.first_broken_attempt() is None


def test_midnight_between_two_of_a_run_gives_the_second_todays_date(seal, submitter, store, line, clock):
    seal(), seal()
    line.outcomes += [issued(1), issued(2)]
    told = []

    def tell(row):
        told.append((row.id, row.state.value))
        # The first is on its way while the day ends.
        clock.moment += timedelta(hours=15) if len(told) == 1 else timedelta()

    submitter.step([Scope()], tell, lambda: True)
    assert told == [(1, "sending"), (1, "issued")]
    submitter.step([Scope()], tell, lambda: True)
    assert store.outbox.get(2).sealed.key.date == "2026-11-22"
    submitter.step([Scope()], tell, lambda: True)
    assert told[2:] == [(2, "waiting"), (2, "sending"), (2, "issued")]


def test_in_a_run_too_a_series_waits_for_its_first_and_another_series_does_not(seal, submitter, store, line):
    for series in ("A", "A", "B"):
        seal(series=series)
    line.outcomes += [Outcome(KIND.UNKNOWN, "read_timeout"), issued(1)]
    told = []
    submitter.step([Scope()], lambda row: told.append((row.id, row.state.value)), lambda: True)
    assert told == [(1, "sending"), (1, "unknown"), (3, "sending"), (3, "issued")]
    assert states(store) == ["unknown", "waiting", "issued"]


def test_a_run_takes_up_nothing_of_other_books(seal, submitter, store, line):
    seal(), seal("uat"), seal(series="B")
    line.outcomes += [issued(1), issued(1)]
    assert submitter.step([Scope("practice")], lambda _: None, lambda: True).id == 3
    assert states(store) == ["issued", "waiting", "issued"]


def test_the_next_one_of_a_run_that_cannot_be_encrypted_waits_for_a_person(seal, submitter, store, line):
    seal(), seal(series="B")
    line.outcomes += [issued(1), UserError("encryption_failed")]
    told = []
    submitter.step([Scope()], lambda row: told.append((row.id, row.state.value)), lambda: True)
    assert told == [(1, "sending"), (1, "issued"), (2, "sending"), (2, "waiting")]
    held = store.outbox.get(2)
    assert waits_for_a_person(held)
    assert not held.may_have_arrived
    assert len(line.sent) == 1


class OwnLock:
    """The sender's, which nobody else wants."""

    def hold(self):
        return nullcontext(True)

    def holder(self):
        return None


def test_whoever_is_told_to_stop_while_one_is_on_its_way_takes_up_no_other(
    seal, submitter, store, line, clock, monkeypatch
):
    seal(), seal()
    line.outcomes.append(issued(1))
    stop, told, submit = threading.Event(), [], line.submit

    def stopped_meanwhile(sealed):
        stop.set()
        return submit(sealed)

    monkeypatch.setattr(line, "submit", stopped_meanwhile)

    def hear(row):
        told.append((row.id, row.state.value))

    sender = Sender(submitter, store.outbox, OwnLock(), clock, [Scope()], hear)
    sender.wake()
    sender.run(stop)
    assert told == [(1, "sending"), (1, "issued")]
    assert states(store) == ["issued", "waiting"]
