"""Whose a VAT number is, asked of the provider: whatever it answers, a person is told in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports.registry import RegistrySource, VatAnswer
from einvoice_desktop.provider.vat_check import LONGEST_NAME, ProviderRegistry
from einvoice_desktop.provider.wire import MAX_ANSWER
from tests.provider.loopback import (
    VAT,
    Loopback,
    Opener,
    Script,
    answer,
    hang_up,
    json_answer,
    raw,
    reset,
    stall,
    tokens,
)

ASKED = f"/VatValidation/greek?vat=EL094014201&issuerTin=EL{VAT}"
FOUND = {"found": True, "registeredName": "Παράδειγμα Α.Ε.", "taxOffice": "Χαλκίδας", "isActive": True}
PAGE = b"<!DOCTYPE html><html><title>Wi-Fi</title></html>"
Ask = Callable[[], VatAnswer]


@pytest.fixture
def registry(provider: Opener, server: Loopback) -> ProviderRegistry:
    return provider(server.url).registry(VAT)


@pytest.fixture
def ask(registry: ProviderRegistry) -> Ask:
    return lambda: registry.look_up("EL094014201", RegistrySource.GREEK)


def told(ask: Ask) -> str:
    """The code of the sentence that a person is told, whole in both languages."""
    with pytest.raises(UserError) as failed:
        ask()
    code, params = failed.value.code, failed.value.params
    for language in ("el", "en"):
        sentence = bootstrap.open_messages().sentence(code, params, language)
        assert code not in sentence
        assert "{" not in sentence
    return code


def test_a_found_number_tells_whose_it_is_signed_in_as_the_documents_are(ask: Ask, server: Loopback) -> None:
    server.on(ASKED, json_answer(200, FOUND | {"address": {"city": "Αθήνα", "postal": "10559"}}))
    found = ask()
    assert found.found
    assert found.is_active
    assert (found.name, found.city, found.postal) == ("Παράδειγμα Α.Ε.", "Αθήνα", "10559")
    (request,) = server.sent(ASKED)
    assert request.method == "GET"
    assert request.headers["authorization"] == "Bearer access-1"


def test_what_the_authority_and_vies_call_things_is_understood_too(
    registry: ProviderRegistry, ask: Ask, server: Loopback
) -> None:
    server.on(
        ASKED,
        json_answer(
            200,
            {
                "data": {
                    "Onomasia": "ΠΑΡΑΔΕΙΓΜΑ ΑΕ",
                    "CommerTitle": "ΠΑΡΑΔΕΙΓΜΑ",
                    "DoyDescr": "ΧΑΛΚΙΔΑΣ",
                    "PostalAddress": "ΑΙΟΛΟΥ",
                    "PostalAddressNo": "86",
                    "DeactivationFlag": "2",
                    "firmActTab": [{"firmActDescr": "ΕΜΠΟΡΙΟ"}, 7, {}],
                }
            },
        ),
    )
    greek = ask()
    assert (greek.name, greek.street, greek.street_number) == ("ΠΑΡΑΔΕΙΓΜΑ ΑΕ", "ΑΙΟΛΟΥ", "86")
    assert greek.is_active is False
    assert greek.activities == ("ΕΜΠΟΡΙΟ", "7")
    path = f"/VatValidation/eu?vat=DE136695976&issuerTin=EL{VAT}"
    vies = {"valid": True, "countryCode": "DE", "name": "---", "address": "Weg 1\n80331 München"}
    server.on(path, json_answer(200, vies))
    union = registry.look_up("DE136695976", RegistrySource.UNION)
    assert (union.found, union.name, union.address) == (True, "", "Weg 1\n80331 München")


def test_a_number_that_nobody_has_is_not_found(ask: Ask, server: Loopback) -> None:
    server.on(ASKED, json_answer(404, {"found": False, "message": "not found", "registeredName": "X"}))
    nobody = ask()
    assert not nobody.found
    assert (nobody.name, nobody.words) == ("", "not found")


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (json_answer(404, {"message": "no such path"}), "vat_check_absent"),
        (answer(404, PAGE, "text/html"), "vat_check_absent"),
        (json_answer(405, {}), "vat_check_absent"),
        (json_answer(400, {"message": "VAT is wrong"}), "vat_check_said"),
        (json_answer(302, {}), "vat_check_said"),
        (json_answer(403, {"message": "no"}), "vat_check_forbidden"),
        (json_answer(401, {"message": "no"}), "vat_check_forbidden"),
        (json_answer(500, {}), "vat_check_down"),
        (json_answer(408, {}), "vat_check_down"),
        (answer(200, PAGE, "text/html"), "vat_check_strange"),
        (answer(200, b"{"), "vat_check_strange"),
        (answer(200, b""), "vat_check_strange"),
        (answer(200, b"[" * 100_000), "vat_check_strange"),
        (json_answer(200, ["found"]), "vat_check_strange"),
        (json_answer(200, {"found": "yes", "name": ["a"], "address": 7}), "vat_check_strange"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n"), "connection_no_provider"),
        (answer(200, b" " * (MAX_ANSWER + 1)), "connection_no_provider"),
        (raw(b"nonsense\r\n\r\n"), "connection_no_provider"),
        (hang_up, "connection_lost_midway"),
        (reset, "connection_lost_midway"),
        (stall, "connection_no_answer"),
    ],
)
def test_whatever_comes_back_is_told_in_words(ask: Ask, server: Loopback, script: Script, code: str) -> None:
    server.on(ASKED, script)
    assert told(ask) == code


def test_a_token_that_is_no_longer_taken_is_renewed_once(ask: Ask, server: Loopback) -> None:
    server.on(ASKED, json_answer(401, {}), json_answer(200, FOUND))
    server.on("/Authentication/login", json_answer(200, tokens()), json_answer(200, tokens("access-2")))
    assert ask().found
    assert [request.headers["authorization"][-1] for request in server.sent(ASKED)] == ["1", "2"]


def test_a_key_that_opens_nothing_is_told(provider: Opener, server: Loopback) -> None:
    server.on("/Authentication/login", json_answer(401, {"message": "Authentication failed"}))
    registry = provider(server.url).registry(VAT)
    assert told(lambda: registry.look_up("EL094014201", RegistrySource.GREEK)) == "key_refused"


def test_a_hostile_answer_is_plain_text_of_a_bounded_length(ask: Ask, server: Loopback) -> None:
    server.on(
        ASKED,
        json_answer(
            200,
            {
                "found": True,
                "name": "<b>A\u202e\x00\nB" + "x" * 9000,
                "activities": ["y" * 9000] * 90,
                "address": "\n".join(["z" * 900] * 900),
                "postal": {"a": 1},
                "isActive": "no",
            },
        ),
    )
    found = ask()
    assert found.name.startswith("<b>A B")
    assert len(found.name) == LONGEST_NAME
    assert sum(map(len, found.activities)) <= 2000
    assert len(found.address) <= 2000
    assert (found.postal, found.is_active) == ("", None)


def test_the_practice_provider_is_asked_in_the_same_way(tmp_path: Path) -> None:
    desk = bootstrap.open_desk(bootstrap.Options(tmp_path / "desk", database_url=None))
    try:
        greek = desk.vat_checks.look_up("094014201", "GR", "EL999999993")
        union = desk.vat_checks.look_up("DE999999995", "DE")
        unknown = desk.vat_checks.look_up("090000045", "GR")
    finally:
        desk.close()
    assert (greek.name, greek.postal) == ("Παράδειγμα Εμπορική Ανώνυμη Εταιρεία", "10559")
    assert (union.name, union.address) == ("Musterhaus Feinkost GmbH", "Beispielstraße 12\n80331 München")
    assert not unknown.found
