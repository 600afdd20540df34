"""Starts the program in a real window on a screen of its own, in practice mode, in either language."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.driver import atspi
from tests.driver.atspi import App, Desktop

HERE = Path(__file__).parent
LANGUAGES = ("el", "en")
PROGRAM = shlex.split(os.environ.get("EINVOICE_PROGRAM", "")) or [sys.executable, "-m", "einvoice_desktop"]
"""What is started: the source, or the program that the environment names, a frozen one."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    lacking = atspi.missing_tools() if any(HERE in item.path.parents for item in items) else []
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.screen)
            if lacking:
                item.add_marker(pytest.mark.skip(reason=f"not here: {lacking}"))


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The program's data folder."""
    return tmp_path / "data"


@pytest.fixture
def start(data: Path) -> Iterator[Callable[..., App]]:
    """Starts the program, in `language` where one is named; what still runs is ended with the screen."""
    with Desktop() as desktop:

        def go(language: str = "") -> App:
            if language:
                data.mkdir()
                (data / "settings.ini").write_text(f"[settings]\nlanguage = {language}\n", encoding="utf-8")
            return desktop.start([*PROGRAM, "--data-dir", str(data), "--practice"])

        yield go


@pytest.fixture
def app(start: Callable[..., App]) -> App:
    """The program as it is after it was installed: in Greek, with empty books."""
    return start()
