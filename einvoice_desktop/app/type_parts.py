"""Which parts a document has by its type: what it must have, may have, and does not have.

The table of types decides (resources/codes/invoice_types.json), so that a new type needs no code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop.domain.rules.b2g import is_to_the_state
from einvoice_desktop.domain.rules.movement import moves_goods
from einvoice_desktop.domain.type_fields import MAY, MUST, NOT, TO_THE_STATE, fields_of_type, needs_of_type

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables, InvoiceType
    from einvoice_desktop.domain.document import Document

__all__ = ("MAY", "MUST", "NOT", "fields_of_type", "held_parts", "needs_of_type", "parts_of")

LINES, TAXES, PAYMENTS, DELIVERY, REFERENCES, PUBLIC, ORDER, NOTIFY, MORE = (
    "lines",
    "taxes",
    "payments",
    "delivery",
    "references",
    "public",
    "order",
    "notify",
    "more",
)

_OWN_ID = "internal_document_id"
"""The sender's own id of the document stands among the delivery's fields and says nothing of a delivery."""


def parts_of(document: Document, codes: CodeTables) -> dict[str, str]:
    """MUST, MAY or NOT by part. A type that nobody knows may have everything."""
    kind = codes.invoice_type(document.invoice_type_code)
    fields = fields_of_type(document.invoice_type_code, codes)
    return {
        LINES: fields.get("details", MUST),
        TAXES: fields.get("taxes", MAY),
        PAYMENTS: MUST if kind and kind.is_receipt else fields.get("paymentDetails.paymentMethods", MAY),
        DELIVERY: _delivery(document, kind),
        REFERENCES: MUST if fields.get("correlatedInvoices") == MUST else MAY,
        PUBLIC: _public(document, kind),
        ORDER: MUST if kind is not None and kind.is_order else _fuel(document, kind),
        NOTIFY: MAY,
        MORE: MAY,
    }


def _public(document: Document, kind: InvoiceType | None) -> str:
    if is_to_the_state(document):
        return MUST
    return MAY if kind is None or kind.code in TO_THE_STATE else NOT


def _fuel(document: Document, kind: InvoiceType | None) -> str:
    return MUST if document.is_fuel_invoice else MAY if kind is None or kind.fuel else NOT


def _delivery(document: Document, kind: InvoiceType | None) -> str:
    if moves_goods(document, kind):
        return MUST
    return MAY if kind is None or kind.delivery_note_flag else NOT


def held_parts(document: Document) -> frozenset[str]:
    """The parts in which a document holds something."""
    held = {
        TAXES: document.taxes,
        PAYMENTS: document.payment_details and document.payment_details.payment_methods,
        DELIVERY: document.is_delivery_note
        or document.is_reverse_delivery_note
        or _says_something(document.distribution_details),
        PUBLIC: _says_something(document.b2g_details),
        ORDER: document.table_id or document.total_cancel_delivery_orders or document.is_fuel_invoice,
    }
    return frozenset(part for part, what in held.items() if what)


def _says_something(node: object) -> bool:
    """Whether any field below holds a value; objects and lists of nothing say nothing."""
    if isinstance(node, tuple):
        return any(map(_says_something, node))
    names = getattr(node, "model_fields_set", None)
    if names is None:
        return node not in (None, "", False)
    return any(_says_something(getattr(node, name)) for name in names if name != _OWN_ID)
