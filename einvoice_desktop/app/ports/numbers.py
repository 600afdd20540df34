"""The series and the numbers that were given in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from einvoice_desktop.domain.lifecycle import State


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """What numbers run in."""

    server: str
    issuer_vat: str
    branch: int
    type_code: str
    series: str


@dataclass(frozen=True, slots=True)
class SeriesState:
    """`last_number` is None where the series was never used here and nobody has said which was the last.
    `unsure`: the books came back from a copy, and others may have been given since it was made."""

    last_number: str | None
    next_number: str
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class UsedNumber:
    """One sealed document's number. `holds`: it is taken; `spent`: by somebody else's document."""

    place: SeriesPlace
    number: str
    submission_id: int
    state: State
    holds: bool
    spent: bool


class Numbers(Protocol):
    """The series and their numbers. Every method is one transaction."""

    def state(self, place: SeriesPlace) -> SeriesState: ...

    def set_last(self, place: SeriesPlace, last: str) -> SeriesState:
        """Raises UserError("last_number_malformed" | "last_number_too_long" | "last_number_lower", last=)."""
        ...

    def names(self, server: str) -> list[str]:
        """The names of the series of these books."""
        ...

    def used(self, server: str | None) -> Iterator[UsedNumber]:
        """Every number that was given, series by series, in the order of sealing."""
        ...
