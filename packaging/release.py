"""What makes a release's files an update: the publisher's keys, the description of a version, its signature.

    .venv/bin/python packaging/release.py keys FILE    a new pair; FILE, not there yet, takes the private key
    .venv/bin/python packaging/release.py manifest FOLDER --notes-el FILE --notes-en FILE [--days N]
    .venv/bin/python packaging/release.py sign FOLDER --key FILE
    .venv/bin/python packaging/release.py verify FOLDER [--key PUBLIC]

FOLDER is dist/release with the files of one version. The private key is encrypted with a passphrase, is asked
for at the terminal, and never lies in this tree. resources/manual/releasing.md says when to do what.
"""

from __future__ import annotations

import argparse
import base64
import getpass
import hashlib
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from importlib.util import find_spec
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TOP)]
if not (find_spec("cryptography") and find_spec("pydantic")):
    sys.exit("This runs with the Python that dev.py made: .venv/bin/python (Windows: .venv\\Scripts\\python)")

from cryptography.hazmat.primitives import serialization  # noqa: E402
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: E402

from einvoice_desktop import __version__  # noqa: E402
from einvoice_desktop.app.errors import UserError  # noqa: E402
from einvoice_desktop.app.updates import LARGEST_MANIFEST, MANIFEST, SIGNATURE, read_release  # noqa: E402
from einvoice_desktop.vault.signatures import is_signed  # noqa: E402

NAME = "einvoice-desktop"
SHORTEST_PASSPHRASE = 12
DAYS = 180
"""So long a description is good: whoever holds newer ones back is noticed after that."""


class ReleaseFailed(Exception):
    """Said to whoever makes the release."""


Ask = Callable[[str], str]


def make_keys(path: Path, ask: Ask = getpass.getpass) -> str:
    """Writes a new private key, encrypted; its public key in base64, for resources/update.json."""
    if path.resolve().is_relative_to(TOP):
        raise ReleaseFailed(f"{path} lies in this tree: a private key must not.")
    passphrase = ask("Passphrase for the new key: ")
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise ReleaseFailed(f"At least {SHORTEST_PASSPHRASE} characters.")
    if passphrase != ask("The same once more: "):
        raise ReleaseFailed("That was another one.")
    key = Ed25519PrivateKey.generate()
    data = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise ReleaseFailed(f"{path} is there already; a key is never written over.") from None
    with os.fdopen(handle, "wb") as file:
        file.write(data)
    return public_text(key)


def public_text(key: Ed25519PrivateKey) -> str:
    """As resources/update.json has it."""
    return base64.b64encode(key.public_key().public_bytes_raw()).decode()


def write_manifest(folder: Path, version: str, notes: dict[str, str], days: int = DAYS) -> Path:
    """Of the files of `version` that lie in the folder."""
    now = datetime.now(UTC).replace(microsecond=0)
    found = {
        "windows": folder / f"{NAME}-{version}-setup.exe",
        "linux": folder / f"{NAME}-{version}-linux-x64.zip",
    }
    files = {system: _facts(path) for system, path in found.items() if path.is_file()}
    if not files:
        raise ReleaseFailed(f"No files of version {version} in {folder}.")
    told = {
        "version": version,
        "released": now.date().isoformat(),
        "validUntil": (now + timedelta(days=days)).isoformat(),
        "notes": notes,
        "files": files,
    }
    data = json.dumps(told, ensure_ascii=False, indent=1).encode()
    if len(data) > LARGEST_MANIFEST:
        raise ReleaseFailed("The notes are too long.")
    read_release(data)
    target = folder / MANIFEST
    target.write_bytes(data)
    # Whatever was signed before is another description.
    (folder / SIGNATURE).unlink(missing_ok=True)
    return target


def _facts(path: Path) -> dict[str, object]:
    with path.open("rb") as file:
        return {
            "name": path.name,
            "size": path.stat().st_size,
            "sha256": hashlib.file_digest(file, "sha256").hexdigest(),
        }


def sign(folder: Path, key_file: Path, ask: Ask = getpass.getpass) -> str:
    """Writes the signature beside the description; the public key that vouches for it."""
    try:
        key = serialization.load_pem_private_key(key_file.read_bytes(), ask("Passphrase: ").encode())
    except ValueError:
        raise ReleaseFailed("That is not the passphrase, or this is no key.") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise ReleaseFailed(f"{key_file} is no Ed25519 key.")
    data = (folder / MANIFEST).read_bytes()
    (folder / SIGNATURE).write_bytes(base64.b64encode(key.sign(data)) + b"\n")
    return public_text(key)


def verify(folder: Path, keys: Sequence[str]) -> str:
    """Reads what lies there as the program would, and every file of it; the version."""
    data = (folder / MANIFEST).read_bytes()
    if not is_signed(data, (folder / SIGNATURE).read_bytes(), keys):
        raise ReleaseFailed("Not signed by any of the keys.")
    release = read_release(data)
    if datetime.now(UTC) > release.valid_until:
        raise ReleaseFailed(f"Good until {release.valid_until} only.")
    for package in release.packages.values():
        facts = _facts(folder / package.name)
        if facts != {"name": package.name, "size": package.size, "sha256": package.sha256}:
            raise ReleaseFailed(f"{package.name} is not the one that was described.")
    return release.version


def built_in_keys() -> list[str]:
    """Those that copies of the program made from this tree trust."""
    told = json.loads((TOP / "resources" / "update.json").read_bytes())
    return [str(key) for key in told["keys"]]


def main(arguments: Sequence[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    try:
        print(_do(given))
    except (ReleaseFailed, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    except UserError as error:
        print(f"{error.code}: {error.params}", file=sys.stderr)
        return 1
    return 0


def _do(given: argparse.Namespace) -> str:
    if given.command == "keys":
        public = make_keys(given.file)
        return f"The private key is in {given.file}: keep a copy elsewhere.\nPublic key: {public}"
    if given.command == "manifest":
        notes = {
            language: path.read_text(encoding="utf-8").strip() if path else ""
            for language, path in (("el", given.notes_el), ("en", given.notes_en))
        }
        return str(write_manifest(given.folder, given.version or __version__, notes, given.days))
    if given.command == "sign":
        public = sign(given.folder, given.key)
        known = "" if public in built_in_keys() else ", which resources/update.json does not name"
        return f"Signed with {public}{known}"
    version = verify(given.folder, [given.key] if given.key else built_in_keys())
    return f"Version {version}: signature and files are right."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    keys = commands.add_parser("keys")
    keys.add_argument("file", type=Path)
    manifest = commands.add_parser("manifest")
    manifest.add_argument("folder", type=Path)
    manifest.add_argument("--version")
    manifest.add_argument("--notes-el", type=Path)
    manifest.add_argument("--notes-en", type=Path)
    manifest.add_argument("--days", type=int, default=DAYS)
    signing = commands.add_parser("sign")
    signing.add_argument("folder", type=Path)
    signing.add_argument("--key", type=Path, required=True)
    verifying = commands.add_parser("verify")
    verifying.add_argument("folder", type=Path)
    verifying.add_argument("--key", default="")
    return parser


if __name__ == "__main__":
    sys.exit(main())
