"""Reads `dateIssued` in the forms the provider accepts; the provider works in Athens time."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

_FORM = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(T(?P<time>[0-9]{2}:[0-9]{2}:[0-9]{2})(\.(?P<fraction>[0-9]{1,7}))?(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?\Z"
)
_MIDNIGHT = "00:00:00"


def athens() -> ZoneInfo:
    return ZoneInfo("Europe/Athens")


def read_moment(text: str, now: datetime) -> datetime | None:
    """The moment in Athens that `text` names, or None when it has no accepted form.

    No offset means Athens time. A time of literally 00:00:00, or none, is replaced with the time of `now`
    (seen on the test service, 2026).
    """
    found = _FORM.match(text)
    if found is None:
        return None
    time, zone = found["time"] or _MIDNIGHT, found["zone"] or ""
    try:
        moment = datetime.fromisoformat(f"{found['date']}T{time}{zone.replace('Z', '+00:00')}")
        local = moment.replace(tzinfo=athens()) if moment.tzinfo is None else moment.astimezone(athens())
    except (ValueError, OverflowError):
        return None
    if time == _MIDNIGHT and not (found["fraction"] or "").strip("0"):
        clock = now.astimezone(athens())
        return local.replace(hour=clock.hour, minute=clock.minute, second=clock.second)
    return local


_WITH_Z = frozenset({"8.4", "8.5", "8.6"})


def normalised(moment: datetime, invoice_type: str = "") -> str:
    """As the answers carry it: UTC; receipts and order forms with milliseconds and Z, the rest `+00:00`."""
    utc = moment.astimezone(UTC)
    if invoice_type in _WITH_Z:
        return utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return utc.replace(microsecond=0).isoformat()
