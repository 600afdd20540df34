"""`check` of a hundred files in one call, over `check` of one: each the whole time of a process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import TOP, Row, median_seconds, ratio

FILES = 100
GOAL = 10.0
SAMPLES = TOP / "resources" / "samples" / "own"


def rows() -> list[Row]:
    """A hundred documents of many types and sizes, in one call; the one file is as large as half of them."""
    folder = Path(tempfile.mkdtemp(prefix="eid-bench-"))
    try:
        files = _files(folder)
        usual = sorted(files, key=lambda file: file.stat().st_size)[FILES // 2]
        one, all_of_them = _check(folder, [usual]), _check(folder, files)
        milliseconds = [round(1000 * median_seconds(work, rounds=3)) for work in (all_of_them, one)]
        note = f"{milliseconds[0]} ms over {milliseconds[1]} ms"
        return [
            Row(f"check of {FILES} files in one call, over one file", ratio(all_of_them, one), GOAL, note)
        ]
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    """The sample documents, over and over under other names."""
    samples = sorted(SAMPLES.glob("*.json"))
    files = []
    for place in range(FILES):
        sample = samples[place % len(samples)]
        files.append(folder / f"{place:03}-{sample.name}")
        shutil.copy(sample, files[-1])
    return files


def _check(folder: Path, files: Sequence[Path]) -> Callable[[], None]:
    program = [sys.executable, "-P", "-m", "einvoice_desktop", "--data-dir", str(folder), "check", "--json"]
    command = [*program, *map(str, files)]

    def work() -> None:
        done = subprocess.run(command, env=dict(os.environ), capture_output=True, check=False)
        # 1: some samples have errors on any day but their own.
        if done.returncode not in (0, 1) or done.stdout.count(b"\n") != len(files):
            raise RuntimeError(f"check ended with {done.returncode}:\n{done.stderr.decode()}")

    return work
