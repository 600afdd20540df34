"""Measures what things cost, as ratios between two ways of doing the same on the same machine.

A module `tests/bench/bench_<name>.py` has one function, `rows() -> list[Row]`, and takes its timing from
here:

    from bench import Row, ratio

    def rows() -> list[Row]:
        return [Row("edit until painted, 1,000 lines over 10", ratio(edit_1000, edit_10), goal=1.5)]

Run through `python3 packaging/dev.py bench [name ...]`, which measures the installed package, never the
source tree. With --keep its rows go into the table of resources/manual/ratios.md too.
"""

from __future__ import annotations

import importlib
import importlib.util
import math
import os
import platform
import statistics
import sys
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

TOP = Path(__file__).resolve().parent.parent
BENCHES = TOP / "tests" / "bench"
KEPT = TOP / "resources" / "manual" / "ratios.md"
KEEP = "--keep"
_HEAD = """# What things cost

Each row is a ratio of two ways measured in turns on the same machine, the median of several pairs; smaller is
better. Made by `python3 packaging/dev.py bench --keep`; a row stands until it is measured again.

Measured on {machine}.

| What | Measured | Goal | | Note |
|---|---:|---:|---|---|
"""


@dataclass(frozen=True)
class Row:
    """One line of the table. `measured` and `goal` are ratios without a unit; smaller is better."""

    name: str
    measured: float
    goal: float
    note: str = ""

    @property
    def met(self) -> bool:
        return self.measured <= self.goal


def median_seconds(work: Callable[[], object], *, rounds: int = 9, warmups: int = 1) -> float:
    """Return the median time of one call, in seconds."""
    return _median(timed(work), rounds, warmups)


def ratio(
    measured: Callable[[], object], base: Callable[[], object], *, rounds: int = 9, warmups: int = 1
) -> float:
    """Return how many times as long `measured` takes as `base`: the median over pairs run in alternation."""
    return ratio_of_readings(timed(measured), timed(base), rounds=rounds, warmups=warmups)


def ratio_of_readings(
    measured: Callable[[], float], base: Callable[[], float], *, rounds: int = 9, warmups: int = 1
) -> float:
    """Like `ratio`, for functions that answer with a reading of their own (seconds, bytes).

    The two take turns, and who goes first changes each round, so that a machine that gets slower or warmer
    bends both alike.
    """
    for _ in range(warmups):
        measured(), base()
    quotients = []
    for turn in range(rounds):
        if turn % 2:
            below, above = base(), measured()
        else:
            above, below = measured(), base()
        quotients.append(above / below)
    return statistics.median(quotients)


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Turn a function into one that answers with the seconds its call took."""

    def call() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return call


def percentile(readings: Iterable[float], share: float) -> float:
    """Return the reading that this share of all readings do not exceed (0.5: the median)."""
    ordered = sorted(readings)
    return ordered[max(math.ceil(share * len(ordered)), 1) - 1]


def table(rows: Iterable[Row]) -> str:
    lines = [("what", "measured", "goal", "")]
    lines += [
        (
            row.name,
            f"{row.measured:.2f}",
            f"{row.goal:.2f}",
            ("met" if row.met else "MISSED") + _in_brackets(row.note),
        )
        for row in rows
    ]
    width = max(len(name) for name, *_ in lines)
    return "\n".join(
        f"{name:<{width}}  {got:>8}  {goal:>6}  {verdict}".rstrip() for name, got, goal, verdict in lines
    )


def keep(rows: Iterable[Row], page: Path = KEPT) -> None:
    """Write these rows into the page, each in the place of the one of its name; the others stay."""
    lines = page.read_text(encoding="utf-8").splitlines() if page.exists() else []
    kept = {line.split("|")[1].strip(): line for line in lines if line.startswith("| ")}
    kept.pop("What", None)
    for row in rows:
        kept[row.name] = _page_line(row)
    text = _HEAD.format(machine=_machine()) + "".join(f"{line}\n" for line in kept.values())
    page.write_text(text, encoding="utf-8", newline="\n")


def _page_line(row: Row) -> str:
    verdict = "met" if row.met else "**missed**"
    return f"| {row.name} | {row.measured:.2f} | {row.goal:.2f} | {verdict} | {row.note.replace('|', '/')} |"


def _machine() -> str:
    from importlib.metadata import version

    python = platform.python_version()
    return (
        f"{os.cpu_count()} processor cores, {platform.system()} ({platform.machine()}),"
        f" Python {python}, Qt {version('PySide6-Essentials')}"
    )


def main(words: list[str], folder: Path = BENCHES, page: Path = KEPT) -> int:
    """Measure every bench module (or the named ones) and print one table; 0 unless one of them broke."""
    names = [word for word in words if word != KEEP]
    print(f"Measuring {_package_folder()}")
    rows: list[Row] = []
    broken: list[str] = []
    for path in sorted(folder.glob("bench_*.py")):
        if names and path.stem.removeprefix("bench_") not in names:
            continue
        print(f"  {path.stem} ...", flush=True)
        try:
            rows += _load(path).rows()
        except Exception:  # noqa: BLE001 - a broken bench must not cost the figures of the others
            traceback.print_exc()
            broken.append(path.stem)
    print(f"\n{table(rows)}")
    if KEEP in words:
        keep(rows, page)
    for name in broken:
        print(f"{name}: broke, see above")
    return 1 if broken else 0


def _median(reading: Callable[[], float], rounds: int, warmups: int) -> float:
    for _ in range(warmups):
        reading()
    return statistics.median(reading() for _ in range(rounds))


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


def _package_folder() -> Path:
    spec = importlib.util.find_spec("einvoice_desktop")
    if spec is None or spec.origin is None:
        sys.exit("The package is not installed here; use: python3 packaging/dev.py bench")
    folder = Path(spec.origin).parent
    if folder == TOP / "einvoice_desktop":
        sys.exit("This is the source tree; use: python3 packaging/dev.py bench")
    return folder


def _in_brackets(note: str) -> str:
    return f" ({note})" if note else ""


if __name__ == "__main__":
    # Bench modules import this file by its name: run that copy, so that there is one class Row.
    sys.exit(importlib.import_module("bench").main(sys.argv[1:]))
