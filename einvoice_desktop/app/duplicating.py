"""A new draft with the content of a document that was sealed: the same again, to the same customer."""

from __future__ import annotations

from typing import TypeVar

from einvoice_desktop.app.drafting import ON_CREDIT, PAYMENTS, Draft, choose, draft_of
from einvoice_desktop.app.notifying import without_recipients
from einvoice_desktop.domain.codes import CodeTables
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.node import Node
from einvoice_desktop.domain.settlement import PaymentDetails, PaymentMethod

N = TypeVar("N", bound=Node)

_LEFT_BEHIND = (
    # Sums are made anew from the lines; how the old one was paid is its own.
    "summaries",
    "vat_analysis",
    "payment_details",
    "total_amount",
    "total_amount_ac",
    "card_lines",
    "cash_lines",
    "cheque_lines",
    "voucher_lines",
    "remittance_lines",
    # What the old one referred to, delivered or cancelled is not done a second time.
    "relative_documents",
    "correlated_invoices",
    "multiple_connected_marks",
    "delivery_note_marks",
    "gsis_related_invoices",
    "cancel_delivery_orders",
    "total_cancel_delivery_orders",
    # How it was sent, and what came back.
    "is_delayed",
    "is_delayed_code",
    "issuer_formated_invoice_series_number",
    "internal_document_id",
    "provider_signature_identifier",
    "aade_xml",
    "iapr_response",
    "supported_document",
    "erp_qr_code",
    "vat_point_date",
)
_OF_DISTRIBUTION = ("dispatch_date", "dispatch_time", "delivery_date", "relative_documents")
_OF_ADDITIONAL = ("pdf_url", "approval_document_id")
_OF_LINE = ("relative_documents", "serial_numbers", "lot_number")
"""What was sold then is another thing next time."""


def duplicate_of(document: Document, codes: CodeTables) -> Draft:
    """Issuer, customer, type, series, lines, taxes and remarks of `document`; nothing that was its alone.

    Never its number, date, MARK or payments: where it had any, it is paid as a new document is, by one
    payment that follows the gross. Nobody is told of it before somebody asks for it anew.
    """
    paid = document.payment_details is not None and bool(document.payment_details.payment_methods)
    kept = without_recipients(_without(draft_of(document).document, _LEFT_BEHIND))
    if kept.distribution_details is not None:
        distribution = _without(kept.distribution_details, _OF_DISTRIBUTION)
        kept = kept.with_member("distribution_details", distribution)
    if kept.additional_details is not None:
        additional = _without(kept.additional_details, _OF_ADDITIONAL)
        kept = kept.with_member("additional_details", additional)
    if kept.details is not None:
        kept = kept.with_member("details", tuple(_line(line) for line in kept.details))
    return _paid(kept, codes) if paid else Draft(kept)


def _paid(document: Document, codes: CodeTables) -> Draft:
    payment = PaymentDetails(payment_methods=(PaymentMethod(),))
    draft = Draft(document.with_member("payment_details", payment))
    chosen = choose(draft, f"{PAYMENTS}[0].paymentMethodTypeCode", ON_CREDIT, codes)
    return Draft(chosen.document)


def _line(line: Detail) -> Detail:
    return _without(line, _OF_LINE)


def _without(node: N, names: tuple[str, ...]) -> N:
    for name in names:
        if name in node.model_fields_set:
            node = node.without_member(name)
    return node
