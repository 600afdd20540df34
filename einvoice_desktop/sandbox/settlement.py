"""The authority's checks of payments: where they must stand, where they must not, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.lines import ZERO
from einvoice_desktop.sandbox.objections import Objection, cents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document

_CARD = "7"


def check_payments(document: Document, codes: CodeTables) -> Iterator[Objection]:
    """What the table says of a document type counts where it is certain; movement notes have no payments."""
    row = codes.invoice_type(document.invoice_type)
    wanted = row.get("payment_methods") if row.get("payment_certainty") == "high" else None
    if wanted == "mandatory" and not document.payments:
        yield Objection(204, f"paymentMethods is mandatory for invoice type {document.invoice_type}")
    if document.payments and (wanted == "forbidden" or document.moves_goods_only):
        yield Objection(205, f"paymentMethods is forbidden for invoice type {document.invoice_type}")
    for payment in document.payments:
        if payment.method == _CARD and not (payment.signature and payment.terminal):
            yield Objection(403, f"{payment.path}: a POS payment needs providersSignature and terminalId")
    yield from check_total(document)


def check_total(document: Document) -> Iterator[Objection]:
    paid = sum((cents(payment.amount) for payment in document.payments), ZERO)
    gross = cents(document.summaries.gross or ZERO)
    if paid > gross:
        yield Objection(407, f"The payments {paid} exceed the total value {gross}")
