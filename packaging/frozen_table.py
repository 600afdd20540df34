"""Keeps what the frozen program measures: one row for each version and platform, in a page of the manual."""

from __future__ import annotations

import platform
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from frozen_starts import Starts

HEAD = """# The frozen program

`python3 packaging/dev.py build` makes a folder that needs no Python: `einvoice-desktop` is the window,
`einvoice-desktop-console` the same for commands and scripts (in Windows an .exe of its own, as a windowed
one has no standard output there), `_internal` everything else. It is one folder, nothing is packed into
the program itself and nothing unpacks itself at the start: antivirus programs distrust that, and it costs
time.

- Inside: Python, Qt with its Greek words, QtNetwork (a second start finds the first), the keyring of each
  system, the PGP back end, PostgreSQL's library, the check digits of the Union's VAT numbers, Europe's
  time zones, the fonts of the paper, the code tables, the samples, the manual, the licences of all that
  is inside.
- Left out: Qt Quick, OpenGL, GTK and every plugin that forms and tables never load, other languages'
  words (Qt's, and in Linux those of ICU), East Asian alphabets, the object mapper of SQLAlchemy,
  docstrings and checks for programmers. In Linux the libraries that every desktop has stay the system's
  own: X, GLib, fonts, D-Bus, CUPS.
- A build counts only when its libraries find what they need, `--self-check` passes, the program has
  issued a practice invoice by the keys of its own window (`EINVOICE_WINDOW_CHECK=1`), and, where there is
  a virtual screen, the tests of `tests/window/test_first_invoice.py` have issued theirs in it from
  outside.

## What it measures

`dev.py build --keep` puts it here: the folder and the same packed as a ZIP (in millions of bytes), the
number of files, the seconds from the start until the first field takes a key (median of five starts on
the machine that built it), and that time over the one of an empty PySide6 window started by Python on the
same machine. A version measured again replaces its row.

| version | platform | folder, MB | ZIP, MB | files | start, s | over an empty window |
|---|---|---:|---:|---:|---:|---:|
"""
_KEY_CELLS = 2


class BuildRow(NamedTuple):
    """One build; sizes in bytes."""

    version: str
    platform: str
    folder: int
    packed: int
    files: int
    starts: Starts

    def __str__(self) -> str:
        sizes = f"{self.folder / 1e6:.0f} | {self.packed / 1e6:.0f} | {self.files}"
        times = f"{self.starts.program:.2f} | {self.starts.program / self.starts.empty:.2f}"
        return f"| {self.version} | {self.platform} | {sizes} | {times} |"


def this_platform() -> str:
    return f"{platform.system()} {platform.machine()}"


def keep(page: Path, row: BuildRow) -> None:
    """Put `row` into the page, which is made if there is none."""
    text = page.read_text(encoding="utf-8") if page.exists() else HEAD
    page.write_text(with_row(text, str(row)), encoding="utf-8")


def with_row(text: str, row: str) -> str:
    """The page with `row` in its table, in place of the one of the same version and platform."""
    body = text[len(HEAD) :] if text.startswith(HEAD) else text.rpartition("|---|")[2].partition("\n")[2]
    rows = {_key(line): line for line in body.splitlines() if line.startswith("|")}
    rows[_key(row)] = row
    return HEAD + "".join(f"{line}\n" for _, line in sorted(rows.items()))


def _key(row: str) -> tuple[tuple[int, ...], str]:
    version, machine = (cell.strip() for cell in row.split("|")[1 : 1 + _KEY_CELLS])
    return tuple(int(part) for part in version.split(".")), machine
