"""What these books have credited of a document already."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from einvoice_desktop.domain.submission import Submission


class Credited(NamedTuple):
    """The credits of a document, issued or on their way, newest first, and what they come to."""

    rows: tuple[Submission, ...]
    gross: Decimal


def credited_already(credits_: Iterable[Submission]) -> Credited:
    """Of the credits that name a document."""
    rows = tuple(sorted(credits_, key=lambda row: row.id, reverse=True))
    return Credited(rows, sum((row.sealed.gross for row in rows), Decimal(0)))
