"""Signs programs for Windows where a certificate is set; without one it says so, and nothing is signed.

python signing.py FILE ...

EINVOICE_SIGN_PFX              the certificate with its key, a PKCS#12 file
EINVOICE_SIGN_PASSWORD         the password of that file
EINVOICE_SIGN_COMMAND          instead: one's own command, for a key on a token or in a cloud, with {file}
EINVOICE_SIGN_TIMESTAMP        an RFC 3161 service (there is a usual one); "none" for trying things out
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

PFX, PASSWORD = "EINVOICE_SIGN_PFX", "EINVOICE_SIGN_PASSWORD"
COMMAND, TIMESTAMP = "EINVOICE_SIGN_COMMAND", "EINVOICE_SIGN_TIMESTAMP"
USUAL_TIMESTAMP = "http://timestamp.digicert.com"
NAME = "eInvoice Desktop"
SIGNED_KINDS = (".exe", ".dll", ".pyd")


class SigningFailed(Exception):
    """A certificate is set and a file was not signed; the text says why, without the password."""


def configured(environ: Mapping[str, str] = os.environ) -> bool:
    return bool(environ.get(PFX) or environ.get(COMMAND))


def own_command() -> list[str]:
    """What NSIS calls for the setup program and for the removal program inside it."""
    return [sys.executable, str(Path(__file__).resolve())]


def unsigned(folder: Path) -> list[Path]:
    """What in `folder` is a program or a library of one and bears nobody's signature."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SIGNED_KINDS)
    return sorted(path for path in found if not is_signed(path))


def is_signed(path: Path) -> bool:
    """Whether a Windows program has a signature in it, whosever: entry 4 of its directories is not empty."""
    with path.open("rb") as file:
        head = file.read(4096)
    start = int.from_bytes(head[0x3C:0x40], "little")
    if head[:2] != b"MZ" or head[start : start + 4] != b"PE\0\0":
        return False
    optional = start + 24
    is_64 = head[optional : optional + 2] == b"\x0b\x02"
    entry = optional + (112 if is_64 else 96) + 4 * 8
    return int.from_bytes(head[entry + 4 : entry + 8], "little") > 0


def sign(paths: Iterable[Path], environ: Mapping[str, str] = os.environ) -> int:
    """Sign each file, and return how many. Raises SigningFailed at the first that is not."""
    number = 0
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            _sign_one(path, Path(folder), environ)
        if not is_signed(path):
            raise SigningFailed(f"{path.name}: the signing command ended well, but there is no signature.")
        number += 1
    return number


def _sign_one(path: Path, folder: Path, environ: Mapping[str, str]) -> None:
    own = environ.get(COMMAND)
    if own:
        words = shlex.split(own, posix=os.name != "nt")
        _run([word.strip('"').replace("{file}", str(path)) for word in words], path)
        return
    stamp = environ.get(TIMESTAMP) or USUAL_TIMESTAMP
    url = [] if stamp == "none" else [stamp]
    signtool = shutil.which("signtool") if os.name == "nt" else None
    if signtool:
        _run(_signtool(signtool, path, url, environ), path)
        return
    tool = shutil.which("osslsigncode")
    if tool is None:
        wanted = "signtool (Windows SDK) or osslsigncode" if os.name == "nt" else "osslsigncode"
        raise SigningFailed(f"A certificate is set, but there is no {wanted} on this machine.")
    signed = folder / path.name
    password = folder / "password"
    # In a file for its owner alone: the words of a command can be read by everyone on the machine.
    password.touch(mode=0o600)
    password.write_text(environ.get(PASSWORD, ""), encoding="utf-8")
    command = [tool, "sign", "-pkcs12", environ[PFX], "-readpass", str(password), "-h", "sha256", "-n", NAME]
    _run([*command, *(["-ts", *url] if url else []), "-in", str(path), "-out", str(signed)], path)
    shutil.copyfile(signed, path)


def _signtool(tool: str, path: Path, url: list[str], environ: Mapping[str, str]) -> list[str]:
    command = [tool, "sign", "/q", "/fd", "sha256", "/d", NAME, "/f", environ[PFX]]
    command += ["/p", environ.get(PASSWORD, "")] if environ.get(PASSWORD) else []
    return [*command, *(["/tr", *url, "/td", "sha256"] if url else []), str(path)]


def _run(command: list[str], path: Path) -> None:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode != 0:
        words = (done.stderr + done.stdout).strip()[-800:]
        raise SigningFailed(f"{path.name} was not signed: {words}")


def main(names: list[str]) -> int:
    if not configured():
        print(f"Not signed: neither {PFX} nor {COMMAND} is set.")
        return 0
    try:
        sign(Path(name) for name in names)
    except (OSError, SigningFailed) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
