"""What is wrong with a card, by the rules that its part of a document will be held to: quick, asks nobody."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from einvoice_desktop.domain.cards import Customer, Item
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.money import ZERO
from einvoice_desktop.domain.notification import is_email, named
from einvoice_desktop.domain.rules import head, lines, parties
from einvoice_desktop.domain.rules.rule import DocumentCheck, LineCheck
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, warning
from einvoice_desktop.domain.tally import Tally
from einvoice_desktop.domain.totals import LineAmounts, SummaryAmounts

if TYPE_CHECKING:
    from einvoice_desktop.domain.codes import CodeTables
    from einvoice_desktop.domain.problems import Problem

_PARTY = "counterParty"
_WHOLE = 100
_NOTHING = Sums(Tally(), (), (), SummaryAmounts(), ZERO)
_NO_AMOUNTS = LineAmounts(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, ZERO)
_OF_CUSTOMERS: tuple[DocumentCheck, ...] = (
    parties.text_limits,
    parties.countries_exist,
    parties.vat_numbers,
    parties.vat_prefixes,
    parties.vat_in_union,
    parties.vat_check_digit_abroad,
    parties.branches,
    parties.registry_numbers,
    head.number_is_whole,
)
_OF_ITEMS: tuple[LineCheck, ...] = (
    lines.texts,
    lines.taric,
    lines.coded_fields,
    lines.exemption,
)


def card_problems(
    card: Customer | Item, codes: CodeTables, check_digit_is_wrong: Callable[[str], bool] | None = None
) -> tuple[Problem, ...]:
    """The problems of a card, each at its JSON path in the card's document; of an item's in `details[0]`.
    `check_digit_is_wrong`: of another state's VAT number (app.vat_numbers)."""
    around = Surroundings(codes, today="")
    if check_digit_is_wrong is not None:
        around = replace(around, check_digit_is_wrong=check_digit_is_wrong)
    if isinstance(card, Item):
        return tuple(_item(card, around))
    return tuple(_customer(card, around))


def _customer(customer: Customer, around: Surroundings) -> Iterator[Problem]:
    document = customer.document
    if not (customer.name or customer.vat):
        yield error(f"{_PARTY}.registeredName", "field_missing")
    for check in _OF_CUSTOMERS:
        yield from check(document, _NOTHING, around)
    for index, address in enumerate(customer.party.emails or ()):
        if named((address,)) and not is_email((address or "").strip()):
            yield warning(f"{_PARTY}.emails[{index}]", "email_malformed", value=(address or "")[:60])
    line = (document.details or (None,))[0]
    if line is not None:
        yield from _at_line(lines.exemption, line, around)
    yield from _discounts(document.allowances_charges, "allowancesCharges")


def _item(item: Item, around: Surroundings) -> Iterator[Problem]:
    line = item.line
    if not (item.code or item.name):
        yield error("details[0].descriptions[0]", "field_missing")
    for check in _OF_ITEMS:
        yield from _at_line(check, line, around)
    if line.vat_category_code is not None:
        yield from _at_line(lines.vat_category, line, around)
    if line.unit_price is not None and line.unit_price < 0:
        yield error("details[0].unitPrice", "amount_negative")
    yield from _discounts(line.allowances_charges, "details[0].allowancesCharges")


def _at_line(check: LineCheck, line: Detail, around: Surroundings) -> Iterator[Problem]:
    for problem in check(line, _NO_AMOUNTS, _no_document(), around):
        yield replace(problem, path=f"details[0].{problem.path}")


def _discounts(items: tuple[AllowanceCharge, ...] | None, path: str) -> Iterator[Problem]:
    """From 0 to 100 per cent."""
    for index, item in enumerate(items or ()):
        given = item.percentage
        if given is not None and given < 0:
            yield error(f"{path}[{index}].percentage", "amount_negative")
        elif given is not None and given > _WHOLE:
            yield error(f"{path}[{index}].percentage", "discount_over_whole", value=given)


@cache
def _no_document() -> Document:
    return Document()
