"""The sandbox in a process of its own: what it is told to do wrong, and what it has issued."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import subprocess
import sys
import urllib.request
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from einvoice_desktop import paths

TOP = Path(__file__).resolve().parents[2]
KEY = "a-key-of-the-sandbox"
SEND, SIGN_IN = "/invoice/json", "/authentication/login"
PROVIDER_LIMIT = 5_000_000
"""More bytes than the client reads of an answer."""
STRANGERS_ID = "stranger-"
"""How the internal id of another desk's document begins."""

Fault = dict[str, Any]

LINE_FAULTS: tuple[Fault, ...] = (
    {"kind": "stall_before", "seconds": 0.4},
    {"kind": "stall_before", "seconds": 1.2},
    {"kind": "stall_after", "seconds": 0.4},
    {"kind": "stall_after", "seconds": 1.2},
    {"kind": "drop_before"},
    {"kind": "drop_before"},
    {"kind": "drop_after"},
    {"kind": "drop_after"},
    {"kind": "server_error"},
    {"kind": "server_error", "recorded": True},
    {"kind": "html_page", "status": 502},
    {"kind": "html_page", "status": 200, "recorded": True},
    {"kind": "html_page", "status": 403},
    {"kind": "truncated_json"},
    {"kind": "giant_answer", "size": PROVIDER_LIMIT},
    {"kind": "unauthorized"},
    {"kind": "forget_token"},
    {"kind": "other_answer"},
    {"kind": "mark_zero"},
    {"kind": "provider_signed"},
    {"kind": "still_processing"},
    {"kind": "refusal"},
    {"kind": "date_error"},
)
MUTE_FAULTS: tuple[Fault, ...] = (
    {"kind": "conflict_shape", "shape": "words"},
    {"kind": "conflict_shape", "shape": "authority"},
    {"kind": "conflict_shape", "shape": "bare"},
    {"kind": "conflict_shape", "shape": "silent"},
    {"kind": "conflict_shape", "shape": "empty"},
    {"kind": "conflict_shape", "shape": "html"},
)
"""A 409 without the internal id, by which alone our document differs from a stranger's of the same number:
after a lost answer it can only be taken for ours."""
STRANGERS: tuple[Fault, ...] = ({"kind": "stranger"},) * 3
"""Never on the same line with the mute ones: together they leave nobody a way to know."""
SIGN_IN_FAULTS: tuple[Fault, ...] = (
    {"kind": "stall_after", "seconds": 0.4},
    {"kind": "drop_before"},
    {"kind": "drop_after"},
    {"kind": "server_error"},
    {"kind": "html_page", "status": 503},
    {"kind": "truncated_json"},
)


def program(folder: Path, *words: str | Path) -> list[str]:
    """A command of the program on a data folder."""
    return [sys.executable, "-m", "einvoice_desktop", "--data-dir", str(folder), *map(str, words)]


def surroundings() -> dict[str, str]:
    """The environment without this program's own names but the key."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("EINVOICE_")}
    return {**kept, "EINVOICE_API_KEY": KEY, "QT_QPA_PLATFORM": "offscreen"}


@dataclass(frozen=True)
class Issued:
    """A document as the provider has it: the answer that it got and the bytes that came."""

    answer: dict[str, Any]
    body: bytes

    @property
    def is_strangers(self) -> bool:
        return str(self.answer["internalId"]).startswith(STRANGERS_ID)

    @property
    def number(self) -> tuple[str, str]:
        return self.answer["series"], self.answer["number"]


@dataclass(frozen=True)
class Provider:
    """The sandbox."""

    address: str
    folder: Path

    def misbehave(self, faults: Sequence[Fault]) -> None:
        """Programs what goes wrong next; nothing forgets what was programmed."""
        if faults:
            self._program(faults)

    def behave(self) -> Counter[str]:
        """From now on nothing goes wrong; how many faults of each kind nobody met."""
        return Counter(self._program([])["unmet"])

    def issued(self) -> list[Issued]:
        """Every document that was issued here, from the sandbox's own database."""
        with contextlib.closing(sqlite3.connect(paths.practice_dir(self.folder) / "practice.sqlite")) as db:
            rows = db.execute("SELECT answer, body FROM documents ORDER BY running").fetchall()
        return [Issued(json.loads(answer), body) for answer, body in rows]

    def _program(self, faults: Sequence[Fault]) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self.address}/practice/faults",
            json.dumps(list(faults)).encode(),
            {"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request) as response:
            said: dict[str, Any] = json.load(response)
        return said


@contextlib.contextmanager
def running_provider(folder: Path) -> Iterator[Provider]:
    """A sandbox on a loopback port until the block ends."""
    process = subprocess.Popen(
        program(folder, "sandbox", "--port", "0"), cwd=TOP, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield Provider(process.stdout.readline().strip(), folder)
    finally:
        process.terminate()
        process.wait(20)
        process.stdout.close()
