"""Dates as the provider writes them, told in Athens: the provider's and the authority's clock."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

ATHENS = ZoneInfo("Europe/Athens")

# api 2.5 (seen in 2026): a date alone or with a time; nothing, Z or an offset after the time.
_FORM = re.compile(
    r"^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})?)?$", re.ASCII
)


def issue_moment(text: str) -> datetime | None:
    """The moment that `dateIssued` names, in Athens; None where the text has no form that the provider takes.

    Without an offset the time is Athens time. A date alone is its midnight.
    """
    match = _FORM.match(text)
    if match is None:
        return None
    day, time, fraction, offset = match.groups()
    plain = f"{day}T{time or '00:00:00'}"
    if time and fraction:
        plain += f".{fraction[:6]:0<6}" if time.count(":") == 2 else ""
    try:
        moment = datetime.fromisoformat(plain)
        if offset:
            moment = datetime.fromisoformat(plain + ("+00:00" if offset == "Z" else offset))
        return moment.astimezone(ATHENS) if offset else moment.replace(tzinfo=ATHENS)
    except (ValueError, OverflowError):
        return None


def issue_day(text: str | None) -> str | None:
    """The Athens date (yyyy-MM-dd) of a `dateIssued`, None where it has none."""
    moment = issue_moment(text) if text else None
    return moment.date().isoformat() if moment else None


def athens_day(now: datetime) -> str:
    """Today in Athens, yyyy-MM-dd. `now` is aware."""
    return now.astimezone(ATHENS).date().isoformat()


def athens_stamp(now: datetime) -> str:
    """`now` as a `dateIssued` without an offset, to the second: the provider reads it as Athens time.

    A time of 00:00:00 would be replaced with the submission's (api 2.5), so midnight sharp says one second
    past.
    """
    local = now.astimezone(ATHENS).replace(microsecond=0, tzinfo=None)
    if local.time().isoformat() == "00:00:00":
        local = local.replace(second=1)
    return local.isoformat()


def is_date(text: str) -> bool:
    """Whether `text` is a date, yyyy-MM-dd."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-01-01")
