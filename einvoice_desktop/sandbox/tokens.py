"""Access tokens in the form of a JWT, signed with HMAC-SHA256."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

ACCESS_SECONDS = 15 * 60
_HEADER = {"alg": "HS256", "typ": "JWT"}


@dataclass(frozen=True, slots=True)
class Access:
    """What a genuine token says: the VAT digits it speaks for, its session, when it ends (seconds)."""

    vat: str
    session: str
    until: int


def write_token(secret: bytes, vat: str, session: str, now: datetime) -> str:
    claims = {
        "vat": vat,
        "sid": session,
        "iat": int(now.timestamp()),
        "exp": int(now.timestamp()) + ACCESS_SECONDS,
    }
    body = f"{_encoded(_HEADER)}.{_encoded(claims)}"
    return f"{body}.{_base64(_signed(secret, body))}"


def read_token(secret: bytes, token: str) -> Access | None:
    """The claims of a token signed with `secret`, in force or expired; None for any other text."""
    body, _dot, signature = token.rpartition(".")
    if not token.isascii() or not hmac.compare_digest(_base64(_signed(secret, body)), signature):
        return None
    try:
        claims = json.loads(_unbase64(body.partition(".")[2]))
        return Access(str(claims["vat"]), str(claims["sid"]), int(claims["exp"]))
    except (ValueError, KeyError, TypeError):
        return None


def _signed(secret: bytes, body: str) -> bytes:
    return hmac.new(secret, body.encode(), hashlib.sha256).digest()


def _encoded(value: dict[str, object] | dict[str, str]) -> str:
    return _base64(json.dumps(value, separators=(",", ":")).encode())


def _base64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def _unbase64(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error as error:
        raise ValueError("not base64") from error
