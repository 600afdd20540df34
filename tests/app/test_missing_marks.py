"""Issued without a MARK: it is asked for until it is there, and the document never leaves `issued`."""

from dataclasses import replace

from einvoice_desktop.app.ports import Scope
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind
from tests.app.scripted import receipt

K = OutcomeKind
NOTHING = Receipt("", "", "", "", "", "", "", "", "", "")
MARK = "400001000000001"


def asked_again(try_once, clock, row, *outcomes):
    clock.moment = row.next_try_at
    return try_once(*outcomes)


def pending(seal, try_once, clock, told):
    """A document whose answer was lost, and of which "already transmitted" told only so much."""
    seal()
    unknown = try_once(Outcome(K.UNKNOWN, "connection_lost"))
    return asked_again(try_once, clock, unknown, Outcome(K.CONFLICT, "already_transmitted", receipt=told))


def test_an_unreadable_409_is_issued_and_the_same_bytes_ask_for_the_mark(
    seal, try_once, clock, line, store, submitter
):
    row = pending(seal, try_once, clock, NOTHING)
    assert (row.state, row.mark_pending, row.reason) == (State.ISSUED, True, "mark_pending")
    assert store.outbox.without_mark() == [replace(row, sealed=replace(row.sealed, payload=b""))]
    assert submitter.step([Scope()], lambda _: None) is None
    whole = receipt(internal_id=row.sealed.internal_id)
    done = asked_again(try_once, clock, row, Outcome(K.CONFLICT, "already_transmitted", receipt=whole))
    assert (done.state, done.mark_pending, done.receipt) == (State.ISSUED, False, whole)
    assert (done.reason, done.next_try_at, done.problems) == ("", None, ())
    assert len(line.sent) == 3
    assert len(set(line.sent)) == 1
    assert store.outbox.without_mark() == []


def test_where_its_address_is_known_the_mark_is_read_from_its_page(seal, try_once, clock, line):
    line.pages = [
        Outcome(K.UNKNOWN, "read_back_failed"),
        Outcome(K.ISSUED, "read_back", receipt=replace(NOTHING, mark=MARK, authentication_code="A1")),
    ]
    row = pending(seal, try_once, clock, receipt(mark=""))
    assert row.mark_pending
    done = asked_again(try_once, clock, row)
    assert (done.receipt.mark, done.mark_pending) == (MARK, False)
    assert len(line.sent) == 2
    assert line.read == [row.receipt.url] * 2


def test_it_is_asked_for_less_and_less_often_and_never_given_up(seal, try_once, clock, line):
    row = pending(seal, try_once, clock, receipt(mark=""))
    waits = []
    for _ in range(12):
        line.outcomes = [Outcome(K.CONFLICT, "already_transmitted", receipt=receipt(mark=""))]
        row = asked_again(try_once, clock, row)
        waits.append((row.next_try_at - clock.moment).total_seconds())
        assert (row.state, row.mark_pending) == (State.ISSUED, True)
    assert waits == sorted(waits)
    assert waits[-1] == 600
    # Now and then the same bytes ask too, should the page not be to be had.
    assert len(line.sent) == 2 + 3


def test_a_refusal_afterwards_does_not_undo_it_but_is_said_aloud(seal, try_once, clock):
    row = pending(seal, try_once, clock, NOTHING)
    row = asked_again(try_once, clock, row, Outcome(K.REFUSED, "refused", "no such document"))
    assert (row.state, row.mark_pending) == (State.ISSUED, True)
    assert [(p.code, p.params.get("message")) for p in row.problems] == [
        ("issued_unverified", None),
        ("issued_but_denied", "no such document"),
    ]


def test_a_document_without_its_mark_holds_nothing_back_and_gives_way(seal, try_once, clock):
    row = pending(seal, try_once, clock, receipt(mark=""))
    second = seal()
    clock.moment = row.next_try_at
    assert try_once(Outcome(K.ISSUED, "issued", receipt=receipt(number="2"))).id == second.id
    assert try_once().id == row.id


def test_signed_by_the_provider_it_says_so_until_the_mark_is_there(seal, try_once, clock, line):
    seal()
    signed = replace(receipt(mark=""), signature="EL1-2-3", provider_signed=True)
    row = try_once(Outcome(K.ISSUED, "provider_signed", receipt=signed))
    assert (row.state, row.mark_pending, row.provider_signed) == (State.ISSUED, True, True)
    line.pages = [Outcome(K.ISSUED, "read_back", receipt=replace(NOTHING, mark=MARK))]
    done = asked_again(try_once, clock, row)
    assert (done.provider_signed, done.receipt.mark, done.receipt.provider_signed) == (False, MARK, True)


def test_try_now_asks_for_marks_too_and_a_restart_forgets_none(seal, try_once, clock, store, line):
    row = pending(seal, try_once, clock, receipt(mark=""))
    assert store.outbox.try_now(Scope(), clock.now()) == 1
    line.pages = [Outcome(K.ISSUED, "read_back", receipt=replace(NOTHING, mark=MARK))]
    assert try_once().receipt.mark == MARK
    assert store.outbox.try_now(Scope(), clock.now()) == 0
    assert row.id == 1


def test_every_asking_is_in_the_journal(seal, try_once, clock, store, line):
    line.pages = [Outcome(K.UNKNOWN, "read_back_without_mark", answer=b"<page/>")]
    row = pending(seal, try_once, clock, receipt(mark=""))
    assert [a.outcome.reason for a in store.outbox.journal(row.id)] == [
        "connection_lost",
        "already_transmitted",
        "read_back_without_mark",
    ]
    assert store.outbox.journal(row.id)[-1].outcome.answer == b"<page/>"
    assert store.outbox.first_broken_attempt() is None
