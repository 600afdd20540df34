"""Monthly repeats: short months, leap years, missed months, and the month's name in the texts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.app.repeats import MONTHS, filled_in, month_of, next_day, tomorrow

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("after", "monthly", "day"),
    [
        ("2026-11-20", 21, "2026-11-21"),
        ("2026-11-21", 21, "2026-12-21"),
        ("2026-12-31", 31, "2027-01-31"),
        ("2027-01-31", 31, "2027-02-28"),
        ("2028-01-31", 30, "2028-02-29"),
        ("2028-02-29", 30, "2028-03-30"),
        ("2026-04-30", 31, "2026-05-31"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2026-11-21", 0, ""),
    ],
)
def test_the_next_day_is_the_month_s_last_where_the_month_is_shorter(
    after: str, monthly: int, day: str
) -> None:
    assert next_day(after, monthly) == day


@given(DAYS, st.integers(1, 31))
def test_from_day_to_day_no_month_is_passed_over_and_none_comes_twice(start: date, monthly: int) -> None:
    day = start.isoformat()
    months = []
    for _ in range(14):
        day = next_day(day, monthly)
        months.append(int(day[:4]) * 12 + int(day[5:7]))
        assert int(day[8:]) == monthly or tomorrow(day)[8:] == "01"
    assert months == list(range(months[0], months[0] + 14))


@given(DAYS, st.integers(1, 31), st.integers(0, 27))
def test_what_is_put_off_is_still_for_its_month_until_the_next_one_comes(
    start: date, monthly: int, days: int
) -> None:
    due = next_day(start.isoformat(), monthly)
    later = (date.fromisoformat(due) + timedelta(days=days)).isoformat()
    assert month_of(later, monthly) == due[:7]


def test_missed_months_are_one_proposal_for_the_latest() -> None:
    assert month_of("2026-11-21", 15) == "2026-11"
    assert month_of("2026-11-21", 28) == "2026-10"
    assert month_of("2027-01-03", 31) == "2026-12"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ενοίκιο {μήνας} {έτος}", "Ενοίκιο Νοέμβριος 2026"),
        ("Συνδρομή μηνός {ΜΗΝΟΣ}", "Συνδρομή μηνός Νοεμβρίου"),
        ("Rent {Month} {year}", "Rent November 2026"),
        ("{μηνας}/{ ετος }", "Νοέμβριος/2026"),
        ("Τιμή {ειδική} {} {month", "Τιμή {ειδική} {} {month"),
        ("{{month}}", "{November}"),
    ],
)
def test_words_in_braces_become_the_month_and_the_year_and_others_stay(typed: str, shown: str) -> None:
    assert filled_in(typed, "2026-11") == shown


def test_every_month_has_its_name() -> None:
    assert len(MONTHS["el"]) == len(MONTHS["en"]) == 12
    assert [filled_in("{month}", f"2026-{n:02d}") for n in (1, 12)] == ["January", "December"]
