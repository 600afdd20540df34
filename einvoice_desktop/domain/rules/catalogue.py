"""All rules, in the order in which their problems are told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules import (
    amounts,
    b2g,
    classifications,
    head,
    lines,
    movement,
    notification,
    parties,
    receipts,
    references,
    settlement,
    special,
    taxes,
)
from einvoice_desktop.domain.rules.rule import DocumentCheck, LineCheck, Rule
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings
from einvoice_desktop.domain.totals import LineAmounts, is_blank

UNKNOWN = "code_unknown"
"""What every rule calls a code that its table does not have."""

DOCUMENT_RULES: tuple[Rule[DocumentCheck], ...] = (
    *head.RULES,
    *notification.RULES,
    *references.RULES,
    *b2g.RULES,
    *parties.RULES,
    *movement.RULES,
    *special.RULES,
    *lines.RULES,
    *classifications.RULES,
    *taxes.RULES,
    *settlement.RULES,
    *receipts.RULES,
)
"""Rules on the whole. They look at the head and the sums, never at every line: one edit costs one line."""

LINE_RULES: tuple[Rule[LineCheck], ...] = (
    *lines.LINE_RULES,
    *amounts.LINE_RULES,
    *taxes.LINE_RULES,
    *classifications.LINE_RULES,
    *movement.LINE_RULES,
    *special.LINE_RULES,
    *b2g.LINE_RULES,
)
"""Rules on one line; their paths are relative to it. Of the document they see `what_lines_see` only."""


def what_lines_see(document: Document) -> tuple[object, ...]:
    """All that rules on lines see beside the line; where it changes, all lines are looked at again."""
    return (
        document.invoice_type_code,
        document.document_type_code,
        document.special_invoice_category,
        document.is_fuel_invoice,
        document.is_delivery_note,
        document.self_pricing,
        document.total_cancel_delivery_orders,
    )


def document_problems(document: Document, sums: Sums, surroundings: Surroundings) -> Iterator[Problem]:
    """What is wrong with the document as a whole."""
    for rule in DOCUMENT_RULES:
        yield from rule.check(document, sums, surroundings)


def line_problems(
    line: Detail, amounts: LineAmounts, document: Document, surroundings: Surroundings
) -> Iterator[Problem]:
    """What is wrong with one line; nothing is wrong with a blank one.

    Of a line that is only printed or kept the authority is told nothing: its codes are looked at (api 7.1.2),
    and what does not add up is shown.
    """
    if is_blank(line):
        return
    told = not (line.is_informative or line.is_hidden)
    for check in checks_with(frozenset(line.model_fields_set)):
        for problem in check(line, amounts, document, surroundings):
            if told or problem.code == UNKNOWN or not (problem.is_error or problem.authority_code):
                yield problem


@lru_cache(maxsize=256)
def checks_with(members: frozenset[str]) -> tuple[LineCheck, ...]:
    """The rules that may have something to say of a line with these members. Most lines of a document have
    the same ones, and a rule that is not asked costs nothing."""
    return tuple(
        rule.check for rule in LINE_RULES if not rule.only_with or not rule.only_with.isdisjoint(members)
    )
