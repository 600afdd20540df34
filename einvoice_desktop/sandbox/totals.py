"""The authority's sums: lines and document taxes against the summaries, and the gross formula."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.document import TAX_KINDS, ZERO, Document, Line, TaxKind
from einvoice_desktop.sandbox.objections import Objection, cents

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORDER_FORM = "8.6"
"""Order forms with sums unlike their lines were seen accepted by the test service (2026)."""

_LARGEST = Decimal("9999999999999.99")
_NO_ADDED_TAX_LINES = frozenset({"2", "3"})


def check_totals(document: Document) -> Iterator[Objection]:
    yield from _amount_range(document)
    yield from _gross_formula(document)
    if document.invoice_type != _ORDER_FORM:
        yield from _sums(document)
        yield from _tax_sums(document)
    yield from _tax_place(document)
    yield from _payments(document)


def _amount_range(document: Document) -> Iterator[Objection]:
    """The authority's schema: money is never negative and has at most 15 digits."""
    for path, amount in _amounts(document):
        if not ZERO <= amount <= _LARGEST:
            yield Objection(101, f"XML Syntax Validation Error: {path} must lie between 0 and {_LARGEST}")


def _amounts(document: Document) -> Iterator[tuple[str, Decimal]]:
    for line in document.lines:
        yield f"{line.path}.netTotal", line.net
        yield f"{line.path}.vatTotal", line.vat
        yield f"{line.path}.total", line.total or ZERO
        yield from ((f"{line.path}.{kind.line_amount}", line.taxes[kind.code].amount) for kind in TAX_KINDS)
    yield from ((f"{tax.path}.taxAmount", tax.amount) for tax in document.taxes)
    yield from ((f"{payment.path}.amount", payment.amount) for payment in document.payments)
    summaries = document.summaries
    yield "summaries.totalNetAmount", summaries.net or ZERO
    yield "summaries.totalVATAmount", summaries.vat or ZERO
    yield "summaries.totalGrossValue", summaries.gross or ZERO
    yield from ((f"summaries.{kind.summary}", summaries.taxes[kind.code]) for kind in TAX_KINDS)


def _gross_formula(document: Document) -> Iterator[Objection]:
    """Gross = net + VAT - withheld + fees + stamp duty + other taxes - deductions, of the summaries."""
    summaries = document.summaries
    expected = cents(summaries.net or ZERO) + cents(summaries.vat or ZERO)
    expected += sum((kind.sign * cents(summaries.taxes[kind.code]) for kind in TAX_KINDS), ZERO)
    if cents(summaries.gross or ZERO) != expected:
        yield Objection(
            203, f"totalGrossValue {_shown(summaries.gross)} does not match net value and taxes {expected}"
        )


def _sums(document: Document) -> Iterator[Objection]:
    lines, summaries = document.counted_lines, document.summaries
    net = sum((cents(line.net) for line in lines), ZERO)
    vat = sum((cents(line.vat) for line in lines), ZERO)
    gross = sum((_line_total(line) for line in lines), ZERO)
    gross += sum((kind.sign * _document_tax(document, kind) for kind in TAX_KINDS), ZERO)
    yield from _compare(207, "net values", net, "totalNetAmount", summaries.net)
    yield from _compare(208, "gross values", gross, "totalGrossValue", summaries.gross)
    yield from _compare(209, "VAT amounts", vat, "totalVATAmount", summaries.vat)


def _line_total(line: Line) -> Decimal:
    """What the line's net, VAT and taxes add up to: the authority's document has no total on its lines."""
    taxes = sum((kind.sign * cents(line.taxes[kind.code].amount) for kind in TAX_KINDS), ZERO)
    return cents(line.net) + cents(line.vat) + taxes


def _document_tax(document: Document, kind: TaxKind) -> Decimal:
    return sum((cents(tax.amount) for tax in document.taxes if tax.kind == kind.code), ZERO)


def _tax_sums(document: Document) -> Iterator[Objection]:
    """210 for withheld taxes, 226 for every other: lines and document taxes together."""
    for kind in TAX_KINDS:
        found = _document_tax(document, kind)
        found += sum((cents(line.taxes[kind.code].amount) for line in document.counted_lines), ZERO)
        code = 210 if kind.code == "1" else 226
        yield from _compare(code, kind.line_amount, found, kind.summary, document.summaries.taxes[kind.code])


def _compare(code: int, what: str, found: Decimal, name: str, stated: Decimal | None) -> Iterator[Objection]:
    if found != cents(stated or ZERO):
        yield Objection(code, f"The sum of {what} {found} does not match summaries.{name} {_shown(stated)}")


def _tax_place(document: Document) -> Iterator[Objection]:
    """Taxes stand on lines or on the document (224), save where a line is itself a fee or tax."""
    on_lines = any(tax.amount for line in document.counted_lines for tax in line.taxes.values())
    on_document = any(tax.amount for tax in document.taxes)
    exempt = any(line.record_type in _NO_ADDED_TAX_LINES for line in document.counted_lines)
    if on_lines and on_document and not exempt:
        yield Objection(224, "Taxes stand either on the lines or on the document, not on both")


def _payments(document: Document) -> Iterator[Objection]:
    paid = sum((cents(payment.amount) for payment in document.payments), ZERO)
    gross = cents(document.summaries.gross or ZERO)
    if paid > gross:
        yield Objection(407, f"The payments {paid} exceed the total value {gross}")


def _shown(amount: Decimal | None) -> str:
    return "0.00" if amount is None else format(cents(amount), "f")
