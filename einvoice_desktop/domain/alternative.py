"""The amounts of a document in its own currency beside those in euro: the members whose names end in AC.

The provider's schema calls the plain members amounts in euro and their twins amounts in the accounting
currency; its page on the alternative currency is not known. What is taken here, and not confirmed by the
provider: the plain members are euro and go to the authority; the twins are in the document's currency
(`currencyCode`), euro x rate; the rate says how many units of that currency one euro is (the European Central
Bank's way; RULES 2 lets it go to 50,000). Each amount is turned and rounded by itself, totals are sums of
turned amounts, so that the figures of either currency add up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, TypeVar

from einvoice_desktop.domain.codes import TAX_KINDS
from einvoice_desktop.domain.completion import SUMMARY_FIELDS
from einvoice_desktop.domain.document import Document
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.money import EXACT, ZERO, to_cents
from einvoice_desktop.domain.node import Node
from einvoice_desktop.domain.settlement import Summaries, Tax, Vat
from einvoice_desktop.domain.sharing import apportion
from einvoice_desktop.domain.totals import LineAmounts, SummaryAmounts, allowance_amount

EURO = "EUR"

N = TypeVar("N", bound=Node)


@dataclass(frozen=True, slots=True)
class Twins:
    """A document's amounts in its own currency; they stand beside its lines, taxes and payments."""

    lines: Sequence[LineAmounts]
    taxes: Sequence[Decimal]
    payments: Sequence[Decimal]
    summaries: SummaryAmounts
    rates: dict[Decimal, tuple[Decimal, Decimal]]
    """Per cent of VAT -> base and VAT."""
    rate: Decimal


def twin_rate(document: Document) -> Decimal | None:
    """Units of the document's currency for one euro; None where it is in euro or has no rate above 0."""
    if (document.currency_code or EURO).upper() == EURO:
        return None
    details = document.payment_details
    rate = (details.exchange_currency_rate if details else None) or document.exchange_currency_rate
    return rate if rate is not None and rate > 0 else None


def amounts_currency(document: Document) -> str:
    """The currency of the plain amounts: with a rate they are in euro, whatever the document's own is."""
    return EURO if twin_rate(document) else document.currency_code or EURO


def turned(amount: Decimal, rate: Decimal) -> Decimal:
    """An amount in euro as one in the other currency, to the cent."""
    return to_cents(EXACT.multiply(amount, rate))


def twin_amounts(amounts: LineAmounts, rate: Decimal) -> LineAmounts:
    """A line's amounts in the other currency; the total is the sum of its turned parts."""
    taxes = {kind.field: turned(amounts.tax(kind), rate) for kind in TAX_KINDS}
    net, vat = turned(amounts.net, rate), turned(amounts.vat, rate)
    return replace(
        amounts,
        base=turned(amounts.base, rate),
        allowances=turned(amounts.allowances, rate),
        charges=turned(amounts.charges, rate),
        share=turned(amounts.share, rate),
        net=net,
        vat=vat,
        total=net + vat + sum((kind.sign * taxes[kind.field] for kind in TAX_KINDS), ZERO),
        **taxes,
    )


def twin_payments(
    payments: Sequence[Decimal], gross: Decimal, twin_gross: Decimal, rate: Decimal
) -> list[Decimal]:
    """Payments in the other currency; those that settle the document settle its twin to the cent."""
    if payments and sum(payments, ZERO) == gross > 0:
        return apportion(twin_gross, [max(amount, ZERO) for amount in payments])
    return [turned(amount, rate) for amount in payments]


def with_twins(document: Document, twins: Twins) -> Document:
    """The completed document with every twin filled in."""
    details, taxes, rate = document.details or (), document.taxes or (), twins.rate
    values: dict[str, Any] = {
        "details": tuple(_line(line, a, rate) for line, a in zip(details, twins.lines, strict=True)),
        "taxes": tuple(_tax(tax, a, rate) for tax, a in zip(taxes, twins.taxes, strict=True)),
        "summaries": _changed(document.summaries or Summaries(), _summaries(document, twins.summaries)),
        "vat_analysis": tuple(_vat(row, twins) for row in document.vat_analysis or ()),
        "allowances_charges": _allowances(document.allowances_charges, rate),
    }
    payments = document.payment_details
    if payments is not None and payments.payment_methods:
        methods = tuple(
            _changed(method, {"amount_ac": amount})
            for method, amount in zip(payments.payment_methods, twins.payments, strict=True)
        )
        values["payment_details"] = payments.model_copy(update={"payment_methods": methods})
    return document.model_copy(
        update={name: value for name, value in values.items() if value or getattr(document, name)}
    )


def _changed(node: N, values: dict[str, Any]) -> N:
    changed = {name: value for name, value in values.items() if getattr(node, name) != value}
    return node.model_copy(update=changed) if changed else node


def _line(line: Detail, amounts: LineAmounts, rate: Decimal) -> Detail:
    """Taxes, discounts and charges where there are any, or where a file has them already."""
    few = {f"{kind.amount}_ac": amounts.tax(kind) for kind in TAX_KINDS}
    few["allowances_total_ac"] = amounts.allowances + amounts.discount_share
    few["charges_total_ac"] = amounts.charges + max(amounts.share, ZERO)
    values: dict[str, Any] = {
        "net_total_ac": amounts.net,
        "vat_total_ac": amounts.vat,
        "total_ac": amounts.total,
        "allowances_charges": _allowances(line.allowances_charges, rate),
    }
    values |= {name: amount for name, amount in few.items() if amount or getattr(line, name) is not None}
    return _changed(line, values)


def _allowances(
    items: tuple[AllowanceCharge, ...] | None, rate: Decimal
) -> tuple[AllowanceCharge, ...] | None:
    """Their amounts stand in the completed document already."""
    if not items:
        return items
    return tuple(_changed(item, {"amount_ac": turned(allowance_amount(item, ZERO), rate)}) for item in items)


def _tax(tax: Tax, amount: Decimal, rate: Decimal) -> Tax:
    values = {"tax_amount_ac": amount}
    if tax.underlying_value is not None:
        values["underlying_value_ac"] = turned(tax.underlying_value, rate)
    return _changed(tax, values)


def _vat(row: Vat, twins: Twins) -> Vat:
    base, vat = twins.rates.get(row.percentage or ZERO, (ZERO, ZERO))
    return _changed(row, {"underlying_value_ac": base, "vat_amount_ac": vat})


def _summaries(document: Document, amounts: SummaryAmounts) -> dict[str, Any]:
    given = document.summaries or Summaries()
    return {
        f"{name}_ac": getattr(amounts, source)
        for name, source in SUMMARY_FIELDS.items()
        if getattr(given, name) is not None
    }
