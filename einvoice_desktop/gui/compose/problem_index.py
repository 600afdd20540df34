"""The problems of a composition by the place they belong to, found without looking at every line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from einvoice_desktop.domain.composition import Composition
    from einvoice_desktop.domain.problems import Problem

SHOWN_PROBLEMS = 200
"""How many problems are listed; the count still tells all of them."""

_LINES = "details"
_ROW = re.compile(r"^(.+?)\[(\d+)\](?:\.(.*))?$")
_LISTS = ("details", "taxes", "paymentDetails.paymentMethods")

Placed = tuple[str, "Problem"]
"""A problem and its path within the row it belongs to."""


class ProblemIndex:
    """Problems of one composition: by field, by row, and the first of them in order."""

    def __init__(self, composition: Composition | None) -> None:
        self._lines = composition.line_problems if composition else {}
        self._by_path: dict[str, list[Problem]] = {}
        self._by_row: dict[tuple[str, int], list[Placed]] = {}
        self._document = composition.document_problems if composition else ()
        for problem in self._document:
            self._place(problem)

    def _place(self, problem: Problem) -> None:
        self._by_path.setdefault(problem.path, []).append(problem)
        match = _ROW.match(problem.path)
        if match and match[1] in _LISTS:
            self._by_row.setdefault((match[1], int(match[2])), []).append((match[3] or "", problem))

    def at(self, path: str) -> Sequence[Problem]:
        """The problems of a field outside the tables."""
        return self._by_path.get(path, ())

    def of_row(self, list_path: str, row: int) -> list[Placed]:
        """The problems of one row of a table."""
        own = self._lines.get(row, ()) if list_path == _LINES else ()
        return [(problem.path, problem) for problem in own] + self._by_row.get((list_path, row), [])

    def marked_rows(self, list_path: str) -> set[int]:
        """The rows that a rule about the whole document points at; few."""
        return {row for path, row in self._by_row if path == list_path}

    def shown(self) -> tuple[Problem, ...]:
        """The first problems with their whole paths: errors of the document first, then line by line."""
        ordered = sorted(self._document, key=lambda problem: not problem.is_error)
        return tuple(islice((*ordered, *self._first_of_lines()), SHOWN_PROBLEMS))

    def _first_of_lines(self) -> Iterator[Problem]:
        for row in sorted(self._lines)[:SHOWN_PROBLEMS]:
            for problem in self._lines[row]:
                inside = f".{problem.path}" if problem.path else ""
                yield replace(problem, path=f"{_LINES}[{row}]{inside}")

    def differs_from(self, other: ProblemIndex, row: int | None) -> bool:
        """Whether anything is wrong that was not, or no longer; `row`: the only line that may differ."""
        if row is None or self._document != other._document:
            return True
        return self._lines.get(row, ()) != other._lines.get(row, ())

    def count(self) -> int:
        """How many there are, listed or not."""
        return len(self._document) + sum(map(len, self._lines.values()))
