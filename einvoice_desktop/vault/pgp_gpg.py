"""GnuPG as the cipher: the installed program, in a folder of keys of our own, with nothing left running."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports import KeyFacts

LIMIT_SECONDS = 20.0
"""A gpg that has not answered by then is ended."""
OLDEST = (2, 1, 14)
"""The first that shows a file's keys without keeping them."""

# No settings of the person's, no helper processes, no look-ups, no trust to be asked for.
_OPTIONS = (
    "--no-options",
    "--no-autostart",
    "--disable-dirmngr",
    "--no-auto-key-locate",
    "--no-auto-check-trustdb",
    "--no-encrypt-to",
    "--display-charset=utf-8",
)
_LEADING_OUT = ("GNUPGHOME", "GPG_AGENT_INFO", "GPG_TTY", "LANGUAGE")
_WINDOWS_PLACES = (r"GnuPG\bin\gpg.exe", r"Gpg4win\..\GnuPG\bin\gpg.exe")


def find_gpg() -> Path | None:
    """The program's full path: from the search path's absolute folders, never from the current one."""
    name = "gpg.exe" if sys.platform == "win32" else "gpg"
    folders = [Path(text) for text in os.environ.get("PATH", "").split(os.pathsep) if text]
    places = [folder / name for folder in folders if folder.is_absolute()]
    if sys.platform == "win32":
        roots = [os.environ.get(name, "") for name in ("ProgramFiles", "ProgramFiles(x86)")]
        places += [Path(root) / place for root in roots if root for place in _WINDOWS_PLACES]
    # In this order: of what lies in a folder that may not be read, is_file() raises.
    return next((place for place in places if os.access(place, os.X_OK) and place.is_file()), None)


class GpgMaker:
    """`app.ports.cipher.CipherMaker` over python-gnupg. `home`: the folder for keys, made if need be."""

    def __init__(self, program: Path, home: Path, *, limit: float = LIMIT_SECONDS) -> None:
        """Raises UserError("encryption_failed") where the program does not answer or is too old."""
        self._program, self._home, self._limit = program, home, limit
        with _told_plainly():
            version = self._gpg(self._home).version
        if version is None or version < OLDEST:
            raise UserError("encryption_failed")
        self._version = ".".join(map(str, version))

    @property
    def name(self) -> str:
        """With the program's version and place."""
        return f"gpg {self._version} ({self._program})"

    def read(self, data: bytes) -> tuple[KeyFacts, ...]:
        """As the port says; nothing is kept."""
        with _told_plainly():
            found = self._gpg(self._home).scan_keys_mem(data)
            facts = tuple(_facts(key) for key in found)
        # A list that broke off is none: what is missing in it may be what matters. Of private keys gpg
        # complains because its agent is not there.
        whole = found.returncode == 0 or any(one.private for one in facts)
        return facts if whole else ()

    def cipher(self, data: bytes, facts: KeyFacts) -> GpgCipher:
        """The key is kept in a folder of its own, so that an earlier state of it never mixes in."""
        home = self._home / hashlib.sha256(data).hexdigest()[:16]
        with _told_plainly():
            gpg = self._gpg(home)
            found = gpg.import_keys(data).fingerprints
        if facts.fingerprint not in found:
            raise UserError("encryption_failed")
        return GpgCipher(gpg, facts)

    def _gpg(self, home: Path) -> Any:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _quiet_gpg(self._program, home, self._limit)


class GpgCipher:
    """`app.ports.cipher.Cipher`: one gpg process a document."""

    def __init__(self, gpg: Any, facts: KeyFacts) -> None:
        self._gpg = gpg
        self.facts = facts

    def encrypt(self, payload: bytes) -> bytes:
        """As the port says. What gpg writes counts only where it says itself that it encrypted."""
        with _told_plainly():
            done = self._gpg.encrypt(payload, [self.facts.fingerprint], armor=True, always_trust=True)
        if not done.ok or done.returncode != 0 or not isinstance(done.data, bytes):
            raise UserError("encryption_failed")
        return done.data


@contextmanager
def _told_plainly() -> Iterator[None]:
    """Whatever the library or the program does: one error, without words that might quote the document."""
    try:
        yield
    except UserError:
        raise
    except Exception:  # noqa: BLE001 - fails closed, whatever it is
        raise UserError("encryption_failed") from None


def _quiet_gpg(program: Path, home: Path, limit: float) -> Any:
    """A `gnupg.GPG` whose processes open no window, have a time limit and take their children with them."""
    import gnupg

    class QuietGpg(gnupg.GPG):  # type: ignore[misc]
        def _open_subprocess(self, args: list[str], passphrase: bool = False) -> subprocess.Popen[bytes]:
            process = _started(self.make_args(args, passphrase))
            timer = threading.Timer(limit, _end, (process,))
            timer.daemon = True
            timer.start()
            wait = process.wait

            def waited(timeout: float | None = None) -> int:
                code = wait(timeout)
                timer.cancel()
                return code

            process.wait = waited  # type: ignore[method-assign]
            return process

    return QuietGpg(
        gpgbinary=str(program), gnupghome=str(home), options=list(_OPTIONS), encoding="utf-8", env=None
    )


def _started(command: Sequence[str]) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    environ = _surroundings()
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=pipe, env=environ, creationflags=flags
        )
    # A session of its own: what a wrapper started ends with it.
    return subprocess.Popen(
        command, stdin=pipe, stdout=pipe, stderr=pipe, env=environ, start_new_session=True
    )


def _surroundings() -> dict[str, str]:
    """Nothing that leads gpg to the person's own keys or, from a frozen program, to its libraries."""
    environ = {name: value for name, value in os.environ.items() if name not in _LEADING_OUT}
    if getattr(sys, "frozen", False):
        own = environ.pop("LD_LIBRARY_PATH_ORIG", None)
        environ.pop("LD_LIBRARY_PATH", None)
        environ |= {"LD_LIBRARY_PATH": own} if own else {}
    return environ


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return


def _facts(key: dict[str, Any]) -> KeyFacts:
    """From gpg's listing (doc/DETAILS): field 2 is the state, capital letters of field 12 what is of use."""
    parts = list(key.get("subkey_info", {}).values())
    encrypting = [part for part in parts if "e" in part["cap"]]
    if "e" in key["cap"]:
        encrypting.append(key)
    useful = [part for part in encrypting if part["trust"] not in ("r", "i", "d")]
    usable = [part for part in useful if part["trust"] != "e"]
    user_ids = key.get("uids") or [""]
    return KeyFacts(
        fingerprint=str(key["fingerprint"]).upper(),
        user_id=str(user_ids[0]),
        expires=_earliest(_moment(key), _latest(usable or useful)),
        can_encrypt=bool(useful),
        revoked=key["trust"] == "r" or (bool(encrypting) and all(p["trust"] == "r" for p in encrypting)),
        private=key["type"] == "sec",
    )


def _moment(part: dict[str, Any]) -> datetime | None:
    text = str(part.get("expires") or "")
    return datetime.fromtimestamp(int(text), UTC) if text.isdigit() else None


def _latest(parts: Sequence[dict[str, Any]]) -> datetime | None:
    ends = [_moment(part) for part in parts]
    known = [end for end in ends if end is not None]
    return max(known) if known and len(known) == len(ends) else None


def _earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    known = [end for end in (one, other) if end is not None]
    return min(known, default=None)
