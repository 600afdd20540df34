"""Start and idle memory of the program, each over those of an empty PySide6 main window.

How the program says that it takes keys: with EINVOICE_START_PROBE=1 in its environment it posts, after its
window has painted for the first time, one key press and release ("1") to the field that has the focus,
through Qt's event queue, and prints the line `first-key` to standard output, flushed, once that field holds
the character. It does nothing else differently and stays open. The empty window below does the same, itself
being the field. Both run with what an office gets and no more: the packages of the runtime lock.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from bench import Row, ratio_of_readings

MIB = 1024 * 1024
START_GOAL = 1.5
MEMORY_GOAL = 1.6
PROBE = "first-key"
LIMIT_SECONDS = 60
# What the program leaves until after its first picture is done when its memory stands still for so long.
STILL_SECONDS = 3.0
STILL_SHARE = 0.005

EMPTY_WINDOW = """
import sys
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_1, Qt.KeyboardModifier.NoModifier, "1")
                QApplication.postEvent(self, key)
    def keyPressEvent(self, event):
        print("first-key", flush=True)

app = QApplication(sys.argv)
window = Window()
window.show()
sys.exit(app.exec())
"""


PYTHON = os.environ.get("BENCH_OFFICE") or sys.executable
EMPTY = [PYTHON, "-P", "-c", EMPTY_WINDOW]


def rows() -> list[Row]:
    """Return both ratios; memory only on Linux (in Windows the process started launches the real one)."""
    folder = Path(tempfile.mkdtemp(prefix="eid-bench-"))
    try:
        # The warm-up makes the data folder: what is measured is any start but the first.
        start = ratio_of_readings(
            lambda: start_seconds(program(folder)), lambda: start_seconds(EMPTY), rounds=15, warmups=2
        )
        found = [Row("start until the first field takes a key, over an empty window", start, START_GOAL)]
        if sys.platform.startswith("linux"):
            found.append(_memory(folder))
        return found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _memory(folder: Path) -> Row:
    ours: list[float] = []
    empty: list[float] = []

    def read(command: list[str], readings: list[float]) -> float:
        readings.append(idle_bytes(command))
        return readings[-1]

    memory = ratio_of_readings(
        lambda: read(program(folder), ours), lambda: read(EMPTY, empty), rounds=3, warmups=0
    )
    told = f"{statistics.median(ours) / MIB:.0f} over {statistics.median(empty) / MIB:.0f} MiB"
    return Row("memory when idle, over an empty window", memory, MEMORY_GOAL, told)


def program(folder: Path) -> list[str]:
    """The program as it is started after it was closed: whoever kills it leaves its mark behind."""
    (folder / "window.lock").unlink(missing_ok=True)
    return [PYTHON, "-P", "-m", "einvoice_desktop", "--data-dir", str(folder), "--practice"]


def start_seconds(command: list[str]) -> float:
    return _with_window(command, lambda _process, seconds: seconds)


def idle_bytes(command: list[str]) -> float:
    def settled(process: subprocess.Popen[str], _seconds: float) -> float:
        now, since = resident_bytes(process), time.monotonic()
        while time.monotonic() < since + STILL_SECONDS:
            time.sleep(0.2)
            before, now = now, resident_bytes(process)
            if abs(now - before) > STILL_SHARE * now:
                since = time.monotonic()
        return now

    return _with_window(command, settled)


def _with_window(command: list[str], read: Callable[[subprocess.Popen[str], float], float]) -> float:
    """Start a program, wait until it takes keys, take a reading from it, end it."""
    environ = {**os.environ, "EINVOICE_START_PROBE": "1", "QT_QPA_PLATFORM": "offscreen"}
    with tempfile.TemporaryFile("w+") as complaints:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        )
        watchdog = threading.Timer(LIMIT_SECONDS, process.kill)
        watchdog.start()
        try:
            if not any(line.strip() == PROBE for line in process.stdout or ()):
                complaints.seek(0)
                raise RuntimeError(f"{command} ended or hung without saying {PROBE!r}:\n{complaints.read()}")
            return read(process, time.perf_counter() - start)
        finally:
            watchdog.cancel()
            process.kill()
            process.communicate()


def resident_bytes(process: subprocess.Popen[str]) -> float:
    status = Path(f"/proc/{process.pid}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024
