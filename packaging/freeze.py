"""Makes the program into a folder that needs no Python, and refuses it unless it finds all it needs there.

python freeze.py TOP        (dev.py build calls it, with the installed package on the path)
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

NAME = "einvoice-desktop"
CHECK_SECONDS = 180
START_SECONDS = 60


def main(top: Path) -> int:
    dist = top / "dist"
    status = freeze(top, dist)
    if status != 0:
        return status
    folder = dist / NAME
    status = self_check(folder)
    print(f"\nFrozen program: {folder}")
    print(
        f"Size: {size_bytes(folder) / 1e6:.0f} MB in {sum(1 for p in folder.rglob('*') if p.is_file())} files"
    )
    print(f"Start until the first field takes a key: {start_words(folder)}")
    print("Self-check: passed" if status == 0 else f"Self-check: FAILED ({status})")
    return status


def freeze(top: Path, dist: Path) -> int:
    """Run PyInstaller on the spec; its own folders lie apart from the source tree."""
    shutil.rmtree(dist / NAME, ignore_errors=True)
    work = top / ".packaging" / "pyinstaller"
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    places = [
        "--distpath",
        str(dist),
        "--workpath",
        str(work),
        str(top / "packaging" / "einvoice_desktop.spec"),
    ]
    return subprocess.call([*command, *places])


def self_check(folder: Path) -> int:
    """Let the frozen program work a sample through everything it has, in a data folder that is new."""
    with tempfile.TemporaryDirectory(prefix="eid-check-", ignore_cleanup_errors=True) as data:
        command = [str(console_program(folder)), "--data-dir", data, "--self-check"]
        try:
            return subprocess.call(command, env=bare_environ(), cwd=data, timeout=CHECK_SECONDS)
        except subprocess.TimeoutExpired:
            print(f"The self-check did not end within {CHECK_SECONDS} s.")
            return 1


def start_words(folder: Path) -> str:
    """Start the frozen program twice and time the second start; bench_start.py tells of the probe."""
    with tempfile.TemporaryDirectory(prefix="eid-start-", ignore_cleanup_errors=True) as data:
        command = [str(console_program(folder)), "--data-dir", data, "--practice"]
        readings = [start_seconds(command, data) for _ in range(2)]
    return f"{readings[-1]:.2f} s" if readings[-1] is not None else "not measured, it did not say so"


def start_seconds(command: list[str], folder: str) -> float | None:
    environ = {**bare_environ(), "EINVOICE_START_PROBE": "1"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=environ, cwd=folder, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    )
    watchdog = threading.Timer(START_SECONDS, process.kill)
    watchdog.start()
    try:
        said = any(line.strip() == "first-key" for line in process.stdout or ())
        return time.perf_counter() - start if said else None
    finally:
        watchdog.cancel()
        process.kill()
        process.communicate()


def console_program(folder: Path) -> Path:
    return folder / (f"{NAME}-console.exe" if os.name == "nt" else f"{NAME}-console")


def bare_environ() -> dict[str, str]:
    """What the frozen program gets: nothing that would let it find modules outside its own folder."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environ.pop("VIRTUAL_ENV", None)
    if sys.platform.startswith("linux"):
        environ["QT_QPA_PLATFORM"] = "offscreen"
    return environ


def size_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
