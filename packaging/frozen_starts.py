"""Measures how long the frozen program takes to start, beside a window with nothing in it."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from frozen_checks import bare_environ, console_program

START_SECONDS = 60
ROUNDS = 5
PROBE = "first-key"


class Starts(NamedTuple):
    """Medians, in seconds: the program until its first field takes a key; an empty PySide6 window."""

    program: float
    empty: float

    @property
    def words(self) -> str:
        return f"{self.program:.2f} s, {self.program / self.empty:.2f} of an empty window of Python's"


def start_readings(folder: Path, top: Path, rounds: int = ROUNDS) -> Starts:
    """Start both in turns; the first start of each, which fills the disk's memory, does not count."""
    sys.path.append(str(top / "tests" / "bench"))
    empty = [sys.executable, "-P", "-c", import_module("bench_start").EMPTY_WINDOW]
    with tempfile.TemporaryDirectory(prefix="eid-start-", ignore_cleanup_errors=True) as data:
        program = [str(console_program(folder)), "--data-dir", data, "--practice"]
        readings = [(start_seconds(program, data), start_seconds(empty, data)) for _ in range(rounds + 1)]
    own, others = zip(*readings[1:], strict=True)
    return Starts(statistics.median(own), statistics.median(others))


def start_seconds(command: list[str], folder: str) -> float:
    """Until it says that its first field has taken a key; bench_start.py tells of the probe."""
    environ = {**bare_environ(), "EINVOICE_START_PROBE": "1"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        env=environ,
        cwd=folder,
        stdout=subprocess.PIPE,
        # Without a screen Qt complains of what only a screen has.
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    watchdog = threading.Timer(START_SECONDS, process.kill)
    watchdog.start()
    try:
        if not any(line.strip() == PROBE for line in process.stdout or ()):
            raise RuntimeError(f"{command[0]} ended or hung without saying {PROBE!r}")
        return time.perf_counter() - start
    finally:
        watchdog.cancel()
        process.kill()
        process.communicate()
