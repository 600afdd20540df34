"""A day of five hundred invoices at one window: its memory then, and that nothing is kept for each."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from einvoice_desktop import bootstrap

TOP = Path(__file__).resolve().parents[2]
DOCUMENTS = 500
COUNTED = (100, 200, 350, 500)
WARM = 200
"""By then every page has been seen and every cache that has a bound is full."""
GOAL = 2.2
LIMIT_SECONDS = 3600
IN_SIGHT = frozenset({"Submission", "SealedDocument", "NaturalKey", "Receipt", "DocumentSums"})
"""A day's documents stand in the lists of outbox and archive: each may be held there, and once in each."""
LISTS = 2
# Python's own blocks of memory; a document that were kept whole, with its texts and widgets, has thousands.
BLOCKS = 150
STRAY = 30
"""Objects of a kind that may have come between the counts, in all: timers, results on their way."""
# Made by the count itself, which asks Qt for its objects.
_COUNTING = frozenset({"QTextFrame"})

_EMPTY_WINDOW = """
import os, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
def tell():
    pages = int(open("/proc/self/statm").read().split()[1])
    print(pages * os.sysconf("SC_PAGE_SIZE") / 1024 / 1024, flush=True)
    os._exit(0)
QTimer.singleShot(2000, tell)
app.exec()
"""

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")

Count = Mapping[str, Any]


def _run(*words: str) -> str:
    environ = os.environ | {"PYTHONPATH": str(TOP), "PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}
    # A program that compiles itself at every start is not what an office has.
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-P", *words],
        env=environ,
        capture_output=True,
        text=True,
        timeout=LIMIT_SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("day")
    # Whoever issues five hundred a day does not look at each for four seconds.
    bootstrap.open_settings(made).set("issue.countdown", "0")
    return made


@pytest.fixture(scope="module")
def counts(folder: Path) -> dict[int, Count]:
    """What the program, a process of its own, was made of after so many documents."""
    day = Path(__file__).with_name("day_at_a_window.py")
    told = _run(str(day), str(folder), str(DOCUMENTS), *map(str, COUNTED))
    lines = [json.loads(line) for line in told.splitlines() if line.startswith("{")]
    return {line["documents"]: line for line in lines}


def test_every_document_of_the_day_is_issued(counts: Mapping[int, Count], folder: Path) -> None:
    assert sorted(counts) == list(COUNTED)
    desk = bootstrap.open_desk(bootstrap.Options(folder))
    try:
        rows = desk.submissions()
        assert [int(row.sealed.key.number) for row in rows] == list(range(1, DOCUMENTS + 1))
        assert all(row.receipt and row.receipt.mark for row in rows)
        assert len(desk.draft_rows()) == DOCUMENTS // 100, "what was left half done is in the drafts"
    finally:
        desk.close()


def test_the_memory_of_the_day_is_told(counts: Mapping[int, Count], tell: Callable[[str], None]) -> None:
    empty = float(_run("-c", _EMPTY_WINDOW))
    last = counts[DOCUMENTS]
    over = ", ".join(f"{count['resident']:.0f} MiB after {number}" for number, count in counts.items())
    tell(
        f"a day of {DOCUMENTS} invoices in {last['seconds']:.0f} s: {last['resident'] / empty:.2f} times the"
        f" memory of an empty window (goal {GOAL}; {empty:.0f} MiB); {over}"
    )
    assert last["resident"] > empty


def test_no_window_part_is_kept_for_a_document(counts: Mapping[int, Count]) -> None:
    warm, last = counts[WARM], counts[DOCUMENTS]
    assert last["widgets"] == warm["widgets"]
    assert last["qt"] == warm["qt"]


def test_no_object_is_kept_for_a_document_but_its_row_in_the_lists(counts: Mapping[int, Count]) -> None:
    warm, last = counts[WARM], counts[DOCUMENTS]
    between = DOCUMENTS - WARM
    grown = {
        kind: count - warm["kinds"].get(kind, 0)
        for kind, count in last["kinds"].items()
        if kind not in _COUNTING and count - warm["kinds"].get(kind, 0) > STRAY
    }
    rows = {kind: count for kind, count in grown.items() if kind in IN_SIGHT}
    assert not set(grown) - IN_SIGHT, grown
    assert all(count <= LISTS * between + STRAY for count in rows.values()), rows


def test_what_python_holds_does_not_grow_by_documents(counts: Mapping[int, Count]) -> None:
    warm, last = counts[WARM], counts[DOCUMENTS]
    grown = (last["blocks"] - warm["blocks"]) / (DOCUMENTS - WARM)
    assert grown < BLOCKS, f"{grown:.0f} blocks for each document"
