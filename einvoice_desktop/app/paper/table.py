"""The table of lines: columns as wide as what stands in them, rows that break between pages alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from einvoice_desktop.app.paper.content import Carried, PaperLine, Term
from einvoice_desktop.app.paper.page import Face, Ink, Item
from einvoice_desktop.app.paper.setting import (
    BODY,
    LABEL,
    LABEL_STRONG,
    SMALL,
    STRONG,
    Align,
    Band,
    Setter,
    Slip,
    row_height,
)

_FLOWING = "description"
_GAP = 2.6
_NARROWEST = 44.0
"""What the description has at the least, in mm."""
_TALLEST = 60.0
"""Of one piece of a line, in mm: longer descriptions go on in a next piece."""
_PAD = 1.0

_COLUMNS: tuple[tuple[str, Align, float], ...] = (
    ("number", "right", 9.0),
    ("code", "left", 24.0),
    (_FLOWING, "left", 0.0),
    ("unit", "left", 19.0),
    ("quantity", "right", 60.0),
    ("price", "right", 60.0),
    ("discount", "right", 40.0),
    ("net", "right", 60.0),
    ("rate", "right", 20.0),
    ("vat", "right", 60.0),
    ("total", "right", 60.0),
)
"""Key, side, widest in mm. The key is the attribute of PaperLine."""
_TITLES = {"number": "line_number"}
_CARRIED = ("net", "vat", "total")
_WRAPPED = frozenset({"code", "unit"})
_TRIES: tuple[tuple[frozenset[str], float], ...] = (
    (frozenset(), 1.0),
    (frozenset({"vat"}), 1.0),
    (frozenset({"vat", "number"}), 1.0),
    (frozenset({"vat", "number"}), 0.86),
)
"""Columns left out and figures made smaller, one after the other until the description has its room."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of this paper."""

    key: str
    align: Align
    x: float
    width: float
    titles: Term


@dataclass(frozen=True, slots=True)
class RowBand:
    """A line, or a piece of a long one; `carried` are the sums down to it."""

    band: Band
    carried: Carried


