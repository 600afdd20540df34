"""Code tables as people search them: by code or by words in either language, without accents."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.app.entry import fold

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import Choice

Choices = Callable[[str], "Sequence[Choice]"]
"""The rows of a table by its name; callable only once the session is ready."""

_PERCENT = r"\d+(?:[.,]\d+)?\s*%"


class Entry(NamedTuple):
    """One row. `words` is what is searched: code and labels, folded."""

    code: str
    label: str
    words: str

    @property
    def text(self) -> str:
        """As a box shows it: "1.1 Τιμολόγιο Πώλησης"; a code alone where it has no words."""
        return f"{self.code} {self.label}" if self.label and self.label != self.code else self.code


class ChoiceTables:
    """The tables, each read when it is first asked for.

    `choices` gives the rows in the language shown, `other` the same rows in the other language, so that a
    search finds both ("sales", "πωλησης").
    """

    def __init__(self, choices: Choices, other: Choices | None = None) -> None:
        self._choices = choices
        self._other = other
        self._entries: dict[str, Sequence[Entry]] = {}
        self._by_code: dict[str, dict[str, Entry]] = {}

    def define(self, table: str, rows: Sequence[tuple[str, str]]) -> None:
        """A list that is no code table: code and words of each row."""
        self._entries[table] = [Entry(code, label, fold(f"{code} {label}")) for code, label in rows]
        self._by_code[table] = {entry.code: entry for entry in self._entries[table]}

    def forget(self) -> None:
        """The language changed: every label is read again."""
        self._entries.clear()
        self._by_code.clear()

    def entries(self, table: str) -> Sequence[Entry]:
        """All rows of `table` in its own order; none for the table ""."""
        if table not in self._entries:
            self._entries[table] = self._read(table) if table else ()
            self._by_code[table] = {entry.code: entry for entry in self._entries[table]}
        return self._entries[table]

    def _read(self, table: str) -> Sequence[Entry]:
        words = {row.code: row.label for row in self._other(table)} if self._other else {}
        return [
            Entry(row.code, row.label, fold(f"{row.code} {row.label} {words.get(row.code, '')}"))
            for row in self._choices(table)
        ]

    def entry(self, table: str, code: object) -> Entry | None:
        """The row of `code` (a number or a text)."""
        self.entries(table)
        return self._by_code[table].get(str(code))

    def label(self, table: str, code: object) -> str:
        """The words of `code`; the code itself where the table does not have it."""
        entry = self.entry(table, code)
        return entry.label if entry else str(code)

    def text(self, table: str, code: object) -> str:
        """Code and words of `code`."""
        entry = self.entry(table, code)
        return entry.text if entry else str(code)

    def rate(self, table: str, code: object) -> str:
        """The rate that a label names ("24%"), for a narrow column; else the label."""
        label = self.label(table, code)
        found = re.search(_PERCENT, label)
        return found.group() if found else label

    def search(self, table: str, typed: str) -> list[Entry]:
        """The rows that hold every typed word, the best first: code, beginning of code, of words, inside."""
        wanted = fold(typed).split()
        if not wanted:
            return list(self.entries(table))
        found = [entry for entry in self.entries(table) if all(word in entry.words for word in wanted)]
        found.sort(key=lambda entry: _rank(entry, " ".join(wanted)))
        return found or self._in_greeklish(table, wanted)

    def _in_greeklish(self, table: str, wanted: Sequence[str]) -> list[Entry]:
        """Greek words typed in Latin letters ("timologio"), where nothing is spelled so."""
        from einvoice_desktop.app.greeklish import readings, sound

        heard = [[f" {reading}" for reading in readings(word)] or [f" {word}"] for word in wanted]
        return [
            entry
            for entry in self.entries(table)
            for words in (f" {sound(entry.words)}",)
            if all(any(reading in words for reading in word) for word in heard)
        ]

    def resolve(self, table: str, typed: str) -> Entry | None:
        """The row that a typed text means: as shown, or the code, or the best that the search finds."""
        shown = typed.strip()
        for entry in self.entries(table):
            if shown == entry.text:
                return entry
        found = self.search(table, shown) if shown else []
        return found[0] if found else None


def _rank(entry: Entry, wanted: str) -> int:
    code = fold(entry.code)
    if code == wanted:
        return 0
    if code.startswith(wanted):
        return 1
    label = fold(entry.label)
    if label.startswith(wanted):
        return 2
    return 3 if f" {wanted}" in f" {entry.words}" else 4
