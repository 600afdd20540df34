"""Documents that must go encrypted, from the books to the socket: a real gpg opens what arrived, and where
encrypting fails not one byte of the document is on the wire."""

from __future__ import annotations

import base64
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap, paths
from einvoice_desktop.app.desk import Desk
from einvoice_desktop.app.drafting import Draft
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.sender import run_until
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import OutcomeKind, Submission
from tests.pgp_keys import PgpKeys
from tests.provider.loopback import KEY, Loopback, Request, Script, answer, json_answer
from tests.provider.tap import Tap

SAMPLE = paths.resource("samples/published/3.1-4.json").read_bytes()


@dataclass
class Office:
    """A data folder whose server is the tapped loopback."""

    folder: Path
    server: Loopback
    tap: Tap
    keys: PgpKeys
    opened: list[Desk]

    def desk(
        self, key: str = "good", *, fingerprint: str | None = None, encrypted: bool = True, given: bool = True
    ) -> Desk:
        """A process that was given a key file; without `given`, one that finds what is in the settings."""
        options = bootstrap.Options(
            data_dir=self.folder,
            server=self.tap.url,
            sign_in="apikey",
            encrypted=encrypted,
            pgp_key=str(self.keys.file(key)) if given else "",
            pgp_fingerprint=(fingerprint or self.keys.fingerprints[key]) if given else "",
            retry_after=3600.0,
            database_url=None,
        )
        desk = bootstrap.open_desk(options, KEY)
        self.opened.append(desk)
        if given:
            assert desk.encryption is not None
            desk.encryption.take_given(desk.server)
        return desk

    def seal(self, desk: Desk) -> Submission:
        document = read_document(SAMPLE).without_member("date_issued").without_member("number")
        return desk.seal(Draft(document))

    def work(self, desk: Desk, row: Submission) -> Submission:
        """One round of the worker."""
        before = desk.submission(row.id).attempts

        def tried() -> bool:
            now = desk.submission(row.id)
            return now.attempts > before and now.state is not State.SENDING

        desk.try_now()
        run_until(desk.sender(lambda _: None), tried, 30)
        assert tried()
        return desk.submission(row.id)

    def nothing_left(self, row: Submission) -> None:
        assert shown_on_the_wire(self.tap.seen, row.sealed.payload) == []
        assert self.server.sent("/invoice/json") == []
        assert self.server.sent("/Invoice/secure") == []


def shown_on_the_wire(seen: bytes, payload: bytes) -> list[bytes]:
    """Every piece of 12 bytes of the document that was on the wire, as it stands or in base64."""
    pieces = [payload[at : at + 12] for at in range(0, len(payload) - 12, 6)]
    return [piece for piece in pieces if piece in seen or base64.b64encode(piece) in seen]


def takes(keys: PgpKeys) -> Script:
    """A provider that opens what it gets with a real gpg, and answers for that document."""

    def script(connection: object, request: Request) -> None:
        document = json.loads(keys.decrypt(request.body)[0])
        told = {
            "success": True,
            "message": "Successfully submitted to IAPR",
            "mark": 400001234567890,
            "authenticationCode": "5D5C0E1F",
            "status": "SUBMITTED",
            "series": document["series"],
            "number": document["number"],
            "internalId": document["distributionDetails"]["internalDocumentId"],
        }
        json_answer(201, told)(connection, request)  # type: ignore[arg-type]

    return script


@pytest.fixture
def office(tmp_path: Path, pgp_keys: PgpKeys, server: Loopback) -> Iterator[Office]:
    server.on("/Invoice/secure", takes(pgp_keys))
    tap = Tap(server.port)
    made = Office(tmp_path / "δεδομένα data", server, tap, pgp_keys, [])
    yield made
    for desk in made.opened:
        desk.close()
    tap.close()