class LineTable:
    """The lines of one paper, set into `width`."""

    def __init__(
        self, setter: Setter, width: float, lines: Sequence[PaperLine], words: Mapping[str, Term]
    ) -> None:
        self._setter = setter
        self._width = width
        self._lines = lines
        self._words = words
        self.columns, self._figure = self._fitted_columns()
        self.header = self._header()
        self.rows = [piece for line in lines for piece in self._row(line)]
        self.has_sums = any(column.key == "net" for column in self.columns)
        self.carry_height = self.carry("carried", Carried("", "", "")).height if self.has_sums else 0.0
        """Of a row of sums at the edge of a page, whatever they are."""

    # --- columns --------------------------------------------------------------------------------

    def _fitted_columns(self) -> tuple[tuple[Column, ...], Face]:
        for without, scale in _TRIES:
            figure = replace(BODY, size=BODY.size * scale)
            widths = self._widths(without, figure)
            room = self._width - sum(widths.values()) - _GAP * len(widths)
            if room >= _NARROWEST:
                break
        if room < _NARROWEST:
            widths = self._squeezed(widths)
            room = _NARROWEST
        return self._placed(widths, room), figure

    def _widths(self, without: frozenset[str], figure: Face) -> dict[str, float]:
        widths = {}
        for key, _, widest in _COLUMNS:
            cells = {getattr(line, key) for line in self._lines} - {""} if key != _FLOWING else set()
            if not cells or key in without:
                continue
            needed = max(self._setter.width(cell, figure) for cell in cells)
            titles = max(self._setter.width(title, LABEL_STRONG) for title in self._titles(key))
            if key in _CARRIED:
                sums = (getattr(line.carried, key) for line in self._lines)
                needed = max(needed, *(self._setter.width(text, STRONG) for text in sums))
            widths[key] = min(widest, max(needed, titles))
        return widths

    def _squeezed(self, widths: dict[str, float]) -> dict[str, float]:
        """Figures beyond all measure: their columns give in proportion, the figures get smaller in them."""
        kept = {key: width for key, width in widths.items() if key in _WRAPPED}
        figures = {key: width for key, width in widths.items() if key not in _WRAPPED}
        room = self._width - _NARROWEST - _GAP * len(widths) - sum(kept.values())
        scale = room / sum(figures.values())
        return kept | {key: width * scale for key, width in figures.items()}

    def _placed(self, widths: Mapping[str, float], room: float) -> tuple[Column, ...]:
        placed, x = [], 0.0
        for key, align, _ in _COLUMNS:
            width = room if key == _FLOWING else widths.get(key)
            if width is None:
                continue
            placed.append(Column(key, align, x, width, self._titles(key)))
            x += width + _GAP
        return tuple(placed)

    def _titles(self, key: str) -> Term:
        return self._words[_TITLES.get(key, key)]

    # --- bands ----------------------------------------------------------------------------------

    def _header(self) -> Band:
        slip = Slip(self._setter, self._width)
        slip.skip(1.0)
        for place in range(len(self._titles("code"))):
            for column in self.columns:
                face = LABEL_STRONG if place == 0 else LABEL
                slip.place(
                    column.titles[place],
                    face,
                    Ink.ACCENT if place == 0 else Ink.SOFT,
                    x=column.x,
                    width=column.width,
                    align=column.align,
                )
            slip.skip(row_height(LABEL))
        slip.skip(0.9)
        slip.rule(0.3, Ink.ACCENT)
        slip.skip(0.3)
        return slip.band()

    def carry(self, word: str, carried: Carried) -> Band:
        """A row of sums at the edge of a page; `word` says which way they are carried."""
        slip = Slip(self._setter, self._width)
        slip.skip(_PAD)
        first = next(column for column in self.columns if column.key == "net")
        slip.place(
            " / ".join(self._words[word]),
            SMALL,
            Ink.SOFT,
            width=first.x - _GAP,
            align="right",
            baseline=STRONG,
        )
        for column in self.columns:
            if column.key in _CARRIED:
                text = getattr(carried, column.key)
                slip.place(text, STRONG, x=column.x, width=column.width, align="right")
        slip.skip(row_height(STRONG) + _PAD)
        slip.rule()
        return slip.band()

    def _row(self, line: PaperLine) -> list[RowBand]:
        ink = Ink.TEXT if line.counts else Ink.SOFT
        texts = self._description(line)
        pieces = _pieces(texts)
        beside = self._beside(line)
        bands = []
        for place, piece in enumerate(pieces):
            slip = Slip(self._setter, self._width)
            slip.skip(_PAD if place == 0 else 0.0)
            top = slip.y
            column = self._column(_FLOWING)
            for text, face, own in piece:
                slip.place(text, face, ink if own is Ink.TEXT else own, x=column.x, width=column.width)
                slip.skip(row_height(face))
            if place == 0:
                bottom, slip.y = slip.y, top
                slip.items += self._cells(line, ink, top)
                slip.y = max(bottom, top + beside)
            slip.skip(_PAD if place == len(pieces) - 1 else 0.0)
            if place == len(pieces) - 1:
                slip.rule()
            bands.append(RowBand(slip.band(), line.carried))
        return bands

    def _description(self, line: PaperLine) -> list[tuple[str, Face, Ink]]:
        """The rows of the description: its first text as it is, further ones and notes in small print."""
        width = self._column(_FLOWING).width
        found: list[tuple[str, Face, Ink]] = []
        for place, text in enumerate(line.texts or ("",)):
            face, ink = (BODY, Ink.TEXT) if place == 0 else (SMALL, Ink.SOFT)
            found += [(row, face, ink) for row in self._setter.rows(text, face, width)]
        for note in line.notes:
            found += [(row, SMALL, Ink.SOFT) for row in self._setter.rows(note, SMALL, width)]
        return found

    def _cells(self, line: PaperLine, ink: Ink, top: float) -> list[Item]:
        slip = Slip(self._setter, self._width)
        for column in self.columns:
            if column.key == _FLOWING:
                continue
            slip.y = top
            text = getattr(line, column.key)
            soft = Ink.SOFT if column.key in ("number", "code", "unit") else ink
            for row in self._wrapped(text, column):
                slip.place(
                    row,
                    self._figure,
                    soft,
                    x=column.x,
                    width=column.width,
                    align=column.align,
                    baseline=BODY,
                )
                slip.skip(row_height(BODY))
        return slip.items

    def _wrapped(self, text: str, column: Column) -> list[str]:
        if column.key not in _WRAPPED:
            return [text]
        return self._setter.rows(text, self._figure, column.width, most=6)

    def _beside(self, line: PaperLine) -> float:
        """The height of the tallest cell beside the description."""
        rows = [
            len(self._wrapped(getattr(line, column.key), column))
            for column in self.columns
            if column.key in _WRAPPED
        ]
        return max([1, *rows]) * row_height(BODY)

    def _column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


def _pieces(rows: Sequence[tuple[str, Face, Ink]]) -> list[list[tuple[str, Face, Ink]]]:
    pieces: list[list[tuple[str, Face, Ink]]] = [[]]
    height = 0.0
    for row in rows:
        step = row_height(row[1])
        if pieces[-1] and height + step > _TALLEST:
            pieces.append([])
            height = 0.0
        pieces[-1].append(row)
        height += step
    return pieces
