"""`submit --secure`: refused keys end in 2 with nothing sealed; what is sealed goes encrypted, later too."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.cli.conftest import PUBLISHED
from tests.provider.loopback import KEY, Loopback, Request, hang_up
from tests.provider.tap import Tap
from tests.provider.test_secure import shown_on_the_wire, takes

SAMPLE = PUBLISHED / "3.1-4.json"
ENGLISH = {"EINVOICE_LANGUAGE": "en", "EINVOICE_API_KEY": KEY}


@pytest.fixture
def server(pgp_keys) -> Iterator[Loopback]:
    made = Loopback()
    made.on("/Invoice/secure", takes(pgp_keys))
    yield made
    made.close()


@pytest.fixture
def tap(server) -> Iterator[Tap]:
    made = Tap(server.port)
    yield made
    made.close()


@pytest.fixture
def secure(command, tap, pgp_keys):
    """`submit --secure` to the tapped server with a key file and a fingerprint."""

    def run(key="good", fingerprint=None, *words):
        file = ["--pgp-key", pgp_keys.file(key)] if key else []
        told = fingerprint if fingerprint is not None else pgp_keys.fingerprints.get(key, "")
        typed = ["--pgp-fingerprint", told] if told else []
        options = ("--server", tap.url, "--auth", "apikey", "--secure", "--today", "--json")
        return command("submit", SAMPLE, *options, *file, *typed, *words, env=ENGLISH)

    return run


def nothing_sealed(command, tap) -> None:
    assert command("outbox", "--json").out == ""
    assert tap.connections == 0


def test_it_goes_encrypted_and_is_issued(secure, server, tap, pgp_keys):
    said = secure()
    assert said.status == 0, said.err
    (row,) = said.rows
    assert (row["state"], row["mark"]) == ("issued", "400001234567890")
    (sent,) = server.sent("/Invoice/secure")
    opened = pgp_keys.decrypt(sent.body)[0]
    assert json.loads(opened)["number"] == row["number"]
    assert shown_on_the_wire(tap.seen, opened) == []
    assert said.err == ""


def test_practice_needs_no_key(command):
    said = command("submit", SAMPLE, "--practice", "--secure", "--today", "--json")
    assert (said.status, said.rows[0]["state"]) == (0, "issued"), said.err


def test_the_practice_provider_on_a_port_takes_the_key_that_it_hands_out(command, sandbox, tmp_path):
    public = tmp_path / "provider" / "practice" / "pgp-public.asc"
    refused = command("submit", SAMPLE, "--server", sandbox, "--secure", "--pgp-key", public, env=ENGLISH)
    assert refused.status == 2
    fingerprint = refused.err.rpartition(":")[2].strip()
    options = ("--secure", "--pgp-key", public, "--pgp-fingerprint", fingerprint, "--today", "--json")
    env = {"EINVOICE_API_KEY": "00000000-0000-4000-8000-00000000e1ec"}
    said = command("submit", SAMPLE, "--server", sandbox, *options, env=env)
    assert (said.status, said.rows[0]["state"]) == (0, "issued"), said.err


REFUSED = {
    "expired": "expired",
    "subkey_expired": "expired",
    "revoked": "revoked",
    "sign_only": "not for encrypting",
    "private": "private key",
    "several": "more than one key",
    "nowhere": "cannot be read",
}


def test_a_refused_key_is_2_and_nothing_is_sealed(secure, command, tap, pgp_keys):
    for key, words in REFUSED.items():
        said = secure(key, pgp_keys.fingerprints["good"])
        assert (said.status, said.out) == (2, ""), key
        assert words in said.err
    nothing_sealed(command, tap)


def test_a_fingerprint_that_is_not_the_keys_is_2_and_nothing_is_sealed(secure, command, tap, pgp_keys):
    good = pgp_keys.fingerprints["good"]
    for told in (pgp_keys.fingerprints["other"], good[-16:], ""):
        said = secure("good", told)
        assert (said.status, said.out) == (2, "")
        assert len(said.err.splitlines()) == 1
    nothing_sealed(command, tap)


def test_a_fingerprint_is_taken_however_it_is_written(secure, pgp_keys):
    good = pgp_keys.fingerprints["good"].lower()
    assert secure("good", "0x" + ":".join(good[at : at + 4] for at in range(0, 40, 4))).status == 0


def test_the_second_time_the_key_is_known(secure, pgp_keys):
    assert secure().status == 0
    assert secure("").status == 0
    # Another key than the confirmed one needs its own fingerprint.
    assert secure("other", "").status == 2
    assert secure("", pgp_keys.fingerprints["other"]).status == 2
    assert secure("other").status == 0


def test_without_secure_a_key_makes_no_sense(command, pgp_keys):
    said = command("submit", SAMPLE, "--practice", "--pgp-key", pgp_keys.file("good"), env=ENGLISH)
    assert (said.status, said.out) == (2, "")
    assert "--secure" in said.err


def test_an_end_that_is_near_is_foretold(secure):
    said = secure("soon")
    assert said.status == 0
    assert "expires in 9 days" in said.err


def test_what_is_left_over_is_taken_up_encrypted_by_the_next_process(command, secure, server, tap, pgp_keys):
    works = server.scripts["/invoice/secure"]
    server.on("/Invoice/secure", hang_up)
    left = secure("good", None, "--wait", "1")
    assert (left.status, left.rows[0]["state"]) == (3, "unknown")
    server.scripts["/invoice/secure"] = works
    said = command("outbox", "--resume", "--retry-after", "0", "--json", env=ENGLISH)
    assert (said.status, said.rows[0]["state"]) == (0, "issued"), said.out
    sent: list[Request] = server.sent("/Invoice/secure")
    assert len({pgp_keys.decrypt(request.body)[0] for request in sent}) == 1
    assert server.sent("/invoice/json") == []
    assert shown_on_the_wire(tap.seen, pgp_keys.decrypt(sent[0].body)[0]) == []


def test_a_process_that_finds_the_key_gone_leaves_it_waiting_and_says_so(command, server, pgp_keys, tmp_path):
    copy = tmp_path / "κλειδί.asc"
    copy.write_bytes(pgp_keys.data("good"))
    server.close()
    words = ("--pgp-key", copy, "--pgp-fingerprint", pgp_keys.fingerprints["good"], "--wait", "1")
    options = ("--server", server.url, "--auth", "apikey", "--secure", "--today", "--json")
    left = command("submit", SAMPLE, *options, *words, env=ENGLISH)
    assert (left.status, left.rows[0]["state"]) == (3, "waiting")
    copy.unlink()
    said = command("outbox", "--resume", "--wait", "5", "--json", env=ENGLISH)
    assert said.status == 3
    (row,) = said.rows
    assert (row["state"], row["problems"][0]["code"]) == ("waiting", "pgp_key_unreadable")
    assert "key file" in row["problems"][0]["message"]
