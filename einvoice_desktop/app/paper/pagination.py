"""Dealing blocks out to pages: lines with sums carried over, the closing block whole and at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from einvoice_desktop.app.paper.content import Carried
from einvoice_desktop.app.paper.page import Item, moved
from einvoice_desktop.app.paper.setting import Band
from einvoice_desktop.app.paper.table import LineTable

_KEPT = 2
"""Lines that go along when the closing block would have a page to itself."""
_HAIR = 0.01


@dataclass(frozen=True, slots=True)
class Room:
    """Where blocks may stand: `first` and `later` are the tops of the first and of further pages."""

    x: float
    first: float
    later: float
    bottom: float


@dataclass
class _Sheet:
    """One page being filled."""

    y: float
    items: list[Item] = field(default_factory=list)
    rows: int = 0
    blocks: int = 0


class _Company(IntEnum):
    """What shares its page with the closing block: lines are better than words, words than nothing."""

    NONE = 0
    WORDS = 1
    LINES = 2


class Dealer:
    """Fills pages with one paper's blocks."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._sheets = [_Sheet(room.first)]

    @property
    def _sheet(self) -> _Sheet:
        return self._sheets[-1]

    def _fits(self, height: float) -> bool:
        return self._sheet.y + height <= self._room.bottom + _HAIR

    def _put(self, band: Band, gap: float = 0.0) -> None:
        sheet = self._sheet
        sheet.items += moved(band.items, self._room.x, sheet.y)
        sheet.y += band.height + gap

    def turn(self) -> None:
        """On to a new page."""
        self._sheets.append(_Sheet(self._room.later))

    def flow(self, bands: Sequence[Band], gap: float = 0.0) -> None:
        """Blocks below each other; each stays whole."""
        for band in bands:
            if not self._fits(band.height) and self._sheet.blocks:
                self.turn()
            self._put(band, gap)
            self._sheet.blocks += 1

    def table(self, table: LineTable, turn_before: int | None) -> None:
        """The lines; each page after the first begins with what was brought forward.

        `turn_before`: the row that begins a new page whether or not it must.
        """
        rows = table.rows
        if not rows:
            return
        if not self._fits(table.header.height + rows[0].band.height + table.carry_height):
            self.turn()
        self._put(table.header)
        for place, row in enumerate(rows):
            reserve = 0.0 if place == len(rows) - 1 else table.carry_height
            full = self._sheet.rows and not self._fits(row.band.height + reserve)
            if full or (place == turn_before and self._sheet.rows):
                self._carry_over(table, rows[place - 1].carried)
            self._put(row.band)
            self._sheet.rows += 1
            self._sheet.blocks += 1

    def _carry_over(self, table: LineTable, carried: Carried) -> None:
        if table.has_sums:
            self._put(table.carry("carried", carried))
        self.turn()
        self._put(table.header)
        if table.has_sums:
            self._put(table.carry("brought", carried))

    def close(self, bands: Sequence[Band], closing: Band) -> _Company:
        """What comes after the lines, then the closing block at the bottom of its page; beside what it is."""
        self.flow(bands)
        if not self._fits(closing.height) and self._sheet.blocks:
            self.turn()
        sheet = self._sheet
        sheet.y = max(sheet.y, self._room.bottom - closing.height)
        self._put(closing)
        if len(self._sheets) == 1 or sheet.rows:
            return _Company.LINES
        return _Company.WORDS if sheet.blocks else _Company.NONE

    def pages(self) -> list[list[Item]]:
        """The items of each page."""
        return [sheet.items for sheet in self._sheets]


def deal(
    room: Room, openings: Sequence[Band], table: LineTable, bands: Sequence[Band], closing: Band, gap: float
) -> list[list[Item]]:
    """The items of each page. A closing block that needs a new page takes the last lines or words there."""

    def dealt(turn_before: int | None = None, kept: int = 0) -> tuple[list[list[Item]], _Company]:
        dealer = Dealer(room)
        dealer.flow(openings, gap)
        dealer.table(table, turn_before)
        dealer.flow(bands[: len(bands) - kept])
        if kept:
            dealer.turn()
        company = dealer.close(bands[len(bands) - kept :], closing)
        return dealer.pages(), company

    pages, company = dealt()
    rows = len(table.rows)
    for kept in range(min(_KEPT, rows - 1), 0, -1) if company < _Company.LINES else ():
        better, found = dealt(rows - kept)
        if found is _Company.LINES and len(better) == len(pages):
            return better
    if company is _Company.NONE and bands:
        better, _ = dealt(kept=1)
        return better if len(better) == len(pages) else pages
    return pages
