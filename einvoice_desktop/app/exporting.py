"""Export: what a page shows, whole and not only what is in sight, into a file for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from einvoice_desktop.app.archive import ArchiveBook
from einvoice_desktop.app.customer_book import CustomerBook
from einvoice_desktop.app.entry import Language
from einvoice_desktop.app.figures import FiguresBook
from einvoice_desktop.app.item_book import ItemBook
from einvoice_desktop.app.parts import Parts
from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.app.ports.tables import Table, TableForm
from einvoice_desktop.app.printing import environment_of
from einvoice_desktop.app.spans import Span
from einvoice_desktop.app.tables import customers_table, documents_table, figures_tables, items_table
from einvoice_desktop.domain.submission import Submission

_AT_ONCE = 500


class ExportBook:
    """Tables of one server's books and of the office's cards. What makes or writes tables reads the store:
    not on the GUI thread."""

    def __init__(self, parts: Parts, server: str) -> None:
        self._parts = parts
        self._archive = ArchiveBook(parts.store.archive, server, parts.codes)
        self._figures = FiguresBook(parts.store.figures, server, parts.codes)
        self._environment = environment_of(server, live=parts.live(server))

    def found(self, query: ArchiveQuery, language: Language) -> list[Table]:
        """Every document that answers, newest first."""
        return [documents_table(found_rows(self._archive, query), self._parts.codes, language)]

    def chosen(self, ids: Sequence[int], language: Language) -> list[Table]:
        """These documents, in the order of their ids."""
        return [documents_table(rows_of(self._archive, ids), self._parts.codes, language)]

    def figures(self, span: Span, language: Language) -> list[Table]:
        """The figures of a span."""
        return figures_tables(self._figures.of(span), self._environment, self._parts.codes, language)

    def customers(self, language: Language) -> list[Table]:
        """All customers, the oldest first."""
        rows = CustomerBook(self._parts.store.customers, self._parts.clock).rows()
        return [customers_table(rows, language)]

    def items(self, language: Language) -> list[Table]:
        """All items, the oldest first."""
        rows = ItemBook(self._parts.store.items, self._parts.clock).rows()
        return [items_table(rows, self._parts.codes, language)]

    def write(self, path: Path, tables: Sequence[Table], form: TableForm) -> None:
        """The whole file or none. Raises UserError("table_too_long", limit=), UserError, OSError."""
        with self._parts.new_file(path) as file:
            self._parts.write_tables(file, tables, form)


def rows_of(archive: ArchiveBook, ids: Sequence[int]) -> Iterator[Submission]:
    """These documents without their bytes, in the order of `ids`, read piece by piece."""
    for begun in range(0, len(ids), _AT_ONCE):
        piece = ids[begun : begun + _AT_ONCE]
        known = {row.id: row for row in archive.rows(piece)}
        yield from (known[id_] for id_ in piece if id_ in known)


def found_rows(archive: ArchiveBook, query: ArchiveQuery) -> Iterator[Submission]:
    """Every document that answers, newest first, read page by page."""
    after: int | None = None
    while True:
        page = archive.page(query, after, _AT_ONCE)
        yield from page.rows
        if page.after is None:
            return
        after = page.after
