"""What the books say of documents whose MARK another document names."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from einvoice_desktop.app.issued_marks import IssuedMark, issued_marks
from einvoice_desktop.app.ports import ArchivePage, ArchiveQuery
from einvoice_desktop.domain.identity import NaturalKey


def row(number: str, mark: str | None) -> Any:
    key = NaturalKey("999999993", "2026-11-21", 0, "1.1", "A", number)
    sealed = SimpleNamespace(key=key, counterparty_name="Καφεκοπτείο", gross=Decimal("1234.50"))
    receipt = None if mark is None else SimpleNamespace(mark=mark)
    return SimpleNamespace(sealed=sealed, receipt=receipt)


class Books:
    """An archive that remembers what it was asked."""

    def __init__(self, *rows: Any) -> None:
        self.rows = rows
        self.asked: list[ArchiveQuery] = []
        self.archive = self

    def page(self, query: ArchiveQuery, limit: int) -> ArchivePage:
        self.asked.append(query)
        return ArchivePage(self.rows[:limit], None)


@pytest.mark.parametrize(("language", "gross"), [("el", "1.234,50"), ("en", "1,234.50")])
def test_a_mark_comes_with_its_document_in_words(language: Any, gross: str) -> None:
    books = Books(row("7", "400000000000007"))
    found = issued_marks(books, "καφε", language)  # type: ignore[arg-type]

    words = f"1.1 · A 7 · 21/11/2026 · Καφεκοπτείο · {gross}"
    assert found == [IssuedMark("400000000000007", words)]
    assert [query.words for query in books.asked] == ["καφε"]


def test_what_has_no_mark_yet_is_not_offered() -> None:
    books = Books(row("7", None), row("8", ""), row("9", "400000000000009"))

    assert [hit.mark for hit in issued_marks(books, "", "el")] == ["400000000000009"]  # type: ignore[arg-type]
