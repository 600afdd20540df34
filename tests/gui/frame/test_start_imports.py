"""What is imported before the first picture: listed by name, because each name costs every start its time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[3]

_TELL = """
import os, sys
def tell():
    print(*sorted(sys.modules), sep="\\n", flush=True)
    os._exit(0)
"""
_EMPTY_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, tell)
app.exec()
"""
_PROGRAM = """
from einvoice_desktop import __main__ as program
from einvoice_desktop.gui import start
built = start.build_window
def build_window(*given):
    window = built(*given)
    window._on_first_painted = tell
    return window
start.build_window = build_window
program.main(["--data-dir", sys.argv[1], "--practice"])
"""

_IDLE = """
from PySide6.QtCore import QTimer
from einvoice_desktop import __main__ as program
from einvoice_desktop.gui import start
built = start.build_window
def build_window(*given):
    window = built(*given)
    window.looking = QTimer(window, interval=50)
    def look():
        if window.session.ready and window.tasks.is_idle:
            # The sender and the one who waits for later starts have had their moment.
            window.looking.stop()
            QTimer.singleShot(1500, window, tell)
    window.looking.timeout.connect(look)
    window.looking.start()
    return window
start.build_window = build_window
program.main(["--data-dir", sys.argv[1], "--practice"])
"""

NOT_BY_ITSELF = """
httpx httpcore ssl truststore werkzeug asyncio sqlalchemy.dialects.postgresql psycopg keyring gnupg pysequoia
qrcode xlsxwriter openpyxl pikepdf einvoice_desktop.sandbox.app einvoice_desktop.provider.client
"""
"""What a window that waits for its person has not loaded: each belongs to something done on purpose."""

OURS = """
__main__ app app.entry app.faults bootstrap companies connections domain domain.folding einvoice_desktop
gui gui.actions gui.band gui.buttons gui.cards gui.cards.held gui.cards.offered gui.change gui.compose
gui.compose.customer gui.compose.form gui.compose.head gui.compose.hit_list gui.compose.issuer
gui.compose.needs gui.compose.page gui.compose.panes gui.compose.party gui.compose.party_search
gui.compose.problem_index gui.compose.problems gui.compose.summary gui.compose.tab_kinds gui.compose.tabs
gui.draft_history gui.draft_saving gui.draft_sealing gui.fields gui.fields.amount gui.fields.chevron
gui.fields.choices gui.fields.code gui.fields.date gui.fields.identity gui.fields.label gui.fields.text
gui.fields.translation gui.held_enter gui.known_parties gui.languages gui.late_patterns gui.main_window
gui.many_objects gui.menus gui.office gui.page_column gui.pages gui.pages.book gui.preferences gui.rail
gui.session gui.stage gui.start gui.status gui.style_sheet gui.tasks gui.theme gui.views handover options
paths practice store store.files store.settings
"""
"""Modules of this program, without its own name in front."""

OTHERS = """
_datetime _decimal datetime decimal gc numbers unicodedata
"""
"""What an empty window of PySide6 has not loaded by then. Not every Python needs all of these."""

ADVICE = (
    "imported before the first picture and not listed in tests/gui/frame/test_start_imports.py. Import it in"
    " the function that needs it, once the window has painted; only what the first picture itself shows"
    " belongs into the list."
)


def _modules(code: str, folder: Path) -> set[str]:
    """What is loaded when the window of a process of its own has painted."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(TOP), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-P", "-c", _TELL + code, str(folder)],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] == "einvoice_desktop"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    return _modules(_PROGRAM, tmp_path_factory.mktemp("start"))


def test_of_this_program_the_first_picture_loads_what_is_listed_and_nothing_else(loaded: set[str]) -> None:
    found = {name.removeprefix("einvoice_desktop.") for name in loaded if _is_ours(name)}
    listed = set(OURS.split())
    assert not found - listed, f"{sorted(found - listed)}: {ADVICE}"
    assert not listed - found, f"{sorted(listed - found)}: no longer needed for the first picture, unlist it"


def test_of_others_it_loads_no_more_than_is_listed(loaded: set[str], tmp_path: Path) -> None:
    more = {name for name in loaded - _modules(_EMPTY_WINDOW, tmp_path) if not _is_ours(name)}
    assert not more - set(OTHERS.split()), f"{sorted(more - set(OTHERS.split()))}: {ADVICE}"


def test_a_window_that_waits_holds_nothing_for_what_nobody_has_asked_for(tmp_path: Path) -> None:
    loaded = _modules(_IDLE, tmp_path)
    assert "sqlalchemy" in loaded, "the books are open"
    kept = sorted(loaded & set(NOT_BY_ITSELF.split()))
    assert not kept, f"{kept}: import it where it is used; an idle window pays for it in memory all day"
