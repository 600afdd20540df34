"""Encrypting for the provider: its public key, and the programs that can encrypt to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class KeyFacts:
    """What a key file says of one key.

    `fingerprint`: of the primary key, whole, in upper case; `user_id` as text, "" for none; `expires`: when
    it stops being of use for encrypting (aware UTC), None for never; `can_encrypt`: it was made for that,
    whether or not its time is over; `revoked`: withdrawn by its owner; `private`: the secret part is there.
    """

    fingerprint: str
    user_id: str
    expires: datetime | None
    can_encrypt: bool
    revoked: bool = False
    private: bool = False


class Cipher(Protocol):
    """One public key, ready to encrypt to. Safe for many threads; may block: never on the GUI thread."""

    @property
    def facts(self) -> KeyFacts:
        """Of its key."""
        ...

    def encrypt(self, payload: bytes) -> bytes:
        """An ASCII-armoured message to that key alone, unsigned. Raises UserError("encryption_failed")."""
        ...


class CipherMaker(Protocol):
    """A program or library that encrypts."""

    @property
    def name(self) -> str:
        """What it is and which version, for people."""
        ...

    def read(self, data: bytes) -> tuple[KeyFacts, ...]:
        """Every key that `data` (armoured or binary) holds; () where it can make out none."""
        ...

    def cipher(self, data: bytes, facts: KeyFacts) -> Cipher:
        """Encrypts to the one key that `data` holds. Raises UserError("encryption_failed")."""
        ...
