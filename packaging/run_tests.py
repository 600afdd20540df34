"""Runs the tests side by side; what failed there is run once more by itself, and only that counts.

    python run_tests.py [pytest options]

On a busy machine a window, a keyring or a killed process can be late for its test. A test that fails again
with the machine to itself has failed; one that does not is named, so that somebody looks at it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FAILED_TESTS = "EINVOICE_FAILED_TESTS"
"""The file in which tests/conftest.py names what failed, by this variable."""
FAILED = 1
"""pytest's exit status where tests failed, and nothing worse happened."""
MOST_AGAIN = 12
"""With more than so many it is no accident."""


def main(options: list[str]) -> int:
    with tempfile.TemporaryDirectory(prefix="eid-tests-") as folder:
        told = Path(folder) / "failed"
        status = _pytest([*at_once(), *options], told)
        again = told.read_text(encoding="utf-8").splitlines() if status == FAILED and told.is_file() else []
        if not 0 < len(again) <= MOST_AGAIN:
            return status
        print("\nfailed among the others, now once more by themselves:", *again, sep="\n  ", flush=True)
        return _pytest([*options, *again], told)


def at_once() -> list[str]:
    """As many processes as there are cores, and one more: many a test waits for a window or a line. Tests of
    one file stay together, in the order of tests/conftest.py: the long ones first."""
    return ["-n", str(min((os.cpu_count() or 1) + 1, 6)), "--dist", "loadfile", "--no-loadscope-reorder"]


def _pytest(options: list[str], told: Path) -> int:
    return subprocess.call(
        [sys.executable, "-m", "pytest", *options], env={**os.environ, FAILED_TESTS: str(told)}
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
