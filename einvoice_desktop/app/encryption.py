"""Encrypting what is sent: whose key, whether it is still the one that was compared, and in what it ends."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.fingerprints import grouped, plain_fingerprint, same_fingerprint
from einvoice_desktop.app.ports import Cipher, CipherMaker, Clock, KeyFacts
from einvoice_desktop.app.practice import PRACTICE
from einvoice_desktop.app.sealing import Way
from einvoice_desktop.domain.armour import hides

LONGEST_KEY_FILE = 1_000_000
"""Bytes."""
WARNED_BEFORE = timedelta(days=30)
_TRIAL = b"trial " * 20

ReadKey = Callable[[str, int], bytes]
"""A file's bytes, at most so many and one more. Raises OSError."""


class Settings(Protocol):
    """Names and texts that outlive the program."""

    def get(self, name: str, default: str = "") -> str: ...

    def set(self, name: str, value: str) -> None: ...


@dataclass(frozen=True, slots=True)
class KeyChoice:
    """A key file and the fingerprint that a person has compared, "" for none."""

    path: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class EncryptionState:
    """How a server's encryption stands. `fault`: the code of what keeps it from encrypting, "" for nothing;
    `made_by`: what encrypts; `days_left`: to the key's end where that is near."""

    on: bool
    choice: KeyChoice
    facts: KeyFacts | None
    fault: str
    made_by: str
    days_left: int | None


@dataclass(frozen=True, slots=True)
class _Ready:
    """A key file's bytes, and what encrypts to the key in them."""

    data: bytes
    cipher: Cipher
    made_by: str


class Encryption:
    """For every server of a data folder. Safe for many threads; never on the GUI thread.

    `settings` reads the settings anew; `makers` are asked in their order, once; `practice_key` gives the
    practice provider's public key; `given` is what a command was given, and stands before the settings.
    """

    def __init__(
        self,
        settings: Callable[[], Settings],
        read_key: ReadKey,
        makers: Callable[[], Sequence[CipherMaker]],
        clock: Clock,
        practice_key: Callable[[], bytes],
        given: KeyChoice = KeyChoice("", ""),
    ) -> None:
        self._settings, self._read_key, self._make, self._clock = settings, read_key, makers, clock
        self._practice_key = practice_key
        self._given = given
        self._lock = threading.Lock()
        self._makers: Sequence[CipherMaker] | None = None
        self._ready: dict[str, _Ready] = {}

    # --- on or off ------------------------------------------------------------------------------

    def is_on(self, server: str) -> bool:
        """Whether what is sealed from now on for a server goes encrypted."""
        return self._settings().get(_name(server, "on")) == "1"

    def switch(self, server: str, *, on: bool) -> None:
        """What is sealed already stays what it is. Raises UserError where no key can be used."""
        if on:
            self.check(server)
        self._settings().set(_name(server, "on"), "1" if on else "0")

    # --- the key --------------------------------------------------------------------------------

    def examine(self, path: str) -> KeyFacts:
        """What a key file holds, to be compared before it is used. Raises UserError("pgp_…")."""
        with self._lock:
            return self._opened(self._file(path)).cipher.facts

    def confirm(self, server: str, path: str, typed: str) -> KeyFacts:
        """Keeps the file as the server's key, if its fingerprint is the one typed. Raises UserError."""
        facts = self.examine(path)
        _compared(facts, typed)
        settings = self._settings()
        settings.set(_name(server, "key"), path)
        settings.set(_name(server, "fingerprint"), facts.fingerprint)
        return facts

    def check(self, server: str) -> KeyFacts:
        """The key that a server's documents would be encrypted to now. Raises UserError."""
        with self._lock:
            return self._cipher(server).facts

    def take_given(self, server: str) -> KeyFacts:
        """Checks what a command was given before anything is sealed, and keeps it so that a later process
        can go on with what this one sealed. Practice goes on with its own key. Raises UserError."""
        facts = self.check(server)
        if self._given.path and server != PRACTICE:
            self.confirm(server, self._given.path, self._given.fingerprint or facts.fingerprint)
        return facts

    def encrypt(self, server: str, payload: bytes) -> bytes:
        """An encrypted message, or UserError and nothing."""
        with self._lock:
            cipher = self._cipher(server)
        return _encrypted(cipher, payload)

    def state(self, server: str) -> EncryptionState:
        """How it stands now. Raises nothing for what is wrong with a key."""
        with self._lock:
            choice, facts, fault = self._choice(server), None, ""
            try:
                facts = self._cipher(server).facts
            except UserError as error:
                fault = error.code
            ready = self._ready.get(server)
            made_by = ready.made_by if ready else next((maker.name for maker in self._all_makers()), "")
        left = None if facts is None else days_left(facts, self._clock.now())
        return EncryptionState(self.is_on(server), choice, facts, fault, made_by, left)

    # --- inside ---------------------------------------------------------------------------------

    def _choice(self, server: str) -> KeyChoice:
        settings = self._settings()
        if server == PRACTICE:
            return self._given
        path = self._given.path or settings.get(_name(server, "key"))
        return KeyChoice(path, self._given.fingerprint or settings.get(_name(server, "fingerprint")))

    def _cipher(self, server: str) -> Cipher:
        choice = self._choice(server)
        if choice.path:
            data = self._file(choice.path)
        elif server == PRACTICE:
            data = self._practice_key()
        else:
            raise UserError("pgp_key_missing")
        ready = self._ready.get(server)
        if ready is None or ready.data != data:
            self._ready.pop(server, None)
            ready = self._opened(data)
        self._compare(server, choice, ready.cipher.facts)
        judge((ready.cipher.facts,), self._clock.now())
        self._ready[server] = ready
        return ready.cipher

    def _compare(self, server: str, choice: KeyChoice, facts: KeyFacts) -> None:
        if self._given.fingerprint:
            _compared(facts, self._given.fingerprint)
        elif server == PRACTICE:
            return
        elif not choice.fingerprint:
            raise UserError("pgp_fingerprint_missing", fingerprint=grouped(facts.fingerprint))
        elif not same_fingerprint(choice.fingerprint, facts.fingerprint):
            raise UserError("pgp_key_replaced")

    def _opened(self, data: bytes) -> _Ready:
        return choose(self._all_makers(), data, self._clock.now())

    def _all_makers(self) -> Sequence[CipherMaker]:
        if self._makers is None:
            self._makers = self._make()
        return self._makers

    def _file(self, path: str) -> bytes:
        try:
            data = self._read_key(path, LONGEST_KEY_FILE)
        except (OSError, ValueError):
            raise UserError("pgp_key_unreadable") from None
        if not data or len(data) > LONGEST_KEY_FILE:
            raise UserError("pgp_key_unreadable")
        return data


