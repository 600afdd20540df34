"""What tests of painted paper share: the code tables, the shipped font, poppler's eyes."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from einvoice_desktop import paths
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.gui.paper.fonts import point_at


@pytest.fixture(scope="session")
def codes(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> CodeTables:
    return CodeTables(tables.__getitem__)


@pytest.fixture(autouse=True)
def _fonts(qapp: QApplication) -> None:
    assert qapp is not None
    point_at(paths.resource)


def poppler(tool: str, *words: str | Path) -> str:
    """What one of poppler's tools says."""
    program = shutil.which(tool)
    assert program is not None, f"{tool} is missing: packaging/system_packages.py names poppler-utils"
    done = subprocess.run(
        [program, *map(str, words)], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    return done.stdout
