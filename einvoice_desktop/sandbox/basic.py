"""The provider's own validation of a document: required fields, code lists, VAT numbers.

Step 1 of the processing order; each function gives the sentences of what is wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.b2g import check_public_buyer
from einvoice_desktop.sandbox.dates import read_moment
from einvoice_desktop.sandbox.lines import LINE_CODE_TABLES, TAX_KIND, Classification, Line
from einvoice_desktop.sandbox.naming import delayed_code, document_type
from einvoice_desktop.sandbox.receipts import ANOTHER_TYPE, POS_RECEIPT_TYPES, receipt_wants
from einvoice_desktop.sandbox.vat import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document
    from einvoice_desktop.sandbox.party import Address, Party

SUMMARIES_MANDATORY = "Summaries section is mandatory"

_SENT_DOCUMENT_TYPES = frozenset({"INVOICE", "ELB2G"})
_SIGN_POLICIES = frozenset({"", "0", "1", "2", "DEFAULT", "LOOSE", "STRICT"})
_ALLOWANCE_TYPES = frozenset({"", "0", "1", "ALLOWANCE", "CHARGE"})
_VAT_LENGTHS = (8, 9)


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
        *check_public_buyer(document),
    ]


def check_receipt(document: Document, codes: CodeTables, now: datetime) -> list[str]:
    """Step 1 of a POS receipt, which has its own endpoint and no details, summaries or taxes."""
    if document.invoice_type not in POS_RECEIPT_TYPES:
        return [ANOTHER_TYPE]
    return [
        *_missing(document),
        *_header(document, now),
        *_codes(document, codes),
        *_vat_numbers(document),
    ]


def _missing(document: Document) -> Iterator[str]:
    mandatory: list[tuple[str, object]] = [
        ("invoiceType", document.title),
        ("invoiceTypeCode", document.invoice_type),
        ("documentTypeCode", document.document_type),
        ("series", document.series.strip()),
        ("number", document.number),
        ("dateIssued", document.date_issued),
        ("issuer.registeredName", document.issuer.name),
        ("issuer.vat", document.issuer.vat),
        ("issuer.address.countryCode", document.issuer.country),
    ]
    if document.invoice_type in POS_RECEIPT_TYPES:
        mandatory += receipt_wants(document)
    else:
        mandatory.append(("details", document.lines))
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
        ("distributionDetails.movePurposeCode", document.movement.purpose, "move_purposes"),
        (
            "distributionDetails.reverseDeliveryNotePurpose",
            document.movement.reverse_purpose,
            "reverse_delivery_note_purposes",
        ),
        ("distributionDetails.transportTypeCode", document.movement.transport, "transport_types"),
    ]
    header += [
        (f"{address.path}.countryCode", address.country, "countries") for address in _addresses(document)
    ]
    header += [
        (f"distributionDetails.packingDeclarations[{index}].packagingTypeCode", code, "packaging_types")
        for index, code in enumerate(document.movement.packages)
    ]
    for path, code, table in header:
        if code and not codes.has(table, code):
            yield f"{path} {code} is not a predefined value"
    for line in document.lines:
        yield from _line_codes(line, codes)
    yield from _allowances(document)
    yield from _tax_codes(document, codes)
    for payment in document.payments:
        if not codes.has("payment_methods", payment.method):
            yield f"{payment.path}.paymentMethodTypeCode {payment.method} is not a predefined value"


def _addresses(document: Document) -> list[Address]:
    parties = (document.issuer, document.counterparty, document.recipient, document.transporter)
    places = [document.movement.origin, document.movement.destination]
    return [party.address for party in parties] + places


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


def _allowances(document: Document) -> Iterator[str]:
    """The provider's own list, which is an enumeration too."""
    held = [("", document.allowances), *((f"{line.path}.", line.allowances) for line in document.lines)]
    for prefix, kinds in held:
        for index, kind in enumerate(kinds):
            if kind not in _ALLOWANCE_TYPES:
                yield f"{prefix}allowancesCharges[{index}].type {kind} is not a predefined value"


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
