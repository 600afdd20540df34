"""What each cipher writes a real gpg opens; what each reads of a key is the truth; nothing stays behind."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from einvoice_desktop.app.encryption import choose
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import CipherMaker
from einvoice_desktop.domain.armour import is_encrypted_message, shows
from einvoice_desktop.vault.pgp import cipher_makers
from einvoice_desktop.vault.pgp_practice import PracticeKeys
from tests.pgp_keys import PgpKeys
from tests.vault.conftest import gpg_in

GREEK = "Τιμολόγιο πώλησης «Άλφα» – 1.234,56 €\r\n\x00".encode()
SHORT = b'{"series":"A"}'


def a_thousand_lines() -> bytes:
    line = '{"lineNo":%d,"descriptions":["Καφές φίλτρου 1 kg"],"quantity":8,"unitPrice":12.50}'
    return ("[" + ",".join(line % number for number in range(1000)) + "]").encode()


@pytest.mark.parametrize("name", ["good", "rsa", "good.gpg", "rsa.gpg", "soon", "renewed"])
@pytest.mark.parametrize(
    "payload",
    [SHORT, GREEK, a_thousand_lines(), bytes(range(256)) * 1200],
    ids=["short", "greek", "thousand lines", "any bytes"],
)
def test_a_real_gpg_opens_it(maker: CipherMaker, pgp_keys: PgpKeys, name: str, payload: bytes) -> None:
    ready = choose([maker], pgp_keys.data(name), datetime.now(UTC))
    message = ready.cipher.encrypt(payload)
    assert is_encrypted_message(message)
    assert message.isascii()
    assert not shows(message, payload)
    opened, words = pgp_keys.decrypt(message)
    assert opened == payload
    assert "DECRYPTION_OKAY" in words
    # Unsigned, and for that one key.
    assert not [word for word in words if "SIG" in word]
    assert words.count("ENC_TO") == 1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("private", "pgp_key_private"),
        ("private.gpg", "pgp_key_private"),
        ("several", "pgp_key_several"),
        ("several.gpg", "pgp_key_several"),
        ("revoked", "pgp_key_revoked"),
        ("expired", "pgp_key_expired"),
        ("subkey_expired", "pgp_key_expired"),
        ("sign_only", "pgp_key_cannot_encrypt"),
    ],
)
def test_an_unfit_key_is_refused_in_its_own_words(
    maker: CipherMaker, pgp_keys: PgpKeys, name: str, code: str
) -> None:
    with pytest.raises(UserError) as caught:
        choose([maker], pgp_keys.data(name), datetime.now(UTC))
    assert caught.value.code == code


@pytest.mark.parametrize("name", ["good", "rsa", "soon", "revoked", "expired", "sign_only", "good.gpg"])
def test_whose_key_it_is_stands_in_it(maker: CipherMaker, pgp_keys: PgpKeys, name: str) -> None:
    (facts,) = maker.read(pgp_keys.data(name))
    bare = name.partition(".")[0]
    assert facts.fingerprint == pgp_keys.fingerprints[bare]
    assert facts.user_id == f"Πάροχος {bare} <{bare}@example.gr>"
    assert facts.revoked == (bare == "revoked")


def test_both_ciphers_read_the_same_end_of_each_key(pgp_keys: PgpKeys, home: Path) -> None:
    gpg, library = cipher_makers(home)
    for name in ("good", "rsa", "soon", "expired", "subkey_expired", "renewed", "sign_only", "revoked"):
        (one,), (other,) = gpg.read(pgp_keys.data(name)), library.read(pgp_keys.data(name))
        # Of what is withdrawn as a whole it is no matter what its parts were for.
        assert one == replace(other, can_encrypt=one.can_encrypt if one.revoked else other.can_encrypt), name
    (soon,) = gpg.read(pgp_keys.data("soon"))
    assert soon.expires is not None
    assert timedelta(days=9) < soon.expires - datetime.now(UTC) <= timedelta(days=10)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 40,
        "Τιμολόγιο".encode(),
        b"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxsBN\n",
        b"<html></html>",
    ],
)
def test_what_is_no_key_is_none(maker: CipherMaker, data: bytes) -> None:
    assert maker.read(data) == ()


def test_half_a_key_file_is_none(maker: CipherMaker, pgp_keys: PgpKeys) -> None:
    whole = pgp_keys.data("rsa.gpg")
    for part in (whole[: len(whole) // 2], whole[:20]):
        with pytest.raises(UserError):
            choose([maker], part, datetime.now(UTC))


def test_gpg_comes_first_and_both_are_named_with_their_version(home: Path) -> None:
    names = [maker.name for maker in cipher_makers(home)]
    assert [name.split()[0] for name in names] == ["gpg", "pysequoia"]
    assert all(any(letter.isdigit() for letter in name) for name in names)


def test_where_there_is_no_gpg_the_library_is_used(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert [maker.name.split()[0] for maker in cipher_makers(home)] == ["pysequoia"]


def test_a_gpg_in_the_current_folder_is_not_started(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    planted = tmp_path / "gpg"
    planted.write_text("#!/bin/sh\ntouch started\n", encoding="ascii")
    planted.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "bin"]))
    assert [maker.name.split()[0] for maker in cipher_makers(home)] == ["pysequoia"]
    assert not (tmp_path / "started").exists()


def test_the_persons_own_gpg_settings_change_nothing(
    pgp_keys: PgpKeys, home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir(mode=0o700)
    (own / "gpg.conf").write_text("recipient nobody@example.gr\nno-armor\nbroken-option\n", encoding="ascii")
    monkeypatch.setenv("GNUPGHOME", str(own))
    monkeypatch.setenv("HOME", str(own))
    message = choose([gpg_in(home)], pgp_keys.data("good"), datetime.now(UTC)).cipher.encrypt(GREEK)
    assert pgp_keys.decrypt(message)[0] == GREEK
    assert [file.name for file in own.iterdir()] == ["gpg.conf"]


def test_nothing_is_left_running_and_the_folder_is_the_owners_alone(pgp_keys: PgpKeys, home: Path) -> None:
    choose([gpg_in(home)], pgp_keys.data("good"), datetime.now(UTC)).cipher.encrypt(GREEK)
    folders = [home, *(file for file in home.rglob("*") if file.is_dir())]
    assert all(folder.stat().st_mode & 0o077 == 0 for folder in folders)
    assert not [file for file in home.rglob("*") if file.is_socket()]
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    helpers = [line for line in listed.splitlines() if "gpg-agent" in line or "dirmngr" in line]
    assert not [line for line in helpers if str(pgp_keys.home) not in line and str(home) in line]


def test_the_newest_subkey_in_force_is_the_one(pgp_keys: PgpKeys, maker: CipherMaker) -> None:
    """The library by itself would take expired ones too."""
    (old,), (renewed,) = maker.read(pgp_keys.data("subkey_expired")), maker.read(pgp_keys.data("renewed"))
    assert old.can_encrypt
    assert renewed.can_encrypt
    assert old.expires is not None
    assert renewed.expires is not None
    assert old.expires < datetime.now(UTC) < renewed.expires


def test_many_threads_encrypt_at_once(maker: CipherMaker, pgp_keys: PgpKeys) -> None:
    cipher = choose([maker], pgp_keys.data("good"), datetime.now(UTC)).cipher
    payloads = [f"Έγγραφο {number}".encode() * 500 for number in range(12)]
    with ThreadPoolExecutor(6) as pool:
        messages = list(pool.map(cipher.encrypt, payloads))
    assert [pgp_keys.decrypt(message)[0] for message in messages] == payloads


PROCESS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from einvoice_desktop.app.encryption import choose
from einvoice_desktop.vault.pgp import cipher_makers
makers = cipher_makers(Path(sys.argv[1]))
assert makers[0].name.startswith("gpg"), makers
ready = choose(makers, Path(sys.argv[2]).read_bytes(), datetime.now(UTC))
assert ready.made_by.startswith("gpg"), ready.made_by
sys.stdout.buffer.write(ready.cipher.encrypt("Δύο διεργασίες".encode()))
"""


