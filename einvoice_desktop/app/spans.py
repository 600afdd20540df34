"""Months, quarters and years that figures are asked of, and those that they are held against."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Size = Literal["month", "quarter", "year", "own"]
_MONTHS: dict[Size, int] = {"month": 1, "quarter": 3, "year": 12}


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day (yyyy-MM-dd); `size` "own" for days that a person has chosen one by one."""

    size: Size
    since: str
    until: str

    @property
    def is_long(self) -> bool:
        """Whether it is seen by months rather than by days."""
        return self.days > _MOST_DAYS

    @property
    def days(self) -> int:
        """How many days there are in it."""
        return (_date(self.until) - _date(self.since)).days + 1

    def stepped(self, steps: int) -> Span:
        """So many spans of its size later, or earlier below 0; itself where that is beyond all books."""
        if self.size == "own":
            shift, first = self.days * steps, _date(self.since).toordinal()
            if not _FIRST_DAY <= first + shift <= _LAST_DAY - self.days:
                return self
            return _own(*(date.fromordinal(first + shift + more) for more in (0, self.days - 1)))
        months = _month_count(_date(self.since)) + _MONTHS[self.size] * steps
        return _months(self.size, months) if EARLIEST[:4] <= f"{months // 12:04d}" < LATEST[:4] else self

    def year_before(self) -> Span:
        """The same a year earlier."""
        if self.size != "own":
            return _months(self.size, _month_count(_date(self.since)) - 12)
        return _own(_year_earlier(_date(self.since)), _year_earlier(_date(self.until)))

    def all_days(self) -> list[str]:
        """Every day in it."""
        first = _date(self.since)
        return [(first + timedelta(days=place)).isoformat() for place in range(self.days)]

    def all_months(self) -> list[str]:
        """Every month (yyyy-MM) that it touches."""
        first, last = _month_count(_date(self.since)), _month_count(_date(self.until))
        return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(first, last + 1)]


_MOST_DAYS = 62
EARLIEST, LATEST = "1990-01-01", "2100-01-01"
"""No books go further."""
_FIRST_DAY, _LAST_DAY = date.fromisoformat(EARLIEST).toordinal(), date.fromisoformat(LATEST).toordinal()


def span_of(size: Size, day: str) -> Span:
    """The month, quarter or year that holds `day`; "own": that day alone."""
    if size == "own":
        return Span("own", day, day)
    months = _MONTHS[size]
    return _months(size, _month_count(_date(day)) // months * months)


def own_span(since: str, until: str) -> Span:
    """Any days from EARLIEST on and before LATEST, whichever is the first."""
    first, last = (min(max(day, EARLIEST), LATEST) for day in sorted((since, until)))
    return Span("own", first, last)


def year_up_to(span: Span) -> Span:
    """The twelve months whose last one is the last that `span` touches."""
    last = _month_count(_date(span.until))
    first = _months("month", last - 11)
    return Span("own", first.since, _months("month", last).until)


def _months(size: Size, first: int) -> Span:
    last = first + _MONTHS[size] - 1
    end = date(last // 12, last % 12 + 1, monthrange(last // 12, last % 12 + 1)[1])
    return Span(size, date(first // 12, first % 12 + 1, 1).isoformat(), end.isoformat())


def _own(since: date, until: date) -> Span:
    return Span("own", since.isoformat(), until.isoformat())


def _date(day: str) -> date:
    return date.fromisoformat(day)


def _month_count(day: date) -> int:
    return day.year * 12 + day.month - 1


def _year_earlier(day: date) -> date:
    leap = day.month == 2 and day.day == 29
    return day.replace(year=day.year - 1, day=28 if leap else day.day)
