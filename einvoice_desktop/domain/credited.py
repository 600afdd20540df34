"""Which documents a credit credits: named by their MARKs, each type in its own member (RULES 3)."""

from __future__ import annotations

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.errors import UnreadableDocument
from einvoice_desktop.domain.reader import read_document
from einvoice_desktop.domain.submission import Kind, SealedDocument

CORRELATED, UNASSOCIATED, RETAIL = "5.1", "5.2", "11.4"
"""The types of credits: one that names its invoice, one that names none, one of a retail receipt."""


def credited_marks(document: Document) -> tuple[str, ...]:
    """The MARKs of what a document credits, each once; none where it is no credit that names one."""
    named: tuple[int, ...] = ()
    if document.invoice_type_code == CORRELATED:
        named = document.correlated_invoices or ()
    elif document.invoice_type_code == RETAIL:
        named = document.multiple_connected_marks or ()
    return tuple(dict.fromkeys(str(mark) for mark in named))


def marks_credited_by(sealed: SealedDocument) -> tuple[str, ...]:
    """The same of what is sealed, an order to credit included; its type alone tells most that it is none."""
    if sealed.key.type_code not in (CORRELATED, RETAIL) and sealed.kind is not Kind.CREDIT:
        return ()
    try:
        document = read_document(sealed.payload)
    except UnreadableDocument:
        return ()
    if sealed.kind is Kind.CREDIT:
        return (str(document.mark),) if document.mark else ()
    return credited_marks(document)
