"""A conflict that proves nothing but UID, series and number is issued, and says so until it was compared."""

from dataclasses import replace
from decimal import Decimal

import pytest

from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.readback import GROSS
from einvoice_desktop.domain.receipt import Receipt
from einvoice_desktop.domain.submission import Outcome, OutcomeKind
from tests.app.scripted import receipt

K = OutcomeKind
NOTHING = Receipt("", "", "", "", "", "", "", "", "", "")
OURS = {GROSS: Decimal("24.80")}
OTHERS = {GROSS: Decimal("49.60")}


def page(sums, mark="400001000000001"):
    return Outcome(K.ISSUED, "read_back", receipt=replace(NOTHING, mark=mark), sums=sums)


@pytest.fixture
def conflict(seal, try_once, clock):
    """The answer to the first attempt was lost; the second tells so much of the document that is in."""

    def conflict(told):
        row = seal()
        unknown = try_once(Outcome(K.UNKNOWN, "connection_lost"))
        clock.moment = unknown.next_try_at
        if told is None:
            told = receipt(internal_id=row.sealed.internal_id)
        return try_once(Outcome(K.CONFLICT, "already_transmitted", receipt=told))

    return conflict


def codes(row):
    return [problem.code for problem in row.problems]


def test_our_internal_id_proves_it(conflict):
    row = conflict(None)
    assert (row.state, row.is_unverified, row.problems) == (State.ISSUED, False, ())


@pytest.mark.parametrize("told", [NOTHING, receipt(), replace(receipt(), mark="", url="")])
def test_without_it_it_is_issued_and_said_to_be_unverified(conflict, told, store):
    row = conflict(told)
    assert (row.state, row.is_unverified, codes(row)) == (State.ISSUED, True, ["issued_unverified"])
    assert not any(problem.is_error for problem in row.problems)
    journal = store.outbox.journal(row.id)
    assert "issued_unverified" in [p.code for attempt in journal for p in attempt.outcome.problems]
    assert store.outbox.first_broken_attempt() is None


def test_the_same_sums_on_its_page_prove_it(conflict, line):
    line.pages = [page(OURS)]
    assert conflict(receipt()).problems == ()


def test_other_sums_replace_the_doubt(conflict, line):
    line.pages = [page(OTHERS)]
    row = conflict(receipt())
    assert (codes(row), row.reason) == (["read_back_differs"], "sums_differ")


def test_a_later_answer_with_our_internal_id_takes_the_doubt_away(conflict, line, clock, try_once):
    row = conflict(replace(receipt(), mark=""))
    assert row.mark_pending
    clock.moment = row.next_try_at
    told = receipt(internal_id=row.sealed.internal_id)
    line.pages = [Outcome(K.CONFLICT, "already_transmitted", receipt=told)]
    assert try_once().problems == ()


@pytest.mark.parametrize(
    ("told", "left", "reason"),
    [
        (page(OURS), [], ""),
        (page(OTHERS), ["read_back_differs"], "sums_differ"),
        (page({}), ["issued_unverified"], ""),
        (Outcome(K.UNKNOWN, "read_back_failed"), ["issued_unverified"], ""),
        (Outcome(K.UNKNOWN, "read_back_mismatch"), ["issued_unverified"], ""),
    ],
)
def test_comparing_again_settles_it_where_the_page_tells_enough(
    conflict, line, submitter, store, told, left, reason
):
    row = conflict(receipt())
    line.pages = [told]
    compared = submitter.compare(store.outbox.get(row.id))
    assert (compared.state, codes(compared), compared.reason) == (State.ISSUED, left, reason)
    assert compared.receipt.mark == row.receipt.mark
    assert compared.next_try_at is None
    assert store.outbox.journal(row.id)[-1].outcome.reason == told.reason


def test_comparing_again_takes_back_other_sums_that_are_ours_now(conflict, line, submitter):
    line.pages = [page(OTHERS)]
    row = conflict(receipt())
    line.pages = [page(OURS)]
    assert submitter.compare(row).problems == ()


def test_comparing_a_document_that_still_waits_for_its_mark_keeps_asking(conflict, line, submitter):
    row = conflict(replace(receipt(), mark=""))
    line.pages = [Outcome(K.UNKNOWN, "read_back_without_mark", sums=OURS)]
    compared = submitter.compare(row)
    assert (compared.mark_pending, compared.problems) == (True, ())
    assert compared.next_try_at is not None
