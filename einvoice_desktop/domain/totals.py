"""What a document adds up to: one pure pass in one written order, each amount rounded before it is summed.

Per line: quantity x price -> allowances and charges -> net -> VAT -> line taxes -> total.
Per document: sums of the rounded lines -> document taxes -> gross = net + VAT - withheld + fees + stamp duty
+ other taxes - deductions (RULES 5, error 203) -> payable -> VAT analysis by rate.

An amount that stands in the document is kept; an absent one is computed (a receipt priced with VAT included
cannot be computed again from its rounded unit price).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal

from einvoice_desktop.domain.codes import TAX_KIND_BY_CODE, TAX_KINDS, CodeTables, TaxKind
from einvoice_desktop.domain.lines import AllowanceCharge, Detail
from einvoice_desktop.domain.money import CENT, EXACT, ZERO, percent_of, product, to_cents
from einvoice_desktop.domain.settlement import Tax

ONE = Decimal(1)
FEE_WITH_VAT, OTHER_TAX_WITH_VAT = 2, 3
"""Record types whose net amount is itself a fee or tax; beside them the document may carry taxes (224)."""


@dataclass(frozen=True, slots=True)
class LineAmounts:
    """One line's amounts, each rounded to the cent."""

    base: Decimal
    allowances: Decimal
    charges: Decimal
    net: Decimal
    vat: Decimal
    withheld: Decimal
    fees: Decimal
    stamp_duty: Decimal
    other_taxes: Decimal
    deductions: Decimal
    total: Decimal

    def tax(self, kind: TaxKind) -> Decimal:
        """The amount of one of the five taxes."""
        amount: Decimal = getattr(self, kind.field)
        return amount


@dataclass(frozen=True, slots=True)
class VatRate:
    """One row of the VAT analysis; `rate` in per cent."""

    rate: Decimal
    base: Decimal
    vat: Decimal
    lines: int = 1


@dataclass(frozen=True, slots=True)
class SummaryAmounts:
    """The document's sums. `payable` is the gross value: what was prepaid stands in the payments."""

    net: Decimal = ZERO
    vat: Decimal = ZERO
    withheld: Decimal = ZERO
    fees: Decimal = ZERO
    stamp_duty: Decimal = ZERO
    other_taxes: Decimal = ZERO
    deductions: Decimal = ZERO
    allowances: Decimal = ZERO
    charges: Decimal = ZERO
    gross: Decimal = ZERO
    payable: Decimal = ZERO


@dataclass(frozen=True, slots=True)
class Tally:
    """The sum over lines. It grows and shrinks by one line at a time, so that one edit costs one line.

    The counters serve the rules that look at all lines together: lines that enter the sums, those of them
    with taxes, of a tax's record type, with a classification; and all lines that are not blank.
    """

    net: Decimal = ZERO
    vat: Decimal = ZERO
    withheld: Decimal = ZERO
    fees: Decimal = ZERO
    stamp_duty: Decimal = ZERO
    other_taxes: Decimal = ZERO
    deductions: Decimal = ZERO
    allowances: Decimal = ZERO
    charges: Decimal = ZERO
    by_rate: Mapping[Decimal, VatRate] | None = None
    summed: int = 0
    taxed: int = 0
    tax_records: int = 0
    classified: int = 0
    filled: int = 0


_SUMS = ("net", "vat", "withheld", "fees", "stamp_duty", "other_taxes", "deductions", "allowances", "charges")
_COUNTS = ("summed", "taxed", "tax_records", "classified", "filled")


def is_blank(line: Detail) -> bool:
    """Nothing that a person types on a line stands on it: no code, no text, no price, no amount."""
    texts = (line.code, *(line.descriptions or ()))
    amounts = (line.unit_price, line.net_total, line.vat_total, line.total)
    if any(texts) or any(amount is not None for amount in amounts) or line.allowances_charges:
        return False
    return all(getattr(line, kind.amount) is None for kind in TAX_KINDS)


def is_summed(line: Detail) -> bool:
    """Informative and hidden lines are printed or kept, never summed; blank ones are not sent."""
    return not (line.is_informative or line.is_hidden or is_blank(line))


def is_charge(item: AllowanceCharge) -> bool:
    """CHARGE (1 in the provider's order) adds; everything else is an allowance."""
    return str(item.type).upper() in ("CHARGE", "1")


def allowance_amount(item: AllowanceCharge, base: Decimal) -> Decimal:
    """An allowance's or charge's amount: as given, else its percentage of `base` (both to the cent)."""
    if item.amount is not None:
        return to_cents(item.amount)
    return ZERO if item.percentage is None else percent_of(base, item.percentage)


def allowances_and_charges(items: Sequence[AllowanceCharge] | None, base: Decimal) -> tuple[Decimal, Decimal]:
    """The sums of the allowances and of the charges; percentages all apply to the same `base`."""
    allowances, charges = ZERO, ZERO
    for item in items or ():
        amount = allowance_amount(item, base)
        if is_charge(item):
            charges += amount
        else:
            allowances += amount
    return allowances, charges


def _line_allowances(line: Detail, base: Decimal) -> tuple[Decimal, Decimal]:
    """A line's allowances and charges: item by item, or as totals where only these are given."""
    if line.allowances_charges:
        return allowances_and_charges(line.allowances_charges, base)
    return to_cents(line.allowances_total or ZERO), to_cents(line.charges_total or ZERO)


def line_tax(line: Detail, kind: TaxKind, net: Decimal, codes: CodeTables) -> Decimal:
    """One of the line's five taxes: as given, else the percentage of its category, else nothing."""
    given: Decimal | None = getattr(line, kind.amount)
    if given is not None:
        return to_cents(given)
    category: int | None = getattr(line, kind.category) if kind.category else None
    rate = codes.tax_rate(kind.table, category)
    return ZERO if rate is None else percent_of(net, rate)


