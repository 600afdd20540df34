"""Runs the program's commands as a person at a prompt does: in a process of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.warm import Warm

TOP = Path(__file__).resolve().parents[2]
PUBLISHED = TOP / "resources" / "samples" / "published"


@dataclass
class Said:
    """What a command printed, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line, parse_float=str) for line in self.out.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "δεδομένα data"


@pytest.fixture(scope="session")
def warm() -> Iterator[Warm]:
    warm = Warm()
    yield warm
    warm.close()


@pytest.fixture
def command(folder: Path, warm: Warm, tmp_path: Path) -> Callable[..., Said]:
    def run(*words: str | Path, env: dict[str, str] | None = None, stdin: str | None = None) -> Said:
        surroundings = {k: v for k, v in os.environ.items() if not k.startswith("EINVOICE_")}
        said = warm.run(
            ["--data-dir", str(folder), *map(str, words)],
            {**surroundings, **(env or {})},
            stdin or "",
            tmp_path / "streams",
        )
        return Said(*said)

    return run


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[str]:
    """A practice provider on a loopback port, in a process and a folder of its own; its address."""
    process = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "einvoice_desktop",
            "--data-dir",
            str(tmp_path / "provider"),
            "sandbox",
            "--port",
            "0",
        ],
        cwd=TOP,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    yield process.stdout.readline().strip()
    process.terminate()
    assert process.wait(20) == 0
    process.stdout.close()


@pytest.fixture
def without_number(tmp_path: Path) -> list[Path]:
    """The five published documents, each without its number."""
    from einvoice_desktop.domain.reader import read_document
    from einvoice_desktop.domain.writer import write_document

    made = []
    for file in sorted(PUBLISHED.glob("*.json")):
        target = tmp_path / file.name
        target.write_bytes(write_document(read_document(file.read_bytes()).without_member("number")))
        made.append(target)
    return made
