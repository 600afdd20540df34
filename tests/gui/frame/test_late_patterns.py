"""Importing Qt without the long patterns: they are there when something asks for them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from einvoice_desktop.gui.late_patterns import LatePattern

TOP = Path(__file__).resolve().parents[3]

_COUNT = """
import re, sys
kept = []
class Kept(dict):
    def __setitem__(self, key, value):
        kept.append(key)
        super().__setitem__(key, value)
re._cache = Kept(re._cache)
late = sys.argv[1] == "late"
if late:
    from einvoice_desktop.gui.late_patterns import import_qt
    import_qt()
import PySide6.QtCore
print(sum(1 for key in kept if len(str(key[1])) > 4000))
try:
    PySide6.QtCore.QTimer().setInterval("soon")
except TypeError as error:
    print("told" if "setInterval" in str(error) else error)
"""


def _long_patterns_and_error(how: str) -> list[str]:
    environ = os.environ | {"PYTHONPATH": str(TOP)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", _COUNT, how],
        env=environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.split()


def test_qt_comes_without_long_patterns_and_words_its_errors_as_ever() -> None:
    assert _long_patterns_and_error("late") == ["0", "told"]
    assert int(_long_patterns_and_error("plain")[0]) > 0, "PySide6 compiles none: late_patterns may go"


def test_a_late_pattern_does_what_a_pattern_does() -> None:
    late = LatePattern("([a-z]+) # a word", re.VERBOSE)
    split = late.split
    assert [found[1] for found in late.finditer("one 2 three")] == ["one", "three"]  # type: ignore[operator]
    assert split("1a2") == ["1", "a", "2"]  # type: ignore[operator]
    assert late.groups == 1


def test_a_late_pattern_says_nothing_to_what_classes_ask() -> None:
    with pytest.raises(AttributeError):
        _ = LatePattern("x", 0).__isabstractmethod__
