"""Rules on income and expense classifications (RULES 8)."""

from __future__ import annotations

from collections.abc import Iterator

from einvoice_desktop.domain.classifying import (
    CLASSIFICATIONS,
    MOVEMENT,
    classifications_of,
    classified_amount,
)
from einvoice_desktop.domain.codes import ANY
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import Detail
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import DocumentCheck, LineCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, warning
from einvoice_desktop.domain.tally import FEE_WITH_VAT, OTHER_TAX_WITH_VAT
from einvoice_desktop.domain.totals import LineAmounts

_WITHOUT_CATEGORY = ("VAT_36", "NOT_VAT_295")
"""Expense types for the VAT books that carry no category (315)."""

_NAMES = ("classificationCategoryCode", "classificationTypeCode")
_PLACES = ("incomeClassification", "expensesClassification", "expensesClassifications[]")


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
    found = classifications_of(line)
    if len({placed.side for placed in found}) > 1:
        yield error("expensesClassification", "classification_both_sides", "314")
    seen = set()
    for placed in found:
        if placed.pair in seen:
            yield error(placed.path, "classification_repeated", "305")
        seen.add(placed.pair)


def side_of_type(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """The issuer of a sale sends income; expense only who buys: his own title, or self-billing (231)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    if row is None or row.code == "1.5":
        return
    for placed in classifications_of(line):
        buys = row.expense_sent_by_issuer or document.self_pricing
        unusual = not buys if placed.side == "expense" else row.income_classification == "forbidden"
        if unusual:
            yield warning(placed.path, "classification_side_unusual", "231", type=row.code)


def codes_exist(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Category and type stand in the tables of their side, whatever the document (api 7.1.2)."""
    for placed in classifications_of(line):
        for name, code in zip(_NAMES, placed.pair, strict=True):
            if code and not around.codes.has(f"{placed.side}_classifications", code):
                yield error(f"{placed.path}.{name}", "code_unknown", value=code[:30])


def pairs_exist(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """The pair of category and type goes with the document type (307, 308, 313, 331)."""
    type_code = document.invoice_type_code
    if type_code is None or around.codes.invoice_type(type_code) is None:
        return
    for placed in classifications_of(line):
        category, kind = placed.pair
        pairs = around.codes.pairs(type_code, placed.side)
        if placed.pair in pairs or not pairs or any(ANY in pair for pair in pairs):
            continue
        table = f"{placed.side}_classifications"
        if not all(around.codes.has(table, code) for code in placed.pair if code):
            continue
        if category is None:
            if not (kind or "").startswith(_WITHOUT_CATEGORY):
                path = f"{placed.path}.classificationCategoryCode"
                yield error(path, "classification_category_missing", "313")
            continue
        known = {pair[1] for pair in pairs if pair[0] == category}
        name = "classificationTypeCode" if known else "classificationCategoryCode"
        if not known:
            number = "308"
        elif known == {None}:
            number = "331"
        else:
            number = "313" if around.codes.pair_exists(placed.side, placed.pair) else "307"
        shown = {"type": type_code, "category": category, "kind": kind or "–"}
        yield error(f"{placed.path}.{name}", "classification_pair_unknown", number, **shown)


def without_category(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Classifications for the VAT books carry no category (315)."""
    for placed in classifications_of(line):
        category, kind = placed.pair
        if category and (kind or "").startswith(_WITHOUT_CATEGORY):
            path = f"{placed.path}.classificationCategoryCode"
            yield error(path, "classification_with_category", "315", kind=kind)


def amounts_make_the_net(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Classification amounts add up to the line's net (306); one without an amount is the whole line."""
    found = classifications_of(line)
    if not found or (len(found) == 1 and not found[0].item.amount):
        return
    path = found[0].path if len(found) == 1 else found[-1].path.split("[")[0]
    whole = classified_amount(line, amounts.net)
    if len(found) > 1 and not all(placed.item.amount for placed in found):
        yield error(path, "classification_amount_missing", "306", expected=amounts.net)
    elif whole != amounts.net:
        yield error(path, "classification_amounts", "306", given=whole, expected=amounts.net)


def moved_line(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """What is only moved is of category3, and nothing else is (331; RULES 7)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    for placed in classifications_of(line):
        if placed.pair[0] == MOVEMENT and row is not None and not (row.movement or document.is_delivery_note):
            path = f"{placed.path}.classificationCategoryCode"
            yield warning(path, "classification_of_movement", "308", type=row.code)


def tax_record(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """A line that is itself a fee or a tax carries no income classification (338)."""
    if line.record_type_code not in (FEE_WITH_VAT, OTHER_TAX_WITH_VAT):
        return
    for placed in classifications_of(line):
        if placed.side == "income":
            yield warning(placed.path, "classification_on_tax_record", "338")


RULES: tuple[Rule[DocumentCheck], ...] = (
    Rule(
        all_lines_or_none,
        (
            Tells("details", "classification_on_some_lines", "304"),
            Tells("details", "classification_missing", "", "medium"),
        ),
        "high",
        "RULES 8",
    ),
)
"""Of all lines together."""

LINE_RULES: tuple[Rule[LineCheck], ...] = (
    Rule(
        one_side,
        (
            Tells("expensesClassification", "classification_both_sides", "314"),
            *(Tells(path, "classification_repeated", "305") for path in _PLACES[1:]),
        ),
        "high",
        "RULES 8",
        only_with=CLASSIFICATIONS,
    ),
    Rule(
        side_of_type,
        tuple(Tells(path, "classification_side_unusual", "231") for path in _PLACES),
        "medium",
        "RULES 8",
        only_with=CLASSIFICATIONS,
    ),
    Rule(
        codes_exist,
        tuple(Tells(f"{path}.{name}", "code_unknown") for path in _PLACES for name in _NAMES),
        "high",
        "api 7.1.2",
        only_with=CLASSIFICATIONS,
    ),
    Rule(
        pairs_exist,
        tuple(
            tells
            for path in _PLACES
            for tells in (
                Tells(f"{path}.classificationCategoryCode", "classification_category_missing", "313"),
                Tells(f"{path}.classificationCategoryCode", "classification_pair_unknown", "308"),
                Tells(f"{path}.classificationTypeCode", "classification_pair_unknown", "307"),
                Tells(f"{path}.classificationTypeCode", "classification_pair_unknown", "313"),
                Tells(f"{path}.classificationTypeCode", "classification_pair_unknown", "331"),
            )
        ),
        "high",
        "RULES 8; classification_combinations.json",
        only_with=CLASSIFICATIONS,
    ),
    Rule(
        without_category,
        tuple(
            Tells(f"{path}.classificationCategoryCode", "classification_with_category", "315")
            for path in _PLACES
        ),
        "high",
        "RULES 8",
        only_with=CLASSIFICATIONS,
    ),
    Rule(
        amounts_make_the_net,
        (
            *(
                Tells(path, "classification_amounts", "306")
                for path in ("incomeClassification", "expensesClassification", "expensesClassifications")
            ),
            *(
                Tells(path, "classification_amount_missing", "306")
                for path in ("expensesClassification", "expensesClassifications")
            ),
        ),
        "high",
        "RULES 8",
        only_with=CLASSIFICATIONS,
    ),
    Rule(
        moved_line,
        tuple(
            Tells(f"{path}.classificationCategoryCode", "classification_of_movement", "308")
            for path in _PLACES
        ),
        "medium",
        "RULES 7",
        only_with=CLASSIFICATIONS,
    ),
    Rule(
        tax_record,
        (Tells("incomeClassification", "classification_on_tax_record", "338"),),
        "low",
        "RULES 5",
        only_with=CLASSIFICATIONS,
    ),
)
"""Of one line's classifications; their paths are relative to it."""
