"""One provider per server and way in, and the right key for each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial

import httpx
import pytest

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.submission import OutcomeKind, SealedDocument, SignIn
from einvoice_desktop.provider.gateway import HttpGateway
from tests.pgp_messages import message
from tests.provider.loopback import VAT, HeldClock, Loopback, issued, json_answer, other, tokens

K = OutcomeKind


@dataclass
class Keys:
    """`app.ports.Secrets` in a dictionary."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)
    broken: UserError | None = None
    asked: list[tuple[str, str]] = field(default_factory=list)

    def api_key(self, server: str, vat: str) -> str | None:
        self.asked.append((server, vat))
        if self.broken is not None:
            raise self.broken
        return self.kept.get((server, vat))

    def set_api_key(self, server: str, vat: str, key: str) -> None:
        self.kept[server, vat] = key


class Practice(httpx.BaseTransport):
    """A practice provider that remembers with which key it was entered."""

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.started = 0

    def start(self) -> tuple[str, httpx.BaseTransport]:
        self.started += 1
        return "http://127.0.0.1:1", self

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        body = request.read()
        if request.url.path == "/Authentication/login":
            self.keys.append(json.loads(body)["key"])
            return httpx.Response(200, json=tokens())
        return httpx.Response(201, json=issued())


Open = Callable[..., HttpGateway]


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def practice() -> Practice:
    return Practice()


@pytest.fixture
def gateway(keys: Keys, practice: Practice, clock: HeldClock) -> Iterator[Open]:
    opened: list[HttpGateway] = []

    def open_gateway(**options: object) -> HttpGateway:
        given = {"practice": practice.start, "practice_key": "practice-key", "environment_key": None}
        opened.append(HttpGateway(keys, clock, **{**given, **options}))  # type: ignore[arg-type]
        return opened[-1]

    yield open_gateway
    for one in opened:
        one.close()


def key_used(gateway: HttpGateway, server: Loopback, sealed: SealedDocument) -> str:
    assert gateway.provider(server.url, SignIn.BEARER, encrypted=False).submit(sealed).kind is K.ISSUED
    key = json.loads(server.sent("/Authentication/login")[-1].body)["key"]
    assert isinstance(key, str)
    return key


def test_practice_starts_once_and_needs_no_key(
    gateway: Open, practice: Practice, keys: Keys, sealed: SealedDocument
) -> None:
    one = gateway(environment_key="environment-key")
    assert practice.started == 0
    for sign_in in (SignIn.BEARER, SignIn.APIKEY, SignIn.BEARER):
        assert one.provider("practice", sign_in, encrypted=False).submit(sealed).kind is K.ISSUED
    assert (practice.started, practice.keys, keys.asked) == (1, ["practice-key"], [])


def test_one_provider_for_each_server_and_way_in(gateway: Open) -> None:
    one = gateway(encryptor=lambda _: bytes.swapcase)
    uat = one.provider("uat", SignIn.BEARER, encrypted=False)
    assert one.provider("https://EinvoiceAPIuat.impact.gr/", SignIn.BEARER, encrypted=False) is uat
    others = [
        one.provider("production", SignIn.BEARER, encrypted=False),
        one.provider("uat", SignIn.APIKEY, encrypted=False),
        one.provider("uat", SignIn.BEARER, encrypted=True),
    ]
    assert len({id(provider) for provider in (uat, *others)}) == 4


def test_the_environments_key_wins_over_the_keyring(
    gateway: Open, keys: Keys, server: Loopback, sealed: SealedDocument
) -> None:
    keys.kept[server.url, VAT] = "keyring-key"
    assert key_used(gateway(environment_key=" environment-key "), server, sealed) == "environment-key"
    assert keys.asked == []


def test_the_keyrings_key_is_asked_for_by_server_and_bare_vat(
    gateway: Open, keys: Keys, server: Loopback, sealed: SealedDocument
) -> None:
    keys.kept[server.url, VAT] = "keyring-key"
    prefixed = other(sealed, issuer_vat=f"EL{VAT}")
    assert key_used(gateway(environment_key=""), server, prefixed) == "keyring-key"
    assert keys.asked == [(server.url, VAT)]


@pytest.mark.parametrize("broken", [None, UserError("keyring_absent"), UserError("keyring_locked")])
def test_a_server_on_this_machine_opens_with_the_practice_key(
    broken: UserError | None, gateway: Open, keys: Keys, server: Loopback, sealed: SealedDocument
) -> None:
    keys.broken = broken
    assert key_used(gateway(), server, sealed) == "practice-key"


@pytest.mark.parametrize("broken", [None, UserError("keyring_absent"), UserError("keyring_locked")])
def test_a_real_server_never_sees_the_practice_key(
    broken: UserError | None, gateway: Open, keys: Keys, sealed: SealedDocument
) -> None:
    keys.broken = broken
    outcome = gateway().provider("uat", SignIn.APIKEY, encrypted=False).submit(sealed)
    assert outcome.kind is K.UNAUTHORISED
    assert outcome.reason == (broken.code if broken else "api_key_missing")
    assert keys.asked == [("uat", VAT)]


@pytest.mark.parametrize(
    ("server", "encrypted", "code"),
    [
        ("http://einvoice.example.gr", False, "server_not_https"),
        ("nowhere", False, "server_unknown"),
        ("practice", False, "practice_absent"),
        ("uat", True, "encryption_absent"),
    ],
)
def test_what_is_not_to_be_had(server: str, encrypted: bool, code: str, gateway: Open) -> None:
    with pytest.raises(UserError) as caught:
        gateway(practice=None).provider(server, SignIn.BEARER, encrypted=encrypted)
    assert caught.value.code == code


def test_an_encrypted_provider_encrypts(gateway: Open, server: Loopback, sealed: SealedDocument) -> None:
    server.on("/Invoice/secure", json_answer(201, issued()))
    asked: list[tuple[str, bytes]] = []

    def encrypt(name: str, plain: bytes) -> bytes:
        asked.append((name, plain))
        return message()

    one = gateway(encryptor=lambda name: partial(encrypt, name))
    assert one.provider(server.url, SignIn.BEARER, encrypted=True).submit(sealed).kind is K.ISSUED
    assert server.sent("/Invoice/secure")[0].body == message()
    assert asked == [(server.url, sealed.payload)]


def test_an_encryptor_that_has_no_key_opens_nothing(gateway: Open) -> None:
    def no_key(_server: str) -> Callable[[bytes], bytes]:
        raise UserError("pgp_key_missing")

    with pytest.raises(UserError, match="pgp_key_missing"):
        gateway(encryptor=no_key).provider("uat", SignIn.BEARER, encrypted=True)


def test_after_closing_a_new_provider_signs_in_anew(
    gateway: Open, server: Loopback, sealed: SealedDocument
) -> None:
    one = gateway()
    first = one.provider(server.url, SignIn.BEARER, encrypted=False)
    first.submit(sealed)
    one.close()
    second = one.provider(server.url, SignIn.BEARER, encrypted=False)
    assert second is not first
    assert second.submit(sealed).kind is K.ISSUED
    assert len(server.sent("/Authentication/login")) == 2
    with pytest.raises(RuntimeError):
        first.submit(sealed)
