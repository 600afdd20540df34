"""Rules on one line: VAT category and reason, amounts against what they follow from, taxes, texts."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from einvoice_desktop.domain.codes import EXEMPT, NO_VAT, TAX_KINDS
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.money import CENT, ZERO, has_part_cents, percent_of
from einvoice_desktop.domain.node import json_name
from einvoice_desktop.domain.problems import Problem
from einvoice_desktop.domain.rules.surroundings import Sums, Surroundings, error, problem, warning
from einvoice_desktop.domain.totals import (
    LineAmounts,
    allowance_amount,
    is_charge,
    is_summed,
)

VAT_TOLERANCE = Decimal("1.00")
"""Error 229 passes at 1.00 and refuses at 1.01 (seen with fuel invoices, api 3.1)."""

LARGEST_AMOUNT = Decimal("9999999999999.99")
"""RULES 2: 15 digits, two of them decimals."""

NEGATIVE = 7
"""Record type of a return; on the provider channel only order forms (8.6) have it (RULES 5)."""
_INACTIVE_RECORDS = frozenset({1, 4, 5})
_RECORDS = frozenset({0, 2, 3, 6, 7})
_DESCRIPTION_LENGTH, _CODE_LENGTH = 300, 50


def has_lines(document: Document, sums: Sums, around: Surroundings) -> Iterator[Problem]:
    """A document has lines (api 4.1). Blank ones are not sent."""
    blank = len(document.details or ()) - sums.tally.filled
    if not sums.tally.filled:
        yield error("details", "lines_missing")
    elif blank:
        yield warning("details", "lines_blank", count=blank)


def vat_category(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """A VAT category that exists (api 7.1.2)."""
    if line.vat_category_code is None:
        yield error("vatCategoryCode", "vat_category_missing", "204")
    elif around.codes.vat_rate(line.vat_category_code) is None:
        yield error("vatCategoryCode", "code_unknown", value=line.vat_category_code)


def vat_category_of_type(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Category 8 on the types without VAT, and only there (215, 216)."""
    row = around.codes.invoice_type(document.invoice_type_code)
    category = line.vat_category_code
    if row is None or category is None or category in row.vat_categories:
        return
    if around.codes.vat_rate(category) is None:
        return
    number = "216" if category == NO_VAT else "215"
    yield problem(row.vat_certain, "vatCategoryCode", "vat_category_not_of_type", number, type=row.code)


def exemption(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """VAT 0 % needs a reason (217); the reason goes with it alone (271)."""
    reason = line.vat_exemption_category_code
    if line.vat_category_code == EXEMPT and not reason:
        yield error("vatExemptionCategoryCode", "exemption_missing", "217")
    elif reason and not around.codes.has("vat_exemptions", reason):
        yield error("vatExemptionCategoryCode", "code_unknown", value=reason)
    elif reason and line.vat_category_code not in (None, EXEMPT):
        yield error("vatExemptionCategoryCode", "exemption_not_allowed", "271")


def vat_amount(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """VAT against net x rate: over 1.00 apart is refused (229), anything less is shown."""
    rate = around.codes.vat_rate(line.vat_category_code)
    if line.vat_total is None or rate is None:
        return
    expected = percent_of(amounts.net, rate)
    difference = abs(amounts.vat - expected)
    shown = {"given": amounts.vat, "expected": expected}
    if line.vat_category_code == NO_VAT and amounts.vat:
        yield error("vatTotal", "vat_on_line_without_vat", "218", **shown)
    elif difference:
        certain = difference > VAT_TOLERANCE
        code = "vat_far_from_rate" if certain else "vat_differs"
        yield problem(certain, "vatTotal", code, "229" if certain else "", **shown)


def net_amount(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Net against quantity x price less allowances: shown, never refused (nobody checks it)."""
    if line.net_total is None or line.unit_price is None:
        return
    expected = amounts.base - amounts.allowances + amounts.charges
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
    """No negative amounts, on credit notes neither: the type alone says credit (RULES 2, 3)."""
    if amounts.net < 0:
        yield error("netTotal" if line.net_total is not None else "unitPrice", "amount_negative")
    if amounts.vat < 0 <= amounts.net:
        yield error("vatTotal", "amount_negative")
    if line.quantity is not None and line.quantity <= 0:
        yield error("quantity", "quantity_not_positive", "222")


def amounts_fit(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """At most 15 digits; an amount with more than two decimals is rounded, and says so."""
    if max(abs(amounts.net), abs(amounts.vat), abs(amounts.total), abs(amounts.base)) > LARGEST_AMOUNT:
        yield error("netTotal", "amount_too_large")
    for path, value in (("netTotal", line.net_total), ("vatTotal", line.vat_total)):
        if value is not None and has_part_cents(value):
            yield warning(path, "amount_rounded", given=value)


def line_taxes(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Each tax has amount and category (225, 227), its percentage (229), and is within the net (241)."""
    for kind in TAX_KINDS:
        given: Decimal | None = getattr(line, kind.amount)
        category = getattr(line, kind.category) if kind.category else None
        path = json_name(kind.amount)
        if category and not around.codes.has(kind.table or "", category):
            yield error(json_name(kind.category or ""), "code_unknown", value=category)
            continue
        rate = around.codes.tax_rate(kind.table, category)
        if given and kind.category and not category:
            yield error(json_name(kind.category), "tax_category_missing", "225")
        if category and given is None and rate is None:
            yield error(path, "tax_amount_missing", "227")
        expected = ZERO if rate is None else percent_of(amounts.net, rate)
        if given is not None and rate is not None and abs(given - expected) > CENT:
            yield error(path, "tax_far_from_rate", "229", given=given, expected=expected)
        elif given is not None and rate is not None and given != expected:
            yield warning(path, "tax_differs", given=given, expected=expected)
        if is_summed(line) and 0 < amounts.tax(kind) > amounts.net:
            yield error(path, "tax_above_net", "241")


def coded_fields(
    line: Detail, amounts: LineAmounts, document: Document, around: Surroundings
) -> Iterator[Problem]:
    """Unit and record type hold codes that exist (api 7.1.2); record types 1, 4, 5 are refused (247)."""
    unit = line.measurement_unit_code
    if unit and not around.codes.has("units", unit):
        yield error("measurementUnitCode", "code_unknown", value=unit)
    record = line.record_type_code
    if record in _INACTIVE_RECORDS:
        yield error("recordTypeCode", "record_type_inactive", "247", value=record)
    elif record == NEGATIVE and document.invoice_type_code != "8.6":
        yield error("recordTypeCode", "record_type_not_of_type", "205", value=record)
    elif record is not None and record not in _RECORDS:
        yield error("recordTypeCode", "code_unknown", value=record)


def texts(line: Detail, amounts: LineAmounts, document: Document, around: Surroundings) -> Iterator[Problem]:
    """What was sold is named (law 4308/2014 art. 9); texts within the authority's limits (RULES 2)."""
    description = next((text for text in line.descriptions or () if text and text.strip()), None)
    if description is None:
        yield warning("descriptions[0]", "description_missing")
    elif len(description) > _DESCRIPTION_LENGTH:
        yield warning("descriptions[0]", "text_too_long", limit=_DESCRIPTION_LENGTH)
    if line.code and len(line.code) > _CODE_LENGTH:
        yield warning("code", "text_too_long", limit=_CODE_LENGTH)