def line_base(line: Detail) -> Decimal:
    """Quantity x price, to the cent. A price without a quantity (a service, a rent) is one."""
    if line.unit_price is None:
        return ZERO
    return to_cents(product(ONE if line.quantity is None else line.quantity, line.unit_price))


def line_amounts(line: Detail, codes: CodeTables, apportioned: Decimal = ZERO) -> LineAmounts:
    """A line's amounts. `apportioned` is its share of the document's discounts (below 0) and charges."""
    base = line_base(line)
    allowances, charges = _line_allowances(line, base)
    net = base - allowances + charges + apportioned if line.net_total is None else to_cents(line.net_total)
    if line.vat_total is None:
        vat = percent_of(net, codes.vat_rate(line.vat_category_code) or ZERO)
    else:
        vat = to_cents(line.vat_total)
    taxes = {kind.field: line_tax(line, kind, net, codes) for kind in TAX_KINDS}
    total = net + vat + sum((kind.sign * taxes[kind.field] for kind in TAX_KINDS), ZERO)
    return LineAmounts(
        base=base, allowances=allowances, charges=charges, net=net, vat=vat, total=total, **taxes
    )


def _is_taxed(line: Detail) -> bool:
    return any(
        getattr(line, kind.amount) or (kind.category and getattr(line, kind.category)) for kind in TAX_KINDS
    )


def _is_classified(line: Detail) -> bool:
    return bool(line.income_classification or line.expenses_classification or line.expenses_classifications)


def tally_of(line: Detail, amounts: LineAmounts, codes: CodeTables) -> Tally:
    """What one line adds to the document."""
    if not is_summed(line):
        return Tally(filled=int(not is_blank(line)))
    rate = codes.vat_rate(line.vat_category_code) or ZERO
    return Tally(
        **{name: getattr(amounts, name) for name in _SUMS},
        by_rate={rate: VatRate(rate, amounts.net, amounts.vat)},
        summed=1,
        taxed=int(_is_taxed(line)),
        tax_records=int(line.record_type_code in (FEE_WITH_VAT, OTHER_TAX_WITH_VAT)),
        classified=int(_is_classified(line)),
        filled=1,
    )


def plus(tally: Tally, other: Tally, sign: int = 1) -> Tally:
    """`tally` with a line's part added (or taken away with sign -1)."""
    rates = dict(tally.by_rate or {})
    for rate, row in (other.by_rate or {}).items():
        old = rates.get(rate, VatRate(rate, ZERO, ZERO, 0))
        new = VatRate(
            rate, old.base + sign * row.base, old.vat + sign * row.vat, old.lines + sign * row.lines
        )
        if new.lines:
            rates[rate] = new
        else:
            rates.pop(rate, None)
    changed = {name: getattr(tally, name) + sign * getattr(other, name) for name in _SUMS + _COUNTS}
    return Tally(by_rate=rates, **changed)


def tax_base(tax: Tax, net: Decimal) -> Decimal:
    """What a document tax is taken from: its underlying value, else the document's net."""
    return net if tax.underlying_value is None else tax.underlying_value


def document_tax(tax: Tax, net: Decimal, codes: CodeTables) -> Decimal:
    """A document tax's amount: as given, else its category's percentage of its base, else nothing."""
    if tax.tax_amount is not None:
        return to_cents(tax.tax_amount)
    kind = TAX_KIND_BY_CODE.get(tax.tax_type_code or 0)
    rate = codes.tax_rate(kind.table, tax.tax_category_code) if kind else None
    return ZERO if rate is None else percent_of(tax_base(tax, net), rate)


def summarise(
    tally: Tally,
    taxes: Sequence[Tax],
    amounts: Sequence[Decimal],
    allowances: Decimal = ZERO,
    charges: Decimal = ZERO,
) -> SummaryAmounts:
    """The document's sums from its lines' tally and its own taxes (`amounts` beside `taxes`).

    `allowances` and `charges` are the document's own; they stand in the lines' nets already.
    """
    sums = {kind.field: getattr(tally, kind.field) for kind in TAX_KINDS}
    for tax, amount in zip(taxes, amounts, strict=True):
        kind = TAX_KIND_BY_CODE.get(tax.tax_type_code or 0)
        if kind is not None:
            sums[kind.field] += amount
    gross = tally.net + tally.vat + sum((kind.sign * sums[kind.field] for kind in TAX_KINDS), ZERO)
    plain = SummaryAmounts(
        net=tally.net,
        vat=tally.vat,
        allowances=tally.allowances + allowances,
        charges=tally.charges + charges,
        gross=gross,
        payable=gross,
    )
    return replace(plain, **sums)


def apportion(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """`amount` over `weights` in cents that add up to it again, by largest remainder.

    Shares go in proportion to the weights; where they are all zero, nothing is shared out. Of equal
    remainders the earlier line gets the cent.
    """
    whole = sum(weights, ZERO)
    if not whole or not amount:
        return [ZERO] * len(weights)
    exact = [EXACT.divide(EXACT.multiply(amount, weight), whole) for weight in weights]
    shares = [share.quantize(CENT, ROUND_DOWN, context=EXACT) for share in exact]
    missing = int((amount - sum(shares, ZERO)) / CENT)
    step = CENT if missing > 0 else -CENT
    by_remainder = sorted(
        range(len(weights)), key=lambda i: (shares[i] - exact[i]) * (1 if missing > 0 else -1)
    )
    for i in by_remainder[: abs(missing)]:
        shares[i] += step
    return shares
