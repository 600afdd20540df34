"""What people type and what they are shown, the Greek and the English way, never off by a thousand."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from einvoice_desktop.app.entry import (
    fold,
    show_amount,
    show_date,
    understand_amount,
    understand_date,
    understand_time,
)

D = Decimal


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("123,00", "123.00"),
        ("9,99", "9.99"),
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1.234.567", "1234567"),
        ("1 234,5", "1234.5"),
        ("35", "35"),
        ("0,125", "0.125"),
        ("0.125", "0.125"),
        (",5", "0.5"),
        ("5,", "5"),
        ("-3,2", "-3.2"),
        ("12,50 €", "12.50"),
        ("1234.567", "1234.567"),
    ],
)
@pytest.mark.parametrize("language", ["el", "en"])
def test_comma_and_point_both_mean_decimal(typed, value, language):
    found = understand_amount(typed, language)
    assert found.ok
    assert found.value == D(value)
    assert not found.ambiguous


def test_a_lone_group_mark_is_ambiguous_and_says_so():
    assert understand_amount("1.234", "el") == understand_amount("1,234", "en")
    assert understand_amount("1.234", "el").value == D(1234)
    assert understand_amount("1.234", "el").ambiguous
    assert understand_amount("1,234", "el").value == D("1.234")
    assert understand_amount("1.234", "en").value == D("1.234")


@pytest.mark.parametrize(
    "typed", ["abc", "1.23.4", "1,2,3", "1.234.5", "--1", "1-2", "½", "١٢", "1e5", "9" * 50, ".", ","]
)
def test_nonsense_is_not_understood_and_never_a_number(typed):
    assert not understand_amount(typed, "el").ok


def test_nothing_typed_is_nothing():
    assert understand_amount("  ", "el").ok
    assert understand_amount("", "el").value is None


@pytest.mark.parametrize(
    ("value", "greek", "english"),
    [
        ("1234.56", "1.234,56", "1,234.56"),
        ("0", "0,00", "0.00"),
        ("1000000", "1.000.000,00", "1,000,000.00"),
        ("0.12345", "0,12345", "0.12345"),
        ("-5.5", "−5,50", "−5.50"),
        ("999999999999.99", "999.999.999.999,99", "999,999,999,999.99"),
    ],
)
def test_amounts_are_shown_in_each_language(value, greek, english):
    assert show_amount(D(value), "el") == greek
    assert show_amount(D(value), "en") == english


@given(st.decimals(min_value=0, max_value=10**12, places=2), st.sampled_from(["el", "en"]))
def test_what_is_shown_is_understood_again(value, language):
    assert understand_amount(show_amount(value, language), language).value == value


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("1/2/2026", "2026-02-01"),
        ("01-02-26", "2026-02-01"),
        ("1.2.2026", "2026-02-01"),
        ("2026-02-01", "2026-02-01"),
        ("31/2/2026", None),
        ("abc", None),
        ("1/2", None),
    ],
)
def test_dates_are_day_month_year(typed, iso):
    assert understand_date(typed) == iso


def test_dates_are_shown_day_first():
    assert show_date("2026-11-21T10:15:00") == "21/11/2026"
    assert show_date("soon") == "soon"


def test_searching_sees_no_accents_no_case_no_final_sigma():
    assert fold("Καφεκοπτείο ΠΑΠΑΔΌΠΟΥΛΟΣ") == fold("καφεκοπτειο παπαδοπουλος") == "καφεκοπτειο παπαδοπουλοσ"


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        *((typed, "09:30") for typed in ("930", "0930", "9:30", "09.30", "9,30", " 9 30 ", "9-30")),
        *(("9", "09:00"), ("23", "23:00"), ("2359", "23:59"), ("0:00", "00:00")),
        *((typed, None) for typed in ("", "24", "25:99", "2400", "9:5", "12:60", "το πρωί", "12345")),
    ],
)
def test_an_hour_is_understood_as_offices_type_it(typed, hour):
    assert understand_time(typed) == hour
