"""A POS receipt (8.4, 8.5): what its payments come to. It has no lines and no sums but one, its total."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.money import ZERO, to_cents
from einvoice_desktop.domain.settlement import CardLine

LISTS = ("card_lines", "cash_lines", "cheque_lines", "voucher_lines", "remittance_lines")
"""The ways in which a receipt's money came."""
_NOT_FLAT = ("summaries", "vat_analysis")
"""What the provider's receipt has no place for."""


def is_collected(document: Document, codes: CodeTables) -> bool:
    """Whether the document is such a receipt, by its type."""
    kind = codes.invoice_type(document.invoice_type_code)
    return kind is not None and kind.is_receipt and not document.details


def collected(document: Document) -> Decimal:
    """The receipt's total: as given, else what its payments come to, tips aside."""
    if document.total_amount is not None:
        return to_cents(document.total_amount)
    lines: list[CardLine] = [line for name in LISTS for line in getattr(document, name) or ()]
    counted = [line for line in lines if not (line.is_informative or line.is_hidden)]
    return sum((to_cents(line.amount or ZERO) for line in counted), ZERO)


def flat(completed: Document, source: Document) -> Document:
    """A completed receipt in its own shape: with its total, without sums that its file does not have."""
    values: dict[str, Any] = {}
    if completed.total_amount is None:
        values["total_amount"] = collected(source)
    receipt = completed.model_copy(update=values) if values else completed
    for name in _NOT_FLAT:
        if name not in source.model_fields_set and name in receipt.model_fields_set:
            receipt = receipt.without_member(name)
    return receipt
