"""The rules in the order in which their problems are told: head, parties, lines, taxes, payments, sums."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules import (
    classifications,
    head,
    lines,
    movement,
    notification,
    parties,
    settlement,
)
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings
from einvoice_desktop.domain.totals import LineAmounts, is_blank

DocumentRule = Callable[[Document, Sums, Surroundings], Iterator[Problem]]
LineRule = Callable[[Detail, LineAmounts, Document, Surroundings], Iterator[Problem]]

DOCUMENT_RULES: tuple[DocumentRule, ...] = (
    head.invoice_type,
    head.mandatory_fields,
    head.issued_already,
    head.number_is_whole,
    head.series_letters,
    head.date_issued,
    head.currency,
    head.coded_fields,
    notification.method,
    notification.recipients,
    notification.mobiles,
    notification.pdf_recipients,
    notification.delay,
    head.correlated_invoices,
    head.contracting_authority,
    parties.issuer,
    parties.counterparty,
    parties.vat_numbers,
    parties.issuer_is_not_counterparty,
    parties.text_limits,
    movement.movement,
    movement.parts_of_type,
    lines.has_lines,
    classifications.all_lines_or_none,
    settlement.own_allowances,
    settlement.document_taxes,
    settlement.document_tax_bounds,
    settlement.taxes_on_lines_or_document,
    settlement.payments,
    settlement.payments_against_gross,
    settlement.summaries_as_given,
    settlement.vat_analysis_as_given,
)
"""Rules on the whole. They look at the head and the sums, never at every line: one edit costs one line."""

LINE_RULES: tuple[LineRule, ...] = (
    lines.vat_category,
    lines.vat_category_of_type,
    lines.exemption,
    lines.vat_amount,
    lines.net_amount,
    lines.price,
    lines.line_total,
    lines.allowances,
    lines.amounts_are_positive,
    lines.amounts_fit,
    lines.line_taxes,
    lines.coded_fields,
    lines.texts,
    classifications.one_side,
    classifications.pairs_exist,
    classifications.amounts_make_the_net,
)
"""Rules on one line; their paths are relative to it. Of the document they may see the type only."""


def document_problems(document: Document, sums: Sums, surroundings: Surroundings) -> Iterator[Problem]:
    """What is wrong with the document as a whole."""
    for rule in DOCUMENT_RULES:
        yield from rule(document, sums, surroundings)


def line_problems(
    line: Detail, amounts: LineAmounts, document: Document, surroundings: Surroundings
) -> Iterator[Problem]:
    """What is wrong with one line; nothing is wrong with a blank one."""
    if is_blank(line):
        return
    for rule in LINE_RULES:
        yield from rule(line, amounts, document, surroundings)
