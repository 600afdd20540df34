"""Setting type: breaking text into rows, fitting it into boxes, building blocks from the top down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from einvoice_desktop.app.paper.page import Box, Face, Ink, Item, Measure, Text, moved

Align = Literal["left", "right", "centre"]

TITLE = Face(5.2, bold=True)
NAME = Face(3.7, bold=True)
BODY = Face(2.8)
STRONG = Face(2.8, bold=True)
SMALL = Face(2.4)
LABEL = Face(2.2)
LABEL_STRONG = Face(2.2, bold=True)
FINE = Face(2.0)
MARK = Face(3.6, bold=True)

LEADING = 1.34
"""Height of a row over the size of its face."""
_BASELINE = 1.03
"""From the top of a row to its baseline, over the size of its face."""
_HAIR = 0.01
ELLIPSIS = "…"


def row_height(face: Face) -> float:
    """The height of one row."""
    return face.size * LEADING


@dataclass(frozen=True, slots=True)
class Band:
    """A block that is never split: items from its own top left corner, and its height."""

    height: float
    items: tuple[Item, ...]


class Setter:
    """Breaks and places text with one measure."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure

    def width(self, text: str, face: Face) -> float:
        """The advance of `text`."""
        return self._measure.width(text, face)

    def proportion(self, picture: bytes) -> float:
        """Width over height of a picture; 0 for none."""
        return self._measure.proportion(picture) if picture else 0.0

    def fitted(self, text: str, face: Face, width: float) -> Face:
        """`face`, made smaller where `text` would not go into `width` in one row."""
        needed = self.width(text, face)
        return face if needed <= width + _HAIR else replace(face, size=face.size * width / needed)

    def rows(self, text: str, face: Face, width: float, most: int | None = None) -> list[str]:
        """`text` broken into rows that are no wider than `width`; of more than `most` the rest is cut."""
        rows: list[str] = []
        for paragraph in text.split("\n"):
            rows += self._broken(paragraph, face, width)
        if most is not None and len(rows) > most:
            rows = [*rows[: most - 1], self._shortened(rows[most - 1] + ELLIPSIS, face, width)]
        return rows

    def _broken(self, text: str, face: Face, width: float) -> Iterator[str]:
        if self.width(text, face) <= width:
            yield text
            return
        row = ""
        for word in text.split(" "):
            longer = f"{row} {word}" if row else word
            if self.width(longer, face) <= width:
                row = longer
                continue
            if row:
                yield row
            *full, row = self._pieces(word, face, width)
            yield from full
        yield row

    def _pieces(self, word: str, face: Face, width: float) -> list[str]:
        """A word cut wherever it must be: it is wider than a whole row."""
        pieces = []
        while self.width(word, face) > width:
            length = self._longest(word, face, width)
            pieces.append(word[:length])
            word = word[length:]
        return [*pieces, word]

    def _longest(self, word: str, face: Face, width: float) -> int:
        low, high = 1, len(word)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self._measure.width(word[:middle], face) <= width
            low, high = (middle, high) if fits else (low, middle - 1)
        return low

    def _shortened(self, text: str, face: Face, width: float) -> str:
        while len(text) > 1 and self.width(text, face) > width:
            text = text[:-2] + ELLIPSIS
        return text


class Slip:
    """A block under construction; `y` is where the next thing goes."""

    def __init__(self, setter: Setter, width: float) -> None:
        self.setter = setter
        self.width = width
        self.items: list[Item] = []
        self.y = 0.0

    def write(
        self,
        text: str,
        face: Face = BODY,
        ink: Ink = Ink.TEXT,
        *,
        x: float = 0.0,
        width: float | None = None,
        align: Align = "left",
        most: int | None = None,
    ) -> None:
        """Text in rows, and on below it."""
        room = self.width - x if width is None else width
        for row in self.setter.rows(text, face, room, most):
            self.place(row, face, ink, x=x, width=room, align=align)
            self.y += row_height(face)

    def place(
        self,
        text: str,
        face: Face = BODY,
        ink: Ink = Ink.TEXT,
        *,
        x: float = 0.0,
        width: float | None = None,
        align: Align = "left",
        baseline: Face | None = None,
    ) -> None:
        """One row of text here, made smaller where it is too wide; nothing moves on.

        `baseline`: the face that it shares a baseline with.
        """
        if not text:
            return
        room = self.width - x if width is None else width
        fitted = self.setter.fitted(text, face, room)
        free = room - self.setter.width(text, fitted) if align != "left" else 0.0
        left = x + (free if align == "right" else free / 2 if align == "centre" else 0.0)
        down = (baseline or face).size * _BASELINE
        self.items.append(Text(left, self.y + down, text, fitted, ink))

    def rule(self, thickness: float = 0.15, ink: Ink = Ink.LINE) -> None:
        """A line across, here."""
        self.items.append(Box(0.0, self.y, self.width, thickness, ink))

    def skip(self, height: float) -> None:
        """Room."""
        self.y += height

    def paste(self, band: Band, x: float = 0.0) -> None:
        """Another block here; nothing moves on."""
        self.items += moved(band.items, x, self.y)

    def add(self, band: Band, x: float = 0.0) -> None:
        """Another block here, and on below it."""
        self.paste(band, x)
        self.y += band.height

    def band(self) -> Band:
        """The block as it stands."""
        return Band(self.y, tuple(self.items))


def framed(band: Band, width: float, *, pad: float = 2.6, ink: Ink = Ink.TINT) -> Band:
    """A block on a tinted ground; `band` was set `2 * pad` narrower than `width`."""
    height = band.height + 2 * pad
    return Band(height, (Box(0.0, 0.0, width, height, ink), *moved(band.items, pad, pad)))


def side_by_side(left: Band, right: Band, x: float) -> Band:
    """Two blocks, the second one from `x` on."""
    return Band(max(left.height, right.height), (*left.items, *moved(right.items, x, 0.0)))
