"""What is left behind when the process itself dies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from einvoice_desktop import bootstrap, paths

TOP = Path(__file__).resolve().parents[1]
CODE = """
import os, sys
from pathlib import Path
from einvoice_desktop import bootstrap
bootstrap.start_logging(Path(sys.argv[1]))
def where_it_happened():
    customer = "Παπαδόπουλος"
    os.abort()
where_it_happened()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="ends a process by a signal")
def test_a_fatal_fault_leaves_its_place_and_no_value(tmp_path: Path) -> None:
    environ = os.environ | {"PYTHONPATH": str(TOP), "PYTHONUTF8": "1"}
    words = [sys.executable, "-P", "-c", CODE, str(tmp_path)]
    done = subprocess.run(words, env=environ, capture_output=True, timeout=60, check=False)
    assert done.returncode != 0
    told = (paths.log_dir(tmp_path) / "faults.log").read_text(encoding="utf-8")
    assert "where_it_happened" in told
    assert "Παπαδόπουλος" not in told


def test_where_no_log_can_be_written_the_program_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "a file"
    folder.write_bytes(b"")
    bootstrap.start_logging(folder)
