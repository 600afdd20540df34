"""A line's classifications as amounts: what is classified, what is left, what they sum to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from einvoice_desktop.domain.codes import Side
from einvoice_desktop.domain.lines import Classification, Detail
from einvoice_desktop.domain.money import ZERO, to_cents

MOVEMENT = "category3"
"""The category of goods that are moved, not sold; it goes without a type."""

CLASSIFICATIONS = frozenset({"income_classification", "expenses_classification", "expenses_classifications"})
"""The members of a line that classify it."""

Pair = tuple[str | None, str | None]
"""Category and type."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A classification with its side and its path on the line; in `pair` an empty code is none."""

    path: str
    side: Side
    item: Classification
    pair: Pair


_asked_last: tuple[Detail | None, Sequence[Placed]] = (None, ())


def classifications_of(line: Detail) -> Sequence[Placed]:
    """The line's classifications that name a category or a type.

    Many rules ask the same of one line, one after another: the last answer is kept.
    """
    global _asked_last
    asked, found = _asked_last
    if asked is not line:
        found = () if CLASSIFICATIONS.isdisjoint(line.model_fields_set) else tuple(_found(line))
        _asked_last = line, found
    return found


def _found(line: Detail) -> list[Placed]:
    found: list[Placed] = []
    if line.income_classification is not None:
        _place(found, "incomeClassification", "income", line.income_classification)
    if line.expenses_classification is not None:
        _place(found, "expensesClassification", "expense", line.expenses_classification)
    for index, item in enumerate(line.expenses_classifications or ()):
        _place(found, f"expensesClassifications[{index}]", "expense", item)
    return found


def _place(found: list[Placed], path: str, side: Side, item: Classification) -> None:
    pair = item.classification_category_code or None, item.classification_type_code or None
    if any(pair):
        found.append(Placed(path, side, item, pair))


def is_classified(line: Detail) -> bool:
    """Whether the line has a classification that says something."""
    return bool(classifications_of(line))


def classified_amount(line: Detail, net: Decimal) -> Decimal:
    """What the line's classifications come to; one that stands alone without an amount is the whole line."""
    found = classifications_of(line)
    if len(found) == 1 and not found[0].item.amount:
        return net
    return sum((to_cents(placed.item.amount or ZERO) for placed in found), ZERO)


def left_to_classify(line: Detail, net: Decimal) -> Decimal:
    """What of the net has no classification yet (306): 0 when all has, below 0 when too much has.

    A line without any classification is not begun: nothing is left of it.
    """
    return net - classified_amount(line, net) if is_classified(line) else ZERO


def summed_classifications(lines: Iterable[tuple[Detail, Decimal]], side: Side) -> tuple[Classification, ...]:
    """One entry for each category and type with its sum (311, 312), in the order in which they first stand.

    `lines`: those that enter the sums, each with its net.
    """
    sums: dict[Pair, Decimal] = {}
    named: dict[Pair, Classification] = {}
    for line, net in lines:
        found = classifications_of(line)
        for placed in found:
            if placed.side != side:
                continue
            given = placed.item.amount
            whole = len(found) == 1 and not given
            amount = net if whole else to_cents(given or ZERO)
            sums[placed.pair] = sums.get(placed.pair, ZERO) + amount
            named.setdefault(placed.pair, placed.item)
    return tuple(
        Classification(
            classification_type=named[pair].classification_type,
            classification_type_code=pair[1],
            classification_category=named[pair].classification_category,
            classification_category_code=pair[0],
            amount=amount,
        )
        for pair, amount in sums.items()
    )
