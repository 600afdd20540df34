"""Monthly repeats: when a template is proposed, for which month, and the month in its texts."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.folding import fold

MONTHS = {
    "el": (
        *("Ιανουάριος", "Φεβρουάριος", "Μάρτιος", "Απρίλιος", "Μάιος", "Ιούνιος", "Ιούλιος"),
        *("Αύγουστος", "Σεπτέμβριος", "Οκτώβριος", "Νοέμβριος", "Δεκέμβριος"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
}
_OF_THE_MONTH = (
    *("Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου", "Απριλίου", "Μαΐου", "Ιουνίου", "Ιουλίου"),
    *("Αυγούστου", "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου"),
)
_BRACES = re.compile(r"\{([^{}]*)\}")


def next_day(after: str, monthly: int) -> str:
    """The first day after `after` (both yyyy-MM-dd) that is the month's `monthly`-th, or its last one where
    it is shorter; "" for 0."""
    if not monthly:
        return ""
    here = date.fromisoformat(after)
    this = _in_month(here.year, here.month, monthly)
    if this > here:
        return this.isoformat()
    return _in_month(here.year + here.month // 12, here.month % 12 + 1, monthly).isoformat()


def month_of(today: str, monthly: int) -> str:
    """The month (yyyy-MM) for which something is proposed on `today`: that of the last such day until then.

    Months that were missed are one proposal, for the latest of them; one that was put off over the end of its
    month is still for that month.
    """
    here = date.fromisoformat(today)
    this = _in_month(here.year, here.month, monthly)
    if this > here:
        this = date(here.year, here.month, 1) - timedelta(days=1)
    return this.isoformat()[:7]


def tomorrow(today: str) -> str:
    """The day after."""
    return (date.fromisoformat(today) + timedelta(days=1)).isoformat()


def with_month(document: Document, month: str) -> Document:
    """The document with the month (yyyy-MM) in its descriptions, where they ask for it: {μήνας}, {μηνός} or
    {month}, {έτος} or {year}. Other braces stay as they were typed."""
    if document.details is None:
        return document
    lines = []
    for line in document.details:
        texts = line.descriptions
        filled = tuple(filled_in(text, month) for text in texts) if texts else texts
        lines.append(line if filled == texts else line.with_member("descriptions", filled))
    return document.with_member("details", tuple(lines))


def filled_in(text: str, month: str) -> str:
    """A text with the words in braces replaced that name the month or the year."""
    year, number = month.split("-")
    place = int(number) - 1
    words = {
        fold("μήνας"): MONTHS["el"][place],
        fold("μηνός"): _OF_THE_MONTH[place],
        "month": MONTHS["en"][place],
        fold("έτος"): year,
        "year": year,
    }
    return _BRACES.sub(lambda braces: words.get(fold(braces[1].strip()), braces[0]), text)


def _in_month(year: int, month: int, monthly: int) -> date:
    return date(year, month, min(monthly, monthrange(year, month)[1]))
