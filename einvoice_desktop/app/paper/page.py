"""A page as data: what stands where, in millimetres from its top left corner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeAlias


class Ink(StrEnum):
    """The paper's few colours; opaque, because PDF/A-1 knows no transparency."""

    TEXT = "#1c2127"
    SOFT = "#59626d"
    ACCENT = "#1d4f7a"
    LINE = "#d3d9df"
    TINT = "#f2f5f8"
    GHOST = "#e8ebee"
    BLACK = "#000000"
    WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Face:
    """The paper's one typeface at a size (the em, in mm), regular or bold."""

    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One run of text; `x` is its left end, `y` its baseline. `angle` turns it round that point, in degrees
    against the clock."""

    x: float
    y: float
    text: str
    face: Face
    ink: Ink = Ink.TEXT
    angle: float = 0.0

    def moved(self, dx: float, dy: float) -> Text:
        """The same elsewhere."""
        return Text(self.x + dx, self.y + dy, self.text, self.face, self.ink, self.angle)


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle; a rule is a flat one."""

    x: float
    y: float
    width: float
    height: float
    ink: Ink = Ink.LINE

    def moved(self, dx: float, dy: float) -> Box:
        """The same elsewhere."""
        return Box(self.x + dx, self.y + dy, self.width, self.height, self.ink)


@dataclass(frozen=True, slots=True)
class Code:
    """The QR code of `address` in a square, its quiet zone inside it."""

    x: float
    y: float
    side: float
    address: str

    def moved(self, dx: float, dy: float) -> Code:
        """The same elsewhere."""
        return Code(self.x + dx, self.y + dy, self.side, self.address)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that fills its rectangle; `data` is the file's."""

    x: float
    y: float
    width: float
    height: float
    data: bytes

    def moved(self, dx: float, dy: float) -> Picture:
        """The same elsewhere."""
        return Picture(self.x + dx, self.y + dy, self.width, self.height, self.data)


Item: TypeAlias = Text | Box | Code | Picture


@dataclass(frozen=True, slots=True)
class Page:
    """One page, its items in the order of painting."""

    width: float
    height: float
    items: tuple[Item, ...]


class Measure(Protocol):
    """How wide text runs in the paper's typeface, and how pictures are shaped."""

    def width(self, text: str, face: Face) -> float:
        """The advance of `text`, in mm."""
        ...

    def proportion(self, picture: bytes) -> float:
        """Width over height; 0 for what is no picture."""
        ...


def moved(items: Iterable[Item], dx: float, dy: float) -> list[Item]:
    """The items shifted."""
    return [item.moved(dx, dy) for item in items]
