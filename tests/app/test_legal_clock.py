"""The legal clock of a document that is not in yet: two days at most, and that this is not certain."""

from datetime import UTC, datetime, timedelta

import pytest

from einvoice_desktop.app.legal_clock import clock_problem, legal_clock
from einvoice_desktop.domain.submission import Outcome, OutcomeKind
from tests.app.scripted import receipt


def test_a_document_on_its_way_has_until_the_second_day_in_athens(seal, clock):
    row = seal()
    ticking = legal_clock(row, clock.now())
    assert ticking is not None
    assert ticking.latest.astimezone(UTC) == datetime(2026, 11, 23, 21, 59, 59, tzinfo=UTC)
    assert (ticking.is_over, ticking.certain) == (False, False)
    late = legal_clock(row, clock.now() + timedelta(days=3))
    assert late is not None
    assert late.is_over


def test_a_settled_document_has_none(seal, clock, try_once):
    seal()
    done = try_once(Outcome(OutcomeKind.ISSUED, "issued", receipt=receipt()))
    assert legal_clock(done, clock.now()) is None


@pytest.mark.parametrize(("days", "code"), [(0, "legal_clock"), (3, "legal_clock_over")])
def test_what_was_tried_and_is_not_in_says_so(seal, clock, try_once, messages, days, code):
    seal()
    row = try_once(Outcome(OutcomeKind.NEVER_LEFT, "connect_timeout"))
    problem = clock_problem(row, clock.now() + timedelta(days=days))
    assert problem is not None
    assert (problem.code, problem.is_error) == (code, False)
    assert "one source" in messages.problem(problem, "en")
    assert "μία μόνο πηγή" in messages.problem(problem, "el")


def test_nothing_is_said_before_the_first_try(seal, clock):
    assert clock_problem(seal(), clock.now()) is None
