"""Fingerprints of keys as people write and compare them."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"[0-9A-F]{40}|[0-9A-F]{64}")
_GREEK_KEYS = str.maketrans("ΑΒΨΔΕΦ", "ABCDEF")
"""What the keys A to F write while the Greek layout is on."""
_BETWEEN = re.compile(r"[\s:.\-\u00a0\u2009\u202f]+")


def plain_fingerprint(typed: str) -> str | None:
    """Without spaces, colons, dashes, a leading 0x, lower case and Greek letters; None where it is no whole
    fingerprint (a short or long key id never is)."""
    bare = _BETWEEN.sub("", typed).upper().translate(_GREEK_KEYS).removeprefix("0X")
    return bare if _WHOLE.fullmatch(bare) else None


def grouped(fingerprint: str) -> str:
    """In fours, with a wider gap in the middle, as it is read out over a telephone."""
    fours = [fingerprint[at : at + 4] for at in range(0, len(fingerprint), 4)]
    half = len(fours) // 2
    return " ".join(fours[:half]) + "  " + " ".join(fours[half:])


def same_fingerprint(one: str, other: str) -> bool:
    """Whether both are the same whole fingerprint."""
    first = plain_fingerprint(one)
    return first is not None and first == plain_fingerprint(other)
