"""Spans of time that figures are asked of."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.app.spans import Span, own_span, span_of, year_up_to


@pytest.mark.parametrize(
    ("size", "day", "since", "until", "before", "year_before"),
    [
        ("month", "2024-02-29", "2024-02-01", "2024-02-29", "2024-01-01", "2023-02-01"),
        ("month", "2026-01-31", "2026-01-01", "2026-01-31", "2025-12-01", "2025-01-01"),
        ("quarter", "2026-03-31", "2026-01-01", "2026-03-31", "2025-10-01", "2025-01-01"),
        ("year", "2026-03-31", "2026-01-01", "2026-12-31", "2025-01-01", "2025-01-01"),
        ("own", "2024-02-29", "2024-02-29", "2024-02-29", "2024-02-28", "2023-02-28"),
    ],
)
def test_a_span_and_what_it_is_held_against(size, day, since, until, before, year_before):
    span = span_of(size, day)
    assert (span.since, span.until) == (since, until)
    assert span.stepped(-1).since == before
    assert span.year_before().since == year_before
    assert span.stepped(3).stepped(-3) == span


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2097, 1, 1)), st.integers(0, 800))
def test_days_and_months_are_all_there(day, length):
    span = own_span(day.isoformat(), (day + timedelta(days=length)).isoformat())
    days = span.all_days()
    assert (days[0], days[-1], len(days)) == (span.since, span.until, length + 1)
    assert span.all_months() == sorted({one[:7] for one in days})
    assert span.is_long == (length >= 62)


def test_no_step_leaves_the_time_that_books_are_of():
    for span in (
        span_of("year", "1990-05-05"),
        own_span("0001-01-01", "1999-01-01"),
        span_of("month", "1990-01-01"),
    ):
        assert span.stepped(-1) == span
        assert span.year_before().since < span.since
    late = own_span("2026-01-01", "9999-12-31")
    assert late.stepped(1) == late
    assert span_of("quarter", "2099-12-31").stepped(1).since == "2099-10-01"


def test_the_year_up_to_a_month_has_twelve_and_ends_with_it():
    months = year_up_to(span_of("month", "2026-02-10")).all_months()
    assert (len(months), months[0], months[-1]) == (12, "2025-03", "2026-02")
    assert own_span("2026-03-01", "2026-02-01") == Span("own", "2026-02-01", "2026-03-01")
