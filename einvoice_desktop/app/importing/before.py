"""Which documents have been imported already, so that nobody is billed twice for one file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

MOST = 200
"""Imports that are remembered; the oldest is forgotten."""


def digest_of(pieces: Iterable[bytes]) -> str:
    """The same for the same documents in the same order; "" for none."""
    found = hashlib.sha256()
    count = 0
    for piece in pieces:
        found.update(hashlib.sha256(piece).digest())
        count += 1
    return found.hexdigest()[:24] if count else ""


def _read(text: str) -> dict[str, str]:
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(key): str(day) for key, day in told.items()} if isinstance(told, dict) else {}


def day_of(text: str, digest: str) -> str:
    """When these were imported (yyyy-MM-dd), as it is kept in `text`; "" for never."""
    return _read(text).get(digest, "")


def kept(text: str, digest: str, day: str) -> str:
    """`text` with one more import in it."""
    told = {key: value for key, value in _read(text).items() if key != digest} | {digest: day}
    return json.dumps(dict(list(told.items())[-MOST:]))


def without(text: str, digest: str) -> str:
    """`text` after that import was taken back."""
    return json.dumps({key: day for key, day in _read(text).items() if key != digest})
