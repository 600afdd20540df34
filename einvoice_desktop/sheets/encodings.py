"""Which encoding a text is in, told by what its bytes can mean in Greek."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Windows has Ά at A2 and quotes, dashes and the euro at 80 to 9F; ISO has Ά at B6 and an apostrophe at A2.
# All other letters are the same. A capital with its accent begins a word.
_GREEK = rb"\xb8-\xbf\xc0-\xfe"
_WINDOWS = re.compile(rb"[\x80-\x9f]|(?<![" + _GREEK + rb"])\xa2(?=[" + _GREEK + rb"])")
_ISO = re.compile(rb"(?<![" + _GREEK + rb"])\xb6(?=[" + _GREEK + rb"])")
_SAMPLE = 1_000_000


def encoding_of(data: bytes) -> str:
    """utf-8, utf-16 (by its mark; -le or -be where it has none), iso-8859-7 or cp1253; "" for no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:_SAMPLE]
    if b"\0" in head:
        little, big = _high(head[1::2]), _high(head[::2])
        if max(little, big) * 3 < len(head):
            return ""
        return "utf-16-le" if little > big else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _greek_encoding(head)
    return "utf-8"


def _high(half: bytes) -> int:
    """How many bytes are the upper halves of Latin and Greek letters."""
    return half.count(b"\0") + half.count(b"\3")


def _greek_encoding(data: bytes) -> str:
    windows, iso = len(_WINDOWS.findall(data)), len(_ISO.findall(data))
    return "iso-8859-7" if iso > windows else "cp1253"


def decoded(data: bytes, encoding: str) -> str:
    """The text without its byte order mark. Bytes that mean nothing there become U+FFFD."""
    name = "utf-8-sig" if encoding == "utf-8" else encoding
    return data.decode(name, errors="replace").removeprefix("\ufeff")
