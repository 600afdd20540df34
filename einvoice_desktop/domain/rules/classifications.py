"""Rules on income and expense classifications (RULES 8)."""

from __future__ import annotations

from collections.abc import Iterator

from einvoice_desktop.domain.codes import ANY, Side
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Classification, Detail
from einvoice_desktop.domain.money import ZERO, to_cents
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, warning
from einvoice_desktop.domain.totals import LineAmounts

_WITHOUT_CATEGORY = ("VAT_", "NOT_VAT_")
"""Expense types for the VAT books that carry no category (315)."""

Placed = tuple[str, Side, Classification]


def _classifications(line: Detail) -> list[Placed]:
    found: list[Placed] = []
    if line.income_classification is not None:
        found.append(("incomeClassification", "income", line.income_classification))
    if line.expenses_classification is not None:
        found.append(("expensesClassification", "expense", line.expenses_classification))
    for index, item in enumerate(line.expenses_classifications or ()):
        found.append((f"expensesClassifications[{index}]", "expense", item))
    return [placed for placed in found if _says_something(placed[2])]


def _says_something(item: Classification) -> bool:
    return bool(item.classification_category_code or item.classification_type_code)


def all_lines_or_none(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """All lines are classified or none (304). A provider takes the classification later too (RULES 8)."""
    classified, lines = sums.tally.classified, sums.tally.summed - sums.tally.tax_records
    if 0 < classified < lines:
        yield error("details", "classification_on_some_lines", "304", classified=classified, lines=lines)
    elif lines and not classified:
        yield warning("details", "classification_missing")


def one_side(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Income or expense, not both (314); no pair twice (305)."""
    found = _classifications(line)
    if len({side for _, side, _ in found}) > 1:
        yield error("expensesClassification", "classification_both_sides", "314")
    seen = set()
    for path, _, item in found:
        pair = (item.classification_category_code, item.classification_type_code)
        if pair in seen:
            yield error(path, "classification_repeated", "305")
        seen.add(pair)


def pairs_exist(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """The pair of category and type goes with the document type (307, 308, 313, 331)."""
    type_code = document.invoice_type_code
    if around.codes.invoice_type(type_code) is None or type_code is None:
        return
    for path, side, item in _classifications(line):
        category = item.classification_category_code or None
        kind = item.classification_type_code or None
        pairs = around.codes.pairs(type_code, side)
        if any(ANY in pair for pair in pairs) or (
            not category and (kind or "").startswith(_WITHOUT_CATEGORY)
        ):
            continue
        if not pairs:
            # The tables say nothing of this side for this type: one source's silence.
            yield warning(path, "classification_side_unusual", type=type_code)
        elif category is None:
            yield error(f"{path}.classificationCategoryCode", "classification_category_missing", "313")
        elif (category, kind) not in pairs:
            known = any(category == pair[0] for pair in pairs)
            where = "classificationTypeCode" if known else "classificationCategoryCode"
            yield error(
                f"{path}.{where}",
                "classification_pair_unknown",
                "313",
                type=type_code,
                category=category,
                kind=kind or "–",
            )


def amounts_make_the_net(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Classification amounts add up to the line's net (306); one without an amount is the whole line."""
    found = _classifications(line)
    given = [to_cents(item.amount) for _, _, item in found if item.amount]
    if not given and len(found) <= 1:
        return
    whole = sum(given, ZERO)
    if len(given) < len(found) or whole != amounts.net:
        path = found[0][0] if len(found) == 1 else found[-1][0].split("[")[0]
        yield error(path, "classification_amounts", "306", given=whole, expected=amounts.net)
