"""What commands print: sentences for people, one JSON object a line for programs, one exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from einvoice_desktop import bootstrap
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.app.messages import Messages
from einvoice_desktop.domain.errors import DocumentError
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.writer import dump_json

OK, HAS_ERRORS, UNUSABLE, NOT_SETTLED = 0, 1, 2, 3
_WORST_FIRST = (UNUSABLE, NOT_SETTLED, HAS_ERRORS, OK)

LANGUAGE_VARIABLE = "EINVOICE_LANGUAGE"


@dataclass
class Output:
    """One command's voice. `status` is the worst that was noted."""

    messages: Messages
    language: Language
    as_json: bool = False
    noted: list[int] = field(default_factory=list)

    @property
    def status(self) -> int:
        """The first of 2, 3, 1, 0 that occurred."""
        return next((s for s in _WORST_FIRST if s in self.noted), OK)

    def say(self, text: str) -> None:
        """A line for people."""
        print(text, flush=True)

    def complain(self, text: str) -> None:
        """A sentence on standard error."""
        print(text, file=sys.stderr, flush=True)

    def put(self, row: dict[str, Any]) -> None:
        """A JSON object on a line of its own."""
        print(dump_json(row), flush=True)

    def unusable(self, what: str, error: UserError | DocumentError) -> None:
        """Something that cannot be worked: a sentence that names it and the place in it; status 2."""
        self.complain(f"{what}: {self.reason(error)}" if what else self.reason(error))
        self.noted.append(UNUSABLE)

    def reason(self, error: UserError | DocumentError) -> str:
        """The error's sentence, with the place where one is known."""
        sentence = self.messages.sentence(error.code, error.params, self.language)
        path = error.path if isinstance(error, DocumentError) else ""
        return f"{path}: {sentence}" if path else sentence

    def problems(self, problems: Iterable[Problem]) -> list[dict[str, Any]]:
        """Problems as CLI rows."""
        return [
            {
                "path": problem.path,
                "code": problem.code,
                "severity": str(problem.severity),
                "message": self.messages.problem(problem, self.language),
            }
            for problem in problems
        ]

    def list_problems(self, problems: Iterable[Problem]) -> None:
        """Problems for people, indented below what they belong to."""
        for row in self.problems(problems):
            word = self.messages.sentence(f"severity_{row['severity']}", {}, self.language)
            place = f"{row['path']}: " if row["path"] else ""
            self.say(f"    {word}: {place}{row['message']}")


def language_of(data_dir: Path) -> Language:
    """The language of the settings; Greek where nothing is said."""
    named = os.environ.get(LANGUAGE_VARIABLE) or bootstrap.open_settings(data_dir).get("language")
    return "en" if named == "en" else "el"


def speak_utf8() -> None:
    """Greek on any console and in any pipe.

    A windowed program has neither in Windows: what is said goes nowhere, and nothing can be read.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - stays open
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
