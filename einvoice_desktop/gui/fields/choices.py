"""Code tables as people search them: by code or by words in either language, without accents."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from einvoice_desktop.app.entry import fold
from einvoice_desktop.gui.fields.translation import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from einvoice_desktop.app.offers import Offer
    from einvoice_desktop.domain.codes import Choice

CONTEXT = "Choices"
USUAL = QT_TRANSLATE_NOOP("Choices", "Usual here")
OTHERS = QT_TRANSLATE_NOOP("Choices", "All others – unusual for this document")

Narrow = Callable[[str, str], "Offer | None"]
"""By a table's name and the path of a field: which rows come first there, and whether they are all."""

BRANCHES = "branches"
"""The company's own, of the settings, which change while the program runs; no code table."""

Rows = Callable[[], "Sequence[tuple[str, str]]"]
"""Code and words of each row of a list that is no code table."""

Choices = Callable[[str], "Sequence[Choice]"]
"""The rows of a table by its name; callable only once the session is ready."""

_LETTERS = 3
"""Codes of so many letters are codes (EUR); longer ones are words."""
_PERCENT = r"\d+(?:[.,]\d+)?\s*%"


class Entry(NamedTuple):
    """One row. `words` is what is searched: code and labels, folded. One without either heads others."""

    code: str
    label: str
    words: str

    @property
    def text(self) -> str:
        """As a box shows it: "1.1 Τιμολόγιο Πώλησης"; a code alone where it has no words.

        A code that is a word ("business", "true", "ALLOWANCE") is not shown.
        """
        if len(self.code) > _LETTERS and self.code.isalpha() and self.label:
            return self.label
        return f"{self.code} {self.label}" if self.label and self.label != self.code else self.code

    @property
    def is_heading(self) -> bool:
        """Whether it only names what stands below it."""
        return not self.code and not self.words


class ChoiceTables:
    """The tables, each read when it is first asked for.

    `choices` gives the rows in the language shown, `other` the same rows in the other language, so that a
    search finds both ("sales", "πωλησης").
    """

    def __init__(self, choices: Choices, other: Choices | None = None, narrow: Narrow | None = None) -> None:
        self._choices = choices
        self._other = other
        self._narrow = narrow
        self._entries: dict[str, Sequence[Entry]] = {}
        self._by_code: dict[str, dict[str, Entry]] = {}
        self._own: dict[str, Rows] = {BRANCHES: lambda: ()}

    def provide(self, table: str, rows: Rows) -> None:
        """A list that may be another one each time it is looked at."""
        self._own[table] = rows

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
        if table in self._own:
            self.define(table, self._own[table]())
        elif table not in self._entries:
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

    def offered(self, table: str, path: str, held: str = "") -> Sequence[Entry]:
        """The rows for the field at `path`: the usual ones first; the row of the code `held` always."""
        return self._in_parts(table, path, self.entries(table), held)

    def _in_parts(self, table: str, path: str, found: Sequence[Entry], held: str = "") -> Sequence[Entry]:
        """`found` as the document's type and customer have them."""
        told = self._narrow(table, path) if self._narrow is not None and path and table else None
        if told is None:
            return found
        places = {code: place for place, code in enumerate(told.codes)}
        first = sorted((e for e in found if e.code in places), key=lambda e: places[e.code])
        rest = [e for e in found if e.code not in places and (not told.certain or e.code == held)]
        if not first or not rest:
            return first or rest
        return [_heading(USUAL), *first, _heading(OTHERS), *rest]

    def searched(self, table: str, typed: str, path: str) -> Sequence[Entry]:
        """As `search`, in the parts that the field at `path` has; of each part the best first."""
        found = self.search(table, typed)
        parts = self._in_parts(table, path, found)
        ranks = {entry.code: rank for rank, entry in enumerate(found)}
        usual = [entry for entry in parts if not entry.is_heading]
        cut = next((i for i, e in enumerate(parts) if e.is_heading and e.label == _words(OTHERS)), None)
        if cut is None:
            return sorted(usual, key=lambda entry: ranks[entry.code])
        first = sorted(parts[1:cut], key=lambda entry: ranks[entry.code])
        # A code that is typed whole is meant, however unusual it is.
        if found and fold(found[0].code) == fold(typed.strip()) and found[0] not in first:
            return found
        return [*first, parts[cut], *parts[cut + 1 :]]

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

    def resolve(self, table: str, typed: str, path: str = "") -> Entry | None:
        """The row that a typed text means: as shown, or the code, or the best that the search finds."""
        shown = typed.strip()
        for entry in self.entries(table):
            if shown == entry.text:
                return entry
        found = self.searched(table, shown, path) if shown else ()
        return next((entry for entry in found if not entry.is_heading), None)


def _heading(words: str) -> Entry:
    return Entry("", _words(words), "")


def _words(words: str) -> str:
    return QCoreApplication.translate(CONTEXT, words)


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
