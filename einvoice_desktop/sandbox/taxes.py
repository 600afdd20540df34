"""The authority's checks of taxes other than VAT, on lines and on the document."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.lines import TAX_KIND, TAX_KINDS, ZERO
from einvoice_desktop.sandbox.objections import Objection, at_line, cents, share

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.sandbox.codes import CodeTables
    from einvoice_desktop.sandbox.document import Document, DocumentTax
    from einvoice_desktop.sandbox.lines import Line

TAX_TOLERANCE = Decimal("0.01")
_ITSELF_A_TAX = frozenset({"2", "3"})
"""Record types of lines whose net is a fee or another tax that bears VAT."""


def check_taxes(document: Document, codes: CodeTables) -> Iterator[Objection]:
    for line in document.counted_lines:
        yield from _line_taxes(line, codes)
    for tax in document.taxes:
        yield from _document_tax(document, tax, codes)
    yield from _place(document)


def _line_taxes(line: Line, codes: CodeTables) -> Iterator[Objection]:
    for kind in TAX_KINDS:
        tax = line.taxes[kind.code]
        amount = cents(tax.amount)
        if amount and kind.table and not tax.category:
            yield at_line(line.label, 225, f"{kind.line_category} is mandatory with {kind.line_amount}")
        if tax.category and not tax.given:
            yield at_line(line.label, 227, f"{kind.line_category} must be empty without {kind.line_amount}")
        rate = codes.rate(kind.table, tax.category) if kind.table else None
        if rate is not None and abs(amount - share(line.net, rate)) > TAX_TOLERANCE:
            told = f"{rate}% of {line.net}"
            yield at_line(line.label, 229, f"{kind.line_amount} {amount} does not match its category, {told}")
        if amount > cents(line.net):
            yield at_line(line.label, 241, f"{kind.line_amount} {amount} exceeds the net value of the line")
        if amount and line.record_type in _ITSELF_A_TAX:
            told = f"{kind.line_amount} is forbidden with recType {line.record_type}"
            yield at_line(line.label, 231, told)
        yield from _withdrawn(f"invoice line: {line.label}", kind.table, tax.category, codes)


def _document_tax(document: Document, tax: DocumentTax, codes: CodeTables) -> Iterator[Objection]:
    """The base of a document tax without an underlyingValue is the document's net."""
    kind, net, amount = TAX_KIND[tax.kind], cents(document.summaries.net or ZERO), cents(tax.amount)
    base = net if tax.base is None else cents(tax.base)
    if kind.table and not tax.category:
        yield Objection(225, f"{tax.path}.taxCategoryCode is mandatory for taxType {tax.kind}")
    if tax.category and not tax.given:
        yield Objection(227, f"{tax.path}.taxCategoryCode must be empty without taxAmount")
    if tax.category and not kind.table:
        yield Objection(254, f"{tax.path}.taxCategoryCode is forbidden for taxType {tax.kind}")
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


def _place(document: Document) -> Iterator[Objection]:
    """Taxes stand on lines or on the document (224), save where a line is itself a fee or tax."""
    lines = document.counted_lines
    on_lines = any(tax.amount for line in lines for tax in line.taxes.values())
    on_document = any(tax.amount for tax in document.taxes)
    exempt = any(line.record_type in _ITSELF_A_TAX for line in lines)
    if on_lines and on_document and not exempt:
        yield Objection(224, "Taxes stand either on the lines or on the document, not on both")
