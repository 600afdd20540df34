"""Does without a screen what `run` does with one: issues a sample in practice, takes pictures of the window.

QT_QPA_PLATFORM=offscreen python no_screen.py [--data-dir DIR]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent
SAMPLE = TOP / "resources" / "samples" / "published" / "3.1-1.json"
VIEWS = ("compose", "outbox", "archive")


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data-dir", type=Path, default=TOP / ".packaging" / "no-screen")
    folder: Path = parser.parse_known_args(argv)[0].data_dir
    folder.mkdir(parents=True, exist_ok=True)
    status = issue_sample(folder)
    if status == 0:
        take_pictures(folder)
    return status


def issue_sample(folder: Path) -> int:
    """Submit the sample to the practice provider; the program prints the receipt itself."""
    command = [sys.executable, "-P", "-m", "einvoice_desktop", "--data-dir", str(folder)]
    return subprocess.call([*command, "submit", str(SAMPLE), "--practice", "--today"])


def take_pictures(folder: Path) -> None:
    # The platform without a screen complains of what only a screen has.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    save_picture = import_module("einvoice_desktop.bootstrap").save_picture
    for view in VIEWS:
        path = folder / f"{view}.png"
        save_picture(path, folder, view)
        print(f"Picture of {view}: {path}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
