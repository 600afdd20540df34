"""A version that has been unpacked shows that it works on this computer before it takes anything's place."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.ports.updates import Stopped

SECONDS = 180.0
_LOOK_SECONDS = 0.1
_MOST_TOLD = 200


def bare_environ(environ: Mapping[str, str]) -> dict[str, str]:
    """What a version of the program is started with by another one: nothing that was meant for that one."""
    bare = {name: value for name, value in environ.items() if not name.startswith(("PYTHON", "_PYI"))}
    # PyInstaller's start-up puts the program's own libraries first; how it was before, it keeps here.
    before = bare.pop("LD_LIBRARY_PATH_ORIG", None)
    if getattr(sys, "frozen", False):
        bare.pop("LD_LIBRARY_PATH", None)
    if before is not None:
        bare["LD_LIBRARY_PATH"] = before
    bare["PYINSTALLER_RESET_ENVIRONMENT"] = "1"
    return bare


def try_out(program: Path, version: str, stopped: Stopped) -> None:
    """Lets it work a sample through all it has, in a data folder that is new. Raises
    UserError("update_check_failed" | "update_stopped")."""
    environ = {n: v for n, v in bare_environ(os.environ).items() if not n.startswith("EINVOICE_")}
    environ["QT_QPA_PLATFORM"] = "offscreen"
    # A trial has no business with the person's keyring, which might ask to be unlocked for it.
    environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"
    with tempfile.TemporaryDirectory(prefix="einvoice-update-", ignore_cleanup_errors=True) as data:
        command = [str(program), "--data-dir", data, "--self-check"]
        try:
            child = subprocess.Popen(
                command,
                env=environ,
                cwd=data,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
        except OSError as error:
            raise UserError("update_check_failed", why=error.strerror or "–") from error
        told = _watched(child, stopped)
    lines = told.decode(errors="replace").splitlines()
    if child.returncode != 0:
        failed = [line for line in lines if "FAILED" in line] or lines[-1:]
        raise UserError("update_check_failed", why="; ".join(failed)[:_MOST_TOLD] or str(child.returncode))
    if not lines or lines[0].split()[-1:] != [version]:
        raise UserError("update_check_failed", why=f"{lines[0][:50] if lines else '–'} ≠ {version}")


def _watched(child: subprocess.Popen[bytes], stopped: Stopped) -> bytes:
    """What it says, until it ends, its time is over or the person has stopped it."""
    told: list[bytes] = []
    assert child.stdout is not None
    stream = child.stdout
    reader = threading.Thread(target=lambda: told.append(stream.read()), name="try-out", daemon=True)
    reader.start()
    left = SECONDS
    try:
        while True:
            try:
                child.wait(_LOOK_SECONDS)
                break
            except subprocess.TimeoutExpired:
                left -= _LOOK_SECONDS
            if stopped():
                raise UserError("update_stopped")
            if left <= 0:
                raise UserError("update_check_failed", why=f"{SECONDS:.0f} s")
    finally:
        child.kill()
        child.wait()
        reader.join(5.0)
        stream.close()
    return b"".join(told)
