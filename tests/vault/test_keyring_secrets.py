"""API keys in a keyring: a real Secret Service, none at all, a locked one, and those we will not use."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import InitError, KeyringLocked, PasswordSetError

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.vault.secrets import LONGEST_KEY, KeyringSecrets

KEY = "0383223f-06ff-4e7c-bd36-29a1acdb41b0"
TOP = Path(__file__).resolve().parents[2]


class Memory(KeyringBackend):
    """A keyring in a dictionary."""

    priority = 0  # type: ignore[assignment]

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


def named(module: str, base: type[KeyringBackend] = Memory) -> KeyringBackend:
    """A backend as if it came from `module`."""
    kind: type[KeyringBackend] = type("Keyring", (base,), {"__module__": module, "priority": 0})
    return kind()


def secrets(backend: KeyringBackend, limit: float = 2.0) -> KeyringSecrets:
    return KeyringSecrets(limit=limit, find_backend=lambda: backend)


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(UserError) as caught:
        work()
    assert KEY not in "".join(traceback.format_exception(caught.value))
    return caught.value.code


def test_a_databases_password_is_kept_under_its_place_as_it_is() -> None:
    backend = Memory()
    one = secrets(backend)
    assert one.database_password("maria@db.example:5432/books") is None
    one.set_database_password("maria@db.example:5432/books", f" {KEY} ")
    assert backend.kept == {("einvoice-desktop", "database:maria@db.example:5432/books"): f" {KEY} "}
    assert one.database_password("maria@db.example:5432/books") == f" {KEY} "
    assert one.database_password("maria@db.example:5432/other") is None
    assert code_of(lambda: one.set_database_password("x", "")) == "database_password_empty"


def test_a_key_is_kept_under_its_server_and_bare_vat() -> None:
    backend = Memory()
    one = secrets(backend)
    assert one.api_key("uat", "094014201") is None
    one.set_api_key("uat", "EL094014201", f"  {KEY}\n")
    assert backend.kept == {("einvoice-desktop", "uat/094014201"): KEY}
    assert one.api_key("uat", "094014201") == one.api_key("uat", " el094014201 ") == KEY
    assert one.api_key("production", "094014201") is None
    one.set_api_key("uat", "094014201", "another")
    assert one.api_key("uat", "094014201") == "another"


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("", "api_key_empty"),
        (" \n", "api_key_empty"),
        ("x" * (LONGEST_KEY + 1), "api_key_too_long"),
        ("one two", "api_key_unusable"),
        ("κλειδί", "api_key_unusable"),
        ("one\x00two", "api_key_unusable"),
        ("\ud800", "api_key_unusable"),
    ],
)
def test_what_is_no_key_is_not_kept(key: str, code: str) -> None:
    backend = Memory()
    assert code_of(lambda: secrets(backend).set_api_key("uat", "094014201", key)) == code
    assert backend.kept == {}


def test_the_longest_key_is_kept() -> None:
    backend = Memory()
    secrets(backend).set_api_key("uat", "094014201", "x" * LONGEST_KEY)
    assert secrets(backend).api_key("uat", "094014201") == "x" * LONGEST_KEY


# --- which keyrings count -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "backend",
    [
        FailKeyring(),
        NullKeyring(),
        named("keyrings.alt.file"),
        named("keyrings.alt.Windows"),
        named("keyrings.cryptfile.cryptfile"),
        named("somebody.elses", type(named("keyrings.alt.file"))),
    ],
    ids=lambda backend: f"{type(backend).__module__}",
)
def test_a_keyring_that_keeps_nothing_or_plain_text_is_none(backend: KeyringBackend) -> None:
    one = secrets(backend)
    assert code_of(lambda: one.api_key("uat", "094014201")) == "keyring_absent"
    assert code_of(lambda: one.set_api_key("uat", "094014201", KEY)) == "keyring_absent"
    assert getattr(backend, "kept", {}) == {}


def test_without_a_keyring_a_shared_books_server_is_asked_without_a_password() -> None:
    one = secrets(FailKeyring())
    assert one.database_password("maria@db.example:5432/books") is None
    assert code_of(lambda: one.set_database_password("maria@db.example:5432/books", KEY)) == "keyring_absent"


def test_behind_a_chain_only_the_first_good_keyring_is_used() -> None:
    plain, good, worse = named("keyrings.alt.file"), Memory(), Memory()

    class Chain(ChainerBackend):
        backends = (plain, good, worse)

    one = secrets(Chain())
    one.set_api_key("uat", "094014201", KEY)
    assert [len(backend.kept) for backend in (plain, good, worse)] == [0, 1, 0]  # type: ignore[attr-defined]
    worse.kept["einvoice-desktop", "uat/090000045"] = "not asked"
    assert one.api_key("uat", "090000045") is None


def test_a_chain_of_bad_keyrings_is_none() -> None:
    class Chain(ChainerBackend):
        backends = (named("keyrings.alt.file"), NullKeyring())

    assert code_of(lambda: secrets(Chain()).api_key("uat", "094014201")) == "keyring_absent"


def test_a_search_that_breaks_finds_no_keyring() -> None:
    def broken() -> KeyringBackend:
        raise RuntimeError("The Secret Service daemon is neither running nor activatable")

    assert code_of(lambda: KeyringSecrets(find_backend=broken).api_key("uat", "1")) == "keyring_absent"


class Raising(Memory):
    """A keyring that answers everything with an error that quotes what it was given."""

    def __init__(self, error: type[Exception]) -> None:
        super().__init__()
        self._error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self._error(f"{service} {username} {KEY}")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self._error(f"{service} {username} {password}")


def foreign(name: str) -> type[Exception]:
    """An error of a library that is not installed everywhere."""
    return type(name, (Exception,), {"__module__": "secretstorage.exceptions"})


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (KeyringLocked, "keyring_locked"),
        (foreign("PromptDismissedException"), "keyring_locked"),
        (foreign("SecretServiceNotAvailableException"), "keyring_absent"),
        (InitError, "keyring_absent"),
        (PasswordSetError, "keyring_absent"),
        (OSError, "keyring_absent"),
    ],
)
def test_a_keyring_that_fails_says_why_without_quoting(
    error: type[Exception], code: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    one = secrets(Raising(error))
    assert code_of(lambda: one.api_key("uat", "094014201")) == code
    assert code_of(lambda: one.set_api_key("uat", "094014201", KEY)) == code
    assert KEY not in caplog.text


def test_a_bug_is_no_missing_keyring() -> None:
    with pytest.raises(ZeroDivisionError):
        secrets(Raising(ZeroDivisionError)).api_key("uat", "094014201")


# --- time ---------------------------------------------------------------------------------------------


class Hanging(Memory):
    """A locked keyring: waits for a person."""

    def __init__(self) -> None:
        super().__init__()
        self.unlocked = threading.Event()
        self.prompts = 0

    def get_password(self, service: str, username: str) -> str | None:
        if not self.unlocked.is_set():
            self.prompts += 1
            self.unlocked.wait(10)
        return super().get_password(service, username)


@pytest.fixture
def hanging() -> Iterator[Hanging]:
    backend = Hanging()
    yield backend
    backend.unlocked.set()


def test_a_keyring_that_waits_for_a_person_is_given_up(hanging: Hanging) -> None:
    one = secrets(hanging, limit=0.2)
    started = time.monotonic()
    assert code_of(lambda: one.api_key("uat", "094014201")) == "keyring_locked"
    assert code_of(lambda: one.set_api_key("uat", "094014201", KEY)) == "keyring_locked"
    assert 0.4 <= time.monotonic() - started < 1.0
    assert hanging.prompts == 1
    assert [thread.daemon for thread in threading.enumerate() if thread.name == "keyring"] == [True]


def test_once_unlocked_it_is_asked_again(hanging: Hanging) -> None:
    hanging.kept["einvoice-desktop", "uat/094014201"] = KEY
    one = secrets(hanging, limit=0.2)
    assert code_of(lambda: one.api_key("uat", "094014201")) == "keyring_locked"
    hanging.unlocked.set()
    assert one.api_key("uat", "094014201") == KEY


def test_a_process_ends_while_its_keyring_hangs() -> None:
    program = """
