"""A second start gives its file to the window that is open already, and needs nothing else of the program."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

ANSWER_SECONDS = 2.0
"""A window that does not answer in this time is stuck: then another one opens, which harms no books."""
TAKEN = b"taken\n"


def address(data_dir: Path) -> str:
    """Where the window of this user and data folder listens: a socket's path, on Windows a pipe's name."""
    import hashlib

    name = os.path.normcase(str(data_dir.resolve())).encode("utf-8", "surrogateescape")
    who = os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    short = hashlib.sha256(who.encode() + b"\0" + name).hexdigest()[:24]
    if sys.platform == "win32":
        return f"einvoice-desktop-{short}"
    runtime = Path(os.environ.get("XDG_RUNTIME_DIR") or "/nowhere")
    folder = runtime if runtime.is_dir() else Path(os.environ.get("TMPDIR") or "/tmp")
    return str(folder / f"einvoice-desktop-{short}")


def hand_over(data_dir: Path, lock: Path, server: str, file: Path | None) -> bool:
    """Whether an open window of this data folder and server has taken over.

    `lock` is the file that an open window holds: without it nobody is asked.
    """
    try:
        if not lock.exists():
            return False
    except OSError:
        # A folder that may not be looked into is told of when the books are opened.
        return False
    import json

    request = {"server": server, "file": "" if file is None else str(file.absolute())}
    answers: list[bytes] = []

    def ask() -> None:
        try:
            answers.append(_ask(address(data_dir), json.dumps(request).encode() + b"\n"))
        except OSError:
            # Nobody listens there: the lock was left by a window that died.
            return

    # Reading from a pipe cannot be given a time; a thread that waits for ever ends with the process.
    asking = threading.Thread(target=ask, name="handover", daemon=True)
    asking.start()
    asking.join(ANSWER_SECONDS)
    return answers == [TAKEN]


def _ask(where: str, request: bytes) -> bytes:
    if sys.platform == "win32":
        import ctypes

        # The window may come to the front: that right is this process's, which the person has just started.
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
        with open(rf"\\.\pipe\{where}", "r+b", buffering=0) as pipe:  # noqa: PTH123 - a pipe, not a file
            pipe.write(request)
            return pipe.read(len(TAKEN)) or b""
    import socket

    if Path(where).stat().st_uid != os.getuid():
        return b""
    with socket.socket(socket.AF_UNIX) as line:
        line.settimeout(ANSWER_SECONDS)
        line.connect(where)
        line.sendall(request)
        return line.recv(len(TAKEN))
