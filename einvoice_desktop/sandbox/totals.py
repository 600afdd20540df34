"""The authority's sums: lines and document taxes against the summaries, and the gross formula."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from einvoice_desktop.sandbox.lines import TAX_KINDS, ZERO, Line, TaxKind
from einvoice_desktop.sandbox.objections import Objection, cents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from einvoice_desktop.sandbox.document import Document

_ORDER_FORM = "8.6"
"""Order forms with sums unlike their lines were seen accepted by the test service (2026)."""

_LARGEST = Decimal("9999999999999.99")


def check_totals(document: Document) -> Iterator[Objection]:
    yield from check_amounts(document)
    yield from _gross_formula(document)
    if document.invoice_type != _ORDER_FORM:
        yield from _sums(document)
        yield from _tax_sums(document)


def check_amounts(document: Document) -> Iterator[Objection]:
    """The authority's schema: money is never negative and has at most 15 digits."""
    for path, amount in _amounts(document):
        if not ZERO <= amount <= _LARGEST:
            yield Objection(101, f"XML Syntax Validation Error: {path} must lie between 0 and {_LARGEST}")


def _amounts(document: Document) -> Iterator[tuple[str, Decimal]]:
    for line in document.lines:
        yield f"{line.path}.netTotal", line.net
        yield f"{line.path}.vatTotal", line.vat
        yield from ((f"{line.path}.{kind.line_amount}", line.taxes[kind.code].amount) for kind in TAX_KINDS)
    yield from ((f"{tax.path}.taxAmount", tax.amount) for tax in document.taxes)
    yield from ((f"{tax.path}.underlyingValue", tax.base or ZERO) for tax in document.taxes)
    yield from ((f"{payment.path}.amount", payment.amount) for payment in document.payments)
    yield from ((f"{payment.path}.tipAmount", payment.tip) for payment in document.payments)
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
    sums, summaries = added_up(document), document.summaries
    for code, what, name, stated in (
        (207, "net values", "totalNetAmount", summaries.net),
        (208, "gross values", "totalGrossValue", summaries.gross),
        (209, "VAT amounts", "totalVATAmount", summaries.vat),
    ):
        yield from _compare(code, what, sums[name], name, stated)


def added_up(document: Document) -> dict[str, Decimal]:
    """What the lines and document taxes add up to, by the member of `summaries` that must say it."""
    lines = document.counted_lines
    gross = sum((_line_total(line) for line in lines), ZERO)
    gross += sum((kind.sign * _document_tax(document, kind) for kind in TAX_KINDS), ZERO)
    return {
        "totalNetAmount": sum((cents(line.net) for line in lines), ZERO),
        "totalVATAmount": sum((cents(line.vat) for line in lines), ZERO),
        **{kind.summary: _tax_sum(document, kind) for kind in TAX_KINDS},
        "totalGrossValue": gross,
    }


def _line_total(line: Line) -> Decimal:
    """What the line's net, VAT and taxes add up to: the authority's document has no total on its lines."""
    taxes = sum((kind.sign * cents(line.taxes[kind.code].amount) for kind in TAX_KINDS), ZERO)
    return cents(line.net) + cents(line.vat) + taxes


def _document_tax(document: Document, kind: TaxKind) -> Decimal:
    return sum((cents(tax.amount) for tax in document.taxes if tax.kind == kind.code), ZERO)


def _tax_sums(document: Document) -> Iterator[Objection]:
    """210 for withheld taxes, 226 for every other: lines and document taxes together."""
    for kind in TAX_KINDS:
        found, stated = _tax_sum(document, kind), document.summaries.taxes[kind.code]
        code = 210 if kind.code == "1" else 226
        yield from _compare(code, kind.line_amount, found, kind.summary, stated)


def _tax_sum(document: Document, kind: TaxKind) -> Decimal:
    on_lines = sum((cents(line.taxes[kind.code].amount) for line in document.counted_lines), ZERO)
    return _document_tax(document, kind) + on_lines


def _compare(code: int, what: str, found: Decimal, name: str, stated: Decimal | None) -> Iterator[Objection]:
    if found != cents(stated or ZERO):
        yield Objection(code, f"The sum of {what} {found} does not match summaries.{name} {_shown(stated)}")


def _shown(amount: Decimal | None) -> str:
    return "0.00" if amount is None else format(cents(amount), "f")
