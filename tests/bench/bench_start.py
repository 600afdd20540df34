"""Start and idle memory of the program, each over those of an empty PySide6 main window.

How the program says that it takes keys: with EINVOICE_START_PROBE=1 in its environment it posts, after its
window has painted for the first time, one key press and release ("1") to the field that has the focus,
through Qt's event queue, and prints the line `first-key` to standard output, flushed, once that field holds
the character. It does nothing else differently and stays open. The empty window below does the same, itself
being the field.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

from bench import Row, ratio_of_readings

START_GOAL = 1.5
MEMORY_GOAL = 3.0
PROBE = "first-key"
LIMIT_SECONDS = 60
# Long enough for what the program leaves until after its first picture.
SETTLE_SECONDS = 3

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


def rows() -> list[Row]:
    """Return both ratios; memory only on Linux (in Windows the process started launches the real one)."""
    folder = Path(tempfile.mkdtemp(prefix="eid-bench-"))
    ours = program(folder)
    try:
        # The warm-up makes the data folder: what is measured is any start but the first.
        start = ratio_of_readings(lambda: start_seconds(ours), lambda: start_seconds(EMPTY))
        found = [Row("start until the first field takes a key, over an empty window", start, START_GOAL)]
        if sys.platform.startswith("linux"):
            memory = ratio_of_readings(
                lambda: idle_bytes(ours), lambda: idle_bytes(EMPTY), rounds=3, warmups=0
            )
            found.append(Row("memory when idle, over an empty window", memory, MEMORY_GOAL))
        return found
    finally:
        shutil.rmtree(folder, ignore_errors=True)


EMPTY = [sys.executable, "-P", "-c", EMPTY_WINDOW]


def program(folder: Path) -> list[str]:
    return [sys.executable, "-P", "-m", "einvoice_desktop", "--data-dir", str(folder), "--practice"]


def start_seconds(command: list[str]) -> float:
    return _with_window(command, lambda _process, seconds: seconds)


def idle_bytes(command: list[str]) -> float:
    def settled(process: subprocess.Popen[str], _seconds: float) -> float:
        time.sleep(SETTLE_SECONDS)
        return resident_bytes(process)

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