def way_now(way: Way, encryption: Encryption | None) -> Way:
    """`way`, encrypted where that was switched on meanwhile. Raises UserError where no key can be used: then
    nothing is sealed."""
    if encryption is None or not goes_encrypted(way, encryption):
        return way
    encryption.check(way.server)
    return replace(way, encrypted=True)


def goes_encrypted(way: Way, encryption: Encryption | None) -> bool:
    """Whether what is sealed now must be encrypted; reads the settings."""
    return way.encrypted or (encryption is not None and encryption.is_on(way.server))


def choose(makers: Sequence[CipherMaker], data: bytes, now: datetime) -> _Ready:
    """The first that understands the key, and encrypts a trial to it. Raises UserError("pgp_…" |
    "encryption_absent" | "encryption_failed"); a key that one of them refuses is refused."""
    if not makers:
        raise UserError("encryption_absent")
    understood = False
    for maker in makers:
        facts = _read(maker, data)
        if not facts:
            continue
        understood = True
        one = judge(facts, now)
        try:
            cipher = maker.cipher(data, one)
            _encrypted(cipher, _TRIAL)
        except UserError:
            continue
        return _Ready(data, cipher, maker.name)
    raise UserError("encryption_failed" if understood else "pgp_key_unreadable")


def judge(found: Sequence[KeyFacts], now: datetime) -> KeyFacts:
    """The one key that may be used. Raises UserError("pgp_key_…")."""
    if not found:
        raise UserError("pgp_key_unreadable")
    if any(facts.private for facts in found):
        raise UserError("pgp_key_private")
    if len(found) > 1:
        raise UserError("pgp_key_several")
    (facts,) = found
    if facts.revoked:
        raise UserError("pgp_key_revoked")
    if facts.expires is not None and facts.expires <= now:
        raise UserError("pgp_key_expired")
    if not facts.can_encrypt:
        raise UserError("pgp_key_cannot_encrypt")
    return facts


def days_left(facts: KeyFacts, now: datetime) -> int | None:
    """Whole days to the key's end, from 30 on down; None before."""
    if facts.expires is None or facts.expires - now > WARNED_BEFORE:
        return None
    return max((facts.expires - now).days, 0)


def _read(maker: CipherMaker, data: bytes) -> tuple[KeyFacts, ...]:
    try:
        return maker.read(data)
    except UserError:
        return ()


def _encrypted(cipher: Cipher, payload: bytes) -> bytes:
    message = cipher.encrypt(payload)
    if not hides(message, payload):
        raise UserError("encryption_failed")
    return message


def _compared(facts: KeyFacts, typed: str) -> None:
    if plain_fingerprint(typed) is None:
        raise UserError(
            "pgp_fingerprint_short" if typed.strip() else "pgp_fingerprint_missing",
            fingerprint=grouped(facts.fingerprint),
        )
    if not same_fingerprint(facts.fingerprint, typed):
        raise UserError("pgp_fingerprint_differs", fingerprint=grouped(facts.fingerprint))


def _name(server: str, what: str) -> str:
    """A setting's name. What an address holds beside letters and digits, a settings file would misread."""
    return f"pgp.{re.sub(r'[^a-z0-9.-]', '_', server.lower())}.{what}"
