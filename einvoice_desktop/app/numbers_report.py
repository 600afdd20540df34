"""Gaps and conflicts in the numbers of each series: what a bookkeeper asks about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from einvoice_desktop.app.ports import SeriesPlace, UsedNumber
from einvoice_desktop.domain.lifecycle import UNSETTLED
from einvoice_desktop.domain.lookalikes import look_alikes

_WHOLE = re.compile(r"[0-9]{1,50}")


@dataclass(frozen=True, slots=True)
class SeriesReport:
    """One series. `gaps` are ranges of numbers, both ends in them, that no document holds between the lowest
    and the highest; `conflicts` numbers that somebody else's document has at the provider; `to_correct`
    numbers that were refused and wait for their correction (they are gaps until then); `open` numbers on
    their way; `odd` numbers that are not whole; `looks_like` other series of the books that look the same.
    """

    place: SeriesPlace
    count: int
    lowest: int | None
    highest: int | None
    gaps: tuple[tuple[int, int], ...]
    conflicts: tuple[str, ...]
    to_correct: tuple[str, ...]
    open: tuple[str, ...]
    odd: tuple[str, ...]
    looks_like: tuple[str, ...]

    @property
    def is_clean(self) -> bool:
        """Whether there is nothing to ask about."""
        return not (self.gaps or self.conflicts or self.to_correct or self.looks_like)


def numbers_report(used: Iterable[UsedNumber]) -> tuple[SeriesReport, ...]:
    """One report for each series, in the order in which they come (series by series)."""
    grouped = [(place, list(rows)) for place, rows in groupby(used, key=lambda row: row.place)]
    names = frozenset(place.series for place, _ in grouped)
    return tuple(_report(place, rows, names) for place, rows in grouped)


def _report(place: SeriesPlace, rows: list[UsedNumber], names: frozenset[str]) -> SeriesReport:
    held = {_key(row.number) for row in rows if row.holds}
    whole = sorted(key for key in held if isinstance(key, int))
    refused = {_key(row.number): row.number for row in rows if not row.holds}
    return SeriesReport(
        place=place,
        count=len(held),
        lowest=whole[0] if whole else None,
        highest=whole[-1] if whole else None,
        gaps=tuple(_gaps(whole)),
        conflicts=tuple(row.number for row in rows if row.spent),
        to_correct=tuple(number for key, number in refused.items() if key not in held),
        open=tuple(row.number for row in rows if row.state in UNSETTLED),
        odd=tuple(key for key in held if isinstance(key, str)),
        looks_like=tuple(look_alikes(place.series, names)),
    )


def _gaps(numbers: list[int]) -> Iterator[tuple[int, int]]:
    for before, after in pairwise(numbers):
        if after - before > 1:
            yield before + 1, after - 1


def _key(number: str) -> int | str:
    return int(number) if _WHOLE.fullmatch(number) else number
