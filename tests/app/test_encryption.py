"""Which key is taken, which refused and in which words; and that a fault never ends in clear text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from einvoice_desktop.app.encryption import Encryption, KeyChoice, choose, days_left, judge, way_now
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import KeyFacts
from einvoice_desktop.app.sealing import Way
from einvoice_desktop.domain.submission import SignIn
from tests.pgp_messages import ENCRYPTED, KEY, armoured, message

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
PRINT, OTHER = "0927" * 10, "ABCD" * 10
FACTS = KeyFacts(PRINT, "Πάροχος <p@example.gr>", NOW + timedelta(days=200), can_encrypt=True)
MESSAGE = message()


@dataclass
class Clock:
    moment: datetime = NOW

    def now(self) -> datetime:
        return self.moment


@dataclass
class FakeCipher:
    facts: KeyFacts
    work: Callable[[bytes], bytes]

    def encrypt(self, payload: bytes) -> bytes:
        return self.work(payload)


@dataclass
class Maker:
    """Knows the keys in `keys` by their bytes."""

    keys: dict[bytes, tuple[KeyFacts, ...]]
    work: Callable[[bytes], bytes] = lambda _: MESSAGE
    name: str = "fake 1"

    def read(self, data: bytes) -> tuple[KeyFacts, ...]:
        return self.keys.get(data, ())

    def cipher(self, data: bytes, facts: KeyFacts) -> FakeCipher:
        assert data in self.keys
        return FakeCipher(facts, lambda payload: self.work(payload))


@dataclass
class Desk:
    """Settings, files and a clock around an `Encryption`."""

    makers: list[Maker]
    files: dict[str, bytes] = field(default_factory=lambda: {"/k.asc": b"K"})
    values: dict[str, str] = field(default_factory=dict)
    clock: Clock = field(default_factory=Clock)
    given: KeyChoice = field(default_factory=lambda: KeyChoice("", ""))

    def get(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def set(self, name: str, value: str) -> None:
        self.values[name] = value

    def read(self, path: str, _limit: int) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(path)
        return self.files[path]

    def encryption(self) -> Encryption:
        return Encryption(
            lambda: self, self.read, lambda: self.makers, self.clock, lambda: b"P", given=self.given
        )


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        work()
    return caught.value.code


@pytest.fixture
def desk() -> Desk:
    practice = replace(FACTS, fingerprint=OTHER, expires=None)
    return Desk([Maker({b"K": (FACTS,), b"P": (practice,), b"N": (replace(FACTS, fingerprint=OTHER),)})])


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ((), "pgp_key_unreadable"),
        ((FACTS, replace(FACTS, fingerprint=OTHER)), "pgp_key_several"),
        ((replace(FACTS, private=True),), "pgp_key_private"),
        ((FACTS, replace(FACTS, private=True)), "pgp_key_private"),
        ((replace(FACTS, revoked=True),), "pgp_key_revoked"),
        ((replace(FACTS, expires=NOW),), "pgp_key_expired"),
        ((replace(FACTS, can_encrypt=False),), "pgp_key_cannot_encrypt"),
        # What a person can do about it comes first.
        ((replace(FACTS, revoked=True, expires=NOW, can_encrypt=False),), "pgp_key_revoked"),
    ],
)
def test_each_unfit_key_has_its_own_code(found: tuple[KeyFacts, ...], code: str) -> None:
    assert code_of(lambda: judge(found, NOW)) == code


def test_the_first_that_works_is_taken() -> None:
    broken = Maker({b"K": (FACTS,)}, lambda _: b"", "broken")
    blind = Maker({}, name="blind")
    works = Maker({b"K": (FACTS,)}, name="works")
    assert choose([works, broken], b"K", NOW).made_by == "works"
    assert choose([broken, blind, works], b"K", NOW).made_by == "works"
    assert code_of(lambda: choose([broken], b"K", NOW)) == "encryption_failed"
    assert code_of(lambda: choose([blind], b"K", NOW)) == "pgp_key_unreadable"
    assert code_of(lambda: choose([], b"K", NOW)) == "encryption_absent"


def test_a_key_that_one_refuses_is_not_offered_to_the_next() -> None:
    strict = Maker({b"K": (replace(FACTS, revoked=True),)})
    assert code_of(lambda: choose([strict, Maker({b"K": (FACTS,)})], b"K", NOW)) == "pgp_key_revoked"


@pytest.mark.parametrize(
    "work",
    [
        lambda _: b"",
        lambda payload: payload,
        lambda payload: armoured(KEY + ENCRYPTED) + payload,
        lambda payload: armoured(b"\xcb\xff" + len(payload).to_bytes(4, "big") + payload),
    ],
)
def test_what_is_no_encrypted_message_is_thrown_away(desk: Desk, work: Callable[[bytes], bytes]) -> None:
    one = desk.encryption()
    one.confirm("uat", "/k.asc", PRINT)
    assert one.encrypt("uat", b"payload " * 50) == MESSAGE
    desk.makers[0].work = work
    assert code_of(lambda: one.encrypt("uat", b"payload " * 50)) == "encryption_failed"


def test_without_a_key_there_is_none(desk: Desk) -> None:
    assert code_of(lambda: desk.encryption().encrypt("uat", b"x")) == "pgp_key_missing"
    assert code_of(lambda: desk.encryption().switch("uat", on=True)) == "pgp_key_missing"
    assert not desk.encryption().is_on("uat")


def test_a_key_that_nobody_compared_is_not_used(desk: Desk) -> None:
    desk.set("pgp.uat.key", "/k.asc")
    assert code_of(lambda: desk.encryption().check("uat")) == "pgp_fingerprint_missing"


def test_only_the_fingerprint_that_is_the_keys_own_confirms_it(desk: Desk) -> None:
    one = desk.encryption()
    assert code_of(lambda: one.confirm("uat", "/k.asc", OTHER)) == "pgp_fingerprint_differs"
    assert code_of(lambda: one.confirm("uat", "/k.asc", PRINT[-16:])) == "pgp_fingerprint_short"
    assert code_of(lambda: one.confirm("uat", "/k.asc", " ")) == "pgp_fingerprint_missing"
    assert desk.values == {}
    assert one.confirm("uat", "/k.asc", f"0x{PRINT.lower()}") == FACTS
    assert one.check("uat") == FACTS


def test_each_server_has_its_own_key(desk: Desk) -> None:
    one = desk.encryption()
    one.confirm("uat", "/k.asc", PRINT)
    address = "https://einvoice.example.gr:8443/a=b"
    assert code_of(lambda: one.check(address)) == "pgp_key_missing"
    one.confirm(address, "/k.asc", PRINT)
    one.switch(address, on=True)
    assert one.check(address) == FACTS
    assert (one.is_on(address), one.is_on("uat")) == (True, False)
    assert not any(mark in name for name in desk.values for mark in "=:[]\n")


def test_a_key_that_was_replaced_gone_or_expired_since_is_noticed_at_the_next_document(desk: Desk) -> None:
    one = desk.encryption()
    one.confirm("uat", "/k.asc", PRINT)
    assert one.encrypt("uat", b"x" * 40) == MESSAGE
    desk.files["/k.asc"] = b"N"
    assert code_of(lambda: one.encrypt("uat", b"x" * 40)) == "pgp_key_replaced"
    del desk.files["/k.asc"]
    assert code_of(lambda: one.encrypt("uat", b"x" * 40)) == "pgp_key_unreadable"
    desk.files["/k.asc"] = b"K"
    assert one.encrypt("uat", b"x" * 40) == MESSAGE
    desk.clock.moment = NOW + timedelta(days=200)
    assert code_of(lambda: one.encrypt("uat", b"x" * 40)) == "pgp_key_expired"


def test_practice_needs_no_key_of_a_persons(desk: Desk) -> None:
    assert desk.encryption().check("practice").fingerprint == OTHER
    desk.given = KeyChoice("", PRINT)
    assert code_of(lambda: desk.encryption().check("practice")) == "pgp_fingerprint_differs"


def test_what_a_command_was_given_is_kept_for_the_process_after_it(desk: Desk) -> None:
    desk.given = KeyChoice("/k.asc", PRINT.lower())
    desk.encryption().take_given("uat")
    desk.given = KeyChoice("", "")
    assert desk.encryption().check("uat") == FACTS


def test_what_a_command_was_given_wrongly_changes_nothing(desk: Desk) -> None:
    desk.encryption().confirm("uat", "/k.asc", PRINT)
    before = dict(desk.values)
    desk.files["/n.asc"] = b"N"
    desk.given = KeyChoice("/n.asc", PRINT)
    assert code_of(lambda: desk.encryption().take_given("uat")) == "pgp_fingerprint_differs"
    desk.given = KeyChoice("/n.asc", "")
    assert code_of(lambda: desk.encryption().take_given("uat")) == "pgp_key_replaced"
    assert desk.values == before


@pytest.mark.parametrize(("left", "days"), [(31, None), (30, 30), (29.5, 29), (1, 1), (0.2, 0)])
def test_the_end_is_foretold_from_thirty_days_before_it(left: float, days: int | None) -> None:
    assert days_left(replace(FACTS, expires=NOW + timedelta(days=left)), NOW) == days
    assert days_left(replace(FACTS, expires=None), NOW) is None


def test_the_state_tells_what_is_wrong_and_what_encrypts(desk: Desk) -> None:
    state = desk.encryption().state("uat")
    assert (state.on, state.fault, state.facts, state.made_by) == (False, "pgp_key_missing", None, "fake 1")
    desk.encryption().confirm("uat", "/k.asc", PRINT)
    desk.clock.moment = NOW + timedelta(days=190)
    state = desk.encryption().state("uat")
    assert (state.fault, state.facts, state.days_left) == ("", FACTS, 10)


def test_nothing_is_sealed_where_encryption_is_on_and_the_key_is_of_no_use(desk: Desk) -> None:
    way, one = Way("uat", SignIn.BEARER, encrypted=False), desk.encryption()
    assert way_now(way, one) == way
    one.confirm("uat", "/k.asc", PRINT)
    one.switch("uat", on=True)
    assert way_now(way, one) == replace(way, encrypted=True)
    del desk.files["/k.asc"]
    assert code_of(lambda: way_now(way, one)) == "pgp_key_unreadable"
    one.switch("uat", on=False)
    assert way_now(way, one) == way
    assert code_of(lambda: way_now(replace(way, encrypted=True), one)) == "pgp_key_unreadable"
