"""The problems of a composition by the place they belong to, found without looking at every line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from einvoice_desktop.app.faults import NO_FAULTS, Faults, faults_of

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
    """Problems of one composition: by field, by row, and the first of them in order.

    `before` is the index of the composition before, of whose lines only `line` may differ.
    """

    def __init__(
        self, composition: Composition | None, before: ProblemIndex | None = None, line: int | None = None
    ) -> None:
        self._lines = composition.line_problems if composition else {}
        self._by_path: dict[str, list[Problem]] = {}
        self._by_row: dict[tuple[str, int], list[Placed]] = {}
        self._document = composition.document_problems if composition else ()
        self.of_lines = self._count_lines(before, line)
        for problem in self._document:
            self._place(problem)

    def _count_lines(self, before: ProblemIndex | None, line: int | None) -> Faults:
        """What is wrong in all lines: after an edit of one line counted by what that line changed."""
        if before is None or line is None:
            return faults_of(problem for problems in self._lines.values() for problem in problems)
        gone = before.of_lines.plus(faults_of(before._lines.get(line, ())), -1)
        return gone.plus(faults_of(self._lines.get(line, ())))

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
        """The first problems with their whole paths: errors before warnings, of the document before lines."""
        found = tuple(islice((*self._document, *self._first_of_lines()), 2 * SHOWN_PROBLEMS))
        return tuple(sorted(found, key=lambda problem: not problem.is_error)[:SHOWN_PROBLEMS])

    def _first_of_lines(self) -> Iterator[Problem]:
        for row in sorted(self._lines)[:SHOWN_PROBLEMS]:
            from dataclasses import replace

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
        faults = self.faults()
        return faults.errors + faults.warnings

    def faults(self) -> Faults:
        """How much is wrong, listed or not."""
        return self.of_lines.plus(faults_of(self._document))

    def by_tab(self, tab_of: Callable[[str], int]) -> Mapping[int, Faults]:
        """How much is wrong, by what `tab_of` says of a path."""
        found = {tab_of(_LINES): self.of_lines}
        for problem in self._document:
            place = tab_of(problem.path)
            found[place] = found.get(place, NO_FAULTS).plus(faults_of((problem,)))
        return found
