"""A gpg that is not one, is too old, hangs or lies: the document never comes out of it in clear."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from einvoice_desktop.app.encryption import choose
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.vault.pgp import cipher_makers
from einvoice_desktop.vault.pgp_gpg import GpgMaker
from tests.pgp_keys import PgpKeys

PAYLOAD = '{"series":"A","counterParty":{"registeredName":"Πελάτης ΑΕ"}}'.encode() * 20
NOW = datetime.now(UTC)


def script(folder: Path, encrypting: str) -> Path:
    """A gpg that does everything but encrypt as it should; `encrypting` is what it does instead."""
    real = shutil.which("gpg")
    made = folder / "bin" / "gpg"
    made.parent.mkdir(exist_ok=True)
    made.write_text(
        f'#!/bin/sh\ncase " $* " in *" --encrypt "*) {encrypting};; *) exec {real} "$@";; esac\n',
        encoding="ascii",
    )
    made.chmod(0o755)
    return made


LIES = {
    "exits 0 with nothing": "cat >/dev/null; exit 0",
    "fails": "cat >/dev/null; exit 2",
    "does not read": "exit 1",
    "echoes": "cat; exit 0",
    "echoes and says it encrypted": "echo '[GNUPG:] END_ENCRYPTION' >&2; cat; exit 0",
    "says it encrypted and writes nothing": "echo '[GNUPG:] END_ENCRYPTION' >&2; cat >/dev/null; exit 0",
    "stores": "echo '[GNUPG:] END_ENCRYPTION' >&2; exec gpg --homedir . --batch --armor --store",
}


@pytest.mark.parametrize("lie", list(LIES))
def test_a_gpg_that_lies_is_not_believed(
    lie: str, tmp_path: Path, pgp_keys: PgpKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    maker = GpgMaker(script(tmp_path, LIES[lie]), tmp_path / "pgp", limit=10)
    with pytest.raises(UserError) as caught:
        choose([maker], pgp_keys.data("good"), NOW)
    assert caught.value.code == "encryption_failed"
    assert "Πελάτης" not in repr(caught.value)


def test_where_gpg_lies_the_library_takes_over(
    tmp_path: Path, pgp_keys: PgpKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = script(tmp_path, LIES["exits 0 with nothing"]).parent
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    makers = cipher_makers(tmp_path / "pgp")
    assert len(makers) == 2
    ready = choose(makers, pgp_keys.data("good"), NOW)
    assert ready.made_by.startswith("pysequoia")
    assert pgp_keys.decrypt(ready.cipher.encrypt(PAYLOAD))[0] == PAYLOAD


@pytest.mark.parametrize("body", ["exit 0", "exit 1", "echo hello", "echo cfg:version:1.4.23", "kill -9 $$"])
def test_what_is_no_gpg_of_use_is_left_out(
    body: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = tmp_path / "bin" / "gpg"
    made.parent.mkdir()
    made.write_text(f"#!/bin/sh\n{body}\n", encoding="ascii")
    made.chmod(0o755)
    monkeypatch.setenv("PATH", f"{made.parent}:/usr/bin:/bin")
    assert [maker.name.split()[0] for maker in cipher_makers(tmp_path / "pgp")] == ["pysequoia"]


def test_a_gpg_that_hangs_is_ended_with_what_it_started(tmp_path: Path, pgp_keys: PgpKeys) -> None:
    left = tmp_path / "left"
    hanging = f"sleep 60; touch {left}"
    maker = GpgMaker(script(tmp_path, hanging), tmp_path / "pgp", limit=1.0)
    with pytest.raises(UserError) as caught:
        choose([maker], pgp_keys.data("good"), NOW)
    assert caught.value.code == "encryption_failed"
    assert not left.exists()


def test_a_folder_that_cannot_be_made_is_no_crash(tmp_path: Path, pgp_keys: PgpKeys) -> None:
    (tmp_path / "pgp").write_text("a file", encoding="ascii")
    makers = cipher_makers(tmp_path / "pgp")
    assert [maker.name.split()[0] for maker in makers] == ["pysequoia"]
    assert choose(makers, pgp_keys.data("good"), NOW).made_by.startswith("pysequoia")
