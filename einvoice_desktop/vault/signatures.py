"""Whether bytes were signed by one of the keys that count: Ed25519, of the cryptography library."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence

_KEY_BYTES, _SIGNATURE_BYTES = 32, 64


def is_signed(data: bytes, signature: bytes, keys: Sequence[str]) -> bool:
    """`signature` is base64, and so is each of `keys`: several may count at a time, so that one can take
    another's place. What is no key and no signature counts for nothing."""
    mark = _decoded(signature.strip(), _SIGNATURE_BYTES)
    return mark is not None and any(_fits(data, mark, _decoded(key.encode(), _KEY_BYTES)) for key in keys)


def _fits(data: bytes, mark: bytes, key: bytes | None) -> bool:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if key is None:
        return False
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(mark, data)
    except (InvalidSignature, ValueError):
        return False
    return True


def _decoded(text: bytes, length: int) -> bytes | None:
    try:
        made = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return made if len(made) == length else None
