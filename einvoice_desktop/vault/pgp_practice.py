"""The practice provider's own key pair: made on first use, kept in its folder, good for nothing else."""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.vault.pgp_sequoia import decrypted, new_pair, public_part

_PAIR, _PUBLIC = "pgp-pair.asc", "pgp-public.asc"
_USER_ID = "Practice provider <practice@localhost>"


class PracticeKeys:
    """Of one folder, which is there. Several processes may share it; safe for many threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._pair = b""

    def public(self) -> bytes:
        """The public key in armour; it stands in `pgp-public.asc` too, for whoever wants to hand it on.
        Raises UserError("encryption_failed")."""
        public = public_part(self._the_pair())
        target = self._folder / _PUBLIC
        with _as_user_error():
            if not target.exists():
                _place(target, public)
        return public

    def decrypt(self, message: bytes) -> bytes | None:
        """What an encrypted message holds; None where it is none, or is for another key."""
        try:
            return decrypted(self._the_pair(), message)
        except UserError:
            return None

    def _the_pair(self) -> bytes:
        with self._lock, _as_user_error():
            if not self._pair:
                self._pair = self._kept()
            return self._pair

    def _kept(self) -> bytes:
        target = self._folder / _PAIR
        try:
            return target.read_bytes()
        except FileNotFoundError:
            _place(target, new_pair(_USER_ID))
            return target.read_bytes()


@contextmanager
def _as_user_error() -> Iterator[None]:
    """A folder that cannot be read or written is no bug."""
    try:
        yield
    except OSError:
        raise UserError("encryption_failed") from None


def _place(target: Path, data: bytes) -> None:
    """Whole, for its owner alone, and never in the place of one that is there."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".pgp-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if sys.platform == "win32":
            Path(name).rename(target)
        else:
            os.link(name, target)
    except FileExistsError:
        # Another process was quicker: its key is the one.
        return
    finally:
        Path(name).unlink(missing_ok=True)
