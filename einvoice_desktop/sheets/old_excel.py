"""How large an old workbook (xls) says that it is, before it is read: the library that reads it asks for all
the room that a damaged one names, and the whole program ends where there is not so much."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import MOST_SHEET_COLUMNS, MOST_SHEET_ROWS

_HEADER, _ENTRY = 512, 128
_SECTORS = {9: 512, 12: 4096}
_SMALL, _SMALL_SECTOR = 4096, 64
_END = 0xFFFFFFF0
"""From here on a sector's number means that there is none."""
_IN_HEADER = 109
_STREAMS = ("workbook", "book")
_DIMENSIONS, _STRINGS, _PASSWORD = 0x0200, 0x00FC, 0x002F
_CELLS = frozenset({0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E})
"""Records that begin with a row and a column."""
_LAST_ROW, _LAST_COLUMN = 65_536, 256


class _Damaged(Exception):
    pass


def check_old(data: bytes) -> None:
    """Raises UserError("sheet_damaged" | "sheet_unknown" | "sheet_protected" | "sheet_too_long" |
    "sheet_too_wide")."""
    try:
        stream = _File(data).stream()
        lowest, widest = _size(stream)
    except (_Damaged, struct.error, IndexError):
        raise UserError("sheet_damaged") from None
    if lowest > MOST_SHEET_ROWS:
        raise UserError("sheet_too_long", limit=MOST_SHEET_ROWS)
    if widest > MOST_SHEET_COLUMNS:
        raise UserError("sheet_too_wide", limit=MOST_SHEET_COLUMNS)


def _size(stream: bytes) -> tuple[int, int]:
    """The lowest row and the widest column that hold something."""
    lowest = widest = 0
    for kind, record in _records(stream):
        if kind == _DIMENSIONS and len(record) >= 14:
            first_row, last_row, first, last = struct.unpack_from("<IIHH", record)
            if not (first_row <= last_row <= _LAST_ROW and first <= last <= _LAST_COLUMN):
                raise _Damaged
        elif kind == _STRINGS and _word(record, 4) > len(stream):
            raise _Damaged
        elif kind == _PASSWORD:
            # What comes now is no record that could be read.
            raise UserError("sheet_protected")
        elif kind in _CELLS:
            row, column = struct.unpack_from("<HH", record)
            if column >= _LAST_COLUMN:
                raise _Damaged
            lowest, widest = max(lowest, row + 1), max(widest, column + 1)
    return lowest, widest


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    while place + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + length]
        place += 4 + length


def _word(data: bytes, place: int) -> int:
    found: int = struct.unpack_from("<I", data, place)[0]
    return found


class _File:
    """A compound file: sectors in chains, small streams in sectors of their own inside one of them."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._sector = _SECTORS.get(struct.unpack_from("<H", data, 30)[0], 0)
        self._most = len(data) // self._sector + 1 if self._sector else 0
        # How many sectors of each kind there are.
        if not self._sector or any(_word(data, place) > self._most for place in (40, 44, 64, 72)):
            raise _Damaged
        self._next = self._table(self._table_sectors())

    def _table_sectors(self) -> list[int]:
        found = list(struct.unpack_from(f"<{_IN_HEADER}I", self._data, 76))
        more, turns = _word(self._data, 68), 0
        while more < _END and turns < self._most:
            words = self._words(self._part(more))
            found, more, turns = found + list(words[:-1]), words[-1], turns + 1
        return [number for number in found if number < _END]

    def _table(self, sectors: list[int]) -> list[int]:
        return [word for number in sectors for word in self._words(self._part(number))]

    def _words(self, part: bytes) -> tuple[int, ...]:
        return struct.unpack(f"<{len(part) // 4}I", part)

    def _part(self, number: int) -> bytes:
        place = _HEADER + number * self._sector if self._sector == _HEADER else (number + 1) * self._sector
        part = self._data[place : place + self._sector]
        if len(part) < self._sector:
            # The last sector of a file may be cut short.
            part = part.ljust(self._sector, b"\0") if part else b""
        if not part:
            raise _Damaged
        return part

    def _chain(self, first: int, following: list[int]) -> Iterator[int]:
        turns = 0
        while first < _END:
            turns += 1
            if first >= len(following) or turns > len(following):
                raise _Damaged
            yield first
            first = following[first]

    def _whole(self, first: int) -> bytes:
        return b"".join(map(self._part, self._chain(first, self._next)))

    def stream(self) -> bytes:
        """The one that holds the workbook. Raises UserError("sheet_unknown") where there is none."""
        directory = self._whole(_word(self._data, 48))
        entries = [
            directory[place : place + _ENTRY] for place in range(0, len(directory) - _ENTRY + 1, _ENTRY)
        ]
        for entry in entries:
            length = struct.unpack_from("<H", entry, 64)[0]
            if entry[: max(length - 2, 0)].decode("utf-16-le", "replace").lower() in _STREAMS:
                first, size = _word(entry, 116), _word(entry, 120)
                whole = self._small(entries[0], first) if size < _SMALL else self._whole(first)
                return whole[:size]
        raise UserError("sheet_unknown")

    def _small(self, root: bytes, first: int) -> bytes:
        inside = self._whole(_word(root, 116))
        table = [
            word
            for number in self._chain(_word(self._data, 60), self._next)
            for word in self._words(self._part(number))
        ]
        pieces = (
            inside[place * _SMALL_SECTOR : (place + 1) * _SMALL_SECTOR] for place in self._chain(first, table)
        )
        return b"".join(pieces)
