"""The flat shape of a POS receipt (8.4, 8.5): how it is read, and the checks it has for itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.document import Payment, read_document
from einvoice_desktop.sandbox.lines import ZERO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.sandbox.document import Document
    from einvoice_desktop.sandbox.fields import Node

POS_RECEIPT_TYPES = frozenset({"8.4", "8.5"})
ANOTHER_TYPE = "Only POS receipts (8.4, 8.5) are posted to this address"
_CARD, _CASH, _CHEQUE, _CREDIT = "7", "3", "4", "5"
RECEIPT_LINES = {
    "cardLines": _CARD,
    "cashLines": _CASH,
    "chequeLines": _CHEQUE,
    "voucherLines": _CREDIT,
    "remittanceLines": _CREDIT,
}
"""The lists of lines, with the payment method that each stands for."""


def read_any(root: Node) -> Document:
    """A document of whatever shape its type has. Raises FieldError at the first member of a wrong type."""
    document = read_document(root)
    return _receipt(document, root) if document.invoice_type in POS_RECEIPT_TYPES else document


def _receipt(document: Document, root: Node) -> Document:
    """The lines are what was paid, the total is the gross; there are no goods, no VAT and no taxes."""
    total = root.amount("totalAmount")
    return replace(
        document,
        internal_id=root.text("internalDocumentId"),
        payments=tuple(chain.from_iterable(_paid(root, name) for name in RECEIPT_LINES)),
        summaries=replace(document.summaries, net=ZERO, vat=ZERO, gross=total),
    )


def _paid(root: Node, name: str) -> Iterator[Payment]:
    for node in root.nodes(name):
        if not (node.flag("isInformative") or node.flag("isHidden")):
            yield Payment(
                path=node.path,
                method=RECEIPT_LINES[name],
                amount=node.amount("amount") or ZERO,
                tip=node.amount("tipAmount") or ZERO,
                signature=node.text("providersSignature").strip(),
                terminal=node.code("terminalId"),
            )


def receipt_wants(document: Document) -> list[tuple[str, object]]:
    """What must stand in a receipt beside the head that every document has."""
    return [
        ("totalAmount", document.summaries.gross is not None),
        ("cardLines, cashLines, chequeLines, voucherLines or remittanceLines", document.payments),
    ]
