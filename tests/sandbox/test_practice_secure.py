"""/Invoice/secure of the practice provider: opened, a document like any other; else a 400 in its shape."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from einvoice_desktop.app.encryption import choose
from einvoice_desktop.sandbox.app import PracticeProvider
from einvoice_desktop.vault.pgp_practice import PracticeKeys
from einvoice_desktop.vault.pgp_sequoia import SequoiaMaker, new_pair, public_part
from tests.sandbox.conftest import ADDRESS, PRACTICE_KEY, Clock, Desk, Json

SECURE = "/Invoice/secure"


def encrypted_to(public: bytes, payload: bytes) -> bytes:
    return choose([SequoiaMaker()], public, datetime.now(UTC)).cipher.encrypt(payload)


@pytest.fixture
def keys(tmp_path: Path) -> PracticeKeys:
    return PracticeKeys(tmp_path)


@pytest.fixture
def provider(tmp_path: Path, tables: Any, clock: Clock, keys: PracticeKeys) -> Iterator[PracticeProvider]:
    made = PracticeProvider(
        tmp_path / "practice",
        tables,
        now=clock,
        address=lambda: ADDRESS,
        practice_key=PRACTICE_KEY,
        decrypt=keys.decrypt,
    )
    yield made
    made.close()


@pytest.fixture
def post(provider: PracticeProvider) -> Callable[..., TestResponse]:
    def send(body: bytes, content_type: str = "application/pgp-encrypted", key: str = PRACTICE_KEY) -> Any:
        return Client(provider).post(SECURE, data=body, content_type=content_type, headers={"APIKey": key})

    return send


def wire(document: Json) -> bytes:
    return json.dumps(document, ensure_ascii=False).encode()


def test_it_answers_as_to_a_document_in_clear(
    post: Callable[..., TestResponse], keys: PracticeKeys, make: Callable[..., Json]
) -> None:
    response = post(encrypted_to(keys.public(), wire(make())))
    assert response.status_code == 201, response.text
    told = response.get_json()
    assert (told["success"], told["status"], told["series"]) == (True, "SUBMITTED", "Α")
    assert len(str(told["mark"])) == 15


def test_by_whichever_door_the_same_document_is_in_once(
    post: Callable[..., TestResponse],
    provider: PracticeProvider,
    clock: Clock,
    keys: PracticeKeys,
    make: Callable[..., Json],
) -> None:
    assert Desk(provider, clock).accepted(make())
    assert post(encrypted_to(keys.public(), wire(make()))).status_code == 409
    other = make("1.1", {"number": "77", "distributionDetails.internalDocumentId": "doc-77"})
    assert post(encrypted_to(keys.public(), wire(other))).status_code == 201
    assert Desk(provider, clock).send(other).status_code == 409


def test_a_document_with_errors_is_refused_as_in_clear(
    post: Callable[..., TestResponse], keys: PracticeKeys, make: Callable[..., Json]
) -> None:
    response = post(encrypted_to(keys.public(), wire(make("1.1", {"summaries": None}))))
    assert response.status_code == 400
    assert "Summaries section is mandatory" in response.text


def test_who_does_not_sign_in_is_not_let_in(
    post: Callable[..., TestResponse], keys: PracticeKeys, make: Callable[..., Json]
) -> None:
    assert post(encrypted_to(keys.public(), wire(make())), key="").status_code == 401


def to_another_key(_keys: PracticeKeys, plain: bytes) -> bytes:
    return encrypted_to(public_part(new_pair("Somebody else <else@example.gr>")), plain)


def cut_off(keys: PracticeKeys, plain: bytes) -> bytes:
    return encrypted_to(keys.public(), plain)[:-60]


def altered(keys: PracticeKeys, plain: bytes) -> bytes:
    message = bytearray(encrypted_to(keys.public(), plain))
    place = len(message) // 2
    message[place] = ord("A") if message[place] != ord("A") else ord("B")
    return bytes(message)


@pytest.mark.parametrize(
    "body",
    [
        to_another_key,
        cut_off,
        altered,
        lambda _keys, plain: plain,
        lambda _keys, _plain: b"",
        lambda _keys, _plain: b"\x00\xff" * 500,
        lambda _keys, _plain: b"-----BEGIN PGP MESSAGE-----\n\ngarbage\n-----END PGP MESSAGE-----\n",
        lambda keys, _plain: keys.public(),
        lambda keys, _plain: encrypted_to(keys.public(), "Όχι JSON".encode()),
    ],
    ids=["another key", "cut off", "altered", "clear", "empty", "bytes", "no base64", "a key", "no JSON"],
)
def test_what_it_cannot_open_is_a_400_in_the_envelope(
    post: Callable[..., TestResponse],
    keys: PracticeKeys,
    make: Callable[..., Json],
    body: Callable[[PracticeKeys, bytes], bytes],
) -> None:
    response = post(body(keys, wire(make())))
    assert response.status_code == 400
    told = response.get_json()
    assert told["success"] is False
    assert told["message"]
    assert set(told) >= {"mark", "uid", "statusCode", "status", "myDataResponse"}


def test_only_the_content_type_and_verb_of_the_page_are_taken(
    post: Callable[..., TestResponse],
    provider: PracticeProvider,
    keys: PracticeKeys,
    make: Callable[..., Json],
) -> None:
    message = encrypted_to(keys.public(), wire(make()))
    assert post(message, "application/json").status_code == 415
    assert Client(provider).get(SECURE).status_code == 405
    assert (
        Client(provider).post("/invoice/json", data=message, content_type="application/json").status_code
        == 400
    )


def test_a_provider_without_a_key_takes_none(
    desk: Desk, keys: PracticeKeys, make: Callable[..., Json]
) -> None:
    message = encrypted_to(keys.public(), wire(make()))
    response = desk.client.post(
        SECURE, data=message, content_type="application/pgp-encrypted", headers={"APIKey": PRACTICE_KEY}
    )
    assert response.status_code == 400


def test_a_fault_strikes_an_encrypted_document_too(
    post: Callable[..., TestResponse],
    provider: PracticeProvider,
    keys: PracticeKeys,
    make: Callable[..., Json],
) -> None:
    fault = {"path": SECURE, "kind": "server_error"}
    assert Client(provider).post("/practice/faults", json=fault).status_code == 200
    message = encrypted_to(keys.public(), wire(make()))
    assert [post(message).status_code for _ in range(2)] == [500, 201]
