"""Fills into a document what is computed: absent line amounts, sums, VAT analysis. What is given is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from einvoice_desktop.domain.classifying import summed_classifications
from einvoice_desktop.domain.codes import TAX_KINDS, CodeTables, Side
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.money import ZERO, has_part_cents
from einvoice_desktop.domain.movement import AdditionalDetails
from einvoice_desktop.domain.node import json_name
from einvoice_desktop.domain.notification import silenced
from einvoice_desktop.domain.settlement import Summaries, Tax, Vat
from einvoice_desktop.domain.tally import VatRate
from einvoice_desktop.domain.totals import (
    LineAmounts,
    SummaryAmounts,
    allowance_amount,
    document_tax_rate,
    is_summed,
)

_CLASSIFIED: tuple[tuple[str, Side], ...] = (
    ("income_classifications", "income"),
    ("expenses_classifications", "expense"),
)

SUMMARY_FIELDS = {
    "total_net_amount": "net",
    "total_vat_amount": "vat",
    "total_gross_value": "gross",
    "total_payable_amount": "payable",
    "total_withheld_amount": "withheld",
    "total_fees_amount": "fees",
    "total_stamp_duty_amount": "stamp_duty",
    "total_other_taxes_amount": "other_taxes",
    "total_deductions_amount": "deductions",
    "total_allowances": "allowances",
    "total_charges": "charges",
    "total_allowances_without_lines": "own_allowances",
    "total_net_amount_after_line_discounts": "after_lines",
    "total_catalog_net_amount": "catalog",
}
"""Attribute of Summaries -> attribute of SummaryAmounts."""

SUMMARY_BY_JSON_NAME = {json_name(name): source for name, source in SUMMARY_FIELDS.items()}
"""JSON name in summaries -> attribute of SummaryAmounts."""

_ALWAYS = frozenset({"total_net_amount", "total_vat_amount", "total_gross_value", "total_payable_amount"})
_OF_OWN_DISCOUNTS = frozenset(
    {"total_allowances_without_lines", "total_net_amount_after_line_discounts", "total_catalog_net_amount"}
)
"""Written where the document has discounts or charges of its own, as in the published sample of one."""

LINE_FIELDS = {
    "netTotal": "net",
    "vatTotal": "vat",
    "total": "total",
    "withheldAmount": "withheld",
    "feesAmount": "fees",
    "stampDutyAmount": "stamp_duty",
    "otherTaxesAmount": "other_taxes",
    "deductionsAmount": "deductions",
    "lineApportionedDiscountValue": "discount_share",
    "netTotalAfterInlineALCs": "before_share",
}
"""JSON name on a line -> attribute of LineAmounts."""


def complete_line(line: Detail, number: int, amounts: LineAmounts, codes: CodeTables) -> Detail:
    """The line with its absent amounts filled in; `number` is its place, from 1."""
    values: dict[str, Any] = {}
    if line.line_no is None:
        values["line_no"] = number
    for attribute, amount in (
        ("net_total", amounts.net),
        ("vat_total", amounts.vat),
        ("total", amounts.total),
    ):
        given = getattr(line, attribute)
        # The authority takes two decimals: what was given with more goes as it was summed.
        if given is None or (has_part_cents(given) and attribute != "total"):
            values[attribute] = amount
    values |= _shared_members(line, amounts)
    for kind in TAX_KINDS:
        category = getattr(line, kind.category) if kind.category else None
        if getattr(line, kind.amount) is None and codes.tax_rate(kind.table, category) is not None:
            values[kind.amount] = amounts.tax(kind)
    if any(item.amount is None for item in line.allowances_charges or ()):
        values["allowances_charges"] = _complete_allowances(line.allowances_charges or (), amounts.base)
    return line.model_copy(update=values) if values else line


def _shared_members(line: Detail, amounts: LineAmounts) -> dict[str, Any]:
    """What says how much of the document's discounts and charges is in the net; totals where they stand."""
    shared = {
        "line_apportioned_discount_value": amounts.discount_share,
        "net_total_after_inline_alcs": amounts.before_share,
        "total_net_value_before_total_discount": amounts.before_share,
    }
    totals = {
        "allowances_total": amounts.allowances + amounts.discount_share,
        "charges_total": amounts.charges + max(amounts.share, ZERO),
    }
    written = {
        name: amount
        for name, amount in (shared | totals).items()
        if getattr(line, name) not in (None, amount)
    }
    if amounts.share:
        written |= {name: amount for name, amount in shared.items() if getattr(line, name) is None}
    return written


def _complete_allowances(items: Sequence[AllowanceCharge], base: Decimal) -> tuple[AllowanceCharge, ...]:
    return tuple(
        item if item.amount is not None else item.model_copy(update={"amount": allowance_amount(item, base)})
        for item in items
    )


def _complete_taxes(taxes: Sequence[Tax], amounts: Sequence[Decimal], codes: CodeTables) -> tuple[Tax, ...]:
    """A fixed amount that was not typed stays away (227)."""
    return tuple(
        tax
        if tax.tax_amount is not None or document_tax_rate(tax, codes) is None
        else tax.model_copy(update={"tax_amount": amount})
        for tax, amount in zip(taxes, amounts, strict=True)
    )


