"""Runs a command with a home, a runtime folder and an unlocked keyring of its own, and clears them away.

    [dbus-run-session --] python private_session.py COMMAND...

Without a session bus around it the command finds no keyring service at all, which is safe too.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OWN_BUS = "DBUS_SESSION_BUS_ADDRESS"
# What would lead out of the private home, or onto the person's own screen and keys.
LEADING_OUT = (
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
    "GNUPGHOME",
    "GPG_AGENT_INFO",
    "EINVOICE_DATA_DIR",
    "EINVOICE_API_KEY",
    "EINVOICE_DATABASE_URL",
    "DISPLAY",
    "WAYLAND_DISPLAY",
)


def main(command: list[str]) -> int:
    # A short path: the sockets of gpg-agent and of the bus must stay under 108 characters.
    home = Path(tempfile.mkdtemp(prefix="eid-"))
    try:
        environ = private_environ(home, own_bus=_has_own_bus())
        if OWN_BUS in environ:
            unlock_keyring(environ)
        return subprocess.call(command, env=environ)
    finally:
        _leave(home)


def private_environ(home: Path, *, own_bus: bool) -> dict[str, str]:
    environ = {name: value for name, value in os.environ.items() if name not in LEADING_OUT}
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    environ.update(HOME=str(home), XDG_RUNTIME_DIR=str(runtime))
    if not own_bus:
        environ.pop(OWN_BUS, None)
    return environ


def unlock_keyring(environ: dict[str, str]) -> None:
    """Start a Secret Service whose key ring is open; it ends with the bus."""
    if shutil.which("gnome-keyring-daemon"):
        subprocess.run(
            ["gnome-keyring-daemon", "--unlock", "--components=secrets", "--daemonize"],
            input=b"test",
            env=environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )


def _has_own_bus() -> bool:
    """Whether dbus-run-session stands right around this program, rather than a person's own session bus."""
    try:
        parent = Path(f"/proc/{os.getppid()}/comm").read_text(encoding="utf-8")
    except OSError:
        return False
    return parent.startswith("dbus-run-sessio")


def _leave(home: Path) -> None:
    if shutil.which("gpgconf"):
        environ = {**os.environ, "GNUPGHOME": str(home / ".gnupg")}
        if (home / ".gnupg").is_dir():
            subprocess.run(["gpgconf", "--kill", "all"], env=environ, check=False)
    shutil.rmtree(home, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
