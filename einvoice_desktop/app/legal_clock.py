"""How long a document that is not in yet may stay so: the law, and how certain it is (RULES 13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from einvoice_desktop.domain.dates import ATHENS
from einvoice_desktop.domain.lifecycle import UNSETTLED
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import warning
from einvoice_desktop.domain.submission import Submission

AT_MOST = timedelta(days=2)
"""After a loss of connection; from one source only, and counted from the issue to be on the safe side."""


@dataclass(frozen=True, slots=True)
class LegalClock:
    """For one document that is on its way. It is to go at once when the line is back (certain); `latest` is
    the last moment, aware, in Athens (`certain` says whether the law's own text was found)."""

    issued_on: date
    latest: datetime
    left: timedelta
    certain: bool = False

    @property
    def is_over(self) -> bool:
        """Whether the last moment has passed."""
        return self.left <= timedelta()


def legal_clock(submission: Submission, now: datetime) -> LegalClock | None:
    """None for a document that is settled, or whose date cannot be read."""
    if submission.state not in UNSETTLED:
        return None
    try:
        issued_on = date.fromisoformat(submission.sealed.key.date)
    except ValueError:
        return None
    latest = datetime.combine(issued_on + AT_MOST, time(23, 59, 59), ATHENS)
    return LegalClock(issued_on, latest, latest - now)


def clock_problem(submission: Submission, now: datetime) -> Problem | None:
    """What is to be said beside a document that was tried and is not in; None where there is nothing."""
    clock = legal_clock(submission, now)
    if clock is None or submission.attempts == 0:
        return None
    code = "legal_clock_over" if clock.is_over else "legal_clock"
    return warning("dateIssued", code, date=clock.issued_on, until=clock.latest.strftime("%d/%m/%Y %H:%M"))
