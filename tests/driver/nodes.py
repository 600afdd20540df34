"""What an accessibility tree holds: names of widgets, their nodes, and the process that reads them."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass
from typing import Any


class NotFound(AssertionError):
    """What was looked for did not appear in time; the text holds the tree as it was."""


@dataclass(frozen=True)
class Named:
    """A widget by its role and accessible name (a pattern is searched for in the name)."""

    role: str
    name: str | re.Pattern[str]

    def spec(self) -> dict[str, Any]:
        pattern = self.name.pattern if isinstance(self.name, re.Pattern) else f"^{re.escape(self.name)}$"
        return {"role": self.role, "name": pattern}


@dataclass(frozen=True)
class Widget:
    """One node of the tree at the moment it was found; coordinates are pixels of the screen."""

    handle: int
    role: str
    name: str
    id: str
    states: frozenset[str]
    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2


Target = str | Named | Widget


class Reader:
    """The process that reads the tree: one JSON object a line, there and back."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, question: str, **details: Any) -> Any:
        """Return the answer; raise NotFound if the node is gone, RuntimeError if the reader ended."""
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps({"question": question, **details}) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise RuntimeError("the reader of the accessibility tree ended")
        answer = json.loads(line)
        if "error" in answer:
            raise NotFound(answer["error"])
        return answer["answer"]


def widget_of(found: dict[str, Any]) -> Widget:
    """As the reader told of it."""
    return Widget(**{**found, "states": frozenset(found["states"])})