def _complete_summaries(given: Summaries | None, amounts: SummaryAmounts, *, own: bool) -> Summaries:
    summaries = given or Summaries()
    values = {
        attribute: getattr(amounts, source)
        for attribute, source in SUMMARY_FIELDS.items()
        if attribute in _ALWAYS
        or attribute in summaries.model_fields_set
        or (getattr(amounts, source) and (own or attribute not in _OF_OWN_DISCOUNTS))
    }
    changed = {name: value for name, value in values.items() if getattr(summaries, name) != value}
    return summaries.model_copy(update=changed) if changed else summaries


def _complete_analysis(given: Sequence[Vat] | None, rates: Sequence[VatRate]) -> tuple[Vat, ...]:
    """One row a rate. A row of the file that stands alone for its rate keeps its other members."""
    by_rate: dict[Decimal, list[Vat]] = {}
    for row in given or ():
        by_rate.setdefault(row.percentage or ZERO, []).append(row)
    rows = []
    for rate in rates:
        same = by_rate.get(rate.rate, [])
        row = same[0] if len(same) == 1 else Vat(name=f"{rate.rate}%", percentage=rate.rate)
        values = {"underlying_value": rate.base, "vat_amount": rate.vat}
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        rows.append(row.model_copy(update=changed) if changed else row)
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was worked out of a document; `lines`, `taxes` and `payments` stand beside its own lists.

    `own_base` is what its own discounts in per cent are taken from; the completed nets hold them already.
    """

    lines: Sequence[LineAmounts]
    taxes: Sequence[Decimal]
    payments: Sequence[Decimal]
    summaries: SummaryAmounts
    vat_rates: Sequence[VatRate]
    own_base: Decimal


def complete(document: Document, figures: Figures, codes: CodeTables) -> Document:
    """The document with everything computed filled in."""
    own = bool(document.allowances_charges or figures.summaries.own_allowances)
    values: dict[str, Any] = {
        "summaries": _classified(
            _complete_summaries(document.summaries, figures.summaries, own=own), document, figures
        ),
        "vat_analysis": _complete_analysis(document.vat_analysis, figures.vat_rates),
    }
    if document.details:
        values["details"] = tuple(
            complete_line(line, number, amounts, codes)
            for number, (line, amounts) in enumerate(
                zip(document.details, figures.lines, strict=True), start=1
            )
        )
    if document.allowances_charges:
        values["allowances_charges"] = _complete_allowances(document.allowances_charges, figures.own_base)
    if document.taxes:
        values["taxes"] = _complete_taxes(document.taxes, figures.taxes, codes)
    payments = document.payment_details
    if payments and payments.payment_methods and any(m.amount is None for m in payments.payment_methods):
        methods = tuple(
            m if m.amount is not None else m.model_copy(update={"amount": amount})
            for m, amount in zip(payments.payment_methods, figures.payments, strict=True)
        )
        values["payment_details"] = payments.model_copy(update={"payment_methods": methods})
    additional = document.additional_details or AdditionalDetails()
    said = silenced(additional)
    if said:
        values["additional_details"] = additional.model_copy(update=said)
    return document.model_copy(update=values)


def _classified(summaries: Summaries, document: Document, figures: Figures) -> Summaries:
    """Classifications of the whole document are made anew where the file brings them: the provider makes
    them from the lines where it does not, as all published samples leave it to."""
    values: dict[str, object] = {}
    for name, side in _CLASSIFIED:
        if getattr(summaries, name) is not None:
            pairs = zip(document.details or (), figures.lines, strict=True)
            lines = ((line, amounts.net) for line, amounts in pairs if is_summed(line))
            values[name] = summed_classifications(lines, side)
    return summaries.model_copy(update=values) if values else summaries


def computed_value(
    parts: tuple[str | int, ...],
    document: Document,
    line: Callable[[int], LineAmounts | None],
    tax_amounts: Sequence[Decimal],
    payment_amounts: Sequence[Decimal],
    summaries: SummaryAmounts,
) -> Decimal | None:
    """What is computed at a path whose value is not given; None where nothing is."""
    match parts:
        case ("details", int(index), str(name)):
            amounts = line(index)
            return None if amounts is None or name not in LINE_FIELDS else getattr(amounts, LINE_FIELDS[name])
        case ("details", int(index), "allowancesCharges", int(which), "amount"):
            amounts = line(index)
            items = (document.details or ())[index].allowances_charges or ()
            known = amounts is not None and which < len(items)
            return allowance_amount(items[which], amounts.base) if amounts is not None and known else None
        case ("taxes", int(index), "taxAmount") if index < len(tax_amounts):
            return tax_amounts[index]
        case ("taxes", int(index), "underlyingValue") if index < len(tax_amounts):
            return summaries.net
        case ("paymentDetails", "paymentMethods", int(index), "amount") if index < len(payment_amounts):
            return payment_amounts[index]
        case ("totalAmount",) if not document.details:
            return summaries.payable
        case ("summaries", str(name)):
            source = SUMMARY_BY_JSON_NAME.get(name)
            return None if source is None else getattr(summaries, source)
    return None
