"""The guard of tests/conftest.py: a test that leaves a thread or a timer running fails, and no other."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]

CASES = """
import threading
import pytest
from PySide6.QtCore import QTimer, QObject

def test_leaves_a_thread():
    threading.Thread(target=threading.Event().wait, args=(20,), daemon=True, name="forgotten").start()

def test_ends_its_thread():
    threading.Thread(target=threading.Event().wait, args=(0.1,)).start()

KEPT = []

def test_leaves_a_timer(qtbot):
    timer = QTimer()
    timer.setObjectName("ticking")
    timer.start(1000)
    KEPT.append(timer)

def test_stops_its_timer(qtbot):
    timer = QTimer()
    timer.start(1000)
    timer.stop()
    KEPT.append(timer)

@pytest.mark.leaves_running("a server for the whole run")
def test_has_leave():
    threading.Thread(target=threading.Event().wait, args=(20,), daemon=True).start()
"""


def test_what_outlives_a_test_fails_it(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    shutil.copy2(TOP / "tests" / "conftest.py", tmp_path / "tests")
    shutil.copy2(TOP / "pyproject.toml", tmp_path)
    (tmp_path / "tests" / "test_cases.py").write_text(CASES, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-rA", "tests"]
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    assert "5 passed, 2 errors" in said, said
    assert "threads still running: ['forgotten']" in said
    assert "timers still running: ['ticking of None']" in said
    assert "ERROR tests/test_cases.py::test_leaves_a_thread" in said
    assert "ERROR tests/test_cases.py::test_leaves_a_timer" in said
