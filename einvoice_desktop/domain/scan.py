"""JSON text taken apart as found: encoding, the slips of published samples, and limits that keep it quick.

What comes out is plain JSON in which a number is an int or a Decimal and never a float; a `Repeated` stands
for an object in which a name stands twice, a `Marker` for a number that cannot be taken.
"""

from __future__ import annotations

import codecs
import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from einvoice_desktop.domain.errors import UnreadableDocument

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_BYTES = 32 * 1024 * 1024
MAX_DEPTH = 64
MAX_DIGITS = 40
MAX_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Marker:
    """Stands for a number that cannot be taken; `code` says why."""

    code: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """Stands for an object in which a name stands twice."""

    pairs: list[tuple[str, Any]]


NOT_A_NUMBER = Marker("not_a_number")
TOO_LONG = Marker("number_too_long")

_STRING = r'"(?:[^"\\]++|\\.|\\\Z)*+(?:"|\Z)'
_COMMA_AT_END = re.compile(r",[ \t\r\n]*+[}\]]")
# A comma that follows no value is no slip: such pairs are stepped over and left to be refused.
_SLIPS = re.compile(rf"{_STRING}|[\[{{,][ \t\r\n]*+,|(?P<comma>,)(?=[ \t\r\n]*+[}}\]])", re.DOTALL)
_LOST_BRACE = re.compile(rf"[ \t\r\n]*+{_STRING}[ \t\r\n]*+:", re.DOTALL)
_NESTING = re.compile(rf"{_STRING}|(?P<open>[\[{{])|(?P<close>[\]}}])", re.DOTALL)
_DIGITS_ONLY = bytes(0x30 if 0x30 <= byte <= 0x39 or byte == 0x2E else 0x20 for byte in range(256))
"""Every digit as a nought, and the point among them as well."""
_EXPONENT = re.compile(rb"[0-9]\0?[eE]")


def parse_json(data: bytes) -> Any:
    """The JSON in `data`; raises UnreadableDocument with too_large, encoding, not_json or too_deep.

    Beyond the standard it takes commas before a closing bracket, line breaks and tabs inside texts, and an
    object whose first brace was lost.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableDocument("too_large", params={"limit": str(MAX_BYTES), "found": str(len(data))})
    text = decode(data)
    plain = not (_has_long_number(data) or _EXPONENT.search(data))
    load = _decoder(Decimal if plain else decimal_of, None if plain else _integer_of).decode
    try:
        return load(text)
    except json.JSONDecodeError as error:
        fault = error
    except RecursionError as error:
        raise _too_deep(text, error) from None
    return _load_mended(load, text, fault)


def check_depth(text: str) -> None:
    """Raises too_deep where brackets nest deeper than MAX_DEPTH."""
    depth = 0
    for token in _NESTING.finditer(text):
        if token["open"]:
            depth += 1
            if depth > MAX_DEPTH:
                params = {"limit": str(MAX_DEPTH), **_place(text, token.start())}
                raise UnreadableDocument("too_deep", params=params)
        elif token["close"]:
            depth -= 1


def decode(data: bytes) -> str:
    """The text of UTF-8 with or without byte order mark, or of UTF-16 with one.

    Raises `encoding` with the place of the first byte that does not fit; `found` is what it seems to be:
    utf-32, utf-16 (without a mark), windows-1253 where that byte would be a Greek letter there, or "".
    """
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise UnreadableDocument("encoding", params={"line": "1", "column": "1", "found": "utf-32"})
    if not wide and b"\0" in data[:4]:
        raise UnreadableDocument("encoding", params={"line": "1", "column": "1", "found": "utf-16"})
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        found = "" if wide else _guess(data[error.start : error.start + 1])
        raise UnreadableDocument("encoding", params={**_place(before, len(before)), "found": found}) from None


def decimal_of(text: str) -> Decimal | Marker:
    """The number that `text` (a JSON number) writes, with its digits; TOO_LONG beyond MAX_DIGITS.

    The digits are those of the number written out, so that what was read can be written and read again.
    """
    if len(text) <= MAX_DIGITS and "e" not in text and "E" not in text:
        return Decimal(text)
    mantissa, _, exponent = text.upper().partition("E")
    if len(mantissa) > MAX_DIGITS + 2 or len(exponent.lstrip("+-0")) > 2:
        return TOO_LONG
    value = Decimal(text)
    return value if digits_of(value) <= MAX_DIGITS else TOO_LONG


def digits_of(value: Decimal) -> int:
    """How many digits the number has when written out."""
    return len(format(value, "f").lstrip("-").replace(".", ""))


def _decoder(parse_float: Callable[[str], Any], parse_int: Callable[[str], Any] | None) -> json.JSONDecoder:
    return json.JSONDecoder(
        object_pairs_hook=_object_of,
        parse_float=parse_float,
        parse_int=parse_int,
        parse_constant=lambda _: NOT_A_NUMBER,
        strict=False,
    )


def _object_of(pairs: list[tuple[str, Any]]) -> dict[str, Any] | Repeated:
    members = dict(pairs)
    return members if len(members) == len(pairs) else Repeated(pairs)


def _has_long_number(data: bytes) -> bool:
    """Whether a number is so long that it must be read with care (zero bytes are UTF-16's)."""
    return b"0" * (MAX_DIGITS + 1) in data.translate(_DIGITS_ONLY, b"\0")


def _integer_of(text: str) -> int | Marker:
    return int(text) if len(text.lstrip("-")) <= MAX_DIGITS else TOO_LONG


def _load_mended(load: Callable[[str], Any], text: str, fault: json.JSONDecodeError) -> Any:
    mended = _SLIPS.sub(_mend, text) if _COMMA_AT_END.search(text) else text
    lost = "{" if _LOST_BRACE.match(text) else ""
    if lost or mended != text:
        try:
            return load(lost + mended)
        except json.JSONDecodeError as error:
            fault = error
        except RecursionError as error:
            raise _too_deep(lost + mended, error) from None
    column = fault.colno - len(lost) if fault.lineno == 1 else fault.colno
    raise UnreadableDocument("not_json", params={"line": str(fault.lineno), "column": str(max(column, 1))})


def _mend(token: re.Match[str]) -> str:
    return " " if token["comma"] else token[0]


def _too_deep(text: str, error: RecursionError) -> Exception:
    try:
        check_depth(text)
    except UnreadableDocument as unreadable:
        return unreadable
    return error


def _place(text: str, place: int) -> dict[str, str]:
    line = text.count("\n", 0, place) + 1
    return {"line": str(line), "column": str(place - text.rfind("\n", 0, place))}


def _guess(byte: bytes) -> str:
    letter = byte.decode("cp1253", "ignore")
    return "windows-1253" if "\u0370" <= letter <= "\u03ff" else ""