@pytest.fixture(params=["gpg", "pysequoia"])
def made_by(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With the installed gpg, and on a computer that has none."""
    if request.param == "pysequoia":
        # The provider's own gpg is found by its place.
        monkeypatch.setattr("einvoice_desktop.vault.pgp.find_gpg", lambda: None)
    return str(request.param)


def test_a_real_gpg_opens_what_arrived_and_it_is_what_was_sealed(office: Office, made_by: str) -> None:
    desk = office.desk()
    assert desk.encryption is not None
    assert desk.encryption.state(desk.server).made_by.startswith(made_by)
    row = office.seal(desk)
    assert row.encrypted
    done = office.work(desk, row)
    assert (done.state, done.receipt and done.receipt.mark) == (State.ISSUED, "400001234567890")
    (sent,) = office.server.sent("/Invoice/secure")
    assert sent.headers["content-type"] == "application/pgp-encrypted"
    assert sent.headers["apikey"] == KEY
    assert sent.body.startswith(b"-----BEGIN PGP MESSAGE-----")
    opened, words = office.keys.decrypt(sent.body)
    assert opened == row.sealed.payload
    assert not [word for word in words if "SIG" in word]
    assert shown_on_the_wire(office.tap.seen, row.sealed.payload) == []


def test_the_tap_would_see_what_goes_in_clear(office: Office) -> None:
    office.server.on("/invoice/json", json_answer(500, {"message": "no"}))
    desk = office.desk(given=False, encrypted=False)
    row = office.seal(desk)
    office.work(desk, row)
    assert len(shown_on_the_wire(office.tap.seen, row.sealed.payload)) > 100


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("expired", "pgp_key_expired"),
        ("subkey_expired", "pgp_key_expired"),
        ("revoked", "pgp_key_revoked"),
        ("sign_only", "pgp_key_cannot_encrypt"),
        ("private", "pgp_key_private"),
        ("several", "pgp_key_several"),
        ("absent", "pgp_key_unreadable"),
    ],
)
def test_with_a_key_that_is_refused_nothing_is_sealed(
    office: Office, key: str, code: str, made_by: str
) -> None:
    assert made_by
    with pytest.raises(UserError) as caught:
        office.desk(key, fingerprint=office.keys.fingerprints["good"])
    assert caught.value.code == code
    desk = office.opened[-1]
    with pytest.raises(UserError, match=code):
        office.seal(desk)
    assert desk.submissions() == []
    assert office.tap.connections == 0


def remove(file: Path) -> None:
    file.unlink()


def empty(file: Path) -> None:
    file.write_bytes(b"")


Damage = Callable[[Path], None]


@pytest.mark.parametrize(("damage", "code"), [(remove, "pgp_key_unreadable"), (empty, "pgp_key_unreadable")])
def test_a_key_that_has_gone_since_sealing_keeps_the_document_here(
    office: Office, tmp_path: Path, damage: Damage, code: str
) -> None:
    office.keys = moved(office.keys, tmp_path)
    desk = office.desk()
    row = office.seal(desk)
    damage(office.keys.file("good"))
    waits(office, desk, row, code)


def test_a_key_that_was_replaced_since_sealing_keeps_the_document_here(
    office: Office, tmp_path: Path
) -> None:
    office.keys = moved(office.keys, tmp_path)
    row = office.seal(office.desk())
    office.keys.file("good").write_bytes(office.keys.data("other"))
    later = office.desk(given=False)
    waits(office, later, row, "pgp_key_replaced")
    # The right one is back: the same bytes go, encrypted.
    office.keys.file("good").write_bytes(office.keys.data("good.gpg"))
    assert office.work(later, row).state is State.ISSUED
    assert office.keys.decrypt(office.server.sent("/Invoice/secure")[0].body)[0] == row.sealed.payload


def moved(keys: PgpKeys, folder: Path) -> PgpKeys:
    """The same keys, whose files may be harmed."""
    copies = folder / "keys"
    copies.mkdir()
    for file in keys.folder.iterdir():
        (copies / file.name).write_bytes(file.read_bytes())
    return PgpKeys(copies, keys.home, keys.fingerprints)


def waits(office: Office, desk: Desk, row: Submission, code: str) -> None:
    for _ in range(2):
        now = office.work(desk, row)
        assert (now.state, now.reason) == (State.WAITING, code)
        assert now.next_try_at is not None
        assert not now.may_have_arrived
    tried = desk.journal(row.id)
    kinds = {attempt.outcome.kind for attempt in tried}
    assert kinds - {OutcomeKind.SEALED_WITH_WARNINGS} == {OutcomeKind.NEVER_LEFT}
    office.nothing_left(row)
    assert office.tap.connections == 0


@pytest.mark.parametrize(
    "lie",
    [
        "cat >/dev/null; exit 0",
        "echo '[GNUPG:] END_ENCRYPTION' >&2; cat",
        "echo '[GNUPG:] END_ENCRYPTION' >&2; exec $real --batch --armor --store",
        "exit 2",
        "kill -9 $$",
    ],
)
def test_a_gpg_that_breaks_after_sealing_keeps_the_document_here(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lie: str
) -> None:
    broken, real = tmp_path / "broken", shutil.which("gpg")
    program = tmp_path / "bin" / "gpg"
    program.parent.mkdir()
    program.write_text(
        f"#!/bin/sh\nreal={real}\n"
        f'if [ -e "{broken}" ]; then case " $* " in *" --encrypt "*) {lie}; exit;; esac; fi\n'
        f'exec {real} "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)
    monkeypatch.setattr("einvoice_desktop.vault.pgp.find_gpg", lambda: program)
    desk = office.desk()
    row = office.seal(desk)
    broken.touch()
    waits(office, desk, row, "encryption_failed")
    broken.unlink()
    assert office.work(desk, row).state is State.ISSUED


def test_a_computer_without_any_cipher_keeps_the_document_here(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = office.seal(office.desk())
    monkeypatch.setattr("einvoice_desktop.vault.pgp.cipher_makers", lambda _home: [])
    waits(office, office.desk(given=False), row, "encryption_absent")


def test_encryption_switched_off_does_not_reach_what_is_sealed(office: Office) -> None:
    first = office.desk()
    assert first.encryption is not None
    first.encryption.switch(first.server, on=True)
    row = office.seal(first)
    first.encryption.switch(first.server, on=False)
    later = office.desk(given=False, encrypted=False)
    assert not later.encrypts
    assert office.work(later, row).state is State.ISSUED
    assert office.server.sent("/invoice/json") == []
    assert shown_on_the_wire(office.tap.seen, row.sealed.payload) == []


def test_encryption_switched_on_holds_for_every_later_process(office: Office) -> None:
    first = office.desk()
    assert first.encryption is not None
    first.encryption.switch(first.server, on=True)
    later = office.desk(given=False, encrypted=False)
    row = office.seal(later)
    assert row.encrypted
    assert office.work(later, row).state is State.ISSUED
    assert shown_on_the_wire(office.tap.seen, row.sealed.payload) == []


def test_a_process_without_the_key_leaves_the_document_waiting(office: Office) -> None:
    row = office.seal(office.desk())
    settings = bootstrap.open_settings(office.folder)
    slug = "pgp." + office.tap.url.replace(":", "_").replace("/", "_")
    assert settings.get(f"{slug}.key")
    settings.set(f"{slug}.key", "")
    waits(office, office.desk(given=False, encrypted=False), row, "pgp_key_missing")


@pytest.mark.parametrize("status", [400, 401, 408, 409, 500])
def test_whatever_is_answered_the_next_try_is_encrypted_too(office: Office, status: int) -> None:
    office.server.on(
        "/Invoice/secure",
        answer(status, b'{"success":false,"message":"Please resend"}'),
        takes(office.keys),
    )
    desk = office.desk()
    row = office.seal(desk)
    for _ in range(3):
        if office.work(desk, row).state in (State.ISSUED, State.REFUSED):
            break
    assert office.server.sent("/invoice/json") == []
    assert shown_on_the_wire(office.tap.seen, row.sealed.payload) == []
    bodies = [request.body for request in office.server.sent("/Invoice/secure")]
    assert bodies
    assert {office.keys.decrypt(body)[0] for body in bodies} == {row.sealed.payload}


def test_a_whole_credit_which_has_no_encrypted_way_is_refused_before_it_takes_a_number(
    office: Office,
) -> None:
    first = office.desk()
    assert first.encryption is not None
    first.encryption.switch(first.server, on=True)
    later = office.desk(given=False, encrypted=False)
    done = office.work(later, office.seal(later))
    assert done.state is State.ISSUED
    with pytest.raises(UserError) as caught:
        later.credits.whole(done.id)
    assert caught.value.code == "credit_not_encrypted"
    assert [row.id for row in later.submissions()] == [done.id]
    assert office.server.sent("/Invoice/credit") == []
