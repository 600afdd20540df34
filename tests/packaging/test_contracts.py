"""Each import contract of pyproject.toml bites: one forbidden line in a copy of the package breaks it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import grimp
import pytest

TOP = Path(__file__).resolve().parents[2]
PACKAGE = "einvoice_desktop"
SETTINGS: dict[str, Any] = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS: dict[str, dict[str, Any]] = {c["id"]: c for c in SETTINGS["tool"]["importlinter"]["contracts"]}

# contract, the room or module that transgresses, the line it must not hold
OFFENCES = [
    ("storeys", "domain", "import einvoice_desktop.app.errors"),
    ("storeys", "domain", "import einvoice_desktop.paths"),
    ("storeys", "app", "import einvoice_desktop.store"),
    ("storeys", "app", "import einvoice_desktop.provider"),
    ("storeys", "app", "import einvoice_desktop.gui"),
    ("storeys", "app", "import einvoice_desktop.bootstrap"),
    ("storeys", "app", "import einvoice_desktop.logs"),
    ("storeys", "gui", "import einvoice_desktop.store"),
    ("storeys", "gui", "import einvoice_desktop.paths"),
    ("storeys", "gui", "import einvoice_desktop.cli"),
    ("storeys", "gui", "import einvoice_desktop.updating"),
    ("storeys", "provider", "import einvoice_desktop.store"),
    ("storeys", "provider", "import einvoice_desktop.sandbox"),
    ("storeys", "sandbox", "import einvoice_desktop.provider"),
    ("storeys", "store", "import einvoice_desktop.vault"),
    ("storeys", "vault", "import einvoice_desktop.gui"),
    ("storeys", "bootstrap", "import einvoice_desktop.cli"),
    ("entry", "cli", "import einvoice_desktop.gui"),
    ("entry", "cli", "import einvoice_desktop.store"),
    ("entry", "__main__", "import einvoice_desktop.gui"),
    ("utilities", "paths", "import einvoice_desktop.app"),
    ("utilities", "logs", "import einvoice_desktop.domain"),
    ("adapters", "provider", "import einvoice_desktop.app.offence"),
    ("adapters", "store", "import einvoice_desktop.app.offence"),
    ("adapters", "vault", "import einvoice_desktop.app.offence"),
    ("vault", "vault", "import einvoice_desktop.domain.codes"),
    ("sandbox", "sandbox", "import einvoice_desktop.domain.money"),
    ("sandbox", "sandbox", "import einvoice_desktop.app.errors"),
    ("door-http", "app", "import httpx"),
    ("door-http", "bootstrap", "def late():\n    import truststore"),
    ("door-sql", "app", "import sqlalchemy"),
    ("door-sql", "bootstrap", "import filelock"),
    ("door-sql", "provider", "import psycopg"),
    ("door-secrets", "provider", "import keyring"),
    ("door-secrets", "app", "import gnupg"),
    ("door-secrets", "provider", "from cryptography.hazmat.primitives.asymmetric import ed25519"),
    ("door-qt", "app", "from PySide6.QtCore import QObject"),
    ("door-qt", "bootstrap", "import PySide6.QtWidgets"),
    ("door-qt", "__main__", "def late():\n    import shiboken6"),
    ("door-qt", "app", "import qrcode"),
    ("door-pdf", "app", "import pikepdf"),
    ("door-wsgi", "provider", "import werkzeug"),
    ("door-models", "gui", "import pydantic"),
    ("door-sheets", "app", "import xlsxwriter"),
    ("door-sheets", "store", "from python_calamine import CalamineWorkbook"),
    ("door-numbers", "domain", "from stdnum.eu import vat"),
    ("pure", "domain", "import time"),
    ("pure", "domain", "from pathlib import Path"),
    ("side-doors", "gui", "import http.client"),
    ("side-doors", "app", "import sqlite3"),
]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contracts")
    shutil.copytree(TOP / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    shutil.copy2(TOP / "pyproject.toml", folder)
    # A module that every room may be wrong to import, beside the real ones.
    (folder / PACKAGE / "app" / "offence.py").write_text("", encoding="utf-8")
    return folder


@pytest.fixture
def offend(copy: Path) -> Iterator[Any]:
    """Write a line into a room (as a new module of it) or at the end of a module; undone afterwards."""
    before: dict[Path, str | None] = {}

    def write(place: str, line: str) -> None:
        room = copy / PACKAGE / place
        path = room / "offending.py" if room.is_dir() else room.with_suffix(".py")
        before[path] = path.read_text(encoding="utf-8") if path.exists() else None
        path.write_text(f"{before[path] or ''}\n{line}\n", encoding="utf-8")

    yield write
    for path, text in before.items():
        path.unlink() if text is None else path.write_text(text, encoding="utf-8")


def lint(folder: Path, *options: str) -> tuple[int, str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache", *options]
    environ = {**os.environ, "COLUMNS": "400", "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_program_as_it_is_keeps_every_contract(copy: Path) -> None:
    status, said = lint(copy)
    assert status == 0, said


@pytest.mark.parametrize(("contract", "place", "line"), OFFENCES, ids=lambda value: value.split()[-1])
def test_one_forbidden_line_breaks_its_contract(
    copy: Path, offend: Any, contract: str, place: str, line: str
) -> None:
    offend(place, line)
    status, said = lint(copy, "--contract", contract)
    assert status == 1, said
    assert f"{CONTRACTS[contract]['name']} BROKEN" in said
    assert re.search(rf"{PACKAGE}\.{place}(\.offending)? -> ", said), said


def test_every_contract_has_an_offence_here() -> None:
    assert {contract for contract, _, _ in OFFENCES} == set(CONTRACTS)


def test_a_module_outside_the_plan_is_refused(copy: Path, offend: Any) -> None:
    offend("utils.py", "")
    status, said = lint(copy, "--contract", "storeys")
    assert status == 1
    assert "utils" in said


def test_what_a_room_may_do_is_not_refused(copy: Path, offend: Any) -> None:
    offend("gui", "import einvoice_desktop.app.errors, einvoice_desktop.domain.codes, PySide6.QtCore, qrcode")
    offend(
        "store",
        "import einvoice_desktop.app.ports, einvoice_desktop.domain.codes, sqlalchemy, sqlite3, filelock",
    )
    offend("vault", "import einvoice_desktop.app.ports, keyring, gnupg")
    offend("provider", "import einvoice_desktop.app.errors, einvoice_desktop.domain.codes, httpx, truststore")
    offend("sandbox", "import einvoice_desktop.domain.codes, werkzeug")
    offend("bootstrap", "import einvoice_desktop.gui, einvoice_desktop.store, einvoice_desktop.sandbox")
    status, said = lint(copy)
    assert status == 0, said


def test_every_library_has_its_door() -> None:
    """A library that no contract names would have no room of its own."""
    graph = grimp.build_graph(PACKAGE, include_external_packages=True, cache_dir=None)
    libraries = {name for name in graph.modules if graph.is_module_squashed(name)} - set(
        sys.stdlib_module_names
    )
    doors = {name for id, c in CONTRACTS.items() if id.startswith("door-") for name in c["forbidden_modules"]}
    typing_only = {"_typeshed"}
    assert libraries - typing_only <= doors
