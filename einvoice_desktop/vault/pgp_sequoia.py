"""Sequoia as the cipher: a library that comes with the program, where there is no gpg."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import KeyFacts

if TYPE_CHECKING:
    from pysequoia import Cert
    from pysequoia.packet import Packet

_DISTRIBUTION = "pysequoia"


class SequoiaMaker:
    """`app.ports.cipher.CipherMaker` over pysequoia."""

    def __init__(self) -> None:
        """Raises UserError("encryption_failed") where the library cannot be loaded."""
        with _told_plainly():
            import pysequoia as pysequoia

    @property
    def name(self) -> str:
        """With the library's version."""
        try:
            return f"{_DISTRIBUTION} {version(_DISTRIBUTION)}"
        except PackageNotFoundError:
            return _DISTRIBUTION

    def read(self, data: bytes) -> tuple[KeyFacts, ...]:
        """As the port says."""
        with _told_plainly():
            from pysequoia import Cert

            try:
                certs = Cert.split_bytes(data)
            except RuntimeError:
                return ()
            return tuple(_facts(cert) for cert in certs)

    def cipher(self, data: bytes, facts: KeyFacts) -> SequoiaCipher:
        """The library would encrypt to a subkey that has expired as well: it is given the newest that has
        not, and no other."""
        with _told_plainly():
            from pysequoia import Cert

            (cert,) = Cert.split_bytes(data)
            return SequoiaCipher(_with_one_subkey(cert), facts)


class SequoiaCipher:
    """`app.ports.cipher.Cipher`."""

    def __init__(self, cert: Cert, facts: KeyFacts) -> None:
        self._cert = cert
        self.facts = facts

    def encrypt(self, payload: bytes) -> bytes:
        """As the port says."""
        with _told_plainly():
            from pysequoia import encrypt

            return bytes(encrypt(payload, recipients=[self._cert], armor=True))


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Whatever the library does, a panic of its own included: one error, without words that might quote
    the document."""
    try:
        yield
    except UserError:
        raise
    except Exception:  # noqa: BLE001 - fails closed, whatever it is
        raise UserError("encryption_failed") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise UserError("encryption_failed") from None


@dataclass(slots=True)
class _Part:
    """The primary key or a subkey, with the signatures that follow it."""

    key: Packet
    packets: list[Packet]
    encrypts: bool = False
    revoked: bool = False
    expires: datetime | None = None
    bound: datetime = field(default=datetime.min.replace(tzinfo=UTC))

    def is_alive(self, now: datetime) -> bool:
        return self.encrypts and not self.revoked and (self.expires is None or self.expires > now)


def _facts(cert: Cert) -> KeyFacts:
    """Whether the key as a whole is revoked or expired the library says; of its parts the packets tell."""
    now = datetime.now(UTC)
    encrypting = [part for part in _parts(cert) if part.encrypts]
    useful = [part for part in encrypting if not part.revoked]
    alive = [part for part in useful if part.is_alive(now)]
    user_ids = [str(user_id) for user_id in cert.user_ids]
    ends = [_latest(alive or useful), cert.expiration]
    return KeyFacts(
        fingerprint=cert.fingerprint.upper(),
        user_id=user_ids[0] if user_ids else "",
        expires=min((end for end in ends if end is not None), default=None),
        can_encrypt=bool(useful),
        revoked=cert.is_revoked or (bool(encrypting) and not useful),
        private=_is_private(cert),
    )


def _is_private(cert: Cert) -> bool:
    with warnings.catch_warnings():
        # The library would have private keys handled by another class; this one is asked only to refuse them.
        warnings.simplefilter("ignore", DeprecationWarning)
        return cert.has_secret_keys


def _latest(parts: Sequence[_Part]) -> datetime | None:
    ends = [part.expires for part in parts if part.expires is not None]
    return max(ends) if ends and len(ends) == len(parts) else None


def _with_one_subkey(cert: Cert) -> Cert:
    from pysequoia import Cert

    primary, *subkeys = _parts(cert)
    now = datetime.now(UTC)
    alive = [part for part in subkeys if part.is_alive(now)]
    if not alive:
        # The primary key itself, or nothing: the library says so when it encrypts.
        return Cert.from_packets(primary.packets)
    newest = max(alive, key=lambda part: part.key.key_created or part.bound)
    return Cert.from_packets([*primary.packets, *newest.packets])


def _parts(cert: Cert) -> list[_Part]:
    """Primary key first. What a part is for, and till when, its latest signature by the primary key says."""
    from pysequoia.packet import PacketPile, SignatureType, Tag

    own = cert.fingerprint
    revoking = (SignatureType.KeyRevocation, SignatureType.SubkeyRevocation)
    parts: list[_Part] = []
    for packet in PacketPile.from_bytes(bytes(cert)):
        if packet.tag in (Tag.PublicKey, Tag.PublicSubkey, Tag.SecretKey, Tag.SecretSubkey):
            parts.append(_Part(packet, [packet]))
            continue
        part = parts[-1]
        part.packets.append(packet)
        if packet.tag != Tag.Signature or not _is_by(packet, own):
            continue
        if packet.signature_type in revoking:
            part.revoked = True
        elif packet.key_flags is not None and (packet.signature_created or part.bound) >= part.bound:
            _take(part, packet)
    return parts


def _is_by(packet: Packet, fingerprint: str) -> bool:
    if packet.issuer_fingerprint is not None:
        return packet.issuer_fingerprint == fingerprint
    return packet.issuer_key_id is not None and fingerprint.endswith(packet.issuer_key_id.lower())


def _take(part: _Part, signature: Packet) -> None:
    flags = signature.key_flags
    assert flags is not None
    part.bound = signature.signature_created or part.bound
    part.encrypts = flags.transport_encryption or flags.storage_encryption
    made, lives = part.key.key_created, signature.key_validity_period
    part.expires = made + lives if made is not None and lives is not None and lives > timedelta() else None


# --- the practice provider's own pair ----------------------------------------------------------------


def new_pair(user_id: str) -> bytes:
    """A key pair in armour, the secret part without a password: for practice alone."""
    from pysequoia import CipherSuite, Profile, Tsk

    made = Tsk.generate(user_id=user_id, profile=Profile.RFC4880, cipher_suite=CipherSuite.Cv25519)
    return str(made).encode("ascii")


def public_part(pair: bytes) -> bytes:
    """In armour. Raises UserError("encryption_failed")."""
    with _told_plainly():
        from pysequoia import Tsk

        return str(Tsk.from_bytes(pair).extract_certificate()).encode("ascii")


def decrypted(pair: bytes, message: bytes) -> bytes:
    """Raises UserError("encryption_failed") for whatever is no message to that key."""
    with _told_plainly():
        from pysequoia import Tsk, decrypt

        content = decrypt(message, decryptor=Tsk.from_bytes(pair).decryptor()).bytes
        if content is None:
            raise UserError("encryption_failed")
        return content
