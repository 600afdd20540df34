"""Edits of many rows at once, each row in a document of its own: one costs what one costs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from einvoice_desktop.app.drafting import Draft, new_row
from einvoice_desktop.app.recomputing import LINES, recompute_shares, recompute_taxes
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.fields import get_value, replace_value
from einvoice_desktop.domain.totals import is_blank

Edit = Callable[[Draft], Draft]
"""Changes row 0 of the list, the only one in the draft it is given."""


class ManyRows:
    """The rows of the list at `path`, as edits leave them; `draft` puts them together again."""

    def __init__(self, draft: Draft, path: str) -> None:
        self.path = path
        self._whole = draft
        self._head = Document(invoice_type_code=draft.document.invoice_type_code)
        self._place = re.compile(rf"^{re.escape(path)}\[(\d+)\]")
        rows = get_value(draft.document, path)
        self._rows: list[Any] = list(rows) if isinstance(rows, tuple) else []
        self._typed: dict[int, dict[str, str]] = defaultdict(dict)
        for place, text in draft.typed.items():
            match = self._place.match(place)
            if match:
                self._typed[int(match[1])][self._at(0, place)] = text
        self._changed: dict[int, Draft] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def is_blank(self, index: int) -> bool:
        """Whether nothing was put into a line yet; rows of other lists are never blank."""
        return self.path == LINES and is_blank(self._rows[index])

    def append(self) -> int:
        """A new row at the end; its index."""
        index = len(self._rows)
        before = self._list([self._rows[-1]]) if self._rows else self._head
        self._rows.append(new_row(before, self.path, 1 if self._rows else 0))
        self._changed[index] = Draft(self._list([self._rows[index]]))
        return index

    def row(self, index: int) -> Draft:
        """One row as a draft of its own, at place 0."""
        if index in self._changed:
            return self._changed[index]
        held, misread = (
            frozenset(self._at(0, place) for place in places if self._row_of(place) == index)
            for places in (self._whole.held, self._whole.misread)
        )
        return Draft(self._list([self._rows[index]]), self._typed[index], misread, held)

    def put(self, index: int, row: Draft) -> None:
        """A row as edits have left it."""
        self._changed[index] = row
        self._rows[index] = get_value(row.document, f"{self.path}[0]")

    def draft(self, codes: CodeTables) -> Draft:
        """The whole draft with every row as it is now."""
        whole = self._whole
        document = replace_value(whole.document, self.path, tuple(self._rows))
        document = recompute_shares(whole.document, document, whole.typed, self.path)
        document = recompute_taxes(document, whole.typed, codes, "")
        kept = {
            place: text for place, text in whole.typed.items() if self._row_of(place) not in self._changed
        }
        misread, held = (
            {place for place in places if self._row_of(place) not in self._changed}
            for places in (whole.misread, whole.held)
        )
        for index, row in self._changed.items():
            kept |= {self._at(index, place): text for place, text in row.typed.items()}
            misread |= {self._at(index, place) for place in row.misread}
            held |= {self._at(index, place) for place in row.held}
        return replace(whole, document=document, typed=kept, misread=frozenset(misread), held=frozenset(held))

    def _list(self, rows: list[Any]) -> Document:
        return replace_value(self._head, self.path, tuple(rows))

    def _row_of(self, place: str) -> int | None:
        match = self._place.match(place)
        return int(match[1]) if match else None

    def _at(self, index: int, place: str) -> str:
        return self._place.sub(f"{self.path}[{index}]", place)
