"""Who may send for which VAT number: keys, sessions, and the three ways to show them."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.tokens import ACCESS_SECONDS, Access, read_token, write_token
from einvoice_desktop.sandbox.vat import is_number, vat_digits

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from einvoice_desktop.sandbox.database import Database

REFRESH_LIFE = timedelta(days=7)
_SCHEME = "Bearer "
_SECRET_BYTES = 32


class NotAuthenticatedError(Exception):
    """The key or token does not open what was asked for."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A new session: the access token and the refresh token that renews it until `refresh_until`."""

    access_token: str
    refresh_token: str
    issued_at: datetime
    refresh_until: datetime

    @property
    def expires_in(self) -> int:
        return ACCESS_SECONDS


class Gatekeeper:
    """Keys and sessions live in the database, so that tokens stay good over a restart."""

    def __init__(self, database: Database, practice_key: str) -> None:
        self._database = database
        self._practice_key = practice_key

    def signed(self, text: str, signature: str) -> bool:
        """Whether `signature` is the SHA-1 of `text` and the practice key behind it (api 3)."""
        # SHA-1 is the provider's choice.
        wanted = hashlib.sha1(f"{text}{self._practice_key}".encode(), usedforsecurity=False).hexdigest()
        return hmac.compare_digest(wanted.encode(), signature.encode("utf-8", "replace"))

    def login(self, vat: str, key: str, now: datetime) -> Grant:
        """Raises NotAuthenticatedError when the key does not belong to the VAT number."""
        digits = vat_digits(vat)
        with self._database.transaction() as connection:
            if not is_number(digits, (8, 9)) or not self._opens(connection, digits, key):
                raise NotAuthenticatedError
            return self._granted(connection, digits, secrets.token_hex(16), now)

    def refresh(self, refresh_token: str, now: datetime, access_token: str | None) -> Grant:
        """A new pair for the session; the refresh token is used up.

        `access_token` must be a genuine token of the same session, expired or not; None skips that
        (the OAuth form does not send it). Raises NotAuthenticatedError.
        """
        with self._database.transaction() as connection:
            row = connection.execute(
                "SELECT session, vat FROM refresh_tokens WHERE token_hash = ? AND until > ?",
                (_hashed(refresh_token), now.timestamp()),
            ).fetchone()
            if row is None or not self._same_session(connection, access_token, row[0]):
                raise NotAuthenticatedError
            connection.execute("DELETE FROM refresh_tokens WHERE token_hash = ?", (_hashed(refresh_token),))
            return self._granted(connection, row[1], row[0], now)

    def check_document(self, issuer: str, authorization: str, key: str, now: datetime) -> None:
        """Raises NotAuthenticatedError unless the headers open documents of the issuer (VAT digits)."""
        with self._database.transaction() as connection:
            if authorization:
                access = self._access(connection, bearer(authorization))
                good = access is not None and access.vat == issuer and access.until > now.timestamp()
            else:
                good = self._opens(connection, issuer, key)
            if not good:
                raise NotAuthenticatedError

    def end_session(self, access_token: str) -> None:
        """Forgets the session of a token: neither it nor its refresh token is good any more."""
        with self._database.transaction() as connection:
            access = self._access(connection, access_token)
            if access is not None:
                connection.execute("INSERT OR IGNORE INTO ended_sessions VALUES (?)", (access.session,))
                connection.execute("DELETE FROM refresh_tokens WHERE session = ?", (access.session,))

    def _opens(self, connection: sqlite3.Connection, vat: str, key: str) -> bool:
        """The practice key opens every VAT number; beside it, each keeps the key it was first used with."""
        key = key.strip()
        if not key:
            return False
        if self._practice_key and hmac.compare_digest(key.encode(), self._practice_key.encode()):
            return True
        hashed = _hashed(key)
        row = connection.execute("SELECT key_hash FROM keys WHERE vat = ?", (vat,)).fetchone()
        if row is None:
            connection.execute("INSERT INTO keys VALUES (?, ?)", (vat, hashed))
        return row is None or row == (hashed,)

    def _granted(self, connection: sqlite3.Connection, vat: str, session: str, now: datetime) -> Grant:
        refresh_token, until = secrets.token_urlsafe(48), now + REFRESH_LIFE
        connection.execute("DELETE FROM refresh_tokens WHERE until <= ?", (now.timestamp(),))
        connection.execute(
            "INSERT INTO refresh_tokens VALUES (?, ?, ?, ?)",
            (_hashed(refresh_token), session, vat, until.timestamp()),
        )
        access_token = write_token(_secret(connection), vat, session, now)
        return Grant(access_token, refresh_token, now, until)

    def _same_session(self, connection: sqlite3.Connection, token: str | None, session: str) -> bool:
        if token is None:
            return True
        access = self._access(connection, token)
        return access is not None and access.session == session

    def _access(self, connection: sqlite3.Connection, token: str) -> Access | None:
        access = read_token(_secret(connection), token)
        if access is None:
            return None
        ended = connection.execute("SELECT 1 FROM ended_sessions WHERE session = ?", (access.session,))
        return None if ended.fetchone() else access


def bearer(authorization: str) -> str:
    """The token of an Authorization header; "" without the scheme and its one space."""
    return authorization[len(_SCHEME) :] if authorization.startswith(_SCHEME) else ""


def _secret(connection: sqlite3.Connection) -> bytes:
    row = connection.execute("SELECT value FROM settings WHERE name = 'token_secret'").fetchone()
    if row is None:
        row = (secrets.token_hex(_SECRET_BYTES),)
        connection.execute("INSERT INTO settings VALUES ('token_secret', ?)", row)
    return bytes.fromhex(row[0])


def _hashed(secret_text: str) -> str:
    return hashlib.sha256(secret_text.encode()).hexdigest()
