"""Members of a document that are sent as a name or as its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from einvoice_desktop.sandbox.document import Document

_DOCUMENT_TYPES = (
    "INVOICE",
    "ORDER",
    "DELIVERYNOTE",
    "OFFER",
    "INTINVOICE",
    "APPROVALDOC",
    "ELB2G",
    "INVOICEDOC",
    "ERPINVOICE",
    "INCOMECLASS",
    "ERPEINVOICE",
    "FNB",
)
"""DocumentTypeCode by number, in the order of the published list."""
_DELAYED = {"": "0", "LIVE": "0", "CLIENT": "1", "IAPR": "2", "0": "0", "1": "1", "2": "2"}


def document_type(document: Document) -> str:
    """The name of the DocumentTypeCode, sent as name or number; "" for an unknown one."""
    code = document.document_type.upper()
    if code.isascii() and code.isdigit() and int(code) < len(_DOCUMENT_TYPES):
        return _DOCUMENT_TYPES[int(code)]
    return code if code in _DOCUMENT_TYPES else ""


def delayed_code(document: Document) -> str:
    """0 live, 1 the client or 2 the provider could not transmit; "" for a code of another channel."""
    return _DELAYED.get(document.delayed.upper(), "")
