"""API keys in the system's keyring, asked for with a time limit: a locked keyring can wait for ever."""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from einvoice_desktop.app.errors import UserError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "einvoice-desktop"
LONGEST_KEY = 1280
"""Characters; a Windows credential holds 2,560 bytes of UTF-16."""

# Back ends that keep nothing, write plain text or a file, or ask for a password on standard input.
_REFUSED = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt", "keyrings.cryptfile")
_CHAINER = "keyring.backends.chainer"
# Whoever of these raises, the keyring is at fault and not this program.
_KEYRING_LIBRARIES = frozenset({"keyring", "secretstorage", "jeepney", "gi", "dbus", "win32ctypes"})
_LOCKED = frozenset({"KeyringLocked", "LockedException", "PromptDismissedException"})

T = TypeVar("T")

_log = logging.getLogger(__name__)


class KeyringSecrets:
    """`app.ports.Secrets` over the keyring library. Safe for many threads; never on the GUI thread.

    Every call ends within `limit` seconds, with UserError("keyring_locked") where the keyring does not
    answer: it may be waiting for a person to unlock it. Nothing is ever kept anywhere else.
    """

    def __init__(
        self, *, limit: float = 15.0, find_backend: Callable[[], KeyringBackend] | None = None
    ) -> None:
        """`find_backend` stands in for the search for this system's keyring."""
        self._limit = limit
        self._find_backend = find_backend or _system_backend
        self._one_at_a_time = threading.Lock()

    def api_key(self, server: str, vat: str) -> str | None:
        """The key of a server's customer, by VAT number; None where there is none.

        Raises UserError("keyring_absent" | "keyring_locked").
        """
        return self._call(lambda backend: backend.get_password(SERVICE, _user(server, vat)) or None)

    def set_api_key(self, server: str, vat: str, key: str) -> None:
        """Keeps `key`, in place of an earlier one.

        Raises UserError("keyring_absent" | "keyring_locked" | "api_key_empty" | "api_key_unusable" |
        "api_key_too_long", limit=).
        """
        kept = _checked(key)
        self._call(lambda backend: backend.set_password(SERVICE, _user(server, vat), kept))

    def database_password(self, name: str) -> str | None:
        """Of "user@host:port/name"; None where there is none, or no keyring: many servers ask for none.

        Raises UserError("keyring_locked").
        """
        try:
            return self._call(lambda backend: backend.get_password(SERVICE, f"database:{name}") or None)
        except UserError as error:
            if error.code != "keyring_absent":
                raise
            return None

    def set_database_password(self, name: str, password: str) -> None:
        """Keeps `password`, in place of an earlier one.

        Raises UserError("keyring_absent" | "keyring_locked" | "database_password_empty").
        """
        if not password:
            raise UserError("database_password_empty")
        self._call(lambda backend: backend.set_password(SERVICE, f"database:{name}", password))

    def _call(self, work: Callable[[KeyringBackend], T]) -> T:
        end = time.monotonic() + self._limit
        # A call that hangs keeps its turn: there is one prompt on the screen and one thread that waits.
        if not self._one_at_a_time.acquire(timeout=self._limit):
            raise UserError("keyring_locked")
        errand = _Errand(self._find_backend, work, self._one_at_a_time.release)
        threading.Thread(target=errand.run, name="keyring", daemon=True).start()
        if not errand.done.wait(max(0.0, end - time.monotonic())):
            raise UserError("keyring_locked")
        return errand.result()


class _Errand(Generic[T]):
    """One call in a thread of its own, which may outlive whoever waits for it but not the process."""

    def __init__(
        self,
        find_backend: Callable[[], KeyringBackend],
        work: Callable[[KeyringBackend], T],
        over: Callable[[], None],
    ) -> None:
        self.done = threading.Event()
        self._find_backend = find_backend
        self._work = work
        self._over = over
        self._results: list[T] = []
        self._error: BaseException | None = None

    def run(self) -> None:
        try:
            self._results.append(self._work(self._backend()))
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits
            self._error = _translated(error)
        finally:
            self.done.set()
            self._over()

    def result(self) -> T:
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _backend(self) -> KeyringBackend:
        try:
            found = _usable(self._find_backend())
        except Exception as error:  # noqa: BLE001 - the search imports and starts whatever is installed
            _log.warning("no keyring found: %s", type(error).__name__)
            found = None
        if found is None:
            raise UserError("keyring_absent")
        return found


def _system_backend() -> KeyringBackend:
    import keyring

    return keyring.get_keyring()


def _usable(backend: KeyringBackend) -> KeyringBackend | None:
    """The backend itself, the first usable one behind a chain, or None."""
    if _comes_from(backend, (_CHAINER,)):
        behind: list[KeyringBackend] = getattr(backend, "backends", [])
        return next((one for one in behind if not _comes_from(one, _REFUSED)), None)
    return None if _comes_from(backend, _REFUSED) else backend


def _comes_from(backend: object, modules: tuple[str, ...]) -> bool:
    """By name, base classes included, so that nothing has to be imported to be refused."""
    return any(kind.__module__.startswith(modules) for kind in type(backend).__mro__)


def _translated(error: BaseException) -> BaseException:
    """Without the original: a library's message or value may quote what it was given."""
    if isinstance(error, UserError):
        return error
    name, library = type(error).__name__, type(error).__module__.partition(".")[0]
    if name in _LOCKED:
        return UserError("keyring_locked")
    if library in _KEYRING_LIBRARIES or isinstance(error, OSError | EOFError | RuntimeError):
        _log.warning("the keyring failed: %s", name)
        return UserError("keyring_absent")
    return error


def _user(server: str, vat: str) -> str:
    """ "uat/123456789": without the VAT number's Greek prefix, however it was given."""
    return f"{server}/{re.sub(r'^(?:EL|GR)(?=[0-9])', '', vat.strip().upper())}"


def _checked(key: str) -> str:
    kept = key.strip()
    if not kept:
        raise UserError("api_key_empty")
    if len(kept) > LONGEST_KEY:
        raise UserError("api_key_too_long", limit=LONGEST_KEY)
    if not all("!" <= character <= "~" for character in kept):
        raise UserError("api_key_unusable")
    return kept
