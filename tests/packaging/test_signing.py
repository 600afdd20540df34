"""Signing programs: with a command of one's own, with osslsigncode, or not at all and said so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
sys.path.append(str(TOP / "packaging"))
sys.path.append(str(Path(__file__).parent))

import signing  # noqa: E402
import windows_folder  # noqa: E402

PASSWORD = "κωδικός με 'σημεία' $1"

MARKER = """
import struct, sys
data = bytearray(open(sys.argv[1], "rb").read())
entry = 0x40 + 24 + 112 + 4 * 8
data[entry:entry + 8] = struct.pack("<II", len(data), 8)
open(sys.argv[1], "wb").write(data + b"SIGNED!!")
"""


def own_command(tmp_path: Path) -> str:
    tool = tmp_path / "a signing tool.py"
    tool.write_text(MARKER, encoding="utf-8")
    return f'"{sys.executable}" "{tool}" {{file}}'


def test_a_command_of_ones_own_signs_what_is_not_signed_yet(tmp_path: Path) -> None:
    folder = windows_folder.make(tmp_path / "φάκελος με κενά")
    (folder / "_internal/PySide6/plugins/platforms/qwindows.dll").write_bytes(windows_folder.program(b""))
    (folder / "_internal/psycopg_binary.libs/libpq-1.dll").write_bytes(windows_folder.program(b""))
    environ = {signing.COMMAND: own_command(tmp_path)}
    assert len(signing.unsigned(folder)) == 5
    assert signing.sign(signing.unsigned(folder), environ) == 5
    assert signing.unsigned(folder) == []
    assert (folder / "einvoice-desktop.exe").read_bytes().endswith(b"SIGNED!!")


def test_a_command_that_signs_nothing_or_fails_stops_the_release(tmp_path: Path) -> None:
    program = tmp_path / "program.exe"
    program.write_bytes(windows_folder.program(b""))
    nothing = {signing.COMMAND: f'"{sys.executable}" -c pass {{file}}'}
    with pytest.raises(signing.SigningFailed, match="there is no signature"):
        signing.sign([program], nothing)
    failing = {signing.COMMAND: f'"{sys.executable}" -c raise({{file}})'}
    with pytest.raises(signing.SigningFailed, match=r"program\.exe was not signed"):
        signing.sign([program], failing)


def test_without_a_certificate_nothing_is_signed_and_it_says_so(tmp_path: Path) -> None:
    program = tmp_path / "program.exe"
    program.write_bytes(windows_folder.program(b""))
    before = program.read_bytes()
    environ = {name: value for name, value in os.environ.items() if not name.startswith("EINVOICE_SIGN")}
    done = subprocess.run(
        [*signing.own_command(), str(program)], env=environ, capture_output=True, text=True, check=False
    )
    assert (done.returncode, program.read_bytes()) == (0, before)
    assert done.stdout.strip() == "Not signed: neither EINVOICE_SIGN_PFX nor EINVOICE_SIGN_COMMAND is set."


FAKE_OSSLSIGNCODE = """#!{python}
import pathlib, sys
words = dict(zip(sys.argv[2::2], sys.argv[3::2]))
if pathlib.Path(words["-readpass"]).read_text(encoding="utf-8") != {password!r}:
    sys.exit("wrong password")
sys.argv[1:] = [words["-out"]]
pathlib.Path(words["-out"]).write_bytes(pathlib.Path(words["-in"]).read_bytes())
pathlib.Path({told!r}).write_text(repr(words), encoding="utf-8")
{marker}
"""


@pytest.mark.skipif(os.name == "nt", reason="there signtool signs, which needs a certificate of Windows")
def test_a_password_goes_through_a_file_never_through_the_words_of_a_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool, told = tmp_path / "bin" / "osslsigncode", tmp_path / "told"
    tool.parent.mkdir()
    tool.write_text(
        FAKE_OSSLSIGNCODE.format(python=sys.executable, password=PASSWORD, told=str(told), marker=MARKER),
        encoding="utf-8",
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tool.parent), prepend=os.pathsep)
    program = tmp_path / "program.exe"
    program.write_bytes(windows_folder.program(b""))
    assert signing.sign([program], {signing.PFX: "my.pfx", signing.PASSWORD: PASSWORD}) == 1
    words = told.read_text(encoding="utf-8")
    assert PASSWORD not in words
    assert "'-ts': 'http://timestamp.digicert.com'" in words
    assert signing.is_signed(program)
    with pytest.raises(signing.SigningFailed, match="wrong password"):
        signing.sign([program], {signing.PFX: "my.pfx", signing.PASSWORD: "another"})
