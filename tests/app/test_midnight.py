"""The provider takes only today's date: what becomes of documents that midnight overtakes."""

from datetime import UTC, datetime, timedelta

import pytest

from einvoice_desktop.app.ports import Scope
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Outcome, OutcomeKind
from tests.app.scripted import receipt

K = OutcomeKind
NOT_TODAY = Outcome(
    K.REFUSED,
    "refused",
    "IssueDate is invalid",
    problems=(Problem("dateIssued", "authority_238", authority_code="238"),),
)
LATE = datetime(2026, 11, 21, 21, 59, tzinfo=UTC)
AFTER = datetime(2026, 11, 21, 22, 5, tzinfo=UTC)
"""Five past midnight in Athens."""


@pytest.fixture
def late(seal, clock):
    clock.moment = LATE
    return seal()


def payload_date(row) -> str:
    return read_document(row.sealed.payload).date_issued


def test_what_may_have_arrived_goes_once_more_and_was_in(late, try_once, clock, line):
    try_once(Outcome(K.UNKNOWN, "read_timeout"))
    clock.moment = AFTER
    ours = receipt(internal_id=late.sealed.internal_id)
    done = try_once(Outcome(K.CONFLICT, "already_transmitted", receipt=ours))
    assert (done.state, done.sealed) == (State.ISSUED, late.sealed)
    assert len(set(line.sent)) == 1


def test_only_the_date_error_proves_that_it_is_not_in_and_then_it_is_sealed_again(
    late, try_once, clock, line, store
):
    try_once(Outcome(K.UNKNOWN, "read_timeout"))
    clock.moment = AFTER
    busy = try_once(Outcome(K.UNKNOWN, "still_processing", retry_after=125.0))
    assert busy.sealed == late.sealed
    clock.moment = busy.next_try_at
    again = try_once(NOT_TODAY)
    assert (again.state, again.reason, again.may_have_arrived) == (State.WAITING, "sealed_again_today", False)
    assert (again.id, again.sealed.key.number, again.sealed.internal_id) == (
        late.id,
        late.sealed.key.number,
        late.sealed.internal_id,
    )
    assert (again.sealed.key.date, payload_date(again)) == ("2026-11-22", "2026-11-22T00:07:05")
    assert store.outbox.earlier_seals(late.id) == [late.sealed.payload]
    done = try_once(Outcome(K.ISSUED, "issued", receipt=receipt()))
    assert done.state is State.ISSUED
    assert line.sent == [late.sealed.payload] * 3 + [again.sealed.payload]
    assert [a.outcome.kind for a in store.outbox.journal(late.id)] == [
        K.UNKNOWN,
        K.UNKNOWN,
        K.REFUSED,
        K.SEALED_AGAIN,
        K.ISSUED,
    ]
    assert store.outbox.first_broken_attempt() is None


@pytest.mark.usefixtures("late")
def test_a_409_on_the_first_try_of_what_was_sealed_again_is_somebody_elses(try_once, clock):
    try_once(Outcome(K.UNKNOWN, "read_timeout"))
    clock.moment = AFTER
    try_once(NOT_TODAY)
    done = try_once(Outcome(K.CONFLICT, "already_transmitted", receipt=receipt()))
    assert (done.state, done.number_spent) == (State.REFUSED, True)


@pytest.mark.usefixtures("late")
def test_the_date_error_on_the_very_day_is_a_refusal(try_once):
    done = try_once(NOT_TODAY)
    assert (done.state, done.reason) == (State.REFUSED, "refused")


@pytest.mark.usefixtures("late")
def test_about_midnight_the_providers_clock_counts_when_it_is_a_little_ahead(try_once, clock):
    clock.moment = datetime(2026, 11, 21, 21, 59, 58, tzinfo=UTC)
    theirs = Outcome(
        K.REFUSED, "refused", problems=NOT_TODAY.problems, server_date=clock.moment + timedelta(seconds=4)
    )
    assert try_once(theirs).sealed.key.date == "2026-11-22"


@pytest.mark.usefixtures("late")
def test_a_providers_clock_that_is_far_off_is_not_believed(try_once, clock):
    theirs = Outcome(
        K.REFUSED, "refused", problems=NOT_TODAY.problems, server_date=clock.moment + timedelta(days=400)
    )
    assert try_once(theirs).state is State.REFUSED


def test_what_never_left_takes_the_new_date_before_it_is_sent(late, try_once, clock, line, submitter):
    try_once(Outcome(K.UNAUTHORISED, "unauthorised"))
    clock.moment = AFTER
    again = submitter.step([Scope()], lambda _: None)
    assert (again.state, again.reason, again.sealed.key.date) == (
        State.WAITING,
        "sealed_again_today",
        "2026-11-22",
    )
    assert read_document(again.sealed.payload).is_delayed_code is None
    assert try_once(Outcome(K.ISSUED, "issued", receipt=receipt())).state is State.ISSUED
    assert line.sent == [late.sealed.payload, again.sealed.payload]


@pytest.mark.usefixtures("late")
def test_a_failed_attempt_to_connect_on_its_day_keeps_its_date_and_declares_the_loss(
    try_once, clock, submitter, line
):
    try_once(Outcome(K.NEVER_LEFT, "connect_timeout"))
    clock.moment = AFTER
    again = submitter.step([Scope()], lambda _: None)
    assert (again.reason, again.sealed.key.date) == ("sealed_again_delayed", "2026-11-21")
    document = read_document(again.sealed.payload)
    assert (document.is_delayed_code, document.date_issued) == (1, "2026-11-21T23:59:00")
    # Declared once, its date is a matter for the provider alone, however many days go by.
    clock.moment += timedelta(days=2)
    done = try_once(NOT_TODAY)
    assert (done.state, done.reason, done.number_spent) == (State.REFUSED, "delayed_refused", False)
    assert line.sent[-1] == again.sealed.payload


@pytest.mark.parametrize("reason", ["read_timeout", "sign_in_unavailable", "api_key_missing"])
@pytest.mark.usefixtures("late")
def test_any_other_failure_does_not_declare_a_loss_of_connection(try_once, clock, submitter, reason):
    try_once(Outcome(K.NEVER_LEFT, reason))
    clock.moment = AFTER
    assert submitter.step([Scope()], lambda _: None).reason == "sealed_again_today"


@pytest.mark.usefixtures("late")
def test_a_failed_attempt_on_a_later_day_proves_nothing_about_its_own(try_once, clock, submitter):
    clock.moment = AFTER
    assert submitter.step([Scope()], lambda _: None).sealed.key.date == "2026-11-22"
    try_once(Outcome(K.NEVER_LEFT, "connection_refused"))
    clock.moment += timedelta(days=1)
    again = submitter.step([Scope()], lambda _: None)
    assert (again.reason, again.sealed.key.date) == ("sealed_again_delayed", "2026-11-22")


def test_sealed_again_it_still_goes_before_the_later_numbers_of_its_series(
    late, seal, try_once, clock, submitter
):
    second = seal()
    clock.moment = AFTER
    assert submitter.step([Scope()], lambda _: None).id == late.id
    assert try_once(Outcome(K.ISSUED, "issued", receipt=receipt())).id == late.id
    assert submitter.step([Scope()], lambda _: None).id == second.id


def test_the_same_file_given_again_is_the_document_that_was_sealed_again(seal, clock, submitter, store):
    clock.moment = LATE
    first = seal(number="7")
    clock.moment = AFTER
    submitter.step([Scope()], lambda _: None)
    assert seal(number="7").id == first.id
    assert len(store.outbox.rows()) == 1
