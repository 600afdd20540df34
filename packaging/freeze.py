"""Makes the program into a folder that needs no Python, and refuses it unless it issues an invoice there.

python freeze.py TOP [--keep]        (dev.py build calls it, with the installed package on the path)

With --keep what was measured goes into the table of resources/manual/builds.md.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import frozen_checks
import frozen_table
from frozen_checks import NAME
from frozen_starts import Starts, start_readings

CONSOLE = f"""#!/bin/sh
# The commands without a window: the same program.
exec "$(dirname "$(readlink -f "$0")")/{NAME}" "$@"
"""


def main(top: Path, *, keep: bool = False) -> int:
    status = freeze(top, top / "dist")
    if status != 0:
        return status
    folder = top / "dist" / NAME
    print(f"\nFrozen program: {folder}")
    for what, check in frozen_checks.CHECKS:
        complaint = check(folder, top)
        print(f"{what}: {complaint or 'passed'}")
        if complaint:
            return 1
    starts = start_readings(folder, top)
    print(f"Size: {size_bytes(folder) / 1e6:.0f} MB in {file_count(folder)} files")
    print(f"Start until the first field takes a key: {starts.words}")
    if keep:
        row = measured_row(folder, starts)
        frozen_table.keep(top / "resources" / "manual" / "builds.md", row)
        print(f"Kept: {row}")
    return 0


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
    status = subprocess.call([*command, *places])
    if status == 0 and not sys.platform.startswith("win"):
        twin = dist / NAME / f"{NAME}-console"
        twin.write_text(CONSOLE, encoding="utf-8")
        twin.chmod(0o755)
    return status


def measured_row(folder: Path, starts: Starts) -> frozen_table.BuildRow:
    with tempfile.TemporaryDirectory(prefix="eid-pack-") as place:
        packed = shutil.make_archive(f"{place}/packed", "zip", folder.parent, folder.name)
        packed_bytes = Path(packed).stat().st_size
    version: str = import_module("einvoice_desktop").__version__
    return frozen_table.BuildRow(
        version, frozen_table.this_platform(), size_bytes(folder), packed_bytes, file_count(folder), starts
    )


def files_of(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]


def size_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in files_of(folder))


def file_count(folder: Path) -> int:
    return len(files_of(folder))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), keep="--keep" in sys.argv[2:]))