import threading, types
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.vault.secrets import KeyringSecrets
backend = types.SimpleNamespace(get_password=lambda *_: threading.Event().wait())
try:
    KeyringSecrets(limit=0.2, find_backend=lambda: backend).api_key("uat", "1")
except UserError as error:
    print(error.code)
"""
    assert run(sys.executable, "-c", program) == ["keyring_locked"]


def test_without_a_session_there_is_no_keyring(tmp_path: Path) -> None:
    program = """
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.vault.secrets import KeyringSecrets
for work in (lambda s: s.api_key("uat", "1"), lambda s: s.set_api_key("uat", "1", "key")):
    try:
        print(work(KeyringSecrets()))
    except UserError as error:
        print(error.code)
"""
    alone = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "PYTHONPATH": str(TOP)}
    assert run(sys.executable, "-c", program, env=alone) == ["keyring_absent", "keyring_absent"]
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


# --- a real Secret Service ----------------------------------------------------------------------------

needs_gnome_keyring = pytest.mark.skipif(
    not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
    reason="gnome-keyring and dbus are not installed",
)

SERVICE = """
export HOME="$1" XDG_RUNTIME_DIR="$1/run"; mkdir -p "$1/run"; chmod 700 "$1/run"
unset XDG_DATA_HOME XDG_CONFIG_HOME PYTHON_KEYRING_BACKEND DISPLAY WAYLAND_DISPLAY
printf 'test' | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null 2>&1
shift
exec "$@"
"""


def in_a_session(home: Path, program: str) -> list[str]:
    """The lines that `program` prints in a session of its own, with an unlocked login keyring."""
    return run(
        "dbus-run-session", "--", "bash", "-c", SERVICE, "bash", str(home), sys.executable, "-c", program
    )


@needs_gnome_keyring
def test_a_real_keyring_keeps_a_key_for_the_next_process(tmp_path: Path) -> None:
    first = """
