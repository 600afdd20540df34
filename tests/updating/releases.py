"""Stand-in releases: a program of two small scripts, its ZIP, and a signed manifest."""

from __future__ import annotations

import base64
import hashlib
import json
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

TOP = "einvoice-desktop"
WINDOW = """#!/bin/sh
here=$(dirname "$0")
echo "$(cat "$here/_internal/version") $*" >> "$here/../started"
while [ $# -gt 0 ]; do
  if [ "$1" = --data-dir ] && [ ! -e "$here/_internal/dies" ]; then rm -f "$2/update/result.ini"; fi
  shift
done
[ ! -e "$here/_internal/dies" ]
"""
"""The window: says that it was started, and takes the note as the real one does, unless it dies at once."""
CONSOLE = """#!/bin/sh
here=$(dirname "$0")
echo "einvoice-desktop $(cat "$here/_internal/version")"
[ "$1" = --version ] && exit 0
[ -e "$here/_internal/broken" ] && { echo "paper: FAILED no fonts"; exit 1; }
[ -e "$here/_internal/slow" ] && exec sleep 30
echo ok
"""


def program_files(version: str, *flaws: str) -> dict[str, str]:
    """By path in the program's folder."""
    files = {TOP: WINDOW, f"{TOP}-console": CONSOLE, "_internal/version": version}
    return files | {f"_internal/{flaw}": "" for flaw in flaws}


def lay_down(folder: Path, version: str, *flaws: str) -> Path:
    """A program as it lies on a disk."""
    for name, text in program_files(version, *flaws).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        path.chmod(0o644 if "/" in name else 0o755)
    return folder


def packed(path: Path, files: Mapping[str, str], links: Mapping[str, str] | None = None) -> Path:
    """A ZIP of these, as a release has it; names as given, below the one top folder unless they say else."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            info = zipfile.ZipInfo(name if name.startswith(("/", "..", "other/")) else f"{TOP}/{name}")
            info.external_attr = (stat.S_IFREG | (0o644 if "/" in name else 0o755)) << 16
            archive.writestr(info, text)
        for name, target in (links or {}).items():
            info = zipfile.ZipInfo(f"{TOP}/{name}")
            info.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(info, target)
    return path


def new_key() -> tuple[Ed25519PrivateKey, str]:
    """A pair, the public one as the program knows it."""
    key = Ed25519PrivateKey.generate()
    return key, base64.b64encode(key.public_key().public_bytes_raw()).decode()


def manifest(package: bytes, name: str = "new.zip", **changes: object) -> bytes:
    """What the publisher says; `changes` by member."""
    facts = {"name": name, "size": len(package), "sha256": hashlib.sha256(package).hexdigest()}
    told = {
        "version": "0.2.0",
        "released": "2026-11-20",
        "validUntil": "2030-01-01T00:00:00Z",
        "notes": {"el": "Ταχύτερη εκκίνηση.", "en": "Starts faster."},
        "files": {"linux": facts, "windows": facts},
    }
    return json.dumps({**told, **changes}, ensure_ascii=False).encode()


def signed(data: bytes, key: Ed25519PrivateKey) -> bytes:
    """The signature's file."""
    return base64.b64encode(key.sign(data)) + b"\n"
