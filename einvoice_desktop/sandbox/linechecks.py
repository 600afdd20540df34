"""The authority's checks of VAT and of other taxes, on lines and on the document."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.document import TAX_KIND, TAX_KINDS, ZERO, Document, DocumentTax, Line
from einvoice_desktop.sandbox.objections import Objection, at_line, cents, share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.sandbox.codes import CodeTables

VAT_TOLERANCE = Decimal("1.00")
"""Euro a line's VAT may differ from net x rate: 1.00 passed and 1.01 failed on the test service (2026)."""
TAX_TOLERANCE = Decimal("0.01")

_EXEMPT, _WITHOUT_VAT = "7", "8"
_INACTIVE_RECORD_TYPES = frozenset({"1", "4", "5"})
_NEGATIVE_RECORD_TYPE = "7"
_TYPES_WITH_NEGATIVE_LINES = frozenset({"8.6", "17.3", "17.4", "17.5", "17.6"})


def check_lines(document: Document, codes: CodeTables) -> Iterator[Objection]:
    for line in document.counted_lines:
        yield from _vat_category(document, line, codes)
        yield from _vat_amount(line, codes)
        yield from _line_taxes(line, codes)
        yield from _record_type(document, line)
    yield from _third_party_sales(document)
    for tax in document.taxes:
        yield from _document_tax(document, tax, codes)


def _vat_category(document: Document, line: Line, codes: CodeTables) -> Iterator[Objection]:
    """215 and 216 only where the table is certain which categories a document type takes."""
    row = codes.invoice_type(document.invoice_type)
    category, exemption = line.vat_category, line.codes["vatExemptionCategoryCode"]
    place = f"invoice type {document.invoice_type}"
    allowed = row.get("vat_categories") if row.get("vat_certainty") == "high" else None
    if isinstance(allowed, list) and category not in allowed:
        if allowed == [_WITHOUT_VAT]:
            yield at_line(line.label, 215, f"vatCategory must be {_WITHOUT_VAT} for {place}")
        elif category == _WITHOUT_VAT:
            yield at_line(line.label, 216, f"vatCategory must not be {_WITHOUT_VAT} for {place}")
    if category == _EXEMPT and not exemption:
        yield at_line(line.label, 217, "vatCategory 7 needs a vatExemptionCategory")
    if exemption and category != _EXEMPT:
        yield at_line(line.label, 271, "vatExemptionCategory is only allowed with vatCategory 7")


def _vat_amount(line: Line, codes: CodeTables) -> Iterator[Objection]:
    if line.vat_category == _WITHOUT_VAT:
        if cents(line.vat):
            yield at_line(line.label, 218, "vatAmount must be 0 for vatCategory 8")
        return
    expected = share(line.net, codes.rate("vat_categories", line.vat_category) or ZERO)
    amount = cents(line.vat)
    if abs(amount - expected) > VAT_TOLERANCE:
        yield at_line(line.label, 229, f"vatAmount {amount} deviates from {expected} of its vatCategory")


def _line_taxes(line: Line, codes: CodeTables) -> Iterator[Objection]:
    for kind in TAX_KINDS:
        tax = line.taxes[kind.code]
        amount = cents(tax.amount)
        if amount and kind.table and not tax.category:
            yield at_line(line.label, 225, f"{kind.line_category} is mandatory with {kind.line_amount}")
        rate = codes.rate(kind.table, tax.category) if kind.table else None
        if rate is not None and abs(amount - share(line.net, rate)) > TAX_TOLERANCE:
            told = f"{rate}% of {line.net}"
            yield at_line(line.label, 229, f"{kind.line_amount} {amount} does not match its category, {told}")
        if amount > cents(line.net):
            yield at_line(line.label, 241, f"{kind.line_amount} {amount} exceeds the net value of the line")
        yield from _withdrawn(f"invoice line: {line.label}", kind.table, tax.category, codes)


def _record_type(document: Document, line: Line) -> Iterator[Objection]:
    if line.record_type in _INACTIVE_RECORD_TYPES:
        yield at_line(line.label, 247, f"recType {line.record_type} is not allowed")
    if line.record_type == _NEGATIVE_RECORD_TYPE and document.invoice_type not in _TYPES_WITH_NEGATIVE_LINES:
        yield at_line(line.label, 205, f"recType 7 is forbidden for invoice type {document.invoice_type}")


def _third_party_sales(document: Document) -> Iterator[Objection]:
    """A settlement of third-party sales names both the sales and the fee."""
    if document.invoice_type != "1.5":
        return
    kinds = {line.codes["invoiceDetailTypeCode"] for line in document.counted_lines}
    if not {"1", "2"} <= kinds:
        yield Objection(246, "Invoice type 1.5 needs a line of invoiceDetailType 1 and one of 2")


def _document_tax(document: Document, tax: DocumentTax, codes: CodeTables) -> Iterator[Objection]:
    """The base of a document tax without an underlyingValue is the document's net."""
    kind, net, amount = TAX_KIND[tax.kind], cents(document.summaries.net or ZERO), cents(tax.amount)
    base = net if tax.base is None else cents(tax.base)
    if amount and kind.table and not tax.category:
        yield Objection(225, f"{tax.path}.taxCategoryCode is mandatory for taxType {tax.kind}")
    rate = codes.rate(kind.table, tax.category) if kind.table else None
    if rate is not None and abs(amount - share(base, rate)) > TAX_TOLERANCE:
        yield Objection(229, f"{tax.path}.taxAmount {amount} does not match its category, {rate}% of {base}")
    if base > net:
        yield Objection(237, f"{tax.path}.underlyingValue {base} exceeds the total net value {net}")
    if amount > net:
        yield Objection(239, f"{tax.path}.taxAmount {amount} exceeds the total net value {net}")
    elif amount > base:
        yield Objection(240, f"{tax.path}.taxAmount {amount} exceeds its underlyingValue {base}")
    yield from _withdrawn(tax.path, kind.table, tax.category, codes)


def _withdrawn(place: str, table: str, category: str, codes: CodeTables) -> Iterator[Objection]:
    """Categories of other taxes that the authority lists but takes no longer."""
    if table and category and codes.row(table, category).get("selectable") is False:
        yield Objection(273, f"{place}: tax category {category} is no longer accepted")
