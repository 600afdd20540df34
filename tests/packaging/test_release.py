"""The publisher's side of updates: keys that stay out of the tree, a description, its signature."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))

import release  # noqa: E402

PASSPHRASE = "μια αρκετά μακριά φράση"


def asked(*answers: str) -> Callable[[str], str]:
    left = list(answers)
    return lambda _prompt: left.pop(0)


@pytest.fixture
def key(tmp_path: Path) -> tuple[Path, str]:
    path = tmp_path / "publisher.pem"
    return path, release.make_keys(path, asked(PASSPHRASE, PASSPHRASE))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "release"
    made.mkdir()
    (made / "einvoice-desktop-0.2.0-linux-x64.zip").write_bytes(b"zip" * 100)
    (made / "einvoice-desktop-0.2.0-setup.exe").write_bytes(b"MZ" * 100)
    (made / "einvoice-desktop-0.1.0-setup.exe").write_bytes(b"old")
    return made


def test_a_release_is_described_signed_and_found_right(folder: Path, key: tuple[Path, str]) -> None:
    release.write_manifest(folder, "0.2.0", {"el": "Νέα", "en": "News"})
    told = json.loads((folder / "update.json").read_bytes())
    assert told["files"]["windows"]["name"] == "einvoice-desktop-0.2.0-setup.exe"
    assert told["files"]["linux"]["size"] == 300
    assert release.sign(folder, key[0], asked(PASSPHRASE)) == key[1]
    assert release.verify(folder, ["", key[1]]) == "0.2.0"


def test_a_change_after_signing_is_noticed(folder: Path, key: tuple[Path, str]) -> None:
    release.write_manifest(folder, "0.2.0", {"el": "", "en": ""})
    release.sign(folder, key[0], asked(PASSPHRASE))
    with pytest.raises(release.ReleaseFailed, match="Not signed"):
        release.verify(folder, [])
    (folder / "einvoice-desktop-0.2.0-setup.exe").write_bytes(b"MZ" * 99 + b"!!")
    with pytest.raises(release.ReleaseFailed, match="is not the one"):
        release.verify(folder, [key[1]])
    # Described anew, the old signature is gone with the old description.
    release.write_manifest(folder, "0.2.0", {"el": "", "en": ""}, days=-1)
    assert not (folder / "update.json.sig").exists()
    release.sign(folder, key[0], asked(PASSPHRASE))
    with pytest.raises(release.ReleaseFailed, match="Good until"):
        release.verify(folder, [key[1]])


def test_a_private_key_is_encrypted_for_its_owner_alone_and_never_in_the_tree(key: tuple[Path, str]) -> None:
    path, _ = key
    assert b"ENCRYPTED PRIVATE KEY" in path.read_bytes()
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
    before = path.read_bytes()
    with pytest.raises(release.ReleaseFailed, match="never written over"):
        release.make_keys(path, asked(PASSPHRASE, PASSPHRASE))
    assert path.read_bytes() == before
    with pytest.raises(release.ReleaseFailed, match="must not"):
        release.make_keys(TOP / "packaging" / "key.pem", asked(PASSPHRASE, PASSPHRASE))
    with pytest.raises(release.ReleaseFailed, match="At least"):
        release.make_keys(path.with_name("other.pem"), asked("short", "short"))
    with pytest.raises(release.ReleaseFailed, match="another one"):
        release.make_keys(path.with_name("other.pem"), asked(PASSPHRASE, PASSPHRASE + "."))
    assert not path.with_name("other.pem").exists()


def test_a_wrong_passphrase_signs_nothing(folder: Path, key: tuple[Path, str]) -> None:
    release.write_manifest(folder, "0.2.0", {"el": "", "en": ""})
    with pytest.raises(release.ReleaseFailed, match="passphrase"):
        release.sign(folder, key[0], asked("another phrase altogether"))
    assert not (folder / "update.json.sig").exists()


def test_the_command_says_what_is_wrong(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(["manifest", str(folder), "--version", "9.9.9"]) == 1
    assert "No files of version 9.9.9" in capsys.readouterr().err
    assert release.main(["manifest", str(folder), "--version", "0.2.0"]) == 0
    assert release.main(["verify", str(folder), "--key", "AAAA"]) == 1
    assert "update.json.sig" in capsys.readouterr().err


def test_a_python_without_the_libraries_is_told_which_one_to_take() -> None:
    bare = [sys.executable, "-I", "-S", str(TOP / "packaging" / "release.py"), "keys", "key.pem"]
    ended = subprocess.run(bare, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ".venv/bin/python" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_this_tree_has_no_place_for_updates_and_no_key() -> None:
    assert json.loads((TOP / "resources" / "update.json").read_bytes()) == {"address": "", "keys": []}
    assert release.built_in_keys() == []
