"""Rules on one line's amounts: against what they follow from, never below zero, within the limits."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.money import has_part_cents, percent_of
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.rule import LineCheck, Rule, Tells
from einvoice_desktop.domain.rules.surroundings import Surroundings, error, warning
from einvoice_desktop.domain.totals import LineAmounts, allowance_amount, is_charge, is_summed

LARGEST_AMOUNT = Decimal("9999999999999.99")
"""RULES 2: 15 digits, two of them decimals."""

GIFT_VOUCHER = 6
"""Record type whose net may be 0 (282)."""


def net_amount(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Net against quantity x price less allowances: shown, never refused (nobody checks it)."""
    if line.net_total is None or line.unit_price is None:
        return
    expected = amounts.base - amounts.allowances + amounts.charges + amounts.share
    if amounts.net != expected:
        yield warning("netTotal", "net_differs", given=amounts.net, expected=expected)


def price(line: Detail, amounts: LineAmounts, document: Document, around: Surroundings) -> Iterator[Problem]:
    """A line that is worth nothing because its price was forgotten; a price of 0 is a price."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if kind is not None and kind.movement:
        return
    if line.unit_price is None and line.net_total is None and not amounts.total and is_summed(line):
        yield warning("unitPrice", "price_missing")


def line_total(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Total against net, VAT and the line's taxes."""
    if line.total is not None and line.total != amounts.total:
        yield warning("total", "total_differs", given=line.total, expected=amounts.total)


def allowance_item(item: AllowanceCharge, path: str) -> Iterator[Problem]:
    """An allowance or a charge by its name (api 4.2), nothing below zero (RULES 2), not without an amount."""
    if item.type is not None and item.type not in ("ALLOWANCE", "CHARGE"):
        yield error(f"{path}.type", "code_unknown", value=item.type)
    for name, value in (("amount", item.amount), ("percentage", item.percentage)):
        if value is not None and value < 0:
            yield error(f"{path}.{name}", "amount_negative")
    if item.amount is None and item.percentage is None:
        yield warning(f"{path}.amount", "allowance_empty")


def allowances(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """An allowance's amount against its percentage; none below zero."""
    for index, item in enumerate(line.allowances_charges or ()):
        yield from allowance_item(item, f"allowancesCharges[{index}]")
        path = f"allowancesCharges[{index}].amount"
        if item.amount is None or item.percentage is None:
            continue
        expected = percent_of(amounts.base, item.percentage)
        if allowance_amount(item, amounts.base) != expected:
            code = "charge_differs" if is_charge(item) else "allowance_differs"
            yield warning(path, code, given=item.amount, expected=expected)


def amounts_are_positive(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """No negative amounts, on credit notes neither: the type alone says credit (RULES 2, 3; 282)."""
    if amounts.net < 0:
        discount = _discount(line)
        if discount and amounts.base >= 0 and line.net_total is None:
            yield error(discount, "allowance_above_line", "101")
        else:
            path = "netTotal" if line.net_total is not None else "unitPrice"
            yield error(path, "amount_negative", "282" if line.record_type_code == GIFT_VOUCHER else "101")
    if amounts.vat < 0 <= amounts.net:
        yield error("vatTotal", "amount_negative", "101")
    if line.quantity is not None and line.quantity <= 0:
        yield error("quantity", "quantity_not_positive", "222")


def _discount(line: Detail) -> str:
    """Where the line's last discount stands; "" where it has none."""
    for index, item in reversed(tuple(enumerate(line.allowances_charges or ()))):
        if not is_charge(item):
            name = "amount" if item.percentage is None else "percentage"
            return f"allowancesCharges[{index}].{name}"
    return ""


def quantity_of_type(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Services and rents have neither quantity nor unit (205). A published rent has a quantity of 1."""
    kind = around.codes.invoice_type(document.invoice_type_code)
    if kind is None or kind.is_receipt or kind.quantity != "forbidden" or not is_summed(line):
        return
    if line.quantity is not None and line.quantity != 1:
        yield warning("quantity", "quantity_not_of_type", "205", type=kind.code)
    if line.measurement_unit_code:
        yield warning("measurementUnitCode", "quantity_not_of_type", "205", type=kind.code)


def amounts_fit(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """At most 15 digits; an amount with more than two decimals is rounded, and says so."""
    if max(abs(amounts.net), abs(amounts.vat), abs(amounts.total)) > LARGEST_AMOUNT:
        yield error("netTotal", "amount_too_large", "101")
    for path, value in (("netTotal", line.net_total), ("vatTotal", line.vat_total)):
        if value is not None and has_part_cents(value):
            yield warning(path, "amount_rounded", given=value)


LINE_RULES: tuple[Rule[LineCheck], ...] = (
    Rule(
        net_amount,
        (Tells("netTotal", "net_differs"),),
        "medium",
        "quantity x price",
        only_with=frozenset({"net_total"}),
    ),
    Rule(price, (Tells("unitPrice", "price_missing"),), "medium", "quantity x price"),
    Rule(line_total, (Tells("total", "total_differs"),), "medium", "RULES 5", only_with=frozenset({"total"})),
    Rule(
        allowances,
        (
            Tells("allowancesCharges[].type", "code_unknown"),
            Tells("allowancesCharges[].amount", "amount_negative"),
            Tells("allowancesCharges[].percentage", "amount_negative"),
            Tells("allowancesCharges[].amount", "allowance_empty", "", "medium"),
            Tells("allowancesCharges[].amount", "allowance_differs", "", "medium"),
            Tells("allowancesCharges[].amount", "charge_differs", "", "medium"),
        ),
        "high",
        "RULES 2; api 4.2",
        only_with=frozenset({"allowances_charges"}),
    ),
    Rule(
        amounts_are_positive,
        (
            Tells("netTotal", "amount_negative", "101"),
            Tells("netTotal", "amount_negative", "282"),
            Tells("unitPrice", "amount_negative", "101"),
            *(
                Tells(f"allowancesCharges[].{name}", "allowance_above_line", "101")
                for name in ("amount", "percentage")
            ),
            Tells("unitPrice", "amount_negative", "282"),
            Tells("vatTotal", "amount_negative", "101"),
            Tells("quantity", "quantity_not_positive", "222"),
        ),
        "high",
        "RULES 2, 3, 5",
    ),
    Rule(
        quantity_of_type,
        (
            Tells("quantity", "quantity_not_of_type", "205"),
            Tells("measurementUnitCode", "quantity_not_of_type", "205"),
        ),
        "medium",
        "RULES 3",
    ),
    Rule(
        amounts_fit,
        (
            Tells("netTotal", "amount_too_large", "101"),
            Tells("netTotal", "amount_rounded", "", "medium"),
            Tells("vatTotal", "amount_rounded", "", "medium"),
        ),
        "high",
        "RULES 2",
    ),
)
"""Of one line's amounts; their paths are relative to it."""
