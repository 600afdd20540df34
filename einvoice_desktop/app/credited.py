"""What these books have credited of a document already."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from einvoice_desktop.app.crediting import credit_type
from einvoice_desktop.app.ports import ArchiveQuery
from einvoice_desktop.app.ports.books import Store
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Kind, Submission

_MOST = 200
_STANDING = frozenset(State) - {State.DRAFT, State.REFUSED}


class Credited(NamedTuple):
    """The credits of a document, newest first, and what they come to."""

    rows: tuple[Submission, ...]
    gross: Decimal


def credited_already(store: Store, submission_id: int) -> Credited:
    """The credits, issued or on their way, among the newest to that customer. Reads the store."""
    row = store.outbox.get(submission_id)
    mark = row.receipt.mark if row.receipt else ""
    code = credit_type(row.sealed.key.type_code, mark)
    if not (mark and code):
        return Credited((), Decimal(0))
    query = ArchiveQuery(
        words=row.sealed.counterparty_vat,
        since=row.sealed.key.date,
        type_codes=frozenset({code}),
        states=_STANDING,
    )
    found = store.archive.page(row.server, query, None, _MOST).rows
    rows = tuple(credit for credit in found if _credits(store.outbox.get(credit.id), mark))
    return Credited(rows, sum((credit.sealed.gross for credit in rows), Decimal(0)))


def _credits(row: Submission, mark: str) -> bool:
    document = read_document(row.sealed.payload)
    if row.sealed.kind is Kind.CREDIT:
        return str(document.mark or "") == mark
    named = (*(document.correlated_invoices or ()), *(document.multiple_connected_marks or ()))
    return mark in map(str, named)
