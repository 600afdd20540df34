"""The provider's own validation of a document: required fields, code lists, VAT numbers.

Step 1 of the processing order; each function gives the sentences of what is wrong.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.dates import read_moment
from einvoice_desktop.sandbox.document import LINE_CODE_TABLES, TAX_KIND, Document, Line, Party
from einvoice_desktop.sandbox.vat import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Classification

SUMMARIES_MANDATORY = "Summaries section is mandatory"

POS_RECEIPT_TYPES = frozenset({"8.4", "8.5"})
_SENT_DOCUMENT_TYPES = frozenset({"INVOICE", "ELB2G"})
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
_SIGN_POLICIES = frozenset({"", "0", "1", "2", "DEFAULT", "LOOSE", "STRICT"})
_DELAYED = {"": "0", "LIVE": "0", "CLIENT": "1", "IAPR": "2", "0": "0", "1": "1", "2": "2"}
_PUBLIC_BUYER_TYPES = frozenset({"1.1", "1.6", "2.1", "2.4", "5.1", "5.2"})
_CONTRACT_TYPE = re.compile(r"[123]\|.+")
_VAT_LENGTHS = (8, 9)


def document_type(document: Document) -> str:
    """The name of the DocumentTypeCode, sent as name or number; "" for an unknown one."""
    code = document.document_type.upper()
    if code.isascii() and code.isdigit() and int(code) < len(_DOCUMENT_TYPES):
        return _DOCUMENT_TYPES[int(code)]
    return code if code in _DOCUMENT_TYPES else ""


def delayed_code(document: Document) -> str:
    """0 live, 1 the client or 2 the provider could not transmit; "" for a code of another channel."""
    return _DELAYED.get(document.delayed.upper(), "")


def check_basic(document: Document, codes: CodeTables, now: datetime) -> list[str]:
    """Step 1: what is missing or not valid. A POS receipt has an endpoint of its own (seen 2026)."""
    if document.invoice_type in POS_RECEIPT_TYPES or not document.summaries.given:
        return [SUMMARIES_MANDATORY]
    return [
        *_missing(document),
        *_header(document, now),
        *_summaries(document),
        *_codes(document, codes),
        *_counterparty(document, codes),
        *_vat_numbers(document),
        *_public_buyer(document),
    ]


def _missing(document: Document) -> Iterator[str]:
    mandatory = [
        ("invoiceType", document.title),
        ("invoiceTypeCode", document.invoice_type),
        ("documentTypeCode", document.document_type),
        ("series", document.series.strip()),
        ("number", document.number),
        ("dateIssued", document.date_issued),
        ("issuer.registeredName", document.issuer.name),
        ("issuer.vat", document.issuer.vat),
        ("issuer.address.countryCode", document.issuer.country),
        ("details", document.lines),
    ]
    if not document.moves_goods_only:
        mandatory.append(("currencyCode", document.currency))
    return (f"{path} is mandatory" for path, value in mandatory if not value)


def _header(document: Document, now: datetime) -> Iterator[str]:
    if document.date_issued and read_moment(document.date_issued, now) is None:
        yield "dateIssued is not a valid date"
    if document.document_type and not document_type(document):
        yield f"documentTypeCode {document.document_type} is not valid"
    elif document.document_type and document_type(document) not in _SENT_DOCUMENT_TYPES:
        yield f"documentTypeCode {document_type(document)} is not sent to IAPR and cannot be practised here"
    if document.sign_policy.upper() not in _SIGN_POLICIES:
        yield f"iaprSignPolicy {document.sign_policy} is not valid"
    if not delayed_code(document):
        yield f"isDelayedCode {document.delayed} is not valid in this channel"


def _summaries(document: Document) -> Iterator[str]:
    summaries = document.summaries
    if summaries.empty and document.moves_goods_only:
        return
    wanted = [
        ("totalNetAmount", summaries.net),
        ("totalVATAmount", summaries.vat),
        ("totalGrossValue", summaries.gross),
    ]
    yield from (f"summaries.{name} is mandatory" for name, value in wanted if value is None)


def _codes(document: Document, codes: CodeTables) -> Iterator[str]:
    """Every member with a code list of the authority holds a code of it, whatever the document type."""
    header = [
        ("invoiceTypeCode", document.invoice_type, "invoice_types"),
        ("currencyCode", document.currency, "currencies"),
        ("specialInvoiceCategory", document.special_category, "special_invoice_categories"),
        ("issuer.address.countryCode", document.issuer.country, "countries"),
        ("counterParty.address.countryCode", document.counterparty.country, "countries"),
        ("distributionDetails.movePurposeCode", document.movement.purpose, "move_purposes"),
        (
            "distributionDetails.reverseDeliveryNotePurpose",
            document.movement.reverse_purpose,
            "reverse_delivery_note_purposes",
        ),
        ("distributionDetails.transportTypeCode", document.movement.transport, "transport_types"),
    ]
    for path, code, table in header:
        if code and not codes.has(table, code):
            yield f"{path} {code} is not a predefined value"
    for line in document.lines:
        yield from _line_codes(line, codes)
    yield from _tax_codes(document, codes)
    for payment in document.payments:
        if not codes.has("payment_methods", payment.method):
            yield f"{payment.path}.paymentMethodTypeCode {payment.method} is not a predefined value"


def _line_codes(line: Line, codes: CodeTables) -> Iterator[str]:
    if line.counted and not line.vat_category:
        yield f"{line.path}.vatCategoryCode is mandatory"
    for name, table in LINE_CODE_TABLES:
        code = line.codes[name]
        if code and not codes.has(table, code):
            yield f"{line.path}.{name} {code} is not a predefined value"
    for table, entries in (
        ("income_classifications", line.income),
        ("expense_classifications", line.expense),
    ):
        for entry in entries:
            yield from _classification_codes(line, entry, table, codes)


def _classification_codes(line: Line, entry: Classification, table: str, codes: CodeTables) -> Iterator[str]:
    for code in (entry.category, entry.type):
        if code and not codes.has(table, code):
            yield f"{line.path} classification {code} is not a predefined value"


def _tax_codes(document: Document, codes: CodeTables) -> Iterator[str]:
    for tax in document.taxes:
        kind = TAX_KIND.get(tax.kind)
        if kind is None:
            yield f"{tax.path}.taxTypeCode {tax.kind} is not a predefined value"
        elif kind.table and tax.category and not codes.has(kind.table, tax.category):
            yield f"{tax.path}.taxCategoryCode {tax.category} is not a predefined value"


def _counterparty(document: Document, codes: CodeTables) -> Iterator[str]:
    """Mandatory for business documents; a retail document may have an empty one, or none."""
    row = codes.invoice_type(document.invoice_type)
    required = row.get("counterpart") == "required" and row.get("counterpart_certainty") == "high"
    if required and not document.counterparty.given:
        yield "counterParty is mandatory"


def _vat_numbers(document: Document) -> Iterator[str]:
    """A Greek VAT number has 8 or 9 digits (rule in force since 1 May 2025)."""
    if document.issuer.vat and document.issuer.country == "GR" and not _greek_length(document.issuer):
        yield "issuer.vat must be 8 or 9 digits for country GR"
    party = document.counterparty
    unchecked = document.retail or document.invoice_type == "8.2" or party.country != "GR" or not party.vat
    if not unchecked and not _greek_length(party):
        yield "counterParty.vat must be 8 or 9 digits for country GR"


def _greek_length(party: Party) -> bool:
    return is_number(party.digits, _VAT_LENGTHS)


def _public_buyer(document: Document) -> Iterator[str]:
    buyer = document.public_buyer
    named = document_type(document) == "ELB2G"
    if not named and not (buyer.authority and document.invoice_type in _PUBLIC_BUYER_TYPES):
        return
    wanted = [
        ("contractingAuthorityCode", buyer.authority),
        ("contractTypeCode", _CONTRACT_TYPE.fullmatch(buyer.contract_type)),
        ("contractReferenceCode", buyer.contract_reference),
    ]
    yield from (f"b2GDetails.{name} is not complete" for name, value in wanted if not value)
    for line in document.counted_lines:
        if not line.cpv:
            yield f"{line.path}.cpvCode is mandatory for B2G"
        if not line.unit_en:
            yield f"{line.path}.measurementUnitCodeEN is mandatory for B2G"
