"""Bytes in the shape of OpenPGP messages, good and bad, made by hand."""

from __future__ import annotations

import base64


def armoured(raw: bytes, kind: str = "MESSAGE", head: str = "") -> bytes:
    text = base64.encodebytes(raw).decode()
    return f"-----BEGIN PGP {kind}-----\n{head}\n{text}-----END PGP {kind}-----\n".encode()


def packet(tag: int, body: bytes) -> bytes:
    """In the new form with a length of five bytes."""
    return bytes([0xC0 | tag, 255]) + len(body).to_bytes(4, "big") + body


KEY, ENCRYPTED = packet(1, b"k" * 20), packet(18, b"\x01" + b"e" * 90)


def message() -> bytes:
    """In the shape of an encrypted message; nobody can open it."""
    return armoured(KEY + ENCRYPTED)
