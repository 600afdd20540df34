"""Whether bytes are an encrypted OpenPGP message in ASCII armour, and nothing else: the last look before the
wire (RFC 4880 4.2 and 6.2, RFC 9580)."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_BEGIN, _END = b"-----BEGIN PGP MESSAGE-----", b"-----END PGP MESSAGE-----"
_SESSION_KEY, _ENCRYPTED, _ENCRYPTED_OCB, _PADDING = 1, 18, 20, 21
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="
_LONGEST_CLEAR = 24
"""A longer piece of the plaintext than this can stand in no encrypted message by chance."""


@lru_cache(maxsize=1)
def hides(content: bytes, payload: bytes) -> bool:
    """Whether `content` is an encrypted message in which nothing of `payload` can be read. Whoever makes a
    message looks, and whoever sends it looks again: the second look at the same bytes costs nothing."""
    armour = _opened(content)
    return armour is not None and _is_message(armour.raw) and not _shows(content, armour, payload)


def is_encrypted_message(content: bytes) -> bool:
    """Session keys for public keys, then one block that is encrypted and protected against change.

    A signed, stored, compressed or password-encrypted message is none, nor is anything around the armour.
    """
    armour = _opened(content)
    return armour is not None and _is_message(armour.raw)


def shows(content: bytes, payload: bytes) -> bool:
    """Whether a piece of `payload` can be read in `content`, as it stands or within its armour."""
    return _shows(content, _opened(content), payload)


def dearmoured(content: bytes) -> bytes | None:
    """What stands within the armour of one message; None where the armour is not whole or not alone."""
    armour = _opened(content)
    return None if armour is None else armour.raw


class _Armour(NamedTuple):
    """One message's: the lines above what is within, and that itself, not empty."""

    head: bytes
    raw: bytes


def _opened(content: bytes) -> _Armour | None:
    lines = [line.rstrip() for line in content.strip().splitlines()]
    if len(lines) < 4 or lines[0] != _BEGIN or lines[-1] != _END or b"" not in lines:
        return None
    blank = lines.index(b"")
    body = lines[blank + 1 : -1]
    if body and body[-1].startswith(b"=") and len(body[-1]) == 5:
        body = body[:-1]
    try:
        raw = base64.b64decode(b"".join(body), validate=True)
    except (binascii.Error, ValueError):
        return None
    return _Armour(b"\n".join(lines[:blank]), raw) if raw else None


def _is_message(raw: bytes) -> bool:
    tags = _tags(raw)
    if not tags or tags[-1] not in (_ENCRYPTED, _ENCRYPTED_OCB):
        return False
    before = tags[:-1]
    return _SESSION_KEY in before and set(before) <= {_SESSION_KEY, _PADDING}


def _shows(content: bytes, armour: _Armour | None, payload: bytes) -> bool:
    if len(payload) <= _LONGEST_CLEAR:
        return payload in content or (armour is not None and payload in armour.raw)
    for at in range(0, len(payload) - _LONGEST_CLEAR + 1, max(1, len(payload) // 50)):
        piece = payload[at : at + _LONGEST_CLEAR]
        if armour is None or not piece.translate(None, _BASE64):
            if piece in content:
                return True
        # Below its head, a whole armour shows nothing but base64's own letters.
        elif piece in armour.head:
            return True
        if armour is not None and piece in armour.raw:
            return True
    return False


def _tags(raw: bytes) -> list[int] | None:
    """The kinds of the packets that stand in a row; None where they do not fill the bytes exactly."""
    try:
        return list(_walked(raw))
    except (IndexError, _Broken):
        return None


class _Broken(Exception):
    """No packets."""


def _walked(raw: bytes) -> Iterator[int]:
    at = 0
    while at < len(raw):
        first = raw[at]
        if not first & 0x80:
            raise _Broken
        if first & 0x40:
            yield first & 0x3F
            at = _past_new(raw, at + 1)
        else:
            yield (first >> 2) & 0x0F
            at = _past_old(raw, at + 1, first & 3)
    if at != len(raw):
        raise _Broken


def _past_old(raw: bytes, at: int, kind: int) -> int:
    """Where the packet ends whose length, in the old form, begins at `at`; kind 3 has no end of its own."""
    if kind == 3:
        return len(raw)
    size = 1 << kind
    return at + size + int.from_bytes(raw[at : at + size], "big")


def _past_new(raw: bytes, at: int) -> int:
    """The same in the new form, which may come in parts."""
    while 224 <= raw[at] < 255:
        at += 1 + (1 << (raw[at] & 0x1F))
    first = raw[at]
    if first < 192:
        return at + 1 + first
    if first < 224:
        return at + 2 + ((first - 192) << 8) + raw[at + 1] + 192
    return at + 5 + int.from_bytes(raw[at + 1 : at + 5], "big")
