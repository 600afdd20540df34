"""Run by test_swap.py: an update in a process that is killed, or fails, at one of its steps after the other.

python kill_driver.py ROOT kill|fail      prints one line for each step: its number and what runs afterwards.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from einvoice_desktop.app.ports.updates import Ready
from einvoice_desktop.updating.installation import Copy, SystemInstallation
from tests.updating.releases import TOP, lay_down, packed, program_files
from tests.updating.test_installation import package_of

STEPS = ("open", "os.", "shutil.", "subprocess.", "ctypes.")
"""Audit events of what can fail, or what a power cut can come before."""
MOST = 200


def main(root: Path, way: str) -> int:
    ready = lay_out(root)
    kept = root.with_name("kept")
    shutil.copytree(root, kept, symlinks=True)
    for step in range(1, MOST):
        shutil.rmtree(root)
        shutil.copytree(kept, root, symlinks=True)
        child = os.fork()
        if child == 0:
            os._exit(carry_out_with_trouble(root, ready, step, way))
        _, status = os.waitpid(child, 0)
        told = "killed" if os.WIFSIGNALED(status) else str(os.WEXITSTATUS(status))
        print(step, told, version_there(root), news(root), flush=True)
        if told == "2":
            return 0
    return 1


def lay_out(root: Path) -> Ready:
    """Version 0.1.0 runs; 0.2.0 lies beside, tried."""
    lay_down(root / TOP, "0.1.0")
    lay_down(root / f".{TOP}.previous", "0.0.9")
    made = installation(root, "0.1.0")
    made.make_room(1000)
    path = packed(root / "data" / "update" / "new.zip", program_files("0.2.0"))
    ready = Ready("0.2.0", package_of(path), ("--data-dir", str(root / "data")))
    made.prepare(ready, lambda *_: None, lambda: False)
    return ready


def installation(root: Path, version: str) -> SystemInstallation:
    data = root / "data"
    copy = Copy(root / TOP / TOP, frozen=True, platform="linux", version=version)
    return SystemInstallation(copy, data, data / "update" / "result.ini", settle=lambda: None)


def carry_out_with_trouble(root: Path, ready: Ready, wanted: int, way: str) -> int:
    """0 where the new version goes on, 1 where the old one does; 2 more where there were fewer steps."""
    count = 0

    def on_event(event: str, _arguments: Any) -> None:
        nonlocal count
        if event.startswith(STEPS):
            count += 1
            if count == wanted and way == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            elif count == wanted:
                raise OSError(28, "No space left on device")

    made = installation(root, "0.1.0")
    sys.addaudithook(on_event)
    goes_on = made.carry_out(ready)
    return 2 if count < wanted else int(not goes_on)


def version_there(root: Path) -> str:
    """What the program says that stands at its place; it says nothing unless it is whole."""
    done = subprocess.run(
        [root / TOP / f"{TOP}-console", "--version"], capture_output=True, text=True, check=False
    )
    return done.stdout.split()[-1] if done.returncode == 0 else "none"


def news(root: Path) -> str:
    """What the version that is there tells of it at its next start, and that it can try again."""
    version = version_there(root)
    made = installation(root, version)
    outcome = made.outcome()
    made.check()
    made.make_room(1000)
    assert not list(root.glob(".*.new")), "cleared away before the next one"
    if outcome is None:
        return "nothing"
    return "done" if outcome.failed is None else outcome.failed.code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