@pytest.mark.parametrize("locale", ["C", "POSIX", "el_GR.ISO8859-7"])
def test_several_processes_share_one_folder_in_any_locale(pgp_keys: PgpKeys, home: Path, locale: str) -> None:
    environ = {**os.environ, "LC_ALL": locale}
    environ.pop("PYTHONUTF8", None)
    command = [sys.executable, "-c", PROCESS, str(home), str(pgp_keys.file("good"))]
    started = [
        subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    for process in started:
        out, complaint = process.communicate(timeout=60)
        assert process.returncode == 0, complaint.decode(errors="replace")
        assert pgp_keys.decrypt(out)[0].decode() == "Δύο διεργασίες"


def test_the_practice_key_is_made_once_and_opens_what_both_wrote(maker: CipherMaker, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        publics = list(pool.map(lambda _: PracticeKeys(tmp_path).public(), range(4)))
    facts = {maker.read(public) for public in publics}
    assert len(facts) == 1
    assert (tmp_path / "pgp-pair.asc").stat().st_mode & 0o077 == 0
    message = choose([maker], publics[0], datetime.now(UTC)).cipher.encrypt(GREEK)
    keys = PracticeKeys(tmp_path)
    assert keys.decrypt(message) == GREEK
    assert keys.decrypt(b"garbage") is None
    assert keys.decrypt(GREEK) is None
    assert (tmp_path / "pgp-public.asc").read_bytes().startswith(b"-----BEGIN PGP PUBLIC KEY BLOCK-----")


def test_a_folder_that_cannot_be_used_is_told_and_no_crash(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keys = PracticeKeys(tmp_path / "file")
    assert keys.decrypt(GREEK) is None
    with pytest.raises(UserError):
        keys.public()


def test_a_message_to_somebody_else_is_not_opened_with_the_practice_key(
    maker: CipherMaker, pgp_keys: PgpKeys, tmp_path: Path
) -> None:
    message = choose([maker], pgp_keys.data("good"), datetime.now(UTC)).cipher.encrypt(GREEK)
    assert PracticeKeys(tmp_path).decrypt(message) is None
