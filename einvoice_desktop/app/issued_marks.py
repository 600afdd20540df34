"""The MARKs of documents issued before, found by what a person types, for a field that names them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from einvoice_desktop.app.entry import show_amount, show_date
from einvoice_desktop.app.ports import ArchiveQuery

if TYPE_CHECKING:
    from einvoice_desktop.app.desk import Desk
    from einvoice_desktop.app.entry import Language

MOST = 12


class IssuedMark(NamedTuple):
    """A MARK, and the document that has it in words."""

    mark: str
    words: str


def issued_marks(desk: Desk, typed: str, language: Language) -> list[IssuedMark]:
    """The newest documents whose words begin with the typed ones. Reads the books: not on the GUI thread."""
    page = desk.archive.page(ArchiveQuery(words=typed), limit=MOST)
    found = []
    for row in page.rows:
        mark = row.receipt.mark if row.receipt else None
        if mark:
            sealed = row.sealed
            words = (
                sealed.key.type_code,
                f"{sealed.key.series} {sealed.key.number}",
                show_date(sealed.key.date),
                sealed.counterparty_name,
                show_amount(sealed.gross, language),
            )
            found.append(IssuedMark(mark, " · ".join(filter(None, words))))
    return found
