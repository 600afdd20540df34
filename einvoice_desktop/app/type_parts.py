"""Which parts a document has by its type: what it must have, may have, and does not have.

The table of types decides (resources/codes/invoice_types.json), so that a new type needs no code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop.domain.rules.movement import moves_goods

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables, InvoiceType
    from einvoice_desktop.domain.document import Document

LINES, TAXES, PAYMENTS, DELIVERY, REFERENCES, NOTIFY, MORE = (
    "lines",
    "taxes",
    "payments",
    "delivery",
    "references",
    "notify",
    "more",
)

MUST, MAY, NOT = "must", "may", "not"
"""`NOT`: the type does not have the part; a document that holds something there shows it all the same."""

_OWN_ID = "internal_document_id"
"""The sender's own id of the document stands among the delivery's fields and says nothing of a delivery."""


def parts_of(document: Document, codes: CodeTables) -> dict[str, str]:
    """MUST, MAY or NOT by part. A type that nobody knows may have everything."""
    kind = codes.invoice_type(document.invoice_type_code)
    return {
        LINES: MUST,
        TAXES: NOT if kind is not None and kind.movement else MAY,
        PAYMENTS: {"mandatory": MUST, "forbidden": NOT}.get(kind.payment_methods if kind else "", MAY),
        DELIVERY: _delivery(document, kind),
        REFERENCES: MUST if kind is not None and kind.correlated_invoices == "mandatory" else MAY,
        NOTIFY: MAY,
        MORE: MAY,
    }


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
