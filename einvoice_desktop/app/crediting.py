"""Crediting an issued document: as a credit document of its own, or as a whole through the provider."""

from __future__ import annotations

import hashlib

from einvoice_desktop.app.credit_ceiling import Creditable, what_is_left
from einvoice_desktop.app.drafting import Draft, choose
from einvoice_desktop.app.duplicating import duplicate_of
from einvoice_desktop.app.errors import UserError
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.credited import CORRELATED, RETAIL, UNASSOCIATED
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lifecycle import State
from einvoice_desktop.domain.settlement import Tax
from einvoice_desktop.domain.submission import Kind, Submission

_BUSINESS = frozenset(
    {"1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "7.1", "8.1"}
)
_RETAIL = frozenset({"11.1", "11.2", "11.3", "11.5"})
_CANNOT_BE_RELATED = 13
"""Special category of a retail credit that can name no MARK (RULES 3)."""
_OF_GOODS_ON_THE_MOVE = ("distribution_details", "is_delivery_note", "is_reverse_delivery_note")


def credit_type(type_code: str, mark: str) -> str:
    """The type of the credit of a document of this type and MARK ("" for none); "" where there is no such
    credit. Amounts on it are positive: the type alone says that it is a credit (RULES 3)."""
    if type_code in _RETAIL:
        return RETAIL
    if type_code not in _BUSINESS:
        return ""
    return CORRELATED if mark else UNASSOCIATED


def can_be_credited(row: Submission) -> bool:
    """Whether there is a credit for this row."""
    document = row.sealed.kind is Kind.DOCUMENT and row.state is State.ISSUED
    return document and bool(credit_type(row.sealed.key.type_code, _mark(row)))


def credit_of(
    original: Document, row: Submission, codes: CodeTables, known: Creditable | None = None
) -> Draft:
    """An issued document as the draft of its credit, to be changed before it is issued: the whole of it, or
    what the credits in `known` have left of it.

    Never the original's own number, date, MARK, internal id or payments. Raises UserError(
    "credit_impossible" | "credit_nothing_left").
    """
    mark = _mark(row)
    if not can_be_credited(row):
        raise UserError("credit_impossible", type=row.sealed.key.type_code)
    if known is not None and known.credits:
        original = _rest_of(original, known)
    code = credit_type(row.sealed.key.type_code, mark)
    document = duplicate_of(original, codes).document
    for name in _OF_GOODS_ON_THE_MOVE:
        if name in document.model_fields_set:
            document = document.without_member(name)
    document = _as_type(document, code, codes)
    if mark and code == CORRELATED:
        document = document.with_member("correlated_invoices", (int(mark),))
    elif mark and code == RETAIL:
        document = document.with_member("multiple_connected_marks", (int(mark),))
    elif code == RETAIL:
        document = document.with_member("special_invoice_category", _CANNOT_BE_RELATED)
    return Draft(document)


def _as_type(document: Document, code: str, codes: CodeTables) -> Document:
    """Under another type, with the lines and taxes as they are: VAT and classification are the original's
    (RULES 8), whatever the type would bring."""
    chosen = choose(Draft(document), "invoiceTypeCode", code, codes).document
    for name in ("details", "taxes", "counter_party"):
        if name in document.model_fields_set:
            chosen = chosen.with_member(name, getattr(document, name))
    return chosen


def _rest_of(original: Document, known: Creditable) -> Document:
    rest = what_is_left(known.lines)
    if not known.left or not rest:
        raise UserError("credit_nothing_left", named=known.named)
    kept = original.with_member("details", rest)
    if kept.taxes:
        kept = kept.with_member("taxes", tuple(_computed_anew(tax) for tax in kept.taxes))
    return kept


def _computed_anew(tax: Tax) -> Tax:
    """Of a percentage, whose base is less now; a fixed amount is the person's to say."""
    if tax.underlying_value is None:
        return tax
    for name in ("underlying_value", "underlying_value_ac", "tax_amount", "tax_amount_ac"):
        if name in tax.model_fields_set:
            tax = tax.without_member(name)
    return tax


def why_not_whole(row: Submission, *, encrypted: bool) -> str:
    """Why the provider cannot be told to credit this row as a whole, as a code; "" where it can."""
    receipt = row.receipt
    if not can_be_credited(row):
        return "credit_impossible"
    if not (receipt and receipt.mark and receipt.authentication_code):
        return "credit_needs_mark"
    return "credit_not_encrypted" if encrypted else ""


def hash_of_credit(row: Submission) -> str:
    """What makes two orders to credit one and the same: the document that they credit."""
    names = f"credit {row.sealed.key.issuer_vat} {_mark(row)}"
    return hashlib.sha256(names.encode()).hexdigest()


def as_credited(credit: Document, row: Submission) -> Document:
    """What an order to credit stands for, under the number that the order was given: for paper and sums.

    Unconfirmed: what the provider makes of the order, its pages do not say.
    """
    key, receipt = row.sealed.key, row.receipt
    document = credit.with_member("series", (receipt and receipt.series) or key.series)
    document = document.with_member("number", (receipt and receipt.number) or key.number)
    return document.with_member("date_issued", key.date)


def _mark(row: Submission) -> str:
    return row.receipt.mark if row.receipt else ""