from einvoice_desktop.vault.secrets import KeyringSecrets
one = KeyringSecrets()
print(one.api_key("uat", "094014201"))
one.set_api_key("uat", "EL094014201", "first")
one.set_api_key("uat", "094014201", "second")
one.set_api_key("https://einvoice.example.gr:8443/api", "094014201", "x" * 1280)
print(one.api_key("uat", "094014201"), one.api_key("production", "094014201"))
print(len(one.api_key("https://einvoice.example.gr:8443/api", "094014201")))
"""
    assert in_a_session(tmp_path, first) == ["None", "second None", "1280"]
    again = """
from einvoice_desktop.vault.secrets import KeyringSecrets
print(KeyringSecrets().api_key("uat", "094014201"))
"""
    assert in_a_session(tmp_path, again) == ["second"]
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or b"second" not in path.read_bytes()


LOCKED = """
import time
import secretstorage
from jeepney import message_bus
from jeepney.io.blocking import open_dbus_connection
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.vault.secrets import KeyringSecrets
one = KeyringSecrets(limit=1.0)
one.set_api_key("uat", "094014201", "key")
connection = secretstorage.dbus_init()
secretstorage.get_default_collection(connection).lock()
screen = open_dbus_connection()
if PERSON_IS_ASKED:
    # The dialog that asks for the keyring's password is up, and nobody is there.
    screen.send_and_get_reply(message_bus.RequestName("org.gnome.keyring.SystemPrompter"))
started = time.monotonic()
try:
    print(one.api_key("uat", "094014201"))
except UserError as error:
    took = time.monotonic() - started
    print(error.code, "at once" if took < 0.9 else "in time" if took < 1.5 else "late")
"""


@needs_gnome_keyring
@pytest.mark.parametrize(("person_is_asked", "when"), [(False, "at once"), (True, "in time")])
def test_a_real_locked_keyring_is_given_up(person_is_asked: bool, when: str, tmp_path: Path) -> None:
    program = LOCKED.replace("PERSON_IS_ASKED", str(person_is_asked))
    assert in_a_session(tmp_path, program) == [f"keyring_locked {when}"]


def run(*command: str, env: dict[str, str] | None = None) -> list[str]:
    done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False, cwd=TOP, env=env)
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1]
